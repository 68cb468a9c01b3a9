"""Reports in, a file of notes out (``headwater read``); and such a file in, what was read out, checked line by line.

A line is one page with all that was read on it, as JSON; the first says of what form the file is. So the work on single
articles can be done on several machines, and a case that takes in their files is the case that one machine would make.
"""

import hashlib
import importlib.metadata
import pathlib
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, TypeVar, cast

import msgspec

from headwater.case.values import Added
from headwater.case.ways import Ways
from headwater.errors import CaseError
from headwater.models import DIMENSIONS
from headwater.outlets import host_of
from headwater.pipeline import Outcome, ReadArticle, Result, read_each
from headwater.pipeline import Ways as Reads
from headwater.read import read
from headwater.text import content_id
from headwater.types import Article, Aside, Failure, Notes, Page, Statement

T = TypeVar("T")
FORM = 1
"""Of the file; a reader of another form refuses it."""
_START = b'{"headwater_notes":'
_MOST_BYTES = 500_000_000  # of one page, unpacked: a bomb is larger
_LONGEST_LINE = 200_000_000  # bytes: a page of 20 MB with its notes has fewer


class Head(msgspec.Struct, frozen=True):
    """The first line."""

    headwater_notes: int
    version: str = ""
    reader: str = "shipped"


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A page, None where it could not be had, and what became of it."""

    page: Page | None = None
    """Its content is packed with zlib."""
    article: Article | None = None
    notes: Notes | None = None
    statements: tuple[Statement, ...] = ()
    set_aside: tuple[Aside, ...] = ()
    failures: tuple[Failure, ...] = ()


def head(reader: str) -> bytes:
    """The first line of a file of notes."""
    return msgspec.json.encode(Head(FORM, importlib.metadata.version("headwater"), reader)) + b"\n"


def line(outcome: Outcome) -> bytes:
    """What became of one page, as a line."""
    page, results = outcome
    if page is not None:
        page = msgspec.structs.replace(page, content=zlib.compress(page.content, 6))
    read = next((r for r in results if isinstance(r, ReadArticle)), None)
    made = Line(
        page=page,
        article=read.article if read else None,
        notes=read.notes if read else None,
        statements=read.statements if read else (),
        set_aside=tuple(r for r in results if isinstance(r, Aside)),
        failures=tuple(r for r in results if isinstance(r, Failure)),
    )
    return msgspec.json.encode(made) + b"\n"


def is_notes(path: str) -> bool:
    """Is there a file of notes at this path?"""
    try:
        with pathlib.Path(path).open("rb") as file:
            return file.read(len(_START)) == _START
    except (OSError, ValueError):
        return False


def reader_of(path: pathlib.Path) -> str:
    """The reader that a file of notes names; CaseError where it is of another form."""
    with _opened(path) as file:
        first = file.readline(_LONGEST_LINE)
    try:
        found = msgspec.json.decode(first, type=Head)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CaseError(f"{path}: its first line is none of a file of notes ({error}); make it again with: headwater read") from error
    if found.headwater_notes != FORM:
        raise CaseError(
            f"{path}: is of form {found.headwater_notes}, and this version takes in form {FORM}; make it again with: headwater read"
        )
    return found.reader


def outcomes(path: pathlib.Path) -> Iterator[Outcome]:
    """What became of each page of a file of notes; a line that cannot be trusted is a failure and stops nothing."""
    reader_of(path)
    with _opened(path) as file:
        file.readline(_LONGEST_LINE)
        number = 1
        while content := file.readline(_LONGEST_LINE):
            number += 1
            try:
                yield _outcome(content)
            except (ValueError, UnicodeDecodeError, zlib.error) as error:
                source = f"{path}#{number}"
                yield (
                    None,
                    [Failure(source=source, stage="read", message=f"is no line of notes ({error}); make it again with: headwater read")],
                )


def _opened(path: pathlib.Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise CaseError(f"{path}: cannot be read ({error.strerror}); name a file that headwater read wrote") from error


def _outcome(content: bytes) -> Outcome:
    """What a line says; ValueError where its parts do not fit each other."""
    found = msgspec.json.decode(content, type=Line)
    results: list[Result] = [*found.set_aside, *found.failures]
    page = found.page
    if page is not None:
        unpacker = zlib.decompressobj()
        page = msgspec.structs.replace(page, content=unpacker.decompress(page.content, _MOST_BYTES))
        if not unpacker.eof or hashlib.sha256(page.content).hexdigest() != page.sha256:
            raise ValueError("its page is not that of its hash")
    if found.article is not None:
        if page is None or found.notes is None or found.article.page != page.sha256:
            raise ValueError("an article without its page or its notes")
        _check(found.article, found.notes, found.statements)
        results.insert(0, ReadArticle(found.article, found.notes, found.statements))
    return page, results


def _check(article: Article, notes: Notes, statements: Sequence[Statement]) -> None:
    """Do the notes and statements fit the article? ValueError where they do not."""
    if article.id != content_id(article.outlet or host_of(article.address or ""), article.text):
        raise ValueError("the article's text is not that of its id")
    if notes.article != article.id or any(s.article != article.id for s in statements):
        raise ValueError("notes of another article")
    if len(notes.vectors) != 2 * DIMENSIONS * len(notes.propositions):
        raise ValueError(f"{len(notes.vectors)} bytes of vectors for {len(notes.propositions)} propositions")
    spans: list[Any] = [*notes.sentences, *notes.names, *notes.times, *notes.places, *notes.propositions]
    spans += [s for a in notes.attributions for s in (a.source, a.cue, a.content) if s]
    spans += [s for each in statements for s in (each, each.sentence, *each.chain, *each.quantities, *each.times)]
    if any(not 0 <= s.start <= s.end <= len(article.text) for s in spans):
        raise ValueError("a mark that lies outside the text")
    rows, sentences = len(notes.propositions), len(notes.sentences)
    if any(not 0 <= s.row < rows for s in statements) or any(not 0 <= p.sentence < max(1, sentences) for p in notes.propositions):
        raise ValueError("a statement without its proposition")
    if not 0 <= article.body <= len(article.text) or len({s.id for s in statements}) != len(statements):
        raise ValueError("a body outside the text, or two statements of one id")


def write_notes(sources: Sequence[str], target: str | pathlib.Path, ways: Ways | None = None) -> Added:
    """Read reports and write all that single articles give into a file of notes; the file is there once it is whole.

    Args:
        sources: as for ``make_brief``.
        target: the file; one that is there is replaced.
        ways: settings, reader, progress and standard input.
    """
    ways = ways or Ways()
    path = pathlib.Path(target)
    part = path.with_name(f"{path.name}.part")
    reads = Reads(settings=ways.settings, reader=ways.opened())
    found = read(sources, settings=ways.settings.read, stdin=ways.stdin)
    articles: list[str] = []
    asides: list[Aside] = []
    failures: list[Failure] = []
    try:
        with part.open("wb") as file:
            file.write(head(ways.name()))
            for count, outcome in enumerate(read_each(found, reads), start=1):
                file.write(line(sound(outcome)))
                articles += [r.article.id for r in outcome[1] if isinstance(r, ReadArticle)]
                asides += [r for r in outcome[1] if isinstance(r, Aside)]
                failures += [r for r in outcome[1] if isinstance(r, Failure)]
                if ways.progress:
                    ways.progress(count)
        part.replace(path)
    except OSError as error:
        raise CaseError(f"{path}: cannot be written ({error.strerror}); choose another file") from error
    finally:
        part.unlink(missing_ok=True)
    return Added(articles=tuple(articles), set_aside=tuple(asides), failures=tuple(failures))


def sound(value: T) -> T:
    """The value with every half of a surrogate pair, which no file can hold, made a question mark."""
    try:
        msgspec.msgpack.encode(value)
    except UnicodeEncodeError:
        return cast("T", _mended(value))
    return value


def _mended(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf8", "replace").decode("utf8")
    if isinstance(value, tuple | list):
        return type(value)(_mended(v) for v in value)
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.replace(value, **{f: _mended(getattr(value, f)) for f in value.__struct_fields__})
    return value
