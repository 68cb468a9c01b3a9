"""Pairs of names in, how well the product's own functions tell one name from two out.

Persons are judged by ``same_person``, all else by ``same_body``. The rules were worked on with the pairs of even
number (from 0) in view; ``odd`` are the others. ``false_matches`` are two names that were called one.
"""

import csv
import json
import pathlib
import sys
from collections.abc import Sequence

import msgspec

from headwater.names import same_body, same_person


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two names of one sort, and whether they are one."""

    sort: str
    a: str
    b: str
    same: bool


def run(data: pathlib.Path, *, as_json: bool = False, show: int = 0) -> int:
    """Print the figures on one file; ``show`` prints so many mistakes of the even half."""
    try:
        pairs = read_pairs(data)
    except (OSError, ValueError, KeyError) as error:
        print(f"{data}: {error}; give a CSV file with the columns schema, name1, name2 and is_match", file=sys.stderr)
        return 2
    figures = {
        "all": measure(pairs),
        "even": measure(pairs[::2]),
        "odd": measure(pairs[1::2]),
        "persons": measure([p for p in pairs if p.sort == "Person"]),
        "bodies": measure([p for p in pairs if p.sort != "Person"]),
    }
    print(
        json.dumps(figures)
        if as_json
        else "\n".join(f"{k:10}" + "".join(f"{n:>16} {v:.4g}" for n, v in f.items()) for k, f in figures.items())
    )
    wrong = [p for p in pairs[::2] if judge(p) != p.same]
    print("\n".join(f"{'missed' if p.same else 'false match'}: {p.a} | {p.b}" for p in wrong[:show]), end="\n" if show else "")
    return 0


def read_pairs(path: pathlib.Path) -> list[Pair]:
    """The pairs of a file, in its order; ValueError where one says neither true nor false."""
    with path.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["is_match"] not in ("true", "false"):
            raise ValueError(f"is_match is {row['is_match']!r}, not true or false")
    return [Pair(sort=r["schema"], a=r["name1"], b=r["name2"], same=r["is_match"] == "true") for r in rows]


def judge(pair: Pair) -> bool:
    """What the product says of a pair."""
    return (same_person if pair.sort == "Person" else same_body)(pair.a, pair.b)


def measure(pairs: Sequence[Pair]) -> dict[str, float]:
    """Precision, recall and F1 of "one name", and how often two names were called one."""
    got = [judge(p) for p in pairs]
    right = sum(g and p.same for g, p in zip(got, pairs, strict=True))
    wanted = sum(p.same for p in pairs)
    return {
        "precision": round(right / (sum(got) or 1), 4),
        "recall": round(right / (wanted or 1), 4),
        "f1": round(2 * right / (sum(got) + wanted or 1), 4),
        "false_matches": sum(got) - right,
        "pairs": len(pairs),
    }
