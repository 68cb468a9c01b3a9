"""An id or nothing in, what the case holds of it out."""

import contextlib
import importlib.metadata
import json
from collections.abc import Callable, Sequence

import msgspec

from headwater.brief.view import split_off
from headwater.case.judged import decisions
from headwater.case.marks import ARTICLE, article_of, decode
from headwater.case.record import version_of
from headwater.case.sources import ROW, origin, row_of
from headwater.case.store import Store, unpacked
from headwater.case.values import Found, FoundKind, KeptPage, Run, StoryArticle, StoryClaim, StoryRow, Thing
from headwater.errors import CaseError
from headwater.settings import Settings
from headwater.types import Article, Aside, Brief, BriefArticle, BriefStory, Failure, Notes


def stories(store: Store, *, limit: int | None = None, offset: int = 0) -> tuple[StoryRow, ...]:
    """The stories, those of most articles first."""
    last = store.one("SELECT max(id) FROM run")[0]
    rows = store.rows(
        f"{ROW} WHERE ended IS NULL ORDER BY articles DESC, id LIMIT ? OFFSET ?", (last, -1 if limit is None else limit, offset)
    )
    return tuple(map(row_of, rows))


def count(store: Store) -> dict[str, int]:
    """How many there are of everything."""
    counted = {
        "stories": "story WHERE ended IS NULL",
        "articles": "article",
        "waiting": "article WHERE run IS NULL",
        "statements": "statement",
        "claims": "claim",
        "decisions": "decision",
        "runs": "run",
        "set_aside": "aside",
        "failures": "failure",
    }
    return {name: store.one(f"SELECT count(*) FROM {table}")[0] for name, table in counted.items()}


def story(store: Store, name: str, *, run: int | None = None) -> BriefStory:
    """A story by its id; by one that it had before it went into another, too."""
    for known in dict.fromkeys((name, *(_now(store, name) if run is None else ()))):
        row = store.one("SELECT n FROM story WHERE id = ?", (known,))
        if row and (found := version_of(store, row[0], run=run)):
            return found
    raise CaseError(f"{name}: no story has this id{f' after run {run}' if run else ''}; headwater stories {store.path} lists them")


def _now(store: Store, name: str) -> tuple[str, ...]:
    """The ids that took the place of one, one after the other."""
    found: list[str] = []
    while (row := store.one("SELECT now FROM former WHERE id = ?", (name,))) and row[0] not in found:
        found.append(row[0])
        name = row[0]
    return tuple(found)


def brief(store: Store, ids: Sequence[str] | None = None, *, run: int | None = None) -> Brief:
    """The brief of some stories, or of all, as the last run or an earlier one left them."""
    if run is not None and not store.one("SELECT 1 FROM run WHERE id = ?", (run,)):
        raise CaseError(f"{run}: no run has this number; there are {store.one('SELECT count(*) FROM run')[0]}")
    if ids is not None:
        told = [story(store, i, run=run) for i in dict.fromkeys(ids)]
    else:
        numbers = store.rows("SELECT n FROM story WHERE ended IS NULL OR ? ORDER BY n", (run is not None,))
        told = [found for (n,) in numbers if (found := version_of(store, n, run=run))]
    return Brief(
        headwater=importlib.metadata.version("headwater"),
        stories=tuple(sorted(told, key=lambda s: (-len(s.articles), s.id))),
        set_aside=tuple(sorted(set_aside(store), key=lambda a: (a.source, a.why))),
        failures=tuple(sorted(failures(store), key=lambda f: (f.source, f.stage, f.message))),
    )


def claim(store: Store, name: str) -> StoryClaim:
    """A claim by its id, or by one that went into it; also one that people split off, and that the program does not have."""
    for known in (name, *_now(store, name)):
        row = store.one("SELECT story FROM claim WHERE id = ?", (known,))
        told = version_of(store, row[0]) if row else None
        found = next((c for c in told.claims if c.id == known), None) if told else None
        if told and found:
            return told, found
    for (n,) in store.rows("SELECT n FROM story WHERE decided > 0 AND ended IS NULL ORDER BY n"):
        told = version_of(store, n)
        if told and (part := next((p for p in split_off(told) if p.id == name), None)):
            return told, part
    raise CaseError(f"{name}: no claim has this id; headwater claims {store.path} lists them")


def article(store: Store, name: str) -> StoryArticle:
    """An article as its story's brief shows it; as it was read, where it is in none yet."""
    row = store.one(f"{ARTICLE}, article.story FROM article WHERE id = ?", (name,))
    if row is None:
        raise CaseError(f"{name}: no article has this id; headwater stories {store.path} --json lists them")
    told = version_of(store, row[2]) if row[2] is not None else None
    shown = next((a for a in told.articles if a.id == name), None) if told else None
    return StoryArticle(article=shown or _unread(article_of(row, store.path)), story=told.id if told and shown else None)


def notes(store: Store, name: str) -> Notes:
    """The marks on an article as its reader made them, without the vectors."""
    row = store.one("SELECT note.marks FROM note JOIN article ON article.n = note.article WHERE article.id = ?", (name,))
    if row is None:
        raise CaseError(f"{name}: no article has this id; headwater stories {store.path} --json lists them")
    return decode(row[0], Notes, store.path)


def _unread(a: Article) -> BriefArticle:
    return BriefArticle(
        id=a.id,
        source=a.source,
        outlet=a.outlet,
        title=a.title,
        author=a.author,
        language=a.language,
        published=a.published,
        text=a.text,
        credits=(),
        copy_of=(),
        dropped=a.dropped,
        passages=a.passages,
        address=a.address,
        page=a.page,
    )


def page(store: Store, name: str) -> KeptPage:
    """The page of an article."""
    row = store.one(
        "SELECT article.source, media_type, content, sha256, fetched, finding.address, page.added FROM article "
        "JOIN page ON page.sha256 = article.page LEFT JOIN finding ON finding.page = article.page AND finding.source = article.source "
        "WHERE article.id = ?",
        (name,),
    )
    if row is None:
        raise CaseError(f"{name}: no page is kept of an article of this id; headwater stories {store.path} --json lists them")
    source, media_type, content, sha256, fetched, address, added = row
    return KeptPage(
        source=source,
        media_type=media_type,
        content=unpacked(content, store.path),
        sha256=sha256,
        fetched=fetched,
        address=address,
        added=added,
    )


def file(store: Store, sha256: str) -> bytes:
    """What a person brought."""
    row = store.one("SELECT content FROM file WHERE sha256 = ?", (sha256,))
    if row is None:
        raise CaseError(f"{sha256}: the case has no file of this hash")
    return unpacked(row[0], store.path)


def find(store: Store, name: str) -> Found:
    """What an id names: story, claim, statement, article, decision, origin; else the origin of this name."""
    if store.one("SELECT 1 FROM article WHERE id = ?", (name,)):
        return "article", article(store, name)
    if row := store.one(
        "SELECT claim.id FROM statement JOIN saying ON statement = statement.n JOIN claim ON claim.n = claim WHERE statement.id = ?",
        (name,),
    ):
        told, said = claim(store, row[0])
        return "statement", (told, said, next(s for s in said.statements if s.id == name))
    if found := next((d for d in decisions(store) if d.id == name), None):
        return "decision", found
    looks: tuple[tuple[FoundKind, Callable[[Store, str], Thing]], ...] = (
        ("story", story),
        ("claim", claim),
        ("origin", lambda s, i: origin(s, i, limit=100)),
    )
    for kind, look_up in looks:
        with contextlib.suppress(CaseError):
            return kind, look_up(store, name)
    raise CaseError(f"{name}: nothing in {store.path} has this id or name; headwater stories, claims and origins list what there is")


def runs(store: Store) -> tuple[Run, ...]:
    """All runs with what they changed."""
    changed: dict[int, list[str]] = {}
    gone: dict[int, list[str]] = {}
    rows = store.rows("SELECT version.run, story.id, brief IS NULL FROM version JOIN story ON story.n = version.story ORDER BY story.id")
    for number, name, ended in rows:
        (gone if ended else changed).setdefault(number, []).append(name)
    return tuple(
        Run(
            id=number,
            when=when,
            changed=tuple(changed.get(number, ())),
            articles=articles,
            gone=tuple(gone.get(number, ())),
            why=tuple(json.loads(why)),
        )
        for number, when, articles, why in store.rows('SELECT id, "when", articles, why FROM run ORDER BY id')
    )


def last_run(store: Store) -> Run | None:
    """The last run, without what it changed; None before the first."""
    row = store.one('SELECT id, "when", articles FROM run ORDER BY id DESC LIMIT 1')
    return Run(id=row[0], when=row[1], articles=row[2]) if row else None


def set_aside(store: Store) -> tuple[Aside, ...]:
    """What was read and is no report to work with."""
    rows = store.rows("SELECT source, why, cancels FROM aside ORDER BY source, why")
    return tuple(Aside(source=source, why=why, cancels=cancels) for source, why, cancels in rows)


def failures(store: Store) -> tuple[Failure, ...]:
    """What could not be read."""
    rows = store.rows("SELECT source, stage, message FROM failure ORDER BY source, stage, message")
    return tuple(Failure(source=source, stage=stage, message=message) for source, stage, message in rows)


def settings(store: Store) -> Settings:
    """The settings that the case was read with last."""
    row = store.one("SELECT value FROM setting WHERE name = 'settings'")
    if row is None:
        return Settings()
    try:
        return msgspec.json.decode(row[0], type=Settings)
    except (msgspec.DecodeError, UnicodeDecodeError, TypeError) as error:
        raise CaseError(f"{store.path}: keeps settings that this version does not know ({error}); give others with --settings") from error


def keep_settings(store: Store, given: Settings) -> None:
    """Keep other settings from now on; what they bear on between articles is made anew by the next run."""
    kept = settings(store)
    if given == kept:
        return
    with store.writing():
        store.do("INSERT OR REPLACE INTO setting (name, value) VALUES ('settings', ?)", (msgspec.json.encode(given).decode(),))
        if given.group.shingle_words != kept.group.shingle_words:
            for table in ("profile", "term", "word", "pair"):
                store.do(f"DELETE FROM {table}")
        if (given.group, given.align) != (kept.group, kept.align):
            store.do("UPDATE story SET stale = 1 WHERE ended IS NULL")
