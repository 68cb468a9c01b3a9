"""A page of plain text -> Draft: its lines, and its headline where the first line of news reads like one."""

from headwater.clean.draft import Draft, Line
from headwater.clean.furniture import is_furniture, is_masthead
from headwater.text import lines

_HEADLINE_WORDS = 25  # a longer first line is a paragraph; of the dev headlines the longest has 17


def read_plain(text: str) -> Draft:
    """The draft of a plain text; only what the words themselves show."""
    found = tuple(Line(text=text[s:e], field="", start=s, end=e) for s, e in lines(text))
    first = next((i for i, line in enumerate(found) if not is_furniture(line.text) and not (i == 0 and is_masthead(line.text))), None)
    if first is None or first + 1 >= len(found) or not _is_headline(found[first].text):
        return Draft(lines=found)
    return Draft(lines=found[:first] + found[first + 1 :], title=found[first])


def _is_headline(line: str) -> bool:
    return len(line.split()) <= _HEADLINE_WORDS and not line.endswith((".", ":", ";", ",", '."', ".”"))
