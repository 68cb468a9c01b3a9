import gzip
import json
import pathlib

import pytest

from bench import case

RECORDS = [
    {
        "id": f"r{n}",
        "date": f"2025-03-{1 + n // 4:02}",
        "outlet": f"Paper {n % 3}",
        "title": f"Crane {n} falls in Velden",
        "text": f"The crane number {n} fell on Monday, Mara Velden said. " * 9,
    }
    for n in range(24)
]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case, "ADDED", (1, 2))


def test_both_cases_are_filled_and_added_to() -> None:
    figures = case.measure(RECORDS, (5, 40), times=2)
    assert [(a.case, a.added) for a in figures.adding] == [(5, 1), (5, 2), (40, 1), (40, 2)]
    assert all(a.seconds > 0 for a in figures.adding)
    assert set(figures.slower) == {"1", "2"}
    assert figures.bytes_per_article["40"] > 1000
    assert {"stories", "story", "claim", "article", "page", "search", "origins", "origin"} <= set(figures.query_ms)


def test_a_repeated_record_is_another_article_of_an_earlier_day() -> None:
    part = case._repeated(RECORDS[:3], 5)
    assert [(r["id"], showing) for r, showing in part] == [("r1", 1), ("r2", 1), ("r0", 0), ("r1", 0), ("r2", 0)]
    early, late = case._article(RECORDS[1], 1).article, case._article(RECORDS[1], 0).article
    assert early.id != late.id
    assert (early.published.earliest or "") < "2001" < (late.published.earliest or "")


def test_stored_notes_credit_somebody() -> None:
    read = case._article(RECORDS[0], 0)
    credited = [s for s in read.statements if s.chain]
    assert 0 < len(credited) < len(read.statements)
    assert all(read.article.text[link.start : link.end] == link.name for s in credited for link in s.chain)


def test_the_command_reads_packed_lines(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "r.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, RECORDS)).encode()))
    assert case.run(path, sizes=(4, 6), as_json=True) == 0
    assert {a["case"] for a in json.loads(capsys.readouterr().out)["adding"]} == {4, 6}
    assert case.run(path, sizes=(4, 6)) == 0
    assert "times as long in the large case" in capsys.readouterr().out
    assert case.run(tmp_path / "none.jsonl") == 2
