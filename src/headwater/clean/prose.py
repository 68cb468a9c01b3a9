"""A line that begins like furniture in, whether it tells news all the same out.

Furniture is short and speaks to the reader ("Follow us", "Read more about it"); news is a whole sentence that
speaks of somebody ("Follow us, the guide told them."). Cutting news is worse than keeping a menu.
"""

import re

_WHOLE = re.compile(r"(?<!\.)\.[\"')\]]*$")
_SAID = re.compile(
    r"\b(?:said|says|told|tells|wrote|ruled|asked|warned|added|argued|claimed|insisted|shouted|testified|replied|answered|announced|reported"
    r"|declared|promised|urged|recalled|explained|noted|admitted|denied|confirmed|heard|learned|chanted|sang|cried|begged|ordered|advised"
    r"|(?:message|note|letter|sign|poster|banner|placard|leaflet|statement|text|slogan) read)\b"
)
_YOU = re.compile(r"(?i)\byou(?:r|rs)?\b|\bour\b")
_READER = re.compile(
    r"\b(?:you|your|yours|our|us|we|my|me)\b|@\w|https?:|www\.|\.(?:com|org|net|co)\b"
    r"|(?i:\b(?:newsletters?|inbox|app|website|podcasts?|twitter|facebook|instagram|youtube|whatsapp|telegram|linkedin|tiktok|bluesky)\b)"
)
_AUXILIARY = r"is|are|was|were|be|been|has|have|had|does|did|will|would|can|could|may|might|must|should|shall|isn't|aren't|wasn't|weren't|won't|didn't"
_IRREGULAR = (
    r"went|came|broke|gave|took|made|fell|rose|left|lost|found|held|met|led|sent|ran|won|stood|began|grew|kept|knew|saw|sold|spoke|spent"
    r"|built|bought|brought|caught|drew|drove|paid|sank|shot|thought|threw|became|fled|felt|flew|fought|hid|struck|taught|woke|wore|froze"
)
_REGULAR = r"(?!(?:updated|published|posted|modified|edited|reserved|sponsored|related|recommended|hundred|need|feed|indeed)\b)[a-z]{2,}ed"
_FINITE = re.compile(rf"\b(?:{_AUXILIARY}|{_IRREGULAR}|{_REGULAR})\b")
# what no byline has, with or without a full stop
VERB = rf"\b(?:{_AUXILIARY}|{_IRREGULAR}|said|says|told|wrote|ruled|asked|warned|added)\b"
_GOES_ON = re.compile(r"[^:]{1,40}:\s*[a-z]")


def is_said(line: str) -> bool:
    """Is a line a whole sentence in which somebody says something?"""
    return _WHOLE.search(line) is not None and _SAID.search(line) is not None


def is_asked(line: str) -> bool:
    """Does a line speak to the reader by "you", or of its own house by "our"?"""
    return _YOU.search(line) is not None


def tells(line: str) -> bool:
    """Is a line a whole sentence that somebody says, or that has a verb and does not speak to the reader?"""
    if not _WHOLE.search(line):
        return False
    return _SAID.search(line) is not None or (_READER.search(line) is None and _FINITE.search(line) is not None)


def goes_on(line: str) -> bool:
    """Does a sentence go on after the label's colon, where a teaser would have a headline?"""
    return _GOES_ON.match(line) is not None and _WHOLE.search(line) is not None and (is_said(line) or _READER.search(line) is None)
