"""The command line: what it prints, where, and its exit status."""

import io
import json
import pathlib
import sys

import pytest

from headwater import cli

REPORT = "The harbour was closed on Monday after a crane fell across the main berth, the port office said. " * 3


@pytest.fixture
def report(tmp_path: pathlib.Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf8")
    return str(path)


def test_markdown_goes_to_standard_output(report: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["brief", report]) == cli.READ
    out, err = capfdbinary.readouterr()
    assert out.startswith(b"# ")
    assert b"the port office" in out
    assert err == b""


@pytest.mark.parametrize(("ending", "start"), [("md", "# "), ("html", "<!doctype html>"), ("json", '{\n "headwater"')])
def test_the_ending_of_the_file_chooses_the_format(report: str, tmp_path: pathlib.Path, ending: str, start: str) -> None:
    target = tmp_path / f"brief.{ending}"
    assert cli.main(["brief", report, "-o", str(target)]) == cli.READ
    assert target.read_text(encoding="utf8").lower().startswith(start.lower())


def test_a_named_format_goes_before_the_ending(report: str, tmp_path: pathlib.Path) -> None:
    target = tmp_path / "brief.html"
    assert cli.main(["brief", report, "--format", "json", "-o", str(target)]) == cli.READ
    assert json.loads(target.read_text(encoding="utf8"))["schema"] == 1


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    assert cli.main(["brief", "-", "--format", "json"]) == cli.READ
    brief = json.loads(capfdbinary.readouterr().out)
    assert [a["source"] for s in brief["stories"] for a in s["articles"]] == ["-"]


def test_failures_are_told_and_give_status_3(report: str, tmp_path: pathlib.Path, capfd: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert cli.main(["brief", report, str(empty)]) == cli.SOME_FAILED
    out, err = capfd.readouterr()
    assert str(empty) in err
    assert err.count("\n") == 1
    assert "empty" in out


def test_what_is_set_aside_counts_as_read(tmp_path: pathlib.Path, capfd: pytest.CaptureFixture[str]) -> None:
    short = tmp_path / "short.txt"
    short.write_text("Too short.", encoding="utf8")
    assert cli.main(["brief", str(short)]) == cli.READ
    assert "no article" in capfd.readouterr().out


@pytest.mark.parametrize("name", ["nowhere.txt", "nothing"])
def test_nothing_to_read_gives_status_1(tmp_path: pathlib.Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "nothing").mkdir()
    assert cli.main(["brief", str(tmp_path / name)]) == cli.NOTHING_READ
    assert "nothing could be read" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("[group]\nsame_stroy = 0.4\n", "same_stroy"),
        ("[group]\nsame_story = 'x'\n", "same_story"),
        ("[group\n", ""),
        ("[annotate]\nmax_pieces = -1\n", "max_pieces"),
        ("[group]\nsame_story = nan\n", "same_story"),
        ("[group]\nshingle_words = 0\n", "shingle_words"),
        ("[clean]\nlanguages = []\n", "languages"),
    ],
)
def test_wrong_settings_are_wrong_usage(
    report: str, tmp_path: pathlib.Path, content: str, names: str, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(content, encoding="utf8")
    assert cli.main(["brief", report, "--settings", str(settings)]) == cli.USAGE
    err = capfd.readouterr().err
    assert str(settings) in err
    assert names in err


def test_settings_are_used(report: str, tmp_path: pathlib.Path, capfd: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("[clean]\nmin_words = 500\n", encoding="utf8")
    assert cli.main(["brief", report, "--settings", str(settings)]) == cli.READ
    assert "500 are the least" in capfd.readouterr().out


@pytest.mark.parametrize("argv", [[], ["brief"], ["brief", "x", "--format", "pdf"], ["nonsense"]])
def test_wrong_usage_gives_status_2(argv: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.main(argv)
    assert stop.value.code == cli.USAGE
    assert "usage:" in capfd.readouterr().err


def test_a_target_that_cannot_be_written_is_told(report: str, tmp_path: pathlib.Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["brief", report, "-o", str(tmp_path / "no" / "brief.md")]) == cli.USAGE
    assert "cannot be written" in capfd.readouterr().err


def test_a_report_is_never_overwritten(report: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["brief", report, "-o", report]) == cli.USAGE
    assert pathlib.Path(report).read_text(encoding="utf8") == REPORT
    assert "among the reports" in capfd.readouterr().err


@pytest.mark.parametrize("target", ["", "."])
def test_what_is_no_file_is_told_before_the_work(report: str, target: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["brief", report, "-o", target]) == cli.USAGE
    assert "is no name of a file" in capfd.readouterr().err


def test_stories_are_listed(report: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["stories", report]) == cli.READ
    out, err = capfd.readouterr()
    assert "1 article, 1 outlet, 1 text" in out
    assert out.count("\n") == 1
    assert err == ""
    assert cli.main(["stories", report, "--json"]) == cli.READ
    assert [s["articles"] for s in json.loads(capfd.readouterr().out)] == [[report]]


def test_stories_of_nothing(tmp_path: pathlib.Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["stories", str(tmp_path / "nowhere.txt")]) == cli.NOTHING_READ
    assert "nothing could be read" in capfd.readouterr().err


@pytest.fixture
def two_reports(tmp_path: pathlib.Path) -> str:
    ending = "The ferry sailed from the outer pier instead. Repairs are to take several weeks, the harbour master wrote to shipping firms."
    for name, lead in (
        ("Herald", "The crane fell across the main berth, Mara Velden said."),
        ("Post", "A crane fell across the main berth, the Herald reported."),
    ):
        record = {"text": f"{lead} {ending}", "outlet": f"Velden {name}", "published": "2025-03-04"}
        (tmp_path / f"{name}.json").write_text(json.dumps(record), encoding="utf8")
    return str(tmp_path)


def test_trace_draws_a_tree_a_claim(two_reports: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["trace", two_reports, "--claim", "crane fell"]) == cli.READ
    out, err = capfd.readouterr()
    assert "Mara Velden\n" in out
    assert "└─ Velden Herald" in out
    assert err == ""


def test_trace_prints_json(two_reports: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["trace", two_reports, "--claim", "CRANE fell", "--json"]) == cli.READ
    rows = json.loads(capfd.readouterr().out)
    assert rows
    assert all(set(row) == {"story", "claim", "text", "standing", "decided", "graph"} for row in rows)


def test_trace_says_where_no_claim_has_the_words(two_reports: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["trace", two_reports, "--claim", "volcano"]) == cli.NOTHING_READ
    out, err = capfd.readouterr()
    assert out == "No claim was found.\n"
    assert "'volcano'" in err
