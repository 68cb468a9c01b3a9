"""Two words of names in: are they one word, in another spelling, cut short, or with a slip of the pen? Pure, no list of names."""

import functools
import re
import unicodedata
from typing import Literal

from headwater.text import fold, strip_accents, words

Likeness = Literal["same", "spelling", "slip"]

# letters that are no letter with an accent: NFKD leaves them alone
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"})
_CYRILLIC = dict(
    zip(
        "абвгґдеёжзийклмнопрстуфхцчшщыэюяіїєђљњћџјў",
        words("a b v g g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch y e yu ya i i e dj lj nj c dz j u"),
        strict=True,
    )
)
_GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", words("a v g d e z i th i k l m n x o p r s s t y f ch ps o"), strict=True))
_SCRIPTS = str.maketrans({**_CYRILLIC, "ь": "", "ъ": "", **_GREEK})
# one sound, written in several ways when a name is put into Latin letters; in this order
_SOUNDS = (
    (re.compile(r"shch|sch|tch|ch|sh"), "c"),
    (re.compile(r"dzh|dj|zh"), "j"),
    (re.compile(r"tz|ts|z"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|gh|ck|q"), "k"),
    (re.compile(r"th"), "t"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"(?<=[aeiouy])[jy](?![aeiou])|(?<=[^aeiouy])j(?=$|[^aeiou])"), "i"),
    (re.compile(r"w|ff?$"), "v"),
    (re.compile(r"(?<=[aeiouy])h(?=$|[^aeiouy])"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_LATIN = re.compile("[a-z]+")
_RUNS = re.compile(r"[aeiouy]+|[^aeiouy]+")
_VOWELS = frozenset(map(frozenset, ("ou", "ei", "ey", "iy", "ae")))
_FEMININE = re.compile(r"(?:ov|ev|in|sk[iy]y?|n)a(?:ya)?$")
_SHORT, _LONG = 4, 9  # letters from which one slip, and from which two, leave a word what it is


def plain(word: str) -> str:
    """A word in lower-case Latin letters as far as tables go: accents, Cyrillic and Greek written out, other scripts as they are.

    >>> plain("Støre"), plain("Вучић"), plain("Café")
    ('store', 'vuchic', 'cafe')
    """
    low = strip_accents(fold(word).translate(_LETTERS).translate(_SCRIPTS)).translate(_LETTERS).translate(_SCRIPTS)
    return unicodedata.normalize("NFC", low)


@functools.lru_cache(maxsize=65536)
def likeness(a: str, b: str) -> Likeness | None:
    """How far two plain words are one: the same, another spelling of its sounds, or a slip of the pen; None where they are two.

    A slip is one letter added, lost, changed or two swapped (two such where both words have nine letters or more), never
    in a number and never the ending that tells a woman's name from a man's.

    >>> likeness("mohammed", "muhammad"), likeness("hassan", "hussein"), likeness("scholz", "schloz"), likeness("ivanov", "ivanova")
    ('spelling', None, 'slip', None)
    """
    if a == b:
        return "same"
    if _gendered(a, b) or not (_LATIN.fullmatch(a) and _LATIN.fullmatch(b)):
        return None
    if min(len(a), len(b)) >= _SHORT and same_sounds(a, b):
        return "spelling"
    shorter = min(len(a), len(b))
    allowed = 0 if shorter < _SHORT else 1 if shorter < _LONG else 2
    return "slip" if allowed and distance(a, b, allowed) <= allowed else None


def same_sounds(a: str, b: str) -> bool:
    """Are two words spellings of the same sounds: equal consonants, and between them vowels that are written for each other?

    ``o`` stands for ``u``, ``e`` for ``i`` and ``a`` for ``e``, never ``a`` for ``u``: Hassan is not Hussein.
    """
    x, y = _RUNS.findall(_sounds(a)), _RUNS.findall(_sounds(b))
    return len(x) == len(y) and all(map(_alike, x, y))


@functools.lru_cache(maxsize=65536)
def _sounds(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def _alike(a: str, b: str) -> bool:
    if a == b or a[0] not in "aeiouy" or b[0] not in "aeiouy":
        return a == b
    return all(any({x, y} <= kind for kind in _VOWELS) or x == y for x, y in ((a[0], b[0]), (a[-1], b[-1])))


def _gendered(a: str, b: str) -> bool:
    """Do two surnames differ in what tells a woman's from a man's only: Ivanov and Ivanova?"""
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return len(longer) - len(shorter) in (1, 2) and _FEMININE.search(longer) is not None and longer[: len(shorter) - 1] == shorter[:-1]


def distance(a: str, b: str, most: int) -> int:
    """Letters added, lost, changed, or neighbours swapped, between two words; ``most + 1`` where there are more.

    The optimal string alignment distance (Damerau 1964).
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, last, row = row, before, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
