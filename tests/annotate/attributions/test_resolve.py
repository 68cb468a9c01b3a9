"""The words of sources in the order of a text in, whom the last of them stands for out."""

import pytest

from headwater.annotate.attributions.resolve import Resolver, Source, strip_titles

PEOPLE = ("Mara Velden", "Olaf Brandt")
SOURCES = [
    # the words of the sources in order; name and kind of the last
    (["Mara Velden"], "Mara Velden", "person"),
    (["President Mara Velden"], "Mara Velden", "person"),
    (["Velden"], "Mara Velden", "person"),
    (["Ms Velden"], "Mara Velden", "person"),
    (["Mr. Brandt"], "Olaf Brandt", "person"),
    (["Mara Velden, the mayor of Ostmark"], "Mara Velden", "person"),
    (["Mara Velden", "she"], "Mara Velden", "person"),
    (["Transport Minister Anna Berg"], "Anna Berg", "person"),
    (["The Harbour Safety Office"], "Harbour Safety Office", "body"),
    (["The Ostmark Fisheries Institute"], "Ostmark Fisheries Institute", "body"),
    (["Mara Velden", "WHO"], "WHO", "body"),
    (["Hiroshi Velden"], "Hiroshi Velden", "person"),
    (["Karl Ostmark"], "Karl Ostmark", "person"),
    (["Velden Shipping"], "Velden Shipping", "body"),
    (["Mara Velden", "Ostmark police", "it"], "Ostmark police", "body"),
    (["Mara Velden", "two residents", "they"], "two residents", "witness"),
    (["a senior official", "he"], "senior official", "unnamed"),
    (["the spokesman for Ostmark Bank", "the spokesman"], "Ostmark Bank", "body"),
    (["a spokeswoman for the Ostmark army"], "Ostmark army", "body"),
    (["Ostmark Bank's spokesman"], "Ostmark Bank", "body"),
    (["Ostmark Bank’s chief spokesman"], "Ostmark Bank", "body"),
    (["an Ostmark Bank spokeswoman"], "Ostmark Bank", "body"),
    (["Ostmark Bank", "the bank"], "Ostmark Bank", "body"),
    (["Ostmark Bank", "the Velden lender"], "Ostmark Bank", "body"),
    (["the Ostmark foreign ministry", "Mara Velden", "the ministry"], "Ostmark foreign ministry", "body"),
    (["officials in the north", "the officials"], "officials in the north", "unnamed"),
    (["the Velden Herald", "the paper"], "Velden Herald", "outlet"),
    (["the Velden Herald", "the Herald"], "Velden Herald", "outlet"),
    (["Reuters (in a note)"], "Reuters", "outlet"),
    (["the AP"], "Associated Press", "outlet"),
    (["reports from both Ostmark police"], "Ostmark police", "body"),
    (["the court filing"], "court filing", "document"),
    (["satellite images"], "satellite images", "sensor"),
    (["several residents"], "several residents", "witness"),
    (["people familiar with the talks"], "people familiar with the talks", "unnamed"),
]


@pytest.mark.parametrize(("words", "name", "kind"), SOURCES)
def test_resolve(words: list[str], name: str, kind: str) -> None:
    resolver = Resolver(PEOPLE)
    found = [resolver.resolve(w) for w in words][-1]
    assert found is not None
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize("words", ["we", "I", "she", "it", "they", "who"])
def test_pronouns_without_anybody_before_them(words: str) -> None:
    assert Resolver(PEOPLE).resolve(words) is None


def test_the_last_source_is_kept() -> None:
    resolver = Resolver(PEOPLE)
    assert resolver.last() is None
    resolver.resolve("Mara Velden")
    resolver.resolve("Ostmark police")
    assert resolver.last() == Source(name="Ostmark police", kind="body")
    assert resolver.resolve("it") == Source(name="Ostmark police", kind="body")


def test_the_company_is_what_the_article_is_about_where_none_was_credited() -> None:
    assert Resolver((), subject="Ostmark Bank").resolve("the lender") == Source(name="Ostmark Bank", kind="body")


@pytest.mark.parametrize(
    ("words", "speaks_for", "office"),
    [
        ("Mara Velden", None, None),
        ("Police spokeswoman Mara Velden", "Police", None),
        ("Ostmark Bank spokeswoman Mara Velden", "Ostmark Bank", None),
        ("Mara Velden, mayor of Ostmark", None, "Ostmark"),
    ],
)
def test_for_whom_a_person_speaks(words: str, speaks_for: str | None, office: str | None) -> None:
    assert Resolver(PEOPLE).resolve(words) == Source(name="Mara Velden", kind="person", speaks_for=speaks_for, office=office)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("President Mara Velden", "Mara Velden"),
        ("Prime Minister Olaf Brandt", "Olaf Brandt"),
        ("former deputy foreign minister Olaf Brandt", "Olaf Brandt"),
        ("Mara Velden", "Mara Velden"),
        ("Minister", "Minister"),
    ],
)
def test_strip_titles(name: str, expected: str) -> None:
    assert strip_titles(name) == expected


@pytest.mark.parametrize("words", ["Her", "their", "which", "That"])
def test_a_pronoun_is_no_name(words: str) -> None:
    assert Resolver(()).resolve(words) is None
