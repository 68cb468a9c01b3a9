"""Article and Notes in, Statements out: what one article says once, with chain, status and typed values."""

from collections.abc import Sequence

from headwater.refuted import find_refuted, is_disowned
from headwater.state.chain import find_crediting, find_holders, make_chain
from headwater.state.quantities import find_quantities
from headwater.state.roles import find_role
from headwater.state.status import is_negated, outlet_status_of, status_of
from headwater.text import content_id, straighten
from headwater.types import Article, Notes, Published, Role, Sentence, Span, Statement, TimeExpression

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
    cue = crediting[0].cue if crediting else None
    sentence = notes.sentences[proposition.sentence]
    times = tuple(t for t in notes.times if start <= t.start < end)
    words = article.text[start:end]
    status = status_of(
        words,
        act=crediting[0].act if crediting else "says",
        before=article.text[sentence.start : start],
        future=_is_future(times, article.published),
        refuted=_is_refuted(plain, sentence, span),
    )
    return Statement(
        id=content_id(article.id, str(start), str(end)),
        article=article.id,
        start=start,
        end=end,
        status=status,
        outlet_status=outlet_status_of(
            words, plain[cue.start : cue.end] if cue else None, status, disowned=cue is not None and is_disowned(plain, cue.start, cue.end)
        ),
        chain=make_chain(crediting),
        holders=make_chain(find_holders(notes.views, crediting, span)),
        quantities=find_quantities(plain, start, end, times=times),
        times=times,
        names=tuple(dict.fromkeys(article.text[n.start : n.end] for n in notes.names if start <= n.start < end)),
        places=tuple(p for p in notes.places if start <= p.start < end and p.use == "place"),
        roles=_roles(article.text, notes, span, sentence.start),
        negated=is_negated(words),
        parts=proposition.parts,
        sentence=Span(start=sentence.start, end=sentence.end),
        row=row,
    )


def _roles(text: str, notes: Notes, span: Span, sentence: int) -> tuple[Role, ...]:
    """What the persons named in a statement are called there, the first role of each."""
    found: dict[str, str] = {}
    for name in notes.names:
        if name.kind == "person" and span.start <= name.start < span.end and (role := find_role(text, name.start, name.end, low=sentence)):
            found.setdefault(text[name.start : name.end], role)
    return tuple(Role(name=name, role=role) for name, role in found.items())


def _is_refuted(plain: str, sentence: Sentence, span: Span) -> bool:
    """Do the words around a statement, and none of its own, call it untrue: "rumours that ... were wrong"?"""
    clauses = (r.clause for r in find_refuted(plain, sentence.start, sentence.end))
    return any(start <= span.start and span.end <= end + 1 for start, end in clauses)


def _is_future(times: Sequence[TimeExpression], published: Published) -> bool:
    """Does a statement name a time that surely comes after the day of its article?"""
    return published.latest is not None and any(t.earliest is not None and t.earliest[:10] > published.latest[:10] for t in times)
