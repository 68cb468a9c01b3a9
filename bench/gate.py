"""Floors in, a table of figures against them out; fails where one is below its floor."""

import json
import pathlib
import sys
from collections.abc import Mapping

import msgspec

from bench import gold
from bench.sets import EXAMPLES, stories_root, story_folders

FLOORS = pathlib.Path(__file__).with_name("floors.json")
Floors = dict[str, dict[str, float]]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A figure, the least that it may be, and what was measured; None where nothing was there to count."""

    figure: str
    floor: float
    measured: float | None

    @property
    def holds(self) -> bool:
        """Is the figure at its floor or above? What was not measured holds a floor of 0 only."""
        return (self.measured if self.measured is not None else 0.0) >= self.floor


def run(floors: pathlib.Path = FLOORS) -> int:
    """Print figure, floor and measured for the example and, where they are there, the shared stories; 1 below a floor."""
    wanted: Floors = json.loads(floors.read_text(encoding="utf8"))
    holds = True
    for name, root in (("example", EXAMPLES), ("stories", stories_root())):
        folders = story_folders(root)
        if name == "example" and not folders:
            print(f"{root}: no example story; it belongs to the project", file=sys.stderr)
            return 2
        if not folders:
            print(f"{name}: {root} is not there, its floors are not checked")
            continue
        rows = compare(wanted.get(name, {}), measure(folders))
        print(table(name, rows))
        holds = holds and all(row.holds for row in rows)
    return 0 if holds else 1


def measure(folders: tuple[pathlib.Path, ...]) -> dict[str, float]:
    """The figures of all stories together, and two more that are better when higher: see below.

    ``not_falsely_corroborated`` is one less the share of claims given more origins than they have; ``together`` is 1
    where all folders read as one input give a story each, with no report in the wrong one.
    """
    figures = dict(gold.measure(folders)["all"])
    if "falsely_corroborated" in figures:
        figures["not_falsely_corroborated"] = round(1 - figures["falsely_corroborated"], 4)
    outcome = gold.read_together(folders)
    right = outcome["stories"] == outcome["folders"] and not outcome["misplaced"] and not outcome["unread"]
    figures["together"] = float(right)
    return figures


def compare(floors: Mapping[str, float], figures: Mapping[str, float]) -> tuple[Row, ...]:
    """A row a floor, by name."""
    return tuple(Row(figure=name, floor=floors[name], measured=figures.get(name)) for name in sorted(floors))


def table(name: str, rows: tuple[Row, ...]) -> str:
    """The rows as text; what is below its floor is marked."""
    lines = [f"{name:28}{'floor':>8}{'measured':>10}"]
    for row in rows:
        measured = "-" if row.measured is None else f"{row.measured:.3f}"
        lines.append(f"{row.figure:28}{row.floor:8.3f}{measured:>10}{'' if row.holds else '  below its floor'}")
    return "\n".join(lines)
