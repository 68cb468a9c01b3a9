"""Claims of a brief in, their chains as trees of plain text for a terminal, or as JSON, out: ``headwater trace``.

A claim's tree begins with its origins; below each stand the outlets and reports that have it from there.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from headwater.brief.behind import admiralty_words, side_lines
from headwater.brief.carried import decided_lines, decided_values
from headwater.brief.marks import one_line
from headwater.brief.render_json import clean_text
from headwater.brief.view import rungs, view_story
from headwater.text import fold
from headwater.types import Brief, BriefClaim, BriefStory, Edge, Graph

_LONGEST = 100  # characters of a claim's text on its line
_DEEPEST = 12  # steps from an origin: a chain has four links, and a relay of a relay of a relay twice as many


def to_tree(brief: Brief, *, claim: str | None = None) -> str:
    """The trees of every claim that several reports make; of those alone whose text holds these words, where any are given."""
    blocks = []
    for story, found in _chosen(brief, claim):
        if found:
            blocks += [f"{one_line(story.headline) or 'A story without a headline'}\n", *("\n".join(_claim(c)) + "\n" for c in found)]
    return "\n".join(blocks) if blocks else "No claim was found.\n"


def to_tree_json(brief: Brief, *, claim: str | None = None) -> str:
    """The same as a JSON array: story, claim, text, standing, decided, graph; ends in a newline."""
    rows: list[dict[str, Any]] = [
        {
            "story": story.id,
            "claim": c.id,
            "text": c.text,
            "standing": msgspec.to_builtins(c.standing),
            "decided": decided_values(c),
            "graph": msgspec.to_builtins(c.graph),
        }
        for story, found in _chosen(brief, claim)
        for c in found
    ]
    return clean_text(json.dumps(rows, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _chosen(brief: Brief, words: str | None) -> Iterator[tuple[BriefStory, Sequence[BriefClaim]]]:
    """The claims to show, story by story, in the order of a brief."""
    for story in brief.stories:
        if words is None:
            yield story, view_story(story).claims
        else:
            wanted = fold(words)
            said = [c for c in story.claims if wanted in fold(c.text) or any(wanted in fold(s.quote) for s in c.statements)]
            yield story, said


def _claim(claim: BriefClaim) -> Iterator[str]:
    text = one_line(claim.text)
    standing = claim.standing
    yield text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
    yield f"  {' · '.join(rungs(standing))}: {standing.word}{', contested' if standing.contested else ''}"
    yield from (f"  {line}" for line in decided_lines(claim))
    yield from (f"  {line}" for line in _graph(claim.graph))
    yield from (f"  {line}" for line in side_lines(standing))
    yield from (f"  {one_line(why)}" for why in standing.why)
    if standing.admiralty:
        yield f"  {admiralty_words(standing)}"


def _graph(graph: Graph) -> Iterator[str]:
    """The graph as a tree: a report that has it from two sides stands under both."""
    names = {n.id: f"{one_line(n.name) or n.id}{'' if n.read else ' (not read)'}" for n in graph.nodes}
    onward: dict[str, list[Edge]] = {}
    fed: set[str] = set()
    for e in graph.edges:
        onward.setdefault(e.giver, []).append(e)
        fed.add(e.taker)
    tops = [n.id for n in graph.nodes if n.role == "origin"]
    shown = {*tops, *_below(tops, onward)}
    # what is fed only in a circle has no top of its own
    tops += [n.id for n in graph.nodes if n.id not in shown and (n.id not in fed or n.id == _first(graph, n.id, onward, shown))]
    for i in tops:
        yield names[i]
        yield from _branches(i, onward, names, (i,), "")
    for circle in graph.cycles:
        yield f"in a circle: {', '.join(map(one_line, circle))}"


def _first(graph: Graph, node: str, onward: Mapping[str, Sequence[Edge]], shown: set[str]) -> str:
    """The first node of the circle that a node is in, in the order of the graph."""
    below = {node, *_below([node], onward)}
    return next(n.id for n in graph.nodes if n.id in below and n.id not in shown)


def _below(tops: Sequence[str], onward: Mapping[str, Sequence[Edge]]) -> set[str]:
    found: set[str] = set()
    waiting = list(tops)
    while waiting:
        for e in onward.get(waiting.pop(), ()):
            if e.taker not in found:
                found.add(e.taker)
                waiting.append(e.taker)
    return found


def _branches(node: str, onward: Mapping[str, Sequence[Edge]], names: Mapping[str, str], path: tuple[str, ...], pad: str) -> Iterator[str]:
    edges = onward.get(node, ())
    for n, e in enumerate(edges):
        last = n == len(edges) - 1
        again = e.taker in path
        how = "" if e.by in ("own voice", "says", "credit") else f" ({one_line(e.why)}{'' if e.directed else ', direction unknown'})"
        yield f"{pad}{'└─' if last else '├─'} {names.get(e.taker, e.taker)}{how}{' (again)' if again else ''}"
        if not again and len(path) < _DEEPEST:
            yield from _branches(e.taker, onward, names, (*path, e.taker), f"{pad}{'   ' if last else '│  '}")
