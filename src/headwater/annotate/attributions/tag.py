"""The reader's marks in, the spans of sources, cues and contents in each paragraph out."""

import re
from collections.abc import Sequence

import msgspec

from headwater.annotate.bio import spans
from headwater.labels import ROLES, columns
from headwater.models import Marks
from headwater.types import Span

_SIDE_BY_SIDE = re.compile(r"[\s-]?")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Cpl|Adm|Maj|Prof|Rev|Hon|St|Jr|Sr|[A-Z])$")


class Roles(msgspec.Struct, frozen=True, kw_only=True):
    """The spans of one paragraph by role, in order, offsets into the paragraph."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


def tag(texts: Sequence[str], paragraphs: Sequence[Marks]) -> list[Roles]:
    """The spans of each paragraph; one that breaks at "Sen." is one with what follows."""
    found = []
    for text, marks, tagged in zip(texts, paragraphs, spans([m.scores[:, columns("role")] for m in paragraphs]), strict=True):
        by: dict[str, list[Span]] = {role: [] for role in ROLES}
        for first, after, kind in tagged:
            start, end = int(marks.words[first, 0]), int(marks.words[after - 1, 1])
            same = by[ROLES[kind]]
            if same and _is_one(text, same[-1], start, fragments=ROLES[kind] == "content"):
                start = same.pop().start
            same.append(Span(start=start, end=end))
        found.append(Roles(**{role: tuple(s) for role, s in by.items()}))
    return found


def _is_one(text: str, before: Span, start: int, *, fragments: bool) -> bool:
    """Does a span go on here: side by side ("At" and "least one minister"; a content has fragments), or behind a title's full stop?"""
    between = text[before.end : start]
    if between.strip() == "." and _TITLE.search(text, before.start, before.end):
        return True
    return not fragments and _SIDE_BY_SIDE.fullmatch(between) is not None
