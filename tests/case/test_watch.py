"""Looking again and again: what is new is added, what is wrong is told once."""

import pathlib

from headwater.case import Case, Ways, watch
from tests.case.reports import WordReader, write_reports


def test_each_look_adds_what_is_new(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "broken.json").write_text("{", encoding="utf8")
    waiting = [2, 0, 3]

    def wait() -> None:
        write_reports(folder, waiting.pop(0))

    with Case.create(tmp_path / "x.headwater") as case:
        found = list(watch(case, [str(folder)], wait=wait, times=4, ways=Ways(reader=WordReader())))
        assert [(len(added.articles), len(added.failures), run.id) for added, run in found] == [(0, 1, 0), (2, 0, 1), (1, 0, 2)]
        assert case.count()["articles"] == 3
        assert list(watch(case, ["-"], times=1, ways=Ways(reader=WordReader()))) == []
