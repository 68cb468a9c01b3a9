"""Scores of pairs -> average precision, best F1, balanced accuracy; files of the sets -> what is asked."""

import json
import pathlib

import numpy as np
import pytest

from bench.alignment import average_precision, balanced_accuracy, best_f1, best_threshold
from bench.corpora.spark import read_nanco, read_spark
from bench.entailed import read_asked

SAME = np.array([True, False, True, False])


@pytest.mark.parametrize(
    ("scores", "ap", "f1"),
    [([0.9, 0.1, 0.8, 0.2], 1.0, 1.0), ([0.1, 0.9, 0.2, 0.8], 0.4167, 0.6667), ([0.5, 0.5, 0.5, 0.5], 0.5, 0.6667)],
)
def test_precision_over_all_thresholds(scores: list[float], ap: float, f1: float) -> None:
    assert average_precision(SAME, np.array(scores)) == pytest.approx(ap, abs=1e-4)
    assert best_f1(SAME, np.array(scores)) == pytest.approx(f1, abs=1e-4)


def test_balanced_accuracy_and_its_best_threshold() -> None:
    scores = np.array([0.9, 0.4, 0.5, 0.2])
    assert balanced_accuracy(SAME, scores >= 0.3) == pytest.approx(0.75)
    assert balanced_accuracy(SAME, scores >= best_threshold(SAME, scores)) == 1.0


def test_spans_without_a_cluster_are_left_out(tmp_path: pathlib.Path) -> None:
    spark = {"s": {"clusters": [{"clusterID": 1, "spans": [{"docSpanText": "a <SPAN_SEP> b", "documentFile": "d"}]}], "input_spans": [{}]}}
    (tmp_path / "proposition_clustering.json").write_text(json.dumps(spark))
    assert [(x.text, x.article, x.cluster) for x in read_spark(tmp_path)["s"]] == [("a b", "d", "1")]
    answers = [{"Answer": "one", "qid": "Q", "cluster_global": 0}, {"Answer": "two", "qid": "Q", "cluster_global": -1}]
    (tmp_path / "nanco.json").write_text(json.dumps([{"answers": answers}]))
    assert [x.text for x in read_nanco(tmp_path / "nanco.json")["Q"]] == ["one"]


def test_a_proposition_is_entailed_by_most_answers(tmp_path: pathlib.Path) -> None:
    sentence = {"sentence_text": "The dam broke", "tokens": [{"text": t} for t in ("The", "dam", "broke")]}
    documents = [{"document_id": i, "sentences": [sentence]} for i in "ab"]
    (tmp_path / "document_clusters.dev.json").write_text(json.dumps([{"documents": documents}]))
    of = {"document_id": "a", "sentence_index": 0, "proposition": {"token_indices": [1, 2]}}
    yes, no = {"relationship": "RELATIONSHIP_ENTAILS"}, {"relationship": "RELATIONSHIP_CONTRADICTS"}
    rows = [{"premise_document_id": "b", "hypothesis_proposition": of, "relationship_responses": r} for r in ([yes, yes, no], [yes, no])]
    (tmp_path / "relationships.dev.json").write_text(json.dumps(rows))
    assert [(a.text, a.entailed) for a in read_asked(tmp_path)] == [("dam broke", True), ("dam broke", False)]
