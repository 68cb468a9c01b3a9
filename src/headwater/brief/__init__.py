"""Stories with their Claims and Traces in, Brief out; and the Brief in every format that it is given in."""

from collections.abc import Iterable

from headwater.brief.assemble import Parts, assemble
from headwater.brief.formats import FORMATS, render
from headwater.brief.geojson import to_geojson
from headwater.brief.html import to_html
from headwater.brief.markdown import to_markdown
from headwater.brief.render_json import to_json
from headwater.brief.tree import to_tree, to_tree_json
from headwater.types import Aside, Brief, Failure

__all__ = [
    "FORMATS",
    "Parts",
    "assemble",
    "brief",
    "render",
    "to_geojson",
    "to_html",
    "to_json",
    "to_markdown",
    "to_tree",
    "to_tree_json",
]


def brief(parts: Iterable[Parts], *, version: str, set_aside: Iterable[Aside] = (), failures: Iterable[Failure] = ()) -> Brief:
    """The brief of some stories, those of most articles first, with what was set aside and what failed."""
    stories = sorted((assemble(p) for p in parts), key=lambda s: (-len(s.articles), s.id))
    return Brief(
        headwater=version,
        stories=tuple(stories),
        set_aside=tuple(sorted(set_aside, key=lambda a: (a.source, a.why))),
        failures=tuple(sorted(failures, key=lambda f: (f.source, f.stage, f.message))),
    )
