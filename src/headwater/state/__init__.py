"""Article and Notes in, Statements out: what one article says once, with chain, status and typed values."""

from headwater.state.chain import find_crediting, find_holders, make_chain
from headwater.state.quantities import find_quantities
from headwater.state.status import outlet_status_of, status_of
from headwater.text import content_id, straighten
from headwater.types import Article, Notes, Proposition, Span, Statement

__all__ = ["state"]


def state(article: Article, notes: Notes) -> tuple[Statement, ...]:
    """The statements of one article in order; it depends on nothing but the article and its notes."""
    plain = straighten(article.text)
    return tuple(_statement(article, notes, row, plain) for row in range(len(notes.propositions)))


def _statement(article: Article, notes: Notes, row: int, plain: str) -> Statement:
    proposition = notes.propositions[row]
    start, end = proposition.start, proposition.end
    span = Span(start=start, end=end)
    crediting = find_crediting(notes.attributions, span)
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
        chain=make_chain(crediting),
        holders=make_chain(find_holders(notes.views, crediting, span)),
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
