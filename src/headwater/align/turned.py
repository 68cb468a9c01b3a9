"""Two texts of much the same words in, whether they tell of opposite things out: who did it to whom, on which day, or not quite.

"Ostmark shelled Westland" and "Westland shelled Ostmark" have the same words, and no model that was tried tells them
apart. So the words before and behind a verb that both have are compared, a passive turned round first.
"""

import functools
import re

from headwater.align.said import Said
from headwater.align.values import compare_days
from headwater.demonyms import DEMONYMS
from headwater.tables import MONTHS, STOPWORDS, WEEKDAYS
from headwater.text import fold, number_of, stem, words

_BE = frozenset(words("is are was were be been being get gets got"))
_PAST = frozenset(
    words(
        "beat beaten bit bought bound broke broken brought built caught chose chosen cut drove driven fed fought forbade found gave given hit held "
        "hurt kept led left lent lost made met overran overthrew overthrown paid put read rode sank sent set shook shot shut slew sold sought "
        "stole stolen struck sued swore threw thrown told took taken taught tore torn warned won wrote written"
    )
)
_LEAST_PAST = 4  # letters of a word that ends in -ed and is a verb: "red" is none
_SHORT_OF = re.compile(r"(?i)\b(?:almost|nearly|narrowly|barely|hardly|scarcely|all but|close to|on the verge of)\s+(\w+)")
_QUANTITIES = frozenset(words("all every everyone everybody everything half double twice a an the one entire entirely"))

Sides = dict[str, tuple[frozenset[str], frozenset[str]]]
"""The stem of each verb of a text to the stems of the words on the side of who does it, and on the other."""


def tells_otherwise(a: Said, b: Said) -> bool:
    """Do two texts, alike as their words may be, tell of different days, of one thing turned round, or one of it as not quite so?"""
    if compare_days(a.days, b.days) == "differ" or falls_short(a.text) != falls_short(b.text):
        return True
    if not (a.days and b.days) and (mine := _days(a.text)) and (other := _days(b.text)) and not mine & other:
        return True
    return is_turned(a.text, b.text)


@functools.lru_cache(maxsize=4096)
def falls_short(text: str) -> bool:
    """Does a text say that something almost happened? "Almost 300 dead" is a number and none.

    >>> falls_short("Twelve workers were almost killed"), falls_short("Almost 300 workers were killed")
    (True, False)
    """
    return any(
        number_of(m.group(1).lower()) is None and m.group(1).lower() not in _QUANTITIES and not m.group(1)[0].isdigit()
        for m in _SHORT_OF.finditer(text)
    )


def is_turned(a: str, b: str) -> bool:
    """Does one text say that a did to b what the other says that b did to a?

    >>> is_turned("Ostmark shelled Westland", "Westland shelled Ostmark"), is_turned("Ostmark shelled Westland", "Westland was shelled by Ostmark")
    (True, False)
    """
    x, y = _sides(a), _sides(b)
    return any(x[verb][0] & y[verb][1] and x[verb][1] & y[verb][0] for verb in x.keys() & y.keys())


@functools.lru_cache(maxsize=4096)
def _sides(text: str) -> Sides:
    tokens = words(fold(text))
    found: Sides = {}
    for at, token in enumerate(tokens):
        if not (token in _PAST or (token.endswith("ed") and len(token) >= _LEAST_PAST)):
            continue
        before, behind = tokens[:at], tokens[at + 1 :]
        if before and _is_before_noun(before[-1]):
            continue
        if _BE & set(before[-2:]):
            by = behind.index("by") if "by" in behind else len(behind)
            before, behind = behind[by + 1 :], [*before, *behind[:by]]
        found.setdefault(stem(token), (_content(before), _content(behind)))
    return found


def _is_before_noun(word: str) -> bool:
    """Does a word stand before a noun, so that the next one is no verb: "the flooded store", "nine wounded soldiers"?"""
    return word in _DETERMINERS or word.endswith(("'s", "s'")) or number_of(word) is not None


_DETERMINERS = frozenset(words("the a an this that these those its their his her our my your some any no many several few"))


def _content(tokens: list[str]) -> frozenset[str]:
    return frozenset(stem(DEMONYMS.get(t, t)) for t in tokens if t not in STOPWORDS)


@functools.lru_cache(maxsize=4096)
def _days(text: str) -> frozenset[str]:
    return frozenset(w for w in words(fold(text)) if w in WEEKDAYS or (w in MONTHS and w not in ("may", "march", "mar", "sun", "sat")))
