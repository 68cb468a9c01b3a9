"""Two names of persons, as words in order, in: can they be one person's out? Word by word; what both have must agree."""

import itertools
from collections.abc import Sequence

import msgspec

from headwater.given import is_given_name, is_short_for
from headwater.spellings import likeness

Words = Sequence[str]


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """How two names fit: whether what one has and the other lacks leaves them one, and how many slips of the pen that takes."""

    slips: int
    words: int
    """Words of the two that agree, initials left out."""
    first: bool
    last: bool
    """Do the first two words agree, and the last two?"""


def agree(a: Words, b: Words) -> bool:
    """Can two names be one person's?

    1. A word agrees with one that is the same, another spelling of it, its initial, a short form of it, or a slip away.
    2. Every word of the shorter name agrees with a word of the longer, in order; a middle name may be left out of one.
    3. A single word is the last one of the other name, without a slip.
    4. Two slips, or one beside nothing else that agrees, are too many.
    5. The family name may stand first in one of them, but a given name is not turned into a family name.
    """
    shorter, longer = sorted((tuple(a), tuple(b)), key=lambda n: (len(n), n))
    if not shorter:
        return False
    joined = likeness("".join(shorter), "".join(longer))
    if joined == "same" or (len(shorter) != len(longer) and joined == "spelling"):
        return True
    if len(shorter) == 1:
        return _single(shorter[0], longer)
    return any(_is_one(fit, shorter, longer) for order in _orders(shorter) if (fit := _fit(order, longer)) is not None)


def same_family(a: Words, b: Words) -> bool:
    """Are the last words of two names one, in whatever spelling?"""
    return bool(a and b) and (a[-1] == b[-1] or likeness(a[-1], b[-1]) == "spelling")


def _single(word: str, name: Words) -> bool:
    like = likeness(word, name[-1])
    if len(name) > 1:
        return like in ("same", "spelling") and not (is_given_name(word) and like == "spelling")
    return like in ("same", "spelling") or (like == "slip" and len(word) > _LEAST_ALONE)


_LEAST_ALONE = 5  # letters of a name of one word that a slip leaves what it is


def _orders(name: Words) -> list[tuple[str, ...]]:
    """The name as it stands, and with its last or first word at the other end; two given names are never turned round."""
    own = tuple(name)
    if len(own) == 2 and all(map(is_given_name, own)):
        return [own]
    return list(dict.fromkeys([own, (own[-1], *own[:-1]), (*own[1:], own[0])]))


def _is_one(fit: Fit, shorter: Words, longer: Words) -> bool:
    if fit.slips > 1 or (fit.slips and fit.words < 2) or fit.words == 0:
        return False
    if len(shorter) == len(longer):
        return fit.last or fit.words > 1
    # one leaves out words of the other: the family name must be among those that agree, or both first names
    return fit.last or (fit.first and fit.words > 1 and not fit.slips)


def _fit(a: Words, b: Words) -> Fit | None:
    """The fit of a name within one that is as long or longer; None where a word of it agrees with none of the other's in order."""
    best: Fit | None = None
    for places in itertools.islice(itertools.combinations(range(len(b)), len(a)), _MOST):
        kinds = [word_agreement(x, b[at]) for x, at in zip(a, places, strict=True)]
        if None in kinds:
            continue
        fit = Fit(
            slips=kinds.count("slip"),
            words=len(kinds) - kinds.count("initial"),
            first=places[0] == 0,
            last=places[-1] == len(b) - 1 and kinds[-1] != "initial",
        )
        if best is None or (fit.last, -fit.slips) > (best.last, -best.slips):
            best = fit
    return best


_MOST = 500  # ways to lay a short name into a long one that are looked at


def word_agreement(a: str, b: str) -> str | None:
    """How two words of persons' names agree: "same", "spelling", "short", "initial", "slip"; None where they do not.

    Two different given names are never a slip of one another.

    >>> word_agreement("j", "jean"), word_agreement("ben", "benjamin"), word_agreement("daniel", "daniela")
    ('initial', 'short', None)
    """
    like = likeness(a, b)
    if like == "same":
        return like
    if 1 in (len(a), len(b)):
        return "initial" if a[:1] == b[:1] else None
    if is_short_for(a, b):
        return "short"
    if like == "slip" and (is_given_name(a) and is_given_name(b)):
        return None
    return like
