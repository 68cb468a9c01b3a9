"""The words of a proposition and the act of its attribution -> status: asserted, denied, planned or uncertain."""

import re

from headwater.tables import MONTH
from headwater.text import words
from headwater.types import Status

# the month, not the verb: behind a preposition or before a number
_MONTH_OF_MAY = re.compile(
    rf"\bMay(?=,? \d)|(?<!\w)\d\d? May\b|(?:\b(?i:in|of|by|since|until|till|last|next|this|early|late|mid|from|to|through|during|before|after|for|between|{MONTH})[ -]|(?i:{MONTH}) (?:and|or|to) )May\b"
)
_UNCERTAIN = re.compile(
    r"(?i)\b(?:may|might|could|possibly|perhaps|maybe|reportedly|apparently|allegedly|presumably|purportedly|supposedly|"
    r"it is possible|(?:is|was|are|were|be|been) (?:alleged|suspected|rumou?red|purported)|"
    r"(?<!will )(?<!would )(?<!most )(?:unlikely|likely|probably|potentially)|(?:will|would) most (?:likely|probably)|"
    r"unclear|uncertain|unconfirmed|(?:is|are|was|were|remains?|remained|still) unknown|rumou?red|whether|appears?|appeared|seems?|seemed|suggest(?:s|ed|ing)?|"
    r"believed to|thought to|said to (?:be|have)|understood to|not (?:been )?ruled out|cannot be ruled out|could not be ruled out|not (?:yet )?(?:known|clear)|"
    r"no information|did not know|if\s+\w+)\b"
)
# "possible" and its like doubt a clause only where they are what is said of it; before a noun of another clause they are part of a name for it
_DOUBTED_NOUN = re.compile(r"(?i)^\W*(?:an? |the )?(?:alleged|suspected|possible|potential|purported|likely)\s")
_NOUN_OR_CHARGE = re.compile(
    r"(?i)\b(?:for|of|with|over|about|against)\s+(?:allegedly|reportedly|supposedly|apparently)\b|\b(?:an?|the|its|their|his|her|any|some|this|that|of|for|with)\s+(?:most )?likely(?= [a-z]+(?: of\b|[,.;]|$))"
)
_TO_DO = (
    r"(?!(?:the|an?|its|his|her|their|our|this|that|these|those|any|some|no|one|all|\w+(?:s|ing|ion|m(?:ent)|ness|ity|ance|ence))\b)[a-z]+"
)
_PLANNED = re.compile(
    r"(?i)\b(?:will(?! of\b)|won't|shall|going to|plans? to|planned to|planning to|intends? to|intended to|expects?|expected to|expecting|"
    rf"(?:is|are|was|were|be|been|it's|he's|she's|they're|we're) (?:set|scheduled|slated|poised|about|due) to {_TO_DO}|"
    rf"(?:is|are) to {_TO_DO}|prepar(?:es?|ed|ing) to {_TO_DO}|"
    r"would|aims? to|hopes? to|promised? to|vow(?:s|ed) to|pledged? to|forecast|predict(?:s|ed)?)\b|['’]ll\b"
)
# a plan within a clause of its own behind a finished act: "signed a law that will cut taxes" tells of the signing
_WITHIN = re.compile(
    r"(?i)\b(?!(?:expected|predicted|planned|decided|agreed|announced|promised|pledged|vowed|warned|hoped|believed|estimated|threatened|ordered|confirmed|said|added|stated|projected|insisted|claimed|vowed)\b)"
    r"(?<=\s)(?:\w{3,}ed|became|took|made|gave|won|lost|sent|met|held|began|left|let|brought|found|fell|rose|built|cut|put|set|wrote|spoke|went|came)\b[^;:]*?\s(?:that|which|who|how|what|when|where|why|after which)\b[^;:]*$"
)
_DENIED = re.compile(
    r"(?i)\b(?:den(?:y|ies|ied)|(?<!be )(?<!been )(?<!was )(?<!were )(?<!is )(?<!are )(?:reject(?:s|ed)|dismiss(?:es|ed)(?! from\b)))\b"
)
# a word of these stands in whatever the patterns find: looking it up is many times faster than the search that it saves
_TOKEN = re.compile(r"[a-z]+")
_DENIALS = frozenset(words("deny denies denied reject rejects rejected dismiss dismisses dismissed"))
_DOUBTS = frozenset(
    words(
        "may might could possible possibly perhaps maybe reportedly apparently allegedly alleged presumably purported purportedly supposedly "
        "suspected rumored rumoured unlikely likely probably potential potentially unclear uncertain unconfirmed unknown whether appear appears "
        "appeared seem seems seemed suggest suggests suggested suggesting believed thought said understood ruled known clear information know if"
    )
)
_PLANS = frozenset(
    words(
        "will won shall going plan plans planned planning intend intends intended expect expects expected expecting set scheduled slated poised "
        "about due to prepare prepares prepared preparing would aim aims hope hopes promise promised vow vows vowed pledge pledged forecast predict "
        "predicts predicted ll"
    )
)
_OWN_DOUBT = re.compile(r"(?i)\b(?:reportedly|apparently|allegedly|alleged|purported(?:ly)?|supposedly|so-called)\b")
_DISTANCE = re.compile(r"(?i)^(?:claim(?:s|ed)?|alleg(?:es|ed)|assert(?:s|ed)?|contend(?:s|ed)?|insist(?:s|ed)?)$")
# what somebody is accused of is denied where it is called false; a report or a letter that is false is said to be so
_FALSEHOODS = frozenset(words("false untrue true lie lies baseless fabricated foundation nonsense unfounded groundless"))
_FALSE = re.compile(
    r"(?i)\b(?:charges?|allegations?|accusations?|claims?|rumou?rs?|suggestions?|insinuations?)\b[^;.]{0,60}?"
    r"\b(?:false|untrue|not true|an? (?:\w+ )?lie|lies|baseless|fabricated|without (?:any )?foundation|nonsense|unfounded|groundless)\b"
)


# a question that somebody is said to leave open holds to the end of its sentence
_ASKED = re.compile(
    r"(?i)\b(?:unclear|unknown|uncertain|not (?:yet |immediately )?(?:clear|known|certain)|investigating|examining|looking into|wonder(?:s|ed|ing)?|"
    r"questions?(?: remain)?|no (?:word|indication|information)|doubts?)\s+(?:about\s+|over\s+|on\s+|of\s+|as to\s+)?(?:if|whether|how|why|who|what|where|when)\b"
    r"(?:(?!\bbut\b)[^;.])*$"
)
# that somebody does not answer a question, or argues about it, is told as a fact
_NOT_TOLD = re.compile(
    r"(?i)(?:\b(?:did|do|does|would|could|has|have|had)(?: not|n't|n’t) (?:immediately |yet )?"
    r"(?:say|said|disclosed?|specify|specified|reveal(?:ed)?|comment(?:ed)?|elaborated?|explain(?:ed)?|discuss(?:ed)?)|"
    r"\b(?:declin|refus)\w+ to (?:say|comment|discuss|disclose|reveal|specify)|\b(?:debat|discuss)\w+)(?: on| about| over)?\s*$"
)
_QUESTION = re.compile(r"(?i)^\W*(?:whether|if|how|what|why|who|when|where)\b")
_PAST = re.compile(
    r"(?i)\b(?:was|were|had|did|\w{3,}ed|became|took|made|gave|won|lost|sent|met|held|began|left|brought|found|fell|rose|built|wrote|spoke|went|came|said|told)\b"
)


_HABIT = re.compile(r"(?i)\b(?:usually|typically|normally|often|always|every|each|annual(?:ly)?|regularly|traditionally|generally)\b")


def status_of(words: str, *, act: str, before: str = "", future: bool = False, refuted: bool = False) -> Status:
    """The stance of whoever is nearest to the fact: of the source that is credited, else of the outlet.

    Args:
        words: the statement.
        act: what crediting it does: says, denies, plans, asks, doubts.
        before: the sentence up to the statement; its last few words may hedge it ("It remains unclear if ...").
        future: is a time in it after the day of the article?
        refuted: do the words around it call it untrue?
    """
    if refuted:
        return "denied"
    if _QUESTION.match(words) and _NOT_TOLD.search(before):
        return "asserted"
    hedged = _MARK.split(before[-_HEDGE_CHARACTERS:])[-1] + words
    status = _worded(hedged, act)
    if status in ("asserted", "planned") and _ASKED.search(before):
        return "uncertain"
    return "planned" if status == "asserted" and future and not _PAST.search(words) and not _HABIT.search(words) else status


_HEDGE_CHARACTERS = 25
_MARK = re.compile("[,;]")


def _worded(words: str, act: str) -> Status:
    words = _MONTH_OF_MAY.sub(" ", words) if "May" in words else words
    tokens = frozenset(_TOKEN.findall(words.lower()))
    if act == "denies" or (tokens & _DENIALS and _DENIED.search(words)):
        return "denied"
    if act in {"doubts", "asks"} or (tokens & _DOUBTS and _is_uncertain(words)):
        return "uncertain"
    if act == "plans" or (tokens & _PLANS and _is_planned(words)):
        return "planned"
    return "denied" if tokens & _FALSEHOODS and _FALSE.search(words) else "asserted"


def _is_uncertain(words: str) -> bool:
    return _DOUBTED_NOUN.match(words) is not None or _UNCERTAIN.search(_NOUN_OR_CHARGE.sub(" ", words)) is not None


def _is_planned(words: str) -> bool:
    return any(not _WITHIN.search(words[: found.start()]) for found in _PLANNED.finditer(words))


_NOT = re.compile(
    r"(?i)(?:\b(?:not(?! only\b| least\b| just\b)|never|nobody|no[ -]one|none|nothing|neither|cannot|without|"
    r"no(?! (?:doubt|more than|less than|fewer than|later than|longer than|sooner|\d)\b)|(?:fail|refus|declin)(?:s|ed|es|ing)? to)\b|n['’]t\b)"
)


def is_negated(words: str) -> bool:
    """Do these words say that something is not so: "nobody was hurt", "it did not sink"?

    >>> is_negated("the dam did not break"), is_negated("not only the dam broke"), is_negated("no fewer than nine boats sank")
    (True, False, False)
    """
    return _NOT.search(words) is not None


def outlet_status_of(words: str, cue: str | None, own: Status, *, disowned: bool = False) -> Status:
    """The outlet's own stance: its own status where nobody is credited, doubt where its words keep a distance.

    ``disowned``: do the words that credit say that it is untrue ("wrongly claimed")?
    """
    if cue is None:
        return own
    if disowned:
        return "denied"
    return "uncertain" if _OWN_DOUBT.search(words) or _DISTANCE.match(cue) else "asserted"
