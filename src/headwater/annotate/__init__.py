"""Article in, Notes out: sentences, names, times, places, attributions, propositions and their vectors."""

import numpy as np

from headwater.annotate.attributions import find_attributions
from headwater.annotate.names import find_names
from headwater.annotate.places import find_places
from headwater.annotate.propositions import find_propositions
from headwater.annotate.quotations import find_quotations
from headwater.annotate.sentences import find_sentences
from headwater.annotate.times import find_times
from headwater.models import Encoder
from headwater.settings import AnnotateSettings
from headwater.types import Article, Notes

__all__ = ["annotate"]


def annotate(article: Article, *, encoder: Encoder, settings: AnnotateSettings | None = None) -> Notes:
    """Every mark on one article; it depends on nothing but the article, the weights and the settings.

    Args:
        article: what ``clean`` gave.
        encoder: anything that gives vectors, see ``headwater.models.Encoder``.
        settings: how much of a very long text is read; ``notes.unread`` counts the sentences that were not.
    """
    settings = settings or AnnotateSettings()
    sentences = find_sentences(article)
    unread = max(0, len(sentences) - settings.max_sentences)
    sentences = sentences[: settings.max_sentences]
    names = find_names(article, sentences)
    attributions = find_attributions(article, sentences, find_quotations(article.text), names)
    propositions = find_propositions(article, sentences, attributions)
    texts = [article.text[p.start : p.end] for p in propositions]
    return Notes(
        article=article.id,
        sentences=sentences,
        names=names,
        times=find_times(article, sentences),
        places=find_places(article, names),
        attributions=attributions,
        propositions=propositions,
        vectors=encoder.encode(texts).astype(np.float16).tobytes(),
        unread=unread,
    )
