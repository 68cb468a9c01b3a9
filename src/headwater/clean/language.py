"""A text in, the ISO 639-1 code of its likeliest language out, by py3langid."""

import itertools
import re

_ENGLISH = frozenset(
    [
        *("the", "of", "and", "that", "with", "for", "from", "this", "which", "their", "they", "have", "has", "been", "were", "was"),
        *("said", "would", "will", "who", "are", "his", "her", "its", "after", "about", "when", "had", "not", "but", "is"),
    ]
)
_SURE = 0.2  # of the words are such: English news has .25 to .40 of them, Scots .15, Dutch and German under .05
_LOOKED_AT = 120  # words
_LEAST = 40  # words: of fewer, the share says little
_FEWEST = 4  # of those words in a text too short for a share
_TELLING = 25  # words: of a shorter text the detector says Pidgin or Welsh where it is a headline full of names
_TELLING_LETTERS = 20  # letters of another script than Latin: a dozen words, and enough to tell which
_WORD = re.compile(r"[a-z]+")


def find_language(text: str, *, most: int) -> str:
    """The language of a text's first ``most`` words; what is plainly English is not asked about, which saves a tenth of the time."""
    sample = text.split(maxsplit=most)[:most]
    first = [word.strip(".,;:!?\"'“”‘’()").lower() for word in itertools.islice(sample, _LOOKED_AT)]
    if len(first) >= _LEAST and sum(word in _ENGLISH for word in first) >= _SURE * len(first):
        return "en"
    import py3langid  # noqa: PLC0415 - loads its tables when imported

    code: str = py3langid.classify(" ".join(sample))[0]
    return code


def tells_language(text: str) -> bool:
    """Is a text long enough for its language to be told: by its words, or by its letters where most are not Latin?

    Chinese, Japanese and Thai leave no spaces between words.
    """
    if len(text.split()) >= _TELLING:
        return True
    letters = [c for c in text if c.isalpha()]
    other = sum(not _is_latin(c) for c in letters)
    return other >= _TELLING_LETTERS and 2 * other > len(letters)


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter < "\u1f00"


def is_plainly_english(text: str) -> bool:
    """Are enough of a text's words the commonest ones of English?"""
    first = _WORD.findall(text[: 20 * _LOOKED_AT].lower())[:_LOOKED_AT]
    common = sum(word in _ENGLISH for word in first)
    return common >= _FEWEST and common >= _SURE / 2 * len(first)
