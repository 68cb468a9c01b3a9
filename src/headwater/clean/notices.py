"""The text of an article and what was cut from it in, the words by which it is taken back or corrected out."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from headwater.outlets import page_key
from headwater.text import lines, straighten
from headwater.types import Article, Aside, Dropped

_STORY = r"(?:article|story|report|piece|post|item|page|column|dispatch|interview|headline)"
_OWN = rf"(?:this|our|the above|an earlier|a previous)\s+(?:\w+\s+)?{_STORY}"
_TAKEN = r"(?:retracted|withdrawn|taken down|unpublished|pulled|killed)"
_NOTE = r"(?:editor(?:'s|s'|ial)?\s+)?(?:note|notice)\b[^.:]{0,30}:\s*"
_LEAD = rf"[\W_]*(?:{_NOTE})?"
# at the beginning of a line: in the middle of one, a report tells of somebody else's
_RETRACTED = re.compile(
    rf"(?i){_LEAD}(?:"
    rf"retract(?:ion|ed)\b(?:\s*\([^)]*\)|\s+notice)?\s*:|"
    rf"{_OWN}\s+(?:(?:has|have) been|was|is)\s+{_TAKEN}\b|"
    rf"(?:[\w.&' -]{{2,40}}\s)?(?:has|have)\s+(?:retracted|withdrawn|taken down|removed)\s+(?:this|its|our|an earlier)\s+(?:\w+\s+)?{_STORY}\b|"
    rf"(?:[\w.&' -]{{2,40}}\s)?(?:is|are)\s+(?:retracting|withdrawing)\s+(?:this|its|our|an earlier)\s+(?:\w+\s+)?{_STORY}\b|"
    rf"(?:mandatory\s+)?kill\s*:|story (?:removed|withdrawn|retracted)\b)"
)
_CORRECTED = re.compile(
    rf"(?i){_LEAD}(?:"
    rf"(?:corrections?|clarifications?|corrected|erratum)\b(?:\s+(?:and|&)\s+clarifications?)?(?:\s*\([^)]*\)|,?\s+[\w., ]{{0,24}}\d{{1,4}})?\s*:|"
    rf"(?:an?\s+|the\s+)?(?:earlier|previous|original)\s+(?:\w+\s+)?(?:version|edition)s?\s+of\s+(?:this|the|our)\s+(?:\w+\s+)?{_STORY}\b|"
    rf"(?:this|our)\s+(?:\w+\s+)?{_STORY}\s+(?:(?:has|have) been|was)\s+(?:\w+\s+)?(?:corrected|amended|(?:updated|changed|edited|revised)\s+to\s+correct)\b|"
    rf"(?:this|our)\s+(?:\w+\s+)?{_STORY}\s+corrects\b|"
    rf"(?:we|the [\w.&' -]{{2,40}}) (?:have |has )?corrected (?:this|our|an earlier)\b)"
)
_TELLING = (
    "retract",
    "withdr",
    "taken down",
    "unpublished",
    "pulled",
    "kill",
    "removed",
    "correct",
    "clarif",
    "amended",
    "version",
    "erratum",
)


def find_notices(text: str, dropped: Sequence[Dropped] = ()) -> tuple[str | None, str | None]:
    """The first line that takes the article back, and the first that corrects it; None where there is none."""
    retracted = corrected = None
    for line in _lines(text, dropped):
        plain = straighten(line)
        if retracted is None and _RETRACTED.match(plain):
            retracted = line
        elif corrected is None and _CORRECTED.match(plain):
            corrected = line
    return retracted, corrected


def _lines(text: str, dropped: Sequence[Dropped]) -> Iterable[str]:
    for held in (text, *(d.text for d in dropped)):
        low = held.lower()
        if not any(word in low for word in _TELLING):
            continue
        for start, end in lines(held):
            yield held[start:end]


def take_back(articles: Iterable[Article], set_aside: Iterable[Aside]) -> tuple[Article, ...]:
    """The articles, marked where their publisher cancelled the item of one of their addresses."""
    why = {key: aside.why for aside in set_aside if aside.cancels and (key := page_key(aside.cancels) or aside.cancels)}
    return tuple(_marked(a, why) for a in articles)


def _marked(article: Article, why: dict[str, str]) -> Article:
    keys = (page_key(a) or a for a in (*article.addresses, article.address or "") if a) if why else ()
    said = next((why[key] for key in keys if key in why), None)
    return msgspec.structs.replace(article, retracted=said) if said and article.retracted is None else article
