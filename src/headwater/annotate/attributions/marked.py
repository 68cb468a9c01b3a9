"""The reader's marks on the paragraphs of an article in, raw attributions out: one a fragment of content, nothing resolved."""

import re
from collections.abc import Sequence

import numpy as np

from headwater.annotate.attributions import patterns
from headwater.annotate.attributions.link import Linked, link
from headwater.annotate.attributions.raw import Raw
from headwater.annotate.attributions.tag import tag
from headwater.labels import ACTS, POLARITIES, columns
from headwater.models import Marks
from headwater.types import Span

_SHORT = 9  # characters: less is no content
_ATTITUDES = frozenset(["believes", "plans"])  # what stands before such a cue is what the attitude is about: "it was seen as ... by"
_SPOKEN = 5  # words: a shorter quotation is a name for something
_QUOTES = "\"“”„«»‘'"
# a content that begins so is what somebody wants, weighs or speaks about: an attitude, not a statement
_NO_CLAUSE = re.compile(
    r"(?i)[\"'“‘]?(?:to|how|whether|of|about|for|on|over|into|with|against|from|at|by|in favou?r|as|what|why|when|where|who|him|her|them)\b"
)


def find_marked(text: str, paragraphs: Sequence[Span], marks: Sequence[Marks]) -> tuple[Raw, ...]:
    """The attributions that the reader marks, in the order of their cues; those without a source are left out."""
    found: list[Raw] = []
    texts = [text[p.start : p.end] for p in paragraphs]
    for paragraph, words, mark, roles in zip(paragraphs, texts, marks, tag(texts, marks), strict=True):
        for linked in link(words, roles.source, roles.cue, roles.content):
            found += _raws(words, linked, mark, paragraph.start)
    return tuple(found)


def _raws(text: str, linked: Linked, marks: Marks, at: int) -> list[Raw]:
    if linked.source is None:
        return []
    act = _act(marks, linked.cue)
    return [
        Raw(source=_moved(linked.source, at), cue=_moved(linked.cue, at), content=_moved(content, at), act=act)
        for content in linked.contents
        if _is_statement(text, content) and (act not in _ATTITUDES or content.start > linked.cue.start)
    ]


def _is_statement(text: str, content: Span) -> bool:
    """Can these words stand as a statement: long enough, with a verb, or a whole quotation?"""
    words = text[content.start : content.end]
    if len(words) < _SHORT or _NO_CLAUSE.match(words):
        return False
    quoted = any(c in _QUOTES for c in text[max(0, content.start - 1) : content.start + 1]) and len(words.split()) >= _SPOKEN
    return quoted or patterns.VERB.search(words) is not None or patterns.PRONOUN_FIRST.match(words) is not None


def _act(marks: Marks, cue: Span) -> str:
    """What the source does: the act that the reader gives the first word of the cue; "denies" where its polarity is negative."""
    row = marks.scores[int(np.searchsorted(marks.words[:, 1], cue.start, side="right"))]
    act = ACTS[int(row[columns("act")].argmax())]
    negative = POLARITIES[int(row[columns("polarity")].argmax())] == "negative"
    return "denies" if negative and act in ("says", "shows") else act


def _moved(span: Span, by: int) -> Span:
    return Span(start=span.start + by, end=span.end + by)
