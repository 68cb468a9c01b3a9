"""A sentence in, the clauses in it that are called untrue out: "rumours that ... were wrong", "it is not true that ..."."""

import re
from collections.abc import Iterator

import msgspec

from headwater.text import any_of, words

_TOLD = any_of(
    f"{noun}{ending}"
    for noun in words(
        "rumour rumor report claim allegation suggestion accusation assertion statement account charge post assumption insinuation remark "
        "testimony comment notion idea theory speculation talk news story"
    )
    for ending in ("", "s")
)
_SORT = any_of(
    words(
        "media press news online local recent earlier previous initial first latest new old widespread persistent unconfirmed circulating false wild "
        "repeated similar such other certain many various social public official government police"
    )
)
_OPENS = (
    rf"(?:(?:an?|the|any|all|some|these|those|its|his|her|their|our|\w+['’]s?)\s+)?(?:(?:{_SORT})\s+){{0,2}}(?:{_TOLD}|stories|theories)"
)
_WRONG = (
    r"(?:false(?:hoods?)?|untrue|not\s+(?:true|correct|accurate|so)|wrong|incorrect|inaccurate|mistaken|fake|bogus|unfounded|groundless|baseless|"
    r"nonsense|rubbish|made[ -]up|invented|fabricated|fabrications|lies|fake\s+news|disinformation|misinformation|debunked|dispro(?:ved|ven)|refuted|"
    r"an?\s+(?:\w+\s+)?(?:hoax|lie|fabrication|invention|forgery|myth|falsehood|fiction)|without\s+(?:any\s+)?(?:foundation|basis|truth|merit))"
)
_BE = r"(?:(?:is|are|was|were|(?:has|have|had)\s+been|to\s+be|being|as|proved|turned\s+out\s+to\s+be)\s+)?(?:(?:all|also|both|simply|completely|entirely|totally|utterly|just|plainly|wholly|\w+ly)\s+)?"
_CLAUSE = r"(?P<clause>[^.;\n]{6,400}?)"
_CALLED = re.compile(
    rf"(?i)\b(?P<lead>{_OPENS}\s+that)\s+{_CLAUSE},?\s+(?P<verdict>{_BE}[\"'“‘]?{_WRONG}[\"'”’]?)(?=\W*$|[,.;:!\"”]|\s+(?:and|but|because|as)\b)"
)
_NOT_SO = re.compile(
    rf"(?i)\b(?P<lead>(?:it|that)(?:\s+(?:is|was)|'s|’s)\s+(?:(?:\w+ly|just)\s+)?(?:false|untrue|not\s+(?:true|so|correct|the\s+case)|n't\s+true|a\s+(?:\w+\s+)?(?:lie|myth|hoax))"
    rf"(?:\s+to\s+(?:say|claim|suggest))?\s+that|there\s+(?:is|was)\s+no\s+truth\s+(?:in|to|behind)\s+{_OPENS}\s+that)\s+(?P<clause>[^.;\n]{{6,400}})"
)
_DENIED = re.compile(
    rf"(?i)\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|rebut(?:s|ted|ting)?|"
    rf"(?P<back>retract(?:s|ed|ing)?|withdr[ae]w(?:s|n|ing)?|recant(?:s|ed|ing)?|disavow(?:s|ed|ing)?|(?:took|taken|takes|walked|walks)\s+back))\s+"
    rf"(?P<lead>{_OPENS}\s+that)\s+(?P<clause>[^.;\n]{{6,400}})"
)
_FINITE = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|did|does|do|[a-z]{2,}ed|took|made|went|came|left|fell|rose|hit|"
    r"held|put|met|won|lost|gave|got|began|broke|saw|led|kept|sent|cut|built|fled|shot|struck|sank|ran|spoke|brought|bought|fought|sold|paid|stole|drew|hid|knew)\b"
)
_OPEN = re.compile(r"(?i)\b(?:whether|if|not|never|n't)\s*$")
_WRONGLY = r"(?:wrongly|falsely|mistakenly|incorrectly|erroneously|inaccurately|untruthfully|mendaciously|baselessly|wrongfully)"
_BEFORE = re.compile(rf"(?i)\b{_WRONGLY}\s*$")
_WITHIN = re.compile(rf"(?i)\b{_WRONGLY}\b|^(?:lied|lying)\b")
_AFTER = re.compile(rf"(?i)\s+{_WRONGLY}\b")
_FAR = 20  # characters before a cue in which an adverb of it begins


class Refuted(msgspec.Struct, frozen=True):
    """A clause that is called untrue, and the words that do so before and behind it, as (start, end)."""

    lead: tuple[int, int]
    clause: tuple[int, int]
    verdict: tuple[int, int] | None = None


def find_refuted(text: str, start: int, end: int) -> Iterator[Refuted]:
    """The clauses of a sentence that it calls untrue, denied or taken back; no noun alone ("the report is false").

    >>> text = "Rumours that the dam had burst were false."
    >>> [text[slice(*r.clause)] for r in find_refuted(text, 0, len(text))]
    ['the dam had burst']
    """
    if "that" not in text[start:end].lower():  # each pattern needs it, and few sentences have it
        return
    for pattern in (_CALLED, _NOT_SO, _DENIED):
        for match in pattern.finditer(text, start, end):
            if _FINITE.search(match["clause"]) and not _OPEN.search(match["clause"]) and not _OPEN.search(text, start, match.start()):
                verdict = match.span("verdict") if pattern is _CALLED else None
                yield Refuted(lead=match.span("lead"), clause=match.span("clause"), verdict=verdict)


def is_disowned(text: str, start: int, end: int) -> bool:
    """Do the words that credit at ``text[start:end]`` say that it is untrue: "wrongly claimed", "lied that"?"""
    return (
        _BEFORE.search(text, max(0, start - _FAR), start) is not None
        or _WITHIN.search(text[start:end]) is not None
        or _AFTER.match(text, end) is not None
    )
