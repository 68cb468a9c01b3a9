"""Names of sources in, one key for what is the same source out: a person, a body with whoever speaks for it, an outlet."""

import functools
import re

from headwater.bodies import forms_clash, is_bare, parts, same_words
from headwater.demonyms import DEMONYMS
from headwater.outlets import outlet_named
from headwater.persons import agree, same_family
from headwater.spellings import plain
from headwater.tables import BODY_WORDS, HONORIFICS, STOPWORDS, TITLES
from headwater.text import fold, strip_accents, words

_GENERATIONS = frozenset(["jr", "sr", "ii", "iii"])
_PARTICLES = frozenset(["al", "el", "ul", "ur", "bin", "ibn", "ben", "bint"])
_SPLIT = re.compile(r"[.'&/]+")
_WHERE = re.compile(r"\s+in\s+(?:the\s+)?[A-Z].*$")  # "the foreign ministry in Example City" is the foreign ministry
_WEAK = STOPWORDS | frozenset(["said", "spokesman", "spokeswoman", "spokesperson", "official", "officials"])


@functools.lru_cache(maxsize=4096)
def name_tokens(name: str) -> frozenset[str]:
    """The words of a name that carry it: folded, without accents, articles and possessives."""
    low = strip_accents(fold(name)).replace("'s", "").replace("s'", "s")
    found = [DEMONYMS.get(w, w) for w in words(low) if w not in STOPWORDS or w == "us"]
    return frozenset(BODY_WORDS.get(w, w) for w in found) or frozenset(words(low))


@functools.lru_cache(maxsize=4096)
def person_tokens(name: str) -> tuple[str, ...]:
    """The words of a person's name in order, given names first, without titles, honorifics and particles like "al" and "bin".

    >>> person_tokens("President Mara Velden"), person_tokens("VELDEN, Mara J."), person_tokens("Omar al-Ostmari")
    (('mara', 'velden'), ('mara', 'j', 'velden'), ('omar', 'ostmari'))
    """
    family, comma, given = name.partition(",")
    turned = f"{given} {family}" if comma and words(given) and not set(words(given)) <= _GENERATIONS else name
    found = [part for w in words(plain(turned)) for part in _SPLIT.sub("-", w).split("-") if part]
    core = [w for w in found if w not in HONORIFICS | TITLES | _GENERATIONS]
    return tuple([w for i, w in enumerate(core) if w not in _PARTICLES or (not i and w == "ben")] or core or found)


@functools.lru_cache(maxsize=16384)
def same_person(a: str, b: str) -> bool:
    """Can two names be one person's? Word by word; the family name agrees, and given names as far as both have them.

    >>> same_person("Anna Berg", "Berg"), same_person("Anna Berg", "A. Berg"), same_person("Anna Berg", "Olaf Berg")
    (True, True, False)
    >>> same_person("Muhammad al-Ostmari", "Mohammed Ostmari"), same_person("Ivan Petrov", "Ivan Petrova")
    (True, False)
    """
    return agree(person_tokens(a), person_tokens(b))


def same_surname(a: str, b: str) -> bool:
    """Do two names of persons end in the same word, in whatever spelling?"""
    return same_family(person_tokens(a), person_tokens(b))


@functools.lru_cache(maxsize=16384)
def same_body(a: str, b: str) -> bool:
    """Can two names be one body's? The words of one are all among the other's; a spokesperson is the body.

    Two numbers, two legal forms and two places tell bodies apart, and what a firm's full name adds to another full name does.

    >>> same_body("Freedonian army", "the army"), same_body("Freedonian army", "Freedonian police")
    (True, False)
    >>> same_body("Velden AG", "Velden Aktiengesellschaft"), same_body("44th Brigade", "45th Brigade")
    (True, False)
    """
    known_a, known_b = outlet_named(a), outlet_named(b)
    if known_a or known_b:
        return known_a is not None and known_b is not None and known_a.name == known_b.name
    if (stated := _as_firms(a, b)) is not None:
        return stated
    x, y = _body_tokens(a, b), _body_tokens(b, a)
    if not x or not y:
        return name_tokens(a) == name_tokens(b)
    if _initials(a) == b.replace(".", "") or _initials(b) == a.replace(".", ""):
        return True
    # "army" and "the Freedonian army", "Example Bank" and "Example": what one leaves out, the other adds
    return x <= y or y <= x


def _as_firms(a: str, b: str) -> bool | None:
    """What numbers, legal forms and spellings say of two names of bodies; None where they leave it open."""
    x, y = parts(a), parts(b)
    if x == y or x.letters == y.letters:
        return True
    if x.numbers and y.numbers and x.numbers != y.numbers:
        return False
    if is_bare(x) or is_bare(y):
        return None
    if forms_clash(x, y):
        return False
    if x.numbers == y.numbers and same_words(x.words, y.words):
        return True
    if x.forms and y.forms:
        return False
    return None


def _body_tokens(name: str, other: str) -> frozenset[str]:
    """The words that carry a name; where it is goes for nothing, unless the other name says that too."""
    where = _WHERE.search(name)
    bare = name if where and _WHERE.search(other) else _WHERE.sub("", name)
    return name_tokens(bare) - _WEAK


def _initials(name: str) -> str:
    """The first letters of the capitalised words of a name: UN for the United Nations; "" where they are fewer than two."""
    letters = "".join(t[0] for t in name.split() if t[0].isupper() and t.lower() not in STOPWORDS)
    return letters if len(letters) > 1 else ""


_SPEAKER_FOR = re.compile(r"^(?:an? |the |another )?(?:\w+ )?spokes\w+ (?:for|of) (?:the )?(?P<body>[^,]+)$", re.IGNORECASE)
_SPEAKER_OF = re.compile(r"^(?:an? |the |another |one )?(?P<body>.+?)(?:['’]s?)?\s+spokes\w+$", re.IGNORECASE)
_NO_BODY = frozenset(["a", "an", "the", "one", "another", "his", "her", "its", "their", "official", "chief", "military", "second"])


def spoken_body(name: str) -> str | None:
    """The body behind a spokesperson who is not named; None where the words name no body, or a person.

    >>> spoken_body("a Road Board spokesman"), spoken_body("spokeswoman for the Road Board"), spoken_body("a spokesman")
    ('Road Board', 'Road Board', None)
    """
    match = _SPEAKER_FOR.match(name.strip()) or _SPEAKER_OF.match(name.strip())
    body = match.group("body") if match else ""
    named = any(c.isupper() for c in body) or len(body.split()) > 1
    return body if named and body.lower() not in _NO_BODY else None


def near_spelling(a: str, b: str) -> bool:
    """Are two names of persons one name spelled by ear: the same given names, and surnames a letter or two apart?

    Two letters may differ in a long surname, or beside two given names.

    >>> near_spelling("Mara Feldens", "Mara Feldenz"), near_spelling("Mara Velden", "Mara Lund")
    (True, False)
    """
    x, y = person_tokens(a), person_tokens(b)
    if len(x) < 2 or x[:-1] != y[:-1] or x[-1][0] != y[-1][0]:
        return False
    most = 2 if min(len(x[-1]), len(y[-1])) >= _LONG_SURNAME or len(x) > 2 else 1
    return _distance(x[-1], y[-1], most) <= most


_LONG_SURNAME = 5  # letters from which two of them may differ: Arabic and Slavic names are written down in many ways


def _distance(a: str, b: str, most: int) -> int:
    """How many letters are put in, left out or changed between two words (Levenshtein 1966); more than ``most`` is not counted."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]
