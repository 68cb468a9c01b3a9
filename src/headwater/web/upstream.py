"""A claim in, what stands behind it out: the ladder as bars, and the ways that lead from its origins to its reports."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from headwater.brief.figure import draw_origins
from headwater.brief.view import OWN_VOICE, count, link_words
from headwater.types import BriefArticle, BriefClaim, BriefStatement, BriefStory, Standing

BAR = 320
"""Pixels of the longest bar of a ladder; the page scales it."""


class Rung(NamedTuple):
    """One rung of the ladder: its words, and the sure and the possible length of its bar in pixels."""

    words: str
    sure: float
    possible: float


class Way(NamedTuple):
    """Who says it, through whom it came, and who printed it: a tree from one origin down to the reports."""

    name: str
    kind: str
    statements: tuple[tuple[BriefStatement, BriefArticle], ...]
    """Those that credit this one as the last of their chain."""
    through: tuple["Way", ...]


def ladder(standing: Standing) -> tuple[Rung, ...]:
    """The rungs from many to few: articles, texts, outlets, origins."""
    low, high = standing.origins
    origins = count(high, "origin") if low == high else f"{low} to {high} origins"
    top = max(1, standing.articles, high)
    wide = [round(BAR * n / top, 1) for n in (standing.articles, standing.texts, standing.outlets, low, high)]
    nouns = (count(standing.articles, "article"), count(standing.texts, "text"), count(standing.outlets, "outlet"))
    return (*(Rung(words, w, w) for words, w in zip(nouns, wide[:3], strict=True)), Rung(origins, wide[3], wide[4]))


def origins_figure(story: BriefStory, claim: BriefClaim) -> Markup | None:
    """The graph of the claim's origins as SVG; None where there is nothing to draw, and the ways are listed alone."""
    drawing = draw_origins(story, claim.id)
    return Markup(drawing) if drawing else None  # noqa: S704 - the drawing escapes every word of a report itself


def ways(story: BriefStory, statements: Sequence[BriefStatement]) -> tuple[Way, ...]:
    """The ways of some statements, the origin with the most reports first; last the reports that say it in their own voice."""
    articles = {a.id: a for a in story.articles}
    tree: _Tree = {}
    for statement in statements:
        keys = [(link_words(link), str(link.kind)) for link in statement.chain] or [(OWN_VOICE, OWN_VOICE)]
        node = _Node("", [], tree)
        for name, kind in keys:
            node = node.through.setdefault((name.casefold(), kind), _Node(name, [], {}))
        node.statements.append((statement, articles[statement.article]))
    found = [_way(key[1], node) for key, node in tree.items()]
    return tuple(sorted(found, key=lambda w: (w.kind == OWN_VOICE, -_reports(w), w.name)))


class _Node(NamedTuple):
    name: str
    statements: list[tuple[BriefStatement, BriefArticle]]
    through: "_Tree"


_Tree = dict[tuple[str, str], _Node]


def _way(kind: str, node: _Node) -> Way:
    through = tuple(_way(key[1], inner) for key, inner in node.through.items())
    return Way(node.name, kind, tuple(node.statements), through)


def _reports(way: Way) -> int:
    return len(way.statements) + sum(_reports(inner) for inner in way.through)


def why_title(standing: Standing) -> str:
    """The question that the reasons answer.

    >>> from headwater.types import Standing
    >>> why_title(Standing(articles=4, texts=3, outlets=3, origins=(1, 2), word="possibly corroborated", contested=False, why=()))
    'Why 1 to 2 origins?'
    """
    low, high = standing.origins
    return f"Why {count(high, 'origin')}?" if low == high else f"Why {low} to {high} origins?"
