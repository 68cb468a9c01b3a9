import pathlib

import pytest

from bench import sets


def test_folder_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> None:
    monkeypatch.setenv("HEADWATER_DATA", str(tmp_path / "data"))
    assert sets.data_root() == tmp_path / "data"
    assert sets.stories_root() == tmp_path / "stories"


def test_folder_lies_beside_the_project_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HEADWATER_DATA", raising=False)
    assert sets.data_root() == sets.ROOT.parent / "shared" / "data"


def test_names_are_unique() -> None:
    names = [s.name for s in sets.SETS]
    assert len(names) == len(set(names))


def test_find_set_names_what_is_wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> None:
    monkeypatch.setenv("HEADWATER_DATA", str(tmp_path))
    with pytest.raises(KeyError, match="no-such-set: no such data set"):
        sets.find_set("no-such-set")
    with pytest.raises(FileNotFoundError, match="set HEADWATER_DATA"):
        sets.find_set("ecb")
    (tmp_path / "ecb").mkdir()
    assert sets.find_set("ecb") == tmp_path / "ecb"


def test_every_set_is_where_it_is_said_to_be() -> None:
    if not sets.data_root().is_dir():
        pytest.skip(f"{sets.data_root()}: not there")
    assert not [s.name for s in sets.SETS if not (sets.data_root() / s.path).exists()]


def test_story_folders_hold_reports_and_an_answer(tmp_path: pathlib.Path) -> None:
    for name, files in (
        ("b", ("gold.json", "reports/x.txt")),
        ("a", ("gold.json", "reports/x.txt")),
        ("c", ("reports/x.txt",)),
        ("d", ("gold.json",)),
    ):
        for file in files:
            (tmp_path / name / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / file).write_text("", encoding="utf8")
    assert [p.name for p in sets.story_folders(tmp_path)] == ["a", "b"]
    assert sets.story_folders(tmp_path / "missing") == ()
    assert [p.name for p in sets.story_folders(sets.EXAMPLES)] == ["ferry"]
