"""A place in a sentence in, the noun phrase there that may be a source out: behind it, before a cue, or first of all."""

import re

from headwater.annotate.attributions import patterns
from headwater.annotate.attributions.forms import outlet_of
from headwater.annotate.attributions.phrases import is_credible, is_named
from headwater.demonyms import DEMONYMS
from headwater.tables import MONTHS, WEEKDAYS
from headwater.text import trim
from headwater.types import Span

_LONGEST = 160  # characters: longer is a sentence that went wrong
_QUOTE_EDGE = " \t\xa0,;:-–—()\"'"


def phrase_after(text: str, at: int, end: int) -> Span | None:
    """The noun phrase that begins here, up to the next clause."""
    stop = patterns.NOUN_END.search(text, at + 1, end)
    start, last = trim(text, at, stop.start() if stop else end, patterns.EDGE)
    if not any(c.isupper() for c in text[start + 1 : last]) and (name := patterns.NAME_BEHIND.match(text, last, end)):
        last = name.end(1)  # "the owner, Anna Berg"
    return Span(start=start, end=last) if start < last and last - start < _LONGEST else None


def subject_before(text: str, first: int, cue: int, *, anyone: bool = False) -> Span | None:
    """The subject of a cue in the sentence that begins at ``first``, apposition included.

    1. from the last clause boundary to the cue; 2. after a bare "and", whoever did the first thing of the sentence;
    3. before a relative clause that ends at the cue ("an official who asked not to be named said"), or an outlet before
    "which".
    ``anyone`` takes phrases that are no source by themselves: whoever tells somebody something is one.
    """
    left = text[first:cue]
    stops = patterns.OPEN_STOP if left.rstrip().endswith(",") else patterns.CLAUSE_STOP
    found = list(stops.finditer(left.rstrip() + " "))
    at = min(found[-1].end(), len(left)) if found else 0
    if at and not patterns.ADVERBS.sub("", " " + left[at:]).strip(" ,") and found[-1].group().strip().lower() in ("and", "but"):
        return _first_subject(text, first, first + at)
    span = _in_clause(text, first + at, cue)
    if span and _speaks(text[span.start : span.end], anyone=anyone):
        return _joined(text, first, span)
    span = _in_clause(text, _after_cue(text, first + at, cue), cue)
    if span and _speaks(text[span.start : span.end], anyone=anyone):
        return span
    word = found[-1].group().strip().lower() if found else ""
    if word == "which" and (match := _NAME_BEFORE.search(text, first, first + found[-1].start())) and outlet_of(match.group(1)):
        return Span(start=match.start(1), end=match.end(1))
    if word == "who":
        return subject_before(text, first, first + found[-1].start(), anyone=anyone)
    return None


def _joined(text: str, first: int, span: Span) -> Span:
    """A subject with the one before it: "Reuters and the AP", "US and Ostmark officials"."""
    match = _AND_BEFORE.search(text, first, span.start)
    if match is None or not _alone(text, first, match.start(1)) or not is_named(text[span.start : span.end].partition(",")[0]):
        return span
    other = match.group(1)
    return Span(start=match.start(1), end=span.end) if is_credible(other) or other.lower() in DEMONYMS else span


def antecedent(text: str, words: Span) -> Span | None:
    """The noun phrase that "which" stands for, right before it, where it can be a source; None for other words."""
    if text[words.start : words.end].lower() != "which":
        return None
    match = _PHRASE_BEFORE.search(text, max(0, words.start - _LONGEST), words.start)
    return Span(start=match.start(1), end=match.end(1)) if match and is_credible(match.group(1)) else None


_PHRASE_BEFORE = re.compile(
    r"(?:^|[\s\"'])((?:(?:[Tt]he|[Aa]n?)\s+(?:[\w'-]+\s+){0,2}[\w'-]+|[A-Z][\w.&'-]*(?:\s+[A-Z][\w.&'-]*){0,4})),?\s*$"
)
_NAME_BEFORE = re.compile(r"((?:[Tt]he\s+)?[A-Z][\w.&'-]*(?:\s+[A-Z][\w.&'-]*){0,4}),?$")
_AND_BEFORE = re.compile(r"((?:[Tt]he\s+)?[A-Z][\w.&'-]*(?:\s+[A-Z][\w.&'-]*){0,4})\s+and\s+$")
_OPENS = re.compile(r"(?i)(?:^|[,;:\"']|\b(?:that|while|as|but|and|both|when|because))\s*$")


def _alone(text: str, first: int, at: int) -> bool:
    """Does a noun phrase begin its clause here?"""
    return _OPENS.search(text[first:at]) is not None


def _after_cue(text: str, start: int, end: int) -> int:
    """Where what an earlier cue of the same clause credits begins: "The ministry said | witnesses reported"."""
    cues = [m for m in patterns.CUE.finditer(text, start, end) if text[m.end() : end].strip(" ,")]
    at = cues[-1].end() if cues else end
    that = patterns.THAT.match(text, at, end)
    return that.end() if that else at


def _speaks(phrase: str, *, anyone: bool) -> bool:
    return is_credible(phrase) or (anyone and patterns.ANYONE.match(phrase) is not None)


def _in_clause(text: str, start: int, end: int) -> Span | None:
    """The piece of a clause that names its subject, without adverbs, conjunctions and the time or place before it."""
    clause = text[start:end]
    segments = [m.span() for m in re.finditer(r"[^,]+", clause) if m.group().strip()]
    apposition = clause.rstrip().endswith(",")
    pick = _head(clause, segments, apposition=apposition)
    if pick is None:
        return None
    end = start + (len(clause.rstrip(" ,")) if apposition else pick[1])
    start, end = trim(text, start + pick[0], end)
    start += match.end() if (match := patterns.LEAD.match(text[start:end])) else 0
    start, end = trim(text, start, end, _QUOTE_EDGE)
    if apposition and (match := _OBJECT.match(text, start, end)):
        start = match.end()  # "Her words contradict | a report in the Ledger, which"
    end = start + match.start() if (match := patterns.ADVERBS.search(text[start:end])) else end
    start += _setting(text[start:end])
    return Span(start=start, end=end) if start < end and end - start < _LONGEST else None


# a subject, its verb, and the noun that begins behind it
_OBJECT = re.compile(
    r"(?:[A-Z][\w'-]*|the|an?|its|his|her|their)\s+(?:[\w'-]+\s+)+?"
    r"(?<!\bof\s)(?<!\bin\s)(?<!\bat\s)(?<!\bfor\s)(?<!\bfrom\s)(?<!\bto\s)(?<!\bon\s)(?<!\bby\s)(?<!\bwith\s)(?<!\band\s)(?<!\binto\s)(?<!\bas\s)(?=(?:an?|the)\s)"
)


def _setting(phrase: str) -> int:
    """How many characters of a phrase say when or where: "On Friday the ministry", "In Example City the mayor"."""
    tokens = list(re.finditer(r"\S+", phrase))
    if len(tokens) < 3 or tokens[0].group().lower() not in ("on", "in", "at", "by", "after", "during", "late", "early"):
        return 0
    determiner = next((t for t in tokens[2:6] if t.group().lower() in ("the", "a", "an", "its", "his", "her", "their")), None)
    if determiner:
        return determiner.start()
    day = tokens[1].group().lower().strip(".,")
    return tokens[2].start() if day in WEEKDAYS or day in MONTHS else 0


def _head(clause: str, segments: list[tuple[int, int]], *, apposition: bool) -> tuple[int, int] | None:
    """The piece between commas that names the source."""
    if not segments:
        return None
    if not apposition:
        return segments[-1]
    names = [s for s in segments if is_named(clause[slice(*s)])]
    people = [s for s in names if re.fullmatch(r"\s*(?:[A-Z][\w.'-]+\s*){2,4}", clause[slice(*s)])]
    first = (people or names or segments)[0]
    place = segments.index(first)
    # "Freedonia's envoy, Anna Berg, said": the words before the name belong to it
    role = place and re.search(r"(?i)(?:'s|\bthe|\ba|\bits|\bhis|\bher)\s[\w -]+$", clause[slice(*segments[place - 1])].rstrip())
    return (segments[place - 1] if role else first) if len(segments) > 1 else None


def _first_subject(text: str, first: int, end: int) -> Span | None:
    """Who did the first thing of "The minister ordered an inquiry and said ...": the words before the first verb."""
    verb = patterns.VERB.search(text, first, end)
    if verb is None:
        return None
    phrase = patterns.ADVERBS.sub("", text[first : verb.start()].rstrip(" ,"))
    start, end = trim(text, first, first + len(phrase), patterns.EDGE)
    return Span(start=start, end=end) if start < end and "," not in phrase and is_credible(text[start:end]) else None


def leading(text: str, first: int, end: int) -> Span | None:
    """The subject that a sentence begins with, where it can be a source."""
    match = patterns.SUBJECT_FIRST.match(text, first, end)
    if match is None or not is_credible(match.group()):
        return None
    return Span(start=match.start(), end=trim(text, *match.span())[1])


def clause_subject(text: str, first: int, end: int) -> Span | None:
    """The name that does the last thing before a participle: "... as Anna Berg turned down the offer, saying"."""
    found = [m for m in patterns.NAME_DOES.finditer(text, first, end) if is_credible(m.group(1))]
    return Span(start=found[-1].start(1), end=found[-1].end(1)) if found else None
