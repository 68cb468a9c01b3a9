"""Verbs that read reports or a case: brief, stories, read, export."""

import argparse
import pathlib
import sys
from typing import TYPE_CHECKING

from headwater.commands.shared import (
    NOTHING_READ,
    READ,
    SOME_FAILED,
    STATUSES,
    USAGE,
    Commands,
    Progress,
    add_json,
    add_paths,
    add_settings,
    brief_of,
    case_of,
    many,
    plain,
    say,
    settings_of,
    status_of,
    tell_failures,
    unwritable,
    write,
    write_json,
)
from headwater.errors import BriefError

if TYPE_CHECKING:
    from headwater.case import StoryRow
    from headwater.types import Brief

_ENDINGS = {
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".geojson": "geojson",
    ".rss": "rss",
    ".xml": "rss",
}
FORMATS = ("md", "html", "json", "jsonl", "csv", "parquet", "geojson", "prov", "annotations", "stix", "timelinejs", "rss")
"""A test holds them to ``headwater.brief.FORMATS``, which need not be loaded for --help."""


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    """The verbs of this file."""
    _add_brief(commands, "brief", "print a brief of some reports, or of a case", _BRIEF)
    _add_brief(commands, "export", "give a brief in a format for other programs", _EXPORT)
    stories = commands.add_parser("stories", help="list the stories that some reports tell, or those of a case", description=_STORIES)
    stories.epilog = "Exit status: as for brief."
    add_paths(stories)
    stories.add_argument("--json", action="store_true", help="print JSON: an array of objects")
    add_settings(stories)
    stories.set_defaults(run=_stories)
    read = commands.add_parser("read", help="do all the work on single reports, for a case on another machine", description=_READ)
    read.epilog = "Exit status: as for brief."
    add_paths(read, case=False)
    read.add_argument("-o", "--output", metavar="FILE", required=True, help="the file of notes that is written, JSON Lines")
    add_settings(read)
    add_json(read)
    read.set_defaults(run=_read)


_FETCHED = "Nothing is fetched unless an address is given, and nothing is sent but the requests for it."
_BRIEF = (
    f"Reads reports and prints a brief: who says what, how many origins stand behind each claim, where the reports conflict. {_FETCHED}"
)
_SINCE = "of rss: a brief printed as JSON before, or of a case a run's number; only what is new or changed since then is told"
_EXPORT = f"As brief; the format has to be named. {_FETCHED}"
_STORIES = (
    "Reads reports, groups them into the stories they tell and lists these, the largest first: id, days, how many articles, "
    f"outlets and distinct texts, headline. Of a case, claims, origins and conflicts too, and what is new. {_FETCHED}"
)
_READ = (
    "Reads reports and writes all that single articles give into a file of notes, which headwater add takes in on any machine. "
    f"Several such files give the same case as one run over all reports. {_FETCHED}"
)


def _add_brief(commands: "Commands[argparse.ArgumentParser]", name: str, help: str, description: str) -> None:  # noqa: A002 - argparse's word
    verb = commands.add_parser(name, help=help, description=description, epilog=STATUSES)
    add_paths(verb)
    default = "" if name == "export" else " (default: by the ending of FILE, else md)"
    verb.add_argument("--format", choices=FORMATS, required=name == "export", help=f"what to print{default}")
    verb.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    verb.add_argument("--since", metavar="OLD", help=_SINCE)
    verb.add_argument("--story", action="append", metavar="ID", help="of a case: this story alone; may be given several times")
    verb.add_argument("--run", type=int, metavar="N", dest="number", help="of a case: as it was after run N")
    add_settings(verb)
    verb.set_defaults(run=_brief)


def _brief(arguments: argparse.Namespace) -> int:
    settings_of(arguments)
    case = case_of(arguments.paths)
    if arguments.output is not None and (why := unwritable(arguments.output, arguments.paths)):
        say(f"{arguments.output or 'the empty name'}: {why}; choose another file")
        return USAGE
    if not case and (arguments.story or arguments.number):
        say("--story and --run are for a case; give NAME.headwater")
        return USAGE
    if arguments.since is not None and _format(arguments) != "rss":
        say("--since is for rss; give --format rss")
        return USAGE
    older = None if arguments.since is None else _older(arguments)
    made = brief_of(arguments, run=arguments.number)
    from headwater.brief import render  # noqa: PLC0415 - loaded by now

    status = write(render(made, _format(arguments), older=older), arguments.output)
    if case:
        return status  # what failed was told when it was added
    return status or status_of(made)


def _older(arguments: argparse.Namespace) -> "Brief":
    """The brief that --since names: a run of the case, else a file."""
    if case_of(arguments.paths) and arguments.since.isdecimal():
        return brief_of(arguments, run=int(arguments.since))
    from headwater.verify import read_back  # noqa: PLC0415 - see above

    try:
        content = pathlib.Path(arguments.since).read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise BriefError(f"{arguments.since}: cannot be read ({why}); name a brief that was printed as JSON") from error
    return read_back(content)


def _format(arguments: argparse.Namespace) -> str:
    if arguments.format:
        return str(arguments.format)
    return _ENDINGS.get(pathlib.PurePath(arguments.output or "").suffix.lower(), "md")


def _row(row: "StoryRow") -> str:
    days = row.first or "undated"
    days += f" to {row.last}" if row.last != row.first else ""
    counts = ((row.articles, "article"), (row.texts, "text"), (row.outlets, "outlet"), (row.claims, "claim"), (row.origins, "origin"))
    told = ", ".join(many(count, noun) for count, noun in (*counts, (row.conflicts, "conflict")))
    return f"{row.id}  {days:24} {told}, {row.new} new  {plain(row.headline)}\n"


def _stories(arguments: argparse.Namespace) -> int:
    from headwater import listing  # noqa: PLC0415 - half a second that --help and wrong usage need not wait for

    if case := case_of(arguments.paths):
        from headwater.case import Case  # noqa: PLC0415 - see above

        with Case.open(case) as opened:
            rows = opened.stories()
        return write_json(rows) if arguments.json else write("".join(map(_row, rows)))
    from headwater.pipeline import read_articles  # noqa: PLC0415 - see above

    settings = settings_of(arguments)
    with Progress("reports read") as progress:
        reading = read_articles(arguments.paths, settings=settings, progress=progress, stdin=getattr(sys.stdin, "buffer", None))
    listed = listing.list_stories(reading, settings=settings)
    status = write(listing.to_json(listed) if arguments.json else listing.to_lines(listed))
    tell_failures(reading.failures, reading.set_aside)
    if not listed and not reading.set_aside:
        say("nothing could be read")
        return NOTHING_READ
    return status or (SOME_FAILED if reading.failures else READ)


def _read(arguments: argparse.Namespace) -> int:
    settings = settings_of(arguments)
    if why := unwritable(arguments.output, arguments.paths):
        say(f"{arguments.output or 'the empty name'}: {why}; choose another file")
        return USAGE
    from headwater.case import Ways, write_notes  # noqa: PLC0415 - see above

    with Progress("reports read") as progress:
        ways = Ways(settings=settings, progress=progress, stdin=getattr(sys.stdin, "buffer", None))
        added = write_notes(arguments.paths, arguments.output, ways)
    tell_failures(added.failures, added.set_aside)
    if arguments.json:
        write_json(added)
    if not added.articles and not added.set_aside:
        say("nothing could be read")
        return NOTHING_READ
    return SOME_FAILED if added.failures else READ
