"""The words around a number -> whether it is a least, a most or an about: "more than", "up to", "some", "or so"."""

import re
from typing import Literal

Bound = Literal["low", "high", "about"]

_BEFORE_IT: dict[Bound, str] = {
    "low": "at least|at the very least|more than|over|above|no fewer than|no less than|not less than|not fewer than|upwards of|exceeding|"
    "in excess of|a minimum of|as many as at least|as few as|as little as|just over|well over",
    "high": "at most|up to|fewer than|less than|under|below|no more than|not more than|as many as|as much as|a maximum of|well under",
    "about": "about|around|some|nearly|almost|roughly|approximately|an estimated|close to|just under|circa|or so",
}
_BEHIND_IT: dict[str, Bound] = {
    **dict.fromkeys(("plus", "-plus", "+", "more"), "low"),
    **dict.fromkeys(("fewer", "less"), "high"),
    **dict.fromkeys(("so", "-odd"), "about"),
}
_KIND = {phrase: kind for kind, phrases in _BEFORE_IT.items() for phrase in phrases.split("|")}
_PHRASE = re.compile(rf"(?i)\b({'|'.join(sorted(_KIND, key=lambda p: (-len(p), p)))})\s+(?:the\s+)?(?:an(?:other|\s+additional)\s+)?$")
_REACH = 36  # characters before a number in which the words of a bound begin
AFTERWARDS = r"-?plus\b|\+|\s+or\s+(?:more|fewer|less|so)\b|-odd\b"
"""A pattern of the words that bound a number from behind."""


def bound_before(text: str, position: int) -> tuple[int, Bound] | None:
    """Where the words begin that bound the number at a position, and how they do; None where nothing does.

    >>> bound_before("It took at least 40", 17), bound_before("It took 40", 8)
    ((8, 'low'), None)
    """
    found = _PHRASE.search(text, max(0, position - _REACH), position)
    return (found.start(), _KIND[found[1].lower()]) if found else None


def bound_behind(words: str) -> Bound | None:
    """How the words behind a number bound it: "or more", "-odd"; None where they do not.

    >>> bound_behind(" or more"), bound_behind("-odd"), bound_behind("")
    ('low', 'about', None)
    """
    return _BEHIND_IT.get(words.rpartition(" ")[2].lower())
