import json
import pathlib

import pytest

from bench import __main__ as command
from bench import attribution
from bench.corpora.polnear import Annotated, read_polnear
from tests.factories import FakeReader, Told, make_standoff, write_polnear

TEXT = "“The dam is old,” Mara Velden said, “and it will break.”\n \nThe mayor of Ostmark denied any danger on Friday. Officials knew.\n"
MARKS = make_standoff(
    TEXT,
    *("T1 Source Mara Velden", "T2 Cue said", "T3 Content “The dam is old,”", "T4 Content2 “and it will break.”"),
    *("T5 Source The mayor of Ostmark", "T6 Cue denied", "T7 Content any danger"),
    *("E1 Cue:T2 Source:T1 Content:T3 Content2:T4", "E2 Cue:T6 Source:T5 Content:T7"),
)
PERFECT: list[Told] = [
    *(("role", "source", words) for words in ("Mara Velden", "The mayor of Ostmark")),
    *(("role", "cue", words) for words in ("said", "denied")),
    *(("role", "content", words) for words in ("“The dam is old,”", "“and it will break.”", "any danger")),
]
ONE = {"exact_p": 1.0, "exact_r": 1.0, "exact_f1": 1.0, "overlap_p": 1.0, "overlap_r": 1.0, "overlap_f1": 1.0}
Rates = tuple[float, float, float]
"""Precision, recall, F1."""
HALF, EVEN, WHOLE = (1, 0.5, 0.6667), (0.5, 0.5, 0.5), (1, 1, 1)
TWO_OF_THREE, ONE_TOO_MANY = (1, 0.6667, 0.8), (0.6667, 1, 0.8)


@pytest.fixture
def articles(tmp_path: pathlib.Path) -> tuple[Annotated, ...]:
    write_polnear(tmp_path, "velden-herald_1", TEXT, {"ab12": MARKS})
    return read_polnear(tmp_path, "dev")


def reader_of(dropped: str, *added: Told) -> FakeReader:
    return FakeReader(*(t for t in PERFECT if t[2] != dropped), *added)


def exact_and_overlap(figures: dict[str, float]) -> list[Rates]:
    return [(figures[f"{kind}_p"], figures[f"{kind}_r"], figures[f"{kind}_f1"]) for kind in ("exact", "overlap")]


def test_perfect_marks_score_one(articles: tuple[Annotated, ...]) -> None:
    figures, mistakes = attribution.measure(articles, FakeReader(*PERFECT))
    assert figures == dict.fromkeys(("source", "cue", "content", "whole"), ONE)
    assert mistakes == {}


def test_no_marks_score_nothing(articles: tuple[Annotated, ...]) -> None:
    figures, mistakes = attribution.measure(articles, FakeReader())
    assert figures == dict.fromkeys(("source", "cue", "content", "whole"), dict.fromkeys(ONE, 0.0))
    assert mistakes == {
        "source missed": ["Mara Velden", "The mayor of Ostmark"],
        "cue missed": ["said", "denied"],
        "content missed": ["The dam is old", "and it will break", "any danger"],
    }


@pytest.mark.parametrize(
    ("dropped", "added", "expected"),
    [
        # a part that is missing makes the attribution wrong, and an attribution without a cue is none
        ("Mara Velden", [], {"source": [HALF, HALF], "whole": [EVEN, EVEN]}),
        ("said", [], {"cue": [HALF, HALF], "whole": [HALF, HALF]}),
        ("any danger", [], {"content": [TWO_OF_THREE] * 2, "whole": [EVEN, EVEN]}),
        # one fragment of two: a whole is right where some of its content is
        ("“and it will break.”", [], {"content": [TWO_OF_THREE] * 2, "whole": [EVEN, WHOLE]}),
        # an end that is not there
        ("Mara Velden", [("role", "source", "Velden")], {"source": [EVEN, WHOLE], "whole": [EVEN, WHOLE]}),
        ("The mayor of Ostmark", [("role", "source", "The mayor")], {"source": [EVEN, WHOLE], "whole": [EVEN, WHOLE]}),
        # punctuation at an end is no mistake
        ("“The dam is old,”", [("role", "content", "The dam is old")], {"content": [WHOLE, WHOLE], "whole": [WHOLE, WHOLE]}),
        # what nobody marked
        ("", [("role", "source", "Officials")], {"source": [ONE_TOO_MANY] * 2, "whole": [WHOLE, WHOLE]}),
        ("", [("role", "source", "Officials"), ("role", "cue", "knew")], {"cue": [ONE_TOO_MANY] * 2, "whole": [ONE_TOO_MANY] * 2}),
    ],
)
def test_what_is_missed_or_wrong_lowers_the_score(
    articles: tuple[Annotated, ...], dropped: str, added: list[Told], expected: dict[str, list[Rates]]
) -> None:
    figures, _ = attribution.measure(articles, reader_of(dropped, *added))
    assert {role: exact_and_overlap(figures[role]) for role in expected} == expected


def test_mistakes_are_listed_by_kind(articles: tuple[Annotated, ...]) -> None:
    _, mistakes = attribution.measure(articles, reader_of("Mara Velden", ("role", "source", "Velden"), ("role", "cue", "knew")))
    assert mistakes == {"source missed": ["Mara Velden"], "source wrong": ["Velden"], "cue wrong": ["knew"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("one", ["one"]),
        ("\n \none\n\t\n two \n\n", ["one", " two "]),
        ("one\u2028two\nthree", ["one\u2028two", "three"]),
    ],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert [text[line.start : line.end] for line in attribution.lines(text)] == expected


def test_a_prediction_has_offsets_into_the_whole_text() -> None:
    (first, second), spans = attribution.predict(TEXT, FakeReader(*PERFECT))
    assert [TEXT[s:e] for s, e in first.content] == ["The dam is old", "and it will break"]
    assert [TEXT[s:e] for s, e in (*second.source, *second.cue, *second.content)] == ["The mayor of Ostmark", "denied", "any danger"]
    assert spans["cue"] == (*first.cue, *second.cue)
    assert attribution.predict("", FakeReader()) == ((), {"source": (), "cue": (), "content": ()})


def test_the_command_prints_the_figures(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_polnear(tmp_path, "velden-herald_1", TEXT, {"ab12": MARKS}, split="train")
    asked: list[pathlib.Path | None] = []

    def load_reader(*, folder: pathlib.Path | None) -> FakeReader:
        asked.append(folder)
        return reader_of("Mara Velden")

    monkeypatch.setattr(attribution, "load_reader", load_reader)
    options = ["attribution", "--data", str(tmp_path), "--split", "train"]
    assert command.main([*options, "--weights", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["source"]["exact_r"] == 0.5
    assert command.main([*options, "--show", "1"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "source missed: Mara Velden"
    assert asked == [tmp_path, None]
