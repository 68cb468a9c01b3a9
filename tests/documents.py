"""What a document is to hold in; its bytes out: PDF, DOCX, ODT, zip, e-mail, saved page, web archive, feed."""

import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence

HEADLINE = "Dam above Velden breaks after a week of rain"
NEWS = (
    "VELDEN, March 5 (Reuters) - The dam above Velden broke on Wednesday morning and the lower town was under water by noon, the fire service of Ostmark said.",
    "Nobody was killed, but forty people were taken to hospital, a spokeswoman for the ministry of the interior told reporters in the capital.",
    "Mara Velden, the mayor, said that the dam had been inspected in January and that no fault had been found in it at that time.",
    "The railway line to the coast will be closed until Friday at the earliest, Ostmark Rail said in a statement.",
)
ARTICLE = "\n\n".join((HEADLINE, *NEWS))
HTML = f"<!doctype html><html><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1>{''.join(f'<p>{p}</p>' for p in NEWS)}</article></body></html>"

Text = tuple[float, float, float, str]
"""A printed line: left, bottom and size in points, and its words."""


def pdf(*pages: Sequence[Text]) -> bytes:
    """A PDF with these lines on its pages, in one of the fonts that every reader has."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    kids = []
    for page in pages:
        shown = "".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET\n" for x, y, size, text in page).encode("cp1252")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown))
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>" % len(objects))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    return _written(objects)


def endless_pdf(depth: int = 20) -> bytes:
    """A PDF whose one page draws a drawing four times, which draws another four times, and so on to a few letters."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>>>/Contents 5 0 R>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[4 0 R]>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        page,
        b"<</Length 5>>stream\n/X Do\nendstream",
    ]
    objects += [_drawing(b"/XObject<</X %d 0 R>>" % number, b"/X Do " * 4) for number in range(7, 7 + depth)]
    return _written([*objects, _drawing(b"/Font<</F1 3 0 R>>", b"BT /F1 10 Tf (abc) Tj ET")])


def _drawing(resources: bytes, content: bytes) -> bytes:
    head = b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<%s>>/Length %d>>" % (resources, len(content))
    return b"%sstream\n%s\nendstream" % (head, content)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _written(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def printed(paragraphs: Sequence[str] = NEWS, *, headline: str = HEADLINE, width: int = 80) -> list[Text]:
    """A page as a newspaper's program prints it: a headline, and paragraphs broken into lines."""
    lines: list[Text] = [(60, 780, 18, headline)]
    y = 740.0
    for paragraph in paragraphs:
        row = ""
        for word in paragraph.split():
            if len(row) + len(word) >= width:
                lines.append((60, y, 10, row))
                y, row = y - 12, ""
            row = f"{row} {word}".strip()
        lines.append((60, y, 10, row))
        y -= 24
    return lines


def zipped(members: Mapping[str, bytes | str], *, stored: bool = False) -> bytes:
    """A zip archive, its members in the order given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(*paragraphs: str, headline: str = HEADLINE, extra: str = "") -> bytes:
    """A Word document: a title and paragraphs, and any further XML of its body."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    title = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{headline}</w:t></w:r></w:p>'
    body = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{p[:9]}</w:t></w:r><w:r><w:t>{p[9:]}</w:t></w:r></w:p>' for p in paragraphs or NEWS
    )
    document = f"<?xml version='1.0'?><w:document {space}><w:body>{title}{body}{extra}</w:body></w:document>"
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def odt(*paragraphs: str, headline: str = HEADLINE, extra: str = "") -> bytes:
    """A text document of LibreOffice: a heading and paragraphs."""
    office, text = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    body = "".join(f"<text:p>{p[:9]}<text:span>{p[9:20]}</text:span>{p[20:]}</text:p>" for p in paragraphs or NEWS)
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{office}" xmlns:text="{text}"><office:body><office:text>'
        f'<text:h text:style-name="Heading_20_1">{headline}</text:h>{body}{extra}</office:text></office:body></office:document-content>'
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "META-INF/manifest.xml": "<manifest/>"})


def message(
    *parts: tuple[str, str | bytes], subject: str = HEADLINE, sender: str = "Velden Herald <news@velden-herald.example>", more: str = ""
) -> bytes:
    """An e-mail of one part or several, each with its headers and its body."""
    head = f"From: {sender}\r\nTo: desk@example.org\r\nSubject: {subject}\r\nDate: Wed, 05 Mar 2025 11:30:00 +0100\r\nMessage-ID: <1@example>\r\nMIME-Version: 1.0\r\n{more}"
    bodies = [h.encode() + b"\r\n\r\n" + (b if isinstance(b, bytes) else b.encode()) for h, b in parts]
    if len(bodies) == 1:
        return head.encode() + bodies[0]
    inner = b"".join(b"--limit\r\n" + body + b"\r\n" for body in bodies)
    return head.encode() + b"Content-Type: multipart/mixed; boundary=limit\r\n\r\n" + inner + b"--limit--\r\n"


def mhtml(html: str = HTML, *, address: str = "https://www.velden-herald.example/2025/03/05/dam") -> bytes:
    """A page as a browser saves it."""
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nSubject: {HEADLINE}\r\nDate: Thu, 6 Mar 2025 08:00:00 -0000\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="limit"\r\n\r\n\r\n'
    )
    page = f"--limit\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: binary\r\nContent-Location: {address}\r\n\r\n{html}\r\n"
    style = "--limit\r\nContent-Type: text/css\r\nContent-Location: cid:css\r\n\r\np { color: red }\r\n--limit--\r\n"
    return (head + page + style).encode()


def record(
    body: bytes = HTML.encode(),
    *,
    kind: str = "response",
    address: str = "https://www.velden-herald.example/dam",
    answer: str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n",
    length: int | None = None,
) -> bytes:
    """A record of a web archive; ``length`` is what it says of its own length."""
    block = answer.encode() + body if kind == "response" else body
    media_type = "application/http;msgtype=response" if kind == "response" else "text/plain"
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-03-06T08:00:00Z\r\n"
        f"Content-Type: {media_type}\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def wacz(*records: bytes) -> bytes:
    """A packed web archive."""
    packed = b"".join(gzip.compress(r, mtime=0) for r in records)
    return zipped(
        {"datapackage.json": "{}", "pages/pages.jsonl": "{}\n", "archive/data.warc.gz": packed, "indexes/index.cdx": "x"}, stored=True
    )


def rss(*items: str) -> bytes:
    """A feed of RSS 2.0."""
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel><title>All the News</title>{"".join(items)}</channel></rss>'.encode()
