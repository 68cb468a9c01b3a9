"""A path in, a connection to a sound case file out: opened safely, brought up to date, one writer at a time."""

import contextlib
import pathlib
import sqlite3
import threading
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from headwater.case.schema import APPLICATION, MIGRATIONS
from headwater.errors import CaseError

Row = Any
"""What a query gives: a tuple of what it names, or a single cell of it; anything at all in a file from elsewhere."""
WAIT_S = 30.0
"""Seconds that a writer waits for another: a run over a thousand new articles takes so long."""
_MOST_BYTES = 500_000_000  # of one packed value: more than any report may have (read.max_report_bytes), so a bomb
_CACHE_KIB = 32_000  # of pages of the file that are held in memory
_NOT_OURS = "is no case file"


class Store:
    """Connections to a case file, one to write and one to read beside it; a fault of the file is one CaseError that names it."""

    def __init__(self, path: pathlib.Path) -> None:
        """Connect to a file that is there; ``opened`` and ``created`` look at what it is, too."""
        self.path = path
        self._db = _connected(path)
        self._beside = _connected(path)
        self._lock, self._beside_lock = threading.RLock(), threading.RLock()
        self._writer: int | None = None

    def close(self) -> None:
        """End the connections; the write-ahead log is folded into the file where nobody else has it open."""
        with self._lock, self._beside_lock, contextlib.suppress(sqlite3.Error):
            self._beside.close()
            self._db.close()

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query; who is writing sees what it wrote, others what was there before."""
        with self._looking() as db:
            return db.execute(sql, values).fetchall()

    def one(self, sql: str, values: Sequence[Any] = ()) -> Row:
        """The first row of a query, None where there is none."""
        with self._looking() as db:
            return db.execute(sql, values).fetchone()

    def do(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Change something within ``writing``; the number of the row that was added last."""
        with self._guarded():
            return self._db.execute(sql, values).lastrowid or 0

    def do_all(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Change many rows within ``writing``."""
        with self._guarded():
            self._db.executemany(sql, rows)

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """All that is done inside is there afterwards, or none of it; waits for another writer, CaseError after WAIT_S."""
        with self._lock:
            if self._writer == threading.get_ident():
                yield
                return
            with self._guarded():
                self._db.execute("BEGIN IMMEDIATE")
            self._writer = threading.get_ident()
            try:
                yield
                with self._guarded():
                    self._db.commit()
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._db.rollback()
                raise
            finally:
                self._writer = None

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """All queries inside see one state of the case, whoever writes meanwhile."""
        with self._looking() as db:
            if db.in_transaction:
                yield
                return
            db.execute("BEGIN")
            try:
                yield
            finally:
                db.rollback()

    def prepare(self) -> None:
        """Make an empty file one of ours."""
        with self._guarded():
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute(f"PRAGMA application_id = {APPLICATION}")

    def migrate(self) -> None:
        """Bring the tables up to date, all of it or nothing."""
        if self.one("PRAGMA user_version")[0] == len(MIGRATIONS):
            return
        with self.writing(), self._guarded():
            version = self.one("PRAGMA user_version")[0]  # another may have been faster
            for number, migration in enumerate(MIGRATIONS[version:], start=version + 1):
                migration(self._db)
                self.do(f"PRAGMA user_version = {number}")

    @contextlib.contextmanager
    def _looking(self) -> Iterator[sqlite3.Connection]:
        if self._writer == threading.get_ident():
            with self._guarded():
                yield self._db
        else:
            with self._beside_lock, self._guarded():
                yield self._beside

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise CaseError(f"{self.path}: {_told(error)}") from error


def created(path: pathlib.Path) -> Store:
    """A new case at a path; CaseError where something is there or it cannot be written."""
    if path.suffix != ENDING:
        raise CaseError(f"{path}: the name of a case ends in {ENDING}; choose {path.name}{ENDING}")
    try:
        path.open("xb").close()
    except FileExistsError as error:
        raise CaseError(f"{path}: is there already; choose another name, or add to it") from error
    except OSError as error:
        raise CaseError(f"{path}: cannot be made ({error.strerror}); choose another place") from error
    store = Store(path)
    store.prepare()
    store.migrate()
    return store


def opened(path: pathlib.Path) -> Store:
    """The case at a path, brought up to date; CaseError where it is none, is broken, or is newer than this version."""
    if not path.is_file():
        raise CaseError(f"{path}: is not there; make a case with: headwater init {path}")
    store = Store(path)
    try:
        _check(store)
        store.migrate()
    except BaseException:
        store.close()
        raise
    return store


ENDING = ".headwater"


def packed(content: bytes) -> bytes:
    """Bytes in fewer bytes."""
    return zlib.compress(content, 6)


def unpacked(content: Row, path: pathlib.Path) -> bytes:
    """What was packed; CaseError where it is damaged or a bomb."""
    try:
        unpacker = zlib.decompressobj()
        found = unpacker.decompress(content, _MOST_BYTES)
    except (zlib.error, TypeError) as error:
        raise CaseError(f"{path}: is damaged (something packed in it does not unpack: {error}); take a copy of it that is sound") from error
    if not unpacker.eof:
        raise CaseError(
            f"{path}: is damaged (something packed in it breaks off or is over {_MOST_BYTES:,} bytes); take a copy that is sound"
        )
    return found


def _connected(path: pathlib.Path) -> sqlite3.Connection:
    try:
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, timeout=WAIT_S, isolation_level=None, check_same_thread=False)
        for pragma in (
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "foreign_keys = ON",
            "synchronous = FULL",
            f"cache_size = -{_CACHE_KIB}",
        ):
            db.execute(f"PRAGMA {pragma}")
    except sqlite3.Error as error:
        raise CaseError(f"{path}: {_told(error)}") from error
    return db


def _check(store: Store) -> None:
    """Is the file a case of ours, as new as this version at most, with our tables and nothing that runs by itself?"""
    if store.one("PRAGMA application_id")[0] != APPLICATION:
        raise CaseError(f"{store.path}: {_NOT_OURS}; make one with: headwater init NAME{ENDING}")
    version = store.one("PRAGMA user_version")[0]
    if version > len(MIGRATIONS):
        raise CaseError(
            f"{store.path}: was made by a newer Headwater (form {version}, this one knows {len(MIGRATIONS)}); install the newer one"
        )
    if odd := store.one("SELECT type, name FROM sqlite_master WHERE type = 'trigger'"):
        raise CaseError(f"{store.path}: has a trigger {odd[1]!r}, which no case has; do not trust this file")
    with _plain() as plain:
        for migration in MIGRATIONS[:version]:
            migration(plain)
        wanted = dict(plain.execute(_FORM).fetchall())
    there = dict(store.rows(_FORM))
    if wrong := sorted(name for name, sql in wanted.items() if there.get(name) != sql):
        raise CaseError(f"{store.path}: {_NOT_OURS} (its table {wrong[0]!r} is missing or another); take a copy of the case that is sound")


_FORM = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"


@contextlib.contextmanager
def _plain() -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        yield db


def _told(error: sqlite3.Error) -> str:
    """A fault of SQLite in our words, and what to do."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return f"another program has been writing to it for {WAIT_S:.0f} seconds; try again when it is done"
    if "not a database" in text:
        return f"{_NOT_OURS}; make one with: headwater init NAME{ENDING}"
    if "malformed" in text or "corrupt" in text:
        return f"is damaged ({text}); take a copy of it that is sound"
    if "readonly" in text or "unable to open" in text:
        return f"cannot be written ({text}); check who may write to it and to its folder"
    if "full" in text:
        return "cannot be written (the disk is full); make room and do it again"
    return f"cannot be used ({text}); take a copy of it that is sound"
