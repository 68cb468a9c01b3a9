"""Verbs that check and compare: verify, diff."""

import argparse
import pathlib
from typing import TYPE_CHECKING

from headwater.commands.shared import (
    ENDING,
    READ,
    SOME_FAILED,
    USAGE,
    Commands,
    Progress,
    add_json,
    add_settings,
    many,
    plain,
    say,
    settings_of,
    write,
    write_json,
)
from headwater.errors import BriefError

if TYPE_CHECKING:
    from headwater.diff import Diff
    from headwater.types import Brief
    from headwater.verify import Fault


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    """The verbs of this file."""
    verify = commands.add_parser("verify", help="hold a case, or a brief, against the texts and pages that are kept", description=_VERIFY)
    verify.epilog = "Exit status: 0 all of it is so, 3 something is not, 2 wrong usage."
    verify.add_argument("on", metavar="CASE-OR-BRIEF", help="a case (NAME.headwater), or a brief as JSON")
    verify.add_argument("against", nargs="*", metavar="BRIEF-OR-PATH", help="of a case: a brief of it as JSON; of a brief: its reports")
    add_settings(verify)
    add_json(verify)
    verify.set_defaults(run=_verify)
    diff = commands.add_parser("diff", help="tell what changed between two briefs, or two runs of a case, and why", description=_DIFF)
    diff.add_argument("on", metavar="CASE-OR-OLD", help="a case (NAME.headwater), or the older brief as JSON")
    diff.add_argument(
        "to",
        nargs="*",
        metavar="RUN-OR-NEW",
        help="two runs, or one and the case as it is (default: the last two; 0 is the empty case); or the newer brief",
    )
    add_json(diff)
    diff.set_defaults(run=_diff)


_DIFF = (
    "Tells which claims are new, gone or counted otherwise in one brief than in another, or after one run of a case than after "
    "another, and which report or decision moved which count, and why."
)
_VERIFY = (
    "Checks every quotation, span, id, hash and count, and prints a line for each that is not so. A case, or a brief of it, is held "
    "against the texts, pages and notes that the case keeps; a brief alone against itself, and against its reports, read again, "
    "where they are given."
)


def _verify(arguments: argparse.Namespace) -> int:
    of_case = arguments.on.endswith(ENDING)
    if of_case and len(arguments.against) > 1:
        say(f"{plain(arguments.against[1])}: one brief of a case is checked at a time")
        return USAGE
    faults = _of_case(arguments) if of_case else _of_brief(arguments)
    if arguments.json:
        write_json(faults)
    else:
        write("".join(f"{plain(f.where)}: {plain(f.value)}: {plain(f.why)}\n" for f in faults))
    if faults:
        say(f"{many(len(faults), 'value')} {'is' if len(faults) == 1 else 'are'} not so")
    elif not arguments.json:
        say("all of it is so")
    return SOME_FAILED if faults else READ


def _of_case(arguments: argparse.Namespace) -> "tuple[Fault, ...]":
    from headwater.case import Case  # noqa: PLC0415 - half a second that --help and wrong usage need not wait for

    made = _brief(arguments.against[0]) if arguments.against else None
    with Case.open(arguments.on) as case:
        return case.verify(made)


def _of_brief(arguments: argparse.Namespace) -> "tuple[Fault, ...]":
    from headwater.verify import Kept, verify  # noqa: PLC0415 - see above

    settings, made = settings_of(arguments), _brief(arguments.on)
    if not arguments.against:
        return verify(made)
    from headwater.pipeline import read_articles  # noqa: PLC0415 - see above

    with Progress("reports read") as progress:
        reading = read_articles(arguments.against, settings=settings, progress=progress)
    kept = Kept(
        articles={a.id: a for a in reading.articles},
        notes={n.article: n for n in reading.notes},
        statements={a.id: said for a, said in zip(reading.articles, reading.statements, strict=True)},
    )
    return verify(made, kept=kept)


def _diff(arguments: argparse.Namespace) -> int:
    from headwater.diff import diff, to_json, to_lines  # noqa: PLC0415 - see above

    if arguments.on.endswith(ENDING):
        found = _runs(arguments)
    elif len(arguments.to) == 1:
        found = diff(_brief(arguments.on), _brief(arguments.to[0]))
    else:
        say(f"diff wants two briefs, and {many(1 + len(arguments.to), 'name')} {'are' if arguments.to else 'is'} given")
        return USAGE
    if found is None:
        return USAGE
    return write(to_json(found) if arguments.json else to_lines(found))


def _runs(arguments: argparse.Namespace) -> "Diff | None":
    from headwater.case import Case  # noqa: PLC0415 - see above

    if len(arguments.to) > 2 or not all(run.isdecimal() for run in arguments.to):
        say(f"{' '.join(map(plain, arguments.to))}: diff wants the numbers of one run or two, as headwater diff {plain(arguments.on)} 1 2")
        return None
    with Case.open(arguments.on) as case:
        last = case.count()["runs"]
        runs = [*map(int, arguments.to), last] if arguments.to else [max(0, last - 1), last]
        return case.diff(*runs[:2])


def _brief(name: str) -> "Brief":
    from headwater.verify import read_back  # noqa: PLC0415 - see above

    try:
        content = pathlib.Path(name).read_bytes()
    except (OSError, ValueError) as error:
        raise BriefError(f"{name}: cannot be read ({error}); name a brief that was printed as JSON") from error
    try:
        return read_back(content)
    except BriefError as error:
        raise BriefError(f"{name}: {error}") from error
