"""Two articles of one address in, whether they are one out: forms of one text, or editions, of which the later one stays.

1. An AMP form, a print form, a shortened one: what the shorter text says the longer one says too. The longer one stays.
2. Another edition: nearly the same words, and a sentence that gives another number, denies what the other says, or tells
   more. The one that corrects or takes back stays, else the one that surely appeared later. Where nothing tells which of
   them that is, they are two articles and both stay.
"""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from headwater.outlets import outlet_key
from headwater.text import telling, words
from headwater.trace.order import is_earlier
from headwater.types import Article, Aside

MOST_EDITIONS = 20  # of one address that an article is compared with
EARLIER = "an earlier edition of"
_SAME_PAGE = 0.9  # of the shorter text's words: an edition that was written anew shares less
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
_MORE = 5  # words of a sentence that only the shorter text has, for it to tell more: fewer are a label of the page
_MOST_CHANGED = 50  # sentences that are compared: a text with more of them is another edition
_ALIKE = 0.5  # of the words of a sentence, for another to be what it was or became


class Settled(msgspec.Struct, frozen=True):
    """What two articles of one address are to each other."""

    stays: bool
    """Does the first of the two stay?"""
    earlier: bool
    """Is the other an earlier edition, and not a form of the same text?"""


def settle(a: Article, b: Article) -> Settled | None:
    """Which of two articles of one address stays; None where they are two articles. The same for either order of them."""
    if not _alike(a, b):
        return None
    if (a.corrected, a.retracted) == (b.corrected, b.retracted) and not _differ(*sorted((a, b), key=_size)):
        return Settled(stays=_size(a) < _size(b), earlier=False)
    later = _noticed(a) - _noticed(b) or is_earlier(b.published, a.published) - is_earlier(a.published, b.published)
    return Settled(stays=later > 0, earlier=True) if later else None


def order(article: Article) -> tuple[str, ...]:
    """The order of articles, and which of several with one id is kept: the same for any order of the files."""
    return (article.id, article.published.earliest or "9999", article.author or "", article.page, article.source)


def with_addresses(article: Article, other: Article) -> Article:
    """The article with the addresses of another reading of it too: its own first, the others sorted."""
    own = article.addresses or other.addresses
    rest = sorted({*own, *other.addresses} - {*own[:1]})
    return msgspec.structs.replace(article, addresses=(*own[:1], *rest))


def set_aside(source: str, article: Article, *, earlier: bool) -> Aside:
    """The word on a report that is one with an article that stays."""
    if not earlier:
        return Aside(source=source, why=f"the same article as {article.source}")
    there = article.source if article.source != source else "what stands there now"
    return Aside(source=source, why=f"{EARLIER} {there}")


def _alike(a: Article, b: Article) -> bool:
    """Are nearly all words of the shorter text in the other, and are both of one outlet?"""
    if outlet_key(a.outlet or "") != outlet_key(b.outlet or ""):
        return False
    mine, other = Counter(words(a.text)), Counter(words(b.text))
    return (mine & other).total() >= _SAME_PAGE * min(mine.total(), other.total())


def _size(article: Article) -> tuple[object, ...]:
    """Sorts the longest first."""
    return (-len(article.text), *order(article))


def _noticed(article: Article) -> bool:
    return article.corrected is not None or article.retracted is not None


def _differ(longer: Article, shorter: Article) -> bool:
    """Does the shorter text say anything that the longer one does not say, by its numbers, its denials and what it tells more?"""
    theirs = _sentences(longer.text)
    held = {" ".join(found) for _, found in theirs}
    changed = [(s, found) for s, found in _sentences(shorter.text) if " ".join(found) not in held]
    if len(changed) > _MOST_CHANGED:
        return True
    return any(_says_more(s, found, theirs) for s, found in changed)


def _says_more(sentence: str, found: Sequence[str], theirs: Sequence[tuple[str, Sequence[str]]]) -> bool:
    mine = Counter(found)
    shares = [(2 * (mine & Counter(other)).total() / (len(found) + len(other)), s) for s, other in theirs]
    most, nearest = max(shares, key=lambda pair: pair[0], default=(0.0, ""))
    if most < _ALIKE:
        return len(found) >= _MORE
    return telling(sentence) != telling(nearest)


def _sentences(text: str) -> list[tuple[str, list[str]]]:
    return [(s, found) for s in _SENTENCE.split(text) if (found := words(s))]
