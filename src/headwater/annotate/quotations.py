"""Text -> the spans of its quotations, quotation marks included; one paragraph at a time."""

import re

from headwater.types import Span

_PARAGRAPH = re.compile(r"[^\n]+")
_OPENING = "“„«"
_CLOSING = "”»"
_ENDS = {"„": "“”", "»": "«"}  # marks that close after these, though elsewhere they open
_SINGLE = re.compile(r"(?<![\w‘'’])[‘'](?=[\w\"])([^‘\n]{8,400}?)(?<=[\w.,!?…])['’](?!\w)")


def find_quotations(text: str) -> tuple[Span, ...]:
    """Spans of quotations in order, none within another.

    A mark that stays open runs to the end of its paragraph: a quotation goes on there. Closing marks that open
    (as broken pages have them) are read by their place: after white space or at the beginning they open.
    """
    found: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        found += _in_paragraph(text, *paragraph.span())
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    opened: int | None = None
    for i in range(start, end):
        c = text[i]
        if c not in _OPENING and c not in _CLOSING and c != '"':
            continue
        if opened is None:
            if c in _OPENING or i == start or text[i - 1] in " \t\xa0([—–-":
                opened = i
        elif c not in _OPENING or c in _ENDS.get(text[opened], ""):
            found.append(Span(start=opened, end=i + 1))
            opened = None
    if opened is not None:
        found.append(Span(start=opened, end=end))
    taken = [m.span() for m in _SINGLE.finditer(text, start, end)]
    free = [s for s in taken if not any(s[0] < f.end and f.start < s[1] for f in found)]
    return sorted((*found, *(Span(start=s, end=e) for s, e in free)), key=lambda s: s.start)
