"""The attributions of one sentence in, the same out with each beside those that it goes with."""

from collections.abc import Sequence

import msgspec

from headwater.annotate.attributions import forms, patterns
from headwater.annotate.attributions.leaning import leans
from headwater.annotate.attributions.raw import INNER, OWN, PASSED, Raw
from headwater.types import Span


def settle(text: str, sentence: Span, found: Sequence[Raw]) -> list[Raw]:
    """The same, those of one content with one content; whoever is said to have been spoken to goes with the nearest.

    1. "citing SOURCE" goes with the outlet beside it, "echoing SOURCE" with whoever speaks beside it; 2. of "CONTENT, X said, according to Y" the outlet passes on what
    the other says, else X is nearer; 3. "in an interview with OUTLET" goes with the nearest cue.
    """
    hosts = [r for r in found if r.depth == OWN and r.source]
    found = [r for r in found if not _leans(text, r) or _host(r, hosts)]
    return [_without_aside(text, r) for r in forms.address(text, sentence, [_settled(text, r, hosts) for r in found])]


def _leans(text: str, raw: Raw) -> bool:
    return raw.depth == INNER and leans(text, raw.cue.start)


def _settled(text: str, raw: Raw, hosts: Sequence[Raw]) -> Raw:
    if raw.depth == INNER and (_leans(text, raw) or patterns.CITING.match(text, raw.cue.start)) and (host := _host(raw, hosts)):
        return msgspec.structs.replace(raw, content=host.content)
    if patterns.ACCORDING.match(text, raw.cue.start) and (host := _said_within(raw, hosts)):
        passes = _is_outlet(text, raw.source) or not _is_outlet(text, host.source)
        return msgspec.structs.replace(raw, content=host.content, depth=PASSED if passes else INNER)
    if patterns.ACCORDING.match(text, raw.cue.start) and (host := _said_around(raw, hosts)):
        return msgspec.structs.replace(raw, content=host.content)  # "X reported that, according to Y, ..."
    return raw


def _is_outlet(text: str, words: Span | None) -> bool:
    return words is not None and forms.outlet_of(text[words.start : words.end]) is not None


def _host(raw: Raw, hosts: Sequence[Raw]) -> Raw | None:
    """The attribution beside "citing": the one whose subject it interrupts, the one just before it, the one after it."""
    around = [h for h in hosts if h.source and h.source.start < raw.cue.start < h.cue.start and h.source.end + 2 >= raw.cue.start]
    before = [h for h in hosts if h.cue.end <= raw.cue.start]
    after = [h for h in hosts if h.cue.start >= raw.cue.end]
    return max(around or before, key=lambda h: h.cue.start, default=None) or min(after, key=lambda h: h.cue.start, default=None)


def _said_within(raw: Raw, hosts: Sequence[Raw]) -> Raw | None:
    """The attribution behind its content that stands within the content of "according to"."""
    return next(
        (h for h in hosts if h.cue != raw.cue and h.content.end <= h.cue.start and raw.content.start <= h.cue.start < raw.content.end), None
    )


def _said_around(raw: Raw, hosts: Sequence[Raw]) -> Raw | None:
    """The attribution within whose content "according to" stands, where the content of that reaches out of it."""
    return next(
        (h for h in hosts if h.cue.end <= h.content.start <= raw.cue.start < h.content.end and raw.content.start <= h.cue.start), None
    )


def _without_aside(text: str, raw: Raw) -> Raw:
    """The same, its source without what it cites: "Reuters, citing officials"."""
    if raw.source and (aside := forms.ASIDE.search(text, raw.source.start + 1, raw.source.end)):
        return msgspec.structs.replace(raw, source=Span(start=raw.source.start, end=aside.start()))
    return raw
