"""Lines that were cut in, the names of the article's authors out."""

import itertools
import re
from collections.abc import Iterable

from headwater.clean.tables import CAPITAL
from headwater.outlets import outlet_named
from headwater.tables import MONTHS, WEEKDAYS, is_outlet_name
from headwater.text import straighten
from headwater.types import Dropped

_WORD = rf"{CAPITAL}[\w.'-]*"
_NAME = rf"{_WORD}(?:\s+(?:{_WORD}|(?:de|van|von|al|bin|der|la|le|di)\b)){{0,4}}"
_WHERE = rf"(?:\s+in\s+{_NAME})?"
_BYLINE = re.compile(
    rf"(?i:by|(?:written|story|words|posted|reported) by|authors?)\s*:?\s+(?P<names>{_NAME}{_WHERE}(?:(?:,\s*{_NAME})*,?\s*(?:\band\b|&)\s*{_NAME}{_WHERE})?)"
)
_LABEL = re.compile(r"(?i)(?:by|written by|posted by|authors?)\s*:?")
_BETWEEN = re.compile(r"\s*(?:,|&|\band\b)\s*")
ROLES = frozenset(
    [
        "staff",
        "reporter",
        "reporters",
        "correspondent",
        "correspondents",
        "editor",
        "editors",
        "writer",
        "writers",
        "newsroom",
        "desk",
        "bureau",
        "chief",
        "senior",
        "political",
        "special",
        "business",
        "foreign",
        "international",
        "national",
        "sports",
        "science",
        "our",
        "the",
        "agency",
        "agencies",
        "admin",
        "contributor",
        "columnist",
        "by",
        "and",
        "in",
        "for",
        "of",
    ]
)


def find_authors(dropped: Iterable[Dropped]) -> tuple[str, ...]:
    """The names in the first byline that has any; an outlet only where nobody else is named."""
    lines = [straighten(cut.text).lstrip("-–—•*_#> \t") for cut in dropped if cut.kind == "byline"]
    for line, below in itertools.pairwise([*lines, ""]):
        match = _BYLINE.match(f"{line} {below}" if _LABEL.fullmatch(line) else line)
        pieces = _BETWEEN.split(match.group("names")) if match else []
        names = [name for piece in pieces if (found := _name_in(piece)) and (name := tidy_author(found))]
        people = [name for name in names if outlet_named(name) is None and not is_outlet_name(name)]
        if names:
            return tuple(dict.fromkeys(people or names))
    return ()


def tidy_author(name: str) -> str | None:
    """A name that a page gives for its author, without the date, label or office that stands beside it; None where nothing is left."""
    plain = _ADDED.sub("", straighten(" ".join(name.split()))).strip(" ,.|-–—·")
    tokens = plain.split()
    while tokens and (tokens[-1].lower().strip(".,") in WEEKDAYS or tokens[-1].lower() in ROLES):
        tokens.pop()
    found = " ".join(tokens).strip(" ,")
    if not found or "@" in found or "://" in found or found.lower() in ("admin", "by", "author", "posted"):
        return None
    return found.title() if found.isupper() and len(tokens) > 1 else found


_ADDED = re.compile(
    r"(?i)^(?:by|von|author)\s*:?\s+|\s*\b(?:published|updated|posted|last (?:updated|modified)|modified|follow|email)\b.*$|\s*[,|]?\s*\d.*$"
)


def _name_in(piece: str) -> str | None:
    """A name without its place and without words for an office; None where one word is left that is no outlet."""
    words = re.split(r"\s+in\s+", piece)[0].split()
    while words and (words[-1].lower() in ROLES or words[-1].lower() in MONTHS):
        words.pop()
    if not words or (len(words) == 1 and outlet_named(words[0]) is None):
        return None
    name = " ".join(words).rstrip(".") if len(words[-1]) > 2 else " ".join(words)
    return name.title() if name.isupper() and len(words) > 1 else name
