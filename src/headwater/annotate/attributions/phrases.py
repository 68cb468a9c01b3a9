"""A noun phrase in, what can be said of it as a source out: is it one, and of what sort."""

import itertools
import re

from headwater.annotate.attributions.tables import ACTS, NOUN_KIND, PRONOUNS, ROLES, SPEAKERS
from headwater.outlets import outlet_named
from headwater.tables import MONTHS, STOPWORDS, WEEKDAYS

PARTITIVE = re.compile(
    r"(?i)^(?:(?:at\s+least\s+)?(?:one|two|three|four|five|some|several|many|most|both|all|none|either|each|another|a\s+(?:few|number|group|couple))\s+of\s+"
    r"(?:the|its|his|her|their|our|these|those)\s+)(?=\w)"
)
"""What stands before the noun in "one of the officials"."""


def is_named(phrase: str) -> bool:
    """Does a phrase hold a name, and is it no "citing X"?"""
    return re.search(r"^\s*(?!citing|quoting)(?:.*\s)?[A-Z]\w", phrase) is not None


def is_plain(phrase: str) -> bool:
    """Is this a short noun phrase that is a source beyond doubt: a name, or a noun of somebody who speaks?

    For words within quotations, where pronouns stand for people that the text around need not name.
    """
    tokens = phrase.split()
    if not tokens or len(tokens) > _PLAIN_TOKENS or phrase.lower() in PRONOUNS or _NOT_PLAIN.search(phrase):
        return False
    named = all(t[0].isupper() for t in tokens if t.lower() not in ("the", "of", "and"))
    return is_credible(phrase) and (named or head_kind(phrase) is not None)


_PLAIN_TOKENS = 6
_NOT_PLAIN = re.compile(
    r"(?i)^(?:to|as|so|than|ever|even|now|then|still|yet|when|while|after|before|since|until|today|[a-z]+ly|like|for|with|if|what|there|here|it|this|that|nobody|no)\b|'(?:s|re|m|ll|ve|d|t)\s|'s?$"
)


def is_pronoun(phrase: str) -> bool:
    """Is this one of the pronouns of ``tables.PRONOUNS``? In capitals it is a short name: "WHO".

    >>> is_pronoun("Who"), is_pronoun("WHO"), is_pronoun("the WHO")
    (True, False, False)
    """
    return phrase.lower() in PRONOUNS and not _is_short_name(phrase)


def _is_short_name(phrase: str) -> bool:
    return phrase.isupper() and len(phrase) > len("he")


def is_credible(phrase: str) -> bool:
    """Can this noun phrase be a source: a name, a pronoun, or a noun of somebody who speaks or something that shows?"""
    phrase = PARTITIVE.sub("", phrase)
    tokens = re.findall(r"[\w'.&-]+", phrase)
    if not tokens or len(tokens) > _LONGEST_TOKENS or (tokens[-1].lower() in ("that", "it", "the", "a", "an") and len(tokens) > 1):
        return False
    if len(tokens) > 1 and tokens[-1] in ACTS and tokens[-1].endswith("ed"):
        return False  # "the police denied reports that": what ends in a verb is no noun phrase
    if is_pronoun(phrase):
        return True
    head = _head(phrase)
    if any(t.lower() in _AUXILIARIES for t in head) or _BEGINS_WRONG.match(phrase) or _has_verb(head, phrase):
        return False
    if head_kind(phrase) is not None or outlet_named(phrase):
        return True
    if len(head) == 1 and head[0].lower().strip(".") in {**WEEKDAYS, **MONTHS}:
        return False
    named = [t for t in (head[1:] if head and head[0].lower() in ("the", "a", "an") else head) if t[0].isupper()]
    return bool(named) and not (len(named) == 1 and named[0] == head[0] and named[0].lower() in STOPWORDS and not _is_short_name(phrase))


# verbs that no name of a source has within it
_AUXILIARIES = frozenset(
    [
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "will",
        "would",
        "could",
        "may",
        "might",
        "can",
        "did",
        "does",
        "do",
        "been",
        "be",
        "went",
        "came",
        "made",
        "took",
        "gave",
        "got",
        "said",
        "told",
        "wrote",
        "left",
        "began",
        "became",
        "kept",
        "put",
        "set",
        "let",
        "ran",
        "saw",
    ]
)
_BEGINS_WRONG = re.compile(
    r"(?i)(?:citing|quoting|echoing|referring|after|around|and|as|until|before|when|while|from|on|at|but|or|since|about|over|it\s|can't|don't|won't|isn't)\b"
)


_WITH_OBJECT = re.compile(r"\s[a-z]+ed\s+(?:a|an|the|that|his|her|its|their)\s")  # "researchers disclosed a cache of"


def _has_verb(head: list[str], phrase: str) -> bool:
    """Does a past tense stand in it, which no name has: behind a capital ("Example rejected"), or with an object?"""
    return _WITH_OBJECT.search(phrase.partition(",")[0]) is not None or any(
        b.endswith("ed") and b.islower() and "-" not in b and a[0].isupper() and (i + 2 >= len(head) or not head[i + 2][0].isupper())
        for i, (a, b) in enumerate(itertools.pairwise(head))
    )


_LONGEST_TOKENS = 30  # a name with a long apposition


def _head(phrase: str) -> list[str]:
    """The words of a noun phrase up to its first preposition, comma or relative clause."""
    return re.findall(r"[\w'.&-]+", re.split(_AFTER_HEAD, phrase, maxsplit=1)[0])


_AFTER_HEAD = re.compile(
    r"(?i),|\s(?:of|in|for|from|at|with|on|to|by|about|who|which|that|familiar|reviewed|seen|obtained|cited|quoted|interviewed|close|briefed|against|under|near)\s"
)


def head_kind(phrase: str) -> str | None:
    """What sort of source a noun phrase's head is, None for a head that is no source by itself."""
    for token in reversed(_head(PARTITIVE.sub("", phrase))):
        low = token.lower().rstrip(".").removesuffix("'s")
        if low in SPEAKERS or low in ROLES:
            return "person"
        if low in NOUN_KIND:
            return NOUN_KIND[low]
    return None
