"""PDFs that would keep us for ever, or break the program that reads them: one clear line, and the next one is read."""

import pathlib
import sys
import time

import pytest

import headwater.clean.pdf as reading
from headwater.clean.pdf import pdf_text
from headwater.errors import CleanError
from headwater.types import Page
from tests.documents import HEADLINE, endless_pdf, pdf, printed


def page(content: bytes) -> Page:
    return Page(source="a.pdf", media_type="application/pdf", content=content, sha256="0")


def test_a_page_that_never_ends_is_left_and_the_next_document_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pdf_text(page(endless_pdf(1)))
    began = time.monotonic()
    with monkeypatch.context() as patch:
        patch.setattr(reading, "_MOST_SECONDS", 1.0)
        with pytest.raises(CleanError, match="a PDF whose text takes over 1 s; give it as text"):
            pdf_text(page(endless_pdf()))
    assert time.monotonic() - began < 30
    assert pdf_text(page(pdf(printed()))).startswith(HEADLINE)


@pytest.mark.parametrize("program", ["import os; os._exit(3)", "print('no JSON')", "print('{\"rows\": 5}')"])
def test_a_reader_that_breaks_down_breaks_nothing_else(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path, program: str) -> None:
    (tmp_path / "layer.py").write_text(program)
    monkeypatch.setattr(reading, "_LAYER", str(tmp_path / "layer.py"))
    with pytest.raises(CleanError, match="a PDF that PDFium fails at"):
        pdf_text(page(pdf(printed())))


def test_without_a_python_to_run_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(CleanError, match="a PDF, and no Python could be started to read it"):
        pdf_text(page(pdf(printed())))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.4\n", "damaged or cut short"),
        (pdf(*[printed(["One line."])] * 501), "a PDF of 501 pages, and 500 are the most that is read"),
    ],
)
def test_what_the_reader_says_is_what_is_raised(content: bytes, words: str) -> None:
    with pytest.raises(CleanError, match=words):
        pdf_text(page(content))
