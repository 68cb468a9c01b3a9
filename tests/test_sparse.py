"""Hashed TF-IDF and the pairs that are alike."""

import numpy as np
import pytest

from headwater.sparse import alike, tfidf_rows, unit


def test_rows_have_unit_length_and_an_empty_text_is_zero() -> None:
    rows = tfidf_rows([["harbour", "crane"], ["bakery", "fire", "fire"], []])
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1, 0])


def test_rare_words_weigh_more_than_common_ones() -> None:
    rows = tfidf_rows([["the", "crane"], ["the", "crane"], ["the", "fire"], ["the", "quay"]])
    assert rows[0] @ rows[1] == pytest.approx(1)
    assert rows[0] @ rows[2] < 0.5


def test_alike_gives_each_pair_once_in_order() -> None:
    rows = unit(np.array([[1, 0], [1, 0.1], [0, 1]], dtype=np.float32))
    assert [(a, b) for a, b, _ in alike(rows, 0.5)] == [(0, 1)]
    assert {(a, b) for a, b, _ in alike(rows, 0.0)} == {(0, 1), (0, 2), (1, 2)}
