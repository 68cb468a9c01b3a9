"""A line in, does an article take itself back with it, or correct an earlier text of its own, out."""

import re

_STORY = r"(?:article|story|report|piece|post|item|page|column|dispatch|interview|headline)"
_OWN = rf"(?:this|our|the above|an earlier|a previous)\s+(?:\w+\s+)?{_STORY}"
_TAKEN = r"(?:retracted|withdrawn|taken down|unpublished|pulled|killed)"
_NOTE = r"(?:editor(?:'s|s'|ial)?\s+)?(?:note|notice)\b[^.:]{0,30}:\s*"
_LEAD = rf"[\W_]*(?:{_NOTE})?"
# at the beginning of a line: in the middle of one, a report tells of somebody else's
_RETRACTED = re.compile(
    rf"(?i){_LEAD}(?:"
    rf"retract(?:ion|ed)\b(?:\s*\([^)]*\)|\s+notice)?\s*:|"
    rf"{_OWN}\s+(?:(?:has|have) been|was|is)\s+{_TAKEN}\b|"
    rf"(?:[\w.&' -]{{2,40}}\s)?(?:has|have)\s+(?:retracted|withdrawn|taken down|removed)\s+(?:this|its|our|an earlier)\s+(?:\w+\s+)?{_STORY}\b|"
    rf"(?:[\w.&' -]{{2,40}}\s)?(?:is|are)\s+(?:retracting|withdrawing)\s+(?:this|its|our|an earlier)\s+(?:\w+\s+)?{_STORY}\b|"
    rf"(?:mandatory\s+)?kill\s*:|story (?:removed|withdrawn|retracted)\b)"
)
_CORRECTED = re.compile(
    rf"(?i){_LEAD}(?:"
    rf"(?:corrections?|clarifications?|corrected|erratum)\b(?:\s+(?:and|&)\s+clarifications?)?(?:\s*\([^)]*\)|,?\s+[\w., ]{{0,24}}\d{{1,4}})?\s*:|"
    rf"(?:an?\s+|the\s+)?(?:earlier|previous|original)\s+(?:\w+\s+)?(?:version|edition)s?\s+of\s+(?:this|the|our)\s+(?:\w+\s+)?{_STORY}\b|"
    rf"(?:this|our)\s+(?:\w+\s+)?{_STORY}\s+(?:(?:has|have) been|was)\s+(?:\w+\s+)?(?:corrected|amended|(?:updated|changed|edited|revised)\s+to\s+correct)\b|"
    rf"(?:this|our)\s+(?:\w+\s+)?{_STORY}\s+corrects\b|"
    rf"(?:we|the [\w.&' -]{{2,40}}) (?:have |has )?corrected (?:this|our|an earlier)\b)"
)


def takes_back(line: str) -> bool:
    """Is an article taken back in this line, which has straight quotation marks?

    >>> takes_back("This article has been retracted."), takes_back("The minister retracted his claim.")
    (True, False)
    """
    return _RETRACTED.match(line) is not None


def corrects(line: str) -> bool:
    """Does this line, which has straight quotation marks, correct the article that it stands in?

    >>> corrects("Correction: the dam is nine metres high."), corrects("The mayor corrected the minister.")
    (True, False)
    """
    return _CORRECTED.match(line) is not None
