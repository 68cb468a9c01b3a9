"""The statements of one claim in, its roots out: who is behind each statement, with equal ones made one.

A root is named (a person, a body, a document, a sensor, an outlet's own reporting), an outlet that stands for sources
that it does not name, an unnamed group, or the own voice of an outlet. Statements follow to the report that they
credit where that report is in the story and makes the same claim.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from headwater.names import spoken_body
from headwater.outlets import outlet_key
from headwater.text import fold
from headwater.trace.decided import part_echoes, rule
from headwater.trace.echoes import find_ties
from headwater.trace.family import Family
from headwater.trace.namewords import is_institution
from headwater.trace.own import no_word_on, own_reporting
from headwater.trace.same import NAMED, Root, merge
from headwater.types import Article, Link, OriginKind, Statement

Published = Mapping[str, Sequence[Statement]]
"""The statements of a claim by the key of each outlet that they speak for."""


def find_roots(statements: Sequence[Statement], family: Family, *, sure: frozenset[str]) -> tuple[tuple[Root, ...], bool]:
    """The distinct roots of a claim, named ones first, and whether all that is left of it is a circle.

    ``sure`` holds the ids of the statements that surely say what the claim says.
    """
    stated = supporting(statements, family.articles)
    ties = find_ties(stated, family.articles, family.details)
    roots = []
    for s, relaying in _behind(stated, family):
        root = msgspec.structs.replace(
            _direct(s, family),
            articles=tuple(dict.fromkeys((s.article, *(r.article for r in relaying)))),
            statements=tuple(r.id for r in relaying),
            sure=any(r.id in sure for r in relaying),
            echoes=tuple(dict.fromkeys(e for r in relaying for e in _echoes(r, ties.values()))),
        )
        roots.append(root)
    merged = part_echoes(merge(rule([*roots, *_brought(statements, family)], family), family), family.rulings)
    return merged, not merged


def _behind(stated: Sequence[Statement], family: Family) -> list[tuple[Statement, list[Statement]]]:
    """The statements at which a claim begins, each with those that lead to it, itself among them.

    A statement that credits an outlet whose report makes the claim leads to what that report begins with, and so on;
    one that only leads back to where it came from leads to nothing.
    """
    published = by_outlet(stated, family)
    credited = {s.id: credited_outlet(s, published, family) for s in stated}
    usable = without_restated(stated, family)
    kept = {s.id for s in usable}
    begins = {key: [s for s in held if s.id in kept and credited[s.id] is None] for key, held in published.items()}
    onward = {key: {up for s in held if s.id in kept and (up := credited[s.id])} for key, held in published.items()}
    reached = {key: {key, *reachable(key, onward)} for key in published}
    found: dict[str, list[Statement]] = {s.id: [] for s in usable if credited[s.id] is None}
    for s in usable:
        outlet = credited[s.id]
        if outlet is None:
            found[s.id].append(s)
            continue
        first = {t.id: t for key in sorted(reached[outlet]) for t in begins[key] if key != outlet or t.article != s.article}
        for i in first:
            found[i].append(s)
    return [(s, found[s.id]) for s in usable if found.get(s.id)]


def reachable(start: str, onward: Mapping[str, Iterable[str]]) -> set[str]:
    """Whom an outlet credits, and whom these credit, and so on; itself only where a circle leads back."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for name in onward.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found


def supporting(statements: Sequence[Statement], articles: Mapping[str, Article]) -> list[Statement]:
    """The statements that make a claim, without denials and without those who only say that they do not know; all where nobody makes it."""
    if len(statements) == 1:
        return list(statements)
    open_ = [s for s in statements if s.status != "denied"]
    said = [s for s in open_ if no_word_on(articles[s.article], s) is None]
    if 2 * len(said) <= len(open_):  # that it is not known is what the claim says
        said = open_
    return said or list(statements)


def without_restated(statements: Sequence[Statement], family: Family) -> list[Statement]:
    """The statements without those in its own voice by which an article only repeats what it credits elsewhere.

    A headline says it plainly, and the text credits officials, or another outlet: that is one thing heard from one
    side, not two. Beside a named source the own voice stays, since it may be more than the source's word; but a
    headline says no more than its own text, whoever that credits.
    """
    credited = {s.article for s in statements if s.chain}
    statements = [s for s in statements if s.chain or s.article not in credited or not is_headline(s, family)]
    crediting = {family.text_of(s) for s in statements if s.chain and (s.chain[0].kind == "unnamed" or is_outlet(s.chain[0], family))}
    return [s for s in statements if s.chain or family.text_of(s) not in crediting or own_of(s, family)]


def is_headline(statement: Statement, family: Family) -> bool:
    """Does a statement stand in the headline of its article?"""
    return statement.article in family.articles and statement.start < family.articles[statement.article].body


def by_outlet(statements: Iterable[Statement], family: Family) -> dict[str, list[Statement]]:
    """The statements by the key of each outlet and agency whose voice they have."""
    found: dict[str, list[Statement]] = {}
    for s in statements:
        for name in family.names[s.article] or ("",):
            found.setdefault(outlet_key(name), []).append(s)
    return found


def is_outlet(link: Link, family: Family) -> bool:
    """Is this link an outlet: by its kind, or since a report of an outlet of that name is in the story?"""
    return link.kind == "outlet" or outlet_key(link.name) in family.outlets


def credited_outlet(statement: Statement, published: Published, family: Family) -> str | None:
    """The key of the outlet that a statement credits as its nearest source, where another report of that outlet makes the claim."""
    if not statement.chain or not is_outlet(statement.chain[0], family):
        return None
    key = outlet_key(statement.chain[0].name)
    return key if any(s.article != statement.article for s in published.get(key, ())) else None


def own_of(statement: Statement, family: Family) -> bool:
    """Does a statement say that its outlet saw, obtained or checked this itself?"""
    names = frozenset(outlet_key(n) for n in family.names[statement.article])
    return own_reporting(family.articles[statement.article], statement, names)


def _echoes(statement: Statement, ties: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """By what a root's words are known: the first statement that has its words, its quotation, its rare detail."""
    return tuple(dict.fromkeys(first for tie in ties if (first := tie.get(statement.id)))) or (statement.id,)


def _direct(statement: Statement, family: Family) -> Root:
    """The root that a statement names itself: a source, an outlet that nobody read, its own reporting, or its own voice."""
    own = own_of(statement, family)
    if not statement.chain:
        voice = family.voice_of(statement)
        if not own:
            return _root("own voice", voice, statement)
        name = f"{family.speaker[statement.article]}, own reporting"
        return msgspec.structs.replace(_root("witness", name, statement), own=family.publisher[voice])
    first = statement.chain[0]
    if is_outlet(first, family):
        return _root("outlet", first.name, statement)
    via = next((link.name for link in statement.chain[1:] if is_outlet(link, family)), None)
    return msgspec.structs.replace(_linked(first, statement, family), through=via, seen=own)


def _brought(statements: Sequence[Statement], family: Family) -> list[Root]:
    """The origins that people brought for some statements, each its own report in words of its own.

    A person says that it backs the claim, and that it says what these words say: whoever is credited with the same words
    says the same as it. Of the other words of the claim the person said nothing.
    """
    said = {s.id: fold(family.articles[s.article].text[s.start : s.end]) for s in statements}
    found = []
    for b in family.rulings.brought:
        wordings = {said[i] for i in b.statements if i in said}
        backs = tuple(i for i, words in said.items() if words in wordings)
        if backs:
            found.append(Root(name=b.name, kind=b.kind, articles=(b.decision,), echoes=(b.decision,), backs=backs))
    return found


def _root(kind: OriginKind, name: str, statement: Statement) -> Root:
    return Root(name=name, kind=kind, articles=(statement.article,))


def _linked(link: Link, statement: Statement, family: Family) -> Root:
    """The root of a source that is no outlet; one that only calls itself by a sentence's words is nobody by name."""
    if link.kind in ("unnamed", "person") and (body := spoken_body(link.name)):
        return _root("body", body, statement)
    read = "body" if link.kind == "person" and is_institution(link.name) else link.kind
    kind = read if read not in NAMED or is_name(link.name, read) else "unnamed"
    bodies = family.bodies.get(link.name, ()) if kind == "person" else ()
    root = _root(kind, link.name, statement)
    return msgspec.structs.replace(root, bodies=tuple(b for b, _ in bodies), spoken=tuple(b for b, s in bodies if s))


def is_name(name: str, kind: str) -> bool:
    """Do these words name one source: short, and for a person or a witness with a capital letter?"""
    if len(name.split()) > _LONGEST_NAME:
        return False
    return any(c.isupper() for c in name) or kind in ("body", "document", "sensor")


_LONGEST_NAME = 9  # words: a ministry's full name has eight
