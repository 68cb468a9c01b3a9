"""A brief in, what in it is not so out: held against the texts, notes and pages that the case keeps."""

import importlib.metadata
from collections.abc import Iterator

import msgspec

from headwater.case.marks import READ, read_of
from headwater.case.record import version_of
from headwater.case.store import Store, unpacked
from headwater.diff import Diff, diff
from headwater.errors import CaseError
from headwater.pipeline import ReadArticle
from headwater.types import Brief
from headwater.verify import Fault, Kept, compare, verify


def check(store: Store, made: Brief | None = None, *, run: int | None = None) -> tuple[Fault, ...]:
    """Every value that is not so: of a brief, or of every story of the case, one after the other."""
    if made is not None:
        return verify(made, kept=_kept(store, made)) or tuple(_told_otherwise(store, made))
    return tuple(_each(store, run))


def moved(store: Store, old: int, new: int) -> Diff:
    """What changed between two runs; only the stories that changed are looked at."""
    last = store.one("SELECT count(*) FROM run")[0]
    for run in (old, new):
        if not 0 <= run <= last:
            raise CaseError(f"{run}: no run has this number; there are {last}, and 0 is the case before the first")
    low, high = sorted((old, new))
    rows = store.rows("SELECT DISTINCT story FROM version WHERE run > ? AND run <= ? ORDER BY story", (low, high))
    return diff(*(_as_it_was(store, [n for (n,) in rows], run) for run in (old, new)))


def _as_it_was(store: Store, stories: list[int], run: int) -> Brief:
    told = [story for n in stories if (story := version_of(store, n, run=run))]
    return Brief(headwater=importlib.metadata.version("headwater"), stories=tuple(sorted(told, key=lambda s: (-len(s.articles), s.id))))


def _told_otherwise(store: Store, made: Brief) -> Iterator[Fault]:
    """Every value in which a story of a brief differs from all that the runs made of it: also what is a guess alone."""
    for place, story in enumerate(made.stories):
        rows = store.rows(
            "SELECT version.story, version.run FROM version JOIN story ON story.n = version.story WHERE story.id = ?", (story.id,)
        )
        told = [own for n, run in rows if (own := version_of(store, n, run=run))]
        if not told:
            yield Fault(where=f"stories[{place}].id", value=story.id, why="the case has no story of this id")
        elif story not in told:
            alone, *others = ([*compare(Brief(headwater="", stories=(story,)), Brief(headwater="", stories=(own,)))] for own in told)
            for fault in min((alone, *others), key=len):
                yield msgspec.structs.replace(fault, where=fault.where.replace("stories[0]", f"stories[{place}]", 1))


def _each(store: Store, run: int | None) -> Iterator[Fault]:
    for n, name in store.rows("SELECT n, id FROM story ORDER BY id"):
        story = version_of(store, n, run=run)
        if story is not None:
            alone = Brief(headwater=importlib.metadata.version("headwater"), stories=(story,))
            for fault in verify(alone, kept=_kept(store, alone)):
                yield msgspec.structs.replace(fault, where=fault.where.replace("stories[0]", f"story {name}", 1))


def _kept(store: Store, made: Brief) -> Kept:
    """What the case keeps of the articles of a brief."""
    read: dict[str, ReadArticle] = {}
    for i in sorted({a.id for story in made.stories for a in story.articles}):
        row = store.one(f"{READ} WHERE article.id = ?", (i,))
        if row is not None:
            read[i] = read_of(row, store.path)
    return Kept(
        articles={i: r.article for i, r in read.items()},
        notes={i: r.notes for i, r in read.items()},
        statements={i: r.statements for i, r in read.items()},
        page=lambda sha256: _page(store, sha256),
    )


def _page(store: Store, sha256: str) -> bytes | None:
    row = store.one("SELECT content FROM page WHERE sha256 = ?", (sha256,))
    return unpacked(row[0], store.path) if row else None
