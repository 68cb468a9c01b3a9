"""Articles and Notes in, Stories out: the articles that tell of the same events, and which of them are copies."""

import datetime as dt
from collections.abc import Sequence

import numpy as np

from headwater.cluster import group_by_average
from headwater.group.copies import find_copies
from headwater.models import DIMENSIONS
from headwater.settings import GroupSettings
from headwater.sparse import Rows, alike, tfidf_rows, unit
from headwater.tables import STOPWORDS
from headwater.text import content_id, stem, words
from headwater.types import Article, Notes, Story

__all__ = ["group"]

_HEADLINE_WEIGHT = 1  # times that a headline's words count on top; 3 and 1 give the same B-cubed on AllSides
_NAMES_WEIGHT = 1  # times that the words of names count on top; 2, 1 and 0 give the same within .003
_LEAD = 12  # propositions; on AllSides (tuning part) 12 give .921 and .907, 8 .918 and .908, all .913 and .897, at each one's best
_MEANING = 0.5  # share of the vectors in a pair score; the rest is words. On AllSides .3 loses .03, .7 loses .01
_OTHERS = 1000  # texts about other things that are counted in: costs AllSides .005, and a folder of eight reports stays one story
_LEAST = 0.2  # pair scores below this are not kept


def group(articles: Sequence[Article], notes: Sequence[Notes], *, settings: GroupSettings | None = None) -> tuple[Story, ...]:
    """The stories of some articles, the largest first; every article is in exactly one.

    The pair score is the mean of the cosine of the encoder's vectors and of TF-IDF, for articles at most
    ``settings.window_days`` apart; stories are groups by average linkage. The order of the articles does not matter.
    """
    settings = settings or GroupSettings()
    by_id = {n.article: n for n in notes}
    ordered = sorted(articles, key=_when)
    scores = _scores(ordered, [by_id[a.id] for a in ordered], settings)
    groups = group_by_average(len(ordered), scores, threshold=settings.same_story)
    stories = [_story([ordered[i] for i in g], settings) for g in groups]
    return tuple(sorted(stories, key=lambda s: (-len(s.articles), s.id)))


def _when(article: Article) -> tuple[str, str]:
    return (article.published.latest or "9999", article.id)


def _scores(articles: Sequence[Article], notes: Sequence[Notes], settings: GroupSettings) -> dict[tuple[int, int], float]:
    rows = np.hstack(
        [
            _MEANING**0.5 * _leads(notes),
            (1 - _MEANING) ** 0.5 * tfidf_rows([_words(a, n) for a, n in zip(articles, notes, strict=True)], others=_OTHERS),
        ]
    )
    days = [_day(a) for a in articles]
    found = ((a, b, s, _apart(days[a], days[b])) for a, b, s in alike(rows, _LEAST))
    return {(a, b): s - settings.day_penalty * gap for a, b, s, gap in found if gap <= settings.window_days}


def _leads(notes: Sequence[Notes]) -> Rows:
    """The mean vector of headline and lead, a row an article: the first propositions, the headline's twice."""
    rows = np.zeros((len(notes), DIMENSIONS), dtype=np.float32)
    for i, n in enumerate(notes):
        first = np.frombuffer(n.vectors, dtype=np.float16).reshape(-1, DIMENSIONS)[:_LEAD].astype(np.float32)
        if len(first):
            rows[i] = first.sum(axis=0) + first[0]
    return unit(rows)


def _words(article: Article, notes: Notes) -> list[str]:
    names = [w for n in notes.names for w in words(article.text[n.start : n.end])]
    found = words(article.text) + words(article.title or "") * _HEADLINE_WEIGHT + names * _NAMES_WEIGHT
    return [stem(w) for w in found if w not in STOPWORDS and len(w) > 1]


def _day(article: Article) -> int | None:
    """The day of publication as a number, None where it is not known."""
    return dt.date.fromisoformat(article.published.earliest[:10]).toordinal() if article.published.earliest else None


def _apart(a: int | None, b: int | None) -> int:
    """Days between two articles; an unknown day is no distance."""
    return 0 if a is None or b is None else abs(a - b)


def _story(articles: Sequence[Article], settings: GroupSettings) -> Story:
    titled = next((a for a in articles if a.title), None)
    return Story(
        id=content_id("story", articles[0].id),
        headline=(titled.title or "") if titled else articles[0].text[:120],
        articles=tuple(a.id for a in articles),
        copies=find_copies(articles, settings=settings),
        published=tuple((a.id, a.published) for a in articles),
    )
