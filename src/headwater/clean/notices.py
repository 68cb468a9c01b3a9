"""The text of an article and what was cut from it in, the words by which it is taken back or corrected out."""

from collections.abc import Iterable, Sequence

import msgspec

from headwater.amends import corrects, takes_back
from headwater.outlets import page_key
from headwater.text import lines, straighten
from headwater.types import Article, Aside, Dropped

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
        if retracted is None and takes_back(plain):
            retracted = line
        elif corrected is None and corrects(plain):
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
