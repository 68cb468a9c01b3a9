import json
import pathlib

import pytest

from bench import __main__ as command
from bench import times
from bench.corpora.split import choose
from bench.corpora.times import Dated, Document, read_gum, read_timeml

TML = """<?xml version="1.0" ?>
<TimeML><DOCID>a</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-12-18">20241218</TIMEX3></DCT>
<TITLE>Dam broke <TIMEX3 tid="t9" type="DATE" value="2024-12-18">today</TIMEX3></TITLE>
<TEXT>The <EVENT eid="e1">dam</EVENT> broke &amp; fell <TIMEX3 tid="t1" type="DATE" value="2024-12-16">on <b>Monday</b></TIMEX3>.
It held in <TIMEX3 tid="t2" type="DATE" value="2011">2011</TIMEX3>.</TEXT></TimeML>"""
GUM = """<text id="g" dateCreated="2024-12-18">
<head><s>
Dam\tNN
broke\tVV
</s></head><p><s>
It\tPP
broke\tVV
on\tIN
<date when="2024-12-16">
Monday\tNP
</date>
,\t,
in\tIN
<date from="2024-12" to="2024-12">
December\tNP
</date>
,\t,
<date notAfter="2024-11">
long\tRB
ago\tRB
</date>
<date when="-2024-11">
never\tRB
</date>
.\tSENT
</s></p></text>"""


def write(folder: pathlib.Path, name: str, content: str) -> pathlib.Path:
    (folder / name).write_text(content, encoding="utf8")
    return folder


def test_timeml_is_read_with_the_spans_of_its_body(tmp_path: pathlib.Path) -> None:
    (document,) = read_timeml(write(tmp_path, "a.tml", TML))
    assert (document.day, document.text[:22]) == ("2024-12-18", "The dam broke & fell o")
    assert [(document.text[t.start : t.end], t.value) for t in document.times] == [("on Monday", "2024-12-16"), ("2011", "2011")]


def test_a_file_that_is_no_timeml_says_so(tmp_path: pathlib.Path) -> None:
    with pytest.raises(ValueError, match="no document creation time"):
        read_timeml(write(tmp_path, "a.tml", "<TimeML/>"))


def test_gum_is_read_as_text_with_intervals(tmp_path: pathlib.Path) -> None:
    (document,) = read_gum(write(tmp_path, "g.xml", GUM))
    assert " ".join(document.text.split()) == "Dam broke It broke on Monday, in December, long ago never."
    assert [(document.text[t.start : t.end], t.earliest, t.latest) for t in document.times] == [
        ("Monday", "2024-12-16", "2024-12-16"),
        ("December", "2024-12-01", "2024-12-31"),
        ("long ago", None, "2024-11-30"),
    ]


def make(*found: tuple[int, int, str]) -> tuple[Dated, ...]:
    return tuple(Dated(start=a, end=b, value=v, earliest=v, latest=v) for a, b, v in found)


def test_strict_relaxed_and_value_are_counted_apart() -> None:
    document = Document(name="a", text="x" * 40, day="2024-12-18", times=make((0, 5, "a"), (10, 15, "b"), (20, 25, "c"), (30, 35, "d")))
    found = make((0, 5, "a"), (9, 15, "b"), (21, 24, "z"), (36, 39, "y"))
    figures, mistakes = times.measure([document], lambda _: found)
    assert figures == {"strict_f1": 0.25, "relaxed_f1": 0.75, "value_f1": 0.5}
    assert {kind: len(lines) for kind, lines in mistakes.items()} == {"missed": 1, "wrong": 1, "span": 2, "value": 1}


def test_an_expression_is_in_one_pair_at_most() -> None:
    document = Document(name="a", text="x" * 40, day="2024-12-18", times=make((0, 5, "a"), (6, 10, "a")))
    assert times.measure([document], lambda _: make((0, 10, "a")))[0]["relaxed_f1"] == pytest.approx(2 / 3, abs=1e-4)


def test_an_interval_counts_only_where_it_is_exact() -> None:
    document = Document(name="a", text="x" * 40, day="", times=make((0, 5, "2024-12-01"), (10, 15, "2024-12-02")))
    found = make((2, 9, "2024-12-01"), (10, 15, "2024-12-03"))
    assert times.measure_intervals([document], lambda _: found)[0] == {"exact_interval": 0.5}


def test_the_parts_share_nothing_and_leave_nothing_out() -> None:
    documents = [Document(name=f"d{i}", text="", day="", times=()) for i in range(90)]
    tune, report = choose(documents, "tune"), choose(documents, "report")
    assert sorted(d.name for d in (*tune, *report)) == sorted(d.name for d in documents)
    assert 45 < len(tune) < 75


def test_the_command_prints_the_figures(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "a.tml", TML)
    write(tmp_path, "g.xml", GUM)
    assert command.main(["times", "--data", str(tmp_path), "--gum", str(tmp_path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"strict_f1", "relaxed_f1", "value_f1", "exact_interval"}
    assert found["relaxed_f1"] == 1
    assert found["exact_interval"] == pytest.approx(2 / 3, abs=1e-4)
    assert command.main(["times"]) == 2
