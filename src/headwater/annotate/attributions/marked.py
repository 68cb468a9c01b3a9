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
# who does so to somebody does something, and says nothing of what else stands in the sentence
_DOES = re.compile(
    r"(?i)\b(?:indict|convict|acquit|sentenc|jail|imprison|arrest|detain|arraign|prosecut|su(?:ed?|ing)\b|charg|fin(?:ed|es|ing)\b|hail|prais|laud"
    r"|honou?r|celebrat|commemorat|mourn|welcom|greet)"
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
        if _is_statement(text, content)
        and (act not in _ATTITUDES or content.start > linked.cue.start)
        and not (_DOES.search(text[linked.cue.start : linked.cue.end]) and _is_object(text, linked.cue, content))
    ]


def _is_statement(text: str, content: Span) -> bool:
    """Can these words stand as a statement: long enough, with a verb, or a whole quotation?"""
    words = text[content.start : content.end]
    if len(words) < _SHORT or _NO_CLAUSE.match(words):
        return False
    quoted = any(c in _QUOTES for c in text[max(0, content.start - 1) : content.start + 1]) and len(words.split()) >= _SPOKEN
    return quoted or patterns.VERB.search(words) is not None or patterns.PRONOUN_FIRST.match(words) is not None


def _is_object(text: str, cue: Span, content: Span) -> bool:
    """Are these words, right behind the verb and unquoted, whom it is done to: "indicted a man who", and not "charged that"?"""
    if content.start < cue.end or text[content.start - 1 : content.start + 1].strip()[:1] in _QUOTES:
        return False
    return not re.search(r"\bthat\b", text[cue.end : content.start]) and not text[content.start :].startswith("that ")


def _act(marks: Marks, cue: Span) -> str:
    """What the source does: the act that the reader gives the first word of the cue; "denies" where its polarity is negative."""
    row = marks.scores[int(np.searchsorted(marks.words[:, 1], cue.start, side="right"))]
    act = ACTS[int(row[columns("act")].argmax())]
    negative = POLARITIES[int(row[columns("polarity")].argmax())] == "negative"
    return "denies" if negative and act in ("says", "shows") else act


def _moved(span: Span, by: int) -> Span:
    return Span(start=span.start + by, end=span.end + by)
