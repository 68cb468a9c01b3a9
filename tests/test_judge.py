"""The shipped pair model: verdicts on texts that leave little doubt."""

import pathlib

import pytest

from headwater.errors import ModelError
from headwater.judge import ShippedJudge, load_judge


def test_what_follows_is_likelier_than_what_does_not() -> None:
    judge = load_judge()
    text = "The ferry sank off the coast on Monday and all of its passengers were saved."
    follows, other = judge.judge(text, "All passengers were saved."), judge.judge(text, "The harbour board raised its fees.")
    assert follows.entails > 0.5 > other.entails
    assert follows.same > other.same


def test_the_same_texts_give_the_same_verdict_whatever_was_asked_before() -> None:
    judge = load_judge()
    first = judge.judge("A crane fell.", "The crane toppled over.")
    judge.judge("Something else altogether was said at great length in the town hall.", "No.")
    assert judge.judge("A crane fell.", "The crane toppled over.") == first


def test_a_long_text_is_cut_and_an_empty_one_is_read() -> None:
    judge = load_judge()
    assert judge.judge("word " * 5000, "word").entails >= 0
    assert judge.judge("", "").entails >= 0


def test_weights_that_are_missing_or_broken_say_so(tmp_path: pathlib.Path) -> None:
    with pytest.raises(ModelError, match="missing"):
        load_judge(tmp_path)
    with pytest.raises(ModelError, match="does not load"):
        ShippedJudge(b"not a model", b"{}")
