"""Articles, sentences and attributions in, propositions out."""

import itertools
import re

import pytest
from hypothesis import given

from headwater.annotate import annotate
from headwater.annotate.propositions import find_propositions
from headwater.types import Article, Notes, Sentence
from tests.factories import FakeReader, make_report
from tests.strategies import anything

PROPOSITIONS = [
    ("", []),
    ("Yes. No.", []),
    ("The dam broke.", ["The dam broke."]),
    ("The dam broke; nine barges sank in the harbour.", ["The dam broke", "nine barges sank in the harbour."]),
    ("The dam broke on Friday, killing nine people on the quay.", ["The dam broke on Friday", "killing nine people on the quay."]),
    ("The dam broke on Friday and was never rebuilt.", ["The dam broke on Friday", "was never rebuilt."]),
    ("Mara Velden said the dam broke on Friday.", ["the dam broke on Friday."]),
    ("Mara Velden said that the dam broke on Friday.", ["the dam broke on Friday."]),
    ("The dam broke on Friday, according to the harbour ministry.", ["The dam broke on Friday"]),
    ("According to the harbour ministry, the dam broke on Friday.", ["the dam broke on Friday."]),
    ("“The dam broke on Friday,” Mara Velden told Reuters.", ["“The dam broke on Friday,”"]),
    ("Reuters reported that the dam broke on Friday, citing two officials.", ["the dam broke on Friday"]),
    ("The dam broke on Friday but the bridge held.", ["The dam broke on Friday", "the bridge held."]),
    ("Nine barges sank and all but two were raised.", ["Nine barges sank and all but two were raised."]),
    ("Everyone but the mayor left early.", ["Everyone but the mayor left early."]),
    ("Mara Velden said rumours that the dam had burst were wrong.", ["the dam had burst"]),
    ("The report that the dam had burst is a hoax, Mara Velden said.", ["the dam had burst"]),
    ("It is not true that the dam had burst, Mara Velden said.", ["the dam had burst"]),
    ("Mara Velden retracted her claim that the dam had burst.", ["the dam had burst."]),
    ("However, the dam broke on Friday.", ["the dam broke on Friday."]),
]


def make_notes(text: str) -> tuple[Article, Notes]:
    article = make_report(text)
    return article, annotate(article, reader=FakeReader())


@pytest.mark.parametrize(("text", "expected"), PROPOSITIONS)
def test_find_propositions(text: str, expected: list[str]) -> None:
    _, notes = make_notes(text)
    assert [text[p.start : p.end] for p in notes.propositions] == expected


def test_a_headline_says_something_too() -> None:
    article = make_report("Nobody in the town slept.", "Dam breaks in Ostmark")
    notes = annotate(article, reader=FakeReader())
    assert [(article.text[p.start : p.end], p.sentence) for p in notes.propositions] == [
        ("Dam breaks in Ostmark", 0),
        ("Nobody in the town slept.", 1),
    ]


@given(anything())
def test_propositions_lie_in_order_within_their_sentences_and_hold_no_attribution(text: str) -> None:
    _, notes = make_notes(text)
    found = notes.propositions
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for p in found:
        sentence = notes.sentences[p.sentence]
        assert sentence.start <= p.start < p.end <= sentence.end
        cut = [s for a in notes.attributions for s in (a.source, a.cue) if s is not None and s.end - s.start > 1]
        assert not any(s.start < p.end and p.start < s.end for s in cut)


def test_a_clause_has_its_parts_with_the_subject_that_stands_before_it() -> None:
    text = "The dam broke on Friday and was never rebuilt."
    classes = ["DET", "NOUN", "VERB", "ADP", "PROPN", "CCONJ", "AUX", "ADV", "VERB", "PUNCT"]
    words = [(m.start(), m.end(), c) for m, c in zip(re.finditer(r"\w+|\.", text), classes, strict=True)]
    article = make_report(text)
    found = find_propositions(article, [Sentence(start=0, end=len(text), paragraph=0)], (), words)
    assert [[" ".join(text[r.start : r.end] for r in part) for part in p.parts] for p in found] == [
        ["The dam broke on Friday"],
        ["The dam was never rebuilt"],
    ]


@given(anything())
def test_parts_lie_in_order_within_their_sentence(text: str) -> None:
    _, notes = make_notes(text)
    for p in notes.propositions:
        sentence = notes.sentences[p.sentence]
        for part in p.parts:
            assert all(sentence.start <= r.start < r.end <= sentence.end for r in part)
            assert all(a.end <= b.start for a, b in itertools.pairwise(part))
