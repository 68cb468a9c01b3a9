"""A page that is a PDF -> Draft, or an Aside where it has no text layer. The page's text is that layer: ``pdf_text``.

The layer is what PDFium reads of the text on each page: printed lines put together to paragraphs, a line each. PDFium
works in a process of its own (``layer.py``), since nothing within this one could stop it on a page that never ends.
"""

import pathlib
import subprocess
import sys

import msgspec

from headwater.clean.draft import Draft, Line
from headwater.clean.edges import drop
from headwater.clean.layout import Block, Row, blocks
from headwater.clean.plain import read_plain
from headwater.errors import CleanError
from headwater.types import Aside, Page

_MOST_SECONDS = 65.0  # for one document: its reader stops between two pages after 60, a page that never ends is stopped here
_FEW = 40  # letters in all: a stamp or a page number on pictures of pages
_LAYER = str(pathlib.Path(__file__).with_name("layer.py"))
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


class _Answer(msgspec.Struct, frozen=True):
    """What the process of its own says."""

    pages: int = 0
    rows: tuple[tuple[str, int, float, float, float, float], ...] = ()
    error: str = ""


def _rows(content: bytes) -> tuple[list[Row], int]:
    """The printed lines of all pages in the order of the text layer, and how many pages there are."""
    try:
        # -P: the files beside the program are not taken for modules of the standard library
        done = subprocess.run([sys.executable, "-P", _LAYER], input=content, capture_output=True, timeout=_MOST_SECONDS, check=False)  # noqa: S603 - our own file
    except subprocess.TimeoutExpired:
        raise CleanError(f"a PDF whose text takes over {_MOST_SECONDS:g} s; give it as text") from None
    except OSError as error:
        raise CleanError(f"a PDF, and no Python could be started to read it ({error.strerror}); give it as text") from error
    try:
        answer = msgspec.json.decode(done.stdout, type=_Answer)
    except msgspec.DecodeError:
        raise CleanError(f"a PDF that PDFium fails at (its process ended with {done.returncode}); give it as text") from None
    if answer.error:
        raise CleanError(answer.error)
    rows = [Row(text=t, page=p, left=left, right=right, bottom=b, top=top) for t, p, left, right, b, top in answer.rows]
    return rows, answer.pages
