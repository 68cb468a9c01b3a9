"""A page of plain text -> Draft: its lines, its headline where the first line of news reads like one, and its masthead."""

import re

from headwater.clean.draft import Draft, Line
from headwater.clean.edges import drop
from headwater.clean.furniture import is_furniture, is_masthead
from headwater.text import lines, words

_HEADLINE_WORDS = 25  # a longer first line is a paragraph; of the dev headlines the longest has 17
_MASTHEAD_WORDS = 4
# a name in capitals, with no word that does something
_NAME = re.compile(r"(?:The\s+)?[A-ZÀ-ÖØ-Þ][\w'’-]*(?:\s+(?:(?:of|and|the|&)\s+)*[A-ZÀ-ÖØ-Þ][\w'’-]*)*")


def read_plain(text: str) -> Draft:
    """The draft of a plain text; only what the words themselves show."""
    found = tuple(Line(text=text[s:e], field="", start=s, end=e) for s, e in lines(text))
    if _names_paper(found):
        draft = _titled(found[1:])
        return Draft(lines=draft.lines, title=draft.title, outlet=found[0].text, dropped=(drop(found[0], "masthead", "names the outlet"),))
    return _titled(found)


def _titled(found: tuple[Line, ...]) -> Draft:
    first = next((i for i, line in enumerate(found) if not is_furniture(line.text) and not (i == 0 and is_masthead(line.text))), None)
    if first is None or first + 1 >= len(found) or not _is_headline(found[first].text):
        return Draft(lines=found)
    return Draft(lines=found[:first] + found[first + 1 :], title=found[first])


def _names_paper(found: tuple[Line, ...]) -> bool:
    """Is the first line the name of a paper by its place: a short name, and below it a headline, with a date or byline between or not?

    A headline in capitals above a second one is none, so a word of a name that the rest of the text has too speaks against it.
    """
    if len(found) < _LEAST_LINES or is_masthead(found[0].text) or is_furniture(found[0].text):
        return False
    tokens = found[0].text.split()
    if not 1 < len(tokens) <= _MASTHEAD_WORDS or not _NAME.fullmatch(found[0].text):
        return False
    below = next((i for i, line in enumerate(found[1:], start=1) if not is_furniture(line.text)), len(found))
    if below + 1 >= len(found) or not _is_headline(found[below].text) or len(found[below].text.split()) <= len(tokens):
        return False
    return words(tokens[-1])[-1:] != [] and words(tokens[-1])[-1] not in {w for line in found[1:] for w in words(line.text)}


_LEAST_LINES = 3


def _is_headline(line: str) -> bool:
    return len(line.split()) <= _HEADLINE_WORDS and not line.endswith((".", ":", ";", ",", '."', ".”"))
