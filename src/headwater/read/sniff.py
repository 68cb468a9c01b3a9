"""The first bytes of a source and its name in; its media type, or the reason why it is no report, out."""

import codecs
import os
import re

from headwater.read.values import is_object

HEAD = 1 << 16
"""Bytes that are looked at: a page that says what it is does so in far fewer."""
TEXT, HTML, JSON, JSON_LINES = "text/plain", "text/html", "application/json", "application/jsonl"
PDF, ZIP, WARC, FEED = "application/pdf", "application/zip", "application/warc", "application/xml"
MAIL, MHTML, NINJS = "message/rfc822", "multipart/related", "application/ninjs+json"

_HTML_WITHIN = 4096
"""Bytes, after comments, in which an HTML page opens."""
_CONTROL_SHARE = 0.05
"""Share of control characters from which bytes are no text: text has next to none, random bytes have 11 %."""
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b") + b"\x7f"
_WIDE = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ENDINGS = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), HTML),
    **dict.fromkeys((".jsonl", ".ndjson", ".jsonlines", ".jl"), JSON_LINES),
    ".json": JSON,
}
_MAGIC = (
    (0, b"\x89PNG\r\n", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF87a", "a GIF picture"),
    (0, b"GIF89a", "a GIF picture"),
    (8, b"WEBP", "a WebP picture"),
    (0, b"II*\x00", "a TIFF picture"),
    (0, b"MM\x00*", "a TIFF picture"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"%!PS", "a PostScript document"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"\x1f\x8b", "a gzip file inside a gzip file"),
    (0, b"BZh91AY&SY", "a bzip2 file"),
    (0, b"\xfd7zXZ\x00", "an xz file"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard file (unpack it with zstd -d)"),
    (0, b"\x5d\x2a\x4d\x18", "a web archive under Zstandard (unpack it with zstd -d)"),
    (0, b"filedesc://", "a web archive of the old ARC form (make a WARC of it with warcio recompress)"),
    (257, b"ustar", "a TAR archive"),
    (4, b"ftyp", "a video or sound file"),
    (0, b"\x1aE\xdf\xa3", "a video file"),
    (0, b"OggS\x00", "a sound file"),
    (0, b"ID3\x03", "a sound file"),
    (0, b"ID3\x04", "a sound file"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"\x7fELF", "a program"),
)
# atomic, so that a page of comments costs one pass
_LEAD = re.compile(rb"(?>\s+|<!--.*?-->)*+", re.DOTALL)
_HTML_OPENS = re.compile(rb"<(?:!doctype\s+html|html|head|body)(?=[\s>/]|\Z)", re.IGNORECASE)
_XML_OPENS = re.compile(rb"<(?:\?xml|rss|feed|rdf:rdf|svg)\b", re.IGNORECASE)
_FEED_OPENS = re.compile(
    rb"(?>\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*+>)*+<(?:[\w.-]{1,20}:)?(?:rss|feed|rdf|urlset|sitemapindex)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(rb"([!-9;-~]{1,60}):")
_SENT = {b"message-id", b"received", b"mime-version", b"return-path"}
"""Headers that no report of plain text begins with."""
_JSON_OPENS = re.compile(rb'\s*(?:\{\s*["}]|\{\s*\Z|\[\s*\{|\[\s*\]\s*\Z)')


def container(head: bytes, name: str) -> str | None:
    """The media type of what is no text of one report: a PDF, an archive, a feed, a message; None for all else."""
    if head.lstrip().startswith(b"%PDF-"):
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ZIP
    if head.startswith((b"WARC/0.", b"WARC/1.")):
        return WARC
    text = plain(head)
    if _FEED_OPENS.match(text):
        return FEED
    return _message(text, os.path.splitext(name.removesuffix(".gz"))[1].lower())  # noqa: PTH122  # a name, and no path


def _message(text: bytes, ending: str) -> str | None:
    """The media type of a message by its headers; None where the bytes begin with none."""
    block = re.split(rb"\r?\n\r?\n", text.lstrip(), maxsplit=1)[0].lower()
    if not block.startswith(b"from ") and not _HEADER.match(block):
        return None
    names = {match.group(1) for line in block.split(b"\n") if (match := _HEADER.match(line))}
    saved = b"snapshot-content-location" in names or b"<saved by " in block
    if b"multipart/related" in block and (saved or ending in (".mht", ".mhtml")):
        return MHTML
    sent = b"from" in names and (names & _SENT or ending == ".eml")
    return MAIL if sent or (ending == ".eml" and names & {b"subject", b"date", b"to"}) else None


def refuse(head: bytes, name: str) -> str | None:
    """Why bytes that begin so are no report, None where they may be one."""
    for offset, magic, what in _MAGIC:
        # words may stand further in by chance, but not in a text with NUL bytes
        if head.startswith(magic, offset) and (not offset or b"\x00" in head):
            return f"looks like {what}, which this version does not read"
    text = plain(head)
    if b"\x00" in text:
        return "looks like binary data (it holds NUL bytes), which is no report"
    if mostly_control(text):
        return "looks like binary data (it holds many control characters), which is no report"
    if _wide(head) and media_type(head, name) in {JSON, JSON_LINES}:
        return "is JSON in UTF-16 or UTF-32; save it as UTF-8"
    if media_type(head, name) == TEXT and _XML_OPENS.match(text, _lead(text)):
        return "looks like XML, and is no feed or sitemap, which this version does not read"
    return None


def opens_json(head: bytes) -> bool:
    """Do the bytes begin as a JSON object or list of such does?"""
    return _JSON_OPENS.match(plain(head)) is not None


def media_type(head: bytes, name: str) -> str:
    """The media type by content first, by the ending of the name second; application/jsonl for a record a line."""
    text = plain(head)
    ending = _ENDINGS.get(os.path.splitext(name.removesuffix(".gz"))[1].lower(), TEXT)  # noqa: PTH122  # a name, and no path
    start = _lead(text)
    if _HTML_OPENS.match(text, start):
        return HTML
    if opens_json(head) or ending == JSON_LINES:
        return JSON_LINES if _a_record_a_line(text, named=ending == JSON_LINES) else JSON
    if _HTML_OPENS.search(text, start, start + _HTML_WITHIN):
        return HTML
    return ending


def mostly_control(text: bytes) -> bool:
    """Are so many of the bytes control characters that they are no text?"""
    return len(text) - len(text.translate(None, delete=_CONTROL)) > _CONTROL_SHARE * len(text)


def plain(head: bytes) -> bytes:
    """The bytes as ASCII-compatible text without byte order mark."""
    encoding = _wide(head)
    return head.decode(encoding, "replace").encode("utf8", "replace") if encoding else without_bom(head)


def without_bom(content: bytes) -> bytes:
    """The bytes without the byte order mark of UTF-8."""
    return content.removeprefix(codecs.BOM_UTF8)


def _a_record_a_line(text: bytes, *, named: bool) -> bool:
    """Is the first line a record of its own? ``named``: so the name says."""
    first, _, rest = (part.strip() for part in text.lstrip().partition(b"\n"))
    if named:
        return first not in (b"{", b"[")
    if not first.startswith(b"{") or not rest:
        return False
    # no single JSON value goes on with an object after such a line, so a broken first record is seen too
    return (rest.startswith(b"{") and first[-1:] not in b"[:,{") or is_object(first)


def _lead(text: bytes) -> int:
    match = _LEAD.match(text)
    return match.end() if match else 0


def _wide(head: bytes) -> str | None:
    return next((encoding for mark, encoding in _WIDE if head.startswith(mark)), None)
