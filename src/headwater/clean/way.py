"""Paragraphs out of a page in, the lines with their places in the page's source out.

1. exactly: the paragraph's printed characters among those of the page, after the paragraph before;
2. roughly, where mark-up that was left out stands within it: by its first and its last words;
3. (0, 0) where neither finds it.
"""

import bisect
import difflib

from headwater.clean.draft import Line
from headwater.clean.markup import Markup, squeeze

_SURE = 40  # printed characters: fewer may stand in a menu too, so a block that begins with them goes first
_TRIES = 20  # places of a short paragraph that are looked at
_ANCHOR = 5  # words at either end that find a paragraph roughly
_LONGER = 1.3  # times its own length: what a paragraph may hold that was left out
_ALIKE = 0.85  # share of its characters that a rough place must have
_OFFSETS = (0, 2, 4)  # words left aside at an end, for what was left out or is written otherwise may stand among the outermost
_NEAR = 8  # characters between a rough beginning or end and that of a block, which then counts
_EFFORT = 100_000_000  # characters of a page searched in all, about 0.2 s; then only the next stretch is
_TRIAL = 10_000  # characters of that effort that a look at one place is worth
_STRETCH = 20_000  # characters


class Finder:
    """Finds the paragraphs of an article among a page's visible characters, each after the one before where it can."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self._stream = markup.visible
        self._text = markup.visible.text()
        self._next = 0
        self._left = _EFFORT

    def title(self, text: str) -> Line:
        """A headline with its place: a heading of the page, its title or its own data, or anywhere."""
        wanted = squeeze(text)
        for start, end in self._markup.headings:
            if (at := self._text.find(wanted, start, end)) >= 0:
                return self._exact(text, at, at + len(wanted))
        heads = self._markup.heads
        if wanted and (at := heads.text().find(wanted)) >= 0:
            start, end = heads.place(at, at + len(wanted))
            return Line(text=text, field="", start=start, end=end)
        line = self.line(text)
        self._next = 0
        return line

    def line(self, text: str) -> Line:
        """A paragraph with its place in the source, without a bullet that the page does not write; (0, 0) where it is not found."""
        for form in dict.fromkeys((text, text.removeprefix("- "))):
            wanted = squeeze(form)
            if wanted and (at := self._find(wanted)) >= 0:
                self._next = at + len(wanted)
                return self._exact(form, at, self._next)
        return self._rough(text)

    def _exact(self, text: str, start: int, end: int) -> Line:
        here = self._stream.place(start, end)
        return Line(text=text, field="", start=here[0], end=here[1], source=self._stream.source[slice(*here)])

    def _find(self, wanted: str) -> int:
        """Where these characters stand: after the paragraph before, else anywhere; -1 where nowhere."""
        after = self._search(wanted, self._next)
        return after if after >= 0 else self._search(wanted, 0)

    def _search(self, wanted: str, start: int) -> int:
        at = self._seek(wanted, start)
        if at < 0 or len(wanted) >= _SURE or self._left <= 0:
            return at
        first = -1
        for _ in range(_TRIES):
            if at < 0:
                break
            self._left -= _TRIAL
            if self._is_whole(at, at + len(wanted)):
                if self._is_block(at):
                    return at
                first = at if first < 0 else first
            at = self._seek(wanted, at + 1)
        return first

    def _seek(self, wanted: str, start: int, end: int | None = None) -> int:
        stop = len(self._text) if end is None else end
        if self._left <= 0:
            stop = min(stop, start + _STRETCH)
        at = self._text.find(wanted, start, stop)
        self._left -= (at if at >= 0 else stop) - start
        return at

    def _is_block(self, at: int) -> bool:
        blocks = self._markup.blocks
        i = bisect.bisect_left(blocks, at)
        return i < len(blocks) and blocks[i] == at

    def _is_whole(self, start: int, end: int) -> bool:
        """Do no words of the page begin before these characters, or end after them?"""
        source, (first, last) = self._stream.source, self._stream.place(start, end)
        before = first > 0 and source[first].isalnum() and source[first - 1].isalnum()
        after = last < len(source) and source[last - 1].isalnum() and source[last].isalnum()
        return not (before or after)

    def _rough(self, text: str) -> Line:
        """The paragraph by words near its ends, where what lies between is much the same."""
        words, wanted = text.split(), squeeze(text)
        start = self._beginning(words)
        end = self._end(words, start, start + int(_LONGER * len(wanted)) + 1) if start >= 0 else -1
        if end < 0 or difflib.SequenceMatcher(None, wanted, self._text[start:end], autojunk=False).quick_ratio() < _ALIKE:
            return Line(text=text, field="", start=0, end=0)
        self._next = end
        here = self._stream.place(start, end)
        return Line(text=text, field="", start=here[0], end=here[1])

    def _beginning(self, words: list[str]) -> int:
        for skip in _OFFSETS:
            anchor = words[skip : skip + _ANCHOR]
            if len(anchor) == _ANCHOR and (at := self._seek(squeeze("".join(anchor)), self._next)) >= 0:
                return self._block_near(at - len(squeeze("".join(words[:skip]))), at) if skip else at
        return -1

    def _end(self, words: list[str], start: int, stop: int) -> int:
        for skip in _OFFSETS:
            anchor = words[len(words) - skip - _ANCHOR : len(words) - skip]
            if len(anchor) == _ANCHOR and (at := self._seek(squeeze("".join(anchor)), start, stop)) >= 0:
                at += len(squeeze("".join(anchor)))
                return self._block_near(at + len(squeeze("".join(words[len(words) - skip :]))), at) if skip else at
        return -1

    def _block_near(self, at: int, otherwise: int) -> int:
        """The nearest block's beginning where one is near, else the other place."""
        blocks = self._markup.blocks
        i = bisect.bisect_left(blocks, at)
        near = [b for b in blocks[max(0, i - 1) : i + 1] if abs(b - at) <= _NEAR]
        return min(near, key=lambda b: abs(b - at), default=otherwise)
