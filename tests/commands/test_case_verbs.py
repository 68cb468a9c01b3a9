"""The verbs of a case: what they print, as lines and as JSON, and their exit status."""

import json
import pathlib
import re
import shlex
from collections.abc import Callable
from typing import Any

import pytest

from headwater import cli
from tests.case.reports import WordReader, write_reports

Run = Callable[[str], str]


@pytest.fixture
def run(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in a folder with reports and a case of them; gives what it printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("headwater.case.ways.load_reader", lambda **_: WordReader())
    write_reports(tmp_path / "reports", 6)

    def call(line: str, status: int = cli.READ) -> str:
        assert cli.main(shlex.split(line)) == status
        return capfd.readouterr().out

    assert call("init desk.headwater") == "desk.headwater: an empty case\n"
    call("add desk.headwater reports")
    return call


def as_json(printed: str) -> Any:
    return json.loads(printed)


def test_adding_tells_what_became_of_it(run: Run, tmp_path: pathlib.Path) -> None:
    assert run("add desk.headwater reports").startswith("0 new articles, 6 known, 0 set aside, 0 failed\n")
    write_reports(tmp_path / "reports", 8)
    told = as_json(run("add desk.headwater reports --json"))
    assert (len(told["added"]["articles"]), told["run"]["id"]) == (2, 2)
    assert "headwater run brings" in run("add desk.headwater reports --later")
    assert as_json(run("run desk.headwater --json"))["changed"] == []
    assert run("run desk.headwater --whole").startswith("run 3: ")
    assert run("run desk.headwater --again").startswith("run 4: 3 stories")


def test_stories_and_lists(run: Run) -> None:
    rows = as_json(run("stories desk.headwater --json"))
    assert [row["articles"] for row in rows] == [2, 2, 2]
    assert all(row["id"] in run("stories desk.headwater") for row in rows)
    for verb in ("claims", "conflicts", "origins", "gaps", "timeline"):
        listed = as_json(run(f"{verb} desk.headwater --json"))
        lines = run(f"{verb} desk.headwater").splitlines()
        assert len(listed) == len(lines), verb
        alone = as_json(run(f"{verb} desk.headwater --json --story {rows[0]['id']}"))
        assert [row for row in listed if row["story"] == rows[0]["id"]] == alone
    assert as_json(run("claims desk.headwater --json"))


def test_show_takes_every_id(run: Run) -> None:
    brief = as_json(run("brief desk.headwater --format json"))
    story = brief["stories"][0]
    claim = story["claims"][0]
    for kind, name in (
        ("story", story["id"]),
        ("claim", claim["id"]),
        ("statement", claim["statements"][0]["id"]),
        ("article", story["articles"][0]["id"]),
        ("origin", story["origins"][0]["id"]),
    ):
        assert run(f"show desk.headwater {name}").startswith(f"{kind} {name}\n")
        assert as_json(run(f"show desk.headwater {name} --json"))["kind"] == kind


def test_deciding_and_taking_back(run: Run) -> None:
    claims = as_json(run("claims desk.headwater --json"))
    story = claims[0]["story"]
    one, other = [c["id"] for c in claims if c["story"] == story][:2]
    made = as_json(run(f"decide desk.headwater merge {one} {other} --who desk --why 'the same' --json"))
    assert made["run"]["changed"] == [story]
    name = made["decision"]["id"]
    assert "the same" in run("decisions desk.headwater")
    assert re.match(rf"{name}  \d{{4}}-\d\d-\d\d \d\d:\d\d UTC  desk: merge", run("decisions desk.headwater"))
    assert run(f"show desk.headwater {name}").startswith(f"decision {name}\nmerge by desk")
    assert "merge" in run("diff desk.headwater 1 2")
    run(f"decide desk.headwater undo {name} --who desk --later")
    assert "(taken back)" in run("decisions desk.headwater")
    assert as_json(run("decisions desk.headwater --json"))["unattached"] == []
    article = as_json(run("brief desk.headwater --format json"))["stories"][0]["articles"][0]["id"]
    run(f"decide desk.headwater date {article} --quote Wednesday --value 2025-03-05 --who desk")
    run(f"decide desk.headwater place {article} --quote Wednesday --value Velden --point 51.5,-0.12 --who desk")


def test_claims_are_listed_as_they_were_split(run: Run) -> None:
    claims = as_json(run("claims desk.headwater --json"))
    several = next(c for c in claims if len({s["quote"] for s in c["statements"]}) > 1)
    heading = next(s["id"] for s in several["statements"] if s["quote"] == several["text"])
    run(f"decide desk.headwater split {heading} --who desk")
    decided = next(c["decided"] for c in as_json(run("claims desk.headwater --json")) if c["id"] == several["id"])
    (part,) = decided["parts"]
    lines = {line.split()[0]: line for line in run("claims desk.headwater").splitlines()}
    assert "(decided; guess " in lines[several["id"]]
    assert f"(split off {several['id']})" in lines[part["id"]]
    assert decided["text"][:60] in lines[several["id"]]
    assert run(f"show desk.headwater {part['id']}").startswith(f"claim {part['id']}\n")


def test_a_claim_stands_for_the_words_that_head_it(run: Run) -> None:
    claims = as_json(run("claims desk.headwater --json"))
    claim = next(c for c in claims if c["statements"][0]["quote"] != c["text"])
    made = as_json(run(f"decide desk.headwater add-origin {claim['id']} --name Log --value document --text Twelve --who desk --json"))
    assert [a["quote"] for a in made["decision"]["anchors"]] == [claim["text"]]


def test_a_decision_that_is_tied_to_nothing_says_so_at_once(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    claims = as_json(run("claims desk.headwater --json"))
    one = claims[0]["id"]
    other = next(c["id"] for c in claims if c["story"] != claims[0]["story"])
    assert cli.main(shlex.split(f"decide desk.headwater merge {one} {other} --who desk")) == cli.SOME_FAILED
    out, err = capfd.readouterr()
    assert "merge; run 2: " in out
    assert err.startswith("headwater: merge: it is kept, but a part of it is tied to nothing: ")
    assert "do not stand in one story now" in err
    assert cli.main(shlex.split("decide desk.headwater same-origin --name Nobody --name None --who desk --json")) == cli.SOME_FAILED
    out, err = capfd.readouterr()
    assert [u["what"] for u in as_json(out)["unattached"]] == ["Nobody", "None"]
    assert err.count("no origin") == 2


def test_a_run_is_compared_with_the_case_as_it_is(run: Run, tmp_path: pathlib.Path) -> None:
    for count in (7, 8):
        write_reports(tmp_path / "reports", count)
        run("add desk.headwater reports")
    assert run("diff desk.headwater 1") == run("diff desk.headwater 1 3") != run("diff desk.headwater 2")


@pytest.mark.parametrize(
    "line",
    [
        "decide desk.headwater merge nobody --who desk",
        "decide desk.headwater undo 0123456789abcdef --who desk",
        "decide desk.headwater status --value denied --who desk",
        "decide desk.headwater same-origin --name A --who desk",
        "decide desk.headwater add-origin --name A --value person --file nowhere.pdf --who desk",
        "decide desk.headwater date --value 2025 --point x --who desk",
        "show desk.headwater nobody",
        "stories nowhere.headwater",
        "brief desk.headwater reports",
        "brief desk.headwater --run 99",
        "brief reports --run 1",
        "init desk.headwater",
        "init desk.db",
        "diff desk.headwater 1 2 3",
        "diff desk.headwater first",
        "diff desk.headwater 1 99",
        "verify desk.headwater nowhere.json",
        "read reports -o reports/000.json",
    ],
)
@pytest.mark.usefixtures("run")
def test_wrong_usage_is_one_line(line: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(shlex.split(line)) == cli.USAGE
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("headwater: ")
    assert err.count("\n") == 1


def test_verify_fails_loudly(run: Run, tmp_path: pathlib.Path) -> None:
    assert run("verify desk.headwater") == ""
    run("brief desk.headwater --format json -o brief.json")
    assert as_json(run("verify desk.headwater brief.json --json")) == []
    text = (tmp_path / "brief.json").read_text(encoding="utf8")
    quote = json.loads(text)["stories"][0]["claims"][0]["statements"][0]["quote"]
    (tmp_path / "brief.json").write_text(text.replace(f'"quote": "{quote}"', '"quote": "Nobody said this."', 1), encoding="utf8")
    assert cli.main(["verify", "desk.headwater", "brief.json"]) == cli.SOME_FAILED


def test_notes_of_another_machine(run: Run) -> None:
    assert len(as_json(run("read reports -o notes.jsonl --json"))["articles"]) == 6
    run("init other.headwater")
    assert run("add other.headwater notes.jsonl").startswith("6 new articles")
    assert run("brief other.headwater --format json") == run("brief desk.headwater --format json")


def test_watching_looks_several_times(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> None:
    monkeypatch.setattr("time.sleep", lambda _: write_reports(tmp_path / "reports", 7))
    assert run("watch desk.headwater reports --times 2 --every 1").startswith("1 new article, ")


def test_every_verb_of_a_case_has_json() -> None:
    actions = cli.build_parser()._subparsers
    assert actions is not None
    for name, verb in next(iter(actions._group_actions)).choices.items():  # type: ignore[union-attr]
        options = {option for action in verb._actions for option in action.option_strings}
        assert options & {"--json", "--format"} or name == "serve", name
