"""A report as the page shows it: its paragraphs with statements and credits in place, furniture where it stood, shared runs."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from headwater.brief import marks
from headwater.types import BriefArticle, BriefClaim, BriefStatement, BriefStory, Dropped, Notes, Passage, Span

RUN = 5
"""Words in a row that two reports must share to be marked as shared: what makes a copy, too."""
_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")
SHARED = "shared"


class Said(NamedTuple):
    """A run of a paragraph: the statement that it belongs to, None between statements, and its pieces with their marks.

    ``first`` is whether the statement begins here: one that runs over a paragraph's end has a run in each.
    """

    statement: BriefStatement | None
    claim: BriefClaim | None
    first: bool
    pieces: tuple[marks.Piece, ...]


class Block(NamedTuple):
    """A paragraph of a report, or the furniture that stood between two."""

    headline: bool
    runs: tuple[Said, ...]
    dropped: tuple[Dropped, ...]


def cues_of(notes: Notes, statement: BriefStatement) -> tuple[Span, ...]:
    """The words that tie a statement to whom it credits: "said", "according to"; of those attributions that made its chain."""
    links = {(link.start, link.end) for link in statement.chain}
    return tuple(
        a.cue
        for a in notes.attributions
        if ((a.source or a.cue).start, (a.source or a.cue).end) in links
        and a.source is not None
        and min(a.content.end, statement.end) > max(a.content.start, statement.start)
    )


def blocks(story: BriefStory, article: BriefArticle, notes: Notes) -> tuple[Block, ...]:
    """The report from its top to its end: paragraphs in order, and what was cut between them."""
    told = {s.id: (s, claim) for claim in story.claims for s in claim.statements if s.article == article.id}
    covers: list[marks.Mark] = [(s.start, s.end, id_) for id_, (s, _) in told.items()]
    credited = {
        (link.start, link.end, marks.CREDIT)
        for s, _ in told.values()
        for link in s.chain
        if 0 <= link.start < link.end <= len(article.text)
    }
    cues = {(c.start, c.end, marks.CUE) for s, _ in told.values() for c in cues_of(notes, s)}
    pieces = [p for p in marks.cut(article.text, Span(start=0, end=len(article.text)), [*covers, *sorted(credited | cues)]) if p.text]
    places = _furniture(article)
    found = [Block(headline=False, runs=(), dropped=tuple(places.pop(0)))] if places.get(0) else []
    begun: set[str] = set()
    for match in _PARAGRAPH.finditer(article.text):
        runs = tuple(_runs(_within(pieces, match.start(), match.end()), told, begun))
        found.append(Block(headline=match.start() == 0 and match.group().strip() == (article.title or "").strip(), runs=runs, dropped=()))
        cut = [d for at in sorted(places) if at <= match.end() for d in places.pop(at)]
        if cut:
            found.append(Block(headline=False, runs=(), dropped=tuple(cut)))
    rest = tuple(d for at in sorted(places) for d in places[at])
    return (*found, *((Block(headline=False, runs=(), dropped=rest),) if rest else ()))


def _within(pieces: Sequence[marks.Piece], start: int, end: int) -> Iterator[marks.Piece]:
    """The pieces of a paragraph, cut at its ends."""
    for piece in pieces:
        left, right = max(piece.start, start), min(piece.start + len(piece.text), end)
        if left < right:
            yield marks.Piece(piece.text[left - piece.start : right - piece.start], left, piece.names)


def _runs(pieces: Iterator[marks.Piece], told: dict[str, tuple[BriefStatement, BriefClaim]], begun: set[str]) -> Iterator[Said]:
    held: list[marks.Piece] = []
    current: str | None = None
    for piece in pieces:
        id_ = next((name for name in piece.names if name in told), None)
        if held and id_ != current:
            yield _said(current, held, told, begun)
            held = []
        current = id_
        held.append(piece)
    if held:
        yield _said(current, held, told, begun)


def _said(id_: str | None, held: Sequence[marks.Piece], told: dict[str, tuple[BriefStatement, BriefClaim]], begun: set[str]) -> Said:
    statement, claim = told[id_] if id_ else (None, None)
    first = id_ is not None and id_ not in begun
    begun.update([id_] if id_ else [])
    return Said(statement, claim, first, tuple(held))


def _furniture(article: BriefArticle) -> dict[int, list[Dropped]]:
    """What was cut, by the end of the last words of the text that stood before it on the page; 0 for what stood above all."""
    found: dict[int, list[Dropped]] = {}
    for dropped in article.dropped:
        found.setdefault(_place(dropped, article.passages, len(article.text)), []).append(dropped)
    return found


def _place(dropped: Dropped, passages: Sequence[Passage], end: int) -> int:
    if dropped.page_end <= dropped.page_start:
        return end + 1
    here = [p for p in passages if p.field == dropped.field and p.page_end > p.page_start]
    if not here:
        return end + 1
    return max((p.end for p in here if p.page_start <= dropped.page_start), default=0)


def shared_runs(text: str, other: str) -> tuple[Span, ...]:
    """The parts of the text that stand word for word in the other: runs of five words or more, letters and digits alone.

    >>> shared_runs("So he said: the ferry left at seven, sharp.", "The ferry left at seven. Nobody saw it.")
    (Span(start=12, end=35),)
    """
    words = [(m.start(), m.end(), m.group().casefold()) for m in _WORD.finditer(text)]
    theirs = [m.group().casefold() for m in _WORD.finditer(other)]
    runs = {tuple(theirs[i : i + RUN]) for i in range(len(theirs) - RUN + 1)}
    found: list[Span] = []
    for i in range(len(words) - RUN + 1):
        if tuple(w for _, _, w in words[i : i + RUN]) not in runs:
            continue
        start, end = words[i][0], words[i + RUN - 1][1]
        if found and start <= found[-1].end:
            found[-1] = Span(start=found[-1].start, end=end)
        else:
            found.append(Span(start=start, end=end))
    return tuple(found)


def shared_share(text: str, spans: Sequence[Span]) -> int:
    """How much of the text the spans hold, in percent of its words.

    >>> shared_share("one two three four", [Span(start=0, end=7)])
    50
    """
    words = [m.start() for m in _WORD.finditer(text)]
    inside = {at for s in spans for at in range(s.start, s.end)}
    return round(100 * sum(at in inside for at in words) / len(words)) if words else 0


def paragraphs(text: str, spans: Sequence[Span]) -> tuple[tuple[marks.Piece, ...], ...]:
    """The text's paragraphs in pieces, the spans marked as shared."""
    pieces = [p for p in marks.cut(text, Span(start=0, end=len(text)), [(s.start, s.end, SHARED) for s in spans]) if p.text]
    return tuple(tuple(_within(pieces, m.start(), m.end())) for m in _PARAGRAPH.finditer(text))
