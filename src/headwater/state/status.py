"""The words of a proposition and the act of its attribution -> status: asserted, denied, planned or uncertain."""

import re

from headwater.types import Status

_UNCERTAIN = re.compile(
    r"(?i)\b(?:may(?! \d)|might|could|possibl[ye]|perhaps|maybe|reportedly|apparently|allegedly|alleged|presumably|purported(?:ly)?|supposedly|"
    r"(?:un)?likely|probably|potential(?:ly)?|unclear|uncertain|unknown|unconfirmed|suspected|rumou?red|whether|appears?|appeared|seems?|seemed|suggest(?:s|ed|ing)?|"
    r"believed to|thought to|said to (?:be|have)|understood to|not (?:been )?ruled out|cannot be ruled out|could not be ruled out|not (?:yet )?(?:known|clear)|"
    r"no information|did not know|if\s+\w+)\b"
)
_PLANNED = re.compile(
    r"(?i)\b(?:will(?! of\b)|won't|shall|going to|plans? to|planned to|planning to|intends? to|intended to|expects?|expected to|expecting|is (?:due|set|scheduled|slated|poised|about) to|"
    r"are (?:due|set|scheduled|slated|poised|about) to|was (?:due|scheduled) to|would|aims? to|hopes? to|promised? to|vow(?:s|ed) to|pledged? to|forecast|predict(?:s|ed)?)\b|['’]ll\b"
)
_DENIED = re.compile(r"(?i)\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed))\b")
_OWN_DOUBT = re.compile(r"(?i)\b(?:reportedly|apparently|allegedly|alleged|purported(?:ly)?|supposedly|so-called)\b")
_DISTANCE = re.compile(r"(?i)^(?:claim(?:s|ed)?|alleg(?:es|ed)|assert(?:s|ed)?|contend(?:s|ed)?|insist(?:s|ed)?)$")
_FALSE = re.compile(r"(?i)\b(?:false|untrue|not true|a lie|baseless|fabricated|without (?:any )?foundation|nonsense)\b")


def status_of(words: str, *, act: str) -> Status:
    """The stance of whoever is nearest to the fact: of the source that is credited, else of the outlet."""
    if act == "denies" or _DENIED.search(words):
        return "denied"
    if act in {"doubts", "asks"} or _UNCERTAIN.search(words):
        return "uncertain"
    if act == "plans" or _PLANNED.search(words):
        return "planned"
    return "denied" if _FALSE.search(words) else "asserted"


def outlet_status_of(words: str, cue: str | None, own: Status) -> Status:
    """The outlet's own stance: its own status where nobody is credited, doubt where its words keep a distance."""
    if cue is None:
        return own
    return "uncertain" if _OWN_DOUBT.search(words) or _DISTANCE.match(cue) else "asserted"
