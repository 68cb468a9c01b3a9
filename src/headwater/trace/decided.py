"""The roots of a claim and what people say of origins in, the roots with that honoured out: one, apart, brought."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec

from headwater.names import same_body, same_person
from headwater.text import fold
from headwater.trace.called import side_name
from headwater.types import OneOrigin, Rulings

if TYPE_CHECKING:
    from headwater.trace.family import Family
    from headwater.trace.same import Root

_NAMED = ("person", "body", "document", "sensor", "witness")


def rule(roots: Sequence["Root"], family: "Family") -> list["Root"]:
    """The roots with the names by which people ruled on them, those of one origin under its name."""
    rulings = family.rulings
    names = sorted({*(n for one in rulings.one for n in one.names), *(n for pair in rulings.apart for n in pair)})
    return [_ruled(r, _name_of(r, names, family), rulings) for r in roots] if names else list(roots)


def _name_of(root: "Root", names: Sequence[str], family: "Family") -> str | None:
    """The name by which people ruled on a root: its own, else the only one that may be its own."""
    called = (fold(root.name), fold(side_name(root, family)))
    exact = [n for n in names if fold(n) in called]
    if exact:
        return exact[0]
    if root.kind in ("own voice", "unnamed"):
        return None
    near = [n for n in names if (same_person if root.kind == "person" else same_body)(root.name, n)]
    return near[0] if len(near) == 1 else None


def _ruled(root: "Root", name: str | None, rulings: Rulings) -> "Root":
    if name is None:
        return root
    one = next((o for o in rulings.one if name in o.names), None)
    if one is None or one.kind not in _NAMED:
        return msgspec.structs.replace(root, ruled=(name,))
    through = None if root.kind == "own voice" else root.through
    return msgspec.structs.replace(root, ruled=(name,), name=one.name, kind=one.kind, through=through)


def near_ones(held: Sequence["Root"], root: "Root", alike: Callable[["Root", "Root"], bool], rulings: Rulings) -> list[int]:
    """The places of those that are one with a root, what people say before what the rules say; none of them apart from another."""
    said = [i for i, h in enumerate(held) if _is_one(h, root, rulings.one)]
    found = said + [i for i, h in enumerate(held) if i not in said and alike(h, root)]
    kept: list[int] = []
    for i in found:
        if not any(is_apart(held[i], r, rulings) for r in (root, *(held[j] for j in kept))):
            kept.append(i)
    return sorted(kept)


def _is_one(a: "Root", b: "Root", ones: Sequence[OneOrigin]) -> bool:
    return any(not set(one.names).isdisjoint(a.ruled) and not set(one.names).isdisjoint(b.ruled) for one in ones)


def is_apart(a: "Root", b: "Root", rulings: Rulings) -> bool:
    """Do people say that two roots are not one?"""
    return any((x in a.ruled and y in b.ruled) or (y in a.ruled and x in b.ruled) for x, y in rulings.apart)


def part_echoes(roots: Sequence["Root"], rulings: Rulings) -> tuple["Root", ...]:
    """The roots, where those that people say are not one are no echo of one another."""
    found: list[Root] = []
    for root in roots:
        others = {e for r in found if is_apart(r, root, rulings) for e in r.echoes}
        own = tuple(e for e in root.echoes if e not in others)
        found.append(root if own == root.echoes else msgspec.structs.replace(root, echoes=own or (root.name,)))
    return tuple(found)
