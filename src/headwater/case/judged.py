"""What people decide: kept for good in the order in which it came, and where it stands now."""

import hashlib

import msgspec

from headwater.case.keep import now
from headwater.case.marks import ARTICLE, article_of, decode
from headwater.case.record import version_of
from headwater.case.store import Store, packed
from headwater.case.telling import Judged
from headwater.decide import attach, decision_id, find_unnamed, may_be
from headwater.errors import CaseError
from headwater.outlets import page_key
from headwater.types import Anchor, Article, Decision, Statement, Unattached


def keep_decision(store: Store, decision: Decision, content: bytes | None) -> Decision:
    """Keep a decision; the stories that it may bear on wait for the next run."""
    if decision.id != decision_id(decision):
        raise CaseError(f"{decision.id or 'a decision'}: its id does not hash what it says; make it with headwater.decide.make_decision")
    if content is not None and hashlib.sha256(content).hexdigest() != decision.file:
        raise CaseError(f"{decision.file_name or decision.id}: its bytes are not those of the hash {decision.file}; give the file again")
    with store.writing():
        if store.one("SELECT 1 FROM decision WHERE id = ?", (decision.id,)):
            raise CaseError(f"{decision.id}: was decided already, by the same person at the same time")
        undone = store.one("SELECT 1 FROM decision WHERE id = ?", (decision.undoes,))
        if decision.kind == "undo" and not undone:
            raise CaseError(f"{decision.undoes}: no decision has this id; headwater show lists them")
        if decision.file and content is None and not store.one("SELECT 1 FROM file WHERE sha256 = ?", (decision.file,)):
            raise CaseError(f"{decision.file_name or decision.file}: the case does not have this file; give its bytes")
        if content is not None and decision.file:
            store.do(
                "INSERT OR IGNORE INTO file (sha256, size, content, name, added) VALUES (?, ?, ?, ?, ?)",
                (decision.file, len(content), packed(content), decision.file_name, now()),
            )
        store.do(
            'INSERT INTO decision (id, kind, who, "when", why, undoes, whole) VALUES (?, ?, ?, ?, ?, ?, ?)',
            (
                decision.id,
                decision.kind,
                decision.who,
                decision.when,
                decision.why,
                decision.undoes,
                msgspec.json.encode(decision).decode(),
            ),
        )
        _mark(store, decision)
    return decision


def _mark(store: Store, decision: Decision) -> None:
    """The stories that a decision may bear on are made anew by the next run."""
    for anchor in decision.anchors:
        for article in _homes(store, anchor):
            store.do("UPDATE story SET stale = 1 WHERE n = (SELECT story FROM article WHERE n = ?) AND ended IS NULL", (article,))
    if decision.names and not decision.anchors:
        for table, story in (("origin", "SELECT story FROM origin WHERE name = ?"), ("link", _TELLING)):
            for name, kind in store.rows(f"SELECT DISTINCT name, kind FROM {table} ORDER BY name, kind"):
                if any(may_be(said, name, kind) for said in decision.names):
                    store.do(f"UPDATE story SET stale = 1 WHERE ended IS NULL AND n IN ({story})", (name,))
    if decision.undoes:
        for held in decisions(store):
            if held.id == decision.undoes:
                _mark(store, held)


_TELLING = (
    "SELECT article.story FROM link JOIN statement ON statement.n = link.statement JOIN article ON article.n = statement.article "
    "WHERE link.name = ?"
)


def _homes(store: Store, anchor: Anchor) -> list[int]:
    """The articles in which an anchor may stand: its own, and other texts of its address or source."""
    found = [n for (n,) in store.rows("SELECT n FROM article WHERE id = ?", (anchor.article,))]
    if anchor.address:
        if key := page_key(anchor.address):
            found += [n for (n,) in store.rows("SELECT article FROM address WHERE key = ?", (key,))]
        rows = store.rows(
            "SELECT article.n FROM finding JOIN article ON article.id = finding.article WHERE finding.source = ?", (anchor.address,)
        )
        found += [n for (n,) in rows]
    return list(dict.fromkeys(found))


def decisions(store: Store) -> tuple[Decision, ...]:
    """Every decision in the order in which they were made."""
    found = []
    for (whole,) in store.rows("SELECT whole FROM decision ORDER BY n"):
        try:
            found.append(msgspec.json.decode(whole, type=Decision))
        except (msgspec.DecodeError, UnicodeDecodeError, TypeError) as error:
            raise CaseError(f"{store.path}: is damaged (a decision: {error}); take a copy of it that is sound") from error
    return tuple(found)


def judge(store: Store) -> Judged:
    """All decisions, and where they stand now."""
    made = decisions(store)
    if not made:
        return Judged()
    attached, _ = attach(made, *_anchored(store, made))
    return Judged(decisions=made, attached=attached)


def unattached(store: Store) -> tuple[Unattached, ...]:
    """Parts of decisions that are tied to nothing that is there now, each once."""
    made = decisions(store)
    if not made:
        return ()
    _, lost = attach(made, *_anchored(store, made))
    names = dict(store.rows("SELECT DISTINCT name, kind FROM link UNION ALL SELECT DISTINCT name, kind FROM origin"))
    placed = {d.id for d in made if d.anchors}  # names without a place hold in every story: one that some have is not lost
    told = [version_of(store, n) for (n,) in store.rows("SELECT n FROM story WHERE decided > 0 ORDER BY n")]
    within = [u for story in told if story and story.decided for u in story.decided.unattached if u.decision in placed]
    return tuple(dict.fromkeys((*lost, *find_unnamed(made, names), *within)))


def _anchored(store: Store, made: tuple[Decision, ...]) -> tuple[dict[str, Article], dict[str, tuple[Statement, ...]]]:
    """The articles to which decisions may be tied, and their statements."""
    homes = {n for d in made for a in d.anchors for n in _homes(store, a)}
    articles: dict[str, Article] = {}
    statements: dict[str, tuple[Statement, ...]] = {}
    for n in sorted(homes):
        row = store.one(f"{ARTICLE}, note.said FROM article JOIN note ON note.article = article.n WHERE article.n = ?", (n,))
        article = article_of(row, store.path)
        articles[article.id] = article
        statements[article.id] = decode(row[2], tuple[Statement, ...], store.path)
    return articles, statements
