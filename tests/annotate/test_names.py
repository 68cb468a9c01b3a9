"""Articles in, names with their kinds out."""

import itertools

import pytest
from hypothesis import given

from headwater.annotate.names import find_names, name_kind
from headwater.annotate.sentences import find_sentences
from headwater.types import NameKind
from tests.factories import make_report
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


@pytest.mark.parametrize(
    ("name", "before", "kind"),
    [
        ("Mara Velden", "", "person"),
        ("Jordan", "", "place"),
        ("Reading", "Captain ", "person"),
        ("Ostmark", "the ", "other"),
        ("NATO", "the ", "organisation"),
        ("Ostmark Council", "", "organisation"),
    ],
)
def test_name_kind(name: str, before: str, kind: NameKind) -> None:
    assert name_kind(name, before=before) == kind


@given(anything())
def test_names_lie_in_order_within_sentences(text: str) -> None:
    article = make_report(text)
    sentences = find_sentences(article)
    found = find_names(article, sentences)
    assert all(any(s.start <= n.start < n.end <= s.end for s in sentences) for n in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(text[n.start : n.end].strip() == text[n.start : n.end] for n in found)
