"""headwater verify and headwater diff on briefs as JSON."""

import json
import pathlib

import pytest

import headwater
from headwater.cli import main
from headwater.commands.shared import READ, SOME_FAILED, USAGE
from headwater.diff import diff, to_json, to_lines
from headwater.types import Brief
from tests.decide.stories import decide_on, make, make_articles, make_parts

WHOLE = Brief(headwater="0.1.0", stories=(decide_on([make("same origin", names=("Mara Velden", "Olaf Berg"))]),))
PART = Brief(headwater="0.1.0", stories=(decide_on([], make_parts({o: a for o, a in make_articles().items() if o != "Ostmark Post"})),))


@pytest.fixture
def files(tmp_path: pathlib.Path) -> dict[str, str]:
    texts = {"whole": headwater.to_json(WHOLE), "part": headwater.to_json(PART)}
    texts["wrong"] = texts["whole"].replace('"quote": "The dam broke at dawn"', '"quote": "The dam woke at dawn"', 1)
    texts["none"] = "{}"
    for name, text in texts.items():
        (tmp_path / f"{name}.json").write_text(text, encoding="utf8")
    return {name: str(tmp_path / f"{name}.json") for name in (*texts, "lost")}


def test_a_brief_that_is_so(files: dict[str, str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["verify", files["whole"]]) == READ
    assert capfdbinary.readouterr() == (b"", b"headwater: all of it is so\n")


def test_a_brief_that_is_not_so_says_where(files: dict[str, str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["verify", files["wrong"]]) == SOME_FAILED
    out, err = capfdbinary.readouterr()
    assert out.decode().splitlines()[0] == (
        "stories[0].claims[0].statements[0].quote: The dam woke at dawn: the text has “The dam broke at dawn” from 0 to 21"
    )
    assert err == b"headwater: 1 value is not so\n"
    assert main(["verify", "--json", files["wrong"]]) == SOME_FAILED
    assert [f["where"] for f in json.loads(capfdbinary.readouterr().out)] == ["stories[0].claims[0].statements[0].quote"]


def test_two_briefs_are_compared(files: dict[str, str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["diff", files["part"], files["whole"]]) == READ
    assert capfdbinary.readouterr().out.decode() == to_lines(diff(PART, WHOLE))
    assert main(["diff", files["part"], files["whole"], "--json"]) == READ
    assert capfdbinary.readouterr().out.decode() == to_json(diff(PART, WHOLE))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("verify", "lost"), "cannot be read"),
        (("verify", "none"), "no brief that can be read"),
        (("diff", "whole", "none"), "no brief that can be read"),
        (("diff", "whole"), "diff wants two briefs, and 1 name is given"),
        (("diff", "whole", "part", "whole"), "diff wants two briefs, and 3 names are given"),
    ],
)
def test_wrong_usage_says_what_was_wrong(
    words: tuple[str, ...], why: str, files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([words[0], *(files[w] for w in words[1:])]) == USAGE
    assert why in capsys.readouterr().err
