"""The command line: a command a verb. The only file that prints.

Exit status: 0 everything was read, 3 some reports failed, 2 wrong usage, 1 nothing could be read.
"""

import argparse
import importlib.metadata
import pathlib
import sys
import time
from collections.abc import Callable, Sequence

from headwater.errors import HeadwaterError
from headwater.settings import Settings, load_settings
from headwater.types import Brief

_FORMATS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".json": "json", ".geojson": "geojson"}
_QUIET_SECONDS = 1.0  # shorter runs say nothing of their progress
READ, NOTHING_READ, USAGE, SOME_FAILED = 0, 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status of one command."""
    arguments = build_parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
    except HeadwaterError as error:
        print(f"headwater: {error}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print("headwater: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # whoever read standard output has gone, and there is nobody to tell
        return READ
    return status


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands; the documents print its help."""
    parser = argparse.ArgumentParser(
        prog="headwater", description="Reads many reports of the same events and shows who actually says each claim."
    )
    parser.add_argument("--version", action="version", version=f"headwater {importlib.metadata.version('headwater')}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    brief = commands.add_parser(
        "brief",
        help="print a brief of some reports",
        description="Reads reports and prints a brief: who says what, how many origins stand behind each claim, where the reports conflict. "
        "Nothing is fetched unless an address is given, and nothing is sent but the requests for it.",
        epilog="Exit status: 0 everything was read (what is set aside with a reason counts as read), 3 some reports failed, 2 wrong usage, 1 nothing could be read.",
    )
    brief.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a file, a folder, an http(s) address, a file of addresses (FILE.urls), or - for standard input",
    )
    brief.add_argument(
        "--format", choices=("md", "html", "json", "geojson"), help="what to print (default: by the ending of FILE, else md)"
    )
    brief.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    brief.add_argument("--settings", metavar="FILE", help="a TOML file with settings")
    brief.set_defaults(run=_brief)
    _add_stories(commands)
    _add_trace(commands)
    return parser


def _add_stories(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    stories = commands.add_parser(
        "stories",
        help="list the stories that some reports tell",
        description="Reads reports, groups them into the stories they tell and lists these, the largest first: id, days, how many articles, "
        "outlets and distinct texts, headline. Nothing is fetched unless an address is given, and nothing is sent but the requests for it.",
        epilog="Exit status: as for brief.",
    )
    stories.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a file, a folder, an http(s) address, a file of addresses (FILE.urls), or - for standard input",
    )
    stories.add_argument("--json", action="store_true", help="print JSON: an array of objects")
    stories.add_argument("--settings", metavar="FILE", help="a TOML file with settings")
    stories.set_defaults(run=_stories)


def _add_trace(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    trace = commands.add_parser(
        "trace",
        help="draw where each claim of some reports comes from",
        description="Reads reports and draws, for each claim that several of them make, how it came from its origins to the reports: a tree a claim. "
        "Nothing is fetched unless an address is given, and nothing is sent but the requests for it.",
        epilog="Exit status: as for brief; 1 also where no claim holds the words of --claim.",
    )
    trace.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a file, a folder, an http(s) address, a file of addresses (FILE.urls), or - for standard input",
    )
    trace.add_argument("--claim", metavar="TEXT", help="only the claims that hold these words, those of one report too")
    trace.add_argument("--json", action="store_true", help="print JSON: an array of objects, each a claim with its standing and its graph")
    trace.add_argument("--settings", metavar="FILE", help="a TOML file with settings")
    trace.set_defaults(run=_trace)


def _trace(arguments: argparse.Namespace) -> int:
    settings = load_settings(arguments.settings) if arguments.settings else Settings()
    from headwater.brief import to_tree, to_tree_json  # noqa: PLC0415 - half a second that --help and wrong usage need not wait for
    from headwater.pipeline import make_brief  # noqa: PLC0415 - see above

    progress = _Progress() if sys.stderr.isatty() else None
    made = make_brief(arguments.paths, settings=settings, progress=progress, stdin=getattr(sys.stdin, "buffer", None))
    if progress:
        progress.done()
    draw = to_tree_json if arguments.json else to_tree
    drawn = draw(made, claim=arguments.claim)
    status = _write(drawn, None)
    for failure in made.failures:
        print(f"headwater: {failure.source}: {failure.message}", file=sys.stderr)
    if not made.stories and not made.set_aside:
        print("headwater: nothing could be read", file=sys.stderr)
        return NOTHING_READ
    if arguments.claim is not None and drawn in (to_tree(Brief(headwater="")), "[]\n"):
        print(f"headwater: no claim holds the words {arguments.claim!r}; try fewer of them", file=sys.stderr)
        return NOTHING_READ
    return status or (SOME_FAILED if made.failures else READ)


def _brief(arguments: argparse.Namespace) -> int:
    settings = load_settings(arguments.settings) if arguments.settings else Settings()
    if arguments.output is not None and (why := _unwritable(arguments.output, arguments.paths)):
        print(f"headwater: {arguments.output or 'the empty name'}: {why}; choose another file", file=sys.stderr)
        return USAGE
    from headwater.pipeline import make_brief  # noqa: PLC0415 - half a second that --help and wrong usage need not wait for

    progress = _Progress() if sys.stderr.isatty() else None
    made = make_brief(arguments.paths, settings=settings, progress=progress, stdin=getattr(sys.stdin, "buffer", None))
    if progress:
        progress.done()
    status = _write(_render(made, _format(arguments)), arguments.output)
    for failure in made.failures:
        print(f"headwater: {failure.source}: {failure.message}", file=sys.stderr)
    if not made.stories and not made.set_aside:
        print("headwater: nothing could be read", file=sys.stderr)
        return NOTHING_READ
    return status or (SOME_FAILED if made.failures else READ)


def _stories(arguments: argparse.Namespace) -> int:
    settings = load_settings(arguments.settings) if arguments.settings else Settings()
    from headwater import listing  # noqa: PLC0415 - see above
    from headwater.pipeline import read_articles  # noqa: PLC0415 - see above

    progress = _Progress() if sys.stderr.isatty() else None
    reading = read_articles(arguments.paths, settings=settings, progress=progress, stdin=getattr(sys.stdin, "buffer", None))
    if progress:
        progress.done()
    listed = listing.list_stories(reading, settings=settings)
    status = _write(listing.to_json(listed) if arguments.json else listing.to_lines(listed), None)
    for failure in reading.failures:
        print(f"headwater: {failure.source}: {failure.message}", file=sys.stderr)
    for aside in reading.set_aside:
        print(f"headwater: {aside.source}: set aside: {aside.why}", file=sys.stderr)
    if not listed and not reading.set_aside:
        print("headwater: nothing could be read", file=sys.stderr)
        return NOTHING_READ
    return status or (SOME_FAILED if reading.failures else READ)


def _unwritable(target: str, sources: Sequence[str]) -> str | None:
    """Why a brief cannot go to this file, found before the work is done; None where it can."""
    path = pathlib.Path(target)
    if not target or path.is_dir():
        return "is no name of a file"
    if not path.parent.is_dir():
        return "cannot be written (there is no such folder)"
    inside = (pathlib.Path(s).resolve() for s in sources if s != "-")
    if path.exists() and any(path.resolve() == s or s in path.resolve().parents for s in inside):
        return "is among the reports and would be overwritten"
    return None


def _format(arguments: argparse.Namespace) -> str:
    if arguments.format:
        return str(arguments.format)
    return _FORMATS.get(pathlib.PurePath(arguments.output or "").suffix.lower(), "md")


def _render(made: Brief, form: str) -> str:
    from headwater.brief import to_geojson, to_html, to_json, to_markdown  # noqa: PLC0415 - loaded by now, see above

    renderings: dict[str, Callable[[Brief], str]] = {"md": to_markdown, "html": to_html, "json": to_json, "geojson": to_geojson}
    return renderings[form](made)


def _write(text: str, target: str | None) -> int:
    data = text.encode("utf8", "replace")
    try:
        if target is not None:
            pathlib.Path(target).write_bytes(data)
        elif sys.stdout is not None:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        target = target or "standard output"
        print(f"headwater: {target}: cannot be written ({error.strerror}); choose another file", file=sys.stderr)
        return USAGE
    return READ


class _Progress:
    """Counts reports on standard error once a run takes longer than a second."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown = False

    def __call__(self, count: int) -> None:
        if time.monotonic() - self._began > _QUIET_SECONDS:
            print(f"\rheadwater: {count} reports read", end="", file=sys.stderr, flush=True)
            self._shown = True

    def done(self) -> None:
        if self._shown:
            print(file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
