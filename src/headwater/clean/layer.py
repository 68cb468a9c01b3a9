"""The bytes of a PDF on standard input in, the printed lines of its text layer on standard output out, as JSON.

A program of its own, run by ``pdf.py`` and ended where it takes too long; so it imports nothing of ours.
"""

import contextlib
import json
import re
import sys
import time
from collections.abc import Iterator

import pypdfium2 as pdfium

_MOST_PAGES = 500  # pages of a document: a report of news has fewer
_MOST_SECONDS = 60.0  # for the text of one document
_MOST_LETTERS = 5_000_000  # characters of a text layer: a long book has one million
_MOST_MEMORY = 4_000_000_000  # bytes of address space, where the system can bound it
_PLANE = 0xFFFF
_LINE = re.compile("[^\r\n\ufffe]+\ufffe?")  # a word that is broken at a line's end comes with a mark in place of both

Line = tuple[str, int, float, float, float, float]
"""Its words, its page, and its left, right, lower and upper edge."""


def main() -> None:
    """Read, and say ``pages`` and ``rows``, or the ``error`` in words for the reader."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    try:
        rows, pages = _rows(sys.stdin.buffer.read())
        answer = json.dumps({"pages": pages, "rows": rows})
    except MemoryError:
        answer = json.dumps({"error": f"a PDF whose text takes over {_MOST_MEMORY:,} bytes of memory; give it as text"})
    except ValueError as error:
        answer = json.dumps({"error": str(error)})
    sys.stdout.write(answer)


def _rows(content: bytes) -> tuple[list[Line], int]:
    began, rows, letters = time.monotonic(), list[Line](), 0
    document = _opened(content)
    try:
        count = len(document)
        if count > _MOST_PAGES:
            raise ValueError(f"a PDF of {count} pages, and {_MOST_PAGES} are the most that is read; give the pages of the report alone")
        for number in range(count):
            found = _page_rows(document, number)
            rows += found
            letters += sum(len(row[0]) for row in found)
            if time.monotonic() - began > _MOST_SECONDS or letters > _MOST_LETTERS:
                raise ValueError(f"a PDF whose text takes over {_MOST_SECONDS:g} s or {_MOST_LETTERS:,} letters; give it as text")
    finally:
        document.close()
    return rows, count


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise ValueError("a PDF that is encrypted; open it with its password and save it without") from error
        raise ValueError("a PDF that is damaged or cut short; fetch it again") from error


def _page_rows(document: pdfium.PdfDocument, number: int) -> list[Line]:
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


def _layer_rows(layer: pdfium.PdfTextPage, number: int) -> Iterator[Line]:
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


def _row(layer: pdfium.PdfTextPage, line: str, number: int, ends: tuple[int, int]) -> Line:
    left, bottom, _, top = layer.get_charbox(ends[0], loose=True)
    _, other_bottom, right, other_top = layer.get_charbox(ends[1], loose=True)
    return line, number, left, right, min(bottom, other_bottom), max(top, other_top)


if __name__ == "__main__":
    main()
