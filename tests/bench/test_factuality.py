import json
import pathlib
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from bench import __main__ as command
from bench import factuality
from bench.corpora.factuality import Event, Judged, read_factuality
from headwater.labels import columns
from headwater.models import Marks
from tests.factories import FakeReader

LINES: list[dict[str, Any]] = [
    {"text": "North-Ostmark said the well-built dam broke .", "targets": [{"span1": [1, 2], "label": 3}, {"span1": [5, 6], "label": 2.25}]},
    {"text": "Mara Velden denied that it leaked .", "targets": [{"span1": [5, 6], "label": -3, "span_text": "leaked"}]},
    {"text": "It may be-come worse .", "targets": [{"span1": [1, 3], "label": 0.5}]},
    {"text": "Nobody slept .", "targets": []},
]
RIGHT = {"said": 3.0, "broke": 2.25, "leaked": -3.0, "be": 0.5}


class Judge(FakeReader):
    """A reader that gives some words a factuality, and -9 to all others."""

    def __init__(self, values: Mapping[str, float]) -> None:
        super().__init__()
        self.values = values
        self.asked: list[list[str]] = []

    def read(self, paragraphs: Sequence[str]) -> list[Marks]:
        self.asked.append(list(paragraphs))
        found = super().read(paragraphs)
        for text, marks in zip(paragraphs, found, strict=True):
            marks.scores[:, columns("factuality").start] = [self.values.get(text[start:end], -9) for start, end in marks.words]
        return found


def write(folder: pathlib.Path) -> pathlib.Path:
    path = folder / "judged.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), encoding="utf8")
    return path


def test_an_event_is_the_last_word_of_its_span(tmp_path: pathlib.Path) -> None:
    first, second, third, fourth = read_factuality(write(tmp_path))
    assert first == Judged(
        words=("North-Ostmark", "said", "the", "well-built", "dam", "broke", "."),
        events=(Event(word=1, value=3), Event(word=5, value=2.25)),
    )
    assert [s.words[e.word] for s in (second, third) for e in s.events] == ["leaked", "be-come"]
    assert fourth == Judged(words=("Nobody", "slept", "."), events=())


def test_perfect_readings_score_one(tmp_path: pathlib.Path) -> None:
    reader = Judge(RIGHT)
    figures, mistakes = factuality.measure(read_factuality(write(tmp_path)), reader)
    assert figures == {
        "pearson_r": 1,
        "class_f1": {"asserted": 1, "uncertain": 1, "denied": 1},
        "not_fact_recall": 1,
        "events": 4,
    }
    assert len(mistakes) == 4
    assert reader.asked == [[line["text"]] for line in LINES]


@pytest.mark.parametrize(
    ("read", "class_f1", "recall"),
    [
        ({"leaked": 3.0}, (0.8, 1, 0), 0.5),
        ({"leaked": 0.0}, (1, 0.6667, 0), 1),
        ({"leaked": -1.0}, (1, 1, 1), 1),
        ({"leaked": -0.9}, (1, 0.6667, 0), 1),
        ({"be": 1.0}, (0.8, 0, 1), 0.5),
        ({"be": 0.9}, (1, 1, 1), 1),
        ({"be": 1.5, "leaked": 2.0}, (0.6667, 0, 0), 0),
        ({"said": 0.0, "broke": -2.0}, (0, 0.6667, 0.6667), 1),
    ],
)
def test_a_wrong_reading_lowers_its_class(
    tmp_path: pathlib.Path, read: dict[str, float], class_f1: tuple[float, ...], recall: float
) -> None:
    figures, _ = factuality.measure(read_factuality(write(tmp_path)), Judge(RIGHT | read))
    expected = {"class_f1": dict(zip(factuality.CLASSES, class_f1, strict=True)), "not_fact_recall": recall}
    assert {name: figures[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("turn", "r"),
    [
        ({}, 1),
        ({k: -v for k, v in RIGHT.items()}, -1),
        ({k: v / 10 + 7 for k, v in RIGHT.items()}, 1),
        ({"said": -3.0, "leaked": 3.0}, -0.6805),
    ],
)
def test_pearson_s_r_is_about_order_and_distance(tmp_path: pathlib.Path, turn: dict[str, float], r: float) -> None:
    figures, _ = factuality.measure(read_factuality(write(tmp_path)), Judge(RIGHT | turn))
    assert figures["pearson_r"] == r


def test_the_worst_event_is_shown_first(tmp_path: pathlib.Path) -> None:
    _, mistakes = factuality.measure(read_factuality(write(tmp_path)), Judge(RIGHT | {"leaked": 2.0, "broke": 0.0}))
    assert mistakes[:2] == [
        "-3.0 read +2.0 [leaked] Mara Velden denied that it leaked .",
        "+2.2 read +0.0 [broke] North-Ostmark said the well-built dam broke .",
    ]


def test_nothing_judged_scores_nothing() -> None:
    figures, mistakes = factuality.measure((), Judge({}))
    assert figures == {"pearson_r": 0, "class_f1": dict.fromkeys(factuality.CLASSES, 0), "not_fact_recall": 0, "events": 0}
    assert mistakes == []


def test_the_command_prints_the_figures(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(factuality, "load_reader", lambda *, folder: Judge(RIGHT if folder is None else {}))
    assert command.main(["factuality", "--data", str(write(tmp_path)), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["events"] == 4
    assert command.main(["factuality", "--data", str(write(tmp_path)), "--show", "1"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("+3.0 read +3.0 [said]")
