"""The words around an expression -> whether they look back or ahead."""

import re

from headwater.types import Sentence

_MODAL = "will|won't|shall|would(?! have)|to|could|can|may|might|should|must"
_AHEAD = (
    rf"(?:{_MODAL})(?: \w+)? be(?: \w+)?|will|won't|shall|would(?! have)|going to|upcoming|could|can|may|might|plans?|expects?"
    r"|(?:is|are|be|been|was|were) (?:due|set|scheduled|expected|slated|likely|planned|to|about)"
    r"|(?:agree[ds]?|decided|ordered|asked|wants?|vow(?:ed|s)?|pledge[ds]?|promise[ds]?|threaten(?:ed|s)?|ready|able|supposed|urged"
    r"|prepar(?:es|ed|ing)|hop(?:es|ed|ing)|planned|planning|expected|expecting|due|set|scheduled|likely|intend(?:s|ed)?|has|have|had"
    r"|need(?:s|ed)?|about|aim(?:s|ed)?) to|(?:planned|scheduled|called|plan|schedule) (?:an?|the|for)"
)
_BACK = (
    "was|were|had|did|has|have|said|told|went|came|took|made|got|saw|left|began|held|met|fell|rose|won|lost|ran|sent|gave|spoke|broke|found"
    r"|led|became|brought|kept|paid|put|sold|shot|struck|wrote|flew|drove|grew|stood|sat|hit|cut|(?-i:[a-z]{3,}ed)"
)
_TENSE = re.compile(
    rf"(?i)(?P<back>\bhad been (?:due|set|scheduled|expected|slated|planned)\b(?: to\b)?|\b(?:could|would|can|did) ?n[o’']t\b(?: be\b)?)"
    rf"|(?P<ahead>(?:\b(?:{_AHEAD})|['’]ll)\b(?: be \w+)?)|\b(?:{_BACK})\b"
)
_UNTIL = re.compile(r"(?i)\b(?:until|through|ahead of) (?:at least )?(?:the )?(?:(?:early|late|mid)[ -])?$")
_FAR = 120  # characters around an expression in which a verb may say its tense


def tense_at(text: str, match: re.Match[str], bounds: Sentence) -> int:
    """1 where the nearest verb before, or else behind, looks ahead; -1 where it looks back; 0 where none is near."""
    low, high = max(bounds.start, match.start() - _FAR), min(bounds.end, match.end() + _FAR)
    if _UNTIL.search(text, low, match.start()):
        return 1
    last = None
    for found in _TENSE.finditer(text, low, match.start()):
        last = found
    near = last or _TENSE.search(text, match.end(), high)
    return 0 if near is None else 1 if near["ahead"] else -1
