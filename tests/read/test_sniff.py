"""First bytes and a name in; media type or reason out."""

import time

import pytest

from headwater.read.sniff import container, media_type, mostly_control, refuse

TYPES = [
    (b"Plain words.", "a", "text/plain"),
    (b"Plain words.", "a.html", "text/html"),
    (b"Plain words.", "a.HTM", "text/html"),
    (b"Plain words.", "a.html.gz", "text/html"),
    (b"Plain words.", "a.json", "application/json"),
    (b"Plain words.", "a.jsonl", "application/jsonl"),
    (b"Plain words.", "folder.html/a", "text/plain"),
    (b"<!doctype HTML>", "a.txt", "text/html"),
    (b"<!DOCTYPE\nhtml>", "a", "text/html"),
    (b"\xef\xbb\xbf \n<!-- a > note -->\n<!---->\n<HTML lang=en>", "a", "text/html"),
    (b"<!--" + b"x" * 9000 + b"--><html>", "a", "text/html"),
    (b"<head>", "a.json", "text/html"),
    (b"<body class=x>", "a.jsonl", "text/html"),
    (b"<?xml version='1.0'?>\n<html xmlns='x'>", "a", "text/html"),
    ("<html>".encode("utf-16"), "a", "text/html"),
    (b"saved page\n<html>", "a", "text/html"),
    (b"x" * 5000 + b"<html>", "a", "text/plain"),
    (b"<header>", "a", "text/plain"),
    (b"<htmlish>", "a", "text/plain"),
    (b'{"a": "<html>"}', "a.txt", "application/json"),
    (b'{"a": 1}', "a.html", "application/json"),
    (b' \n{ \n"a": 1}', "a", "application/json"),
    (b"{}", "a", "application/json"),
    (b'[{"a": 1}]', "a", "application/json"),
    (b"[]", "a", "application/json"),
    (b"{Editor's note} Words.", "a", "text/plain"),
    (b"[Updated] Words.", "a", "text/plain"),
    (b"[] Words.", "a", "text/plain"),
    (b"Using a WEBP picture", "a", "text/plain"),
    (b'{"a":1}\n{"a":2}', "a", "application/jsonl"),
    (b'{"a":1}\r\n\r\n{"a":2}', "a.json", "application/jsonl"),
    (b'{"a":1}\n{"a":', "a", "application/jsonl"),
    (b'{"a":1}\nbroken', "a", "application/jsonl"),
    (b'{"a": cut\n{"a":2}', "a", "application/jsonl"),
    (b'{"a":[\n{"b":1},\n{"b":2}]}', "a", "application/json"),
    (b'{"a":\n{"b":1}}', "a", "application/json"),
    (b'{"a":1}\n', "a.json", "application/json"),
    (b'{"a":1}\n', "a.jsonl", "application/jsonl"),
    (b"{\n", "a.jsonl", "application/json"),
]


@pytest.mark.parametrize(("head", "name", "expected"), TYPES)
def test_media_type(head: bytes, name: str, expected: str) -> None:
    assert media_type(head, name) == expected
    assert refuse(head, name) is None


REFUSED = [
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff\xe0", "a JPEG picture"),
    (b"GIF89a", "a GIF picture"),
    (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a WebP picture"),
    (b"{\\rtf1\\ansi", "an RTF document"),
    (b"\x1f\x8b\x08", "a gzip file"),
    (b"\x00" * 257 + b"ustar", "a TAR archive"),
    (b"\x00\x00\x00\x18ftypmp42", "a video or sound file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"words\x00words", "binary data (it holds NUL bytes)"),
    (bytes(range(1, 32)) * 9, "binary data (it holds many control characters)"),
    (b"<svg>", "XML"),
    ("[{".encode("utf-16"), "UTF-16"),
]


@pytest.mark.parametrize(("head", "what"), REFUSED)
def test_refuse(head: bytes, what: str) -> None:
    why = refuse(head, "a")
    assert why is not None
    assert what in why


@pytest.mark.parametrize(
    ("text", "expected"), [(b"", False), (b"tabs\tand\r\nlines\x0c", False), (b"a\x01" + b"b" * 98, False), (b"a\x01" * 9, True)]
)
def test_mostly_control(text: bytes, *, expected: bool) -> None:
    assert mostly_control(text) is expected


@pytest.mark.parametrize("unit", [b"<!---->", b"<!--", b" ", b"{", b"<", b"[{", b"<!doctype ", b"<?x", b"a:", b"<?x?>", b"From: a\n"])
def test_hostile_heads_cost_little(unit: bytes) -> None:
    head = unit * (65536 // len(unit))
    start = time.process_time()
    media_type(head, "a")
    refuse(head, "a")
    container(head, "a.eml")
    assert time.process_time() - start < 1


MESSAGE = b"From: a@example.org\r\nSubject: x\r\nDate: y\r\n"
CONTAINERS = [
    (b"%PDF-1.4", "a", "application/pdf"),
    (b"\n%PDF-1.4", "a.html", "application/pdf"),
    (b"The %PDF-1.4 format", "a.pdf", None),
    (b"PK\x03\x04\x14", "a", "application/zip"),
    (b"PK\x05\x06", "a", "application/zip"),
    (b"WARC/1.0\r\n", "a", "application/warc"),
    (b"<rss version='2.0'>", "a", "application/xml"),
    (b"<?xml version='1.0'?>\n<!-- <html> -->\n<?xml-stylesheet href='x'?><feed xmlns='x'>", "a", "application/xml"),
    (b"\xef\xbb\xbf<rdf:RDF xmlns='x'>", "a", "application/xml"),
    (b"<!DOCTYPE rss PUBLIC 'x' 'y'><rss version='0.91'>", "a", "application/xml"),
    (b"<urlset xmlns='x'>", "a", "application/xml"),
    (b"<sitemapindex >", "a", "application/xml"),
    ("<?xml version='1.0' encoding='utf-16'?><rss >".encode("utf-16"), "a", "application/xml"),
    (b"<feedback>", "a", None),
    (b"<svg>", "a", None),
    (MESSAGE, "a", None),
    (MESSAGE, "a.eml", "message/rfc822"),
    (MESSAGE + b"MIME-Version: 1.0\r\n\r\nWords", "a", "message/rfc822"),
    (MESSAGE + b"\r\nReceived: no header", "a", None),
    (b"Subject: x\n\nWords", "a.eml", "message/rfc822"),
    (b"Words alone", "a.eml", None),
    (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "a", "multipart/related"),
    (MESSAGE + b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "a.mht", "multipart/related"),
    (MESSAGE + b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "a", "message/rfc822"),
]


@pytest.mark.parametrize(("head", "name", "expected"), CONTAINERS)
def test_container(head: bytes, name: str, expected: str | None) -> None:
    assert container(head, name) == expected
