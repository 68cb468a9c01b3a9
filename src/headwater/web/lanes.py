"""A story's dated events as lanes: a row an outlet, a column a date, and in each cell what that outlet tells of that date."""

from typing import NamedTuple

from headwater.brief.view import report_name
from headwater.types import BriefStory, Published, TimelineEntry

MOST_DATES = 40
"""Columns that are drawn; what happened on further dates stands in the list below the lanes."""


class Cell(NamedTuple):
    """What one outlet tells of one date: the entries, and whether a report of it appeared then."""

    entries: tuple[tuple[TimelineEntry, str], ...]
    """Each with the address of its words."""
    appeared: bool


class Lanes(NamedTuple):
    """Dates in order, then a row for each outlet with a cell for each date; ``left_out`` counts dates not drawn."""

    dates: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    left_out: int


def lanes(story: BriefStory) -> Lanes:
    """The lanes of a story, outlets in the order of their first reports."""
    names = {a.id: report_name(a) for a in story.articles}
    appeared = {(names[a.id], day) for a in story.articles if (day := _day(a.published))}
    told: dict[tuple[str, str], list[tuple[TimelineEntry, str]]] = {}
    for entry in story.timeline:
        for mention in entry.statements:
            cell = told.setdefault((names[mention.article], entry.date), [])
            if not any(held is entry for held, _ in cell):
                cell.append((entry, f"/article/{mention.article}"))
    dates = sorted({date for _, date in [*told, *appeared]})
    shown = dates[-MOST_DATES:]
    rows = tuple(
        (name, tuple(Cell(tuple(told.get((name, d), ())), (name, d) in appeared) for d in shown)) for name in dict.fromkeys(names.values())
    )
    return Lanes(tuple(shown), rows, len(dates) - len(shown))


def _day(published: Published) -> str:
    """The day on which an article appeared; "" where the day is not known."""
    earliest, latest = (published.earliest or "")[:10], (published.latest or "")[:10]
    return earliest if earliest == latest else ""
