"""The brief as CSV: a Brief in, one row a statement out, for a spreadsheet; no cell is a formula."""

import csv
import io
import re

from headwater.brief.carried import shorten
from headwater.brief.marks import one_line
from headwater.brief.rows import COLUMNS, Cell, Column, make_rows
from headwater.types import Brief

MARK = "\ufeff"
"""What tells spreadsheets that the file is UTF-8."""
MOST = 32_000
"""Characters of a cell; Excel holds 32,767 and puts the rest into other rows."""

# what spreadsheets run: a cell that begins with one of these, also in full width, or behind what they skip
_FORMULA = re.compile(r"[\s\"'\ufffd\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff0b\uff0d\uff1d\uff20\u2212]")
# what spreadsheets take for a number or a date and write down otherwise: an id of digits, 1/2, 12e5
_NUMBER = re.compile(r"[\d.,:/eE\s-]*\d[\d.,:/eE\s-]*")


def to_csv(brief: Brief) -> str:
    """One row a statement with its claim and standing, under a row of names; UTF-8 with its mark, lines end in CR LF (RFC 4180).

    Cells are on one line. A cell of text that a spreadsheet would run as a formula, or would turn into another number or
    a date, has an apostrophe before it. Yes and no are words; what is unknown is empty. Longer cells end in an ellipsis.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow([column.name for column in COLUMNS])
    for row in make_rows(brief):
        writer.writerow([_cell(column, column.cell(row)) for column in COLUMNS])
    return MARK + table.getvalue()


def guard_cell(text: str, *, numbers: bool = True) -> str:
    """The text on one line as a cell that a spreadsheet shows and does not run; with ``numbers`` it takes it for no number either.

    >>> guard_cell("=1+1"), guard_cell("40 people"), guard_cell("12e5"), guard_cell(" -2")
    ("'=1+1", '40 people', "'12e5", "'-2")
    """
    line = shorten(text, MOST)
    return f"'{line}" if _FORMULA.match(line) or (numbers and _NUMBER.fullmatch(line)) else line


def _cell(column: Column, value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return guard_cell(column.between.join(map(one_line, value)) or column.nothing)
    if isinstance(value, int):
        return str(value)
    return guard_cell(value, numbers=not column.name.startswith("published_"))
