"""A subcommand and its options in, figures on standard output out: ``python -m bench gold``."""

import argparse
import pathlib
import sys
from collections.abc import Callable
from typing import Any, TypeAlias

from bench import (
    alignment,
    attribution,
    case,
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
    synthetic,
    times,
    wire,
)
from bench.corpora.split import PARTS

Options = argparse.Namespace
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse gives its type no other name


def main(arguments: list[str] | None = None) -> int:
    """The exit status of the subcommand that was named."""
    options = build_parser().parse_args(arguments)
    status: int = options.run(options)
    return status


def build_parser() -> argparse.ArgumentParser:
    """The subcommands and their options."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Headwater.")
    commands = parser.add_subparsers(dest="command", required=True)
    for add in (_add_stories, _add_speed, _add_reader, _add_statements, _add_claims, _add_when_and_where, _add_origins):
        add(commands)
    command = _add(commands, "gate", "hold the figures against their floors", lambda o: gate.run(o.floors))
    command.add_argument(
        "--floors", type=pathlib.Path, default=gate.FLOORS, metavar="FILE", help="floors to hold (default: bench/floors.json)"
    )
    return parser


def _add(commands: Commands, name: str, about: str, run: Callable[[Options], int]) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=about)
    command.set_defaults(run=run)
    return command


def _add_stories(commands: Commands) -> None:
    """Whole stories with answers, pages, and streams of articles."""
    command = _add(
        commands,
        "gold",
        "score the brief of stories with answers",
        lambda o: gold.run(o.stories, as_json=o.json, together=o.together, show=o.show),
    )
    command.add_argument("--stories", type=pathlib.Path, metavar="FOLDER", help="a folder of story folders (default: the shared ones)")
    command.add_argument("--together", action="store_true", help="read all folders as one input: is each a story of its own?")
    command.add_argument("--show", action="store_true", help="list what was missed")
    _json(command)
    about = "score the reading of pages, beside other libraries, and its cost"
    command = _add(commands, "clean", about, lambda o: clean.run(o.stories, as_json=o.json, show=o.show))
    command.add_argument("--stories", type=pathlib.Path, metavar="FOLDER", help="a folder of story folders (default: the shared ones)")
    command.add_argument("--show", action="store_true", help="list the pages that are not wholly right")
    _json(command)
    command = _add(commands, "stories", "score the grouping of a stream of articles", _stories)
    _data(command, "FILE", "JSON lines, packed with gzip or not")
    command.add_argument("--speed", action="store_true", help="print what an article costs as the stream grows, instead of its quality")
    command.add_argument(
        "--limit", type=_at_least_one, default=stream_speed.POINTS[-1], metavar="N", help="articles of --speed (default: 200000)"
    )
    _json(command)


def _stories(options: Options) -> int:
    if options.speed:
        return stream_speed.run(options.data, limit=options.limit, as_json=options.json)
    return stories.run(options.data, as_json=options.json)


def _add_speed(commands: Commands) -> None:
    """Time and space."""
    about = "articles a second, whole and reader alone"
    command = _add(commands, "speed", about, lambda o: speed.run(o.data, limit=o.limit, as_json=o.json))
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", help="JSON lines (default: the background set)")
    command.add_argument("--limit", type=_at_least_one, default=1000, metavar="N", help="how many texts (default: 1000)")
    _json(command)
    about = "what it costs to add to a case, to keep it and to ask it"
    command = _add(commands, "case", about, lambda o: case.run(o.data, sizes=o.sizes, as_json=o.json))
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", help="JSON lines (default: the background set)")
    command.add_argument(
        "--sizes",
        type=_at_least_one,
        nargs=2,
        default=case.SIZES,
        metavar="N",
        help="articles of a small and a large case (default: 1000 20000)",
    )
    _json(command)


def _add_reader(commands: Commands) -> None:
    """What the reader marks, and the chains that rules make of it."""
    command = _add(
        commands,
        "attribution",
        "score sources, cues and contents on PolNeAR",
        lambda o: attribution.run(o.data, split=o.split, **_shared(o)),
    )
    command.add_argument("--data", type=pathlib.Path, metavar="FOLDER", help="the folder of PolNeAR (default: the shared one)")
    command.add_argument("--split", default="dev", help="which split of it (default: dev)")
    _reader_options(command)
    command = _add(commands, "chains", "score nested sources in MPQA's form", lambda o: chains.run(o.data, **_shared(o)))
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", help="a JSON file (default: the shared one)")
    _reader_options(command)
    about = "score names on files of BIO columns, CoNLL-U or re3d"
    command = _add(commands, "names", about, lambda o: names.run(o.data, **_shared(o)))
    command.add_argument("--data", type=pathlib.Path, metavar="FILE", nargs="+", required=True, help="files or folders")
    _reader_options(command)
    command = _add(commands, "factuality", "score how certain events are", lambda o: factuality.run(o.data, **_shared(o)))
    _data(command, "FILE", "JSON lines")
    _reader_options(command)


def _add_statements(commands: Commands) -> None:
    """Names and propositions, which ask no model but the reader."""
    about = "score whether two names are one on a CSV file of pairs"
    command = _add(commands, "names-match", about, lambda o: names_match.run(o.data, as_json=o.json, show=o.show))
    _data(command, "FILE", "CSV with schema, name1, name2, is_match")
    _output_options(command)
    about = "score the propositions of sentences on PropSegmEnt"
    command = _add(commands, "propositions", about, lambda o: propositions.run(o.data, as_json=o.json, show=o.show))
    _data(command, "FOLDER", "the folder of its files")
    _output_options(command)


def _add_claims(commands: Commands) -> None:
    """What says the same, and what cannot both hold."""
    for name, about in (
        ("spark", "tell which propositions of SPARK say the same"),
        ("nanco", "tell which answers of NAnCo say the same"),
        ("facts", "tell which facts a summary states"),
        ("contradictions", "tell the contradictions of ANLI, by type"),
    ):
        command = _add(commands, name, about, _compare)
        _data(command, "PATH", "the set's file or folder")
        command.add_argument("--weights", type=pathlib.Path, metavar="FOLDER", help="ask the judge.onnx of this folder")
        _json(command)


def _compare(options: Options) -> int:
    runs = {"spark": alignment.run_spark, "nanco": alignment.run_nanco, "facts": facts.run, "contradictions": contradictions.run}
    return runs[options.command](options.data, weights=options.weights, as_json=options.json)


def _add_when_and_where(commands: Commands) -> None:
    """Dates and places."""
    command = _add(commands, "times", "score time expressions on TimeML, and dates as intervals on GUM", _times)
    command.add_argument("--data", type=pathlib.Path, metavar="FOLDER", nargs="+", default=[], help="folders of .tml files")
    command.add_argument("--gum", type=pathlib.Path, metavar="FOLDER", help="a folder of GUM's TEI files")
    _part_options(command)
    command = _add(
        commands,
        "places",
        "score names of places and their points on files in LGL's or GeoVirus's form",
        lambda o: places.run(o.data, show=o.show, part=o.part, with_peers=o.peers, as_json=o.json),
    )
    _data(command, "FILE", "an XML file")
    _part_options(command)


def _times(options: Options) -> int:
    if not options.data and not options.gum:
        print("times: name --data or --gum", file=sys.stderr)
        return 2
    if options.show:
        times.show(options.data, part=options.part, most=options.show)
    return times.run(options.data, options.gum, part=options.part, with_peers=options.peers, as_json=options.json)


def _add_origins(commands: Commands) -> None:
    """Who stands behind a report or a claim."""
    about = "score which reports of PolNeAR pass on an agency's text"
    command = _add(commands, "wire", about, lambda o: wire.run(o.data, as_json=o.json, show=o.show))
    command.add_argument("--data", type=pathlib.Path, metavar="FOLDER", help="the folder of PolNeAR (default: the shared one)")
    _json(command)
    command.add_argument("--show", action="store_true", help="list what is wrong")
    about = "score ranges of origins on stories whose origins are known, written from templates"
    command = _add(commands, "synthetic", about, lambda o: synthetic.run(stories=o.stories, as_json=o.json, show=o.show))
    command.add_argument("--stories", type=_at_least_one, default=synthetic.STORIES, metavar="N", help="how many (default: 500)")
    _json(command)
    command.add_argument("--show", action="store_true", help="list what is wrong")


def _shared(options: Options) -> dict[str, Any]:
    return {"weights": options.weights, "as_json": options.json, "show": options.show}


def _data(command: argparse.ArgumentParser, shape: str, about: str) -> None:
    command.add_argument("--data", type=pathlib.Path, metavar=shape, required=True, help=about)


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON")


def _output_options(command: argparse.ArgumentParser) -> None:
    _json(command)
    command.add_argument("--show", type=int, default=0, metavar="N", help="print N mistakes of each kind")


def _reader_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--weights", type=pathlib.Path, metavar="FOLDER", help="read with the reader.onnx of this folder")
    _output_options(command)


def _part_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--part", choices=PARTS, default="all", help="two thirds to tune on, or the third to report (default: all)")
    command.add_argument("--peers", action="store_true", help="run the other programs that are installed beside ours")
    _output_options(command)


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text}: give a number of 1 or more")
    return number


if __name__ == "__main__":
    sys.exit(main())
