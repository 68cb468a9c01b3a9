import pathlib
from collections.abc import Sequence

import numpy as np

from bench import speed
from headwater.models import Vectors


class Tiny:
    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.ones((len(texts), 1), dtype=np.float32)

    def count_pieces(self, texts: Sequence[str]) -> int:
        return sum(len(t.split()) for t in texts)


def test_recorder_keeps_what_it_was_asked() -> None:
    recorder = speed.Recorder(Tiny())
    assert recorder.encode(["one", "two words"]).shape == (2, 1)
    recorder.encode(("three",))
    assert recorder.calls == [("one", "two words"), ("three",)]
    assert recorder.count_pieces(["two words"]) == 2


def test_texts_are_title_empty_line_text(tmp_path: pathlib.Path) -> None:
    speed.write_texts([{"title": "T", "text": "Body."}, {"text": "Only."}], tmp_path)
    assert [p.read_text(encoding="utf8") for p in sorted(tmp_path.iterdir())] == ["T\n\nBody.", "\n\nOnly."]


def test_a_missing_file_is_named(tmp_path: pathlib.Path) -> None:
    assert speed.run(tmp_path / "none.jsonl") == 2


def test_peak_memory_is_in_megabytes() -> None:
    assert 5 < speed.peak_megabytes() < 100_000
