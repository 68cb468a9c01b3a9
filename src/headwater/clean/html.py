"""A page of HTML -> Draft, by trafilatura, with the way back from each paragraph to the page's characters."""

import re
from html.parser import HTMLParser

import msgspec
import trafilatura
from trafilatura.settings import Document

from headwater.clean.draft import Draft, Line
from headwater.errors import CleanError
from headwater.text import WORD, lines

_MAX_DEPTH = 1500  # elements within each other: real pages stay under 100, and libxml2 gives up at 2048
_SILENT = {"script", "style", "noscript", "template"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def read_html(html: str, *, address: str | None = None) -> Draft:
    """The draft of an HTML page; CleanError where its mark-up cannot be read."""
    found = _Scanner()
    found.feed(html)
    if found.deepest > _MAX_DEPTH:
        raise CleanError(f"HTML nested {found.deepest} deep; no page of news is (the most that is read is {_MAX_DEPTH})")
    try:
        document = trafilatura.bare_extraction(html, url=address, with_metadata=True, include_comments=False, include_tables=False)
    except Exception as error:  # lxml and trafilatura let errors of many kinds through on broken pages
        raise CleanError(f"HTML that cannot be read ({type(error).__name__}: {error})") from error
    if not isinstance(document, Document) or not (document.text or "").strip():
        return Draft(lines=(), address=address)
    text = document.text or ""
    where = _Finder(found.runs)
    title = where.line(document.title) if document.title else None
    where.rewind()
    body = tuple(line for s, e in lines(text) if (line := where.line(text[s:e])) is not None)
    return Draft(
        lines=body,
        title=title,
        outlet=document.sitename,
        address=document.url or address,
        authors=tuple(a.strip() for a in (document.author or "").split(";") if a.strip()),
        published=document.date,
        language=document.language,
    )


class _Run(msgspec.Struct, frozen=True):
    """A word of the page and where it stands in the page's source."""

    word: str
    start: int
    end: int


class _Scanner(HTMLParser):
    """Collects the words outside tags, each with its offset in the source, and the depth of the tree."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.runs: list[_Run] = []
        self.deepest = self._depth = 0
        self._silent = 0
        self._lines: list[int] = []

    def feed(self, data: str) -> None:
        self._lines = [0, *(m.end() for m in re.finditer(r"\n", data))]
        super().feed(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag not in _VOID:
            self._depth += 1
            self.deepest = max(self.deepest, self._depth)
        raw = self.get_starttag_text() or ""
        if tag == "meta" and (content := dict(attrs).get("content")) and content in raw:
            self._collect(content, skip=raw.index(content))

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        self._depth = max(0, self._depth - 1)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._collect(data)

    def _collect(self, data: str, *, skip: int = 0) -> None:
        line, column = self.getpos()
        offset = self._lines[line - 1] + column + skip
        self.runs += [_Run(m.group().lower(), offset + m.start(), offset + m.end()) for m in WORD.finditer(data)]


class _Finder:
    """Finds extracted paragraphs among the words of the page, each after the one before where it can."""

    _FIRST = 6  # words that must follow one another for a place to be the right one
    _SLACK = 3  # words of a paragraph may lie this many times their number apart: entities split some

    def __init__(self, runs: list[_Run]) -> None:
        self._runs = runs
        self._words = [r.word for r in runs]
        self._at: dict[str, list[int]] = {}
        for i, word in enumerate(self._words):
            self._at.setdefault(word, []).append(i)
        self._next = 0

    def rewind(self) -> None:
        self._next = 0

    def line(self, text: str) -> Line | None:
        """The paragraph with its place in the source; a place of (0, 0) where its words are not found in a row."""
        wanted = [w.lower() for w in WORD.findall(text)]
        if not wanted:
            return None
        start = self._find(wanted)
        if start is None:
            return Line(text=text, field="", start=0, end=0)
        last = self._last(wanted, start)
        self._next = last + 1
        return Line(text=text, field="", start=self._runs[start].start, end=self._runs[last].end)

    def _find(self, wanted: list[str]) -> int | None:
        head = wanted[: self._FIRST]
        places = [i for i in self._at.get(head[0], ()) if self._words[i : i + len(head)] == head]
        return next((i for i in places if i >= self._next), places[0] if places else None)

    def _last(self, wanted: list[str], start: int) -> int:
        stop = min(len(self._words), start + self._SLACK * len(wanted))
        return max((i for i in range(start, stop) if self._words[i] == wanted[-1] and i - start + 1 <= len(wanted) + 2), default=start)
