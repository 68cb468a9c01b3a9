"""Lines of a page in, the lines of the article and what was dropped out, each with kind and reason.

General signs only, read line by line:

1. a line that is furniture by its own words (bylines, dates, share and copyright lines, menus, newsletters);
2. galleries and blocks of teasers, which take several lines to see;
3. pieces at the edges of a line of news: datelines, picture-agency tags, reporting credits.
"""

import re
from collections import Counter
from collections.abc import Sequence

from headwater.clean.bylines import ROLES as OFFICES
from headwater.clean.draft import Line
from headwater.clean.edges import cut_edges, drop
from headwater.clean.prose import is_asked, is_said, tells
from headwater.clean.tables import BOX, NEWSLETTER, PICTURE, ROWS, TEASERS, VIDEO
from headwater.outlets import outlet_named
from headwater.tables import is_outlet_name
from headwater.text import fold, straighten, words
from headwater.types import Dropped

_Reason = tuple[str, str]
_GALLERY = ("menu", "a picture gallery")


def take_out(found: Sequence[Line], *, title: str | None, names: Sequence[str] = ()) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """The lines of the article, and what was dropped from among and within them; ``names`` are its authors' and outlet's."""
    headline = fold(title) if title else None
    reasons = [_reason(line.text, headline) for line in found]
    if found and reasons[0] is None and is_masthead(found[0].text):
        reasons[0] = ("masthead", "names the outlet")
    _mark_names(found, reasons, names)
    _mark_values(found, reasons)
    _mark_galleries(found, reasons)
    _mark_teasers(found, reasons)
    _mark_kicker(found, reasons)
    kept: list[Line] = []
    dropped: list[Dropped] = []
    for line, reason in zip(found, reasons, strict=True):
        if reason:
            dropped.append(drop(line, *reason))
            continue
        rest, cuts = cut_edges(line)
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
_VIDEO_LENGTH = 200  # characters: longer is a paragraph
_NEWSLETTER_SIGNS = 3  # so many signs in one line are a form to fill in


def _reason(line: str, headline: str | None) -> _Reason | None:
    plain = _plain(line).strip("*_#> \t")
    folded = " ".join(plain.lower().split())
    if headline and folded == headline:
        return "duplicate", "repeats the headline"
    if sum(sign in folded for sign in NEWSLETTER) >= _NEWSLETTER_SIGNS and (is_asked(plain) or not is_said(plain)):
        return "newsletter", "asks to sign up for a newsletter"
    if len(plain) < _VIDEO_LENGTH and VIDEO.match(plain) and not is_said(plain):
        return "menu", "introduces a video"
    row = next((row for row in ROWS if row.pattern.match(plain) and not (row.spared and row.spared(plain))), None)
    return (row.kind, row.why) if row else None


def _plain(line: str) -> str:
    # most lines have no typographic marks, and to look for them costs as much as all the patterns
    return line if line.isascii() else straighten(line)


def _mark_names(found: Sequence[Line], reasons: list[_Reason | None], names: Sequence[str]) -> None:
    """A short line of nothing but the author's and the outlet's names, and words for an office."""
    known = {w for name in names for w in words(name)} - {"the"}
    for i, line in enumerate(found):
        if reasons[i] is None and len(line.text) < _LONGEST_BYLINE and not line.text.endswith((".", "!", "?", '"', "”")):
            said = words(line.text)
            own = sum(w in known for w in said)
            if own > 1 and all(w in known or w in OFFICES for w in said):
                reasons[i] = ("byline", "names who wrote it")


_LONGEST_BYLINE = 120  # characters


def _mark_values(found: Sequence[Line], reasons: list[_Reason | None]) -> None:
    """A short list item that follows a label such as "- Author:" is its value."""
    for i in range(1, len(found)):
        before = found[i - 1].text
        label = reasons[i - 1] == ("byline", "a label of the page's form")
        if reasons[i] is None and label and before[0] in "-–—•*" and found[i].text[0] == before[0] and len(found[i].text) < 60:
            reasons[i] = ("byline", "the value of a label of the page's form")


def _mark_kicker(found: Sequence[Line], reasons: list[_Reason | None]) -> None:
    """The name of a section above the first paragraph of a page of HTML: one or two words and nothing else."""
    first = next((i for i, reason in enumerate(reasons) if reason is None), None)
    if first is None or first + 1 >= len(found) or reasons[first + 1] is not None or not found[first].source:
        return
    text, below = found[first].text, next((line.text for line in found[first + 1 :] if not line.caption), "")
    if (
        len(text.split()) <= _KICKER_WORDS
        and text.replace(" ", "").isalpha()
        and text[0].isupper()
        and len(below.split()) > _PARAGRAPH_WORDS
    ):
        reasons[first] = ("menu", "names the section")


_KICKER_WORDS = 2
_PARAGRAPH_WORDS = 12


def _mark_galleries(found: Sequence[Line], reasons: list[_Reason | None]) -> None:
    """Numbered pictures of one gallery, and the title above them that the first of them repeats."""
    numbers = [PICTURE.match(line.text) for line in found]
    sums = Counter(match.group(2) for match in numbers if match)
    for i, match in enumerate(numbers):
        if match and reasons[i] is None and sums[match.group(2)] > 1 and int(match.group(1)) <= int(match.group(2)):
            reasons[i] = None if tells(found[i].text) and found[i].text[match.end() - 1].islower() else _GALLERY
    for i in range(len(found) - 1):
        if reasons[i] is None and reasons[i + 1] == _GALLERY and fold(found[i].text) in fold(found[i + 1].text):
            reasons[i] = _GALLERY


def _mark_teasers(found: Sequence[Line], reasons: list[_Reason | None]) -> None:
    """What stands under a heading of teasers: titles, and after "More news" also paragraphs that name nobody of this article."""
    names: set[str] = set()
    read = box = end = 0  # lines whose names are known, and where the last block of each kind ended
    for start, line in enumerate(found):
        plain = _ELLIPSIS.sub("", _plain(line.text)) if len(line.text) <= _LONGEST_HEADING else ""
        ends = start > _FIRST_LINES and TEASERS.match(plain) is not None
        if start < end or not (ends or (start >= box and not plain.endswith(".") and BOX.match(plain))):
            continue
        if ends:
            names.update(*(_capitals(before.text) for before in found[read:start]))
            read = start
        reasons[start] = reasons[start] or ("teaser", "heads a list of other articles")
        stop = start + 1
        while stop < len(found) and (reasons[stop] or _is_title(found[stop].text) or (ends and _is_foreign(found[stop].text, names))):
            reasons[stop] = reasons[stop] or ("teaser", "tells of another article")
            stop += 1
        box, end = stop, stop if ends else end


_FIRST_LINES = 2  # lines that come before any heading of teasers
_LONGEST_HEADING = 120  # characters: longer is a paragraph
_OWN_SHARE = 0.34  # of a paragraph's names stand in the article above: then it belongs to the article
_TITLE_WORDS = 16
_ELLIPSIS = re.compile(r"\s*(?:\.{2,}|…)\s*$")


def _is_title(line: str) -> bool:
    """Does a line read like a headline: short, with no full stop at its end?"""
    return len(line.split()) <= _TITLE_WORDS and not line.endswith((".", "!", "?", ":", ";", ",", '."', ".”", ".'", ".’"))


def _is_foreign(line: str, names: set[str]) -> bool:
    """Does a paragraph have names, and few of those that the article has?"""
    mine = _capitals(line)
    return bool(mine) and len(mine & names) <= _OWN_SHARE * len(mine)


def _capitals(text: str) -> frozenset[str]:
    """Capitalised words that do not begin a sentence."""
    return frozenset(re.findall(r"(?<=[a-z,] )[A-Z]\w{2,}", text))
