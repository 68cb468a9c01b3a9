"""A Statement, its article and notes in, what it is compared by out: words, vector, names, numbers, stance."""

import re
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from headwater.demonyms import DEMONYMS
from headwater.models import DIMENSIONS
from headwater.tables import STOPWORDS
from headwater.text import fold, stem, strip_accents, words
from headwater.types import Article, Notes, Quantity, Statement

_NEGATION = re.compile(
    r"(?i)\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|only|fail(?:s|ed)?|refus\w+|spared?|avoid\w*|prevent\w*|stop\w*|un\w{4,}ed)\b|n['’]t\b"
)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One text and what it is compared by."""

    text: str
    words: tuple[str, ...]
    """Stems of its words of content, in order."""
    names: frozenset[str]
    """Words of the names in it, folded; a country and its people are one."""
    quantities: tuple[Quantity, ...] = ()
    days: tuple[tuple[str, str], ...] = ()
    """(earliest, latest) of the dates in it."""
    negated: bool = False
    vector: npt.NDArray[np.float32]
    place: tuple[str, int]
    """Its article, and where its sentence begins there: statements of one sentence are never a pair."""


def said(statement: Statement, article: Article, notes: Notes) -> Said:
    """What a statement is compared by."""
    text = article.text[statement.start : statement.end]
    return Said(
        text=text,
        words=content_words(text),
        names=name_words(statement.names),
        quantities=statement.quantities,
        days=tuple((t.earliest, t.latest) for t in statement.times if t.earliest and t.latest),
        negated=is_negated(text),
        vector=_vector(statement, notes),
        place=(article.id, statement.sentence.start),
    )


def all_said(statements: Sequence[Statement], articles: Mapping[str, Article], notes: Mapping[str, Notes]) -> list[Said]:
    """The same for many."""
    return [said(s, articles[s.article], notes[s.article]) for s in statements]


def content_words(text: str) -> tuple[str, ...]:
    """Stems of the words that carry a text, in order."""
    return tuple(stem(part) for w in words(fold(text)) for part in w.split("-") if part and part not in STOPWORDS)


def name_words(names: Sequence[str]) -> frozenset[str]:
    """The words of some names, folded; "Freedonian" is "freedonia"."""
    found = (w for name in names for w in words(strip_accents(fold(name)).replace("'s", "")) if w not in STOPWORDS)
    return frozenset(DEMONYMS.get(w, w) for w in found)


def is_negated(text: str) -> bool:
    """Does a text say that something is not so?"""
    return _NEGATION.search(text) is not None


def _vector(statement: Statement, notes: Notes) -> npt.NDArray[np.float32]:
    if not notes.vectors:
        return np.zeros(DIMENSIONS, dtype=np.float32)
    return np.frombuffer(notes.vectors, dtype=np.float16, count=DIMENSIONS, offset=2 * DIMENSIONS * statement.row).astype(np.float32)
