"""A sentence in, whether its outlet says that it saw, obtained or checked this itself, and whether somebody could not say.

Own reporting needs words that say so, outside quotation marks: "a Herald reporter saw", "documents obtained by the
Herald", "we have reviewed the footage". Anything else in an outlet's own voice has an origin that is not known.
"""

import re

from headwater.outlets import outlet_key
from headwater.trace.quoted import quoted
from headwater.types import Article, Stance, Statement

_PEOPLE = r"(?:reporters?|correspondents?|journalists?|photographers?|camera ?(?:crew|man|woman)|teams?|crews?|staff(?:ers?)?)"
_SAW = r"(?:saw|witnessed|watched|counted|heard|visited|observed|filmed|photographed|inspected|measured)"
_GOT = r"(?:seen|obtained|reviewed|viewed|examined|verified|inspected|geolocated|analy[sz]ed|counted|confirmed)"
_DID = re.compile(rf"(?i)\b(?:{_SAW}|{_GOT})\b")
"""What an outlet does itself; each pattern below needs one of these words."""
_OWN_PEOPLE = re.compile(rf"(?i)\b(?:our|this (?:newspaper|paper|website)['’]s)\s+(?:own\s+)?{_PEOPLE}\b[^.;]{{0,60}}?\b{_SAW}\b")
_WE = re.compile(rf"(?i)\b(?:we|this (?:newspaper|paper|website))\s+(?:(?:has|have|had)\s+(?:also\s+)?{_GOT}|{_SAW}|obtained|reviewed)\b")
_BY_US = re.compile(rf"(?i)\b{_GOT}\s+by\s+(?:us|our\s+(?:own\s+)?{_PEOPLE}|this (?:newspaper|paper|website))\b")
_NAME = r"(?P<name>[A-Z][\w.&'’-]*(?:\s+(?:of|the|and|&|[A-Z][\w.&'’-]*)){0,5}?)"
_NAMED = (
    re.compile(rf"\b(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]he|[Ss]everal)\s+{_NAME}(?:['’]s)?\s+{_PEOPLE}\b[^.;]{{0,60}}?\b{_SAW}\b"),
    re.compile(rf"\b{_GOT}\s+(?:and\s+\w+\s+)?by\s+(?:[Tt]he\s+)?{_NAME}(?=\s+(?:show|said|say|on|in|that|and)\b|[,.;:)]|\s*$)"),
    re.compile(rf"(?:\b[Tt]he\s+)?\b{_NAME}\s+(?:has|have|had)\s+(?:also\s+|independently\s+)?{_GOT}\b"),
)
# what stands before and behind such words where they tell of something else: "the worst toll we have seen in years"
_PAPER = r"(?:documents?|papers?|videos?|footage|films?|images?|pictures?|photo(?:graph)?s?|records?|recordings?|letters?|e-?mails?|messages?|files?|transcripts?|copy|copies|reports?|data|logs?|orders?|drafts?|memos?|invoices?|contracts?)"
_BESIDE = re.compile(r"(?i)\b(?:which|who|whom|whose|where|when|than|like|unlike|since|if|until|that|(?<!, )as)\s+(?:the\s+)?$")
_RANKED = re.compile(
    r"(?i)\b(?:most|least|first|last|only|ever|never|worse|more|less|fewer|best|(?!west|east|rest|test|guest|arrest|protest|request|forest|interest|invest|latest)\w{3,}est)\b[^,;:]*$"
)
_ONCE = re.compile(
    r"(?i)^(?:(?!\b(?:that|show\w*|sa(?:y|id|ys)|reveal\w*|indicat\w+|suggest\w*|confirm\w*)\b)[^;:]){0,60}?\b(?:ever|before|in (?:19|20)\d\d|in (?:(?:many |several |\w+ )?(?:years|decades|generations)|(?:its|our|their) history|living memory)|(?:years?|months?|weeks?) (?:ago|earlier)|last (?:year|month|week|spring|summer|autumn|winter))\b"
)
_NOT = re.compile(r"(?i)(?:\b(?:not|never|nor|cannot|hardly)|n['’]t)\s+(?:yet |been |be |also |itself )*$")
_WITH = re.compile(r"(?i)^\s*,?\s*(?:(?:this|that|it|as much|the \w+)\s+)?(?:with|by|from|through|citing|quoting)\s")
_PAPER_THAT = re.compile(rf"(?i)\b{_PAPER}\s+(?:of\s+\w+\s+|from\s+\w+\s+)?(?:that|which)\s+(?:the\s+)?$")
_COULD_NOT_VERIFY = re.compile(
    r"(?i)\b(?:could|can|was|were|is|are|has|have)\s*(?:not|n['’]t|never|been unable to|not been able to|unable to)\s+(?:be\s+|been\s+)?"
    r"(?:able to\s+)?(?:immediately\s+|yet\s+)?(?:(?:be\s+)?(?:independently|immediately)\s+)?(?:be\s+)?(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?)\b"
    r"|\b(?:was|were|has been|have been)\s+unable\s+to\s+(?:independently\s+|immediately\s+)?(?:verify|confirm)\b"
    r"|\bno independent (?:confirmation|verification)\b"
)
_DOES_NOT_KNOW = re.compile(
    r"(?i)\b(?:do|does|did)(?:\s+not|n['’]t)\s+(?:yet\s+)?know\b|\b(?:has|have|had)\s+no\s+(?:information|knowledge|details)\b"
    r"|\bcould\s+not\s+(?:immediately\s+)?(?:say|comment)\b|\b(?:is|was|are|were|remain(?:s|ed)?)\s+(?:still\s+)?(?:unclear|unknown|not (?:yet )?(?:clear|known))\b"
    r"|\btoo early to (?:say|tell)\b|\b(?:is|was|are|were)\s+(?:not aware|unaware) of\b|\bdeclined to (?:say|comment|confirm)\b"
)


def own_reporting(article: Article, statement: Statement, names: frozenset[str]) -> bool:
    """Does its sentence say that the outlet saw, obtained or checked this itself?

    ``names`` holds the keys of the names that the outlet goes by: its own, and that of the agency whose text it prints.
    """
    sentence = article.text[min(statement.sentence.start, statement.start) : max(statement.sentence.end, statement.end)]
    if not _DID.search(sentence):
        return False
    hidden = quoted(sentence)
    for pattern in (_OWN_PEOPLE, _WE, _BY_US, *_NAMED):
        for match in pattern.finditer(sentence):
            if any(s <= match.start() < e for s, e in hidden) or _tells_of_other(sentence, match):
                continue
            if pattern not in _NAMED or outlet_key(match.group("name").rstrip(".").removesuffix("'s").removesuffix("’s")) in names:
                return True
    return False


def _tells_of_other(sentence: str, match: re.Match[str]) -> bool:
    """Do words of having seen something stand in a relative clause or a comparison, tell of another time, or of whom was asked?

    Of a paper, "documents that we have seen" are in hand all the same.
    """
    before, behind = sentence[: match.start()], sentence[match.end() :]
    if _NOT.search(before) or _RANKED.search(before) or _ONCE.search(behind) or _WITH.search(behind):
        return True
    return bool(_BESIDE.search(before)) and not _PAPER_THAT.search(before)


def no_word_on(article: Article, statement: Statement) -> Stance | None:
    """What a statement, or the words just before it, say where nobody asserts or denies anything; None where somebody does."""
    text = article.text[max(statement.sentence.start, statement.start - _BEFORE) : statement.end]
    if could_not_verify(text):
        return "could not verify"
    return "does not know" if statement.status == "uncertain" and _DOES_NOT_KNOW.search(text) else None


def could_not_verify(text: str) -> bool:
    """Does somebody say here that this could not be verified?

    >>> could_not_verify("Reuters could not independently verify the report."), could_not_verify("The Herald verified it.")
    (True, False)
    """
    return _COULD_NOT_VERIFY.search(text) is not None


_BEFORE = 60  # characters before a statement in the same sentence
