"""A decision as somebody gives it in, the same checked and with its id out; and the anchors that tie it to words."""

import datetime as dt
import math
import re

import msgspec

from headwater.errors import DecisionError
from headwater.text import content_id
from headwater.types import Anchor, Article, BriefArticle, BriefStatement, Decision, Statement

_AROUND = 32  # characters kept on each side of a quotation; Hypothes.is keeps as many
_STATUSES = ("asserted", "denied", "planned", "uncertain")
_BRINGABLE = ("person", "body", "document", "sensor", "witness")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_OF_ARTICLES = ("ignore", "date", "same origin", "not the same")
_FEWEST_ANCHORS = {"merge": 2, "split": 1, "status": 1, "place": 1, "date": 1, "ignore": 1, "add origin": 1}


def make_anchor(article: Article | BriefArticle, start: int = 0, end: int = 0) -> Anchor:
    """The anchor of some words of an article; of the whole article where no span is given."""
    text = article.text
    if not 0 <= start <= end <= len(text):
        raise DecisionError(f"{start} to {end}: no span of the {len(text)} characters of article {article.id}; give one that lies within")
    if start == end == 0:
        return Anchor(article=article.id, start=0, end=0, quote="", address=article.address or article.source)
    return Anchor(
        article=article.id,
        start=start,
        end=end,
        quote=text[start:end],
        before=text[max(0, start - _AROUND) : start],
        after=text[end : end + _AROUND],
        address=article.address or article.source,
    )


def anchor_of(statement: Statement | BriefStatement, article: Article | BriefArticle) -> Anchor:
    """The anchor of a statement of an article."""
    return make_anchor(article, statement.start, statement.end)


def make_decision(draft: Decision) -> Decision:
    """The decision with its id, its instant in UTC.

    Args:
        draft: all of it; what it has as ``id`` is not looked at.

    Raises:
        DecisionError: something that its kind needs is missing or is no such value.
    """
    for why in (*_faults(draft), *(w for a in draft.anchors for w in _anchor_faults(a))):
        raise DecisionError(f"{draft.kind}: {why}")
    made = msgspec.structs.replace(draft, when=instant(draft.when).isoformat().replace("+00:00", "Z"), who=draft.who.strip())
    return msgspec.structs.replace(made, id=decision_id(made))


def decision_id(decision: Decision) -> str:
    """The id that a decision's content gives; fields that are left out do not count, so that new ones change no id."""
    parts = []
    for field in msgspec.structs.fields(Decision):
        value = getattr(decision, field.name)
        if field.name != "id" and (field.required or value != field.default):
            parts += [field.name, msgspec.json.encode(value).decode()]
    return content_id("decision", *parts)


def instant(when: str) -> dt.datetime:
    """The instant of an ISO 8601 text, in UTC; one without a zone is taken as UTC."""
    try:
        found = dt.datetime.fromisoformat(when)
        found = found if found.tzinfo else found.replace(tzinfo=dt.UTC)
        return found.astimezone(dt.UTC)
    except (ValueError, OverflowError) as error:
        raise DecisionError(f"{when!r} is no instant ({error}); write one as 2024-12-16T08:30:00Z") from error


def _faults(draft: Decision) -> list[str]:
    """What a decision of its kind lacks."""
    found = [] if draft.who.strip() else ["who decides is not given; name somebody"]
    least = _FEWEST_ANCHORS.get(draft.kind, 0)
    if len(draft.anchors) < least:
        found.append(
            f"{len(draft.anchors)} places of reports are given and {least} needed; point to {'two statements' if least > 1 else 'one'}"
        )
    if draft.kind not in _OF_ARTICLES and any(not a.quote for a in draft.anchors):
        found.append("a whole article is given; point to the words that it is about")
    return found + _FAULTS.get(draft.kind, lambda _: [])(draft)


def _name_faults(draft: Decision) -> list[str]:
    if any(not name.strip() for name in draft.names):
        return ["a name is empty; give the names as the brief shows them"]
    if draft.kind == "not the same" and not draft.names:
        return [] if len(draft.anchors) > 1 else ["neither two statements nor two names are given; give what is not the same"]
    return [] if len(set(draft.names)) > 1 else [f"{len(set(draft.names))} names are given and two needed"]


def _status_faults(draft: Decision) -> list[str]:
    return [] if draft.value in _STATUSES else [f"{draft.value!r} is no status; choose from {', '.join(_STATUSES)}"]


def _place_faults(draft: Decision) -> list[str]:
    if not (draft.value or "").strip():
        return ["no place is named; give its name"]
    point = draft.point
    if point and not (math.isfinite(point.lat) and math.isfinite(point.lon) and abs(point.lat) <= 90 and abs(point.lon) <= 180):
        return [f"{point.lat}, {point.lon} is no point of the earth; give degrees, latitude first"]
    return []


def _date_faults(draft: Decision) -> list[str]:
    value = draft.value or ""
    wrong = [f"{value!r} is no date; write a year, month or day as 2024, 2024-12 or 2024-12-16"]
    if not _DATE.fullmatch(value):
        return wrong
    try:
        dt.date.fromisoformat(value + _FIRST_DAY[len(value) - len("2024") :])
    except ValueError:
        return wrong
    return []


_FIRST_DAY = "-01-01"


def _origin_faults(draft: Decision) -> list[str]:
    if len(draft.names) != 1 or not draft.names[0].strip():
        return [f"{len(draft.names)} names are given; give the origin's one name"]
    if draft.value not in _BRINGABLE:
        return [f"{draft.value!r} is no kind of origin that can be brought; choose from {', '.join(_BRINGABLE)}"]
    return [] if (draft.text or "").strip() or draft.file else ["neither a text nor a file shows it; give one"]


def _undo_faults(draft: Decision) -> list[str]:
    return [] if draft.undoes else ["which decision is taken back is not given; give its id"]


_FAULTS = {
    "same origin": _name_faults,
    "not the same": _name_faults,
    "status": _status_faults,
    "place": _place_faults,
    "date": _date_faults,
    "add origin": _origin_faults,
    "undo": _undo_faults,
}


def _anchor_faults(anchor: Anchor) -> list[str]:
    if anchor.start == anchor.end == 0 and not anchor.quote:
        return []
    if not 0 <= anchor.start < anchor.end or len(anchor.quote) != anchor.end - anchor.start:
        return [f"{anchor.start} to {anchor.end} is no span of the {len(anchor.quote)} characters of “{anchor.quote[:40]}”"]
    return []
