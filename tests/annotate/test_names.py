"""Articles in, names with their kinds out."""

import itertools

import pytest
from hypothesis import given

from headwater.annotate.names import find_names
from headwater.annotate.sentences import find_sentences
from headwater.types import NameKind, Span
from tests.factories import FakeReader, make_report
from tests.strategies import anything

NAMES = [
    ("On Friday the council met Mara Velden.", [("Mara Velden", "person")]),
    ("On Monday the council met in March.", []),
    ("Meanwhile Mara Velden left.", [("Mara Velden", "person")]),
    ("Mara Velden's boat sank.", [("Mara Velden", "person")]),
    ("The boat of Mara Velden’s brother sank.", [("Mara Velden", "person")]),
    ("They asked President Lima Brandt, who left.", [("President Lima Brandt", "person")]),
    ("They asked president Brandt, who left.", [("Brandt", "person")]),
    ("They asked Mr Jordan, who left.", [("Mr Jordan", "person")]),
    ("They asked Ludo van Berg, who left.", [("Ludo van Berg", "person")]),
    ("They asked J. K. Velden, who left.", [("J. K. Velden", "person")]),
    ("The Ostmark Bank failed.", [("Ostmark Bank", "organisation")]),
    ("They asked the Ministry of Fisheries.", [("Ministry of Fisheries", "organisation")]),
    ("They asked the Velden Herald, which knew.", [("Velden Herald", "organisation")]),
    ("They asked Reuters and NATO.", [("Reuters", "organisation"), ("NATO", "organisation")]),
    ("They left Norway, and then Oslo.", [("Norway", "place"), ("Oslo", "place")]),
    ("He went to Smith & Velden in Lisbon.", [("Smith & Velden", "other"), ("Lisbon", "place")]),
    ("Nobody slept that night.", []),
    ("They left Norway for Oslo.", [("Norway", "place"), ("Oslo", "place")]),
    ("They asked the Institute for Fisheries.", [("Institute for Fisheries", "organisation")]),
    ("Norway's army left Oslo.", [("Norway", "place"), ("Oslo", "place")]),
    ("Reuters said so.", [("Reuters", "organisation")]),
    ("NATO said so.", [("NATO", "organisation")]),
    ("Velvet is soft.", []),
    ("A grid of 0×0 points.", []),
    ("They asked Ludo van den Berg, who left.", [("Ludo van den Berg", "person")]),
    ("They asked the UN and the United Nations.", [("UN", "organisation"), ("United Nations", "organisation")]),
    ("It snowed in Northern Norway.", [("Northern Norway", "place")]),
    ("The Ostmark Rail and the Ostmark Energy failed.", [("Ostmark Rail", "organisation"), ("Ostmark Energy", "organisation")]),
    ("They left the Ostmark Palace.", [("Ostmark Palace", "place")]),
    ("They read Ostmark Velvet, a book.", [("Ostmark Velvet", "other")]),
    ("They read of Ostmark Velvet, 40, and left.", [("Ostmark Velvet", "person")]),
    ("They asked Ostmark Velvet, a local shopkeeper.", [("Ostmark Velvet", "person")]),
    ("“We left,” said Ostmark Velvet.", [("Ostmark Velvet", "person")]),
    ("Mara Velden left. Then Velden came back.", [("Mara Velden", "person"), ("Velden", "person")]),
    ("Mara Velden and Ludo Berg left.", [("Mara Velden", "person"), ("Ludo Berg", "person")]),
    ("They asked Norway-backed Ostmark Group.", [("Norway", "place"), ("Ostmark Group", "organisation")]),
    ("They asked Norwegian Foreign Minister Mara Velden.", [("Norwegian", "other"), ("Foreign Minister Mara Velden", "person")]),
    ("They asked Army Gen. Mara Velden.", [("Army Gen. Mara Velden", "person")]),
    ("They asked Mara Velden of the Ostmark Council.", [("Mara Velden", "person"), ("Ostmark Council", "organisation")]),
    ("The U.S. left New Zealand.", [("U.S.", "place"), ("New Zealand", "place")]),
    ("They left Sun Valley for St. Petersburg.", [("Sun Valley", "place"), ("St. Petersburg", "place")]),
    ("Declaring Oslo open, I’m told, she left.", [("Oslo", "place")]),
    ("They asked Emily Post and Ostmark Post.", [("Emily Post", "person"), ("Ostmark Post", "organisation")]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_find_names(text: str, expected: list[tuple[str, NameKind]]) -> None:
    article = make_report(text)
    assert [(text[n.start : n.end], n.kind) for n in find_names(article, find_sentences(article))] == expected


def test_capitals_of_a_headline_are_names_where_the_body_has_them() -> None:
    article = make_report("The wall broke. Nobody in Ostmark slept.", "Wall Breaks In Ostmark")
    assert "Wall" not in [article.text[n.start : n.end] for n in find_names(article, find_sentences(article))]
    article = make_report("The wall broke. Nobody in Ostmark slept.", "Ostmark wall breaks")
    assert [article.text[n.start : n.end] for n in find_names(article, find_sentences(article))] == ["Ostmark", "Ostmark"]
    article = make_report("The wall of Ostmark broke. Nobody saw Mara Velden.", "Mara Velden Sees Ostmark Wall Break")
    names = [article.text[n.start : n.end] for n in find_names(article, find_sentences(article))]
    assert names == ["Mara Velden", "Ostmark", "Ostmark", "Mara Velden"]


def test_what_reads_like_a_paper_is_no_person() -> None:
    first, second = "Nobody asked the Velden Courier.", "The Courier left with Emily Post and Baker."
    article = make_report(f"{first}\n\n{second}")
    paragraphs = [Span(start=0, end=len(first)), Span(start=len(first) + 2, end=len(article.text))]
    told = [[("name", "person", words) for words in paragraph] for paragraph in (["Velden Courier"], ["Courier", "Emily Post", "Baker"])]
    marks = [FakeReader(*t).read([words])[0] for t, words in zip(told, (first, second), strict=True)]
    found = find_names(article, find_sentences(article), paragraphs=paragraphs, marks=marks)
    assert [(article.text[n.start : n.end], n.kind) for n in found] == [
        ("Velden Courier", "organisation"),
        ("Courier", "organisation"),
        ("Emily Post", "person"),
        ("Baker", "person"),
    ]


@given(anything())
def test_names_lie_in_order_within_sentences(text: str) -> None:
    article = make_report(text)
    sentences = find_sentences(article)
    found = find_names(article, sentences)
    assert all(any(s.start <= n.start < n.end <= s.end for s in sentences) for n in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(text[n.start : n.end].strip() == text[n.start : n.end] for n in found)
