"""The statements of one claim in, its roots out: who is behind each statement, with equal ones made one.

A root is named (a person, a body, a document, a sensor), an outlet that stands for sources that it does not
name, an unnamed group, or the own voice of an outlet. Statements follow to the report that they credit where
that report is in the story and makes the same claim.
"""

import functools
from collections.abc import Mapping, Sequence

import msgspec

from headwater.names import same_body, same_surname
from headwater.outlets import outlet_key
from headwater.trace.decided import near_ones, part_echoes, rule
from headwater.trace.echoes import find_echoes
from headwater.types import Article, Link, OriginKind, Rulings, Statement

COMMON_BODIES = frozenset(
    [
        "company",
        "bank",
        "firm",
        "operator",
        "carrier",
        "lender",
        "airline",
        "manufacturer",
        "retailer",
        "supplier",
        "developer",
        "insurer",
        "group",
        "agency",
    ]
)
NAMED = ("person", "body", "document", "sensor", "witness")


class Root(msgspec.Struct, frozen=True, kw_only=True):
    """An ultimate source of one claim, and the articles that lead to it."""

    name: str
    kind: OriginKind
    through: str | None
    """The outlet by which it was reached, None where the article reached it itself."""
    articles: tuple[str, ...]
    bodies: tuple[str, ...] = ()
    """The bodies that a person speaks for or holds an office in."""
    spoken: tuple[str, ...] = ()
    """Those of them that the person speaks for."""
    echoes: tuple[str, ...] = ()
    """The words that its statements use, each by the first statement that has them."""
    sure: bool = True
    """Does one of its statements surely say what the claim says?"""
    ruled: tuple[str, ...] = ()
    """The names by which people ruled on it."""


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """What the roots of a story are judged by: its articles, and which of them speak with one voice."""

    articles: Mapping[str, Article]
    credits: Mapping[str, tuple[str, ...]]
    bodies: Mapping[str, tuple[tuple[str, bool], ...]]
    """A person's name to the bodies that any article of the story ties it to, and whether the person speaks for them."""
    text: Mapping[str, str]
    """Article to the first of its copies."""
    voice: Mapping[str, str]
    """Article to the first of those that speak with its voice: copies, one outlet, one agency's text."""
    publisher: Mapping[str, str]
    """Article to the first of those of its publisher."""
    outlets: frozenset[str]
    """The keys of the outlets whose reports are in the story."""
    rulings: Rulings = Rulings()
    """What people say of its origins."""


def find_roots(statements: Sequence[Statement], family: Family, *, sure: frozenset[str]) -> tuple[tuple[Root, ...], bool]:
    """The distinct roots of a claim, named ones first, and whether all that is left of it is a circle.

    ``sure`` holds the ids of the statements that surely say what the claim says.
    """
    stated = [s for s in statements if s.status != "denied"] or list(statements)
    echoes = find_echoes(stated, family.articles)
    published: dict[str, list[Statement]] = {}
    for s in stated:
        published.setdefault(outlet_key(family.articles[s.article].outlet or ""), []).append(s)
    roots = [msgspec.structs.replace(r, sure=s.id in sure, echoes=(echoes[s.id],)) for s in stated for r in _follow(s, published, family)]
    merged = part_echoes(_merge(rule([*roots, *_brought(statements, family.rulings)], family), family), family.rulings)
    return merged, not merged


def _follow(statement: Statement, published: Mapping[str, Sequence[Statement]], family: Family) -> list[Root]:
    """The roots behind one statement, none where it only leads back to where it began.

    ``published`` holds the statements of a claim by the key of their outlet; every outlet is followed once.
    """
    found: list[Root] = []
    followed: set[str] = set()
    waiting = [statement]
    while waiting:
        at = waiting.pop()
        outlet = outlet_key(at.chain[0].name) if at.chain and _is_outlet(at.chain[0], family) else None
        upstream = [s for s in published.get(outlet, ()) if s.article != at.article] if outlet else []
        if not upstream:
            root = _direct(at, family)
            found.append(root if at is statement else msgspec.structs.replace(root, articles=(*root.articles, statement.article)))
        elif outlet and outlet not in followed:
            followed.add(outlet)
            waiting += upstream
    return found


def _direct(statement: Statement, family: Family) -> Root:
    """The root that a statement names itself: a source, an outlet that nobody read, or its own voice."""
    if not statement.chain:
        return _root("own voice", family.voice.get(statement.article, statement.article), None, statement.article)
    first = statement.chain[0]
    if _is_outlet(first, family):
        return _root("outlet", first.name, None, statement.article)
    via = next((link.name for link in statement.chain[1:] if _is_outlet(link, family)), None)
    return _linked(first, via or _credited(statement.article, first, family), statement.article, family)


def _is_outlet(link: Link, family: Family) -> bool:
    """Is this link an outlet: by its kind, or since a report of an outlet of that name is in the story?"""
    return link.kind == "outlet" or outlet_key(link.name) in family.outlets


def _brought(statements: Sequence[Statement], rulings: Rulings) -> list[Root]:
    """The origins that people brought for some statements, each its own report in words of its own."""
    ids = {s.id for s in statements}
    held = [b for b in rulings.brought if not ids.isdisjoint(b.statements)]
    return [Root(name=b.name, kind=b.kind, through=None, articles=(b.decision,), echoes=(b.decision,)) for b in held]


def _root(kind: OriginKind, name: str, through: str | None, article: str) -> Root:
    return Root(name=name, kind=kind, through=through, articles=(article,))


def _linked(link: Link, through: str | None, article: str, family: Family) -> Root:
    """The root of a source that is no outlet; one that only calls itself by a sentence's words is nobody by name."""
    kind = link.kind if link.kind not in NAMED or is_name(link.name, link.kind) else "unnamed"
    bodies = family.bodies.get(link.name, ()) if kind == "person" else ()
    return Root(
        name=link.name,
        kind=kind,
        through=through,
        articles=(article,),
        bodies=tuple(b for b, _ in bodies),
        spoken=tuple(b for b, s in bodies if s),
    )


def is_name(name: str, kind: str) -> bool:
    """Do these words name one source: short, and for a person or a witness with a capital letter?"""
    if len(name.split()) > _LONGEST_NAME:
        return False
    return any(c.isupper() for c in name) or kind in ("body", "document", "sensor")


_LONGEST_NAME = 9  # words: a ministry's full name has eight


def _credited(article: str, first: Link, family: Family) -> str | None:
    """An article that passes on one outlet's news reached its unnamed sources by that outlet."""
    credited = family.credits.get(article, ())
    return credited[0] if first.kind == "unnamed" and len(credited) == 1 else None


def _merge(roots: Sequence[Root], family: Family) -> tuple[Root, ...]:
    """Equal roots made one, named ones first: by name, by whom they speak for, by who reached them, by the words they use."""
    merged: list[Root] = []
    for root in sorted(roots, key=lambda r: (_rank(r), is_vague(r.name), r.name, r.through or "", r.articles)):
        near = near_ones(merged, root, functools.partial(_alike, family=family), family.rulings)
        if not near:
            merged.append(root)
            continue
        # it may tie together what was apart so far
        held = functools.reduce(_join, (merged[i] for i in near[1:]), merged[near[0]])
        merged[near[0]] = _join(held, root)
        merged = [m for i, m in enumerate(merged) if i not in near[1:]]
    return tuple(merged)


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
        articles=tuple(dict.fromkeys((*held.articles, *other.articles))),
        echoes=tuple(dict.fromkeys((*held.echoes, *other.echoes))),
        ruled=tuple(dict.fromkeys((*held.ruled, *other.ruled))),
    )


def _rank(root: Root) -> int:
    return NAMED.index(root.kind) if root.kind in NAMED else {"unnamed": 5, "outlet": 6}.get(root.kind, 7)


def _same(a: Root, b: Root, family: Family) -> bool:
    if "own voice" in (a.kind, b.kind):
        return (a.kind, a.name) == (b.kind, b.name)
    if "outlet" in (a.kind, b.kind):
        outlet, other = (a, b) if a.kind == "outlet" else (b, a)
        return same_body(outlet.name, other.name) or (other.through is not None and same_body(outlet.name, other.through))
    if "person" in (a.kind, b.kind):
        person, other = (a, b) if a.kind == "person" else (b, a)
        if other.kind == "person":
            # one surname in one claim is one origin here: "Dick" and "Richard" are, and of two brothers the low end knows one
            return same_surname(a.name, b.name) or any(same_body(x, y) for x in a.spoken for y in b.spoken)
        return other.kind == "body" and (same_surname(person.name, other.name) or any(same_body(b, other.name) for b in person.bodies))
    if "unnamed" in (a.kind, b.kind) and a.kind != b.kind:
        return False
    if a.kind == "unnamed":
        # one outlet's "officials" are one group whatever it calls them; other outlets' may be others
        return _reached(a, family) == _reached(b, family)
    return same_body(a.name, b.name) or (a.kind == b.kind and _may_be_one(a, b))


def is_vague(name: str) -> bool:
    """May this be anybody who is named beside it: "police", "a statement", "the shipping company"?"""
    return not any(c.isupper() for c in name) and (len(name.split()) == 1 or name.rsplit(maxsplit=1)[-1] in COMMON_BODIES)


def _may_be_one(a: Root, b: Root) -> bool:
    """May two roots of one kind be one thing, since one has no name: two documents, two sets of images, two companies?"""
    nameless = [r for r in (a, b) if not any(c.isupper() for c in r.name)]
    return bool(nameless) and (a.kind in ("document", "sensor") or any(is_vague(r.name) for r in nameless))


def _reached(root: Root, family: Family) -> str:
    """The outlet that reached an unnamed group; an article without one stands for itself."""
    first = family.voice.get(root.articles[0], root.articles[0])
    return outlet_key(root.through or family.articles[first].outlet or first)
