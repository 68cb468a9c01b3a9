"""Article in, Notes out: sentences, names, times, places, attributions, propositions and their vectors."""

from collections.abc import Sequence

import numpy as np

from headwater.annotate.attributions import find_sources
from headwater.annotate.attributions.marked import find_marked
from headwater.annotate.names import find_names
from headwater.annotate.places import find_places
from headwater.annotate.propositions import find_propositions
from headwater.annotate.quotations import find_quotations
from headwater.annotate.sentences import find_amends, find_sentences
from headwater.annotate.times import find_times
from headwater.annotate.wordclasses import word_classes
from headwater.models import DIMENSIONS, Marks, Reader
from headwater.settings import AnnotateSettings
from headwater.types import Article, Notes, Proposition, Sentence, Span

__all__ = ["annotate"]


def annotate(article: Article, *, reader: Reader, settings: AnnotateSettings | None = None) -> Notes:
    """Every mark on one article; it depends on nothing but the article, the weights and the settings.

    Args:
        article: what ``clean`` gave.
        reader: anything that marks paragraphs, see ``headwater.models.Reader``; it reads each paragraph once.
        settings: how much of a very long text is read; ``notes.unread`` counts the sentences that were not.
    """
    settings = settings or AnnotateSettings()
    sentences = find_sentences(article)
    unread = max(0, len(sentences) - settings.max_sentences)
    sentences = sentences[: settings.max_sentences]
    paragraphs = _paragraphs(sentences)
    marks = reader.read([article.text[p.start : p.end] for p in paragraphs])
    names = find_names(article, sentences, paragraphs=paragraphs, marks=marks)
    amends = find_amends(article, sentences)
    about = [s for i, s in enumerate(sentences) if i not in amends]
    aside = [sentences[i] for i in amends]
    marked = [m for m in find_marked(article.text, paragraphs, marks) if not any(s.start <= m.cue.start < s.end for s in aside)]
    sources = find_sources(article, about, find_quotations(article.text), names, marked=marked)
    words = _words(article.text, paragraphs, marks)
    propositions = find_propositions(article, sentences, sources.attributions, words, without=amends)
    return Notes(
        article=article.id,
        sentences=sentences,
        names=names,
        times=find_times(article, sentences),
        places=find_places(article, names),
        attributions=sources.attributions,
        views=sources.views,
        propositions=propositions,
        vectors=_vectors(propositions, paragraphs, marks),
        unread=unread,
    )


def _paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    """From the first to the last sentence of each paragraph."""
    found: dict[int, Span] = {}
    for s in sentences:
        first = found.get(s.paragraph, Span(start=s.start, end=s.end))
        found[s.paragraph] = Span(start=first.start, end=s.end)
    return list(found.values())


def _words(text: str, paragraphs: Sequence[Span], marks: Sequence[Marks]) -> list[tuple[int, int, str]]:
    """The words of all paragraphs, where each begins and ends in the article, and its class."""
    return [
        (p.start + s, p.start + e, kind)
        for p, m in zip(paragraphs, marks, strict=True)
        for (s, e), kind in zip(m.words.tolist(), word_classes(text[p.start : p.end], m), strict=True)
    ]


def _vectors(propositions: Sequence[Proposition], paragraphs: Sequence[Span], marks: Sequence[Marks]) -> bytes:
    """A float16 row of unit length a proposition, out of the paragraph that it stands in."""
    rows = np.zeros((len(propositions), DIMENSIONS), dtype=np.float16)
    at = 0
    for row, p in enumerate(propositions):
        while paragraphs[at].end < p.end:
            at += 1
        rows[row] = marks[at].vector(p.start - paragraphs[at].start, p.end - paragraphs[at].start)
    return rows.tobytes()
