"""Names of sources in, one key for what is the same source out: a person, a body with whoever speaks for it, an outlet."""

import functools
import re

from headwater.demonyms import DEMONYMS
from headwater.outlets import outlet_named
from headwater.tables import BODY_WORDS, HONORIFICS, STOPWORDS, TITLES
from headwater.text import fold, strip_accents, words

_GENERATIONS = frozenset(["jr", "sr", "ii", "iii"])
_WHERE = re.compile(r"\s+in\s+[A-Z].*$")  # "the foreign ministry in Example City" is the foreign ministry
_WEAK = STOPWORDS | frozenset(["said", "spokesman", "spokeswoman", "spokesperson", "official", "officials"])


@functools.lru_cache(maxsize=4096)
def name_tokens(name: str) -> frozenset[str]:
    """The words of a name that carry it: folded, without accents, articles and possessives."""
    low = strip_accents(fold(name)).replace("'s", "").replace("s'", "s")
    found = [DEMONYMS.get(w, w) for w in words(low) if w not in STOPWORDS or w == "us"]
    return frozenset(BODY_WORDS.get(w, w) for w in found) or frozenset(words(low))


@functools.lru_cache(maxsize=4096)
def person_tokens(name: str) -> tuple[str, ...]:
    """The words of a person's name in order, without titles and honorifics."""
    found = [part for w in words(strip_accents(name)) for part in w.strip(".").split("-")]
    core = [w for w in found if w not in HONORIFICS | TITLES | _GENERATIONS]
    return tuple(core or found)


def same_person(a: str, b: str) -> bool:
    """Can two names be one person's? The last word is the same, and given names agree as far as both have them.

    >>> same_person("Anna Berg", "Berg"), same_person("Anna Berg", "A. Berg"), same_person("Anna Berg", "Olaf Berg")
    (True, True, False)
    """
    x, y = person_tokens(a), person_tokens(b)
    if not x or not y or x[-1] != y[-1]:
        return False
    given_x, given_y = x[:-1], y[:-1]
    if not given_x or not given_y:
        return True
    return given_x[0] == given_y[0] or (1 in (len(given_x[0]), len(given_y[0])) and given_x[0][0] == given_y[0][0])


def same_surname(a: str, b: str) -> bool:
    """Do two names of persons end in the same word?"""
    x, y = person_tokens(a), person_tokens(b)
    return bool(x and y) and x[-1] == y[-1]


@functools.lru_cache(maxsize=16384)
def same_body(a: str, b: str) -> bool:
    """Can two names be one body's? The words of one are all among the other's; a spokesperson is the body.

    >>> same_body("Freedonian army", "the army"), same_body("Freedonian army", "Freedonian police")
    (True, False)
    """
    known_a, known_b = outlet_named(a), outlet_named(b)
    if known_a or known_b:
        return known_a is not None and known_b is not None and known_a.name == known_b.name
    x, y = name_tokens(_WHERE.sub("", a)) - _WEAK, name_tokens(_WHERE.sub("", b)) - _WEAK
    if not x or not y:
        return name_tokens(a) == name_tokens(b)
    if _initials(a) == b.replace(".", "") or _initials(b) == a.replace(".", ""):
        return True
    # "army" and "the Freedonian army", "Example Bank" and "Example": what one leaves out, the other adds
    return x <= y or y <= x


def _initials(name: str) -> str:
    """The first letters of the capitalised words of a name: UN for the United Nations; "" where they are fewer than two."""
    letters = "".join(t[0] for t in name.split() if t[0].isupper() and t.lower() not in STOPWORDS)
    return letters if len(letters) > 1 else ""
