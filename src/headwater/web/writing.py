"""A form that somebody sent in, a decision that the case keeps out, and where to go on."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, get_args

from headwater.brief.view import view_story
from headwater.decide import anchor_of, make_decision
from headwater.errors import DecisionError
from headwater.types import Anchor, BriefClaim, BriefStatement, BriefStory, Decision, DecisionKind
from headwater.web.desk import Desk

Form = Mapping[str, Sequence[str]]
_KINDS: tuple[DecisionKind, ...] = get_args(DecisionKind)
_PAGE = re.compile(r"/(?:log|stories|origins|review|(?:story|claim|article)/[0-9a-f]{16}(?:/brief)?)")


class Written(NamedTuple):
    """Where to go on after a form, and who sent it, so that the next form knows."""

    back: str
    who: str


def decide(desk: Desk, form: Form) -> Written:
    """Keep the decision that a form asks for.

    Raises:
        DecisionError: something that the decision needs is missing.
        CaseError: the claim or the decision that it names is not there.
    """
    kind = next((k for k in _KINDS if k == _one(form, "kind")), None)
    if kind is None:
        raise DecisionError(f"{_one(form, 'kind')!r} is no kind of decision; use the forms of the page")
    claim = desk.claim(_one(form, "claim")) if _one(form, "claim") else None
    draft = _draft(form, kind, _anchors(form, *claim) if claim else ())
    desk.decide(make_decision(draft))
    back = _one(form, "back")
    return Written(back if is_page(back) else "/log", draft.who)


def answer(desk: Desk, form: Form) -> Written:
    """Keep the answer to a question of the review: yes makes two one, no keeps them apart."""
    given, wanted, at = _one(form, "answer"), _one(form, "question"), _one(form, "at")
    place = int(at) if at.isascii() and at.isdigit() and len(at) < len("1000") else 1
    question = next((q for q in desk.review(place + 1) if q.id == wanted), None)
    if question is None or given not in {"yes", "no"}:
        raise DecisionError("the question is not asked any more; go on with the next one")
    told = desk.story(question.story)
    anchors = tuple(_anchor(told, _surest(c)) for c in question.claims if c.statements)
    same: DecisionKind = "merge" if question.kind == "same claim" else "same origin"
    draft = Decision(
        id="",
        kind=same if given == "yes" else "not the same",
        anchors=anchors,
        names=question.names,
        who=_one(form, "who"),
        why=_one(form, "why"),
        when=_now(),
    )
    desk.decide(make_decision(draft))
    still = any(q.id == wanted for q in desk.review(place + 1))
    return Written(f"/review?at={place + still}&done={given}", draft.who)


def is_page(address: str) -> bool:
    """Whether a form may lead on to this address: one of our pages, without a query.

    >>> is_page("/claim/0123456789abcdef"), is_page("//elsewhere.example/log")
    (True, False)
    """
    return bool(_PAGE.fullmatch(address))


def _draft(form: Form, kind: DecisionKind, anchors: tuple[Anchor, ...]) -> Decision:
    names = form.get("name", ())
    return Decision(
        id="",
        kind=kind,
        anchors=anchors,
        names=tuple(names),
        value=_one(form, "value") or None if kind in {"status", "place", "date", "add origin"} else None,
        who=_one(form, "who"),
        why=_one(form, "why"),
        when=_now(),
        undoes=_one(form, "undoes") or None if kind == "undo" else None,
        text=_one(form, "text") or None if kind == "add origin" else None,
    )


def _anchors(form: Form, told: BriefStory, claim: BriefClaim) -> tuple[Anchor, ...]:
    """The words that the form points to: the chosen statements, or the surest of the claim, and of the other one."""
    chosen = set(form.get("statement", ()))
    if _one(form, "kind") in {"split", "ignore", "status"}:
        if chosen.isdisjoint(s.id for s in claim.statements):
            raise DecisionError("no statement of the claim is chosen; go back and tick the boxes before the reports that are meant")
        return tuple(_anchor(told, s) for s in claim.statements if s.id in chosen)
    found = (_anchor(told, _surest(claim)),)
    if not _one(form, "other"):
        return found
    other = _other(told, _one(form, "other"))
    if other is None or other.id == claim.id:
        raise DecisionError(f"{_one(form, 'other')!r} is no other claim of this story; give its number or its id")
    return (*found, _anchor(told, _surest(other)))


def _other(told: BriefStory, wanted: str) -> BriefClaim | None:
    view = view_story(told)
    numbers = view.numbers
    return next((c for c in (*told.claims, *view.parts) if wanted in (c.id, str(numbers[c.id]))), None)


def _surest(claim: BriefClaim) -> BriefStatement:
    """A statement that surely says what the claim says; the one whose words the claim has, where it is among them."""
    return max(claim.statements, key=lambda s: (s.quote == claim.text, s.sure))


def _anchor(told: BriefStory, statement: BriefStatement) -> Anchor:
    return anchor_of(statement, next(a for a in told.articles if a.id == statement.article))


def _one(form: Form, name: str) -> str:
    return next(iter(form.get(name, ())), "").strip()


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
