"""A span of text -> shares in words, ranks, noughts and magnitudes as typed values: "two-thirds of", "the third largest", "nobody was hurt"."""

import re
from collections.abc import Iterator

from headwater.state.bounds import bound_before
from headwater.state.measures import value_of
from headwater.text import words
from headwater.types import Quantity

_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
_COUNT = "one|two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred|\\d+"
_SHARE = re.compile(
    rf"(?i)\b(?:(?P<many>an?|one|two|three|four|five|six|seven|eight|nine)[\s-](?P<part>{'|'.join(_PARTS)})s?\s+of\b(?!\s+\$?\d)"
    rf"|(?P<half>half)\s+(?:of\b(?!\s+\$?\d)|the\b|its\b|their\b|all\b)"
    rf"|(?P<some>{_COUNT})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<all>{_COUNT})(?=\s+(?!per\b|a\b)[a-z])"
    r"|(?<![\d/])(?P<over>\d)/(?P<under>[2-9]|10)(?=\s+of\b))"
)
_NO_SHARE = re.compile(r"(?i)\b(?:first|second|other|last|final|latter|top|bottom|the|this|that)\s+$")  # the first half of a match is none
_ORDINALS = {w: i for i, w in enumerate(words("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"), start=2)}
_RANK = re.compile(
    rf"(?i)\b(?:(?P<ord>{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th))[\s-](?P<sup>(?:most|least)[\s-][a-z]+|[a-z]{{2,}}est)\b"
    rf"|rank(?:s|ed|ing)?\s+(?:at\s+)?(?:no\.?\s*|number\s+)?(?P<rank>\d+(?:st|nd|rd|th)?|first|{'|'.join(_ORDINALS)})\b(?!\s*(?:per|%|[.,]\d)))"
)
_SIZES = {"biggest": "largest", "greatest": "largest", "most populous": "largest", "quickest": "fastest"}
_NONE = re.compile(
    r"(?i)\b(?:(?:no[\s-]one|nobody|none(?:\s+of\s+(?:them|those|the\s+\w+))?)\b[^,;.:]{0,24}?\b(?P<fate>killed|died|dead|hurt|injured|wounded)\b"
    r"|(?:no|zero)\s+(?:reported\s+|known\s+|immediate\s+|serious\s+|civilian\s+|further\s+)*(?P<toll>deaths?|fatalities|injuries|casualties|wounded|dead)\b)"
)
_UNSURE = re.compile(r"(?i)\b(?:word|reports?|information|sign|comment)\b")
_KILLED = frozenset(["killed", "died", "dead", "death", "deaths", "fatalities"])
_MAGNITUDE = re.compile(r"(?i)\bmagnitude(?:\s+of)?[\s-](?P<a>\d(?:\.\d)?)\b|(?<![\w.])(?P<b>\d\.\d)[\s-]magnitude\b")
_SHARE_STEP = 5.0  # percent: how fine a share in words is


def find_shares(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Quantities that are not given as a number with a noun: shares in percent, ranks, none killed or hurt, magnitudes.

    A rank has the unit "rank", with what it is by where that is said: "rank largest".
    """
    for match in _SHARE.finditer(text, start, end):
        share = _share(match)
        if share is not None and not _NO_SHARE.search(text, max(start, match.start() - 8), match.start()):
            yield _bounded(text, match, start, 100 * share)
    for match in _RANK.finditer(text, start, end):
        place = match["ord"] or match["rank"]
        by = " ".join((match["sup"] or "").lower().replace("-", " ").split())
        low = place.lower()
        value = 1 if low == "first" else _ORDINALS.get(low) or int(re.sub(r"\D", "", low))
        yield _value(match, value, f"rank {_SIZES.get(by, by)}".strip())
    for match in _NONE.finditer(text, start, end):
        fate = "killed" if (match["fate"] or match["toll"]).lower() in _KILLED else "wounded"
        if not _UNSURE.search(match.group()):
            yield _value(match, 0, f"person {fate}")
    for match in _MAGNITUDE.finditer(text, start, end):
        yield _value(match, float(match["a"] or match["b"]), "magnitude", step=0.1 if "." in match.group() else 1.0)


def _bounded(text: str, match: re.Match[str], start: int, value: float) -> Quantity:
    """A share with the words that bound it: "more than half of"."""
    before = bound_before(text, match.start())
    at, kind = before if before and before[0] >= start else (match.start(), "about")
    return Quantity(
        start=at,
        end=match.end(),
        low=None if kind == "high" else value,
        high=None if kind == "low" else value,
        unit="percent",
        rounded=True,
        step=_SHARE_STEP,
    )


def _share(match: re.Match[str]) -> float | None:
    """From 0 to 1; None where the words make no share of a whole."""
    if match["half"]:
        return 0.5
    if match["part"]:
        many = 1.0 if match["many"].lower() in ("a", "an") else value_of(match["many"]) or 0.0
        share = many / _PARTS[match["part"].lower()]
    elif match["over"]:
        share = int(match["over"]) / int(match["under"])
    else:
        some, whole = value_of(match["some"]), value_of(match["all"])
        share = some / whole if some is not None and whole else 2.0
    return share if 0 < share < 1 else None


def _value(match: re.Match[str], value: float, unit: str, *, step: float = 1.0) -> Quantity:
    return Quantity(start=match.start(), end=match.end(), low=float(value), high=float(value), unit=unit, step=step)
