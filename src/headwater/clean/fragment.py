"""A piece of HTML that is all article (a feed's entry, a newsletter, a wire item) in; its paragraphs as lines out.

Nothing is taken for furniture by its mark-up here: there is no page around the text.
"""

from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from headwater.clean.draft import Line
from headwater.clean.markup import scan
from headwater.clean.way import Finder
from headwater.errors import CleanError

_MAX_DEPTH = 1500  # elements within each other: libxml2 gives up at 2048
_SILENT = {"script", "style", "head", "title", "template", "noscript", "object", "svg", "select", "button", "textarea"}
_INLINE = {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}  # fmt: skip


def read_fragment(html: str, field: str) -> tuple[Line, ...]:
    """The paragraphs of a piece of HTML, each with its place in it; CleanError where its mark-up cannot be read."""
    markup = scan(html)
    if markup.deepest > _MAX_DEPTH:
        raise CleanError(f"HTML nested {markup.deepest} deep; no report is (the most that is read is {_MAX_DEPTH})")
    finder = Finder(markup)
    found = (finder.line(paragraph) for paragraph in paragraphs(html))
    return tuple(Line(text=line.text, field=field, start=line.start, end=line.end, source=line.source) for line in found)


def paragraphs(html: str) -> Iterator[str]:
    """The text of each block of a piece of HTML that has any, white space made plain."""
    try:
        root = lxml_html.fromstring(
            f"<div>{html}</div>", parser=lxml_html.HTMLParser(encoding="utf8", remove_comments=True, remove_pis=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise CleanError(f"HTML that cannot be read ({error})") from error
    held: list[str] = []
    for piece in (*_pieces(root), None):
        if piece is not None:
            held.append(piece)
        elif paragraph := " ".join("".join(held).replace("\u200b", "").replace("\u00ad", "").split()):
            yield paragraph
            held = []
        else:
            held = []


def _pieces(root: etree._Element) -> Iterator[str | None]:
    """The text of a tree in its order, None wherever a block begins or ends."""
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        block = name not in _INLINE
        hidden = name in _SILENT
        if event == "start":
            silent += hidden
            if block:
                yield None
            if element.text and not silent:
                yield element.text
            continue
        silent -= hidden
        if block:
            yield None
        if element.tail and not silent:
            yield element.tail
