"""The formats on the command line."""

import json
import pathlib
import xml.etree.ElementTree as ET

import pytest

from headwater import cli
from headwater.brief import FORMATS
from headwater.commands import reports

REPORT = "The harbour was closed on Monday after a crane fell across the main berth, the port office said. " * 3


@pytest.fixture
def report(tmp_path: pathlib.Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf8")
    return str(path)


def test_the_command_offers_every_format() -> None:
    assert list(FORMATS) == list(reports.FORMATS)


def test_every_ending_is_of_a_format() -> None:
    assert set(reports._ENDINGS.values()) <= set(FORMATS)


@pytest.mark.parametrize(("ending", "start"), [("csv", b"\xef\xbb\xbfclaim_number,"), ("parquet", b"PAR1"), ("rss", b"<?xml ")])
def test_the_ending_of_the_file_chooses_the_format(report: str, tmp_path: pathlib.Path, ending: str, start: bytes) -> None:
    target = tmp_path / f"brief.{ending}"
    assert cli.main(["brief", report, "-o", str(target)]) == cli.READ
    assert target.read_bytes().startswith(start)


def test_a_named_format_goes_to_standard_output(report: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["export", report, "--format", "stix"]) == cli.READ
    assert json.loads(capfdbinary.readouterr().out)["type"] == "bundle"


def test_a_feed_tells_what_is_new_since_a_brief(report: str, tmp_path: pathlib.Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    older = tmp_path / "older.json"
    assert cli.main(["brief", report, "-o", str(older)]) == cli.READ
    assert cli.main(["brief", report, "--format", "rss"]) == cli.READ
    assert len(ET.fromstring(capfdbinary.readouterr().out).findall(".//item")) >= 1  # noqa: S314 - our own
    assert cli.main(["brief", report, "--format", "rss", "--since", str(older)]) == cli.READ
    assert ET.fromstring(capfdbinary.readouterr().out).findall(".//item") == []  # noqa: S314 - our own


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--format", "rss", "--since", "no/such.json"], "no/such.json: cannot be read (No such file or directory); name a brief"),
        (["--format", "rss", "--since", "report.txt"], "no brief that can be read"),
        (["--format", "csv", "--since", "report.txt"], "--since is for rss; give --format rss"),
    ],
)
def test_a_wrong_older_brief_is_wrong_usage(
    report: str, words: list[str], message: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(pathlib.Path(report).parent)
    assert cli.main(["brief", report, *words]) == cli.USAGE
    assert message in capfd.readouterr().err
