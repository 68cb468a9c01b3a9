"""The name of an origin in, all that it is credited with, over time, across stories out."""

from collections.abc import Iterator, Sequence

from headwater.case.keep import key_of
from headwater.case.marks import ARTICLE, article_of, decode
from headwater.case.store import Store
from headwater.case.values import Credit, OriginPage, OriginRow, StoryRow
from headwater.errors import CaseError
from headwater.types import Article, BriefStatement, Statement

MOST_STORIES = 200
"""Of one origin that are shown with it, the oldest first."""
ROW = (
    "SELECT id, headline, first, last, articles, texts, outlets, claims, origins, conflicts, CASE run WHEN ? THEN new ELSE 0 END FROM story"
)
"""A row of the list of stories; the number of the last run is bound to it."""
_OWN = "own voice"


def row_of(row: Sequence[object]) -> StoryRow:
    """The row of ``ROW``."""
    return StoryRow(**dict(zip(StoryRow.__struct_fields__, row, strict=True)))  # type: ignore[arg-type]


def origins(store: Store, *, limit: int | None = None, offset: int = 0) -> tuple[OriginRow, ...]:
    """The origins of all stories, a row a name; an article's own voice is none."""
    rows = store.rows(
        "SELECT max(name), kind, count(DISTINCT story), sum(claims) FROM origin WHERE kind <> ? GROUP BY key, kind "
        "ORDER BY sum(claims) DESC, max(name), kind LIMIT ? OFFSET ?",
        (_OWN, -1 if limit is None else limit, offset),
    )
    return tuple(OriginRow(name=name, kind=kind, stories=stories, claims=claims) for name, kind, stories, claims in rows)


def origin(store: Store, name: str, *, limit: int) -> OriginPage:
    """All that one origin is credited with; by its name or its id."""
    by_id = store.one("SELECT name FROM origin WHERE id = ?", (name,))
    shown = by_id[0] if by_id else name
    key = key_of(shown)
    forms = store.rows(
        "SELECT DISTINCT name, kind FROM origin WHERE key = ? UNION SELECT DISTINCT name, kind FROM link WHERE key = ?", (key, key)
    )
    if not forms:
        raise CaseError(f"{name}: no origin has this id or name; headwater origins {store.path} lists them")
    last = store.one("SELECT max(id) FROM run")[0]
    rows = store.rows(f"{ROW} WHERE ended IS NULL AND n IN ({_STORIES}) ORDER BY first, id LIMIT ?", (last, key, key, MOST_STORIES))
    total = store.one(f"SELECT count(*) {_CREDITED}", (key,))[0]
    return OriginPage(
        name=shown,
        kinds=tuple(sorted({kind for _, kind in forms})),
        also=tuple(sorted({other for other, _ in forms} - {shown})),
        stories=tuple(map(row_of, rows)),
        credits=tuple(_credits(store, key, limit)),
        more=max(0, total - limit),
    )


_CREDITED = """
    FROM (SELECT DISTINCT statement FROM link WHERE key = ?) AS credited JOIN statement ON statement.n = credited.statement
    JOIN article ON article.n = statement.article JOIN saying ON saying.statement = statement.n JOIN claim ON claim.n = saying.claim
    JOIN story ON story.n = claim.story
"""
_STORIES = """
    SELECT story FROM origin WHERE key = ?
    UNION SELECT article.story FROM link JOIN statement ON statement.n = link.statement JOIN article ON article.n = statement.article WHERE key = ?
"""


def _credits(store: Store, key: str, limit: int) -> Iterator[Credit]:
    """The statements whose chain names it, oldest first."""
    rows = store.rows(
        f"SELECT story.id, claim.id, claim.text, statement.id, article.n {_CREDITED} "
        "ORDER BY coalesce(article.earliest, '9999'), article.id, statement.start LIMIT ?",
        (key, limit),
    )
    held: dict[int, tuple[Article, dict[str, Statement]]] = {}
    for story, claim, text, statement, n in rows:
        if n not in held:
            row = store.one(f"{ARTICLE}, note.said FROM article JOIN note ON note.article = article.n WHERE article.n = ?", (n,))
            held[n] = (article_of(row, store.path), {s.id: s for s in decode(row[2], tuple[Statement, ...], store.path)})
        article, said = held[n]
        if statement in said:
            yield Credit(
                story=story,
                claim=claim,
                text=text,
                statement=_shown(said[statement], article),
                outlet=article.outlet,
                published=article.published,
            )


def _shown(s: Statement, article: Article) -> BriefStatement:
    return BriefStatement(
        id=s.id,
        article=s.article,
        start=s.start,
        end=s.end,
        quote=article.text[s.start : s.end],
        status=s.status,
        outlet_status=s.outlet_status,
        chain=s.chain,
        sentence=s.sentence,
    )
