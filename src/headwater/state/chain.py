"""Attributions and a span in, the chain of whoever is credited with it out, nearest to the fact first."""

from collections.abc import Sequence

from headwater.types import Attribution, Link, Span

_MOST = 4  # links of a chain: real ones have three, more is a pattern gone wrong
_INSIDE = 0.6  # share of a span that an attribution's content must hold
_INNER, _PASSED = 2, -1  # depths of attributions


def find_crediting(attributions: Sequence[Attribution], span: Span) -> tuple[Attribution, ...]:
    """The attributions that hold this span, nearest to the fact first.

    1. Whoever is credited within what another is credited with; 2. whom another cites for it; 3. the smaller content;
    4. who says it before who was told. An outlet that only passes it on ("via") comes before the outlets that report
    it, and after everybody else.
    """
    size = span.end - span.start
    holding = [
        a
        for a in attributions
        if min(a.content.end, span.end) - max(a.content.start, span.start) >= _INSIDE * size
        and not (a.source is not None and a.source.start <= span.start and span.end <= a.source.end)
    ]
    passed = [a for a in holding if a.depth == _PASSED]
    others = [a for a in holding if a.depth != _PASSED]
    others = sorted(
        others, key=lambda a: (-_level(a, others), -(a.depth == _INNER), a.content.end - a.content.start, -a.depth, a.cue.start)
    )
    at = next((i for i, a in enumerate(others) if a.kind == "outlet"), len(others))
    return (*others[:at], *passed, *others[at:])


def _level(a: Attribution, others: Sequence[Attribution]) -> int:
    """Within how many contents of others the words that credit stand."""
    return sum(_within(a, b) and not _within(b, a) for b in others)


def _within(a: Attribution, b: Attribution) -> bool:
    return b.content.start <= a.cue.start and a.cue.end <= b.content.end


def make_chain(crediting: Sequence[Attribution]) -> tuple[Link, ...]:
    """A link a name, in the given order; four at most."""
    links: dict[str, Link] = {}
    for a in crediting:
        span = a.source or a.cue
        links.setdefault(
            a.name.lower(),
            Link(name=a.name, kind=a.kind, relation=a.relation, start=span.start, end=span.end, speaks_for=a.speaks_for, office=a.office),
        )
    return tuple(links.values())[:_MOST]


def find_holders(views: Sequence[Attribution], crediting: Sequence[Attribution], span: Span) -> tuple[Attribution, ...]:
    """The views that hold this span and are nobody's word already, nearest to the fact first; one a cue and a holder."""
    holding = [v for v in views if v.content.start <= span.start and span.end <= v.content.end and not any(_same(v, c) for c in crediting)]
    kept: list[Attribution] = []
    for v in sorted(holding, key=lambda v: (-_level(v, (*holding, *crediting)), -v.cue.start)):
        if not any(_same(v, k) for k in kept):
            kept.append(v)
    return tuple(kept)


def _same(a: Attribution, b: Attribution) -> bool:
    """Do two marks share their cue or their source?"""
    return _touch(a.cue, b.cue) or (a.source is not None and b.source is not None and _touch(a.source, b.source))


def _touch(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
