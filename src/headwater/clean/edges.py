"""A line of news in, the line without dateline, picture tag and reporting credit, and these pieces out."""

import re

import msgspec

from headwater.clean.draft import Line
from headwater.clean.markup import scan, squeeze
from headwater.clean.tables import CAPITAL
from headwater.outlets import outlet_named
from headwater.tables import MONTH, is_outlet_name
from headwater.types import Dropped

_NEWS = r"(?=[\"'“‘]?[A-ZÀ-ÖØ-Þ0-9])"
_DASH = r"(?:\s*[–—]+\s*|\s+-{1,2}\s+)"
_DAY = rf"(?i:(?:{MONTH})\.?\s+\d{{1,2}}(?:,\s+\d{{4}})?|\d{{1,2}}\s+(?:{MONTH})\.?(?:\s+\d{{4}})?)"
# a place in capitals, an agency in brackets, or both
_DATELINE = re.compile(
    r"(?P<all>(?:(?P<place>[A-Z][A-Z.'’-]+(?:[ ,/]+(?:[A-Z][\w.'’-]*|and|of|de|al))*)(?:,\s+\w+\.?\s+\d{1,2}(?:,\s+\d{4})?)?\s*)?"
    rf"(?:\((?P<agency>[A-Z][\w./'’& -]{{1,40}})\)\s*[-–—]+\s+|(?<=\S)\s*[–—]+\s+|(?<=\S)\s+-{{1,2}}\s+)){_NEWS}"
)
# a place as any other word, a day, or neither; what stands in brackets must be an outlet
_FILED = re.compile(
    rf"(?:(?P<place>{CAPITAL}[\w.'’-]*(?:(?:\s+|,\s+|/){CAPITAL}[\w.'’-]*|\s+(?:and|of|de|al|am|an|der)\b){{0,5}}?),?\s*)?"
    rf"(?:{_DAY},?\s*)?\((?P<agency>[^()]{{2,41}})\){_DASH}{_NEWS}"
)
_PICTURE = re.compile(
    r"^(?:(?i:image|photo|media) (?:copyright|source|caption)\s+(?:[\w./]+\s+){0,4}?(?:(?i:image|media) caption)\s+|(?i:image caption)[,:]?\s+)"
)
_TAIL = re.compile(r"\s*\((?:(?i:additional )?(?i:reporting|writing|editing|compiled)) (?i:by)\s[^()]{3,300}\)\s*$")
_LONGEST_DATELINE = 80  # characters: longer is a line in capitals
_LONGEST_TAIL = 340  # characters of a reporting credit at a line's end
_ASIDE = 8  # words: longer is no aside, and the second dash another one
_SHORT = 5  # letters: a single word of so many in capitals may be a short name ("NATO – the alliance – ...")


def cut_edges(line: Line) -> tuple[Line, list[Dropped]]:
    """A line of news without dateline, picture tag and reporting credit."""
    cuts: list[Dropped] = []
    start, end = 0, len(line.text)
    if stop := _dateline(line.text):
        start = stop
        cuts.append(drop(_part(line, 0, start), "dateline", "says where and by whom it was filed"))
    elif match := _PICTURE.match(line.text):
        start = match.end()
        cuts.append(drop(_part(line, 0, start), "caption-credit", "says whose picture it is"))
    if match := _TAIL.search(line.text, max(start, end - _LONGEST_TAIL)):
        end = match.start()
        cuts.append(drop(_part(line, end, len(line.text)), "assistance", "names who worked on it"))
    return (_part(line, start, end) if cuts else line), cuts


def drop(line: Line, kind: str, why: str) -> Dropped:
    """What was cut from a page, with its kind and reason."""
    return Dropped(text=line.text, kind=kind, why=why, field=line.field, page_start=line.start, page_end=line.end)


def _dateline(text: str) -> int:
    """Where a line's dateline ends: 0 where there is none."""
    if (match := _DATELINE.match(text)) and match.end() <= _LONGEST_DATELINE and not _is_aside(text, match):
        return match.end()
    match = _FILED.match(text) if "(" in text[:_LONGEST_DATELINE] else None
    if match and match.end() <= _LONGEST_DATELINE and _is_agency(match.group("agency"), match.group("place") or ""):
        return match.end()
    return 0


def _is_aside(text: str, match: re.Match[str]) -> bool:
    """Does the dash after a short name open an aside that a second dash closes in the same sentence?"""
    place = match.group("place") or ""
    if match.group("agency") or not place.isalpha() or len(place) > _SHORT:
        return False
    return re.match(rf"(?:[^\s.]+\s+){{1,{_ASIDE}}}[-–—]+\s", text[match.end() :]) is not None


def _is_agency(tag: str, place: str) -> bool:
    """Does a tag in brackets name an outlet, and not in short what stands before it?"""
    initials = "".join(word[0] for word in re.findall(rf"{CAPITAL}\w*", place))
    names = [name.strip() for name in re.split(r"[/,]", tag)]
    return initials != tag and any(outlet_named(name) is not None or is_outlet_name(name) for name in names)


def _part(line: Line, start: int, end: int) -> Line:
    """A piece of a line, edges trimmed, with its own place on the page."""
    piece = line.text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if not line.source:
        exact = line.end - line.start == len(line.text)
        here = (line.start + start, line.start + start + len(piece)) if exact else (line.start, line.end)
        return msgspec.structs.replace(line, text=piece, start=here[0], end=here[1])
    stream = scan(line.source).visible
    first = len(squeeze(line.text[:start]))
    here = stream.place(first, first + len(squeeze(piece)))
    return msgspec.structs.replace(line, text=piece, start=line.start + here[0], end=line.start + here[1], source=line.source[slice(*here)])
