import pathlib
from collections.abc import Sequence
from typing import Any

import pytest

from bench import gold, sets


def empty_brief(paths: Sequence[pathlib.Path]) -> dict[str, Any]:
    del paths
    return {"stories": []}


def one_story(paths: Sequence[pathlib.Path]) -> dict[str, Any]:
    files = sorted(f for p in paths for f in p.iterdir())
    return {"stories": [{"articles": [{"source": str(f)} for f in files]}]}


def test_table_has_a_row_a_figure_and_a_column_a_story() -> None:
    lines = gold.table({"all": {"status": 0.5, "status_n": 4}, "ferry": {"status": 0.5, "dates_f1": 1.0}}).splitlines()
    assert [line.split() for line in lines] == [["all", "ferry"], ["dates_f1", "1.000"], ["status", "0.500", "0.500"]]


def test_what_was_not_read_scores_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gold, "read_brief", empty_brief)
    figures = gold.measure(sets.story_folders(sets.EXAMPLES))
    assert set(figures) == {"all", "ferry"}
    assert figures["all"]["article_read"] == 0


def test_together_leaves_out_what_the_answer_does_not_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gold, "read_brief", one_story)
    outcome = gold.read_together(sets.story_folders(sets.EXAMPLES))
    assert outcome == {"stories": 1, "folders": 1, "misplaced": [], "unread": []}


@pytest.mark.parametrize(("brief", "status"), [(one_story, 0), (empty_brief, 1)])
def test_together_fails_where_a_story_is_missing(brief: Any, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gold, "read_brief", brief)
    assert gold.run(sets.EXAMPLES, together=True) == status


def test_a_folder_without_stories_is_named(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gold.run(tmp_path) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_example_stands_in_where_the_shared_stories_are_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEADWATER_DATA", str(tmp_path / "data"))
    assert gold.choose_stories() == sets.EXAMPLES
    assert "measuring on" in capsys.readouterr().err
