"""A span of text -> the numbers in it as typed values: bounds, and what is counted or measured."""

import re
from collections.abc import Sequence

from headwater.tables import MONTHS, WEEKDAYS
from headwater.text import number_of
from headwater.types import Quantity, TimeExpression

_BOUNDS = {
    "low": "at least|more than|over|above|no fewer than|no less than|upwards of|exceeding|as many as at least",
    "high": "at most|up to|fewer than|less than|under|below|no more than|as many as|as much as|a maximum of",
    "about": "about|around|some|nearly|almost|roughly|approximately|an estimated|close to|just over|just under|or so",
}
_BOUND_OF = {phrase: kind for kind, phrases in _BOUNDS.items() for phrase in phrases.split("|")}
_BOUND = "|".join(sorted(_BOUND_OF, key=lambda p: (-len(p), p)))
_SCALE = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
    "mn": 1e6,
    "tn": 1e12,
    "k": 1e3,
}
_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\\w+)?"
_FUZZY = {
    "dozens": (24.0, None),
    "scores": (40.0, None),
    "tens": (20.0, None),
    "hundreds": (200.0, None),
    "thousands": (2000.0, None),
    "several": (3.0, None),
}
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\b(?:{_WORDS})\b"
_FIND = re.compile(
    rf"(?i)(?:\b(?P<bound>{_BOUND})\s+)?(?P<money>US\$|C\$|A\$|\$|€|£|¥)?\s?(?<![\w.])(?P<n>{_NUMBER})"
    rf"(?:\s?(?:-|to|and)\s?(?P<money2>\$|€|£)?(?P<n2>{_NUMBER}))?"
    r"(?:\s?(?P<scale>hundred|thousand|million|billion|trillion|bn|mn|tn|m|k)\b)?(?P<pct>\s?(?:%|percent\b|per cent\b))?"
    r"|\b(?P<fuzzy>dozens|scores|tens|hundreds|thousands|several)(?:\s+of)?\b"
)
_CURRENCY = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "c$": "CAD", "a$": "AUD"}
_CURRENCY_WORDS = {
    "dollar": "USD",
    "dollars": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "pounds": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "roubles": "RUB",
    "rubles": "RUB",
}
_DEAD = re.compile(
    r"(?i)\b(?:kill(?:s|ed|ing)?|dead|die[sd]?|dying|deaths?|fatalit(?:y|ies)|bodies|lost their lives|perished|drowned|slain)\b"
)
_HURT = re.compile(r"(?i)\b(?:wound(?:s|ed|ing)|injur(?:e|ed|es|ies|ing)|hurt|hospital(?:s|ised|ized)?|casualties)\b")
_PEOPLE = frozenset(
    [
        "people",
        "persons",
        "person",
        "civilians",
        "civilian",
        "men",
        "women",
        "children",
        "soldiers",
        "troops",
        "policemen",
        "officers",
        "fighters",
        "militants",
        "residents",
        "passengers",
        "workers",
        "others",
        "victims",
        "bodies",
        "crew",
        "sailors",
        "students",
        "members",
        "casualties",
        "fatalities",
        "dead",
        "deaths",
        "wounded",
        "injured",
        "killed",
        "patients",
        "protesters",
        "migrants",
        "refugees",
    ]
)
_NOT_COUNTED = re.compile(r"(?i)^(?:-?year-old|years? old|am\b|pm\b|a\.m|p\.m|o'clock|st\b|nd\b|rd\b|th\b|:|-[a-z])")
_SKIP = frozenset(
    [
        "of",
        "the",
        "a",
        "an",
        "more",
        "most",
        "other",
        "another",
        "about",
        "new",
        "additional",
        "such",
        "some",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "all",
        "both",
    ]
)
_NEAR = 48  # characters around a number in which "killed" or "wounded" says who is counted


def find_quantities(text: str, start: int, end: int, *, times: Sequence[TimeExpression] = ()) -> tuple[Quantity, ...]:
    """The quantities in ``text[start:end]`` in order; years, dates, ages and clock times are none.

    The text has straight apostrophes and quotation marks (``text.straighten``).
    """
    found = []
    for match in _FIND.finditer(text, start, end):
        if any(t.start < match.end() and match.start() < t.end for t in times):
            continue
        quantity = _fuzzy(text, match, start, end) if match["fuzzy"] else _exact(text, match, start, end)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _fuzzy(text: str, match: re.Match[str], start: int, end: int) -> Quantity | None:
    unit = _unit(text, match, start, end)
    low, high = _FUZZY[match["fuzzy"].lower()]
    return None if unit == "" else Quantity(start=_first(match), end=match.end(), low=low, high=high, unit=unit, rounded=True)


def _exact(text: str, match: re.Match[str], start: int, end: int) -> Quantity | None:
    after = text[match.end() : end].lstrip()
    value = number_of(match["n"])
    if value is None or _NOT_COUNTED.match(after) or (match.start() and text[match.start() - 1] in "-/:"):
        return None
    scale = _SCALE.get((match["scale"] or "").lower(), 1.0)
    second = number_of(match["n2"]) if match["n2"] else None
    low, high = value * scale, (second if second is not None else value) * scale
    unit = _measure(match, after) or _unit(text, match, start, end)
    if unit == "" or high < low:
        return None
    bound = _BOUND_OF.get((match["bound"] or "").lower())
    bounds = {"low": (low, None), "high": (None, high)}.get(bound or "", (low, high))
    return Quantity(
        start=match.start(),
        end=match.end(),
        low=bounds[0],
        high=bounds[1],
        unit=unit,
        rounded=bound == "about" or match["scale"] is not None,
    )


def _first(match: re.Match[str]) -> int:
    """Where the words of a number begin, white space before them left out."""
    return match.start() + len(match.group()) - len(match.group().lstrip())


def _measure(match: re.Match[str], after: str) -> str | None:
    if match["pct"]:
        return "percent"
    if match["money"]:
        return _CURRENCY[match["money"].lower()]
    first = re.match(r"[a-z]+", after.lower())
    return _CURRENCY_WORDS.get(first.group()) if first else None


def _unit(text: str, match: re.Match[str], start: int, end: int) -> str:
    """What is counted: the noun that follows, and for people whether they are dead or hurt; "" where nothing is."""
    following = re.match(r"(?:\s+[A-Za-z][\w'-]*){1,4}", text[match.end() : end])
    tokens = [t.lower() for t in following.group().split()] if following else []
    noun = next((t for t in tokens if t in _PEOPLE), None)
    fate = _fate(text, match, start, end)
    if noun or (fate and (not tokens or tokens[0] in _AFTER_COUNT)):
        return f"person {fate}".strip()
    plural = next((t for t in tokens if t not in _SKIP and len(t) > 2), "")
    if not plural or plural in _AFTER_COUNT or plural in WEEKDAYS or plural in MONTHS or re.match(r"\s+of\b", text[match.end() : end]):
        return ""
    many = next((t for t in tokens[:3] if t.endswith("s") and len(t) > 3), plural)
    return many.removesuffix("s") if not many.endswith("ss") else many


_AFTER_COUNT = frozenset(
    [
        "in",
        "on",
        "at",
        "by",
        "to",
        "from",
        "with",
        "as",
        "after",
        "before",
        "when",
        "while",
        "and",
        "or",
        "but",
        "who",
        "that",
        "which",
        "have",
        "has",
        "had",
        "were",
        "was",
        "are",
        "is",
        "during",
        "near",
        "inside",
        "were",
    ]
)


def _fate(text: str, match: re.Match[str], start: int, end: int) -> str:
    """Killed or wounded, whichever word is nearest to the number, words behind it going first."""
    around = (max(start, match.start() - _NEAR), min(end, match.end() + _NEAR))
    best: tuple[int, str] | None = None
    for pattern, fate in ((_DEAD, "killed"), (_HURT, "wounded")):
        for hit in pattern.finditer(text, *around):
            gap = hit.start() - match.end() if hit.start() >= match.end() else match.start() - hit.end()
            between = text[min(hit.end(), match.end()) : max(hit.start(), match.start())]
            behind = hit.end() <= match.start()
            if "," not in between and not (behind and " and " in between) and (best is None or gap < best[0]):
                best = (gap, fate)
    return best[1] if best else ""
