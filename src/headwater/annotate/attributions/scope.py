"""The attributions of an article in, the same out with the outlet added where its report goes on.

"The Journal reported ..., citing officials. The officials said ...": the officials are still the Journal's. The scope
stays open until somebody else is credited or two sentences credit nobody.
"""

import re
from collections.abc import Sequence

import msgspec

from headwater.annotate.attributions.raw import PASSED, THROUGH
from headwater.types import Article, Attribution, Sentence

_SILENT = 2  # sentences that credit nobody: then the scope is closed
_DEFINITE = re.compile(r"(?i)(?:the|these|those|both|he|she|they)\b")


class _Scope(msgspec.Struct, kw_only=True):
    """An outlet whose report goes on, whom it credits, and how many sentences ago somebody was credited."""

    outlet: Attribution
    names: frozenset[str]
    silent: int = 0


def carry(article: Article, sentences: Sequence[Sentence], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions in their order, each of an open scope followed by one of the outlet."""
    result: list[Attribution] = []
    scope: _Scope | None = None
    at = 0
    for sentence in sentences:
        here = []
        while at < len(found) and found[at].cue.start < sentence.end:
            here.append(found[at])
            at += 1
        carried = [a for a in here if scope and _is_carried(article.text, a, scope)]
        for a in here:
            result.append(a)
            if scope and a in carried:
                result.append(_through(a, scope.outlet))
        scope = _after(scope, here, all_carried=len(carried) == len(here), headline=sentence.end <= article.body)
    return [*result, *found[at:]]


def _after(scope: _Scope | None, here: Sequence[Attribution], *, all_carried: bool, headline: bool) -> _Scope | None:
    """The scope that is open behind a sentence with these attributions."""
    if headline:
        return None
    opening = next((a for a in here if a.kind == "outlet" and a.depth != PASSED), None)
    if opening:
        return _Scope(outlet=opening, names=frozenset(a.name for a in here if a.kind != "outlet"))
    if scope is None or (here and not all_carried):
        return None
    scope.silent = 0 if here else scope.silent + 1
    return scope if scope.silent < _SILENT else None


def _is_carried(text: str, a: Attribution, scope: _Scope) -> bool:
    """Is this one of those whom the outlet credits: by name, or as "the officials" where it has named nobody?"""
    if a.kind == "outlet" or a.source is None:
        return False
    definite = _DEFINITE.match(text, a.source.start) is not None
    if a.name in scope.names:
        return definite and (a.kind != "person" or scope.outlet.relation == "relays")
    return definite and not scope.names and a.kind in ("unnamed", "witness")


def _through(a: Attribution, outlet: Attribution) -> Attribution:
    return msgspec.structs.replace(
        outlet,
        cue=a.cue,
        content=a.content,
        act="says",
        depth=THROUGH,
        relation=outlet.relation if outlet.relation != "obtained" else "relays",
    )
