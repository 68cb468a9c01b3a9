"""A finished story in, its rows in the case out: the version of this run, its claims, origins, conflicts and gaps."""

import json
from collections.abc import Mapping

import msgspec

from headwater.case.keep import key_of
from headwater.case.store import Store, packed, unpacked
from headwater.errors import CaseError
from headwater.types import BriefClaim, BriefStory


def version_of(store: Store, story: int, *, run: int | None = None) -> BriefStory | None:
    """A story as the last run that changed it left it, or as it was after an earlier run; None where it was not there."""
    row = store.one(
        "SELECT brief FROM version WHERE story = ? AND run <= ? ORDER BY run DESC LIMIT 1", (story, (1 << 62) if run is None else run)
    )
    if row is None or row[0] is None:
        return None
    try:
        return msgspec.json.decode(unpacked(row[0], store.path), type=BriefStory)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CaseError(f"{store.path}: is damaged (a story: {error}); take a copy of it that is sound") from error


def open_story(store: Store, story: str, run: int) -> int:
    """The number of a story; a row is made for a new one."""
    row = store.one("SELECT n FROM story WHERE id = ?", (story,))
    if row is not None:
        store.do("UPDATE story SET ended = NULL WHERE n = ?", (row[0],))
        return int(row[0])
    return store.do(
        "INSERT INTO story (id, founded, run, headline, articles, texts, outlets, claims, origins, conflicts, new) "
        "VALUES (?, ?, ?, '', 0, 0, 0, 0, 0, 0, 0)",
        (story, run, run),
    )


def clear(store: Store, n: int) -> None:
    """Take out the claims, origins, conflicts and gaps of a story; its versions stay."""
    for table in ("claim", "origin", "conflict", "gap"):
        store.do(f"DELETE FROM {table} WHERE story = ?", (n,))


def end_story(store: Store, n: int, run: int) -> None:
    """Close a story of which nothing is left."""
    clear(store, n)
    store.do("INSERT OR REPLACE INTO version (story, run, brief) VALUES (?, ?, NULL)", (n, run))
    store.do(
        "UPDATE story SET ended = ?, run = ?, articles = 0, texts = 0, outlets = 0, claims = 0, origins = 0, conflicts = 0, new = 0, "
        "decided = 0, stale = 0 WHERE n = ?",
        (run, run, n),
    )


class Versions(msgspec.Struct, frozen=True, kw_only=True):
    """A story before and after a run, and what a row of the list needs beside it."""

    old: BriefStory | None
    new: BriefStory
    since: Mapping[str, int]
    """Claim to the run that made or changed it."""
    texts: int
    outlets: int


def record(store: Store, n: int, run: int, versions: Versions) -> None:
    """Keep a story as it is after a run; its former rows are cleared already."""
    story = versions.new
    before = {c.id: c for c in versions.old.claims} if versions.old else {}
    changed = {c.id for c in story.claims if before.get(c.id) != c}
    for place, claim in enumerate(story.claims):
        _claim(store, (n, place), claim, run if claim.id in changed else versions.since.get(claim.id, run))
    store.do_all(
        "INSERT INTO origin (id, story, name, key, kind, claims) VALUES (?, ?, ?, ?, ?, ?)",
        [(o.id, n, o.name, key_of(o.name), o.kind, len(o.claims)) for o in story.origins],
    )
    store.do_all(
        "INSERT INTO conflict (story, kind, is_update, why, claims) VALUES (?, ?, ?, ?, ?)",
        [(n, c.kind, c.update, c.why, json.dumps(c.claims)) for c in story.conflicts],
    )
    store.do_all("INSERT INTO gap (story, name, why) VALUES (?, ?, ?)", [(n, g.name, g.why) for g in story.gaps])
    store.do("INSERT OR REPLACE INTO version (story, run, brief) VALUES (?, ?, ?)", (n, run, packed(msgspec.json.encode(story))))
    days = sorted(d[:10] for a in story.articles for d in (a.published.earliest, a.published.latest) if d)
    store.do(
        "UPDATE story SET run = ?, headline = ?, first = ?, last = ?, articles = ?, texts = ?, outlets = ?, claims = ?, origins = ?, "
        "conflicts = ?, new = ?, decided = ?, stale = 0, ended = NULL WHERE n = ?",
        (
            *(run, story.headline, days[0] if days else None, days[-1] if days else None),
            *(len(story.articles), versions.texts, versions.outlets, len(story.claims), len(story.origins), len(story.conflicts)),
            *(len(changed), len(story.decided.log) if story.decided else 0, n),
        ),
    )


def _claim(store: Store, at: tuple[int, int], claim: BriefClaim, changed: int) -> None:
    s = claim.standing
    store.do("DELETE FROM former WHERE id = ?", (claim.id,))
    n = store.do(
        "INSERT INTO claim (id, story, place, text, articles, texts, outlets, low, high, word, contested, changed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (claim.id, *at, claim.text, s.articles, s.texts, s.outlets, *s.origins, s.word, s.contested, changed),
    )
    store.do_all(
        "INSERT OR REPLACE INTO saying (statement, claim) SELECT n, ? FROM statement WHERE id = ?", [(n, st.id) for st in claim.statements]
    )
