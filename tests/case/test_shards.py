"""Files of notes: what was read on another machine, and lines that cannot be trusted."""

import json
import pathlib
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from headwater.case import Case, Ways, shards, write_notes
from headwater.errors import CaseError
from headwater.pipeline import ReadArticle
from headwater.types import Aside
from tests.case.reports import WordReader, write_reports

READER = WordReader()
Line = dict[str, Any]


@pytest.fixture
def notes(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "notes.jsonl"
    added = write_notes([*write_reports(tmp_path / "reports", 3), str(tmp_path / "nowhere.txt")], path, Ways(reader=READER))
    assert (len(added.articles), len(added.failures)) == (3, 1)
    return path


def test_all_that_was_read_comes_back(tmp_path: pathlib.Path, notes: pathlib.Path) -> None:
    found = list(shards.outcomes(notes))
    read = [r for _, results in found for r in results if isinstance(r, ReadArticle)]
    assert len(read) == 3
    for page, results in found:
        for r in results:
            if isinstance(r, ReadArticle) and page is not None:
                assert page.content == pathlib.Path(page.source).read_bytes()
                assert r.notes.vectors
                assert r.statements
    assert shards.reader_of(notes) == "WordReader"
    with Case.create(tmp_path / "x.headwater") as case:
        added = case.add([str(notes)])
        assert (len(added.articles), len(added.failures)) == (3, 1)
        assert case.add([str(notes)]).known == 3


def test_a_file_of_notes_is_told_from_reports(tmp_path: pathlib.Path, notes: pathlib.Path) -> None:
    assert shards.is_notes(str(notes))
    for other in (tmp_path / "reports" / "000.json", tmp_path, tmp_path / "nowhere", "-", "https://x.example/", "\x00"):
        assert not shards.is_notes(str(other))


def test_nothing_half_written_stays(tmp_path: pathlib.Path) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    target = tmp_path / "notes.jsonl"
    with pytest.raises(KeyboardInterrupt):
        write_notes(write_reports(tmp_path / "reports", 3), target, Ways(reader=READER, progress=stop))
    assert [p.name for p in tmp_path.iterdir()] == ["reports"]


def set_in(*keys: str | int, value: Any) -> Callable[[Line], None]:
    """Another value at a place of a line."""

    def change(line: Line) -> None:
        held: Any = line
        for key in keys[:-1]:
            held = held[key]
        held[keys[-1]] = value

    return change


WRONG: dict[str, Callable[[Line], None]] = {
    "another text": set_in("article", "text", value="Another text."),
    "another page": set_in("page", "content", value="eJwDAAAAAAE="),
    "another hash": set_in("page", "sha256", value="0" * 64),
    "no page": lambda line: line.pop("page"),
    "no notes": lambda line: line.pop("notes"),
    "notes of another article": set_in("notes", "article", value="0" * 16),
    "a statement of another article": set_in("statements", 0, "article", value="0" * 16),
    "a statement beyond the end": set_in("statements", 0, "end", value=10**9),
    "a statement before the beginning": set_in("statements", 0, "start", value=-5),
    "a sentence beyond the end": set_in("notes", "sentences", 0, "end", value=10**9),
    "a row that is not there": set_in("statements", 0, "row", value=999),
    "vectors too short": set_in("notes", "vectors", value="AAAA"),
    "a body beyond the end": set_in("article", "body", value=10**9),
    "two statements of one id": lambda line: line["statements"].append(line["statements"][0]),
    "a number for a text": set_in("article", "text", value=7),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_line_that_does_not_fit_is_a_failure_and_stops_nothing(tmp_path: pathlib.Path, notes: pathlib.Path, wrong: str) -> None:
    lines = notes.read_text(encoding="utf8").splitlines()
    changed = json.loads(lines[1])
    WRONG[wrong](changed)
    notes.write_text("\n".join([lines[0], json.dumps(changed), *lines[2:]]) + "\n", encoding="utf8")
    with Case.create(tmp_path / "x.headwater") as case:
        added = case.add([str(notes)])
        assert len(added.articles) == 2
        assert [f.source for f in added.failures if f.stage == "read" and "#2" in f.source] == [f"{notes}#2"]
        case.run()
        assert len(case.brief().stories[0].articles) >= 1


@pytest.mark.parametrize("tail", [b"{", b"\xff\xff\n", b"[]\n", b"null\n", b'{"article": 7}\n', b"[" * 100_000])
def test_what_is_no_line_is_a_failure(tmp_path: pathlib.Path, notes: pathlib.Path, tail: bytes) -> None:
    notes.write_bytes(notes.read_bytes() + tail)
    with Case.create(tmp_path / "x.headwater") as case:
        added = case.add([str(notes)])
        assert (len(added.articles), len(added.failures)) == (3, 2)


@pytest.mark.parametrize(
    ("first", "told"),
    [('{"headwater_notes":99}', "form 99"), ('{"headwater_notes":"x"}', "first line"), ('{"headwater_notes":', "first line")],
)
def test_another_form_is_refused(tmp_path: pathlib.Path, first: str, told: str) -> None:
    path = tmp_path / "notes.jsonl"
    path.write_text(f"{first}\n", encoding="utf8")
    with Case.create(tmp_path / "x.headwater") as case, pytest.raises(CaseError, match=told):
        case.add([str(path)])


def test_half_characters_become_question_marks() -> None:
    half = Aside(source="a\udcff", why="b")
    assert shards.sound(half) == Aside(source="a?", why="b")
    assert shards.sound([half, ("\ud83d", 3)]) == [Aside(source="a?", why="b"), ("?", 3)]
    whole = Aside(source="a", why="b")
    assert shards.sound(whole) is whole
    msgspec.json.encode(shards.sound(half))
