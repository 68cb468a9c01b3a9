"""A subcommand and its options in, figures on standard output out: ``python -m bench gold``."""

import argparse
import pathlib
import sys

from bench import gate, gold, speed, stories


def main(arguments: list[str] | None = None) -> int:
    """The exit status of the subcommand that was named."""
    options = build_parser().parse_args(arguments)
    if options.command == "gold":
        return gold.run(options.stories, as_json=options.json, together=options.together, show=options.show)
    if options.command == "stories":
        return stories.run(options.data, as_json=options.json)
    if options.command == "speed":
        return speed.run(options.data, limit=options.limit, as_json=options.json)
    return gate.run(options.floors)


def build_parser() -> argparse.ArgumentParser:
    """The subcommands and their options."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Headwater.")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("gold", help="score the brief of stories with answers")
    command.add_argument("--stories", type=pathlib.Path, metavar="FOLDER", help="a folder of story folders (default: the shared ones)")
    command.add_argument("--json", action="store_true", help="print JSON")
    command.add_argument("--together", action="store_true", help="read all folders as one input: is each a story of its own?")
    command.add_argument("--show", action="store_true", help="list what was missed")
    command = commands.add_parser("stories", help="score the grouping of a stream of articles")
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", required=True, help="JSON lines, packed with gzip or not")
    command.add_argument("--json", action="store_true", help="print JSON")
    command = commands.add_parser("speed", help="articles a second, whole and encoder alone")
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", help="JSON lines (default: the background set)")
    command.add_argument("--limit", type=_at_least_one, default=1000, metavar="N", help="how many texts (default: 1000)")
    command.add_argument("--json", action="store_true", help="print JSON")
    command = commands.add_parser("gate", help="hold the figures against their floors")
    command.add_argument(
        "--floors", type=pathlib.Path, default=gate.FLOORS, metavar="FILE", help="floors to hold (default: bench/floors.json)"
    )
    return parser


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text}: give a number of 1 or more")
    return number


if __name__ == "__main__":
    sys.exit(main())
