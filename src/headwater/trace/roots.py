"""The statements of one claim in, its roots out: who is behind each statement, with equal ones made one.

A root is named (a person, a body, a document, a sensor), an outlet that stands for sources that it does not
name, an unnamed group, or the own voice of an outlet. Statements follow to the report that they credit where
that report is in the story and makes the same claim.
"""

import functools
from collections.abc import Mapping, Sequence

import msgspec

from headwater.names import same_body, same_surname
from headwater.outlets import outlet_named
from headwater.trace.echoes import find_echoes
from headwater.types import Article, Link, OriginKind, Statement

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


def find_roots(statements: Sequence[Statement], family: Family, *, sure: frozenset[str]) -> tuple[tuple[Root, ...], bool]:
    """The distinct roots of a claim, named ones first, and whether all that is left of it is a circle.

    ``sure`` holds the ids of the statements that surely say what the claim says.
    """
    stated = [s for s in statements if s.status != "denied"] or list(statements)
    echoes = find_echoes(stated, family.articles)
    circles = 0
    roots: list[Root] = []
    for statement in stated:
        found, circle = _follow(statement, stated, family, frozenset())
        circles += circle
        roots += [msgspec.structs.replace(r, sure=statement.id in sure, echoes=(echoes[statement.id],)) for r in found]
    merged = _merge(roots, family)
    return merged, not merged and circles > 0


def _follow(statement: Statement, stated: Sequence[Statement], family: Family, seen: frozenset[str]) -> tuple[list[Root], bool]:
    """The roots behind one statement; True where it leads back to an article that leads to it."""
    if statement.article in seen:
        return [], True
    if not statement.chain:
        return [_root("own voice", _voice_name(statement.article, family), None, statement.article)], False
    first = statement.chain[0]
    if first.kind != "outlet":
        via = next((link.name for link in statement.chain[1:] if link.kind == "outlet"), None)
        return [_linked(first, via or _credited(statement.article, first, family), statement.article, family)], False
    upstream = [s for s in stated if s.article != statement.article and _published_by(family.articles[s.article], first.name)]
    if not upstream:
        return [_root("outlet", first.name, None, statement.article)], False
    found: list[Root] = []
    circle = False
    for s in upstream:
        roots, again = _follow(s, stated, family, seen | {statement.article})
        found += [msgspec.structs.replace(r, articles=(*r.articles, statement.article)) for r in roots]
        circle = circle or again
    return found, circle and not found


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


def _voice_name(article: str, family: Family) -> str:
    return family.voice.get(article, article)


def _published_by(article: Article, name: str) -> bool:
    if not article.outlet:
        return False
    a, b = outlet_named(article.outlet), outlet_named(name)
    return (a.name if a else article.outlet) == (b.name if b else name)


def _merge(roots: Sequence[Root], family: Family) -> tuple[Root, ...]:
    """Equal roots made one, named ones first: by name, by whom they speak for, by who reached them, by the words they use."""
    merged: list[Root] = []
    for root in sorted(roots, key=lambda r: (_rank(r), is_vague(r.name), r.name, r.through or "", r.articles)):
        near = [i for i, m in enumerate(merged) if _same(m, root, family) or set(m.echoes) & set(root.echoes)]
        if not near:
            merged.append(root)
            continue
        # it may tie together what was apart so far
        held = functools.reduce(_join, (merged[i] for i in near[1:]), merged[near[0]])
        merged[near[0]] = _join(held, root)
        merged = [m for i, m in enumerate(merged) if i not in near[1:]]
    return tuple(merged)


def _join(held: Root, other: Root) -> Root:
    """One root out of two, under the first one's name."""
    return msgspec.structs.replace(
        held,
        through=held.through or other.through,
        sure=held.sure or other.sure,
        articles=tuple(dict.fromkeys((*held.articles, *other.articles))),
        echoes=tuple(dict.fromkeys((*held.echoes, *other.echoes))),
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
    return same_body(a.name, b.name) or (a.kind == b.kind and (is_vague(a.name) or is_vague(b.name)))


def is_vague(name: str) -> bool:
    """Is this "police" or "the company", which may be any body that another report names?"""
    return not any(c.isupper() for c in name) and len(name.split()) == 1


def _reached(root: Root, family: Family) -> str:
    """The outlet that reached an unnamed group; an article without one stands for itself."""
    if root.through:
        known = outlet_named(root.through)
        return known.name if known else root.through
    first = family.voice.get(root.articles[0], root.articles[0])
    outlet = family.articles[first].outlet
    known = outlet_named(outlet or "")
    return known.name if known else (outlet or first)
