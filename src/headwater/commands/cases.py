"""Verbs that change a case: init, add, run, watch."""

import argparse
import sys
import time
from typing import TYPE_CHECKING

from headwater.commands.shared import (
    NOTHING_READ,
    READ,
    SOME_FAILED,
    Commands,
    Progress,
    add_case,
    add_json,
    add_settings,
    given_settings,
    many,
    plain,
    say,
    tell_failures,
    write,
    write_json,
)

if TYPE_CHECKING:
    from headwater.case import Added, Case, Run


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    """The verbs of this file."""
    init = commands.add_parser("init", help="make a case", description="Makes an empty case: one file that keeps all that is added to it.")
    init.add_argument("case", metavar="CASE", help="a name that ends in .headwater")
    add_json(init)
    init.set_defaults(run=_init)
    add = commands.add_parser("add", help="add reports to a case, and bring its stories up to date", description=_ADD)
    add.epilog = "Exit status: as for brief."
    add_case(add)
    add.add_argument("paths", nargs="+", metavar="PATH", help="as for brief; or a file of notes that headwater read wrote")
    add.add_argument("--later", action="store_true", help="leave the stories as they are until headwater run")
    add_settings(add)
    add_json(add)
    add.set_defaults(run=_add)
    run = commands.add_parser("run", help="bring the stories of a case up to date", description=_RUN)
    add_case(run)
    run.add_argument("--again", action="store_true", help="read all kept pages anew first: with other settings, or a newer version")
    run.add_argument("--whole", action="store_true", help="group all articles anew, as if they had come at once")
    add_settings(run)
    add_json(run)
    run.set_defaults(run=_run)
    watch = commands.add_parser("watch", help="add what is new in a folder or feed, again and again", description=_WATCH)
    add_case(watch)
    watch.add_argument("paths", nargs="+", metavar="PATH", help="a folder or a feed's address; or anything else that add takes")
    watch.add_argument("--every", type=_seconds, default=300, metavar="S", help="seconds between two looks (default: 300)")
    watch.add_argument("--times", type=_seconds, metavar="N", help="stop after N looks (default: until stopped)")
    add_settings(watch)
    add_json(watch)
    watch.set_defaults(run=_watch)


_ADD = (
    "Reads what is new among some reports into a case and brings its stories up to date. Each report is kept as soon as it "
    "is read. Nothing is fetched unless an address is given, and nothing is sent but the requests for it."
)
_RUN = "Brings the stories of a case up to date with what was added and decided. Only what new articles and decisions touch is made anew."
_WATCH = "Looks for new reports, adds them and brings the stories up to date, until it is stopped with Ctrl-C. A line for each look that found something."


def _seconds(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text}: give a number of 1 or more")
    return number


def _init(arguments: argparse.Namespace) -> int:
    from headwater.case import Case  # noqa: PLC0415 - half a second that --help and wrong usage need not wait for

    with Case.create(arguments.case) as case:
        return write_json({"case": str(case.path)}) if arguments.json else write(f"{case.path}: an empty case\n")


def _add(arguments: argparse.Namespace) -> int:
    from headwater.case import Case  # noqa: PLC0415 - see above

    with Case.open(arguments.case) as case:
        added = _read_into(case, arguments)
        run = None if arguments.later else case.run(settings=given_settings(arguments))
    tell_failures(added.failures, added.set_aside)
    if arguments.json:
        write_json({"added": added, "run": run})
    else:
        write(_told(added, run))
    if not added.articles and not added.known and not added.set_aside:
        say("nothing could be read")
        return NOTHING_READ
    return SOME_FAILED if added.failures else READ


def _read_into(case: "Case", arguments: argparse.Namespace) -> "Added":
    with Progress("reports read") as progress:
        return case.add(arguments.paths, settings=given_settings(arguments), progress=progress, stdin=getattr(sys.stdin, "buffer", None))


def _told(added: "Added", run: "Run | None") -> str:
    told = (
        f"{many(len(added.articles), 'new article')}, {added.known} known, {len(added.set_aside)} set aside, {len(added.failures)} failed"
    )
    return f"{told}\n{_ran(run)}" if run else f"{told}; headwater run brings the stories up to date\n"


def _ran(run: "Run") -> str:
    lines = [f"run {run.id}: {many(len(run.changed), 'story')} new or changed, {len(run.gone)} gone"]
    return "\n".join([*lines, *(f"  {plain(why)}" for why in run.why)]) + "\n"


def _run(arguments: argparse.Namespace) -> int:
    from headwater.case import Case  # noqa: PLC0415 - see above

    settings = given_settings(arguments)
    with Case.open(arguments.case) as case:
        if arguments.again:
            with Progress("reports read again") as progress:
                tell_failures(case.read_again(settings=settings, progress=progress).failures)
        with Progress("stories") as progress:
            run = case.run(settings=settings, whole=arguments.whole, progress=progress)
    return write_json(run) if arguments.json else write(_ran(run))


def _watch(arguments: argparse.Namespace) -> int:
    from headwater.case import Case, Ways, watch  # noqa: PLC0415 - see above

    with Case.open(arguments.case) as case:
        looks = watch(
            case,
            arguments.paths,
            wait=lambda: time.sleep(arguments.every),
            times=arguments.times,
            ways=Ways(settings=given_settings(arguments) or case.settings()),
        )
        for added, run in looks:
            tell_failures(added.failures)
            if arguments.json:
                write_json({"added": added, "run": run})
            else:
                write(_told(added, run))
    return READ
