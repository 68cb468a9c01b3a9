"""Articles, notes and statements in, what stands in the file out; and the way back."""

import pathlib
from typing import TypeVar

import msgspec

from headwater.case.store import Row, Store, packed, unpacked
from headwater.errors import CaseError
from headwater.pipeline import ReadArticle
from headwater.types import Article, Notes, Statement

T = TypeVar("T")
ARTICLE = "SELECT article.parts, article.text"
READ = f"{ARTICLE}, note.marks, note.vectors, note.said FROM article JOIN note ON note.article = article.n"


def encode(value: object) -> bytes:
    """A value as packed MessagePack."""
    return packed(msgspec.msgpack.encode(value))


def decode(content: Row, kind: type[T], path: pathlib.Path) -> T:
    """What ``encode`` made; CaseError where it is damaged."""
    try:
        return msgspec.msgpack.decode(unpacked(content, path), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CaseError(f"{path}: is damaged ({error}); take a copy of it that is sound") from error


def article_parts(article: Article) -> bytes:
    """All of an article but its text."""
    return encode(msgspec.structs.replace(article, text=""))


def article_of(row: Row, path: pathlib.Path) -> Article:
    """The article of a row (parts, text)."""
    return msgspec.structs.replace(decode(row[0], Article, path), text=_text(row[1], path))


def notes_of(marks: Row, vectors: Row, path: pathlib.Path) -> Notes:
    """The notes of their two parts."""
    notes = decode(marks, Notes, path)
    if not isinstance(vectors, bytes):
        raise CaseError(f"{path}: is damaged (vectors are {type(vectors).__name__}); take a copy of it that is sound")
    return msgspec.structs.replace(notes, vectors=vectors)


def read_of(row: Row, path: pathlib.Path) -> ReadArticle:
    """The article with its notes and statements of a row of ``READ``."""
    parts, text, marks, vectors, said = row
    return ReadArticle(article_of((parts, text), path), notes_of(marks, vectors, path), decode(said, tuple[Statement, ...], path))


def read_article(store: Store, n: int) -> ReadArticle:
    """An article of the case with its notes and statements."""
    row = store.one(f"{READ} WHERE article.n = ?", (n,))
    if row is None:
        raise CaseError(f"{store.path}: is damaged (article {n} has no notes); take a copy of it that is sound")
    return read_of(row, store.path)


def _text(text: Row, path: pathlib.Path) -> str:
    if not isinstance(text, str):
        raise CaseError(f"{path}: is damaged (a text is {type(text).__name__}); take a copy of it that is sound")
    return text
