"""Files with dated text in (TimeML, the TEI of GUM), documents with their time expressions out."""

import calendar
import datetime as dt
import pathlib
import re

import msgspec
from lxml import etree

_NO_SPACE_BEFORE = re.compile(r"[.,;:!?)\]%’'”]|n['’]t$")
_OPENING = frozenset("([$£€“‘")
_DAYS = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression that should be found: its span, its TIMEX3 value, its days where the set gives an interval."""

    start: int
    end: int
    value: str = ""
    earliest: str | None = None
    latest: str | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A text, the day on which it appeared, and its expressions in order."""

    name: str
    text: str
    day: str
    times: tuple[Dated, ...]


def read_timeml(path: pathlib.Path) -> tuple[Document, ...]:
    """The documents of a file or a folder of .tml files, by name; TIMEX3 elements of the body alone."""
    files = sorted(path.rglob("*.tml")) if path.is_dir() else [path]
    return tuple(_timeml(file) for file in files)


def read_gum(path: pathlib.Path) -> tuple[Document, ...]:
    """The documents of a file or a folder of GUM's TEI, dated by ``dateCreated``; its dates as intervals of days."""
    files = sorted(path.rglob("*.xml")) if path.is_dir() else [path]
    return tuple(_gum(file) for file in files)


def _parse(file: pathlib.Path) -> etree._Element:
    return etree.fromstring(file.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _timeml(file: pathlib.Path) -> Document:
    root = _parse(file)
    born = root.find(".//DCT/TIMEX3")
    body = root.find("TEXT")
    if born is None or body is None:
        raise ValueError(f"{file}: no document creation time or no TEXT; give TimeML files")
    text, times = "", []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            if element.tag == "TIMEX3":
                whole = "".join(map(str, element.itertext()))
                times.append(Dated(start=len(text), end=len(text) + len(whole), value=element.get("value", "")))
            text += element.text or ""
        elif element is not body:
            text += element.tail or ""
    return Document(name=file.stem, text=text, day=born.get("value", "")[:10], times=tuple(times))


def _gum(file: pathlib.Path) -> Document:
    root = _parse(file)
    text, times, open_at = "", [], 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        dated = element.tag == "date"
        if event == "start":
            if dated:
                text, open_at = _joined(text, element.text), len(text)
            else:
                text = _joined(text, element.text)
            continue
        if dated and (days := _days(dict(element.attrib))):
            start = open_at + len(text[open_at:]) - len(text[open_at:].lstrip())
            times.append(Dated(start=start, end=len(text.rstrip()), earliest=days[0], latest=days[1]))
        if element.tag in ("head", "p", "item", "caption", "sp"):
            text = f"{text.rstrip()}\n\n"
        text = _joined(text, element.tail) if element is not root else text
    return Document(name=file.stem, text=text, day=str(root.get("dateCreated", "")), times=tuple(times))


def _joined(text: str, rows: str | None) -> str:
    """The text with the first column of some rows, set as print would."""
    for line in (rows or "").splitlines():
        word = line.split("\t")[0].strip()
        if not word:
            continue
        glued = not text or text[-1] == "\n" or text[-1] in _OPENING or _NO_SPACE_BEFORE.match(word)
        text += word if glued else f" {word}"
    return text


def _days(names: dict[str, str]) -> tuple[str | None, str | None] | None:
    """First and last day of a date's attributes, None where open; None for what is no date of the calendar."""
    first = names.get("when") or names.get("from") or names.get("notBefore")
    last = names.get("when") or names.get("to") or names.get("notAfter")
    ends = tuple(_end(v[:10] if "T" in v else v, last=i == 1) if v else None for i, v in enumerate((first, last)))
    wrong = any(v and not e for v, e in zip((first, last), ends, strict=True))
    return None if wrong or ends == (None, None) else (ends[0], ends[1])


def _end(date: str, *, last: bool) -> str | None:
    if not _DAYS.fullmatch(date):
        return None
    year, month, day = ([int(n) for n in date.split("-")] + [0, 0])[:3]
    month = month or (12 if last else 1)
    return dt.date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1)).isoformat()
