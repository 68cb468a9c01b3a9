"""What grouping compares of an article, kept in the case: a Profile in, bytes out, and the way back."""

import msgspec
import numpy as np
import numpy.typing as npt

from headwater.case.marks import READ, read_of
from headwater.case.store import Row, Store
from headwater.errors import CaseError
from headwater.group.profile import Codes, Profile, read_profile
from headwater.models import DIMENSIONS

_PARTS = 3  # vectors: of title, lead and body


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """A profile with its arrays as bytes: codes of words fit into 32 bits, those of runs do not."""

    article: str
    day: int | None
    vectors: bytes
    title: bytes
    template: tuple[str, ...]
    body: bytes
    names: bytes
    numbers: tuple[str, ...]
    quotes: bytes
    shingles: bytes
    bare: bool


def content_of(p: Profile) -> bytes:
    """A profile as bytes."""
    kept = _Kept(
        p.article,
        p.day,
        p.vectors.tobytes(),
        p.title.astype("<u4").tobytes(),
        p.template,
        p.body.astype("<u4").tobytes(),
        p.names.astype("<u4").tobytes(),
        tuple(sorted(p.numbers)),
        p.quotes.astype("<u8").tobytes(),
        p.shingles.astype("<u8").tobytes(),
        p.bare,
    )
    return msgspec.msgpack.encode(kept)


def profile_of(content: Row, store: Store) -> Profile:
    """The profile of its bytes; CaseError where they are damaged."""
    try:
        k = msgspec.msgpack.decode(content, type=_Kept)
        return Profile(
            article=k.article,
            day=k.day,
            vectors=np.frombuffer(k.vectors, dtype=np.float32).reshape(_PARTS, DIMENSIONS),
            title=_codes(k.title, "<u4"),
            template=k.template,
            body=_codes(k.body, "<u4"),
            names=_codes(k.names, "<u4"),
            numbers=frozenset(k.numbers),
            quotes=_codes(k.quotes, "<u8"),
            shingles=_codes(k.shingles, "<u8"),
            bare=k.bare,
        )
    except (msgspec.DecodeError, ValueError, TypeError) as error:
        raise CaseError(f"{store.path}: is damaged (a profile: {error}); take a copy of it that is sound") from error


def _codes(content: bytes, kind: str) -> Codes:
    return np.frombuffer(content, dtype=kind).astype(np.uint64)


class Profiles:
    """Profiles of a case by the number of their article; each is read once."""

    def __init__(self, store: Store, *, shingle_words: int) -> None:
        """Begin with none."""
        self._store = store
        self._shingle_words = shingle_words
        self._held: dict[int, Profile] = {}

    def __getitem__(self, n: int) -> Profile:
        """The profile of an article; it is made where the case has none yet, and kept with the next ``save``."""
        if n not in self._held:
            row = self._store.one("SELECT content FROM profile WHERE article = ?", (n,))
            self._held[n] = profile_of(row[0], self._store) if row else self._made(n)
        return self._held[n]

    def _made(self, n: int) -> Profile:
        row = self._store.one(f"{READ} WHERE article.n = ?", (n,))
        if row is None:
            raise CaseError(f"{self._store.path}: is damaged (article {n} has no notes); take a copy of it that is sound")
        read = read_of(row, self._store.path)
        profile = read_profile(read.article, read.notes, shingle_words=self._shingle_words)
        self._store.do("INSERT INTO profile (article, day, content, words) VALUES (?, ?, ?, NULL)", (n, profile.day, content_of(profile)))
        return profile

    def forget(self, most: int) -> None:
        """Let go of the oldest beyond so many."""
        for n in list(self._held)[: max(0, len(self._held) - most)]:
            del self._held[n]


def row_content(row: npt.NDArray[np.float32]) -> bytes:
    """A row of hashed words, of which most are zero, as bytes: places, then values."""
    at = np.flatnonzero(row).astype("<u2")
    return bytes(at.tobytes() + row[at].astype("<f4").tobytes())


def row_of_content(content: Row, size: int, store: Store) -> npt.NDArray[np.float32]:
    """The row of its bytes; CaseError where they are damaged."""
    row = np.zeros(size, dtype=np.float32)
    try:
        count = len(content) // 6  # two bytes a place, four a value
        at = np.frombuffer(content, dtype="<u2", count=count)
        row[at] = np.frombuffer(content, dtype="<f4", offset=2 * count)
    except (ValueError, IndexError, TypeError) as error:
        raise CaseError(f"{store.path}: is damaged (a row of words: {error}); take a copy of it that is sound") from error
    return row
