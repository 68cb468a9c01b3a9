"""A sentence in, those out whose word somebody in it only passes on, and who does.

1. ``X repeated Y's statement that CONTENT``; 2. ``X had read in Y that CONTENT``, ``X heard from Y that CONTENT``; 3.
``CONTENT, X said, echoing Y``, ``after speaking to Y``, ``on the basis of information from Y``; 4. ``X put the number of
OBJECTS at NUMBER``, which passes nothing on and credits X with the number.
"""

import re
from collections.abc import Callable, Iterator

from headwater.annotate.attributions import forms
from headwater.annotate.attributions.phrases import head_kind, is_credible
from headwater.annotate.attributions.raw import INNER, Raw
from headwater.annotate.attributions.subjects import phrase_after, subject_before
from headwater.text import any_of, trim, words
from headwater.types import Span

_SAID = any_of(
    f"{noun}{ending}"
    for noun in words(
        "statement report remark comment claim account testimony warning announcement assertion assessment allegation suggestion estimate "
        "information figure number data detail finding word tip message post briefing tally"
    )
    for ending in ("", "s")
)
_SORT = r"(?:(?:an?|the|these|those|its|his|her|their|our)\s+)?(?:(?:earlier|recent|initial|official|new|previous|latest|own|first|public|written|similar)\s+){0,2}"
_NAME = r"(?P<who>(?:(?:the|an?|its|his|her|their|our)\s+)?(?:[\w.&-]+\s+){0,5}?[\w.&-]+)"
_GIVEN = r"(?:(?:that\s+(?:was|were)\s+)?(?:made|given|issued|released|provided|supplied|received|published|posted|gathered|collected)\s+)?"
_PASSES = r"(?:repeat(?:s|ed)|echo(?:es|ed)|relay(?:s|ed)|quot(?:es|ed)|cit(?:es|ed)|reiterat(?:es|ed)|recall(?:s|ed)|shar(?:es|ed)|forward(?:s|ed)|circulat(?:es|ed)|pass(?:es|ed)\s+on)"
_REPEATED = (
    re.compile(rf"(?i)\b(?P<verb>{_PASSES})\s+{_NAME}'s?\s+(?P<that>(?:\w+\s+)?(?:{_SAID})\s+that)\b"),
    re.compile(rf"(?i)\b(?P<verb>{_PASSES})\s+{_SORT}(?:{_SAID})\s+{_GIVEN}(?:by|from|of)\s+{_NAME}\s+(?P<that>that)\b"),
)
_HEARD = re.compile(
    rf"(?i)\b(?P<verb>read|heard|learn(?:ed|t)|seen|found\s+out|told|informed|gathered)\s+(?P<way>in|on|from|by|via|through)\s+{_NAME}\s+(?P<that>that)\b"
)
_LEANS_ON = r"(?:repeating|referring\s+to|with\s+reference\s+to|relying\s+on|drawing\s+on|based\s+on|on\s+the\s+basis\s+of|in\s+line\s+with|pointing\s+to)"
_AFTER_TALK = (
    r"(?:echoing|relaying|crediting|after\s+(?:speaking|talking)\s+(?:to|with)|after\s+an?\s+(?:\w+\s+)?(?:call|conversation)\s+with)"
)
_ANY = re.compile(rf"(?i)\b(?:{_LEANS_ON}|{_AFTER_TALK})\s+")
_TELLER = re.compile(rf"(?i)what\s+{_NAME}\s+(?:had\s+|has\s+)?(?:said|told|reported|announced|stated|claimed)\b")
_OWNER = re.compile(rf"(?i){_NAME}'s?\s+(?:\w+\s+)?(?:{_SAID})\b")
_INFORMED = re.compile(rf"(?i){_SORT}(?:{_SAID})\s+{_GIVEN}(?:by|from|of)\s+")
_TALKED = re.compile(rf"(?i){_AFTER_TALK}")
_COUNTED = any_of(
    words(
        "toll number count figure total losses loss damage cost bill value size turnout strength crowd height depth speed magnitude deaths "
        "casualties dead injured wounded missing age price share rate odds chance chances"
    )
)
_NUMBER = r"(?:(?:about|around|some|roughly|nearly|almost|over|under|up\s+to|at\s+least|more\s+than|less\s+than|fewer\s+than|just|only|well)\s+){0,3}(?:[$€£¥]|\d|an?\s+(?:dozen|hundred|thousand|million)|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens|hundreds|thousands|millions)\b)"
_PUT = re.compile(
    rf"(?i)\b(?P<verb>puts?|putting|estimate[sd]?|estimating)\s+(?=(?:(?:the|its|his|her|their|that|this)\s+)?(?:[\w'-]+\s+){{0,3}}?(?:{_COUNTED})\s+(?:[\w'-]+\s+){{0,5}}?(?:at|between)\s+{_NUMBER})"
)
_WAS_PUT = re.compile(
    rf"(?i)\b(?:was|were|is|are|been)\s+(?:put|estimated)\s+(?:at|between)\s+{_NUMBER}[^,;.]{{0,40}}?(?P<by>\bby)\s+(?!\w+ing\b)"
)
_SHORT = 9  # characters: less is no content

Quoted = Callable[[int], bool]
"""Does a quotation hold this place?"""


def find_leaning(text: str, sentence: Span, quoted: Quoted) -> Iterator[Raw]:
    """Whom somebody in a sentence passes on, each with who passes it on."""
    for match in (m for pattern in (*_REPEATED, _HEARD) for m in pattern.finditer(text, sentence.start, sentence.end)):
        if not quoted(match.start()) and _is_source(match):
            yield from _passed(text, sentence, match)
    for match in _ANY.finditer(text, sentence.start, sentence.end):
        source = None if quoted(match.start()) else _leant_on(text, match, sentence.end)
        if source:
            yield Raw(source=source, cue=_cue(text, match.start(), source.start), content=sentence, depth=INNER)


def find_put(text: str, sentence: Span, quoted: Quoted) -> Iterator[Raw]:
    """Who puts a number of things at what: ``X put the toll at NUMBER``, ``the toll was put at NUMBER by X``."""
    for match in _PUT.finditer(text, sentence.start, sentence.end):
        source = None if quoted(match.start()) else subject_before(text, sentence.start, match.start())
        start, end = trim(text, match.end(), sentence.end)
        if source and _speaks(text[source.start : source.end]):
            yield Raw(source=source, cue=Span(start=match.start("verb"), end=match.end("verb")), content=Span(start=start, end=end))
    for match in _WAS_PUT.finditer(text, sentence.start, sentence.end):
        source = None if quoted(match.start()) else phrase_after(text, match.end(), sentence.end)
        if source and _speaks(text[source.start : source.end]):
            start, end = trim(text, sentence.start, match.start("by"))
            yield Raw(source=source, cue=_cue(text, match.start("by"), match.end()), content=Span(start=start, end=end))


def leans(text: str, at: int) -> bool:
    """Do the words that credit begin here, and lean on somebody for what another says?"""
    return _ANY.match(text, at) is not None


def _is_source(match: re.Match[str]) -> bool:
    who = match["who"]
    if match.re is _HEARD and match["way"].lower() in ("in", "on", "via", "through"):
        return forms.outlet_of(who) is not None or head_kind(who) in ("outlet", "document")
    return is_credible(who)


def _passed(text: str, sentence: Span, match: re.Match[str]) -> Iterator[Raw]:
    start, end = trim(text, match.end("that"), sentence.end)
    if end - start < _SHORT:
        return
    content = Span(start=start, end=end)
    source = Span(start=match.start("who"), end=match.end("who"))
    yield Raw(source=source, cue=_cue(text, source.end, match.end("that")), content=content, depth=INNER)
    if teller := subject_before(text, sentence.start, match.start("verb"), anyone=True):
        yield Raw(source=teller, cue=_cue(text, match.start("verb"), source.start), content=content)


def _leant_on(text: str, match: re.Match[str], end: int) -> Span | None:
    """Whom "echoing" or "on the basis of" names: behind it, before "'s statement" or within "what ... said"."""
    at = match.end()
    for pattern in (_TELLER, _OWNER):
        if (found := pattern.match(text, at, end)) and is_credible(found["who"]):
            return Span(start=found.start("who"), end=found.end("who"))
    informed = _INFORMED.match(text, at, end)
    if informed is None and not _TALKED.match(text, match.start()):
        return None
    source = phrase_after(text, informed.end() if informed else at, end)
    if source is None or not is_credible(text[source.start : source.end]):
        return None
    talked_to_outlet = match.group().lower().startswith("after") and forms.outlet_of(text[source.start : source.end]) is not None
    return None if talked_to_outlet else source


def _speaks(phrase: str) -> bool:
    """Is this somebody who counts: a name, or a noun for who speaks?"""
    return head_kind(phrase) is not None or phrase.rsplit(maxsplit=1)[-1][:1].isupper()


def _cue(text: str, start: int, end: int) -> Span:
    start, end = trim(text, start, end, " \t'")
    return Span(start=start, end=end)
