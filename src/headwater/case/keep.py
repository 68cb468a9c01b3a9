"""One page and what was read on it in, rows of the case out; the same article is kept once, however often it is found."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec

from headwater.case.marks import ARTICLE, article_of, article_parts, encode
from headwater.case.store import Store, packed
from headwater.editions import EARLIER, MOST_EDITIONS, order, set_aside, settle, with_addresses
from headwater.names import name_tokens
from headwater.outlets import page_key
from headwater.pipeline import ReadArticle
from headwater.types import Article, Aside, Failure, Page, Statement


def now() -> str:
    """This instant in UTC, to the second: 2024-12-16T08:30:00Z."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def key_of(name: str) -> str:
    """What the forms of a name of a source have in common: its words, folded and sorted."""
    return " ".join(sorted(name_tokens(name)))


class Twin(msgspec.Struct, frozen=True):
    """An article of the case that is the same as another, and which of the two stays."""

    n: int
    article: Article
    stays: bool
    earlier: bool = False
    """Is the one that does not stay an earlier edition of the other?"""


def page_is_known(store: Store, page: Page) -> bool:
    """Was this page found at this place before, with an article on it?"""
    return store.one("SELECT 1 FROM finding WHERE page = ? AND source = ? AND article IS NOT NULL", (page.sha256, page.source)) is not None


def is_known(store: Store, article: Article) -> bool:
    """Has the case this article already, in a form that stays?"""
    return any(twin.stays for twin in twins(store, article))


def twins(store: Store, article: Article) -> list[Twin]:
    """Articles of the case that are one with this: by id, or by a form of the address with much the same text (``editions``)."""
    row = store.one(f"{ARTICLE}, article.n FROM article WHERE id = ?", (article.id,))
    if row is not None:
        held = article_of(row, store.path)
        return [Twin(row[2], held, order(held)[:-1] <= order(article)[:-1])]  # which of two sources is named first says nothing
    found: dict[int, Twin] = {}
    for key in _keys(article):
        for row in store.rows(
            f"{ARTICLE}, article.n FROM address JOIN article ON article.n = address.article WHERE key = ? ORDER BY article.id LIMIT ?",
            (key, MOST_EDITIONS),
        ):
            held = article_of(row, store.path)
            if row[2] not in found and (settled := settle(held, article)):
                found[row[2]] = Twin(row[2], held, settled.stays, settled.earlier)
    return sorted(found.values(), key=lambda t: (not t.stays, -len(t.article.text), t.article.id))


def keep_page(store: Store, page: Page, article: str | None) -> None:
    """Keep the bytes of a page, and that it was found."""
    added = now()
    store.do(
        "INSERT OR IGNORE INTO page (sha256, media_type, size, content, added) VALUES (?, ?, ?, ?, ?)",
        (page.sha256, page.media_type, len(page.content), packed(page.content), added),
    )
    store.do(
        "INSERT INTO finding (source, page, fetched, address, outlet, published, added, article) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (page, source) DO UPDATE SET article = coalesce(excluded.article, article)",
        (page.source, page.sha256, page.fetched, page.address, page.outlet, page.published, added, article),
    )


def keep_article(store: Store, read: ReadArticle, reader: str) -> tuple[str, Aside | None]:
    """Keep an article; the id under which it stands, and a word where it is one that the case had."""
    same = twins(store, read.article)
    stays = next((t for t in same if t.stays), None)
    if stays is not None:
        return stays.article.id, note_twin(store, stays, read.article)
    article = read.article
    for twin in same:
        article = with_addresses(article, twin.article)
        _lead_on(store, twin, article)
        keep_aside(store, set_aside(twin.article.source, article, earlier=twin.earlier))
        store.do("UPDATE finding SET article = ? WHERE article = ?", (article.id, twin.article.id))
        forget(store, twin.n)
    _insert(store, ReadArticle(article, read.notes, read.statements), reader)
    return article.id, None


def exchange(store: Store, page: Page, read: ReadArticle, reader: str) -> str:
    """Put a new reading of a page in the place of the old one; the id under which the article stands now."""
    row = store.one(
        "SELECT article.id, article.n FROM finding JOIN article ON article.id = finding.article WHERE finding.page = ? AND finding.source = ?",
        (page.sha256, page.source),
    )
    if row is None or row[0] != read.article.id:
        if row is not None:
            forget(store, row[1])
        held, _ = keep_article(store, read, reader)
        store.do("UPDATE finding SET article = ? WHERE page = ? AND source = ?", (held, page.sha256, page.source))
        return held
    n = row[1]
    held_article = twins(store, read.article)[0].article
    _forget_words(store, n)
    _forget_pairs(store, n)
    for table in ("statement", "note"):
        store.do(f"DELETE FROM {table} WHERE article = ?", (n,))
    store.do("INSERT INTO article_words (rowid, text) VALUES (?, ?)", (n, read.article.text))
    article = with_addresses(read.article, held_article)
    store.do("UPDATE article SET parts = ?, run = NULL WHERE n = ?", (article_parts(article), n))
    store.do("UPDATE story SET stale = 1 WHERE n = (SELECT story FROM article WHERE n = ?)", (n,))
    _insert_notes(store, n, ReadArticle(article, read.notes, read.statements), reader)
    return article.id


def note_twin(store: Store, twin: Twin, article: Article) -> Aside:
    """Add the addresses of another reading to the one that stays; the word on it."""
    wider = with_addresses(twin.article, article)
    if wider != twin.article:
        store.do("UPDATE article SET parts = ? WHERE n = ?", (article_parts(wider), twin.n))
        store.do("UPDATE story SET stale = 1 WHERE n = (SELECT story FROM article WHERE n = ?)", (twin.n,))
        _index_addresses(store, twin.n, wider)
    aside = set_aside(article.source, twin.article, earlier=twin.earlier)
    if twin.earlier or article.source != twin.article.source:
        keep_aside(store, aside)
    return aside


def _lead_on(store: Store, twin: Twin, article: Article) -> None:
    """What was set aside for an article that goes itself is set aside for the one that stays."""
    for earlier in (False, True):
        told = set_aside("", twin.article, earlier=earlier).why
        for (source,) in store.rows("SELECT source FROM aside WHERE why = ?", (told,)):
            store.do("DELETE FROM aside WHERE source = ? AND why = ?", (source, told))
            if source != article.source:
                keep_aside(store, set_aside(source, article, earlier=earlier or twin.earlier))


def take_up(store: Store, source: str) -> None:
    """Forget why what stood at a place was no report to work with, now that something else stands there.

    What cancels an item goes on to, and the word on an edition that a later one replaced stays for good.
    """
    rows = store.rows("SELECT n, why FROM aside WHERE source = ? AND cancels IS NULL", (source,))
    store.do_all("DELETE FROM aside WHERE n = ?", [(n,) for n, why in rows if not why.startswith(EARLIER)])


def keep_aside(store: Store, aside: Aside) -> None:
    """Keep why a page is no report to work with."""
    row = (aside.source, aside.why, now(), aside.cancels)
    store.do("INSERT OR IGNORE INTO aside (source, why, added, cancels) VALUES (?, ?, ?, ?)", row)
    if aside.cancels:
        told = "SELECT article.story FROM address JOIN article ON article.n = address.article WHERE address.key = ?"
        store.do(f"UPDATE story SET stale = 1 WHERE n IN ({told})", (page_key(aside.cancels) or aside.cancels,))


def keep_failure(store: Store, failure: Failure) -> None:
    """Keep why a report could not be read."""
    store.do(
        "INSERT OR IGNORE INTO failure (source, stage, message, added) VALUES (?, ?, ?, ?)",
        (failure.source, failure.stage, failure.message, now()),
    )


def forget(store: Store, n: int) -> None:
    """Take out an article that another reading of the same page replaces; its page stays."""
    story = store.one("SELECT story FROM article WHERE n = ?", (n,))[0]
    if story is not None:
        store.do("UPDATE story SET stale = 1 WHERE n = ?", (story,))
    _forget_words(store, n)
    _forget_pairs(store, n)
    store.do("DELETE FROM article WHERE n = ?", (n,))


def _forget_pairs(store: Store, n: int) -> None:
    store.do("DELETE FROM pair WHERE (b, a) IN (SELECT a, b FROM pair WHERE a = ?)", (n,))
    for table, column in (("pair", "a"), ("term", "article"), ("profile", "article")):
        store.do(f"DELETE FROM {table} WHERE {column} = ?", (n,))


def _forget_words(store: Store, n: int) -> None:
    """Take an article's words out of the search; the index wants them back word for word."""
    for s, quote in store.rows("SELECT quotation.n, quote FROM quotation JOIN statement USING (n) WHERE statement.article = ?", (n,)):
        store.do("INSERT INTO statement_words (statement_words, rowid, quote) VALUES ('delete', ?, ?)", (s, quote))
    (text,) = store.one("SELECT text FROM article WHERE n = ?", (n,))
    store.do("INSERT INTO article_words (article_words, rowid, text) VALUES ('delete', ?, ?)", (n, text))


def _insert(store: Store, read: ReadArticle, reader: str) -> None:
    a = read.article
    published = a.published
    n = store.do(
        "INSERT INTO article (id, source, page, address, outlet, domain, title, author, language, earliest, latest, basis, text, parts, added) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(a.id, a.source, a.page, a.address, a.outlet, a.domain, a.title, a.author, a.language),
            *(published.earliest, published.latest, published.basis, a.text, article_parts(a), now()),
        ),
    )
    store.do("INSERT INTO article_words (rowid, text) VALUES (?, ?)", (n, a.text))
    _index_addresses(store, n, a)
    _insert_notes(store, n, read, reader)


def _insert_notes(store: Store, n: int, read: ReadArticle, reader: str) -> None:
    bare = msgspec.structs.replace(read.notes, vectors=b"")
    store.do(
        "INSERT INTO note (article, reader, marks, vectors, said) VALUES (?, ?, ?, ?, ?)",
        (n, reader, encode(bare), read.notes.vectors, encode(read.statements)),
    )
    _insert_statements(store, n, read.article.text, read.statements)


def _insert_statements(store: Store, n: int, text: str, statements: Sequence[Statement]) -> None:
    links: list[tuple[Any, ...]] = []
    words: list[tuple[int, str]] = []
    for s in statements:
        row = store.do(
            'INSERT INTO statement (id, article, start, "end", status, outlet_status) VALUES (?, ?, ?, ?, ?, ?)',
            (s.id, n, s.start, s.end, s.status, s.outlet_status),
        )
        words.append((row, text[s.start : s.end]))
        links += [(row, place, link.name, key_of(link.name), link.kind, link.relation) for place, link in enumerate(s.chain)]
    store.do_all("INSERT INTO statement_words (rowid, quote) VALUES (?, ?)", words)
    store.do_all("INSERT INTO link (statement, place, name, key, kind, relation) VALUES (?, ?, ?, ?, ?, ?)", links)


def _keys(article: Article) -> list[str]:
    return sorted({key for address in article.addresses if (key := page_key(address))})


def _index_addresses(store: Store, n: int, article: Article) -> None:
    store.do_all("INSERT OR IGNORE INTO address (key, article) VALUES (?, ?)", [(key, n) for key in _keys(article)])
