"""The parts of one story in, its dated events out: each once, merged across reports, with the sentence of the first."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from headwater.types import Article, Mention, Notes, Sentence, Statement, TimeExpression, TimelineEntry

_REMARK = re.compile(
    r",\s+(?!(?:on|late|early|late on|early on|last|this)?\s*$)[^,]*$"
)  # behind a comma, more than "on" or "late" before a date
_SPOKEN_NEAR = 40  # characters between the words that credit somebody and the date on which they were said


class Dated(msgspec.Struct, frozen=True):
    """A date of one report: what event it belongs to, and where it stands."""

    date: str
    event: str
    """The claim, or the report's own sentence where no claim holds the date."""
    claim: str | None
    saying: bool
    mention: Mention
    text: str


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
    rows: dict[tuple[str, str, bool], list[Dated]] = defaultdict(list)
    for d in dated:
        rows[d.date, d.event, d.saying].append(d)
    conflicts = _conflicts(dated)
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
        date = finest(time.earliest, time.latest) if time.earliest and time.latest else ""
        if not date:
            continue
        sentence = next((s for s in notes.sentences if s.start <= time.start < s.end), None)
        saying = _is_of_saying(article.text, notes, time, sentence)
        statement = None if saying else next((s for s in said if s.start <= time.start < s.end), None)
        claim = claims.get(statement.id) if statement else None
        first = sentence.start if sentence else time.start
        yield Dated(
            date=date,
            event=claim or f"{article.id} {first}",
            claim=claim,
            saying=saying,
            mention=Mention(article=article.id, start=time.start, end=time.end),
            text=article.text[first : sentence.end if sentence else time.end],
        )


def _is_of_saying(text: str, notes: Notes, time: TimeExpression, sentence: Sentence | None) -> bool:
    """Does the date stand beside the words that credit somebody, outside what is credited and with no other remark between?

    Of "the mayor said on Tuesday, up from twelve on Monday" only the Tuesday is the day of the saying.
    """
    if sentence is None:
        return False
    here = [a for a in notes.attributions if sentence.start <= a.cue.start < sentence.end]
    if any(a.content.start <= time.start < a.content.end for a in here):
        return False
    behind = any(0 <= time.start - a.cue.end <= _SPOKEN_NEAR and not _REMARK.search(text, a.cue.end, time.start) for a in here)
    return behind or any(0 <= a.cue.start - time.end <= _SPOKEN_NEAR for a in here)


def _conflicts(dated: Sequence[Dated]) -> dict[tuple[str, str], set[str]]:
    """(event, date) -> the other dates of the event, where reports give one date each and no two can be one day."""
    by_event: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for d in dated:
        if d.claim and not d.saying:
            by_event[d.event][d.mention.article].add(d.date)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event, reports in by_event.items():
        single = {next(iter(dates)) for dates in reports.values() if len(dates) == 1}
        for date in single:
            others = {o for o in single if not o.startswith(date) and not date.startswith(o)}
            if others:
                found[event, date] |= others
    return found
