"""What was added and decided since the last run in, stories brought up to date out."""

import importlib.metadata
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import msgspec

from headwater.case.grouping import WHOLE, compare_waiting, regroup
from headwater.case.judged import judge
from headwater.case.keep import now
from headwater.case.lineage import claims_before, keep_names
from headwater.case.profiles import Profiles
from headwater.case.record import Versions, clear, end_story, open_story, record, version_of
from headwater.case.store import Store
from headwater.case.telling import Guess, Judged, finished, guess
from headwater.case.values import Run
from headwater.group.linkage import reach
from headwater.settings import Settings
from headwater.types import BriefStory

Progress = Callable[[int], None]
_HELD = 1_000  # profiles that stay in memory from one story to the next


class _Work(msgspec.Struct, frozen=True, kw_only=True):
    """What one run has at hand."""

    run: int
    settings: Settings
    profiles: Profiles
    judged: Judged
    progress: Progress | None


def run(store: Store, *, settings: Settings, whole: bool, progress: Progress | None) -> Run:
    """Bring the stories up to date, all of it or nothing."""
    profiles = Profiles(store, shingle_words=settings.group.shingle_words)
    small = store.one(f"SELECT count(*) FROM (SELECT 1 FROM article LIMIT {WHOLE + 1})")[0] <= WHOLE
    if not small:
        compare_waiting(store, profiles, settings=settings.group)
    with store.writing():
        fresh = [n for (n,) in store.rows("SELECT n FROM article WHERE run IS NULL ORDER BY id")]
        stale = [i for (i,) in store.rows("SELECT id FROM story WHERE stale = 1")]
        last = store.one("SELECT max(id) FROM run")[0] or 0
        if not fresh and not stale and not whole:
            return Run(id=last, when=now())
        grouped = regroup(store, profiles, fresh, settings=settings.group, whole=whole or small)
        made = Run(id=last + 1, when=now(), articles=len(fresh), why=grouped.why)
        store.do(
            'INSERT INTO run (id, "when", version, articles, why) VALUES (?, ?, ?, ?, ?)',
            (made.id, made.when, importlib.metadata.version("headwater"), made.articles, json.dumps(made.why)),
        )
        work = _Work(run=made.id, settings=settings, profiles=profiles, judged=judge(store), progress=progress)
        touched = _move(store, grouped.story_of, fresh, work) | set(stale)
        changed, gone = _tell(store, sorted(touched), work)
        return msgspec.structs.replace(made, changed=changed, gone=gone)


def _move(store: Store, story_of: Mapping[int, str], fresh: Sequence[int], work: _Work) -> set[str]:
    """Put articles where they are now; the stories that win or lose one."""
    touched: set[str] = set()
    for n, story in sorted(story_of.items()):
        row = store.one("SELECT story.id FROM article JOIN story ON story.n = article.story WHERE article.n = ?", (n,))
        touched |= {story, *(row or ())}
        store.do("UPDATE article SET story = ? WHERE n = ?", (open_story(store, story, work.run), n))
    for n in fresh:
        store.do("UPDATE article SET run = ? WHERE n = ?", (work.run, n))
        touched.add(store.one("SELECT story.id FROM article JOIN story ON story.n = article.story WHERE article.n = ?", (n,))[0])
    return touched


def _tell(store: Store, touched: Sequence[str], work: _Work) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Make the stories anew: those that took articles from each other together, so that claims keep their ids."""
    numbers = {i: store.one("SELECT n FROM story WHERE id = ?", (i,))[0] for i in touched}
    before = {i: version_of(store, numbers[i]) for i in touched}
    changed: list[str] = []
    gone: list[str] = []
    for kin in _kin(store, before):
        held = {i: [n for (n,) in store.rows("SELECT n FROM article WHERE story = ? ORDER BY id", (numbers[i],))] for i in kin}
        olds = {i: old for i in kin if (old := before.pop(i))}
        made = {i: guess(store, work.profiles, i, members, settings=work.settings) for i, members in held.items() if members}
        _keep(store, numbers, made, olds, work)
        changed += made
        gone += [i for i in kin if i not in made]
        work.profiles.forget(_HELD)
        if work.progress:
            work.progress(len(changed))
    return tuple(sorted(changed)), tuple(sorted(gone))


def _kin(store: Store, before: Mapping[str, BriefStory | None]) -> list[list[str]]:
    """Stories that took articles from each other, together."""
    ties: dict[int, dict[int, float]] = {}
    order = sorted(before)
    at = {story: place for place, story in enumerate(order)}
    for story, old in before.items():
        for article in old.articles if old else ():
            row = store.one("SELECT story.id FROM article JOIN story ON story.n = article.story WHERE article.id = ?", (article.id,))
            if row and row[0] != story and row[0] in at:
                ties.setdefault(at[story], {})[at[row[0]]] = 1.0
                ties.setdefault(at[row[0]], {})[at[story]] = 1.0
    return [[order[place] for place in piece] for piece in reach(ties, range(len(order)))]


def _keep(store: Store, numbers: Mapping[str, int], made: Mapping[str, Guess], olds: Mapping[str, BriefStory], work: _Work) -> None:
    """Keep some stories that were made together, their claims under the ids that they had."""
    since = {c: run for i in olds for c, run in store.rows("SELECT id, changed FROM claim WHERE story = ?", (numbers[i],))}
    for i in olds:
        clear(store, numbers[i])
    parts = [g.parts for g in made.values()]
    kept = keep_names(claims_before(list(olds.values()), parts), parts, lambda i: _is_free(store, i))
    for i, g in made.items():
        story = finished(g, kept.names, work.judged)
        changes = Versions(old=olds.get(i), new=story, since=since, texts=g.texts, outlets=g.outlets)
        record(store, numbers[i], work.run, changes)
    went = dict(kept.went)
    for i, old in olds.items():
        if i not in made:
            end_story(store, numbers[i], work.run)
            if heir := _heir(store, old):
                went[i] = heir
    for old_id, new_id in went.items():
        store.do("INSERT OR REPLACE INTO former (id, now, run) VALUES (?, ?, ?)", (old_id, new_id, work.run))


def _is_free(store: Store, claim: str) -> bool:
    return store.one("SELECT 1 FROM claim WHERE id = ?", (claim,)) is None


def _heir(store: Store, old: BriefStory) -> str | None:
    """The story that most articles of one that ended went to."""
    went = Counter(
        row[0]
        for a in old.articles
        if (row := store.one("SELECT story.id FROM article JOIN story ON story.n = article.story WHERE article.id = ?", (a.id,)))
    )
    return max(sorted(went), key=lambda i: went[i]) if went else None
