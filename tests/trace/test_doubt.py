"""Two named origins that may be one count as one at the low end, and whoever only passes on counts for nothing."""

import msgspec
import pytest

from headwater.trace import trace
from headwater.types import Link, LinkKind, Name, Notes, Span, Standing
from tests.trace.family import Row, tell


def judged(first: str, second: str, a: Link, b: Link, *, retracted: str | None = None) -> Standing:
    """The standing of a claim that two reports make, each in the middle clause of its text, marked by bars."""
    rows, spans = [], []
    for outlet, text in (("Velden Herald", first), ("Ostmark Post", second)):
        before, said, behind = text.split("|")
        spans.append((len(before), len(before) + len(said), len(before + said + behind)))
        rows.append(Row(outlet, before + said + behind))
    told = tell(*rows)
    statements = {
        i: msgspec.structs.replace(s, start=start, end=end, sentence=Span(start=0, end=whole), chain=(link,))
        for (i, s), (start, end, whole), link in zip(told.statements.items(), spans, (a, b), strict=True)
    }
    articles = {**told.articles, "a1": msgspec.structs.replace(told.articles["a1"], retracted=retracted)}
    towns = {
        i: Notes(article=i, names=tuple(Name(start=at, end=at + 6, kind="place") for at in [article.text.find("Velden")] if at >= 0))
        for i, article in articles.items()
    }
    return trace(told.story, articles, towns, [told.claim], statements).standings[0][1]


def link(name: str, kind: LinkKind = "person", *, speaks_for: str | None = None, office: str | None = None) -> Link:
    return Link(name=name, kind=kind, relation="says", start=0, end=1, speaks_for=speaks_for, office=office)


def pair(a: Link, b: Link, *, called: str = "") -> tuple[int, int]:
    """The range of two sources that say the same in words of their own."""
    first = f"|The dam broke in the night|, {a.name} said in Velden."
    return judged(first, f"|In the night a dam had given way|, {called or b.name} said.", a, b).origins


@pytest.mark.parametrize(
    ("a", "b", "called"),
    [
        (link("mayor of Velden"), link("Anna Kolb"), "the mayor, Anna Kolb,"),
        (link("Velden's mayor"), link("Anna Kolb"), "Mayor Anna Kolb"),
        (link("US president"), link("Karl Lund"), ""),
        (link("Interior Minister", "body"), link("Karl Lund"), ""),
        (link("Police", "body"), link("Karl Lund"), ""),
        (link("Local police", "body"), link("Karl Lund"), ""),
        (link("Firefighters", "body"), link("Karl Lund"), ""),
        (link("Velden police", "body"), link("Karl Lund"), "commissioner Karl Lund"),
        (link("Velden police", "body"), link("police report", "document"), ""),
        (link("Police statement", "document"), link("Karl Lund"), ""),
        (link("statement by the ministry", "document"), link("Mara Stein"), "spokeswoman Mara Stein"),
        (link("Ostmark Paints", "body"), link("Karl Lund"), "chief executive Karl Lund"),
        (link("Citadel"), link("Karl Lund"), "spokesman Karl Lund"),
        (link("UN", "body"), link("Karl Lund"), "Secretary-General Karl Lund"),
        (link("Ostmark court", "body"), link("Karl Lund"), "judge Karl Lund"),
        (link("Ostmark hospital", "body"), link("Karl Lund"), "Dr Karl Lund"),
        (link("NGO", "body"), link("Ostmark Watch", "body"), ""),
        (link("city council", "body"), link("mayor of Velden"), ""),
        (link("Velden police", "body"), link("harbour police", "body"), ""),
    ],
)
def test_an_office_or_a_bare_kind_may_be_whoever_is_named(a: Link, b: Link, called: str) -> None:
    assert pair(a, b, called=called)[0] == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (link("Karl Lund"), link("Karl Lund and Mara Stein")),
        (link("Karl Lund"), link("Mara Stein", speaks_for="Lund")),
        (link("Karl Lund"), link("Lund's statement", "document")),
        (link("Karl Lund"), link("Lund administration", "body")),
        (link("WHO"), link("U.N. health agency", "body")),
        (link("Osto"), link("Osto Maria da Velda", "body")),
        (link("Tan"), link("Tan Wei Min")),
        (link("Tan"), link("Weimin")),
        (link("Abu Velda"), link("Abu Velda al-Ostmari")),
        (link("Kolb"), link("Anna Kolb-Stein")),
        (link("OGS", "body"), link("Ostmark Geological Survey", "document")),
        (link("MoD", "body"), link("Ministry of Defence", "body")),
        (link("IVRC", "body"), link("Red Cross", "body")),
    ],
)
def test_one_source_under_two_names_is_one_at_the_low_end(a: Link, b: Link) -> None:
    assert pair(a, b)[0] == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (link("Karl Lund"), link("Mara Stein")),
        (link("Karl Lund"), link("Karl Brandt")),
        (link("Velden police", "body"), link("Mara Stein")),
        (link("Velden police", "body"), link("Velden fire service", "body")),
        (link("mayor of Velden"), link("Velden police", "body")),
        (link("health ministry", "body"), link("interior ministry", "body")),
        (link("Karl Lund", office="Interior ministry"), link("health ministry", "body")),
        (link("OGS", "body"), link("Velden police", "body")),
        (link("Freedonian police", "body"), link("Ostmark Rail", "body")),
    ],
)
def test_two_sources_that_cannot_be_one_are_two(a: Link, b: Link) -> None:
    assert pair(a, b) == (2, 2)


def test_who_holds_an_office_elsewhere_is_nobody_of_a_body() -> None:
    police = link("Ostmark police", "body")
    assert pair(police, link("Anna Kolb"), called="Mayor Anna Kolb") == (2, 2)
    assert pair(police, link("Karl Lund"), called="Dr Karl Lund") == (2, 2)


def test_of_three_as_many_count_as_are_surely_two() -> None:
    rows = [("The dam broke", "Karl Lund"), ("A wall gave way", "Lund administration"), ("Water came over the dyke", "Mara Stein")]
    told = tell(*(Row(f"Paper {i}", text, ((name, "body" if "adm" in name else "person"),)) for i, (text, name) in enumerate(rows)))
    found = trace(told.story, told.articles, told.notes, [told.claim], told.statements).standings[0][1]
    assert found.origins[0] == 2
    assert any("may be one" in line for line in found.why)


@pytest.mark.parametrize(
    "second",
    [
        "Mara Stein repeated Karl Lund's statement that |a dam had given way in the night|.",
        "Mara Stein said she had read in the Velden Herald that |a dam had given way in the night|.",
        "Mara Stein |said she had read in the Velden Herald that a dam had given way in the night|.",
        "|In the night a dam had given way|, Mara Stein said, referring to the statement by Lund.",
        "|In the night a dam had given way|, Mara Stein said on the basis of information from Karl Lund.",
        "|In the night a dam had given way|, Mara Stein said, echoing Karl Lund.",
        "|In the night a dam had given way|, Mara Stein said beside Lund.",
        "After speaking to the mayor, Mara Stein said |a dam had given way in the night|.",
    ],
)
def test_whoever_only_passes_on_is_no_second_origin(second: str) -> None:
    found = judged("|The dam broke in the night|, Karl Lund said.", second, link("Karl Lund"), link("Mara Stein"))
    assert (found.origins, found.word) == ((1, 2), "possibly corroborated")


@pytest.mark.parametrize("outlet", ["Ostmark Post", "Velden Herald"])
def test_whoever_told_an_outlet_is_an_origin(outlet: str) -> None:
    second = f"|In the night a dam had given way|, Mara Stein told the {outlet}."
    found = judged("|The dam broke in the night|, Karl Lund said.", second, link("Karl Lund"), link("Mara Stein"))
    assert found.origins == (2, 2)


def test_what_was_taken_back_raises_no_low_end() -> None:
    texts = ("|The dam broke in the night|, Karl Lund said.", "|In the night a dam had given way|, Mara Stein said.")
    links = (link("Karl Lund"), link("Mara Stein"))
    assert judged(*texts, *links).origins == (2, 2)
    found = judged(*texts, *links, retracted="This article has been retracted.")
    assert found.origins == (1, 2)
    assert any("taken back" in line for line in found.why)
