"""Documents of every form in; articles whose words lead back to the page, or the reason why there is none, out."""

import contextlib
import json
from collections.abc import Callable

import msgspec
import pytest

from headwater.clean import clean
from headwater.clean.fragment import paragraphs, read_fragment
from headwater.clean.office import office_text
from headwater.clean.pdf import pdf_text
from headwater.errors import CleanError
from headwater.types import Article, Aside, Page
from tests.documents import ARTICLE, HEADLINE, HTML, NEWS, docx, message, odt, pdf, printed, zipped

PDF, MAIL, NINJS, ENTRY = "application/pdf", "message/rfc822", "application/ninjs+json", "application/feed-entry+json"
DOCX, ODT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.oasis.opendocument.text"
PIECE = "".join(f"<p>{p.replace('dam', '<b>dam</b>').replace(' - ', ' &#45; ')}</p>" for p in NEWS)
BODY = "\n\n".join((NEWS[0].partition(" - ")[2], *NEWS[1:]))
PLAIN = "Content-Type: text/plain; charset=utf-8"


def page(content: bytes | str | dict[str, object], media_type: str, **known: str) -> Page:
    data = content if isinstance(content, bytes) else (content if isinstance(content, str) else json.dumps(content)).encode()
    return Page(source="a", media_type=media_type, content=data, sha256="0", **known)


def wrapped(width: int = 72) -> str:
    rows = [[""]]
    for paragraph in NEWS:
        for word in paragraph.split():
            if len(rows[-1][-1]) + len(word) >= width:
                rows[-1].append("")
            rows[-1][-1] = f"{rows[-1][-1]} {word}".strip()
        rows.append([""])
    return "\r\n\r\n".join("\r\n".join(r) for r in rows[:-1])


SOURCES = [
    (page(pdf(printed()), PDF), None, None),
    (page(pdf(printed(NEWS[:2]), [(60, 740 - 24 * i, 10, text) for i, text in enumerate(NEWS[2:])]), PDF), None, None),
    (page(docx(), DOCX), None, None),
    (page(odt(), ODT), None, None),
    (page(message((PLAIN, "\r\n\r\n".join(NEWS))), MAIL), "Velden Herald", "2025-03-05T11:30:00+01:00"),
    (page(message((PLAIN, wrapped()), subject="Fwd: RE: " + HEADLINE), MAIL), "Velden Herald", "2025-03-05T11:30:00+01:00"),
    (page(message((PLAIN, "Open in a browser."), ("Content-Type: text/html", f"<style>p {{}}</style>{PIECE}")), MAIL), "Velden Herald", None),
    (page({"title": HEADLINE, "html": PIECE, "publisher": "Velden Herald", "published": "2025-03-05"}, ENTRY), "Velden Herald", "2025-03-05"),
    (page({"title": HEADLINE, "text": "\n".join(NEWS), "url": "https://velden.example/1"}, ENTRY), "velden.example", None),
    (page({"uri": "tag:1", "headline": HEADLINE, "body_xhtml": PIECE, "infosource": [{"name": "Ostmark Press"}], "versioncreated": "2025-03-05"}, NINJS), "Ostmark Press", "2025-03-05"),
    (page({"uri": "tag:1", "headlines": [{"value": "x", "role": "short"}, {"value": HEADLINE, "role": "main"}], "bodies": [{"contentType": "text/plain", "value": ARTICLE.partition("\n\n")[2]}]}, NINJS), None, None),
    (page(HTML, "text/html", outlet="Velden Herald", published="2025-03-05"), "Velden Herald", "2025-03-05"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "outlet", "published"), SOURCES)
def test_the_article_and_nothing_else(given: Page, outlet: str | None, published: str | None) -> None:
    article = clean(given)
    assert isinstance(article, Article)
    assert article.title == HEADLINE
    assert article.text == f"{HEADLINE}\n\n{BODY}"
    assert article.outlet == outlet
    if published:
        assert article.published.earliest == published


FIELDS: list[tuple[Page, Callable[[Page], dict[str, str]]]] = [
    (page(pdf(printed()), PDF), lambda p: {"": pdf_text(p)}),
    (page(docx(), DOCX), lambda p: {"": office_text(p)}),
    (page(odt(), ODT), lambda p: {"": office_text(p)}),
    (page(message((PLAIN, wrapped())), MAIL), lambda _: {"subject": HEADLINE, "text": wrapped().replace("\r\n", "\n")}),
    (page({"title": HEADLINE, "html": PIECE}, ENTRY), lambda _: {"title": HEADLINE, "html": PIECE}),
]


@pytest.mark.parametrize(("given", "fields"), FIELDS)
def test_every_word_leads_back_to_the_page(given: Page, fields: Callable[[Page], dict[str, str]]) -> None:
    article = clean(given)
    assert isinstance(article, Article)
    assert len(article.passages) == 5
    for p in article.passages:
        there = fields(given)[p.field][p.page_start : p.page_end].replace("&#45;", "-").replace("<b>", "").replace("</b>", "")
        assert there.split() == article.text[p.start : p.end].split()


def test_heads_feet_and_broken_words_of_a_pdf() -> None:
    pages = [
        [(60, 810, 8, "Velden Herald, 5 March"), *printed(NEWS[n : n + 1], headline="" if n else HEADLINE), (300, 20, 8, str(n + 1))]
        for n in range(4)
    ]
    article = clean(page(pdf(*pages), PDF))
    assert isinstance(article, Article)
    assert article.text == f"{HEADLINE}\n\n{BODY}"
    assert [d.text for d in article.dropped if d.kind in ("menu", "counter")] == ["Velden Herald, 5 March", "1", "Velden Herald, 5 March", "2", "Velden Herald, 5 March", "3", "Velden Herald, 5 March", "4"]  # fmt: skip
    rows = [
        (60.0, 700.0, 10.0, "The govern-"),
        (60.0, 688.0, 10.0, "ment of the well-"),
        (60.0, 676.0, 10.0, "known town met in its well-known hall."),
    ]
    assert pdf_text(page(pdf(rows), PDF)) == "The government of the well-known town met in its well-known hall."


def test_deletions_and_notes_of_a_document_are_left_out() -> None:
    deleted = "<w:p><w:del><w:r><w:delText>Never said.</w:delText></w:r></w:del><w:r><w:t>Kept </w:t><w:br/><w:t>twice.</w:t></w:r></w:p>"
    assert office_text(page(docx(extra=deleted), DOCX)).endswith("Kept \ntwice.")
    note = "<text:p>Kept<text:s text:c='2'/><text:note><text:p>A note.</text:p></text:note>twice.</text:p>"
    assert office_text(page(odt(extra=note), ODT)).endswith("Kept  twice.")


ASIDE = [
    (page(pdf([]), PDF), "a PDF without a text layer (1 pages of pictures)"),
    (page({"uri": "tag:1", "pubstatus": "canceled", "headline": HEADLINE, "body_text": ARTICLE}, NINJS), "withheld by its publisher: the item's pubstatus is 'canceled'"),
    (page({"uri": "tag:1", "pubstatus": "stat:withheld", "body_text": ARTICLE}, NINJS), "withheld by its publisher"),
    (page({"uri": "tag:1", "type": "picture", "headline": HEADLINE}, NINJS), "no article: an item of the type 'picture'"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "why"), ASIDE)
def test_what_is_set_aside(given: Page, why: str) -> None:
    result = clean(given)
    assert isinstance(result, Aside)
    assert result.why.startswith(why)


LOCKED = zipped({"mimetype": ODT, "content.xml": "\x00\x01", "META-INF/manifest.xml": "<manifest:encryption-data/>"})
BROKEN = [
    (page(b"%PDF-1.7\nnothing", PDF), "a PDF that is damaged or cut short"),
    (page(pdf(printed())[:300], PDF), "a PDF that is damaged or cut short"),
    (page(b"PK\x03\x04", DOCX), "an office document that is damaged or encrypted"),
    (page(zipped({"word/document.xml": "<w:document>cut"}), DOCX), "an office document whose text is broken XML"),
    (
        page(zipped({"word/document.xml": b"<a>" + bytes(60_000_000)}), DOCX),
        "an office document whose text unpacks to over 50,000,000 bytes",
    ),
    (page(LOCKED, ODT), "an office document that is encrypted"),
    (page("{", ENTRY), "an entry of a feed that cannot be read"),
    (page(message(("Content-Type: text/html", "<div>" * 2000)), MAIL), "HTML nested 2000 deep"),
]


@pytest.mark.parametrize(("given", "why"), BROKEN)
def test_what_is_broken_says_so(given: Page, why: str) -> None:
    with pytest.raises(CleanError) as caught:
        clean(given)
    assert str(caught.value).startswith(why)


def test_every_cut_of_a_document_is_an_article_or_a_reason() -> None:
    for given in (page(pdf(printed()), PDF), page(docx(), DOCX), page(odt(), ODT), page(message((PLAIN, ARTICLE)), MAIL)):
        for end in range(0, len(given.content), max(1, len(given.content) // 25)):
            with contextlib.suppress(CleanError):
                assert isinstance(clean(msgspec.structs.replace(given, content=given.content[:end])), Article | Aside)


def test_the_paragraphs_of_a_piece_of_html() -> None:
    html = "One <b>t</b>wo<br>three<table><tr><td>four</td><td>fi&shy;ve</td></tr></table><script>x</script>six<!-- seven --> &amp; eight"
    assert list(paragraphs(html)) == ["One two", "three", "four", "five", "six & eight"]
    assert [(line.text, line.field) for line in read_fragment("<p>One &amp; two</p>", "html")] == [("One & two", "html")]
