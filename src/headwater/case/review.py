"""A case in, what a person might decide next out, what would change most first.

Asked are only things whose answer may move a count: two claims of a story in much the same words that rest on different
articles (same claim?), two origins behind one claim whose names share a word (same origin? same person?). What somebody
decided already is not asked again.
"""

import itertools
import weakref
from collections.abc import Iterator

from headwater.align.values import compare_values
from headwater.case.judged import decisions
from headwater.case.record import version_of
from headwater.case.store import Store
from headwater.case.values import Question
from headwater.decide import find_live
from headwater.names import name_tokens
from headwater.state.quantities import find_quantities
from headwater.tables import STOPWORDS
from headwater.text import content_id, stem, words
from headwater.types import BriefClaim, BriefStory, Decision, Origin, Quantity

_STORIES = 40  # that are looked at: those of most articles and those that changed last
_CLAIMS = 150  # of a story, those of most articles first: pairs of all would be many
_ALIKE = 0.4  # of the words of two claims (Dice) from which they may be the same
_UPDATE = " Their numbers differ: where the later report only updates the earlier, say no, and both stay."
_ASKED = ("person", "body", "document", "sensor", "witness", "outlet")


_FOUND: weakref.WeakKeyDictionary[Store, tuple[int, tuple[Question, ...]]] = weakref.WeakKeyDictionary()
"""What could be asked after which run, by the open file: it changes with a run alone, and takes about a second to find."""


def questions(store: Store, limit: int) -> tuple[Question, ...]:
    """Questions of which a yes would change a count, the heaviest first."""
    made = decisions(store)
    live = find_live(made)
    answered = _Answered([d for d in made if d.id in live])
    return tuple(itertools.islice((q for q in _askable(store) if not answered.has(q)), limit))


def _askable(store: Store) -> tuple[Question, ...]:
    """Everything that could be asked, whatever was answered, the heaviest first."""
    run = store.one("SELECT max(id) FROM run")[0] or 0
    held = _FOUND.get(store)
    if held is None or held[0] != run:
        rows = store.rows(
            "SELECT n FROM (SELECT n, run, articles FROM story WHERE ended IS NULL AND articles > 1 ORDER BY articles DESC, id LIMIT ?) "
            "UNION SELECT n FROM (SELECT n FROM story WHERE ended IS NULL AND articles > 1 ORDER BY run DESC, articles DESC, id LIMIT ?)",
            (_STORIES, _STORIES),
        )
        told = [story for (n,) in rows if (story := version_of(store, n))]
        found = [q for story in told for q in (*_claims(story), *_origins(story))]
        held = _FOUND[store] = run, tuple(sorted(found, key=lambda q: (-q.weight, q.id)))
    return held[1]


class _Answered:
    """What people decided already."""

    def __init__(self, made: list[Decision]) -> None:
        self._names = [frozenset(d.names) for d in made if d.kind in ("same origin", "not the same") and d.names]
        self._places = [
            {(a.article, a.start) for a in d.anchors} for d in made if d.kind in ("merge", "split", "not the same") and not d.names
        ]

    def has(self, question: Question) -> bool:
        """Did somebody answer it?"""
        return self.of_claims(*question.claims) if question.kind == "same claim" else self.of_names(*question.names)

    def of_names(self, *names: str) -> bool:
        """Did somebody say whether these are one origin?"""
        return any(held.issuperset(names) for held in self._names)

    def of_claims(self, one: BriefClaim, other: BriefClaim) -> bool:
        """Did somebody say whether these are one claim?"""
        places = [{(s.article, s.start) for s in c.statements} for c in (one, other)]
        return any(all(held & p for p in places) for held in self._places)


def _claims(story: BriefStory) -> Iterator[Question]:
    """Pairs of claims in much the same words."""
    claims = [c for c in story.claims if not (c.decided and c.decided.into)][:_CLAIMS]
    said = [frozenset(stem(w) for w in words(c.text) if w not in STOPWORDS) for c in claims]
    for (a, mine), (b, other) in itertools.combinations(zip(claims, said, strict=True), 2):
        alike = 2 * len(mine & other) / max(1, len(mine) + len(other))
        if alike < _ALIKE:
            continue
        articles = len({s.article for c in (a, b) for s in c.statements})
        more = articles - max(a.standing.articles, b.standing.articles)
        if more > 0:
            other_number = compare_values(_numbers(a), _numbers(b)) == "differ"
            low, high = max(a.standing.origins[0], b.standing.origins[0]), a.standing.origins[1] + b.standing.origins[1]
            yield Question(
                id=content_id("question", "claim", *sorted((a.id, b.id))),
                kind="same claim",
                story=story.id,
                claims=(a, b),
                effect=f"they are one claim, told by {articles} articles with {_range(low, high)}; "
                f"now they are told by {_short(a)} and by {_short(b)}.{_UPDATE if other_number else ''}",
                weight=round(alike * more * (2 if _may_corroborate(a, b) else 1) / (2 if other_number else 1), 3),
            )


def _numbers(claim: BriefClaim) -> tuple[Quantity, ...]:
    return find_quantities(claim.text, 0, len(claim.text))


def _short(claim: BriefClaim) -> str:
    articles = claim.standing.articles
    return f"{articles} article{'' if articles == 1 else 's'} with {_range(*claim.standing.origins)}"


def _range(low: int, high: int) -> str:
    many = f"{low}" if low == high else f"{low} to {high}"
    return f"{many} origin{'' if low == high == 1 else 's'}"


def _may_corroborate(a: BriefClaim, b: BriefClaim) -> bool:
    """Has neither two independent origins, and might both together?"""
    return max(a.standing.origins[0], b.standing.origins[0]) < 2 <= a.standing.origins[1] + b.standing.origins[1]


def _origins(story: BriefStory) -> Iterator[Question]:
    """Pairs of origins that stand behind one claim and share a word of their names."""
    claims = {c.id: c for c in story.claims}
    asked = [o for o in story.origins if o.kind in _ASKED]
    for a, b in itertools.combinations(asked, 2):
        shared = [claims[c] for c in a.claims if c in b.claims and c in claims]
        if not shared or not name_tokens(a.name) & name_tokens(b.name):
            continue
        raised = sum(c.standing.origins[0] >= 2 for c in shared)
        yield Question(
            id=content_id("question", "origin", story.id, *sorted((a.name, b.name))),
            kind="same person" if a.kind == b.kind == "person" else "same origin",
            story=story.id,
            claims=tuple(shared[:1]),
            names=(a.name, b.name),
            effect=_effect(shared, raised, a, b),
            weight=float(len(shared) + 3 * raised),
        )


def _effect(shared: list[BriefClaim], raised: int, a: Origin, b: Origin) -> str:
    many = "the claim that rests" if len(shared) == 1 else f"the {len(shared)} claims that rest"
    told = f"{a.name} and {b.name} count once behind {many} on both"
    return f"{told}; {raised} would lose an independent origin." if raised else f"{told}; the range of origins would be narrower."
