"""The parts of one story in, its dated events out: each once, merged across reports, with the sentence of the first."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from headwater.text import fold
from headwater.types import Article, Attribution, Mention, Notes, Sentence, Statement, TimeExpression, TimelineEntry

_SPOKEN_NEAR = 40  # characters between the words that credit somebody and the date on which they were said
_PAUSE = re.compile(r"[,;:–—]\s+")
_LEAST_BESIDE = 1  # words beside a date that tell something of it: "on Monday" alone does not


class Dated(msgspec.Struct, frozen=True):
    """A date of one report: what event it belongs to, and where it stands."""

    date: str
    claim: str | None
    """The event; None where no statement of a claim holds the date."""
    saying: bool
    mention: Mention
    text: str
    """The sentence that gives it."""
    part: str
    """The statement's own words, or, outside of all statements, those around the date."""


def make_timeline(
    order: Sequence[str],
    articles: Mapping[str, Article],
    notes: Mapping[str, Notes],
    statements: Mapping[str, Statement],
    claims: Mapping[str, str],
) -> tuple[TimelineEntry, ...]:
    """The rows of a timeline, earliest first, whole months and years before their days.

    Args:
        order: ids of the story's articles, oldest first.
        articles: by id.
        notes: by article.
        statements: by id.
        claims: statement id to the id of its claim.
    """
    said: dict[str, list[Statement]] = defaultdict(list)
    for s in statements.values():
        said[s.article].append(s)
    dated = [d for i in order for d in _dated(articles[i], notes[i], said[i], claims)]
    conflicts = _conflicts(dated)
    rows: dict[tuple[str, str, bool], list[Dated]] = defaultdict(list)
    for d in _told_apart(dated):
        rows[d.date, d.claim or fold(d.text), d.saying].append(d)
    return tuple(
        TimelineEntry(
            date=date,
            text=held[0].text,
            statements=tuple(d.mention for d in held),
            saying=saying,
            claim=held[0].claim,
            conflicts=() if saying else tuple(sorted(conflicts.get((event, date), ()))),
        )
        for (date, event, saying), held in sorted(rows.items(), key=lambda row: row[0][0])
    )


def _told_apart(dated: Sequence[Dated]) -> Iterator[Dated]:
    """The dates with texts of which no two rows have the same: where a sentence gives several, an event's row has its own part of it.

    What belongs to no claim is one event wherever the same words tell it, as copies do.
    """
    rows: dict[str, set[tuple[str, str, bool]]] = defaultdict(set)
    for d in dated:
        rows[fold(d.text)].add((d.date, d.claim or "", d.saying))
    for d in dated:
        alone = d.saying or len(rows[fold(d.text)]) == 1
        yield d if alone else msgspec.structs.replace(d, text=d.part)


def finest(earliest: str, latest: str) -> str:
    """The finest day, month or year that holds both days; "" where they lie in different years.

    >>> finest("2024-12-08", "2024-12-08"), finest("2024-12-01", "2024-12-31"), finest("2024-12-31", "2025-01-01")
    ('2024-12-08', '2024-12', '')
    """
    if earliest == latest:
        return earliest
    if earliest[:7] == latest[:7]:
        return earliest[:7]
    return earliest[:4] if earliest[:4] == latest[:4] else ""


def _dated(article: Article, notes: Notes, said: Sequence[Statement], claims: Mapping[str, str]) -> Iterator[Dated]:
    for time in notes.times:
        date = _day(time)
        if not date:
            continue
        sentence = next((s for s in notes.sentences if s.start <= time.start < s.end), None)
        saying = sentence is not None and _is_of_saying(notes, time, sentence)
        statement = None if saying else next((s for s in said if s.start <= time.start < s.end), None)
        claim = claims.get(statement.id) if statement else None
        first, last = (sentence.start, sentence.end) if sentence else (time.start, time.end)
        yield Dated(
            date=date,
            claim=claim,
            saying=saying,
            mention=Mention(article=article.id, start=time.start, end=time.end),
            text=article.text[first:last],
            part=article.text[statement.start : statement.end] if statement else _part(article.text, time, first, last),
        )


def _day(time: TimeExpression) -> str:
    return finest(time.earliest, time.latest) if time.earliest and time.latest else ""


def _part(text: str, time: TimeExpression, first: int, last: int) -> str:
    """The words around a date from one comma of its sentence to the next; the sentence where that leaves nothing but the date."""
    start = max((m.end() for m in _PAUSE.finditer(text, first, time.start)), default=first)
    end = next((m.start() for m in _PAUSE.finditer(text, time.end, last)), last)
    beside = f"{text[start : time.start]} {text[time.end : end]}"
    return text[start:end].strip() if len(beside.split()) > _LEAST_BESIDE else text[first:last]


def _is_of_saying(notes: Notes, time: TimeExpression, sentence: Sentence) -> bool:
    """Is the date the one nearest to words that credit somebody, or the same day again, outside what is credited?"""
    here = [a for a in notes.attributions if sentence.start <= a.cue.start < sentence.end]
    outside = [
        t
        for t in notes.times
        if sentence.start <= t.start < sentence.end and not any(a.content.start <= t.start < a.content.end for a in here)
    ]
    for a in here:
        near = sorted((t for t in outside if _apart(t, a) <= _SPOKEN_NEAR), key=lambda t: (_apart(t, a), t.start))
        if time in near and (time == near[0] or _day(time) == _day(near[0])):
            return True
    return False


def _apart(time: TimeExpression, attribution: Attribution) -> int:
    """Characters between a date and the words that credit somebody."""
    cue = attribution.cue
    return max(time.start - cue.end, cue.start - time.end, 0)


def _conflicts(dated: Sequence[Dated]) -> dict[tuple[str, str], set[str]]:
    """(event, date) -> the other dates of the event, where reports give one date each and no two can be one day."""
    by_event: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for d in dated:
        if d.claim and not d.saying:
            by_event[d.claim][d.mention.article].add(d.date)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event, reports in by_event.items():
        single = {next(iter(dates)) for dates in reports.values() if len(dates) == 1}
        for date in single:
            others = {o for o in single if not o.startswith(date) and not date.startswith(o)}
            if others:
                found[event, date] |= others
    return found
