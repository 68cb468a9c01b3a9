"""Roots of one claim in, distinct roots out: equal ones made one, by name, by whom they speak for, by the words they use."""

import functools
from collections.abc import Sequence

import msgspec

from headwater.names import near_spelling, same_body, same_surname
from headwater.outlets import outlet_key
from headwater.trace.decided import near_ones
from headwater.trace.family import Family
from headwater.trace.namewords import carried
from headwater.types import OriginKind

NAMED = ("person", "body", "document", "sensor", "witness")
_COMMON_BODIES = frozenset(
    "company bank firm operator carrier lender airline manufacturer retailer supplier developer insurer group agency".split()  # noqa: SIM905 - a list of words
)
_THINGS = ("document", "sensor")


class Root(msgspec.Struct, frozen=True, kw_only=True):
    """An ultimate source of one claim, and the articles that lead to it."""

    name: str
    """Of an own voice, the article that speaks."""
    kind: OriginKind
    through: str | None = None
    """The outlet by which it was reached, None where the article reached it itself."""
    articles: tuple[str, ...]
    statements: tuple[str, ...] = ()
    """The statements that lead to it."""
    bodies: tuple[str, ...] = ()
    """The bodies that a person speaks for or holds an office in."""
    spoken: tuple[str, ...] = ()
    """Those of them that the person speaks for."""
    own: str | None = None
    """Of an outlet's own reporting, the first article of its publisher: two papers of one house are one."""
    seen: bool = False
    """Does the report say that its outlet has it in hand: "documents obtained by the Herald"?"""
    echoes: tuple[str, ...] = ()
    """The words that its statements use, each by the first statement that has them."""
    sure: bool = True
    """Does one of its statements surely say what the claim says?"""
    backs: tuple[str, ...] = ()
    """Of an origin that a person brought: the statements of which that person said that it says the same."""
    ruled: tuple[str, ...] = ()
    """The names by which people ruled on it."""


def merge(roots: Sequence[Root], family: Family) -> tuple[Root, ...]:
    """Equal roots made one, named ones first: by name, by whom they speak for, by who reached them, by the words they use."""
    merged: list[Root] = []
    for root in sorted(roots, key=lambda r: (_rank(r), is_vague(r), r.name, r.through or "", r.articles)):
        near = near_ones(merged, root, functools.partial(_alike, family=family), family.rulings)
        if not near:
            merged.append(root)
            continue
        # it may tie together what was apart so far
        held = functools.reduce(_join, (merged[i] for i in near[1:]), merged[near[0]])
        merged[near[0]] = _join(held, root)
        merged = [m for i, m in enumerate(merged) if i not in near[1:]]
    return tuple(merged)


def is_vague(root: Root) -> bool:
    """May this be anybody who is named beside it: "police", "local police", "a statement", "the shipping company"?"""
    if root.seen or root.own:
        return False
    tokens = [t for t in root.name.split() if t.lower() not in ("the", "a", "an", "local")]
    found = carried(root.name)
    if root.kind == "document":
        return not any(t[0].isupper() and carried(t).own for t in tokens)
    if not found.own and len(found.common) <= 1 and root.kind != "sensor":
        return True
    return not any(c.isupper() for c in root.name) and (len(tokens) <= 1 or tokens[-1] in _COMMON_BODIES)


def _alike(a: Root, b: Root, *, family: Family) -> bool:
    return _same(a, b, family) or _echo(a, b)


def _echo(a: Root, b: Root) -> bool:
    """Do two roots use the same words, and one of them has no name of its own? Two names stay two, and count as one below."""
    return bool(set(a.echoes) & set(b.echoes)) and not (a.kind in NAMED and b.kind in NAMED)


def _join(held: Root, other: Root) -> Root:
    """One root out of two, under the first one's name."""
    return msgspec.structs.replace(
        held,
        through=held.through or other.through,
        sure=held.sure or other.sure,
        seen=held.seen or other.seen,
        articles=tuple(dict.fromkeys((*held.articles, *other.articles))),
        statements=tuple(dict.fromkeys((*held.statements, *other.statements))),
        echoes=tuple(dict.fromkeys((*held.echoes, *other.echoes))),
        backs=tuple(dict.fromkeys((*held.backs, *other.backs))),
        ruled=tuple(dict.fromkeys((*held.ruled, *other.ruled))),
    )


def _rank(root: Root) -> int:
    return NAMED.index(root.kind) if root.kind in NAMED else {"unnamed": 5, "outlet": 6}.get(root.kind, 7)


def _same(a: Root, b: Root, family: Family) -> bool:
    kinds = {a.kind, b.kind}
    if "own voice" in kinds:
        return _same_voice(a, b, family)
    if a.own or b.own:
        return a.own == b.own
    if "outlet" in kinds:
        outlet, other = (a, b) if a.kind == "outlet" else (b, a)
        return same_body(outlet.name, other.name) or (other.through is not None and same_body(outlet.name, other.through))
    if "person" in kinds:
        return _same_person(a, b) if a.kind == "person" else _same_person(b, a)
    if "unnamed" in kinds:
        # one outlet's "officials" are one group whatever it calls them; other outlets' may be others
        return a.kind == b.kind and _reached(a, family) == _reached(b, family)
    return same_body(a.name, b.name) or (a.kind == b.kind and _may_be_one(a, b))


def _same_voice(a: Root, b: Root, family: Family) -> bool:
    """Is one the own voice of a report, and the other that too, or the outlet that it speaks for?"""
    if a.kind == b.kind:
        return a.name == b.name
    voice, other = (a, b) if a.kind == "own voice" else (b, a)
    return other.kind == "outlet" and any(same_body(name, other.name) for name in family.names[voice.name])


def _same_person(person: Root, other: Root) -> bool:
    """Is a person the other root: by surname, by a slip in spelling, or by the body that the person speaks for?"""
    if other.kind == "person":
        # one surname in one claim is one origin here: "Dick" and "Richard" are, and of two brothers the low end knows one
        alike = same_surname(person.name, other.name) or near_spelling(person.name, other.name)
        return alike or any(same_body(x, y) for x in person.spoken for y in other.spoken)
    return other.kind == "body" and (same_surname(person.name, other.name) or any(same_body(b, other.name) for b in person.bodies))


def _may_be_one(a: Root, b: Root) -> bool:
    """May two roots of one kind be one thing, since one has no name: two documents, two sets of images, two companies?"""
    nameless = [r for r in (a, b) if not any(c.isupper() for c in r.name)]
    return bool(nameless) and (a.kind in _THINGS or any(is_vague(r) for r in nameless))


def _reached(root: Root, family: Family) -> str:
    """The outlet that reached an unnamed group; an article without one stands for itself."""
    if root.through:
        return outlet_key(root.through)
    first = family.voice.get(root.articles[0], root.articles[0])
    return outlet_key(next(iter(family.names.get(first, ())), first))
