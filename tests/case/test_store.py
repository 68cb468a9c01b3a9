"""The file: what is refused, and with which one line; writers beside each other; older forms."""

import pathlib
import sqlite3
import threading
import time
import zlib

import pytest

from headwater.case import Case, store
from headwater.case.schema import APPLICATION, MIGRATIONS
from headwater.errors import CaseError, HeadwaterError
from tests.case.reports import WordReader, write_reports

READER = WordReader()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("sound")
    with Case.create(folder / "x.headwater") as case:
        case.add(write_reports(folder / "reports", 6), reader=READER)
        case.run()
    return (folder / "x.headwater").read_bytes()


def ask(path: pathlib.Path) -> None:
    """Open a case and ask for everything."""
    with Case.open(path) as case:
        case.stories()
        brief = case.brief()
        case.origins()
        case.search("crane")
        for article in (a for s in brief.stories for a in s.articles):
            case.page(article.id)
        case.read_again(reader=READER)
        case.run(whole=True)


def test_nothing_is_overwritten(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "x.headwater"
    path.write_bytes(b"something")
    with pytest.raises(CaseError, match="is there already"):
        Case.create(path)
    assert path.read_bytes() == b"something"
    with pytest.raises(CaseError, match=r"ends in \.headwater"):
        Case.create(tmp_path / "x.sqlite")
    with pytest.raises(CaseError, match="cannot be made"):
        Case.create(tmp_path / "no" / "x.headwater")


@pytest.mark.parametrize(
    "content",
    [b"", b"no case", b"SQLite format 3\x00", b"SQLite format 3\x00" + b"\xff" * 5000, b"\x00" * 4096, "Bericht über".encode() * 999],
)
def test_another_file_is_one_clear_error(tmp_path: pathlib.Path, content: bytes) -> None:
    path = tmp_path / "x.headwater"
    path.write_bytes(content)
    with pytest.raises(CaseError) as told:
        Case.open(path)
    assert str(told.value).startswith(f"{path}: ")
    assert "\n" not in str(told.value)
    assert path.read_bytes() == content


def test_another_database_is_no_case(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "x.headwater"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE article (id)")
    db.close()
    with pytest.raises(CaseError, match="is no case file"):
        Case.open(path)


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        (f"PRAGMA user_version = {len(MIGRATIONS) + 1}", "newer Headwater"),
        ("CREATE TRIGGER t AFTER INSERT ON article BEGIN DELETE FROM page; END", "trigger"),
        ("DROP TABLE gap", "'gap'"),
        ("DROP VIEW claims", "'claims'"),
        ("ALTER TABLE article ADD COLUMN more TEXT", "'article'"),
        (f"PRAGMA application_id = {APPLICATION + 1}", "no case file"),
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: pathlib.Path, sound: bytes, sql: str, told: str) -> None:
    path = tmp_path / "x.headwater"
    path.write_bytes(sound)
    with sqlite3.connect(path) as db:
        db.execute(sql)
    db.close()
    with pytest.raises(CaseError, match=told):
        Case.open(path)


def test_tables_of_other_people_are_left_alone(tmp_path: pathlib.Path, sound: bytes) -> None:
    path = tmp_path / "x.headwater"
    path.write_bytes(sound)
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE my_notes (text)")
    db.close()
    ask(path)


CELLS = {
    "article": "parts",
    "note": "marks",
    "page": "content",
    "version": "brief",
    "profile": "content",
    "statement": "start",
    "decision": "whole",
    "run": "why",
}
DAMAGE = {
    "empty": b"",
    "bytes": b"\xff\xff",
    "breaks off": zlib.compress(b"\x81"),
    "an object": zlib.compress(b"{}"),
    "text": "text",
    "a number": 7,
    "a bomb": zlib.compress(b"\x00" * 1_000_000),
}


@pytest.mark.parametrize("table", CELLS)
@pytest.mark.parametrize("value", DAMAGE.values(), ids=DAMAGE)
def test_damaged_cells_are_one_error_of_ours(
    tmp_path: pathlib.Path, sound: bytes, table: str, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_MOST_BYTES", 500_000)
    path = tmp_path / "x.headwater"
    path.write_bytes(sound)
    with sqlite3.connect(path) as db:
        db.execute(f"UPDATE {table} SET {CELLS[table]} = ?", (value,))  # noqa: S608 - names from above
    db.close()
    try:
        ask(path)
    except HeadwaterError as error:
        assert "\n" not in str(error)  # noqa: PT017 - some damage is found and some does not matter


@pytest.mark.parametrize("part", range(12))
def test_a_file_that_breaks_off_or_is_overwritten_is_one_error_of_ours(tmp_path: pathlib.Path, sound: bytes, part: int) -> None:
    path = tmp_path / "x.headwater"
    at = len(sound) * part // 12
    broken = sound[:at] if part % 2 else sound[:at] + b"\xa5" * 8192 + sound[at + 8192 :]
    path.write_bytes(broken)
    try:
        ask(path)
    except HeadwaterError as error:
        assert str(path) in str(error)  # noqa: PT017 - some pages hold nothing that is asked for


def test_a_second_writer_waits(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "x.headwater"
    reports = write_reports(tmp_path / "reports", 6)
    with Case.create(path) as one, Case.open(path) as other:
        failed: list[BaseException] = []

        def add(case: Case, part: list[str]) -> None:
            try:
                for report in part:
                    case.add([report], reader=READER)
                    case.run()
            except HeadwaterError as error:
                failed.append(error)

        threads = [threading.Thread(target=add, args=(case, part)) for case, part in ((one, reports[:3]), (other, reports[3:]))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failed == []
        assert one.count()["articles"] == other.count()["articles"] == 6
        assert one.count()["waiting"] == 0


def test_who_reads_does_not_wait_for_who_writes(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "x.headwater"
    with Case.create(path) as case:
        case.add(write_reports(tmp_path / "reports", 2), reader=READER)
        found: list[int] = []
        with case._store.writing():
            case._store.do("DELETE FROM finding")
            assert case._store.one("SELECT count(*) FROM finding") == (0,)
            thread = threading.Thread(target=lambda: found.append(case._store.one("SELECT count(*) FROM finding")[0]))
            thread.start()
            thread.join(timeout=5)
            assert found == [2]
        assert case._store.one("SELECT count(*) FROM finding") == (0,)


def test_a_writer_that_waits_in_vain_is_told(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.headwater"
    Case.create(path).close()
    monkeypatch.setattr(store, "WAIT_S", 0.2)
    busy = sqlite3.connect(path, isolation_level=None)
    busy.execute("BEGIN IMMEDIATE")
    (report,) = write_reports(tmp_path / "reports", 1)
    with Case.open(path) as case:
        began = time.monotonic()
        with pytest.raises(CaseError, match="another program has been writing"):
            case.add([report], reader=READER)
        assert time.monotonic() - began < 5
        assert case.stories() == ()  # who reads is not disturbed
        busy.execute("ROLLBACK")
        assert len(case.add([report], reader=READER).articles) == 1
    busy.close()


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_an_older_case_is_brought_up_to_date(tmp_path: pathlib.Path, version: int) -> None:
    path = tmp_path / "x.headwater"
    db = sqlite3.connect(path, isolation_level=None)
    for migration in MIGRATIONS[:version]:
        migration(db)
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute(f"PRAGMA user_version = {version}")
    db.close()
    with Case.open(path) as case:
        case.add(write_reports(tmp_path / "reports", 2), reader=READER)
        case.run()
        assert case.count()["articles"] == 2


def test_nothing_refers_to_what_is_not_there(tmp_path: pathlib.Path, sound: bytes) -> None:
    path = tmp_path / "x.headwater"
    path.write_bytes(sound)
    ask(path)
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.execute("INSERT INTO article_words (article_words) VALUES ('integrity-check')")
    db.execute("INSERT INTO statement_words (statement_words) VALUES ('integrity-check')")
    db.close()


def test_opening_does_not_depend_on_the_size(tmp_path: pathlib.Path, sound: bytes) -> None:
    path = tmp_path / "x.headwater"
    path.write_bytes(sound)
    with sqlite3.connect(path) as db:
        db.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
            "INSERT INTO article (id, source, language, basis, text, parts, added, run) "
            "SELECT 'many' || i, 'many', 'en', '', 'A text of some length.', x'00', '', 1 FROM n"
        )
    db.close()
    began = time.monotonic()
    with Case.open(path) as case:
        assert time.monotonic() - began < 1
        assert case.count()["articles"] == 100_006
