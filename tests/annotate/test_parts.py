"""Words with their classes in, the single things that they say out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.annotate.parts import find_parts, line_of
from headwater.annotate.wordclasses import CLASSES

SENTENCES = [
    ("The/DET dam/NOUN broke/VERB ./PUNCT", ["The dam broke"]),
    (
        "The/DET dam/NOUN held/VERB barges/NOUN on/ADP Friday/PROPN ./PUNCT",
        ["The dam held barges", "The dam held barges on Friday"],
    ),
    (
        "The/DET dam/NOUN broke/VERB and/CCONJ was/AUX never/ADV rebuilt/VERB ./PUNCT",
        ["The dam broke", "The dam was never rebuilt"],
    ),
    (
        "The/DET dam/NOUN ,/PUNCT which/PRON held/VERB nine/NUM barges/NOUN ,/PUNCT broke/VERB ./PUNCT",
        ["The dam broke", "The dam held nine barges"],
    ),
    (
        "Ostmark/PROPN borders/VERB Velden/PROPN ,/PUNCT Brandt/PROPN and/CCONJ Berg/PROPN ./PUNCT",
        ["Ostmark borders Berg", "Ostmark borders Brandt", "Ostmark borders Velden"],
    ),
    (
        "In/ADP 1946/NUM ,/PUNCT the/DET dam/NOUN broke/VERB ./PUNCT",
        ["In 1946 the dam broke", "the dam broke"],
    ),
    (
        "Mara/PROPN Velden/PROPN (/PUNCT the/DET mayor/NOUN )/PUNCT left/VERB early/ADV ./PUNCT",
        ["Mara Velden ( the mayor", "Mara Velden left early"],
    ),
    (
        "It/PRON hired/VERB engineer/NOUN Mara/PROPN Velden/PROPN ./PUNCT",
        ["It hired engineer Mara Velden", "engineer Mara Velden"],
    ),
    (
        "It/PRON sold/VERB fruit/NOUN such/ADJ as/ADP apples/NOUN and/CCONJ pears/NOUN ./PUNCT",
        ["It sold apples", "It sold fruit", "It sold pears"],
    ),
    ("It/PRON lies/VERB between/ADP Ostmark/PROPN and/CCONJ Velden/PROPN ./PUNCT", ["It lies between Ostmark and Velden"]),
    (
        "The/DET dam/NOUN broke/VERB ,/PUNCT killing/VERB nine/NUM people/NOUN ./PUNCT",
        ["The dam broke", "The dam killing nine people"],
    ),
    (
        "The/DET dam/NOUN broke/VERB ,/PUNCT but/CCONJ the/DET bridge/NOUN held/VERB ./PUNCT",
        ["The dam broke", "the bridge held"],
    ),
    (
        "They/PRON wrote/VERB clear/ADJ and/CCONJ short/ADJ code/NOUN ./PUNCT",
        ["They wrote clear code", "They wrote short code"],
    ),
    ("The/DET dam/NOUN broke/VERB on/ADP Friday/PROPN ./PUNCT", ["The dam broke on Friday"]),
    (
        "Nine/NUM inhaled/VERB smoke/NOUN and/CCONJ all/DET but/CCONJ two/NUM had/AUX left/VERB ./PUNCT",
        ["Nine inhaled smoke", "all but two had left"],
    ),
    ("Yes/INTJ ./PUNCT", ["Yes"]),
]


def split(sentence: str) -> tuple[list[str], list[str]]:
    pairs = [token.rsplit("/", 1) for token in sentence.split()]
    return [w for w, _ in pairs], [c for _, c in pairs]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_find_parts(sentence: str, expected: list[str]) -> None:
    words, classes = split(sentence)
    assert sorted(" ".join(words[k] for k in part) for part in find_parts(line_of(words, classes))) == sorted(expected)


WORD = st.tuples(
    st.sampled_from([*"(),;:-&%", "the", "dam", "who", "which", "and", "such", "as", "including", "9", "broke"]), st.sampled_from(CLASSES)
)


@given(st.lists(WORD, max_size=30))
def test_any_words_give_parts_in_order_each_once(tokens: list[tuple[str, str]]) -> None:
    found = find_parts(line_of([w for w, _ in tokens], [c for _, c in tokens]))
    assert found
    assert len(found) == len(set(found))
    for part in found:
        assert list(part) == sorted(set(part))
        assert all(0 <= k < len(tokens) for k in part)


def test_a_table_of_names_does_not_explode() -> None:
    words = ["It", "names", *(w for i in range(60) for w in (f"Boat{i}", ","))]
    classes = ["PRON", "VERB", *(c for _ in range(60) for c in ("PROPN", "PUNCT"))]
    assert len(find_parts(line_of([*words, "and", "Velden"], [*classes, "CCONJ", "PROPN"]))) <= 40
