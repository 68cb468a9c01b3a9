"""Lines of a page in, the lines of the article and what was dropped out, each with kind and reason.

General signs only, read line by line:

1. a line that is furniture by its own words (bylines, dates, share and copyright lines, menus, newsletters);
2. galleries and blocks of teasers, which take several lines to see;
3. pieces at the edges of a line of news: datelines, picture-agency tags, reporting credits.
"""

import re
from collections.abc import Sequence

import msgspec

from headwater.clean.draft import Line
from headwater.outlets import outlet_named, outlet_pattern
from headwater.tables import MONTH, WEEKDAY, is_outlet_name
from headwater.text import fold
from headwater.types import Dropped

_NAME = r"[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|de|van|von|al|bin|der|la|le|di))*"
_DATE = rf"(?:(?:{MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\.?\s+(?:{MONTH}))(?:,?\s+\d{{4}})?|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}"

# kind, why, pattern that must match at the line's beginning; "(?i:" where capitals say nothing
_LINES: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (kind, why, re.compile(pattern))
    for kind, why, pattern in (
        ("byline", "names who wrote it", rf"(?=.{{4,110}}$)(?:(?i:by|written by|reporting by|reported by|edited by|story by|words by|posted by))\s+(?!the\b|(?i:{WEEKDAY}|{MONTH})\b){_NAME}(?:\s+(?:staff|reporters?|correspondents?|newsroom))?(?:(?:,|\s+and|\s+in|\s*[|&–—-])\s*[\w.’' &-]+)*(?<!\w\w\w\.)$"),
        ("byline", "names who wrote it", r"(?i:written by|posted by|posted in|filed under)\b.{0,80}$"),
        ("byline", "a label of the page's form", r"[-–—•*\s]*(?i:authors?|by|dates?|published|updated|last updated|source|tags?|topics?|categor(?:y|ies)|section|editor)\s*:?\s*$"),
        ("byline", "a label with its value", r"[-–—•*\s]*(?i:authors?|published|updated|last updated|posted|modified|tags?|topics?|categor(?:y|ies)|editor)\s*:\s*\S.{0,80}$"),
        ("assistance", "names who helped with it", r"[-–—•*\s]*\(?(?i:with (?:additional )?(?:assistance|reporting) (?:by|from)|additional reporting|reporting by|editing by|writing by|(?:\w+ ){1,6}contributed to this (?:report|article|story))\b"),
        ("copyright", "a copyright line", r"(?i:copyright\b|©|\(c\)\s*\d{4}|all rights reserved|this (?:material|article) may not be (?:published|reproduced)|reproduced with permission)"),
        ("copyright", "where it first appeared", r"(?i:this (?:article|story|piece) (?:was )?(?:originally |first )?(?:published|appeared))\b"),
        ("caption-credit", "says whose pictures they are", r"(?i:pictures?|photos?|photographs?|images?|video|illustration|graphics?)(?i: by)?\s*:\s*[A-Z][\w.'’ /&,-]{2,60}$"),
        ("date", "a date alone", rf"(?i:(?:published|updated|posted|last (?:updated|modified))\b[\s:]*)?(?i:(?:(?:{WEEKDAY}),?\s+)?(?:{_DATE}))(?i:[\s,|·•at]*(?:\d{{1,2}}[:.]\d\d(?:\s*[ap]\.?m\.?)?)?\s*(?:GMT|UTC|[ECMP][SD]?T|CEST|CET|BST|IST|AEST|JST)?)$"),
        ("date", "a time alone", r"\d{1,2}[:.]\d\d\s*(?i:[ap]\.?m\.?)?(?:\s+[A-Z]\w+){0,2}$|(?i:\d+ (?:minutes?|hours?|days?) ago)$"),
        ("share", "asks to share, follow or subscribe", r"(?i:follow (?:us|our|me)\b|follow (?:the )?(?-i:[A-Z])[\w ]{2,40} on\b|get (?-i:[A-Z])[\w ]{2,40} (?:alerts|news|updates) (?:on|in|by)\b|share (?:this|on|via)\b|(?:like|find|join) us on|subscribe (?:to|now|for)|sign up (?:for|to|now|here)|get (?:the latest|our|breaking)\b.{0,40}\b(?:newsletter|inbox|alerts)|download (?:the|our) app)"),
        ("share", "asks to share, follow or subscribe", r"(?i:for more (?:news|stories|on this|information)\b.{0,80}\b(?:follow|visit|subscribe|click|see)\b)"),
        ("contact", "asks readers to write in", r"(?i:we pay for your stor|do you have (?:a|any) (?:story|tips?|information)|have you been affected|(?:email|contact|write to|call) us (?:at|on)\b|got a (?:story|tip)\b|send (?:us )?your (?:tips|stories|comments))"),
        ("related", "points to another article", r"(?i:related(?: (?:articles?|stor(?:y|ies)|content|topics|news))?\s*:|read (?:more|also|next|the full)\b.{0,120}$|also read\b|see also\b|more on this|more (?:from|about)\b.{0,60}$|recommended(?: for you)?$|watch\s*:|listen\s*:|click here\b|editor'?s? picks?$|don'?t miss\b|you may (?:also )?like)"),
        ("advertisement", "an advertisement", r"(?i:advertisements?\b(?:[\s–—-]+continue.*)?$|story continues below|continue reading\b|sponsored(?: content)?$|article continues)"),
        ("menu", "a control of the page", r"(?i:photos?|images?|videos?|share|print|comments?|menu|home|search|close|open|comments? \(\d+\)|print this (?:page|article|story)|listen again|watch again|back to top|back|loading\W*|copy link|e-?mail|facebook|twitter|x|whatsapp|reddit|linkedin|telegram|save|listen|log ?in|sign in|register|skip to (?:main )?content|toggle navigation|close search window|exit mobile version|view comments|leave a comment|show more|load more|next|previous|top stories|trending|most read|most popular)$"),
        ("menu", "cookies and consent", r"(?i:(?:this (?:site|website)|we) uses? cookies|accept (?:all )?cookies|by (?:continuing|using) (?:to|this)\b.{0,60}\b(?:cookies|terms|privacy))"),
        ("menu", "a row of sections", r"(?:[A-Z][\w&' ]{1,25}\s*[|•·>»]\s*){2,}[A-Z][\w&' ]{1,25}$"),
        ("copyright", "speaks of the site, not of the news", r"(?:The )?[A-Z][\w.&' ]{2,40} (?i:is not responsible for the content|is free to read|is an? (?:registered )?(?:charity|trademark)|is funded by|is part of the)\b"),
        ("counter", "a counter", r"(?i:visited \d+ times?|\d[\d,.]* (?:views?|shares?|comments?|likes?|reads?)\b.{0,20}$|\d+ min(?:ute)?s? read$|slideshow \(|\d+ (?:images|photos)$)"),
        ("menu", "a picture gallery", r"(?i:\d{1,3} show all\b|\d{1,3}\s*/\s*\d{1,3}\s+\S|(?:photo|picture|image) gallery\b)"),
    )
)  # fmt: skip
_NEWSLETTER = (
    "newsletter",
    "sign up",
    "subscribe",
    "not a robot",
    "privacy policy",
    "email address",
    "try again later",
    "terms of service",
    "inbox",
    "unsubscribe",
    "special offers",
)
# headings that end an article, and headings of a box that stands within or below one
_TEASERS = re.compile(
    r"(?i:(?:the )?(?:latest|more|other|related|recent|trending|popular|top|recommended|further)\s+(?:news|stories|headlines|articles|posts|reading|reports)\b(?:\s+(?:from|on|in|by)\s.{1,60})?:?)$"
)
_BOX = re.compile(
    r"(?i:(?:more|also) (?:from|on|in)\s.{1,40}|you (?:may|might) also like:?|read next:?|what to read next:?|also in (?:this|today's)\s.{1,40}|don't miss:?|read more:?|related:?|see also:?|most (?:read|popular)(?: stories)?:?)$"
)
_VIDEO = re.compile(rf"^(?:{outlet_pattern().pattern})[’']s\s+{_NAME}\s+(?:discusses|explains|has more|reports|looks at|talks|speaks)\b")
_DATELINE = re.compile(
    r"^(?P<all>(?:(?P<place>[A-Z][A-Z.'’-]+(?:[ ,/]+(?:[A-Z][\w.'’-]*|and|of|de|al))*)(?:,\s+\w+\.?\s+\d{1,2}(?:,\s+\d{4})?)?\s*)?"
    r"(?:\((?P<agency>[A-Z][\w./'’& -]{1,40})\)\s*[-–—]+\s+|(?<=\S)\s*[–—]+\s+|(?<=\S)\s+-{1,2}\s+))(?=[\"'“‘]?[A-Z0-9])"
)
_PICTURE = re.compile(
    r"^(?:(?i:image|photo|media) (?:copyright|source|caption)\s+(?:[\w./]+\s+){0,4}?(?:(?i:image|media) caption)\s+|(?i:image caption)\s+)"
)
_TAIL = re.compile(r"\s*\((?:(?i:additional )?(?i:reporting|writing|editing|compiled)) (?i:by)\s[^()]{3,300}\)\s*$")


def take_out(found: Sequence[Line], *, title: str | None) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """The lines of the article, and what was dropped from among and within them."""
    reasons = [_reason(line.text, title) for line in found]
    if found and reasons[0] is None and is_masthead(found[0].text):
        reasons[0] = ("masthead", "names the outlet")
    _mark_values(found, reasons)
    _mark_gallery_titles(found, reasons)
    _mark_teasers(found, reasons)
    kept: list[Line] = []
    dropped: list[Dropped] = []
    for line, reason in zip(found, reasons, strict=True):
        if reason:
            dropped.append(_drop(line, *reason))
            continue
        rest, cuts = _edges(line)
        dropped += cuts
        kept += [rest] if rest.text else []
    return tuple(kept), tuple(dropped)


def is_furniture(line: str) -> bool:
    """Is this line furniture by its own words?"""
    return _reason(line, None) is not None


def is_masthead(line: str) -> bool:
    """Is a first line the name of a paper or a station and nothing else?"""
    name = line.strip("*_# ").title() if line.isupper() else line.strip("*_# ")
    return len(name.split()) <= _MASTHEAD_WORDS and (is_outlet_name(name) or outlet_named(name) is not None)


_MASTHEAD_WORDS = 5


def _reason(line: str, title: str | None) -> tuple[str, str] | None:
    plain = line.strip("*_#> \t")
    folded = fold(plain)
    if title and folded == fold(title):
        return "duplicate", "repeats the headline"
    if sum(sign in folded for sign in _NEWSLETTER) >= 3:
        return "newsletter", "asks to sign up for a newsletter"
    if len(plain) < 200 and _VIDEO.match(plain):
        return "menu", "introduces a video"
    return next(((kind, why) for kind, why, pattern in _LINES if pattern.match(plain)), None)


def _mark_values(found: Sequence[Line], reasons: list[tuple[str, str] | None]) -> None:
    """A short list item that follows a label such as "- Author:" is its value."""
    for i in range(1, len(found)):
        before = found[i - 1].text
        label = reasons[i - 1] == ("byline", "a label of the page's form")
        if reasons[i] is None and label and before[0] in "-–—•*" and found[i].text[0] == before[0] and len(found[i].text) < 60:
            reasons[i] = ("byline", "the value of a label of the page's form")


def _mark_gallery_titles(found: Sequence[Line], reasons: list[tuple[str, str] | None]) -> None:
    """The title above a gallery, which the gallery's own first line repeats."""
    for i in range(len(found) - 1):
        below = reasons[i + 1]
        if reasons[i] is None and below == ("menu", "a picture gallery") and fold(found[i].text) in fold(found[i + 1].text):
            reasons[i] = below


def _mark_teasers(found: Sequence[Line], reasons: list[tuple[str, str] | None]) -> None:
    """What stands under a heading of teasers: titles, and after "More news" also paragraphs that name nobody of this article."""
    for start, line in enumerate(found):
        ends = start > _FIRST_LINES and _TEASERS.match(line.text) is not None
        if not ends and _BOX.match(line.text.rstrip(".… ")) is None:
            continue
        names = _capitals(" ".join(before.text for before in found[:start]))
        reasons[start] = reasons[start] or ("teaser", "heads a list of other articles")
        for i in range(start + 1, len(found)):
            if reasons[i] is None and not _is_title(found[i].text) and not (ends and _is_foreign(found[i].text, names)):
                break
            reasons[i] = reasons[i] or ("teaser", "tells of another article")


_FIRST_LINES = 2  # lines that come before any heading of teasers
_OWN_SHARE = 0.34  # of a paragraph's names stand in the article above: then it belongs to the article
_TITLE_WORDS = 16


def _is_title(line: str) -> bool:
    """Does a line read like a headline: short, with no full stop at its end?"""
    return len(line.split()) <= _TITLE_WORDS and not line.endswith((".", "!", "?", ":", ";", ",", '."', ".”", ".'", ".’"))


def _is_foreign(line: str, names: frozenset[str]) -> bool:
    """Does a paragraph have names, and few of those that the article has?"""
    mine = _capitals(line)
    return bool(mine) and len(mine & names) <= _OWN_SHARE * len(mine)


def _capitals(text: str) -> frozenset[str]:
    """Capitalised words that do not begin a sentence."""
    return frozenset(re.findall(r"(?<=[a-z,] )[A-Z]\w{2,}", text))


_LONGEST_DATELINE = 80  # characters: longer is a line in capitals


def _edges(line: Line) -> tuple[Line, list[Dropped]]:
    """A line of news without dateline, picture tag and reporting credit."""
    cuts: list[Dropped] = []
    start, end = 0, len(line.text)
    if (match := _DATELINE.match(line.text)) and match.end() <= _LONGEST_DATELINE:
        start = match.end()
        cuts.append(_drop(_part(line, 0, start), "dateline", "says where and by whom it was filed"))
    elif match := _PICTURE.match(line.text):
        start = match.end()
        cuts.append(_drop(_part(line, 0, start), "caption-credit", "says whose picture it is"))
    if match := _TAIL.search(line.text, start):
        end = match.start()
        cuts.append(_drop(_part(line, end, len(line.text)), "assistance", "names who worked on it"))
    return (_part(line, start, end) if cuts else line), cuts


def _part(line: Line, start: int, end: int) -> Line:
    piece = line.text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    exact = line.end - line.start == len(line.text)
    return msgspec.structs.replace(
        line,
        text=piece,
        start=line.start + start if exact else line.start,
        end=line.start + start + len(piece) if exact else line.end,
    )


def _drop(line: Line, kind: str, why: str) -> Dropped:
    return Dropped(text=line.text, kind=kind, why=why, field=line.field, page_start=line.start, page_end=line.end)
