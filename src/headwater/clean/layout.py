"""The lines of text on the pages of a document, with their places, in; its paragraphs, headline and running heads out."""

import re
import statistics
from collections import Counter
from collections.abc import Sequence

import msgspec

_GAP = 0.6  # of a line's height: more room than the usual between two lines begins a paragraph
_INDENT = 0.9  # of a line's height: so far to the right of its column a paragraph begins
_SHORT = 0.88  # of its column's width: a shorter line ends a paragraph where a sentence ends with it
_LARGER = 1.2  # of the line height of the text: a headline
_OTHER = 0.15  # share by which the height of lines of one paragraph may differ
_HEADLINE_WORDS = 30
_NUMBER = re.compile(r"(?i)^\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|of|-)\s*\d{1,4})?\W*$")
_ENDS = re.compile(r"[.!?:…][\"'”’)\]]*$")
_SOFT = ("\ufffe", "\x02", "\u00ad")  # what a hyphen at a line's end that is none of the word's is read as


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A line as it is printed; lengths in points, from the lower left of its page."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """From the lowest to the highest that a letter may reach."""
        return max(self.top - self.bottom, 0.1)


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph."""

    text: str
    height: float
    kind: str = "text"
    """text, headline, running (the head or foot of a page), number (of a page)."""


def blocks(rows: Sequence[Row]) -> list[Block]:
    """The paragraphs of a document in the order of its text, its headline and what is on every page marked as such."""
    running = _running(rows)
    found: list[list[Row]] = []
    kinds: list[str] = []
    column = _columns(rows)
    for row, kind in zip(rows, running, strict=True):
        last = next((i for i in reversed(range(len(found))) if kinds[i] == "text"), None)
        if kind == "text" and last is not None and _goes_on(found[last][-1], row, column):
            found[last].append(row)
        else:
            found.append([row])
            kinds.append(kind)
    known = Counter(word for row in rows for word in re.findall(r"\w+(?:-\w+)*", row.text.lower()))
    made = [
        Block(text=_joined(lines, known), height=statistics.median(r.height for r in lines), kind=kind)
        for lines, kind in zip(found, kinds, strict=True)
    ]
    return _with_headline([block for block in made if block.text])


def _running(rows: Sequence[Row]) -> list[str]:
    """What each row is: text, or the head, foot or number of a page."""
    edges = {
        i for i, row in enumerate(rows) if i == 0 or rows[i - 1].page != row.page or i + 1 == len(rows) or rows[i + 1].page != row.page
    }
    pages = len({row.page for row in rows})
    seen = Counter(_pattern(rows[i].text) for i in edges)
    return [
        "text"
        if i not in edges or pages == 1
        else "number"
        if _NUMBER.match(row.text)
        else "running"
        if seen[_pattern(row.text)] >= max(2, pages / 2)
        else "text"
        for i, row in enumerate(rows)
    ]


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "0", text).strip().lower()


def _columns(rows: Sequence[Row]) -> dict[tuple[int, int], tuple[float, float]]:
    """The usual left and the widest right edge of the lines that begin in each tenth of a page."""
    places: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        places.setdefault(_place(row), []).append(row)
    return {place: (min(r.left for r in here), max(r.right for r in here)) for place, here in places.items()}


def _place(row: Row) -> tuple[int, int]:
    return row.page, int(row.left // _TENTH)


_TENTH = 60.0  # points: a tenth of a page's width


def _goes_on(before: Row, row: Row, columns: dict[tuple[int, int], tuple[float, float]]) -> bool:
    """Does a row go on with the paragraph of the row before?"""
    ended = _ENDS.search(before.text) is not None
    if abs(before.height - row.height) > _OTHER * max(before.height, row.height):
        return False
    if before.page != row.page or row.top > before.top + before.height:  # another page or column
        return not ended or row.text[:1].islower()
    if before.bottom - row.top > _GAP * row.height:
        return False
    if row.left - before.left > _INDENT * row.height and row.left - before.left < _TENTH and ended:
        return False
    left, right = columns[_place(before)]
    is_short = before.right - left < _SHORT * (right - left)
    return not (ended and is_short)


def _joined(rows: Sequence[Row], known: Counter[str]) -> str:
    """The text of a paragraph, words that were broken at a line's end made whole."""
    text = ""
    for row in rows:
        piece = " ".join(row.text.split())
        hyphened = f"{text[:-1]}-" if text.endswith(_SOFT) else text
        if re.search(r"\w-$", hyphened) and (piece[:1].islower() or text != hyphened):
            keeps = not piece[:1].islower() or _is_compound(hyphened, piece, known)
            text = (hyphened if keeps else hyphened[:-1]) + piece
        else:
            text = f"{text} {piece}" if text else piece
    for mark in _SOFT:
        text = text.replace(mark, "")
    return text.strip()


def _is_compound(text: str, piece: str, known: Counter[str]) -> bool:
    """Does the hyphen between two lines belong to the word, as elsewhere in the document?"""
    first, second = re.findall(r"[\w-]*-$", text)[0].lower(), re.match(r"\w*", piece)
    rest = second.group().lower() if second else ""
    return known[first + rest] > known[first[:-1] + rest]


def _with_headline(found: list[Block]) -> list[Block]:
    """The blocks, the one in the largest letters marked as headline where it stands before most of the text."""
    body = [b for b in found if b.kind == "text"]
    letters = Counter[float]()
    for block in body:
        letters[round(block.height, 1)] += len(block.text)
    usual = letters.most_common(1)[0][0] if letters else 0.0
    half, seen = sum(len(b.text) for b in body) / 2, 0
    best: Block | None = None
    for block in body:
        if seen > half:
            break
        seen += len(block.text)
        if (
            block.height >= _LARGER * usual
            and len(block.text.split()) in range(3, _HEADLINE_WORDS)
            and (best is None or block.height > best.height)
        ):
            best = block
    return [msgspec.structs.replace(b, kind="headline") if b is best else b for b in found]
