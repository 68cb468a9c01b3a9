"""Article -> its sentences, each with the number of its paragraph; a paragraph is a passage between empty lines."""

import re
from collections.abc import Sequence

import sentencex

from headwater.amends import corrects, takes_back
from headwater.tables import MONTH, WEEKDAY
from headwater.text import straighten, trim
from headwater.types import Article, Sentence

_PARAGRAPH = re.compile(r"[^\n]+")
_BLANK = re.compile(r"\s")  # sentencex stops the whole run at a no-break space behind certain marks
_CLOCK = re.compile(r"(?i)\d\s?[ap]\.m\.$")
_ZONE_OR_DAY = re.compile(rf"(?:[ECMP][SD]T|GMT|UTC|BST|CES?T|(?i:{WEEKDAY}|{MONTH}))\b")
# "Example.com reports" is one word
_DOMAIN = re.compile(r"(?i)(?:com|net|org|info|news|io|tv|fm|az|ru|ua|by|pl|de|fr|es|ie|nl|tr|ge|kz|uk|eu)\b(?=\s+[a-z(])")
# abbreviations that a name or a number follows, so that no sentence ends with them
_OPEN = re.compile(
    r"\b(?:Rep|Reps|Sen|Sens|Gov|Govs|Gen|Lt|Col|Sgt|Capt|Cpl|Adm|Maj|Cmdr|Mr|Mrs|Ms|Messrs|Dr|Drs|Prof|Rev|Hon|Supt|Det|Insp|Atty|Mt|Ft|vs|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.$"
)


def find_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article in order, edges trimmed."""
    found: list[Sentence] = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(article.text)):
        at = paragraph.start()
        for piece in sentencex.segment("en", _BLANK.sub(" ", paragraph.group())):
            start, end = trim(article.text, at, at + len(piece))
            at += len(piece)
            if start == end:
                continue
            if found and found[-1].paragraph == number and _goes_on(article.text, found[-1], start):
                found[-1] = Sentence(start=found[-1].start, end=end, paragraph=number)
            else:
                found.append(Sentence(start=start, end=end, paragraph=number))
    return tuple(found)


def find_amends(article: Article, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Which sentences take the article back or correct an earlier text of it: they tell of the article, and not of the world.

    They stand first in their paragraph, or behind another of their kind; what else stands there tells of the world.
    """
    found: set[int] = set()
    for i, s in enumerate(sentences):
        first = i == 0 or sentences[i - 1].paragraph != s.paragraph
        if s.start >= article.body and (first or i - 1 in found):
            plain = straighten(article.text[s.start : s.end])
            if corrects(plain) or takes_back(plain):
                found.add(i)
    return frozenset(found)


def _goes_on(text: str, before: Sentence, start: int) -> bool:
    """Does a piece belong to the one before: in lower case ("Inc. said"), behind a title, a day behind a clock time ("a.m. Friday")?"""
    if before.end == start and text[start - 1] == "." and text[start - 2].isalpha() and _DOMAIN.match(text, start):
        return True
    if text[start].islower() or _OPEN.search(text, before.start, before.end):
        return True
    return _ZONE_OR_DAY.match(text, start) is not None and _CLOCK.search(text, max(before.start, before.end - 8), before.end) is not None
