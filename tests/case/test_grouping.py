"""Grouping in a case too large to be grouped whole: what new articles touch, and how far it agrees with all at once."""

import pathlib

import pytest

from headwater.case import Case, near, runs
from tests.case.reports import WordReader, counts, sources, write_reports

READER = WordReader()


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A case of more than two articles counts as large."""
    monkeypatch.setattr(runs, "WHOLE", 2)


def titles(case: Case) -> list[tuple[str, int]]:
    return sorted((row.headline, row.articles) for row in case.stories())


def test_the_stories_are_those_of_all_at_once(tmp_path: pathlib.Path) -> None:
    reports = write_reports(tmp_path / "reports", 18)
    with Case.create(tmp_path / "slow.headwater") as slow, Case.create(tmp_path / "fast.headwater") as fast:
        for path in reports[::-1]:
            slow.add([path], reader=READER)
            slow.run()
        fast.add(reports, reader=READER)
        fast.run()
        assert titles(slow) == titles(fast)
        assert [n for _, n in titles(slow)] == [6, 6, 6]
        assert counts(slow.brief()) == counts(fast.brief())
        slow.run(whole=True)
        assert counts(slow.brief()) == counts(fast.brief())


def test_an_article_is_compared_once(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    add = near.Near.add

    def noted(self: near.Near, n: int) -> None:
        compared.append(n)
        add(self, n)

    monkeypatch.setattr(near.Near, "add", noted)
    reports = write_reports(tmp_path / "reports", 9)
    with Case.create(tmp_path / "x.headwater") as case:
        for path in reports:
            case.add([path], reader=READER)
            case.run()
        assert sorted(compared) == sorted(set(compared))
        assert len(compared) == len(reports)


def test_few_candidates_are_found_by_their_words(tmp_path: pathlib.Path) -> None:
    from headwater.settings import GroupSettings, Settings  # noqa: PLC0415 - of this test alone

    settings = Settings(group=GroupSettings(candidates=3))
    with Case.create(tmp_path / "x.headwater") as case:
        for path in write_reports(tmp_path / "reports", 18):
            case.add([path], reader=READER, settings=settings)
            case.run()
        assert [n for _, n in titles(case)] == [6, 6, 6]


def test_what_is_replaced_leaves_no_pairs(tmp_path: pathlib.Path) -> None:
    reports = write_reports(tmp_path / "reports", 9)
    with Case.create(tmp_path / "x.headwater") as case:
        case.add(reports, reader=READER)
        case.run()
        before = counts(case.brief())
        case.read_again(reader=READER)
        case.run()
        assert counts(case.brief()) == before
        assert sources(case.brief()) == sorted(reports)
