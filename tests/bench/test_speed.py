import gzip
import json
import pathlib

import pytest

from bench import speed
from headwater import pipeline
from tests.factories import FakeReader

TEXT = "The harbour was closed on Monday after a crane fell across the main berth, the port office said. " * 3


def test_recorder_keeps_what_it_was_asked() -> None:
    recorder = speed.Recorder(FakeReader())
    assert [len(marks.words) for marks in recorder.read(["one", "two words"])] == [1, 2]
    recorder.read(("three",))
    assert recorder.calls == [("one", "two words"), ("three",)]
    assert recorder.count_pieces(["two words"]) == 2


@pytest.mark.parametrize("name", ["r.jsonl", "r.jsonl.gz"])
def test_the_reader_alone_reads_what_the_pipeline_read(
    name: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    records = [{"title": f"Crane falls in harbour {i}", "text": TEXT} for i in range(3)]
    content = "\n".join(map(json.dumps, records)).encode()
    (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    monkeypatch.setattr(speed, "load_reader", FakeReader)
    monkeypatch.setattr(pipeline, "load_reader", None)  # nothing loads another one
    assert speed.run(tmp_path / name, limit=2, as_json=True) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["articles"] == 2
    assert figures["pieces"] == 2 * (5 + 3 * 20)
    assert figures["articles_per_s"] > 0


def test_texts_are_title_empty_line_text(tmp_path: pathlib.Path) -> None:
    speed.write_texts([{"title": "T", "text": "Body."}, {"text": "Only."}], tmp_path)
    assert [p.read_text(encoding="utf8") for p in sorted(tmp_path.iterdir())] == ["T\n\nBody.", "\n\nOnly."]


def test_a_missing_file_is_named(tmp_path: pathlib.Path) -> None:
    assert speed.run(tmp_path / "none.jsonl") == 2


def test_peak_memory_is_in_megabytes() -> None:
    assert 5 < speed.peak_megabytes() < 100_000
