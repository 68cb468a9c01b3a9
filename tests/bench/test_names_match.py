"""Files of pairs of names in, figures out."""

import json
import pathlib

import pytest

from bench import __main__ as command
from bench.names_match import Pair, judge, measure, read_pairs

LINES = """schema,name1,name2,is_match
Person,Mara Velden,"Velden, Mara",true
Person,Mara Velden,Olaf Velden,false
Company,Velden AG,Velden Aktiengesellschaft,true
Company,Velden AG,Brandt AG,true
"""


def test_figures_of_a_file(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text(LINES, encoding="utf8")
    assert command.main(["names-match", "--data", str(path), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["all"] == {"precision": 1.0, "recall": 0.6667, "f1": 0.8, "false_matches": 0, "pairs": 4}
    assert [figures[part]["pairs"] for part in ("even", "odd", "persons", "bodies")] == [2, 2, 2, 2]


def test_a_file_without_the_columns_is_said(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("a,b\n1,2\n", encoding="utf8")
    assert command.main(["names-match", "--data", str(path)]) == 2
    assert "schema" in capsys.readouterr().err


def test_an_answer_is_true_or_false(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text(LINES.replace("false", "maybe"), encoding="utf8")
    with pytest.raises(ValueError, match="maybe"):
        read_pairs(path)


def test_persons_and_bodies_are_judged_by_their_own_rules() -> None:
    assert not judge(Pair(sort="Person", a="Velden Motors", b="Brandt Motors", same=False))
    assert judge(Pair(sort="Company", a="the Ostmark army", b="army", same=True))
    assert measure([]) == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "false_matches": 0, "pairs": 0}
