"""Words around an attribution in, the outlets that only pass it on out: told it, shown it, quoting it.

Names of outlets are those of the list and those that read like one; what else is spoken to is no link.
"""

import re
from collections.abc import Sequence

import msgspec

from headwater.annotate.attributions.raw import Raw
from headwater.outlets import outlet_named
from headwater.tables import is_outlet_name
from headwater.types import Relation, Span

_NAME = r"(?:[Tt]he\s+)?[A-Z][\w.&'-]*(?:\s+(?:of\s+(?:the\s+)?|&\s+)?[A-Z][\w.&'-]*){0,4}(?:\s+(?:news\s+agency|newspaper|magazine|television|radio|news\s+website))?"
_SEEN = "reviewed|seen|obtained|viewed|examined|analy[sz]ed|verified|acquired|authenticated|geolocated"
ASIDE = re.compile(r",?\s+(?:citing|quoting|which\s+cited|which\s+quoted)\b")
WAS_QUOTED = re.compile(
    rf"(?i:\b(?:is|are|was|were|has\s+been|have\s+been|being)\s+(?:also\s+)?(?:quoted|cited))(?:\s+by\s+(?P<by>{_NAME}))?\s+as\s+(?:saying|telling\s+\S+|writing|stating)(?:\s+by\s+(?P<after>{_NAME}))?(?:\s+that\b)?"
)
OBTAINED = re.compile(
    rf"(?P<who>{_NAME})\s+(?:has\s+|have\s+|had\s+)?(?:also\s+|previously\s+)?(?:{_SEEN.replace('seen', 'seen|saw')})\s+"
    r"(?P<what>(?:[\w'-]+\s+){0,5}?[\w'-]+)\s+(?:(?:that|which)\s+)?(?P<shows>show(?:s|ed|ing)?|indicat(?:e|es|ed|ing)|reveal(?:s|ed|ing)?|say(?:s|ing)?|said|suggest(?:s|ed|ing)?|stat(?:es|ed|ing)|detail(?:s|ed|ing)?)(?:\s+that)?(?=\s)"
)
TIP = re.compile(rf"[(\[]\s*(?i:h/t|hat\s+tip(?:\s+to)?|via|source:)\s*:?\s*@?(?P<who>{_NAME})\s*[)\]]")
FIRST_TO = re.compile(r"\b(?:was|were)\s+(?:the\s+)?first\s+(?:\w+\s+)?to\s+report(?:\s+on)?(?:\s+that)?(?![\w-])")
_HEARD: tuple[tuple[re.Pattern[str], Relation], ...] = (
    (
        re.compile(
            rf"\b(?i:in|during)\s+(?:an?|the|his|her|their|its)\s+(?:[\w-]+\s+){{0,3}}(?:interview|conversation|call)\s+(?:[\w-]+\s+)?(?:with|on|for|to|by|in)\s+({_NAME})"
        ),
        "interviewed",
    ),
    (re.compile(rf"\b(?i:interviewed|asked|questioned|contacted|reached)\s+by\s+({_NAME})"), "interviewed"),
    (
        re.compile(
            rf"\b(?:statement|statements|e-?mail|e-?mails|letter|message|messages|note|text|comment|comments|remarks|response|reply)\s+(?:[\w-]+ed\s+|sent\s+|given\s+)?(?:to|for|with)\s+({_NAME})"
        ),
        "told",
    ),
    (re.compile(rf"\b(?i:speaking|talking|spoke|talked|speaks|writing|wrote)\s+(?:[\w-]+ly\s+)?(?:to|with|on|in|for)\s+({_NAME})"), "told"),
    (re.compile(rf"\b(?:appearing|appeared)\s+(?:to|on)\s+({_NAME})"), "told"),
    (
        re.compile(
            rf"\b(?:confirmed|said|added|wrote|explained|admitted|revealed|disclosed)\s+(?:exclusively\s+)?(?:to|on|in)\s+({_NAME})"
        ),
        "told",
    ),
)


def outlet_of(words: str) -> str | None:
    """The outlet that these words name, alone or with what it is ("the Example news agency"); None for anything else."""
    plain = _SORT.sub("", words.strip(" .,"))
    if known := outlet_named(plain):
        return known.name
    bare = _THE.sub("", plain)
    return bare if is_outlet_name(bare) else None


_SORT = re.compile(
    r"(?i)^(?:the\s+)?(?:(?:[\w-]+\s+){0,3}(?:news\s+agency|newswire|newspaper|broadcaster|daily|magazine|news\s+website|outlet)\s+)(?-i:(?=[A-Z]))|(?:'s)?\s+(?:news\s+agency|newswire|newspaper|magazine|television|tv|radio|news\s+website|correspondent|reporters?)$"
)
_THE = re.compile(r"(?i)^the\s+")


def address(text: str, sentence: Span, found: Sequence[Raw]) -> list[Raw]:
    """The same, with the outlet that heard it where the sentence names one beside the cue."""
    heard = [
        (span, relation)
        for pattern, relation in _HEARD
        for match in pattern.finditer(text, sentence.start, sentence.end)
        if (span := _outlet_span(text, *match.span(1)))
    ]
    addressed = list(found)
    for span, relation in heard:
        free = [i for i, r in enumerate(addressed) if _may_be_heard(text, r, span)]
        nearest = min(free, key=lambda i: (abs(addressed[i].cue.start - span.start), i), default=None)
        if nearest is not None:
            addressed[nearest] = msgspec.structs.replace(addressed[nearest], addressee=span, relation=relation)
    return addressed


def _may_be_heard(text: str, raw: Raw, outlet: Span) -> bool:
    """Can this be what somebody said to an outlet: nobody else's hearing it, and not the outlet's own word?"""
    taken = raw.addressee is not None and outlet_of(text[raw.addressee.start : raw.addressee.end]) is not None
    own = raw.source is not None and (
        outlet_of(text[raw.source.start : raw.source.end]) is not None or raw.source.start <= outlet.start < raw.source.end
    )
    return not taken and not own and not raw.content.start <= outlet.start < raw.content.end


def _outlet_span(text: str, start: int, end: int) -> Span | None:
    """The longest run of words from here that names an outlet."""
    while start < end:
        if outlet_of(text[start:end]):
            return Span(start=start, end=end)
        end = start + max(0, text[start:end].rfind(" "))
    return None


class Split(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a source taken apart: who is nearer to the fact, and the outlet through which that came."""

    near: Span
    outlet: Span | None = None
    relation: Relation = "obtained"


_SPLITS: tuple[tuple[re.Pattern[str], Relation, bool], ...] = (
    # the words, how the outlet came by it, may it be any name
    (
        re.compile(
            rf"^(?P<near>.+?),?\s+(?:that\s+(?:was|were)\s+|which\s+(?:was|were)\s+)?(?:first\s+)?(?:{_SEEN}|shared|polled|surveyed|interviewed\s+for)\s+(?:by|with)\s+(?P<outlet>{_NAME})$"
        ),
        "obtained",
        True,
    ),
    (
        re.compile(
            rf"^(?P<near>.+?),?\s+(?:provided|supplied|sent|given|leaked|released|published|posted|compiled|collected)\s+(?:by|to)\s+(?P<outlet>{_NAME})$"
        ),
        "obtained",
        False,
    ),
    (re.compile(rf"^(?P<near>.+?),?\s+(?:quoted|cited|interviewed)\s+(?:by|in)\s+(?P<outlet>{_NAME})$"), "relays", False),
    (
        re.compile(
            r"^(?:[Aa]n?\s+|[Tt]he\s+)?(?P<outlet>[A-Z][\w.&'-]*?(?:\s+[A-Z][\w.&'-]*?)*?)(?:'s)?\s+(?:[a-z][\w-]*\s+)?(?:analysis|review|examination|investigation|tally|count|calculations?|reconstruction|reading|study|assessment|compilation)\s+of\s+(?P<near>.+)$"
        ),
        "obtained",
        False,
    ),
    (
        re.compile(
            rf"^(?P<near>.*?\b(?:commentator|columnist|writer|author|critic|contributor|reader|article|column|editorial|report|story)s?)\s+(?:writing\s+)?(?:in|for|at|of)\s+(?P<outlet>(?:the\s+)?(?:[\w-]+\s+){{0,3}}?{_NAME})$"
        ),
        "told",
        False,
    ),
    (
        re.compile(
            rf"^(?:[Aa]n?\s+|[Tt]he\s+)?(?:analysis|review|examination|investigation|tally|count|reconstruction|study)\s+of\s+(?P<near>.+?)\s+by\s+(?P<outlet>{_NAME})$"
        ),
        "obtained",
        False,
    ),
)
_OWN_WORK = re.compile(
    r"^(?:[Aa]n?\s+|[Tt]he\s+)?(?P<outlet>[A-Z][\w.&'-]*?(?:\s+[A-Z][\w.&'-]*?)*?)(?:'s)?\s+(?:[a-z][\w-]*\s+)?(?:report|reports|story|article|analysis|review|investigation|tally|count|calculations?|despatch|dispatch|editorial|documentary|correspondent|reporter)s?$"
)


def split(text: str, source: Span) -> Split:
    """The words of a source as they are, or as one that came through an outlet; an outlet's own report is the outlet."""
    words = text[source.start : source.end]
    for pattern, relation, anyone in _SPLITS:
        if (match := pattern.match(words)) and (anyone or outlet_of(match["outlet"])):
            near = Span(start=source.start + match.start("near"), end=source.start + match.end("near"))
            outlet = Span(start=source.start + match.start("outlet"), end=source.start + match.end("outlet"))
            return Split(near=near, outlet=outlet, relation=relation)
    if (match := _OWN_WORK.match(words)) and outlet_of(match["outlet"]):
        return Split(near=Span(start=source.start + match.start("outlet"), end=source.start + match.end("outlet")))
    return Split(near=source)
