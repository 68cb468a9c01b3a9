"""The roots of one claim in, its standing out: the ladder of counts, the range of origins, the word, the sides."""

from collections.abc import Sequence

from headwater.trace.called import side_name
from headwater.trace.doubt import count_certain, tell_doubts
from headwater.trace.family import Family
from headwater.trace.own import no_word_on
from headwater.trace.reasons import Circles, explain
from headwater.trace.roots import find_roots, supporting, without_restated
from headwater.trace.same import Root
from headwater.types import Admiralty, Side, Stance, Standing, Statement, Word

_CREDIBILITY = {
    1: "confirmed by two independent origins or more",
    2: "perhaps confirmed: there may be two origins or more",
    3: "one origin, neither confirmed nor contradicted by others",
    5: "contradicted by more origins than assert it",
    6: "cannot be judged: nobody asserts it, or the reports only lead to one another",
}


def judge(statements: Sequence[Statement], roots: Sequence[Root], certain: Sequence[Root], *, circles: Circles, family: Family) -> Standing:
    """The standing of a claim by the rules of ARCHITECTURE.md; only the ``certain`` roots raise its low end."""
    said = supporting(statements, family.articles)
    ids = list(dict.fromkeys(s.article for s in said))
    by_id = {s.id: s for s in statements}
    low, high = (max(1, count_certain(certain, by_id, family)), max(1, len(roots))) if roots else (0, 0)
    only_denied = all(s.status == "denied" for s in statements)
    if only_denied:  # who denies a thing is no origin of it
        low, high = 1, 1
    sides = find_sides(statements, roots, family)
    return Standing(
        articles=len(ids),
        texts=len({family.text_of(s) for s in without_restated(said, family)}),
        outlets=len({family.publisher[i] for i in ids}),
        origins=(low, high),
        word=_word(low, high, anyone=any(r.kind != "own voice" for r in roots)),
        contested=any(s.status == "denied" for s in statements),
        why=(
            *explain(ids, roots, certain, circles=circles, only_denied=only_denied, family=family),
            *tell_doubts(roots, certain, by_id, family),
        ),
        sides=sides,
        admiralty=suggest(low, high, asserting=0 if only_denied else len(roots), denying=_count(sides, "denies")),
    )


def find_sides(statements: Sequence[Statement], roots: Sequence[Root], family: Family) -> tuple[Side, ...]:
    """Which origins assert a claim, deny it, do not know, or could not verify it; a stance that nobody takes is left out."""
    by_stance: dict[Stance, list[Statement]] = {"asserts": [], "denies": [], "does not know": [], "could not verify": []}
    for s in statements:
        stance = "denies" if s.status == "denied" else no_word_on(family.articles[s.article], s) or "asserts"
        by_stance[stance].append(s)
    found = []
    for stance, held in by_stance.items():
        if not held:
            continue
        mine = {s.id for s in held}
        own = roots if stance == "asserts" else find_roots(held, family, sure=frozenset())[0]
        names = tuple(
            dict.fromkeys(side_name(r, family) for r in own if stance != "asserts" or not r.statements or mine & set(r.statements))
        )
        found.append(Side(stance=stance, origins=names, statements=tuple(s.id for s in held)))
    return (*found, *_followed(by_stance["asserts"], found, family))


def _followed(asserting: Sequence[Statement], found: Sequence[Side], family: Family) -> list[Side]:
    """Who says in the next sentence that it could not verify what it passes on; where no statement of the claim says so itself."""
    held = [s for s in asserting if (s.article, s.sentence.start) in family.unverified]
    if not held or any(side.stance == "could not verify" for side in found):
        return []
    names = tuple(dict.fromkeys(f"{family.speaker[s.article]}, own voice" for s in held))
    return [Side(stance="could not verify", origins=names, statements=tuple(s.id for s in held))]


def suggest(low: int, high: int, *, asserting: int, denying: int) -> Admiralty:
    """What the counts alone suggest on the scale of the Admiralty; the reliability of a source is for a person to say."""
    if denying > asserting:
        credibility = 5
    elif high == 0 or asserting == 0:
        credibility = 6
    else:
        credibility = 1 if low >= 2 else 2 if high >= 2 else 3
    return Admiralty(
        credibility=credibility, words=f"F{credibility}: {_CREDIBILITY[credibility]}. A suggestion by count, for a person to confirm."
    )


def _count(sides: Sequence[Side], stance: Stance) -> int:
    return sum(len(s.origins) for s in sides if s.stance == stance)


def _word(low: int, high: int, *, anyone: bool) -> Word:
    """The first word that fits, in the order of the rules."""
    if high == 0:
        return "circular"
    if not anyone:
        return "origin unknown"
    if low >= 2:
        return "corroborated"
    return "possibly corroborated" if high >= 2 else "single origin"
