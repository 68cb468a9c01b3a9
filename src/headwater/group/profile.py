"""Article and Notes in, Profile out: what a pair score compares, and nothing else of the article."""

import datetime as dt
import itertools
import re
import zlib
from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from headwater.models import DIMENSIONS
from headwater.tables import STOPWORDS
from headwater.text import stem, straighten
from headwater.types import Article, Notes

Codes = npt.NDArray[np.uint64]
Vectors = npt.NDArray[np.float32]

LEAD = 12
"""Propositions of a lead; on AllSides (tuning part) 8 and all of them group worse by .01."""
_FIRST_WORDS, _OPENING = 12, 200  # words, and characters that hold them: the beginning stands for a headline that is missing
_BODY_WORDS = 25  # words: a text with fewer is a headline alone
_WORD = re.compile(r"\w+(?:[-.,'&/]\w+)*")
_NUMBER = re.compile(r"[0-9](?<!\w.)(?<!\w[-.,'&/].)(?:[-.,'&/]?\w)+")  # a word of two signs or more that begins with a digit
_QUOTED = re.compile(r"\"[^\"\n]{0,600}\"?")
_QUOTED_WORDS = 4  # words of a run that two quotations share
_DATED = 3  # days: a wider interval of publication tells no distance
_MIX = np.uint64(0x9E3779B97F4A7C15)  # golden ratio in 64 bits (Knuth 1998): spreads runs of word codes
_MOST_WORDS = 200_000  # pieces of text whose codes are kept at a time, about 30 MB
_NONE, _SEVERAL = 0, 1
_SIGNS = ".,;:!?\"'()[]-"  # that stand beside a word
_LOWER, _UPPER = np.uint64(0xFFFFFFFF), np.uint64(32)


class _Codes(dict[str, int]):
    """Pieces of text without a space -> codes of the word in them, the same on every machine.

    The code of the word as it stands has the lower 32 bits, that of its stem the upper ones, 0 for a word that tells
    nothing. ``_NONE`` stands for a piece without a word, ``_SEVERAL`` for one of several words. When there are too
    many, those that have not been asked for since the last time are forgotten.
    """

    def __init__(self) -> None:
        """Know none."""
        super().__init__()
        self._before: dict[str, int] = {}

    def __missing__(self, piece: str) -> int:
        if len(self) >= _MOST_WORDS // 2:
            self._before = dict(self)
            self.clear()
        code = self._before.get(piece)
        if code is None:
            code = self._made(piece)
        self[piece] = code
        return code

    def _made(self, piece: str) -> int:
        word = piece.strip(_SIGNS)
        if not word.isalnum():
            words = _WORD.findall(piece)
            return _NONE if not words else _SEVERAL if len(words) > 1 else _packed(words[0])
        return _packed(word) if word == piece else self[word]


def _packed(word: str) -> int:
    stemmed = 0 if word in STOPWORDS or len(word) < 2 else _code(stem(word))
    return stemmed << 32 | _code(word)


def _code(word: str) -> int:
    return zlib.crc32(word.encode("utf8", "surrogatepass"))


_CODES = _Codes()


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What is compared of one article; all codes are hashes of words, so a profile holds no text."""

    article: str
    day: int | None
    """Day of publication as an ordinal, None where it is not known within a few days."""
    vectors: Vectors
    """(3, 384): unit vectors of title, lead and body; zeros for what is missing."""
    title: Codes
    """Stems of the title, in order; of the first words where there is none."""
    template: tuple[str, ...]
    """Words of the title as written, for headlines that differ in one number or name."""
    body: Codes
    """Stems of the whole text, in order."""
    names: Codes
    numbers: frozenset[str]
    quotes: Codes
    """Runs of words within quotations, each once."""
    shingles: Codes
    """Runs of words outside quotations, each once."""
    bare: bool
    """Is there a headline alone?"""


def read_profile(article: Article, notes: Notes, *, shingle_words: int = 5) -> Profile:
    """What a pair score compares of an article; it depends on nothing but the article and its notes."""
    plain = straighten(article.text).lower()
    title = _WORD.findall(plain, 0, article.body) if article.body else _WORD.findall(plain[:_OPENING])[:_FIRST_WORDS]
    outside, inside = (_words(pieces) for pieces in _pieces(plain, article.body))
    headline = _words([title])
    text = [headline, outside, inside] if article.body else [outside, inside]
    return Profile(
        article=article.id,
        day=_day(article),
        vectors=_vectors(article, notes),
        title=_stems([headline]),
        template=tuple(_WORD.findall(straighten(article.text[: article.body]))),
        body=_stems(text),
        names=np.fromiter((_code(plain[n.start : n.end]) for n in notes.names), dtype=np.uint64, count=len(notes.names)),
        numbers=frozenset(_NUMBER.findall(plain)),
        quotes=_runs(inside, _QUOTED_WORDS),
        shingles=_runs(outside, shingle_words),
        bare=len(outside.codes) + len(inside.codes) < _BODY_WORDS,
    )


def _day(article: Article) -> int | None:
    earliest, latest = article.published.earliest, article.published.latest
    if not earliest or not latest:
        return None
    first, last = (dt.date.fromisoformat(d[:10]).toordinal() for d in (earliest, latest))
    return first if last - first <= _DATED else None


class _Words(msgspec.Struct, frozen=True):
    """The words of some pieces of text, in order."""

    codes: Codes
    piece: npt.NDArray[np.int64]
    """The number of the piece that each is in."""


def _pieces(text: str, start: int) -> tuple[list[list[str]], list[list[str]]]:
    """What stands between spaces outside and inside the quotations of a body, a list a piece."""
    outside, inside, at = [], [], start
    for quoted in _QUOTED.finditer(text, start):
        outside.append(text[at : quoted.start()].split())
        inside.append(quoted[0].split())
        at = quoted.end()
    outside.append(text[at:].split())
    return outside, inside


def _words(pieces: Sequence[Sequence[str]]) -> _Words:
    parts = [*itertools.chain(*pieces)]
    codes = np.fromiter(map(_CODES.__getitem__, parts), dtype=np.uint64, count=len(parts))
    piece = np.repeat(np.arange(len(pieces)), [len(p) for p in pieces])
    if not (codes <= _SEVERAL).any():
        return _Words(codes, piece)
    many = np.where(codes == _NONE, 0, 1)
    several = {i: [_packed(w) for w in _WORD.findall(parts[i])] for i in np.flatnonzero(codes == _SEVERAL).tolist()}
    many[list(several)] = [len(found) for found in several.values()]
    ends = np.cumsum(many)
    codes = np.repeat(codes, many)
    for i, found in several.items():
        codes[ends[i] - len(found) : ends[i]] = found
    return _Words(codes, np.repeat(piece, many))


def _stems(parts: Sequence[_Words]) -> Codes:
    codes = np.concatenate([p.codes for p in parts]) >> _UPPER
    return np.asarray(codes[codes != 0])


def _runs(words: _Words, size: int) -> Codes:
    """Codes of the runs of ``size`` words within each piece, sorted, each once."""
    rows = len(words.codes) - size + 1
    if rows < 1:
        return np.zeros(0, dtype=np.uint64)
    codes = words.codes & _LOWER
    rolled = np.zeros(rows, dtype=np.uint64)
    for i in range(size):
        rolled = (rolled ^ codes[i : i + rows]) * _MIX
        rolled ^= rolled >> np.uint64(29)
    return once(rolled[words.piece[:rows] == words.piece[size - 1 :]])


def once(codes: Codes) -> Codes:
    """The codes sorted, each once."""
    ordered = np.sort(codes)
    keep = np.ones(len(ordered), dtype=bool)
    keep[1:] = ordered[1:] != ordered[:-1]
    return ordered[keep]


def _vectors(article: Article, notes: Notes) -> Vectors:
    rows = np.frombuffer(notes.vectors, dtype=np.float16).reshape(-1, DIMENSIONS).astype(np.float32)
    start = sum(p.start < article.body for p in notes.propositions)
    found = np.zeros((3, DIMENSIONS), dtype=np.float32)
    for row, part in enumerate((rows[: start or 1], rows[start : start + LEAD], rows[start:])):
        if len(part):
            total = part.sum(axis=0)
            found[row] = total / max(float(np.linalg.norm(total)), 1e-9)
    return found
