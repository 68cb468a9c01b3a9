"""A page that is a DOCX or an ODT document -> Draft. Its text is that of its paragraphs, a line each: ``office_text``.

Tracked deletions, comments, notes, headers and footers are left out.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

import msgspec
from lxml import etree

from headwater.clean.draft import Draft
from headwater.clean.plain import read_plain
from headwater.errors import CleanError
from headwater.types import Page

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
_MOST_XML = 50_000_000  # bytes of a document's text with its mark-up: a long book has 10
_SILENT = {
    *("del", "moveFrom", "delText", "instrText", "Fallback", "footnote", "endnote", "comment"),
    *("tracked-changes", "annotation", "annotation-end", "note", "sequence-decls", "forms", "table-of-content", "index-body"),
}
_BREAKS = {"br": "\n", "cr": "\n", "line-break": "\n", "tab": "\t", "noBreakHyphen": "-"}
_TITLES = ("title", "heading1", "heading_20_1", "headline")


class _Paragraph(msgspec.Struct, frozen=True):
    text: str
    is_title: bool


def read_office(page: Page) -> Draft:
    """The draft of an office document; CleanError where it is damaged or encrypted."""
    found = _paragraphs(page)
    text = "\n".join(p.text for p in found)
    draft = read_plain(text)
    at = 0
    for paragraph in found:
        if paragraph.is_title and (line := next((n for n in draft.lines if n.start >= at and n.end <= at + len(paragraph.text)), None)):
            # what the writer marked as the headline is one, however it ends
            others = [n for n in (*draft.lines, *([draft.title] if draft.title else [])) if n is not line]
            return Draft(lines=tuple(sorted(others, key=lambda n: n.start)), title=line)
        at += len(paragraph.text) + 1
    return draft


def office_text(page: Page) -> str:
    """The text of an office document to which the passages of its article lead back: its paragraphs, a line each."""
    return "\n".join(p.text for p in _paragraphs(page))


def _paragraphs(page: Page) -> list[_Paragraph]:
    root = _root(page.content, "word/document.xml" if page.media_type == DOCX else "content.xml")
    body = next((e for e in root.iter() if _name(e) in ("body", "text") and _name(e.getparent()) in ("document", "body")), root)
    return [p for p in _walk(body) if p.text.strip()]


def _root(content: bytes, name: str) -> etree._Element:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if name == "content.xml" and b"encryption-data" in _read(archive, "META-INF/manifest.xml"):
                raise CleanError("an office document that is encrypted; save it without a password")
            xml = _read(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, KeyError) as error:
        raise CleanError(f"an office document that is damaged or encrypted ({error}); save it again") from error
    if len(xml) > _MOST_XML:
        raise CleanError(f"an office document whose text unpacks to over {_MOST_XML:,} bytes; save the report alone")
    # entities are not resolved, so none can be a file or grow without end
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        return etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CleanError(f"an office document whose text is broken XML ({error}); save it again") from error


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.namelist():
        return b""
    with archive.open(name) as raw:
        return raw.read(_MOST_XML + 1)


def _walk(body: etree._Element) -> Iterator[_Paragraph]:
    """Each paragraph of the body, those within text boxes and tables too, in their order."""
    for element in body.iter():
        if _name(element) in ("p", "h") and not any(_name(a) in _SILENT for a in element.iterancestors()):
            yield _Paragraph("".join(_texts(element)).replace("\u00ad", ""), _is_title(element))


def _texts(element: etree._Element) -> Iterator[str]:
    """The text of a paragraph without that of paragraphs within it."""
    name = _name(element)
    if name == "s":  # a run of spaces in ODT
        count = next((value for key, value in element.attrib.items() if key.endswith("}c")), "1")
        yield " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
    yield _BREAKS.get(name, "")
    is_odt = "opendocument" in (element.tag if isinstance(element.tag, str) else "")
    if element.text and (is_odt or name == "t"):
        yield element.text
    for child in element:
        if _name(child) not in _SILENT and _name(child) not in ("p", "h", "pPr", "rPr"):
            yield from _texts(child)
        if child.tail and is_odt:
            yield child.tail


_MOST_SPACES = 100


def _is_title(element: etree._Element) -> bool:
    styles = [value for key, value in element.attrib.items() if key.endswith("}style-name")]
    styles += [v for e in element.iter() if _name(e) == "pStyle" for k, v in e.attrib.items() if k.endswith("}val")]
    return any(style.lower().replace(" ", "") in _TITLES for style in styles)


def _name(element: etree._Element | None) -> str:
    return element.tag.rpartition("}")[2] if element is not None and isinstance(element.tag, str) else ""
