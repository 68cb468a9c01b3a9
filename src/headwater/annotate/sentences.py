"""Article -> its sentences, each with the number of its paragraph; a paragraph is a passage between empty lines."""

import re

import sentencex

from headwater.text import trim
from headwater.types import Article, Sentence

_PARAGRAPH = re.compile(r"[^\n]+")
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
        for piece in sentencex.segment("en", paragraph.group()):
            start, end = trim(article.text, at, at + len(piece))
            at += len(piece)
            if start == end:
                continue
            # a piece that goes on in lower case belongs to the one before: "Inc. said", "a.m. on Friday"
            open_ended = found and _OPEN.search(article.text, found[-1].start, found[-1].end)
            if found and found[-1].paragraph == number and (article.text[start].islower() or open_ended):
                found[-1] = Sentence(start=found[-1].start, end=end, paragraph=number)
            else:
                found.append(Sentence(start=start, end=end, paragraph=number))
    return tuple(found)
