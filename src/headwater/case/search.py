"""Words in, where articles and statements have them out: SQLite's FTS5, with hostile queries made harmless."""

import re
from collections.abc import Sequence
from typing import Any

from headwater.case.store import Store
from headwater.case.values import Hit
from headwater.text import strip_accents

_PART = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"[^\W_]+")
_MOST_PARTS = 20  # of a query: a longer one is a text
_WEIGHED = 2_000  # hits: of more the latest are shown, not the best
_BEFORE, _LONG = 60, 240  # characters of a snippet: before the first word that was found, and altogether

_STATEMENTS = """
    SELECT 'statement', statement.id, article.id, story.id, claim.id, coalesce(article.title, substr(article.text, 1, 120)), article.outlet,
        CAST(statement.start AS INTEGER), CAST(statement."end" AS INTEGER), CAST(article.text AS TEXT)
    FROM statement_words JOIN statement ON statement.n = statement_words.rowid JOIN article ON article.n = statement.article
        LEFT JOIN story ON story.n = article.story LEFT JOIN saying ON saying.statement = statement.n LEFT JOIN claim ON claim.n = saying.claim
    WHERE statement_words MATCH ? ORDER BY {order} LIMIT ? OFFSET ?
"""
_ARTICLES = """
    SELECT 'article', article.id, article.id, story.id, NULL, coalesce(article.title, substr(article.text, 1, 120)), article.outlet,
        0, length(article.text), CAST(article.text AS TEXT)
    FROM article_words JOIN article ON article.n = article_words.rowid LEFT JOIN story ON story.n = article.story
    WHERE article_words MATCH ? ORDER BY {order} LIMIT ? OFFSET ?
"""


def search(store: Store, query: str, *, limit: int, offset: int) -> tuple[Hit, ...]:
    """Statements that have all of the words first, then articles that do; nothing for a query without a word."""
    parts = _parts(query)
    if not parts:
        return ()
    wanted = " AND ".join(f'"{" ".join(part)}"' + ("*" if star else "") for part, star in parts)
    with store.reading():
        rows = store.rows(_STATEMENTS.format(order=_order(store, "statement_words", wanted)), (wanted, limit, offset))
        if len(rows) < limit:
            said = store.one("SELECT count(*) FROM statement_words WHERE statement_words MATCH ?", (wanted,))[0]
            rows += store.rows(
                _ARTICLES.format(order=_order(store, "article_words", wanted)), (wanted, limit - len(rows), max(0, offset - said))
            )
    return tuple(_hit(row, parts) for row in rows)


def _order(store: Store, table: str, wanted: str) -> str:
    """The best first; of words that stand nearly everywhere the latest, because weighing all of them takes seconds."""
    many = store.one(f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT {_WEIGHED + 1})", (wanted,))[0]
    return f"{table}.rowid DESC" if many > _WEIGHED else f"{table}.rank, {table}.rowid"


def _parts(query: str) -> list[tuple[list[str], bool]]:
    """Runs of words that are looked for, and whether the last of each may go on: "flood*"."""
    found = []
    for quoted, bare in _PART.findall(query)[:_MOST_PARTS]:
        words = _WORD.findall(quoted or bare)
        if words:
            found.append((words, bare.endswith("*")))
    return found


def _hit(row: Sequence[Any], parts: Sequence[tuple[list[str], bool]]) -> Hit:
    kind, name, article, story, claim, headline, outlet, start, end, text = row
    places = _places(text[start:end], parts)
    if kind == "article":
        first = places[0][0] if places else 0
        start = max(0, first - _BEFORE)
        end = min(len(text), start + _LONG)
        places = [(a - start, b - start) for a, b in places if b <= end]
    return Hit(
        kind=kind,
        id=name,
        article=article,
        story=story,
        claim=claim,
        headline=headline,
        outlet=outlet,
        start=start,
        end=end,
        snippet=text[start:end],
        marks=tuple(places),
    )


def _places(text: str, parts: Sequence[tuple[list[str], bool]]) -> list[tuple[int, int]]:
    """Where the words that are looked for stand."""
    plain = _plain(text)
    wanted = (r"[\W_]+".join(re.escape(_plain(word)) for word in words) + (r"[^\W_]*" if star else "") for words, star in parts)
    return sorted({m.span() for one in wanted for m in re.finditer(rf"(?<![^\W_]){one}(?![^\W_])", plain)})


def _plain(text: str) -> str:
    """Lower case without accents, every character in its place."""
    if text.isascii():
        return text.lower()
    return text.translate({ord(c): (strip_accents(c).lower() or c)[0] for c in set(text)})
