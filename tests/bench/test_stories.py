import gzip
import json
import pathlib
from typing import Any

import pytest

from bench import stories, stream_speed

RECORDS: list[dict[str, Any]] = [
    {"date": "2024-01-02", "story": 7},
    {"date": "2024-01-01", "story": None},
    {"date": "2024-01-03", "story": "7"},
]


@pytest.mark.parametrize(
    ("story_of", "want"),
    [
        ({"x/r.jsonl#1": "s", "x/r.jsonl#3": "s"}, ("s", 2, "s")),
        ({}, (1, 2, 3)),
        ({"x/r.jsonl": "s"}, ("s", 2, 3)),
        ({"odd#name/r.jsonl#2": "s"}, (1, "s", 3)),
    ],
)
def test_labels_follow_the_number_of_the_record(story_of: dict[str, str], want: tuple[str | int, ...]) -> None:
    assert stories.label(story_of, 3) == want


@pytest.mark.parametrize("name", ["r.jsonl", "r.jsonl.gz"])
def test_records_come_in_time_order(name: str, tmp_path: pathlib.Path) -> None:
    content = "".join(json.dumps(r) + "\n" for r in RECORDS).encode()
    (tmp_path / name).write_bytes(gzip.compress(content, mtime=0) if name.endswith(".gz") else content)
    assert [r["date"] for r in stories.load(tmp_path / name)] == ["2024-01-01", "2024-01-02", "2024-01-03"]


@pytest.mark.parametrize(
    ("labels", "f1"),
    [(("s", 2, "s"), 1.0), ((1, 2, 3), 0.8)],
)
def test_an_article_in_no_story_is_a_story_of_its_own(labels: tuple[str | int, ...], f1: float) -> None:
    figures = stories.measure(RECORDS, labels)
    assert figures["b3_f1"] == f1
    assert figures["articles"] == 3


def test_run_says_what_is_wrong(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stories.run(tmp_path / "none.jsonl") == 2
    (tmp_path / "empty.jsonl").write_text("\n", encoding="utf8")
    assert stories.run(tmp_path / "empty.jsonl") == 2
    (tmp_path / "broken.jsonl").write_text('{"id": 1}\nno json\n', encoding="utf8")
    assert stories.run(tmp_path / "broken.jsonl") == 2
    printed = capsys.readouterr().err
    assert "cannot be read" in printed
    assert "no records in it" in printed
    assert "line 2" in printed


def test_batch_and_stream_are_both_printed(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {
            "id": str(n),
            "date": "2024-01-02",
            "title": f"Crane falls at the harbour of Ostmark, take {n}",
            "text": "A crane fell. " * 12,
            "story": "1",
        }
        for n in range(2)
    ]
    path = tmp_path / "r.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf8")
    assert stories.run(path, as_json=True) == 0
    printed = json.loads(capsys.readouterr().out)
    assert set(printed) == {"batch", "stream"}
    assert printed["batch"]["b3_f1"] == printed["stream"]["b3_f1"] == 1.0
    assert printed["stream"]["articles"] == 2


def test_speed_prints_a_curve(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "r.jsonl"
    rows = [{"date": f"2024-01-0{n}", "title": f"Title {n}", "text": f"Some words of day {n} about a harbour."} for n in (1, 2, 3)]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf8")
    assert stream_speed.run(path, limit=10, as_json=True) == 0
    (point,) = json.loads(capsys.readouterr().out)
    assert point["articles"] == 10
    assert point["articles_per_s"] > 0
    assert point["closed_stories"] + point["open_stories"] <= 10
    assert stream_speed.run(tmp_path / "none.jsonl") == 2
