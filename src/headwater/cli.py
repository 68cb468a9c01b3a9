"""The command line: a command a verb; ``commands`` has them, a file a group, and nothing else prints.

Exit status: 0 everything was read, 3 some reports failed, 2 wrong usage, 1 nothing could be read.
"""

import argparse
import importlib.metadata
import sys
from collections.abc import Sequence

from headwater.commands import cases, checking, deciding, lists, reports, serving, tracing
from headwater.commands.shared import NOTHING_READ, READ, SOME_FAILED, USAGE, say
from headwater.errors import HeadwaterError

__all__ = ["NOTHING_READ", "READ", "SOME_FAILED", "USAGE", "build_parser", "main"]

_STOPPED = 130  # as shells say it of a program that Ctrl-C ended


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status of one command."""
    arguments = build_parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
    except HeadwaterError as error:
        say(str(error))
        return USAGE
    except KeyboardInterrupt:
        say("stopped")
        return _STOPPED
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
    for group in (reports, tracing, cases, lists, deciding, checking, serving):
        group.add_to(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
