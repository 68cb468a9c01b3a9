"""A subcommand and its options in, figures on standard output out: ``python -m bench gold``."""

import argparse
import pathlib
import sys

from bench import (
    alignment,
    attribution,
    chains,
    clean,
    contradictions,
    facts,
    factuality,
    gate,
    gold,
    names,
    names_match,
    places,
    propositions,
    speed,
    stories,
    stream_speed,
    times,
)
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
    if options.command == "speed":
        return speed.run(options.data, limit=options.limit, as_json=options.json)
    parts = {
        **dict.fromkeys(("names-match", "propositions"), _state),
        **dict.fromkeys(("spark", "nanco", "facts", "contradictions"), _compare),
        **dict.fromkeys(("times", "places"), _read_when_and_where),
        **dict.fromkeys(("attribution", "chains", "names", "factuality"), _read),
    }
    if options.command in parts:
        return parts[options.command](options)
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
    if options.command == "chains":
        return chains.run(options.data, **shared)
    if options.command == "names":
        return names.run(options.data, **shared)
    return factuality.run(options.data, **shared)


def _state(options: argparse.Namespace) -> int:
    """The subcommands on names and propositions, which ask no model."""
    if options.command == "names-match":
        return names_match.run(options.data, as_json=options.json, show=options.show)
    return propositions.run(options.data, as_json=options.json, show=options.show)


def _compare(options: argparse.Namespace) -> int:
    """The subcommands on what says the same, and what cannot both hold."""
    run = {"spark": alignment.run_spark, "nanco": alignment.run_nanco, "facts": facts.run, "contradictions": contradictions.run}
    return run[options.command](options.data, weights=options.weights, as_json=options.json)


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
    command = commands.add_parser("speed", help="articles a second, whole and reader alone")
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", help="JSON lines (default: the background set)")
    command.add_argument("--limit", type=_at_least_one, default=1000, metavar="N", help="how many texts (default: 1000)")
    command.add_argument("--json", action="store_true", help="print JSON")
    command = commands.add_parser("attribution", help="score sources, cues and contents on PolNeAR")
    command.add_argument("--data", type=pathlib.Path, metavar="FOLDER", help="the folder of PolNeAR (default: the shared one)")
    command.add_argument("--split", default="dev", help="which split of it (default: dev)")
    _add_reader_options(command)
    command = commands.add_parser("chains", help="score nested sources in MPQA's form")
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", help="a JSON file (default: the shared one)")
    _add_reader_options(command)
    command = commands.add_parser("names", help="score names on files of BIO columns, CoNLL-U or re3d")
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", nargs="+", required=True, help="files or folders")
    _add_reader_options(command)
    command = commands.add_parser("factuality", help="score how certain events are")
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", required=True, help="JSON lines")
    _add_reader_options(command)
    _add_statement_commands(commands)
    command = commands.add_parser("times", help="score time expressions on TimeML, and dates as intervals on GUM")
    command.add_argument("--data", type=pathlib.Path, metavar="FOLDER", nargs="+", default=[], help="folders of .tml files")
    command.add_argument("--gum", type=pathlib.Path, metavar="FOLDER", help="a folder of GUM's TEI files")
    _add_part_options(command)
    command = commands.add_parser("places", help="score names of places and their points on files in LGL's or GeoVirus's form")
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", required=True, help="an XML file")
    _add_part_options(command)
    for name, of in (
        ("spark", "propositions of SPARK"),
        ("nanco", "answers of NAnCo"),
        ("facts", "facts that summaries state"),
        ("contradictions", "contradictions of ANLI, by type"),
    ):
        command = commands.add_parser(name, help=f"score which texts say the same: {of}")
        command.add_argument("--data", type=pathlib.Path, metavar="PATH", required=True, help="the set's file or folder")
        command.add_argument("--weights", type=pathlib.Path, metavar="FOLDER", help="ask the judge.onnx of this folder")
        command.add_argument("--json", action="store_true", help="print JSON")
    command = commands.add_parser("gate", help="hold the figures against their floors")
    command.add_argument(
        "--floors", type=pathlib.Path, default=gate.FLOORS, metavar="FILE", help="floors to hold (default: bench/floors.json)"
    )
    return parser


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


def _add_statement_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("names-match", help="score whether two names are one on a CSV file of pairs")
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", required=True, help="CSV with schema, name1, name2, is_match")
    _add_output_options(command)
    command = commands.add_parser("propositions", help="score the propositions of sentences on PropSegmEnt")
    command.add_argument("--data", type=pathlib.Path, metavar="FOLDER", required=True, help="the folder of its files")
    _add_output_options(command)


def _add_reader_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--weights", type=pathlib.Path, metavar="FOLDER", help="read with the reader.onnx of this folder")
    command.add_argument("--json", action="store_true", help="print JSON")
    command.add_argument("--show", type=int, default=0, metavar="N", help="print N mistakes of each kind")


def _add_output_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON")
    command.add_argument("--show", type=int, default=0, metavar="N", help="print N mistakes")


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
