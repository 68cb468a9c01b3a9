"""A page's linked data (JSON-LD) in, what it says of the article out: when, by whom, from whom, and its text.

What stands there is written by anybody: it is decoded and never followed, and only its upper levels are read.
"""

import html
import itertools
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from headwater.clean.records import name_of, names_of
from headwater.text import fold

_MOST_NODES = 200  # objects that are looked at in one page
_LONGEST_NAME = 120  # characters: longer is no name
_MOST_AUTHORS = 20
_TYPES = ("Article", "NewsArticle", "BlogPosting", "LiveBlogPosting", "Report")
_LIVE = "LiveBlogPosting"
_MARK = re.compile(r"<[^<>]{0,500}>")


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """What a page's linked data say of its article."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    text: str = ""
    credit: str | None = None
    """The body that the text comes from (sourceOrganization), or the name of what it is based on."""
    based_on: str | None = None
    """The address of what it is based on."""
    is_article: bool = False
    is_live: bool = False
    is_video: bool = False
    """Is it about a video and no article?"""
    is_gated: bool = False
    """Does it say that the text is not free to read?"""


def read_linked(scripts: Sequence[str], *, title: str | None) -> Linked:
    """What the page's linked data say of the article with this headline, or of the first article."""
    nodes = [node for script in scripts for node in _nodes(_decode(script))][:_MOST_NODES]
    articles = [node for node in nodes if _is_article(node)]
    wanted = fold(title or "")
    node = next((n for n in articles if fold(name_of(n, ("headline", "name")) or "") == wanted), articles[0] if articles else None)
    if node is None:
        video = next((n for n in nodes if _is_a(n, "VideoObject")), None)
        return Linked(outlet=next(_names(video, ("publisher",)), None), is_video=True) if video else Linked()
    body = node.get("articleBody")
    title = name_of(node, ("headline", "name"))
    outlet = next(_names(node, ("publisher",)), None)
    authors = itertools.islice(_names(node, ("author", "creator")), _MOST_AUTHORS)
    based_on = next((n for n in names_of(node, ("isBasedOn", "isBasedOnUrl")) if n.startswith(("http://", "https://"))), None)
    return Linked(
        title=_plain(title) if title else None,
        outlet=outlet,
        authors=tuple(name for name in authors if fold(name) != fold(outlet or "")),
        published=name_of(node, ("datePublished",)),
        text=_plain(body) if isinstance(body, str) else "",
        credit=next(_names(node, ("sourceOrganization", "isBasedOn")), None),
        based_on=based_on,
        is_article=True,
        is_live=_is_a(node, _LIVE),
        is_gated=node.get("isAccessibleForFree") in (False, "False", "false"),
    )


def _decode(script: str) -> object:
    """The value of a script of linked data; None where it is no JSON."""
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", script).strip()
    try:
        return json.loads(text, strict=False)  # line ends within strings are common, and the strict decoder refuses them
    except (ValueError, RecursionError):
        return None


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    """The objects of a script: itself, those of its list, and those of their graphs."""
    for item in value if isinstance(value, list) else [value]:
        if not isinstance(item, dict):
            continue
        yield item
        graph = item.get("@graph")
        yield from (node for node in (graph if isinstance(graph, list) else ()) if isinstance(node, dict))


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and (name in _TYPES or name.endswith("NewsArticle")) for name in names)


def _is_a(node: dict[str, Any], kind: str) -> bool:
    kinds = node.get("@type")
    return kind in kinds if isinstance(kinds, list) else kinds == kind


def _names(node: dict[str, Any], keys: tuple[str, ...]) -> Iterator[str]:
    """The names under the first of these keys that has any; addresses are none."""
    return (_plain(name) for name in names_of(node, keys) if len(name) <= _LONGEST_NAME and "://" not in name)


def _plain(text: str) -> str:
    """A text without mark-up, references and halves of characters."""
    return _MARK.sub("\n", html.unescape(text)).encode("utf8", "replace").decode().strip()
