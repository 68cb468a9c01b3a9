"""A name of a body in, its parts out: the words that carry it, its legal form, its numbers; and whether two sets of words are one."""

import functools
import re
from collections.abc import Iterable

import msgspec

from headwater.demonyms import DEMONYMS
from headwater.spellings import likeness, plain
from headwater.text import fold, number_of, words

_FORMS = {
    "ag": "ag|aktiengesellschaft",
    "ltd": "ltd|limited|pte ltd|pty ltd|private limited",
    "plc": "plc|public limited company",
    "jsc": "jsc|ojsc|pjsc|cjsc|oao|pao|zao|ao|joint stock company|open joint stock company|public joint stock company|closed joint stock company|publichnoe aktsionernoe obshchestvo",
    "llc": "llc|ooo|limited liability company|srl|s r l|gmbh und co kg|societatea cu raspundere limitata|sp z o o|spzoo|sarl|gesellschaft mit beschrankter haftung|gmbh|tov",
    "corp": "corp|corporation|inc|incorporated",
    "co": "co|company",
    "lp": "lp|limited partnership|llp",
    "sa": "sa|societe anonyme|sociedad anonima|spa|sa de cv",
    "se": "se",
    "bv": "bv|bvba|nv",
    "ab": "ab|asa|a s|oy|oyj|aps",
}
_LONGEST_FIRST = sorted(((words, form) for form, forms in _FORMS.items() for words in forms.split("|")), key=lambda f: (-len(f[0]), f))
_FORM = re.compile("|".join(f"(?P<f{i}>\\b{words}\\b)" for i, (words, _) in enumerate(_LONGEST_FIRST)))
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?|\b(?:[a-z]\.){1,}[a-z]\b")
_ORDINALS = {w: str(i) for i, w in enumerate(words("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"), 1)}
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_SMALL = frozenset(["the", "a", "an", "and", "of", "for", "mv"])


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a body's name."""

    words: tuple[str, ...]
    """In order, plain, without its legal form, articles and numbers."""
    numbers: tuple[str, ...]
    """Its numbers in figures, ordinal, written out or Roman: the 44th brigade, Fund IV."""
    forms: frozenset[str]
    """The family of its legal form: ag, ltd, corp; empty where it gives none."""
    letters: str
    """All of it, run together."""


@functools.lru_cache(maxsize=16384)
def parts(name: str) -> Parts:
    """The parts of a name of a body or a firm.

    >>> parts("The 44th Ostmark Brigade").numbers, parts("Velden Aktiengesellschaft").words, parts("Velden A.G.").forms
    (('44',), ('velden',), frozenset({'ag'}))
    """
    low = plain(fold(name)).replace("&", " and ").replace("'s", "").replace("s'", "s").replace("'", "")
    low = _DOTTED.sub(lambda m: m.group().replace(".", ""), low)
    low = " ".join(words(low.replace("-", " ").replace("/", " ")))
    forms = frozenset(_LONGEST_FIRST[int(str(m.lastgroup)[1:])][1] for m in _FORM.finditer(low))
    tokens = (_FORM.sub(" ", low) or low).split() or low.split()
    numbers = tuple(n for t in tokens if (n := _number(t)))
    carrying = [DEMONYMS.get(t, t) for t in tokens if not _number(t) and t not in _SMALL]
    return Parts(words=tuple(carrying), numbers=_joined(numbers), forms=forms, letters=low.replace(" ", ""))


def _number(word: str) -> str:
    if word in _ORDINALS:
        return _ORDINALS[word]
    if re.fullmatch(r"\d+(?:st|nd|rd|th)?", word):
        return word.rstrip("stndrh")
    if word not in ("i", "v", "x") and _ROMAN.fullmatch(word):
        return word
    value = number_of(word)
    return str(int(value)) if value is not None and word != "no" else ""


def _joined(numbers: tuple[str, ...]) -> tuple[str, ...]:
    """Forty Four, in two words, is 44."""
    if len(numbers) == 2 and all(n.isdigit() for n in numbers) and numbers[0] in _TENS and 0 < int(numbers[1]) < int(_TEN):
        return (str(int(numbers[0]) + int(numbers[1])),)
    return numbers


_TEN = "10"
_TENS = frozenset(str(n) for n in range(20, 100, 10))


def is_bare(found: Parts) -> bool:
    """Is a name nothing but a legal form: "the company"?"""
    return all(_FORM.fullmatch(word) for word in found.words)


def forms_clash(a: Parts, b: Parts) -> bool:
    """Do two names give legal forms that cannot be one firm's: an AG and a GmbH?"""
    return bool(a.forms and b.forms) and not a.forms & b.forms and not (a.forms | b.forms) <= _LOOSE


_LOOSE = frozenset(["corp", "co", "ltd", "plc", "jsc", "llc", "sa"])  # translated for each other


def same_words(a: Iterable[str], b: Iterable[str]) -> bool:
    """Are two lists of words one name: the same words in any order and joined or not, spellings and one slip allowed?

    Words for countries are never slips of one another.
    """
    x, y = list(a), list(b)
    if sorted(x) == sorted(y) or "".join(x) == "".join(y):
        return bool(x)
    slips = 0
    for word in x:
        found = next((w for w in y if w == word), None) or next((w for w in y if word_likeness(word, w)), None)
        if found is None:
            return _slip_of_whole(a, b)
        slips += word_likeness(word, found) == "slip"
        y.remove(found)
    return not y and (not slips or (slips == 1 and (len(x) > 1 or len(x[0]) > _LEAST_ALONE)))


_LEAST_ALONE = 5  # letters of a name of one word that a slip leaves what it is


def _slip_of_whole(a: Iterable[str], b: Iterable[str]) -> bool:
    x, y = "".join(a), "".join(b)
    return likeness(x, y) == "spelling"


def word_likeness(a: str, b: str) -> str | None:
    """How far two words of bodies' names are one; None for two words and for two countries."""
    return None if a != b and a in _COUNTRIES and b in _COUNTRIES else likeness(a, b)


_COUNTRIES = frozenset(DEMONYMS) | frozenset(DEMONYMS.values())
