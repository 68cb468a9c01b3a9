"""The source of an HTML page in, its visible characters with their places, its titles and its own data out.

One pass from left to right that never goes back, so hostile mark-up costs no more than its length.
"""

import bisect
import html
import itertools
import re
from collections.abc import Iterator

import msgspec

_SILENT = {"script", "style", "noscript", "template"}
_RAW = {"script", "style"}  # what stands in them is no mark-up
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "var",
        "wbr",
    ]
)
_TAG = re.compile(r"<(?:!--|(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)|[!?/])")
_STOP = re.compile(r">|=\s*+([\"'])")
_ATTRIBUTE = re.compile(r"(?<=[\s\"'/])([^\s=/>\"']++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']++))")
# a reference as html.unescape sees it, a word, or a lone "&"
_PIECE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)|[^&\s]+|&")
_MARK = re.compile(r"<!--.*?-->|</?([a-zA-Z][^\s/>]*+)[^>]*+>", re.DOTALL)
_WORD = re.compile(r"\S+")
_LONGEST_SHOWN = 5000  # characters of the source of a heading or a caption
_LONGEST_RUN = 500  # characters: longer runs of text are kept in pieces, for a place is found by reading its piece
_LONGEST_TAG = 20_000  # characters of a tag that are read for attributes
_MOST_DATA = 20  # scripts of linked data and dates that a page may have
_LONGEST_DATA = 1_000_000  # characters of one script of linked data


def squeeze(text: str) -> str:
    """The printed characters of a text: no white space, no characters without a form."""
    solid = "".join(text.split())
    return solid if solid.isprintable() else "".join(filter(str.isprintable, solid))


class Stream:
    """Printed characters of a page in their order, and the way back from each to the page's source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.length = 0
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._runs: list[tuple[int, int]] = []
        self._plain: list[bool] = []  # does a run have no references, and no characters without a form?

    def add(self, start: int, end: int) -> None:
        """Take in the text at ``source[start:end]``, which has no tags in it."""
        while start < end:
            stop = end
            if end - start > _LONGEST_RUN and (space := _SPACE.search(self.source, start + _LONGEST_RUN, end)):
                stop = space.end()
            run = self.source[start:stop]
            plain = "&" not in run and run.isascii()
            if piece := squeeze(run if plain else html.unescape(run)):
                self._plain.append(plain and len(piece) == sum(map(len, run.split())))
                self._starts.append(self.length)
                self._runs.append((start, stop))
                self._pieces.append(piece)
                self.length += len(piece)
            start = stop

    def text(self) -> str:
        """All characters."""
        return "".join(self._pieces)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The run of the source in which the characters ``text()[start:end]`` stand; (0, 0) where there are none."""
        if not 0 <= start < end <= self.length:
            return 0, 0
        return self._character(start)[0], self._character(end - 1)[1]

    def words(self, start: int, end: int) -> str:
        """The characters ``text()[start:end]`` with the spaces between them, as a reader sees them."""
        first, last = self.place(start, end)
        source = self.source[first : min(last, first + _LONGEST_SHOWN)]
        shown = _MARK.sub(lambda m: "" if (m.group(1) or "").lower() in _INLINE else " ", source)
        return " ".join(html.unescape(shown).split())

    def _character(self, index: int) -> tuple[int, int]:
        number = bisect.bisect_right(self._starts, index) - 1
        skip = index - self._starts[number]
        start, end = self._runs[number]
        if self._plain[number]:
            for match in _WORD.finditer(self.source, start, end):
                if skip < (length := match.end() - match.start()):
                    return match.start() + skip, match.start() + skip + 1
                skip -= length
        for match in _PIECE.finditer(self.source, start, end):
            piece = match.group()
            characters = html.unescape(piece) if piece[0] == "&" else piece
            solid = squeeze(characters)
            if skip >= len(solid):
                skip -= len(solid)
            elif characters != piece:
                return match.span()
            else:
                at = match.start() + (skip if solid == piece else next(_printed(piece, skip)))
                return at, at + 1
        return start, end


def _printed(text: str, index: int) -> Iterator[int]:
    """Where the printed character with this number stands."""
    return itertools.islice((i for i, c in enumerate(text) if squeeze(c)), index, None)


_SPACE = re.compile(r"\s")


class Markup(msgspec.Struct, kw_only=True):
    """What a page's source shows and says of itself."""

    visible: Stream
    heads: Stream
    """Titles and the contents of meta elements, which nobody sees on the page."""
    headings: list[tuple[int, int]] = []
    """Runs of ``visible`` that stand in h1."""
    captions: list[tuple[int, int]] = []
    """Runs of ``visible`` that stand in figcaption."""
    blocks: list[int] = []
    """Where in ``visible`` something other than running text begins."""
    title: str = ""
    """What the title element holds, as it stands in the source."""
    meta: dict[str, str] = {}
    times: list[str] = []
    linked: list[str] = []
    """Sources of the scripts of linked data."""
    deepest: int = 0


def scan(source: str) -> Markup:
    """The mark-up of a page or of a piece of one."""
    scanner = _Scanner(source)
    scanner.run()
    return scanner.markup


class _Scanner:
    """Goes through a page's tags once."""

    def __init__(self, source: str) -> None:
        self.markup = Markup(visible=Stream(source), heads=Stream(source))
        self._source = source
        self._depth = 0
        self._silent = 0  # where the silence ends
        self._title = 0  # where the title element ends
        self._h1: int | None = None
        self._caption: int | None = None
        self._missing: set[str] = set()  # marks that do not occur any more

    def run(self) -> None:
        at = 0
        while tag := _TAG.search(self._source, at):
            self._text(at, tag.start())
            at = self._after(tag)
        self._text(at, len(self._source))

    def _text(self, start: int, end: int) -> None:
        if start < end and start >= self._silent:
            (self.markup.heads if start < self._title else self.markup.visible).add(start, end)

    def _after(self, tag: re.Match[str]) -> int:
        """Where the text goes on after a tag or a comment."""
        if not tag.group("name"):
            end = self._find("-->", tag.end()) if tag.group() == "<!--" else -1
            return end + 3 if end >= 0 else self._end(tag.end())
        end, name = self._end(tag.end()), tag.group("name").lower()
        if name not in _INLINE and (not self.markup.blocks or self.markup.blocks[-1] != self.markup.visible.length):
            self.markup.blocks.append(self.markup.visible.length)
        if tag.group("close"):
            self._close(name)
            return end
        return self._open(name, tag.start(), end)

    def _close(self, name: str) -> None:
        self._depth = max(0, self._depth - 1)
        if name == "h1" and self._h1 is not None:
            self.markup.headings.append((self._h1, self.markup.visible.length))
            self._h1 = None
        elif name == "figcaption" and self._caption is not None:
            self.markup.captions.append((self._caption, self.markup.visible.length))
            self._caption = None

    def _open(self, name: str, start: int, end: int) -> int:
        if name not in _VOID:
            self._depth += 1
            self.markup.deepest = max(self.markup.deepest, self._depth)
        if name == "h1":
            self._h1 = self.markup.visible.length
        elif name == "figcaption":
            self._caption = self.markup.visible.length
        elif name == "title" and not self._title:
            self._title = max(0, self._find("</", end))
            self.markup.title = self._source[end : min(self._title, end + _LONGEST_RUN)]
        elif name in ("meta", "time"):
            self._say(name, start, end)
        elif name in _SILENT:
            return self._hide(name, start, end)
        return end

    def _hide(self, name: str, start: int, end: int) -> int:
        """Pass over what is not shown; where its end is missing, scripts and styles hide the rest, others nothing."""
        if name not in _RAW:
            if end > self._silent:
                self._silent = self._close_of(name, end)
            return end
        close = self._close_of(name, end)
        stop = len(self._source) if close < 0 else close
        if name == "script" and "ld+json" in dict(self._attributes(start, end)).get("type", "") and stop - end <= _LONGEST_DATA:
            self.markup.linked += [self._source[end:stop]] if len(self.markup.linked) < _MOST_DATA else []
        return stop

    def _close_of(self, name: str, at: int) -> int:
        if name in self._missing:
            return -1
        match = _CLOSING[name].search(self._source, at)
        if match is None:
            self._missing.add(name)
        return match.start() if match else -1

    def _find(self, mark: str, at: int) -> int:
        if mark in self._missing:
            return -1
        found = self._source.find(mark, at)
        if found < 0:
            self._missing.add(mark)
        return found

    def _end(self, at: int) -> int:
        """Where a tag ends: after its ">", those in quoted values left out."""
        while stop := _STOP.search(self._source, at):
            if stop.group() == ">":
                return stop.end()
            quote = self._find(stop.group(1), stop.end())
            at = quote + 1 if quote >= 0 else stop.end()
        return len(self._source)

    def _say(self, name: str, start: int, end: int) -> None:
        """What a meta or time element says."""
        said = dict(self._attributes(start, end))
        if name == "time":
            self.markup.times += [said["datetime"]] if "datetime" in said and len(self.markup.times) < _MOST_DATA else []
            return
        key = said.get("property") or said.get("name") or said.get("itemprop")
        content = said.get("content")
        if not content:
            return
        if key:
            self.markup.meta.setdefault(key.lower(), content)
        self.markup.heads.add(*next(match.span(group) for match, group in self._values(start, end) if match.group(1).lower() == "content"))

    def _attributes(self, start: int, end: int) -> Iterator[tuple[str, str]]:
        for match, group in self._values(start, end):
            yield match.group(1).lower(), html.unescape(match.group(group))

    def _values(self, start: int, end: int) -> Iterator[tuple[re.Match[str], int]]:
        for match in _ATTRIBUTE.finditer(self._source, start, min(end, start + _LONGEST_TAG)):
            yield match, next((g for g in (2, 3, 4) if match.group(g) is not None), 4)


_CLOSING = {name: re.compile(rf"(?i)</{name}\b") for name in _SILENT}
