"""A case that was killed at any moment opens again, with nothing lost and nothing by halves."""

import pathlib

import pytest

from tests.case.kill import trials


@pytest.mark.skipif(not hasattr(__import__("signal"), "SIGKILL"), reason="this system has no SIGKILL")
def test_twenty_kills_lose_nothing(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pathlib.Path(__file__).parents[2])
    assert trials(20, tmp_path) == []
