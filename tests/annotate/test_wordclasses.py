"""What the reader saw in, the class of each word out."""

import numpy as np
import pytest

from headwater.annotate.wordclasses import CLASSES, FEATURES, features, word_classes
from headwater.models import DIMENSIONS, load_reader


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke on Friday.", ["DET", "NOUN", "VERB", "ADP", "PROPN", "PUNCT"]),
        ("She was never seen again.", ["PRON", "AUX", "ADV", "VERB", "ADV", "PUNCT"]),
        ("Nine barges and two boats sank.", ["NUM", "NOUN", "CCONJ", "NUM", "NOUN", "VERB", "PUNCT"]),
    ],
)
def test_word_classes(text: str, expected: list[str]) -> None:
    assert list(word_classes(text, load_reader().read([text])[0])) == expected


def test_no_words_have_no_classes() -> None:
    assert word_classes("", load_reader().read([""])[0]) == ()


def test_a_row_holds_a_state_of_unit_variance_and_how_the_word_is_written() -> None:
    states = np.random.default_rng(0).normal(2, 5, size=(3, DIMENSIONS)).astype(np.float32)
    rows = features(["The", "NATO", "9"], states)
    assert rows.shape == (3, FEATURES)
    assert np.allclose(rows[:, :DIMENSIONS].mean(axis=1), 0, atol=1e-5)
    assert np.allclose(rows[:, :DIMENSIONS].std(axis=1), 1, atol=1e-3)
    assert (rows[:, DIMENSIONS:] > 0).tolist() == [
        [True, False, False, False, True],
        [True, True, False, False, False],
        [False, False, True, False, False],
    ]
    assert len(CLASSES) == len(set(CLASSES)) == 17
