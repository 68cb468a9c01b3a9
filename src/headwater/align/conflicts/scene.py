"""A story's statements with their articles and notes in, what conflicts are looked for in out: texts, partners, claims by place."""

from collections.abc import Mapping, Sequence

import msgspec

from headwater.align.said import Said
from headwater.distance import kilometres
from headwater.text import fold
from headwater.types import Article, Claim, Notes, Place, Statement


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """All that one story's conflicts are looked for in; the places of ``statements``, ``said`` and ``home`` are the same."""

    statements: Sequence[Statement]
    said: Sequence[Said]
    topic: Mapping[tuple[int, int], float]
    articles: Mapping[str, Article]
    notes: Mapping[str, Notes]
    claims: Sequence[Claim] = ()
    """None before they are formed."""
    home: Sequence[int] = ()
    """Each statement's claim, by its place in ``claims``."""

    def article(self, at: int) -> Article:
        """The article of a statement."""
        return self.articles[self.statements[at].article]

    def quoted(self, at: int, start: int, end: int) -> str:
        """Some words of a statement's article, and whose they are."""
        article = self.article(at)
        return f"“{' '.join(article.text[start:end].split())}” ({article.outlet or article.source.rsplit('/', 1)[-1]})"


_FINE = ("facility", "city", "region")
_LEAD = 3  # sentences after the headline that tell where an article's own event is
_BACK = 2  # sentences before one in which the place that it tells of may stand
_APART_KM = 60  # between the edges of two places: one event is not at both

Points = tuple[Place, ...]


def where(scene: Scene, at: int) -> Points:
    """The places, finer than a country, of which a statement tells: of its sentence, of those just before it, else its article's own."""
    s, notes = scene.statements[at], scene.notes[scene.statements[at].article]
    before = [n for n in notes.sentences if n.start <= s.sentence.start][-1 - _BACK :]
    found = (_named(notes, n.start, n.end) for n in reversed(before))
    return next(filter(None, found), None) or own_places(scene, at)


def own_places(scene: Scene, at: int) -> Points:
    """The places of the first sentences of a statement's article: where what it reports happened."""
    article, notes = scene.article(at), scene.notes[scene.statements[at].article]
    lead = [s for s in notes.sentences if s.start >= article.body][:_LEAD]
    return _named(notes, 0, lead[-1].end) if lead else ()


def elsewhere(mine: Points, other: Points) -> bool:
    """Are there places on both sides, and all of one far from all of the other?"""
    return bool(mine) and bool(other) and all(far(p, q) for p in mine for q in other)


def far(p: Place, q: Place) -> bool:
    """Is so much land between two places that they are not one, as coarse as both are? A place without a point is one by its name."""
    if fold(p.name) == fold(q.name) or p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return fold(p.name) != fold(q.name)
    return kilometres(p.lat, p.lon, q.lat, q.lon) - p.within_km - q.within_km > _APART_KM


def _named(notes: Notes, start: int, end: int) -> Points:
    return tuple(p for p in notes.places if start <= p.start < end and p.precision in _FINE and p.use == "place")
