import json
import pathlib
from typing import Any

import pytest

from bench import __main__ as command
from bench import chains
from bench.corpora.mpqa import read_mpqa
from tests.factories import FakeReader

CONTEXT = "\\t\\nOstmark\\'s mayor said the council supports \\nthe dam. \\n\\t\\n\\t\\n The dam is old. \\n"
RECORDS: dict[str, Any] = {
    "b": {"context": "Nobody spoke.", "extract": [{"text": "Nobody spoke.", "question": "dam", "answer": ["w"]}]},
    "a": {
        "context": CONTEXT,
        "extract": [
            {
                "text": "Ostmark's mayor said the council supports \\nthe dam.",
                "question": "the \\ndam",
                "answer": ["w", "the mayor", "w", "the council", "the council"],
            },
            {"text": "The dam is old.", "question": "The dam", "answer": ["w"]},
        ],
    },
}


def write(folder: pathlib.Path) -> pathlib.Path:
    path = folder / "chains.json"
    path.write_text(json.dumps(RECORDS), encoding="utf8")
    return path


def test_documents_come_by_id_with_chains_turned_round(tmp_path: pathlib.Path) -> None:
    first, second = read_mpqa(write(tmp_path))
    assert (first.id, first.text, first.lost) == ("a", "Ostmark's mayor said the council supports the dam.\n\nThe dam is old.", 0)
    assert [(first.text[q.start : q.end], q.chain) for q in first.questions] == [
        ("the dam", ("the council", "the mayor")),
        ("The dam", ()),
    ]
    assert (second.questions, second.lost) == ((), 1)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Opposition leader Mara Velden", "Mara Velden", True),
        ("Velden", "Mara Velden, the head of the port", True),
        ("the Ostmark Foreign Ministry", "foreign ministry", True),
        ("the United States", "US", True),
        ("a senior official", "officials", False),
        ("the US", "US President Olaf Brandt", False),
        ("We", "we", True),
        ("Anna Berg", "Olaf Berg", False),
        ("Ostmark", "the council", False),
    ],
)
def test_two_names_are_one_by_their_words(a: str, b: str, *, same: bool) -> None:
    assert chains.same_source(a, b) is same


@pytest.mark.parametrize(
    ("got", "exact", "innermost"),
    [
        ([["council"], ["mayor", "he"]], 1, 1),
        ([["it", "The council"], ["the mayor"]], 1, 1),
        ([["council"]], 0, 1),
        ([["mayor"], ["council"]], 0, 0),
        ([], 0, 0),
    ],
)
def test_a_chain_is_exact_where_each_link_is_right(got: list[list[str]], exact: int, innermost: int) -> None:
    counts = chains.judge(("the council", "the mayor"), got)
    assert (counts["exact"], counts["innermost"], counts["several"]) == (exact, innermost, 1)


def test_one_source_counts_for_all_only() -> None:
    counts = chains.judge(("the mayor",), [["mayor"]])
    assert (counts["several"], counts["exact"], counts["all_exact"]) == (0, 0, 1)


def test_halves_add_up_and_mistakes_are_of_the_even_one(tmp_path: pathlib.Path) -> None:
    figures, mistakes = chains.measure(read_mpqa(write(tmp_path)), FakeReader())
    assert figures["all"] == {"exact": 1.0, "innermost": 1.0, "several": 1, "all_exact": 1.0, "questions": 2, "lost": 1}
    assert (figures["even"]["questions"], figures["odd"]["questions"], figures["odd"]["lost"]) == (2, 0, 1)
    assert mistakes == []


def test_the_command_prints_the_figures(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chains, "load_reader", lambda folder: FakeReader() if folder is None else None)
    assert command.main(["chains", "--data", str(write(tmp_path)), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["all"]["exact"] == 1.0
    assert command.main(["chains", "--data", str(tmp_path / "none.json")]) == 2
