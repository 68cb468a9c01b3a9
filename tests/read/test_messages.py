"""Messages and saved pages in; their parts out."""

import pytest

from headwater.read.mail import Attachment, attachments
from headwater.read.mhtml import saved
from headwater.read.pages import Item
from headwater.types import Aside, Failure, Page
from tests.documents import ARTICLE, HTML, message, mhtml

ITEM = Item(source="a.eml", name="a.eml")
TEXT = ("Content-Type: text/plain", ARTICLE)


def test_attachments_and_forwarded_messages_are_items_of_their_own() -> None:
    inner = message(TEXT)
    parts: list[tuple[str, str | bytes]] = [
        TEXT,
        ('Content-Type: application/pdf; name="x.pdf"\r\nContent-Transfer-Encoding: base64', "JVBERi0="),
        ("Content-Type: message/rfc822", inner),
        ("Content-Type: text/plain\r\nContent-Disposition: attachment; filename=../../etc/passwd", "words"),
        ("Content-Type: image/png; name=y.png", "x"),
        ("Content-Type: text/plain; name=empty.txt", ""),
    ]
    found = list(attachments(ITEM, message(*parts)))
    assert [(f.item.source, f.content[:5]) for f in found if isinstance(f, Attachment)] == [
        ("a.eml!x.pdf", b"%PDF-"),
        ("a.eml!attachment-2", b"From:"),
        ("a.eml!passwd", b"words"),
    ]
    assert [f.why for f in found if isinstance(f, Aside)] == ["1 attachments that are no text (image/png)"]
    assert [f.source for f in found if isinstance(f, Failure)] == ["a.eml!empty.txt"]


def test_a_saved_page_has_its_address_and_time() -> None:
    page = saved(Item(source="a.mhtml", name="a.mhtml"), mhtml())
    assert isinstance(page, Page)
    assert (page.address, page.fetched) == ("https://www.velden-herald.example/2025/03/05/dam", "2025-03-06T08:00:00+00:00")
    assert page.content.strip() == HTML.encode()


@pytest.mark.parametrize(
    "content",
    [mhtml("  "), mhtml()[:300], b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\ny\r\n--x--"],
)
def test_a_saved_page_without_html(content: bytes) -> None:
    result = saved(ITEM, content)
    assert isinstance(result, Failure)
    assert result.message == "is a saved page without HTML in it; save it again"


@pytest.mark.parametrize("cut", range(0, 900, 60))
def test_every_cut_of_a_message_is_read_or_refused(cut: int) -> None:
    list(attachments(ITEM, message(TEXT, ("Content-Type: application/pdf; name=x.pdf", "y"))[:cut]))
    assert isinstance(saved(ITEM, mhtml()[:cut]), Page | Failure)
