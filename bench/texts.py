"""Bare texts in, what they are compared by out: each is read as an article of its own by the product's own stages."""

from collections.abc import Sequence

from headwater.align.said import Said, content_words, is_negated, name_words
from headwater.annotate import annotate
from headwater.models import Reader
from headwater.state.quantities import find_quantities
from headwater.text import straighten
from headwater.types import Article


def read_texts(texts: Sequence[str], places: Sequence[tuple[str, int]], reader: Reader) -> list[Said]:
    """Each text with its names, numbers, dates and vector; ``places`` tell which texts are never a pair."""
    return [_one(text, place, reader) for text, place in zip(texts, places, strict=True)]


def _one(text: str, place: tuple[str, int], reader: Reader) -> Said:
    notes = annotate(Article(id="text", source="text", page="", text=text), reader=reader)
    return Said(
        text=text,
        words=content_words(text),
        names=name_words([text[n.start : n.end] for n in notes.names]),
        quantities=find_quantities(straighten(text), 0, len(text), times=notes.times),
        days=tuple((t.earliest, t.latest) for t in notes.times if t.earliest and t.latest),
        negated=is_negated(text),
        vector=reader.read([text])[0].vector(0, len(text)),
        place=place,
    )
