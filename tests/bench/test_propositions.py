"""Sentences with their propositions in, how many are found out."""

import json
import pathlib

import pytest

from bench import __main__ as command
from bench.propositions import Segmented, matched, measure, read_sentences, whole

TEXT = "The dam broke and was never rebuilt."
WORDS = ["The", "dam", "broke", "and", "was", "never", "rebuilt", "."]


def write(folder: pathlib.Path) -> pathlib.Path:
    tokens = [{"text": w, "character_offset_of_token_in_sentence": TEXT.index(w)} for w in WORDS]
    tokens[0].pop("character_offset_of_token_in_sentence")
    clusters = [{"documents": [{"document_id": "d", "sentences": [{"sentence_text": TEXT, "tokens": tokens}]}]}]
    answers = [
        {"is_reference_response": False, "propositions": [{"token_indices": [0]}]},
        {"is_reference_response": True, "propositions": [{"token_indices": [0, 1, 2]}, {"token_indices": [0, 1, 4, 5, 6]}]},
    ]
    row = {"sentence_id": {"document_id": "d", "sentence_index": 0}, "segmentation_responses": answers}
    lost = {"sentence_id": {"document_id": "masked", "sentence_index": 0}, "segmentation_responses": answers}
    (folder / "document_clusters.dev.json").write_text(json.dumps(clusters), encoding="utf8")
    (folder / "propositions.dev.json").write_text(json.dumps([row, lost]), encoding="utf8")
    return folder


def test_only_the_reference_of_sentences_with_text_is_read(tmp_path: pathlib.Path) -> None:
    (sentence,) = read_sentences(write(tmp_path))
    assert sentence.propositions == (frozenset({0, 1, 2}), frozenset({0, 1, 4, 5, 6}))
    assert [TEXT[s:e] for s, e in sentence.tokens] == WORDS


def test_figures_of_a_folder(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["propositions", "--data", str(write(tmp_path)), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["ours"]["f1"] == 1.0
    assert figures["whole_sentence"]["f1"] == 0.0
    assert figures["sentences"] == 1


def test_a_folder_without_the_files_is_said(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["propositions", "--data", str(tmp_path)]) == 2
    assert "document_clusters" in capsys.readouterr().err


def test_the_largest_matching_counts_each_proposition_once() -> None:
    a, b = frozenset(range(10)), frozenset(range(9))
    assert matched([a, b], [b]) == 1
    assert matched([a, b], [b, a]) == 2
    # the first could take either; taking the wrong one would leave the second alone
    assert matched([frozenset(range(9)), frozenset(range(11))], [frozenset(range(10)), frozenset(range(8))]) == 2
    assert matched([frozenset(range(5))], [frozenset(range(3))]) == 0


def test_f1_is_averaged_over_sentences() -> None:
    one = Segmented(text="a b", tokens=((0, 1), (2, 3)), propositions=(frozenset({0, 1}),))
    two = Segmented(text="a b", tokens=((0, 1), (2, 3)), propositions=(frozenset({0}), frozenset({1})))
    found = measure([one, two], whole)
    assert (found["f1"], found["precision"], found["recall"]) == (0.5, 0.5, 0.3333)
