"""The shipped encoder: texts in, vectors out."""

import numpy as np
import pytest

from headwater.errors import ModelError
from headwater.models import DIMENSIONS, MiniLM, load_encoder
from headwater.settings import AnnotateSettings

TEXTS = [
    "The dam above the town broke on Friday.",
    "On Friday the wall of the dam above the town gave way.",
    "Bakers strike over the price of flour.",
    "",
    "word " * 1000,
]


def test_the_shipped_encoder_puts_close_sentences_close() -> None:
    encoder = load_encoder()
    rows = encoder.encode(TEXTS)
    assert rows.shape == (len(TEXTS), DIMENSIONS)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert encoder.encode(TEXTS).tobytes() == rows.tobytes()
    assert rows[0] @ rows[1] > 0.6
    assert rows[0] @ rows[2] < 0.3
    assert encoder.encode([]).shape == (0, DIMENSIONS)
    assert load_encoder() is encoder


def test_pieces_are_counted_with_the_marks_at_both_ends_and_cut() -> None:
    encoder = load_encoder()
    assert encoder.count_pieces([]) == 0
    assert encoder.count_pieces([""]) == 2
    assert encoder.count_pieces(["dam", "dam"]) == 6
    assert encoder.count_pieces(["word " * 1000]) == AnnotateSettings().max_pieces


def test_weights_that_do_not_load_are_a_model_error() -> None:
    with pytest.raises(ModelError, match="does not load"):
        MiniLM(b"no model", b"{}", settings=AnnotateSettings())
