import json
import pathlib

import pytest

from bench import gate, sets


@pytest.mark.parametrize(
    ("floor", "measured", "holds"),
    [(0.9, 0.9, True), (0.9, 0.8999, False), (0.9, 1.0, True), (0.9, None, False), (0.0, None, True)],
)
def test_a_floor_holds_or_not(floor: float, measured: float | None, holds: bool) -> None:  # noqa: FBT001  a column of a table
    figures = {} if measured is None else {"status": measured}
    (row,) = gate.compare({"status": floor}, figures)
    assert row.holds is holds
    assert ("below its floor" in gate.table("example", (row,))) is not holds


def test_floors_are_shares_of_both_sets() -> None:
    floors = json.loads(gate.FLOORS.read_text(encoding="utf8"))
    assert set(floors) == {"example", "stories"}
    assert all(0 <= value <= 1 for one in floors.values() for value in one.values())


@pytest.mark.parametrize(("measured", "status"), [(0.9, 0), (0.4, 1)])
def test_run_fails_below_a_floor(
    measured: float, status: int, monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text('{"example": {"status": 0.5}, "stories": {"status": 0.99}}', encoding="utf8")
    monkeypatch.setenv("HEADWATER_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(gate, "measure", lambda folders: {"status": measured} if folders[0].parent == sets.EXAMPLES else {})
    assert gate.run(floors) == status
    printed = capsys.readouterr().out
    assert "its floors are not checked" in printed
    assert f"{measured:.3f}" in printed
