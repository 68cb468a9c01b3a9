"""A claim of a story in, its graph of origins as SVG out: origins left, then first reports, relays, reprints; nothing is loaded.

Colours are those of the page that it stands in (--ink, --water and others), else the colour of the text around it, so
that it reads on light and dark. A dashed box is what nobody here has read; a line without a head has no known direction.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from headwater.brief.marks import one_line
from headwater.types import BriefStory, Edge, Graph, Node

BOX_HEIGHT = 26
"""Pixels of a box."""
NARROWEST, WIDEST = 120, 310
"""Pixels of the boxes of a column, by its longest name."""
GAP, ROW = 62, 36
"""Pixels between two columns, and from one box to the next below it."""
TOP, EDGE = 34, 6
"""Pixels above the first row, for the heads of the columns, and around everything."""
LONGEST = 43
"""Letters of a label; the whole name is in its title."""
LETTER = 6.8
"""Pixels of a letter, with room for the wider ones."""
MOST_ROWS = 40
"""Boxes in a column; what is more is counted in one box."""
_HEADS = ("Origins", "First reports", "Relays", "Reprints")
_COLUMNS = {"origin": 0, "first": 1, "relay": 2, "reprint": 3}
_INSIDE = 8  # pixels from the edge of a box to its words
_PASSES = 3  # times that the columns are put in order by what they are joined to


class _Box(NamedTuple):
    """A box: its node, its words, its corner in pixels."""

    node: Node
    label: str
    x: float
    y: float
    width: float


def draw_origins(story: BriefStory, claim_id: str) -> str:
    """The graph of one claim as an SVG element; "" where the story has no such claim or the claim no graph."""
    claim = next((c for c in story.claims if c.id == claim_id), None)
    if claim is None or not claim.graph.nodes:
        return ""
    graph = claim.graph
    columns = _columns(graph)
    edges = _edges(columns)
    boxes = _boxes(columns, edges)
    last = {n.id for n in columns[-1][1]}
    swings = GAP // 2 if any(e.giver in last for e in graph.edges) else 0
    width = edges[-1][0] + edges[-1][1] + EDGE + swings
    height = TOP + max(len(nodes) for _, nodes in columns) * ROW + EDGE
    name = escape(claim_id, quote=True)
    opening = (
        f'<svg class="origins" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="group"'
        f' aria-labelledby="figure-{name}-title figure-{name}-words" xmlns="http://www.w3.org/2000/svg">'
    )
    parts = [
        opening,
        f'<title id="figure-{name}-title">Where this claim comes from</title>',
        f'<desc id="figure-{name}-words">{_text(" ".join(tell(graph)))}</desc>',
        _arrow(name),
        *(_head(x, head) for (x, _), (head, _) in zip(edges, columns, strict=True)),
        *(_line(e, boxes, name) for e in graph.edges if e.giver in boxes and e.taker in boxes),
        *(_drawn(box) for box in dict.fromkeys(boxes.values())),
        "</svg>",
    ]
    return "\n".join(parts)


def _arrow(name: str) -> str:
    return (
        f'<defs><marker id="head-{name}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="var(--quiet, currentColor)"/></marker></defs>'
    )


def tell(graph: Graph) -> Iterator[str]:
    """The graph in words, a sentence an edge: what a reader hears who does not see it."""
    names = {n.id: one_line(n.name) or n.id for n in graph.nodes}
    for e in graph.edges:
        arrow = "to" if e.directed else "and"
        yield f"{names.get(e.giver, e.giver)} {arrow} {names.get(e.taker, e.taker)}: {one_line(e.why)}."
    for circle in graph.cycles:
        yield f"In a circle: {', '.join(map(one_line, circle))}."
    unread = [names[n.id] for n in graph.nodes if not n.read]
    if unread:
        yield f"Not read: {', '.join(unread)}."


def _columns(graph: Graph) -> list[tuple[str, list[Node]]]:
    """The columns that hold anything, each with its head and its nodes in an order in which few lines cross."""
    held: list[list[Node]] = [[], [], [], []]
    for node in graph.nodes:
        held[1 if node.kind == "outlet" else _COLUMNS[node.role]].append(node)
    places = {n.id: float(i) for nodes in held for i, n in enumerate(nodes)}
    joined: dict[str, list[str]] = {}
    for e in graph.edges:
        joined.setdefault(e.giver, []).append(e.taker)
        joined.setdefault(e.taker, []).append(e.giver)
    for _ in range(_PASSES):
        for nodes in held:
            nodes.sort(key=lambda n: (_middle(joined.get(n.id, ()), places, places[n.id]), places[n.id]))
            places.update({n.id: float(i) for i, n in enumerate(nodes)})
    return [(head, nodes) for head, nodes in zip(_HEADS, held, strict=True) if nodes]


def _middle(others: Sequence[str], places: Mapping[str, float], own: float) -> float:
    found = [places[o] for o in others if o in places]
    return sum(found) / len(found) if found else own


def _edges(columns: Sequence[tuple[str, list[Node]]]) -> list[tuple[int, int]]:
    """Where each column begins, and how wide its boxes are: as its longest name is."""
    found: list[tuple[int, int]] = []
    at = EDGE
    for _, nodes in columns:
        longest = max(len(_short(node.name)) for node in nodes)
        width = min(WIDEST, max(NARROWEST, math.ceil(longest * LETTER) + 2 * _INSIDE))
        found.append((at, width))
        at += width + GAP
    return found


def _boxes(columns: Sequence[tuple[str, list[Node]]], edges: Sequence[tuple[int, int]]) -> dict[str, _Box]:
    """Node to its box; those beyond the last row share one that says how many they are. Short columns stand in the middle."""
    most = min(max(len(nodes) for _, nodes in columns), MOST_ROWS)
    found: dict[str, _Box] = {}
    for (x, width), (_, nodes) in zip(edges, columns, strict=True):
        shown = nodes if len(nodes) <= MOST_ROWS else nodes[: MOST_ROWS - 1]
        down = TOP + (most - min(len(nodes), MOST_ROWS)) * ROW / 2
        found.update({node.id: _Box(node, _short(node.name), x, down + i * ROW, width) for i, node in enumerate(shown)})
        rest = nodes[len(shown) :]
        if rest:
            box = _Box(rest[0], f"and {len(rest)} more", x, down + len(shown) * ROW, width)
            found.update(dict.fromkeys((node.id for node in rest), box))
    return found


def _short(name: str) -> str:
    """The name as it fits into a box, cut at its middle: both ends tell names apart."""
    line = one_line(name)
    if len(line) <= LONGEST:
        return line
    ahead = LONGEST * 2 // 3
    return f"{line[:ahead].rstrip()}…{line[-(LONGEST - ahead - 1) :].lstrip()}"


def _head(x: int, words: str) -> str:
    return f'<text x="{x}" y="18" font-size="12" font-weight="600" fill="var(--quiet, currentColor)">{words}</text>'


def _line(edge: Edge, boxes: Mapping[str, _Box], name: str) -> str:
    """A line from box to box; within a column, or back, it swings out to the right."""
    a, b = boxes[edge.giver], boxes[edge.taker]
    middle = BOX_HEIGHT / 2
    x1, y1, y2 = a.x + a.width, a.y + middle, b.y + middle
    if a.x < b.x:
        bend = GAP * 0.55
        path = f"M{x1:g} {y1:g}C{x1 + bend:g} {y1:g} {b.x - bend:g} {y2:g} {b.x:g} {y2:g}"
    else:
        x2, out = b.x + b.width, max(x1, b.x + b.width) + GAP * 0.6
        path = f"M{x1:g} {y1:g}C{out:g} {y1:g} {out:g} {y2:g} {x2:g} {y2:g}"
    head = f' marker-end="url(#head-{name})"' if edge.directed else ""
    thin = ' stroke-opacity=".6"' if edge.by in ("copy", "wire", "words", "quotation", "detail", "outlet") else ""
    return f'<path d="{path}" fill="none" stroke="var(--quiet, currentColor)" stroke-width="1.3"{thin}{head}><title>{_text(edge.why)}</title></path>'


def _drawn(box: _Box) -> str:
    node = box.node
    dashes = "" if node.read else ' stroke-dasharray="5 4"'
    stroke = "var(--water, currentColor)" if node.kind == "origin" else "var(--ink, currentColor)"
    fill = "var(--water-tint, none)" if node.certain else "var(--paper, none)"
    weight = 2 if node.certain else 1.2
    unread = "" if node.read else " (not read)"
    return (
        f'<g><title>{_text(node.name)}{unread}</title><rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{BOX_HEIGHT}" rx="3"'
        f' fill="{fill}" stroke="{stroke}" stroke-width="{weight:g}"{dashes}/>'
        f'<text x="{box.x + _INSIDE:g}" y="{box.y + 17:g}" font-size="12" fill="var(--ink, currentColor)">{_text(box.label)}</text></g>'
    )


def _text(words: str) -> str:
    return escape(one_line(words), quote=False)
