"""A name in a text -> what it is called there: "Mayor Mara Velden", "Olaf Brandt, a spokesman for Ostmark Rail"."""

import re

from headwater.tables import HONORIFICS, TITLES
from headwater.text import words

_ROLES = sorted(
    TITLES
    | frozenset(
        words(
            "lawyer attorney analyst economist professor lecturer researcher scientist engineer doctor surgeon nurse teacher student farmer driver "
            "pilot soldier witness resident survivor victim suspect defendant owner founder executive manager official commander deputy member "
            "adviser advisor aide diplomat historian journalist reporter editor author activist campaigner candidate lawmaker mp councillor judge "
            "prosecutor banker trader strategist coach player captain bishop archbishop imam rabbi pope president-elect widow daughter son brother "
            "sister mother father wife husband"
        )
    ),
    key=lambda w: (-len(w), w),
)
_ROLE = rf"(?:{'|'.join(map(re.escape, _ROLES))})"
_WORD = r"(?:[a-zA-Z][\w'’&-]*)"
_OF = rf"(?:\s+(?:of|for|at|in|with|to)\s+(?:the\s+|an?\s+)?{_WORD}(?:\s+(?:of\s+the\s+|of\s+|and\s+)?[A-Z][\w'’&-]*)*)"
_BEFORE = re.compile(rf"(?<![\w'’-])((?:(?!(?i:the|an?|by|to|of|said|says|with|and|for|but)\b){_WORD}\s+){{0,3}}?(?i:{_ROLE}))\s+$")
_AFTER = re.compile(
    rf",\s+(?:\d\d,\s+)?(?:(?i:the|an?|its|their|his|her|who is(?: the| an?)?|who was(?: the| an?)?)\s+)?((?:(?!and\b|who\b|was\b|is\b){_WORD}\s+){{0,4}}?(?i:{_ROLE})s?\b{_OF}?)"
)
_ONLY_MANNERS = frozenset(HONORIFICS)
_REACH = 60  # characters before a name in which its title begins


def find_role(text: str, start: int, end: int, *, low: int = 0) -> str | None:
    """What ``text[start:end]``, a person's name, is called right before or right behind it; None where it is called nothing.

    ``low``: where the sentence begins. Forms of address alone (Mr, Dame) are no role.

    >>> find_role("the Ostmark mayor Mara Velden left", 18, 29), find_role("Mara Velden, a spokeswoman for the army, left", 0, 11)
    ('Ostmark mayor', 'spokeswoman for the army')
    """
    if (found := _AFTER.match(text, end)) is not None:
        return " ".join(found[1].split())
    before = _BEFORE.search(text, max(low, start - _REACH), start)
    if before is None or before[1].lower() in _ONLY_MANNERS:
        return None
    return " ".join(before[1].split())
