"""JSON records in, drafts out."""

import json
from typing import Any

import pytest

from headwater.clean.draft import Draft, Line
from headwater.clean.records import read_record
from headwater.errors import CleanError
from headwater.types import Published
from tests.factories import make_page


def read(record: dict[str, Any]) -> Draft:
    return read_record(make_page(json.dumps(record), "application/json"))


def test_the_form_of_news_please() -> None:
    draft = read(
        {
            "title": "Dam breaks above Ostmark",
            "description": "A dam broke.",
            "maintext": "It broke.\n\nNobody was hurt.",
            "url": "https://herald.example.org/dam",
            "source_domain": "herald.example.org",
            "date_publish": "2023-05-03 10:15:00",
            "date_download": "2023-05-04 08:00:00",
            "authors": ["Mara Velden", "Olaf Brandt", "Mara Velden"],
            "language": "en",
        }
    )
    assert draft == Draft(
        lines=(Line(text="It broke.", field="maintext", start=0, end=9), Line(text="Nobody was hurt.", field="maintext", start=11, end=27)),
        title=Line(text="Dam breaks above Ostmark", field="title", start=0, end=24),
        address="https://herald.example.org/dam",
        authors=("Mara Velden", "Olaf Brandt"),
        published="2023-05-03 10:15:00",
        crawled="2023-05-04 08:00:00",
        language="en",
    )


def test_the_form_of_schema_org() -> None:
    draft = read(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "Dam breaks",
            "articleBody": "It broke.",
            "datePublished": "2023-05-03T10:15:00+02:00",
            "author": [{"@type": "Person", "name": "Mara Velden"}, {"@type": "Person", "name": "Olaf Brandt"}],
            "publisher": {"@type": "NewsMediaOrganization", "name": "Velden Herald", "url": "https://herald.example.org"},
            "mainEntityOfPage": {"@type": "WebPage", "@id": "https://herald.example.org/dam"},
            "inLanguage": "en",
            "sourceOrganization": {"name": "Reuters"},
        }
    )
    assert draft == Draft(
        lines=(Line(text="It broke.", field="articleBody", start=0, end=9),),
        title=Line(text="Dam breaks", field="headline", start=0, end=10),
        outlet="Velden Herald",
        address="https://herald.example.org/dam",
        authors=("Mara Velden", "Olaf Brandt"),
        published="2023-05-03T10:15:00+02:00",
        language="en",
        credit="Reuters",
    )


def test_our_own_form() -> None:
    draft = read({"text": "It broke.", "outlet": "Velden Herald", "author": "Mara Velden", "address": "https://example.org/dam"})
    assert draft == Draft(
        lines=(Line(text="It broke.", field="text", start=0, end=9),),
        outlet="Velden Herald",
        address="https://example.org/dam",
        authors=("Mara Velden",),
    )


@pytest.mark.parametrize(
    ("published", "interval"),
    [
        (
            {"earliest": "2023-05-03", "latest": "2023-05-04", "basis": "the address"},
            Published(earliest="2023-05-03", latest="2023-05-04", basis="the address"),
        ),
        ({"earliest": None, "latest": "2023-05-04"}, Published(latest="2023-05-04", basis="the page's own data")),
        ({"earliest": "2023-05-03", "basis": 7}, Published(earliest="2023-05-03", basis="the page's own data")),
        ({"latest": "2023-05-04", "basis": "b" * 500}, Published(latest="2023-05-04", basis="b" * 200)),
        ({"earliest": None, "latest": None, "basis": "the page gives no date"}, None),
        ({"earliest": 7, "latest": ["2023-05-04"]}, None),
        ("2023-05-03", None),
    ],
)
def test_an_interval_of_our_own_form(published: object, interval: Published | None) -> None:
    assert read({"text": "It broke.", "published": published}).interval == interval


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_what_is_withheld_says_so(status: str) -> None:
    assert read({"text": "It broke.", "pubstatus": status}).withheld == f"the record's pubstatus is '{status}'"
    assert read({"text": "It broke.", "pubstatus": "usable"}).withheld is None


def test_a_headline_without_a_text_is_a_draft_without_lines() -> None:
    draft = read({"title": " Dam breaks\nabove Ostmark"})
    assert (draft.title, draft.lines) == (Line(text="Dam breaks", field="title", start=1, end=11), ())


@pytest.mark.parametrize("odd", [None, 7, True, [], {}, "  ", [[["a"]]], {"name": 7}, {"name": {"name": []}}], ids=json.dumps)
def test_odd_values_are_as_none(odd: object) -> None:
    keys = ("title", "url", "author", "publisher", "date_publish", "date_download", "language", "sourceOrganization", "pubstatus")
    assert read({"text": "It broke.", **dict.fromkeys(keys, odd)}) == read({"text": "It broke."})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{broken", "no JSON that can be read"),
        ("", "no JSON that can be read"),
        (b'{"text": "\xff"}', "no JSON that can be read"),
        ("[" * 200_000, "no JSON that can be read"),
        ('{"a":' * 200_000, "no JSON that can be read"),
        ("[1, 2]", "no object"),
        ('"It broke."', "no object"),
        ("{}", "none of maintext, articleBody, text"),
        ('{"foo": "It broke."}', "none of maintext, articleBody, text"),
        ('{"text": ["It broke."]}', "none of maintext, articleBody, text"),
        ('{"text": " ", "title": ""}', "none of maintext, articleBody, text"),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_what_is_no_article_is_a_clean_error(content: str | bytes, message: str) -> None:
    with pytest.raises(CleanError, match=message):
        read_record(make_page(content, "application/json"))


def test_what_it_is_based_on_is_an_address_and_no_credit() -> None:
    draft = read({"text": "It broke.", "isBasedOn": {"url": "https://wire.example.org/dam"}})
    assert (draft.credit, draft.based_on) == (None, "https://wire.example.org/dam")
    named = read({"text": "It broke.", "isBasedOn": [{"name": "Reuters"}]})
    assert (named.credit, named.based_on) == ("Reuters", None)
