"""Article and Notes in, Statements out: what one article says once, with chain, status and typed values."""

from collections.abc import Sequence

from headwater.state.quantities import find_quantities
from headwater.state.status import outlet_status_of, status_of
from headwater.text import content_id, straighten
from headwater.types import Article, Attribution, Link, Notes, Proposition, Span, Statement

__all__ = ["state"]

_MAX_DEPTH = 4  # links of a chain: real ones have three, more is a pattern gone wrong
_INSIDE = 0.6  # share of a proposition that an attribution's content must hold


def state(article: Article, notes: Notes) -> tuple[Statement, ...]:
    """The statements of one article in order; it depends on nothing but the article and its notes."""
    plain = straighten(article.text)
    return tuple(_statement(article, notes, row, plain) for row in range(len(notes.propositions)))


def _statement(article: Article, notes: Notes, row: int, plain: str) -> Statement:
    proposition = notes.propositions[row]
    start, end = proposition.start, proposition.end
    crediting = _crediting(notes.attributions, proposition)
    cue = article.text[crediting[0].cue.start : crediting[0].cue.end] if crediting else None
    sentence = notes.sentences[proposition.sentence]
    times = tuple(t for t in notes.times if start <= t.start < end)
    words = article.text[start:end]
    status = status_of(_hedged(article.text, proposition, sentence.start), act=crediting[0].act if crediting else "says")
    return Statement(
        id=content_id(article.id, str(start), str(end)),
        article=article.id,
        start=start,
        end=end,
        status=status,
        outlet_status=outlet_status_of(words, cue, status),
        chain=_chain(crediting),
        quantities=find_quantities(plain, start, end, times=times),
        times=times,
        names=tuple(dict.fromkeys(article.text[n.start : n.end] for n in notes.names if start <= n.start < end)),
        sentence=Span(start=sentence.start, end=sentence.end),
        row=row,
    )


def _hedged(text: str, proposition: Proposition, sentence: int) -> str:
    """The proposition with the few words before it that may hedge it ("It remains unclear if ...")."""
    before = text[max(sentence, proposition.start - _HEDGE_CHARACTERS) : proposition.start]
    return before.rpartition(",")[2] + text[proposition.start : proposition.end]


_HEDGE_CHARACTERS = 25


def _crediting(attributions: Sequence[Attribution], proposition: Proposition) -> list[Attribution]:
    """The attributions that hold this proposition, nearest to the fact first."""
    size = proposition.end - proposition.start
    holding = [
        a
        for a in attributions
        if min(a.content.end, proposition.end) - max(a.content.start, proposition.start) >= _INSIDE * size
        and not (a.source is not None and a.source.start <= proposition.start and proposition.end <= a.source.end)
    ]
    return sorted(holding, key=lambda a: (-(a.depth == 2), a.content.end - a.content.start, -a.depth, a.cue.start))


def _chain(crediting: Sequence[Attribution]) -> tuple[Link, ...]:
    links: dict[str, Link] = {}
    for a in crediting:
        span = a.source or a.cue
        links.setdefault(
            a.name.lower(),
            Link(name=a.name, kind=a.kind, relation=a.relation, start=span.start, end=span.end, speaks_for=a.speaks_for, office=a.office),
        )
    return tuple(links.values())[:_MAX_DEPTH]
