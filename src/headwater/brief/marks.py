"""Text made fit to show: a report's text and spans in, safe text and marked pieces out; pure.

``plain`` keeps every character in its place, so spans hold before and after it.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from headwater.types import BriefStatement, Link, Span

QUOTE = "quote"
CREDIT = "credit"
CUE = "cue"
SIGN = "\ufffd"
AROUND = 600
"""Characters of a sentence shown on each side of the statement; longer sentences are lists or broken text."""
CONTEXT = 80
"""Characters shown on each side of a credit that stands in another sentence: about a line of type."""

# what moves a cursor, ends a string or turns the direction of the text around it; lone surrogates cannot be encoded
_DISTURBING = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]")
_BREAKING = re.compile(r"[\r\x0b\x0c\x85\u2028\u2029]")

Mark = tuple[int, int, str]


class Piece(NamedTuple):
    """A run of text with the names of the marks that cover it; ``start`` is where it stands, -1 for an ellipsis."""

    text: str
    start: int
    names: tuple[str, ...]


_ELLIPSIS = Piece("…", -1, ())


def plain(text: str) -> str:
    r"""The text with what disturbs a display replaced, one character for one: control and bidi characters by a sign.

    >>> plain("a\x1b[2Jb\u202ec")
    'a�[2Jb�c'
    """
    return _DISTURBING.sub(SIGN, _BREAKING.sub(" ", text))


def one_line(text: str) -> str:
    r"""The plain text on one line.

    >>> one_line(" a\n\n b ")
    'a b'
    """
    return " ".join(plain(text).split())


def cut(text: str, span: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The pieces of a span of text between the edges of the marks, each with the marks that cover it.

    >>> [(p.text, p.names) for p in cut("abcd", Span(start=0, end=4), [(1, 3, "quote")])]
    [('a', ()), ('bc', ('quote',)), ('d', ())]
    """
    held = [(max(start, span.start), min(end, span.end), name) for start, end, name in marks]
    held = [mark for mark in held if mark[0] < mark[1]]
    begins: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    for start, end, name in held:
        begins.setdefault(start, []).append(name)
        ends.setdefault(end, []).append(name)
    edges = sorted({span.start, span.end, *begins, *ends})
    active: list[str] = []
    pieces = []
    for start, end in pairwise(edges):
        for name in ends.get(start, ()):
            active.remove(name)
        active += begins.get(start, ())
        pieces.append(Piece(text[start:end], start, tuple(sorted(set(active)))))
    return tuple(pieces)


def shown_span(text: str, statement: BriefStatement) -> Span:
    """The part of the text shown for a statement: its sentence, cut where it runs on far beyond the statement."""
    start = max(0, min(statement.sentence.start, statement.start), statement.start - AROUND)
    end = min(len(text), max(statement.sentence.end, statement.end), statement.end + AROUND)
    return Span(start=start, end=max(start, end))


def sentence_pieces(text: str, statement: BriefStatement, cues: Iterable[Span] = ()) -> tuple[Piece, ...]:
    """The statement's sentence in pieces: the statement marked ``quote``, whom it credits ``credit``, by which verb or words ``cue``."""
    return joint_pieces(text, (statement,), cues)


def joint_pieces(text: str, statements: Sequence[BriefStatement], cues: Iterable[Span] = ()) -> tuple[Piece, ...]:
    """A sentence in pieces with all of these statements of it marked; cut where it runs on far beyond them."""
    spans = [shown_span(text, statement) for statement in statements]
    span = Span(start=min(s.start for s in spans), end=max(s.end for s in spans))
    marks = [mark for s in statements for mark in ((s.start, s.end, QUOTE), *_credits(s.chain))]
    before = (_ELLIPSIS,) if span.start > min(s.sentence.start for s in statements) else ()
    after = (_ELLIPSIS,) if span.end < max(s.sentence.end for s in statements) else ()
    return (*before, *cut(text, span, [*marks, *((c.start, c.end, CUE) for c in cues)]), *after)


def credit_contexts(text: str, statement: BriefStatement) -> tuple[tuple[Piece, ...], ...]:
    """The credits that stand outside the shown sentence, each with the words around it, in the order of the text."""
    shown = shown_span(text, statement)
    marks = _credits(statement.chain)
    outside = sorted({(start, end) for start, end, _ in marks if (end <= shown.start or start >= shown.end) and end <= len(text)})
    return tuple(_framed(text, span, marks) for span in _merged([_around(text, start, end) for start, end in outside]))


def _credits(chain: Sequence[Link]) -> list[Mark]:
    return [(link.start, link.end, CREDIT) for link in chain if 0 <= link.start < link.end]


def _framed(text: str, span: Span, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    before = (_ELLIPSIS,) if span.start > 0 and text[span.start - 1] != "\n" else ()
    after = (_ELLIPSIS,) if span.end < len(text) and text[span.end] != "\n" else ()
    return (*before, *cut(text, span, marks), *after)


def _around(text: str, start: int, end: int) -> Span:
    """The words around a span, at most CONTEXT characters a side, within its line, without broken words at the edges."""
    left = text[max(0, start - CONTEXT) : start]
    if "\n" in left:
        left = left.rpartition("\n")[2]
    elif len(left) == CONTEXT:
        left = left.partition(" ")[2]
    right = text[end : end + CONTEXT]
    if "\n" in right:
        right = right.partition("\n")[0]
    elif len(right) == CONTEXT:
        right = right.rpartition(" ")[0]
    return Span(start=start - len(left), end=end + len(right))


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(start=merged[-1].start, end=max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
