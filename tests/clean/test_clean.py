"""Pages in, articles or reasons why not out."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given

from headwater.clean import clean
from headwater.errors import CleanError
from headwater.settings import CleanSettings
from headwater.types import Article, Aside, Page
from tests.factories import make_page
from tests.strategies import anything

BODY = (
    "The dam above Ostmark broke on Friday night, and nine barges sank in the harbour below it.\n\n"
    "Mara Velden, the mayor, said that nobody was hurt. Engineers will look at the wall in the morning.\n\n"
    "The road to the lake stays closed until Monday."
)
FRENCH = "Un barrage a cédé vendredi soir au-dessus de la ville, et neuf péniches ont coulé dans le port. "


def make_record(**fields: Any) -> Page:
    return make_page(json.dumps({"text": BODY, **fields}), "application/json")


def article_of(page: Page) -> Article:
    article = clean(page)
    assert isinstance(article, Article)
    return article


def test_text_is_the_headline_an_empty_line_and_the_body() -> None:
    article = article_of(make_page(f"Dam breaks above Ostmark\n{BODY}\n\nBy Olaf Brandt\n"))
    assert article.text == f"Dam breaks above Ostmark\n\n{BODY}"
    assert article.text[article.body :] == BODY
    assert article.title == "Dam breaks above Ostmark"
    assert [(d.kind, d.text) for d in article.dropped] == [("byline", "By Olaf Brandt")]


def test_without_a_headline_the_body_begins_at_once() -> None:
    article = article_of(make_page(BODY))
    assert (article.text, article.title, article.body) == (BODY, None, 0)


def test_a_record_leads_back_to_its_fields() -> None:
    article = article_of(make_record(title=" Dam breaks", authors=["Mara Velden", "Olaf Brandt"]))
    record = {"title": " Dam breaks", "text": BODY}
    assert [p.field for p in article.passages] == ["title", "text", "text", "text"]
    assert all(article.text[p.start : p.end] == record[p.field][p.page_start : p.page_end] for p in article.passages)
    assert article.author == "Mara Velden, Olaf Brandt"
    assert article.source == "report.txt"


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        ({"text": f"By Mara Velden, Correspondent\n\n{BODY}"}, "Mara Velden"),
        ({"text": f"By Mara Velden and Olaf Brandt\n\n{BODY}", "authors": []}, "Mara Velden, Olaf Brandt"),
        ({"text": f"By Mara Velden\n\n{BODY}", "author": "Olaf Brandt"}, "Olaf Brandt"),
        ({}, None),
    ],
)
def test_a_byline_names_the_author_where_the_page_does_not(fields: dict[str, Any], author: str | None) -> None:
    assert article_of(make_record(**fields)).author == author


def test_our_own_form_keeps_its_interval() -> None:
    published = {"earliest": "2023-05-03T10:15:00+02:00", "latest": "2023-05-04", "basis": "the line 'May 3, 2023'"}
    assert msgspec.to_builtins(article_of(make_record(published=published)).published) == published


def test_a_dateline_shifts_the_way_back() -> None:
    page = f"OSTMARK (Reuters) - {BODY} (Reporting by Olaf Brandt)"
    article = article_of(make_page(page))
    assert article.text == BODY
    assert all(article.text[p.start : p.end] == page[p.page_start : p.page_end] for p in article.passages)
    assert [(d.kind, page[d.page_start : d.page_end]) for d in article.dropped] == [
        ("dateline", "OSTMARK (Reuters) -"),
        ("assistance", "(Reporting by Olaf Brandt)"),
    ]


OUTLETS = [
    ({"url": "https://www.bbc.co.uk/news/1"}, "BBC News", "bbc.co.uk"),
    ({"url": "https://www.bbc.co.uk/news/1", "publisher": {"name": "Velden Herald"}}, "BBC News", "bbc.co.uk"),
    ({"url": "https://herald.example.org/dam", "publisher": {"name": "Velden Herald"}}, "Velden Herald", "example.org"),
    ({"url": "https://herald.example.org/dam"}, "herald.example.org", "example.org"),
    ({"outlet": "the BBC"}, "BBC News", None),
    ({"outlet": "theguardian.com"}, "The Guardian", None),
    ({"outlet": "Velden Herald"}, "Velden Herald", None),
    ({"text": f"OSTMARK (Velden Herald) - {BODY}"}, "Velden Herald", None),
    ({"text": f"OSTMARK (Reuters) - {BODY}"}, None, None),
    ({"text": f"{BODY}\n\n© 2023 Velden Herald. All rights reserved."}, "Velden Herald", None),
    ({"text": f"{BODY}\n\nCopyright 2019-2023 by The Velden Herald"}, "The Velden Herald", None),
    ({"text": f"{BODY}\n\nCopyright 2023 Reuters"}, None, None),
    ({"text": f"The Velden Herald\n\n{BODY}"}, "The Velden Herald", None),
    ({"text": f"VELDEN HERALD\n\n{BODY}"}, "Velden Herald", None),
    ({"text": f"Velden Herald\n\n{BODY}", "outlet": "Ostmark Post"}, "Ostmark Post", None),
    ({}, None, None),
]


@pytest.mark.parametrize(("fields", "outlet", "domain"), OUTLETS)
def test_outlet(fields: dict[str, Any], outlet: str | None, domain: str | None) -> None:
    article = article_of(make_record(**fields))
    assert (article.outlet, article.domain) == (outlet, domain)


ASIDES = [
    (make_page(""), "no article: 0 words"),
    (make_page("Too short."), "no article: 2 words"),
    (make_page(f"Subscribe to our newsletter {'now ' * 40}"), "no article: 0 words"),
    (make_page(json.dumps({"title": "Dam breaks above Ostmark"}), "application/json"), "no article: 0 words"),
    (make_page(f"Page not found\n\n{BODY}"), "an error or search page ('Page not found')"),
    (make_page(f"404\n\n{BODY}"), "an error or search page ('404')"),
    (make_page(f"Access denied\n\n{BODY}"), "an error or search page ('Access denied')"),
    (make_page(FRENCH * 6), "its language is fr; this version reads en"),
    (
        make_page("堤防は金曜日に決壊し、港にいた九隻のはしけが沈んだと市の当局者が明らかにした。" * 30),
        "its language is ja; this version reads en",
    ),
    (make_record(pubstatus="withheld"), "withheld by its publisher: the record's pubstatus is 'withheld'"),
    (make_record(pubstatus="canceled"), "withheld by its publisher: the record's pubstatus is 'canceled'"),
    (make_page("<html><body></body></html>", "text/html"), "no article: 0 words"),
]


@pytest.mark.parametrize(("page", "why"), ASIDES, ids=[why for _, why in ASIDES])
def test_what_is_set_aside_says_why(page: Page, why: str) -> None:
    aside = clean(page)
    assert isinstance(aside, Aside)
    assert aside.source == page.source
    assert aside.why.startswith(why)


@pytest.mark.parametrize("title", ["The 404 bus route closes", "Access to the lake denied", "Forbidding wall stood for ninety years"])
def test_a_headline_with_such_words_is_none_of_an_error_page(title: str) -> None:
    assert article_of(make_page(f"{title}\n\n{BODY}")).title == title


def test_settings_say_what_is_an_article() -> None:
    page = make_page("The dam above the town broke on Friday.")
    assert isinstance(clean(page), Aside)
    assert isinstance(clean(page, settings=CleanSettings(min_words=8)), Article)
    assert isinstance(clean(page, settings=CleanSettings(min_words=9)), Aside)
    french = make_page(FRENCH * 6)
    found = clean(french, settings=CleanSettings(languages=("en", "fr")))
    assert isinstance(found, Article)
    assert found.language == "fr"


def test_an_id_is_that_of_outlet_and_text() -> None:
    first = article_of(make_record(outlet="Velden Herald"))
    again = article_of(make_record(outlet="Velden Herald", author="Mara Velden"))
    other = article_of(make_record(outlet="Ostmark Post"))
    later = article_of(make_record(outlet="Velden Herald", text=f"{BODY} It rained."))
    assert first.id == again.id
    assert len({first.id, other.id, later.id}) == 3


def test_bytes_that_are_no_text_are_a_clean_error() -> None:
    with pytest.raises(CleanError):
        clean(make_page(bytes(range(256)) * 40))


@given(anything(), anything())
def test_every_passage_of_plain_text_is_the_page_word_for_word(before: str, after: str) -> None:
    content = f"{before}\n\n{BODY}\n\n{after}".encode("utf8", "replace")
    page = content.decode().removeprefix("\ufeff")
    article = clean(make_page(content), settings=CleanSettings(min_words=0))
    if isinstance(article, Aside):  # enough odd characters are another language to the detector
        assert article.why.startswith("its language is")
        return
    assert all(article.text[p.start : p.end] == page[p.page_start : p.page_end] != "" for p in article.passages)
    assert article.text == "\n\n".join(article.text[p.start : p.end] for p in article.passages)
    assert all(d.text == page[d.page_start : d.page_end] for d in article.dropped)
    assert BODY.split("\n\n", maxsplit=1)[0] in article.text
