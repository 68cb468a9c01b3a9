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
_DIGITS = frozenset("0123456789")
_QUOTED = re.compile(r"\"[^\"\n]{0,600}\"?")
_QUOTED_WORDS = 4  # words of a run that two quotations share
_DATED = 3  # days: a wider interval of publication tells no distance
_MIX = np.uint64(0x9E3779B97F4A7C15)  # golden ratio in 64 bits (Knuth 1998): spreads runs of word codes
_MOST_WORDS = 200_000  # words whose codes are kept at a time, about 30 MB


class _WordCodes(dict[str, int]):
    """Words -> 32-bit codes, the same on every machine; forgotten when there are too many."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        code = self[word] = self.make(word)
        return code

    def make(self, word: str) -> int:
        """The code of a whole word."""
        return zlib.crc32(word.encode("utf8", "surrogatepass"))


class _StemCodes(_WordCodes):
    def make(self, word: str) -> int:
        """The code of a word's stem; 0 for a word that tells nothing."""
        return 0 if word in STOPWORDS or len(word) < 2 else super().make(stem(word))


_WHOLE, _STEMS = _WordCodes(), _StemCodes()


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
    outside, inside = _pieces(plain, article.body)
    tokens = [*itertools.chain(*outside), *itertools.chain(*inside)]
    return Profile(
        article=article.id,
        day=_day(article),
        vectors=_vectors(article, notes),
        title=_stems(title),
        template=tuple(_WORD.findall(straighten(article.text[: article.body]))),
        body=_stems(title + tokens if article.body else tokens),
        names=np.array([_WHOLE[plain[n.start : n.end]] for n in notes.names], dtype=np.uint64),
        numbers=frozenset(w for w in (*title, *tokens) if w[0] in _DIGITS and len(w) > 1),
        quotes=_runs(inside, _QUOTED_WORDS),
        shingles=_runs(outside, shingle_words),
        bare=len(tokens) < _BODY_WORDS,
    )


def _day(article: Article) -> int | None:
    earliest, latest = article.published.earliest, article.published.latest
    if not earliest or not latest:
        return None
    first, last = (dt.date.fromisoformat(d[:10]).toordinal() for d in (earliest, latest))
    return first if last - first <= _DATED else None


def _pieces(text: str, start: int) -> tuple[list[list[str]], list[list[str]]]:
    """Words outside and inside the quotations of a body, a list a piece."""
    outside, inside, at = [], [], start
    for quoted in _QUOTED.finditer(text, start):
        outside.append(_WORD.findall(text, at, quoted.start()))
        inside.append(_WORD.findall(text, *quoted.span()))
        at = quoted.end()
    outside.append(_WORD.findall(text, at))
    return outside, inside


def _stems(words: Sequence[str]) -> Codes:
    codes = np.fromiter(map(_STEMS.__getitem__, words), dtype=np.uint64, count=len(words))
    return np.asarray(codes[codes != 0])


def _runs(pieces: Sequence[Sequence[str]], size: int) -> Codes:
    """Codes of the runs of ``size`` words within each piece, sorted, each once."""
    words = [*itertools.chain(*pieces)]
    rows = len(words) - size + 1
    if rows < 1:
        return np.zeros(0, dtype=np.uint64)
    codes = np.fromiter(map(_WHOLE.__getitem__, words), dtype=np.uint64, count=len(words))
    piece = np.repeat(np.arange(len(pieces)), [len(p) for p in pieces])
    rolled = np.zeros(rows, dtype=np.uint64)
    for i in range(size):
        rolled = (rolled ^ codes[i : i + rows]) * _MIX
        rolled ^= rolled >> np.uint64(29)
    return once(rolled[piece[:rows] == piece[size - 1 :]])


def once(codes: Codes) -> Codes:
    """The codes sorted, each once."""
    ordered = np.sort(codes)
    keep = np.ones(len(ordered), dtype=bool)
    keep[1:] = ordered[1:] != ordered[:-1]
    return ordered[keep]


def _vectors(article: Article, notes: Notes) -> Vectors:
    rows = np.frombuffer(notes.vectors, dtype=np.float16).reshape(-1, DIMENSIONS)
    start = sum(1 for p in notes.propositions if p.start < article.body)
    found = np.zeros((3, DIMENSIONS), dtype=np.float32)
    for row, part in enumerate((rows[: start or 1], rows[start : start + LEAD], rows[start:])):
        if len(part):
            total = part.sum(axis=0, dtype=np.float32)
            found[row] = total / max(float(np.linalg.norm(total)), 1e-9)
    return found
