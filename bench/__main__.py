"""A subcommand and its options in, figures on standard output out: ``python -m bench gold``."""

import argparse
import pathlib
import sys

from bench import attribution, case, clean, factuality, gate, gold, names, places, speed, stories, stream_speed, times
from bench.corpora.split import PARTS


def main(arguments: list[str] | None = None) -> int:
    """The exit status of the subcommand that was named."""
    options = build_parser().parse_args(arguments)
    if options.command in ("clean", "gold"):
        return _read_stories(options)
    if options.command == "stories":
        if options.speed:
            return stream_speed.run(options.data, limit=options.limit, as_json=options.json)
        return stories.run(options.data, as_json=options.json)
    if options.command in ("case", "speed"):
        return _read_background(options)
    if options.command in ("times", "places"):
        return _read_when_and_where(options)
    if options.command in ("attribution", "names", "factuality"):
        return _read(options)
    return gate.run(options.floors)


def _read_stories(options: argparse.Namespace) -> int:
    """The subcommands on stories with answers."""
    if options.command == "clean":
        return clean.run(options.stories, as_json=options.json, show=options.show)
    return gold.run(options.stories, as_json=options.json, together=options.together, show=options.show)


def _read(options: argparse.Namespace) -> int:
    """The subcommands that ask the reader alone."""
    shared = {"weights": options.weights, "as_json": options.json, "show": options.show}
    if options.command == "attribution":
        return attribution.run(options.data, split=options.split, **shared)
    if options.command == "names":
        return names.run(options.data, **shared)
    return factuality.run(options.data, **shared)


def _read_background(options: argparse.Namespace) -> int:
    """The subcommands on time and space."""
    if options.command == "case":
        return case.run(options.data, sizes=options.sizes, as_json=options.json)
    return speed.run(options.data, limit=options.limit, as_json=options.json)


def _read_when_and_where(options: argparse.Namespace) -> int:
    """The subcommands on dates and places."""
    shared = {"part": options.part, "with_peers": options.peers, "as_json": options.json}
    if options.command == "places":
        return places.run(options.data, show=options.show, **shared)
    if not options.data and not options.gum:
        print("times: name --data or --gum", file=sys.stderr)
        return 2
    if options.show:
        times.show(options.data, part=options.part, most=options.show)
    return times.run(options.data, options.gum, **shared)


def build_parser() -> argparse.ArgumentParser:
    """The subcommands and their options."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Headwater.")
    commands = parser.add_subparsers(dest="command", required=True)
    _add_story_commands(commands)
    command = commands.add_parser("stories", help="score the grouping of a stream of articles")
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", required=True, help="JSON lines, packed with gzip or not")
    command.add_argument("--json", action="store_true", help="print JSON")
    command.add_argument("--speed", action="store_true", help="print what an article costs as the stream grows, instead of its quality")
    command.add_argument(
        "--limit", type=_at_least_one, default=stream_speed.POINTS[-1], metavar="N", help="articles of --speed (default: 200000)"
    )
    _add_background_commands(commands)
    command = commands.add_parser("attribution", help="score sources, cues and contents on PolNeAR")
    command.add_argument("--data", type=pathlib.Path, metavar="FOLDER", help="the folder of PolNeAR (default: the shared one)")
    command.add_argument("--split", default="dev", help="which split of it (default: dev)")
    _add_reader_options(command)
    command = commands.add_parser("names", help="score names on files of BIO columns, CoNLL-U or re3d")
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", nargs="+", required=True, help="files or folders")
    _add_reader_options(command)
    command = commands.add_parser("factuality", help="score how certain events are")
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", required=True, help="JSON lines")
    _add_reader_options(command)
    command = commands.add_parser("times", help="score time expressions on TimeML, and dates as intervals on GUM")
    command.add_argument("--data", type=pathlib.Path, metavar="FOLDER", nargs="+", default=[], help="folders of .tml files")
    command.add_argument("--gum", type=pathlib.Path, metavar="FOLDER", help="a folder of GUM's TEI files")
    _add_part_options(command)
    command = commands.add_parser("places", help="score names of places and their points on files in LGL's or GeoVirus's form")
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", required=True, help="an XML file")
    _add_part_options(command)
    command = commands.add_parser("gate", help="hold the figures against their floors")
    command.add_argument(
        "--floors", type=pathlib.Path, default=gate.FLOORS, metavar="FILE", help="floors to hold (default: bench/floors.json)"
    )
    return parser


def _add_background_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("speed", help="articles a second, whole and reader alone")
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", help="JSON lines (default: the background set)")
    command.add_argument("--limit", type=_at_least_one, default=1000, metavar="N", help="how many texts (default: 1000)")
    command.add_argument("--json", action="store_true", help="print JSON")
    command = commands.add_parser("case", help="what it costs to add to a case, to keep it and to ask it")
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", help="JSON lines (default: the background set)")
    command.add_argument(
        "--sizes",
        type=_at_least_one,
        nargs=2,
        default=case.SIZES,
        metavar="N",
        help="articles of a small and a large case (default: 1000 20000)",
    )
    command.add_argument("--json", action="store_true", help="print JSON")


def _add_story_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("gold", help="score the brief of stories with answers")
    command.add_argument("--stories", type=pathlib.Path, metavar="FOLDER", help="a folder of story folders (default: the shared ones)")
    command.add_argument("--json", action="store_true", help="print JSON")
    command.add_argument("--together", action="store_true", help="read all folders as one input: is each a story of its own?")
    command.add_argument("--show", action="store_true", help="list what was missed")
    command = commands.add_parser("clean", help="score the reading of pages, beside other libraries, and its cost")
    command.add_argument("--stories", type=pathlib.Path, metavar="FOLDER", help="a folder of story folders (default: the shared ones)")
    command.add_argument("--json", action="store_true", help="print JSON")
    command.add_argument("--show", action="store_true", help="list the pages that are not wholly right")


def _add_reader_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--weights", type=pathlib.Path, metavar="FOLDER", help="read with the reader.onnx of this folder")
    command.add_argument("--json", action="store_true", help="print JSON")
    command.add_argument("--show", type=int, default=0, metavar="N", help="print N mistakes of each kind")


def _add_part_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--part", choices=PARTS, default="all", help="two thirds to tune on, or the third to report (default: all)")
    command.add_argument("--peers", action="store_true", help="run the other programs that are installed beside ours")
    command.add_argument("--json", action="store_true", help="print JSON")
    command.add_argument("--show", type=int, default=0, metavar="N", help="print N mistakes of each kind")


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text}: give a number of 1 or more")
    return number


if __name__ == "__main__":
    sys.exit(main())
