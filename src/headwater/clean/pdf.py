"""A page that is a PDF -> Draft, or an Aside where it has no text layer. The page's text is that layer: ``pdf_text``.

The layer is what PDFium reads of the text on each page: printed lines put together to paragraphs, a line each.
"""

import re
import threading
import time
from collections.abc import Iterator

import msgspec
import pypdfium2 as pdfium

from headwater.clean.draft import Draft, Line
from headwater.clean.edges import drop
from headwater.clean.layout import Block, Row, blocks
from headwater.clean.plain import read_plain
from headwater.errors import CleanError
from headwater.types import Aside, Page

_MOST_PAGES = 500  # pages of a document: a report of news has fewer
_MOST_SECONDS = 60.0  # for the text of one document
_MOST_LETTERS = 5_000_000  # characters of a text layer: a long book has one million
_FEW = 40  # letters in all: a stamp or a page number on pictures of pages
_PLANE = 0xFFFF
_LINE = re.compile("[^\r\n\ufffe]+\ufffe?")  # a word that is broken at a line's end comes with a mark in place of both
_LOCK = threading.Lock()  # PDFium is not made for several threads
_WHY = {
    "running": ("menu", "stands at the head or foot of each page"),
    "number": ("counter", "the number of a page"),
}


def read_pdf(page: Page) -> Draft | Aside:
    """The draft of a PDF's text layer; an Aside where it has none; CleanError where it is broken or encrypted."""
    rows, pages = _rows(page.content)
    found = blocks(rows)
    if sum(len(block.text) for block in found) < _FEW:
        return Aside(
            source=page.source,
            why=f"a PDF without a text layer ({pages} pages of pictures); read it by OCR and give the PDF or text that this makes",
        )
    places = _places(found)
    cut = tuple(drop(line, *_WHY[block.kind]) for line, block in places if block.kind in _WHY)
    title = next((line for line, block in places if block.kind == "headline"), None)
    # of the rest the words alone tell; what is taken out already is blanked, so that every character keeps its place
    rest = "\n".join(block.text if block.kind == "text" else " " * len(block.text) for block in found)
    draft = read_plain(rest)
    if title is None:
        return msgspec.structs.replace(draft, dropped=cut)
    lines = sorted((*draft.lines, *([draft.title] if draft.title else [])), key=lambda line: line.start)
    return Draft(lines=tuple(lines), title=title, dropped=cut)


def pdf_text(page: Page) -> str:
    """The text layer of a PDF to which the passages of its article lead back, a line a paragraph."""
    return "\n".join(block.text for block in blocks(_rows(page.content)[0]))


def _places(found: list[Block]) -> list[tuple[Line, Block]]:
    """Each block as a line of the text layer."""
    placed, at = [], 0
    for block in found:
        placed.append((Line(text=block.text, field="", start=at, end=at + len(block.text)), block))
        at += len(block.text) + 1
    return placed


def _rows(content: bytes) -> tuple[list[Row], int]:
    """The printed lines of all pages in the order of the text layer, and how many pages there are."""
    began, rows, letters = time.monotonic(), list[Row](), 0
    with _LOCK:
        document = _opened(content)
        try:
            count = len(document)
            if count > _MOST_PAGES:
                raise CleanError(f"a PDF of {count} pages, and {_MOST_PAGES} are the most that is read; give the pages of the report alone")
            for number in range(count):
                found = _page_rows(document, number)
                rows += found
                letters += sum(len(row.text) for row in found)
                if time.monotonic() - began > _MOST_SECONDS or letters > _MOST_LETTERS:
                    raise CleanError(f"a PDF whose text takes over {_MOST_SECONDS:g} s or {_MOST_LETTERS:,} letters; give it as text")
        finally:
            document.close()
    return rows, count


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise CleanError("a PDF that is encrypted; open it with its password and save it without") from error
        raise CleanError("a PDF that is damaged or cut short; fetch it again") from error


def _page_rows(document: pdfium.PdfDocument, number: int) -> list[Row]:
    """The printed lines of one page; none where the page is damaged."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return []
    try:
        layer = page.get_textpage()
        try:
            return list(_layer_rows(layer, number))
        finally:
            layer.close()
    except pdfium.PdfiumError:
        return []
    finally:
        page.close()


def _layer_rows(layer: pdfium.PdfTextPage, number: int) -> Iterator[Row]:
    text = layer.get_text_range()
    # a letter outside the first plane counts twice here and once in Python
    units = [index for index, letter in enumerate(text) for _ in range(1 + (ord(letter) > _PLANE))]
    start = 0
    for match in _LINE.finditer(text):
        line = match.group()
        if line.strip():
            first = match.start() + len(line) - len(line.lstrip())
            last = match.start() + len(line.rstrip()) - 1
            yield _row(layer, line, number, (units.index(first, start), units.index(last, start)))
        start = min(match.start(), len(units))


def _row(layer: pdfium.PdfTextPage, line: str, number: int, ends: tuple[int, int]) -> Row:
    left, bottom, _, top = layer.get_charbox(ends[0], loose=True)
    _, other_bottom, right, other_top = layer.get_charbox(ends[1], loose=True)
    return Row(text=line, page=number, left=left, right=right, bottom=min(bottom, other_bottom), top=max(top, other_top))
