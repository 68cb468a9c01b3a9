"""The roots of one claim in, those that are independent origins for certain out, and how many they are: the low end."""

from collections.abc import Sequence

from headwater.cluster import tied
from headwater.trace.family import Family
from headwater.trace.same import NAMED, Root, is_vague


def find_low(roots: Sequence[Root], family: Family) -> int:
    """How many origins there are for certain: named ones that surely say the same, in words of their own, by reports of their own.

    A bare "police" or "a document" may be anybody's who is named beside it. One report cannot corroborate itself.
    """
    return max(1, _apart(certain_roots(roots, family), family))


def certain_roots(roots: Sequence[Root], family: Family) -> list[Root]:
    """The named roots that raise a low end: they surely say the same, and have a name of their own.

    The same as the claim; or, where these are more, the same as the words for which a person brought an origin.
    """
    named = [r for r in roots if r.kind in NAMED and not is_vague(r)]
    backed = [[o for o in named if o is r or {*o.statements, *o.backs} & set(r.backs)] for r in named if r.backs]
    return max(([r for r in named if r.sure], *backed), key=lambda held: _apart(held, family))


def _apart(roots: Sequence[Root], family: Family) -> int:
    """How many of some roots have words and reports of their own."""
    wordings = len(tied(r.echoes for r in roots))
    # copies are one report where they carry the same credit; a copy with a sentence of its own is a report for that one
    copied = [[a for a in r.articles if family.text[a] == text] for r in roots for text in sorted({family.text[a] for a in r.articles})]
    return min(wordings, len(tied(copied)))
