"""The statements and roots of one claim in, its graph out: origins, outlets that nobody read, reports, and what joins them.

Edges by credit point from whom the words name, whatever the times. Edges by shared text point from the earlier report
to the later; where the times do not tell, they have no direction.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from headwater.outlets import outlet_key
from headwater.text import content_id
from headwater.trace.called import side_name
from headwater.trace.echoes import find_ties
from headwater.trace.family import Family
from headwater.trace.order import by_date, is_earlier
from headwater.trace.roots import by_outlet, credited_outlet, is_outlet, reachable, supporting
from headwater.trace.same import Root
from headwater.types import Edge, EdgeKind, Graph, Node, NodeRole, Statement

_KINDS: tuple[EdgeKind, ...] = ("words", "quotation", "detail")
_TEXTUAL = ("copy", "wire", "words")
_WHY: dict[EdgeKind, str] = {
    "words": "the same words",
    "quotation": "the same quotation",
    "detail": "the same rare spelling of a name",
    "copy": "a copy of most of its text",
    "wire": "one agency's text",
    "outlet": "the same outlet",
}


def find_circles(statements: Sequence[Statement], family: Family) -> tuple[tuple[str, ...], ...]:
    """The circles among the outlets of a claim, by explicit credit; each begins with its first outlet by name."""
    said = supporting(statements, family.articles)
    if len(said) == 1:
        return ()
    published = by_outlet(said, family)
    credited: dict[str, set[str]] = {}
    called: dict[str, str] = {}
    for s in said:
        if (outlet := credited_outlet(s, published, family)) is not None:
            for name in family.names[s.article]:
                called.setdefault(outlet_key(name), name)
                credited.setdefault(outlet_key(name), set()).add(outlet)
    reached = {name: reachable(name, credited) for name in credited}
    found = {tuple(sorted(o for o in reached if o in reached[name] and name in reached[o])) for name in reached if name in reached[name]}
    return tuple(sorted(tuple(sorted(called[o] for o in circle)) for circle in found))


def make_graph(
    statements: Sequence[Statement],
    roots: Sequence[tuple[Root, str]],
    certain: Sequence[Root],
    circles: Sequence[tuple[str, ...]],
    family: Family,
) -> Graph:
    """The graph of one claim; ``roots`` come with the ids of their origins, ``certain`` are those that raise its low end."""
    said = supporting(statements, family.articles)
    edges: dict[tuple[str, str], Edge] = {}
    outlets: dict[str, str] = {}
    for edge in (*_credits(said, roots, outlets, family), *_shared(said, family)):
        if edge.giver != edge.taker and (edge.giver, edge.taker) not in edges and (edge.directed or (edge.taker, edge.giver) not in edges):
            edges[edge.giver, edge.taker] = edge
    for giver, taker in [at for at, e in edges.items() if e.by in _TEXTUAL]:
        # what a report prints of another it has from where the other has it
        for _, i in roots:
            if (i, giver) in edges:
                edges.pop((i, taker), None)
    origins = [_origin(root, i, family, certain=root in certain) for root, i in roots]
    between = [Node(id=i, name=name, kind="outlet", role="relay", read=False) for name, i in sorted(outlets.items())]
    order = sorted(dict.fromkeys(s.article for s in said), key=lambda i: (by_date(family.published[i]), i))
    reports = [Node(id=i, name=family.report(i), kind="report", role=_role(i, edges.values(), {o.id for o in origins})) for i in order]
    return Graph(nodes=(*origins, *between, *reports), edges=tuple(edges.values()), cycles=tuple(circles))


def _origin(root: Root, i: str, family: Family, *, certain: bool) -> Node:
    read = root.kind not in ("outlet", "document") or root.seen
    return Node(id=i, name=side_name(root, family), kind="origin", role="origin", read=read, certain=certain)


def _credits(said: Sequence[Statement], roots: Sequence[tuple[Root, str]], outlets: dict[str, str], family: Family) -> Iterator[Edge]:
    """Edges that the words show: origin to report, outlet to report, through the outlets that a chain names between them."""
    published = by_outlet(said, family)
    first = {key: _firsts(held, family) for key, held in published.items()}
    origin_of: dict[str, list[str]] = {}
    for root, i in roots:
        for statement in root.statements:
            origin_of.setdefault(statement, []).append(i)
    for s in said:
        outlet = credited_outlet(s, published, family)
        upstream = [o for o in first[outlet] if o.article != s.article][:1] if outlet else []
        for up in upstream:
            yield Edge(giver=up.article, taker=s.article, by="credit", why=_late(up, s, family))
        givers = [] if upstream else origin_of.get(s.id, [])
        relays = [link for link in s.chain[1:] if is_outlet(link, family)]
        for link in relays:
            held = [o for o in first.get(outlet_key(link.name), ()) if o.article != s.article][:1]
            points = [o.article for o in held] or [outlets.setdefault(link.name, content_id("outlet", link.name))]
            yield from (Edge(giver=g, taker=p, by="says", why="credited through it") for g in givers for p in points)
            givers = list(dict.fromkeys(points))
        by: EdgeKind = "credit" if relays else "says" if s.chain else "own voice"
        yield from (Edge(giver=g, taker=s.article, by=by, why="credited" if s.chain else "says so itself") for g in givers)


def _firsts(held: Sequence[Statement], family: Family) -> list[Statement]:
    """The earliest statements of an outlet, of two articles: one of them is never the one that credits it."""
    ordered = sorted(held, key=lambda s: (by_date(family.published[s.article]), s.article, s.start))
    earliest: dict[str, Statement] = {}
    for s in ordered:
        earliest.setdefault(s.article, s)
    return list(earliest.values())[:2]


def _late(up: Statement, s: Statement, family: Family) -> str:
    if is_earlier(family.published[s.article], family.published[up.article]):
        return "credited; the report of it here is later, an earlier one was not read"
    return "credited"


def _shared(said: Sequence[Statement], family: Family) -> Iterator[Edge]:
    """Edges that the texts show: the same words, quotation, or rare detail; a copy; one agency's text; one outlet."""
    if len(said) == 1:
        return
    ties = find_ties(said, family.articles, family.details)
    groups: list[tuple[EdgeKind, Mapping[str, str]]] = [("copy", {s.id: family.text_of(s) for s in said})]
    groups += [(kind, ties[kind]) for kind in _KINDS]
    groups.append(("wire", {s.id: family.voice_of(s) for s in said}))
    for kind, first in groups:
        held: dict[str, list[str]] = {}
        for s in said:
            if s.id in first:
                held.setdefault(first[s.id], []).append(s.article)
        for ids in held.values():
            order = sorted(dict.fromkeys(ids), key=lambda i: (by_date(family.published[i]), i))
            for taker in order[1:]:
                by: EdgeKind = "outlet" if kind == "wire" and family.report(order[0]) == family.report(taker) else kind
                sure = is_earlier(family.published[order[0]], family.published[taker])
                yield Edge(giver=order[0], taker=taker, by=by, directed=sure, why=_WHY[by])


def _role(article: str, edges: Iterable[Edge], origins: set[str]) -> NodeRole:
    """Does a report reprint another, pass on what an outlet said, or is it among the first with the claim?"""
    mine = [e for e in edges if e.taker == article]
    if any(e.by in _TEXTUAL and e.giver not in origins for e in mine):
        return "reprint"
    return "relay" if any(e.by == "credit" for e in mine) and not any(e.giver in origins for e in mine) else "first"
