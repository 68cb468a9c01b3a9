"""Folders of stories with answers in, the figures of the brief out."""

import contextlib
import json
import pathlib
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bench import score
from bench.placement import place
from bench.sets import EXAMPLES, stories_root, story_folders
from headwater.brief import to_json
from headwater.pipeline import make_brief

Figures = dict[str, dict[str, float]]


def run(stories: pathlib.Path | None, *, as_json: bool = False, together: bool = False, show: bool = False) -> int:
    """Print the figures of every story below a folder, or of all read as one input; 0, 1 (misplaced) or 2 (nothing there)."""
    root = stories or choose_stories()
    folders = story_folders(root)
    if not folders:
        print(f"{root}: no folder with reports and gold.json in it; name one with --stories", file=sys.stderr)
        return 2
    if together:
        outcome = read_together(folders)
        print(json.dumps(outcome, ensure_ascii=False))
        return 0 if outcome["stories"] == outcome["folders"] and not outcome["misplaced"] and not outcome["unread"] else 1
    with contextlib.redirect_stdout(sys.stderr) if as_json else contextlib.nullcontext():
        figures = measure(folders, show=show)
    print(json.dumps(figures, indent=1) if as_json else table(figures))
    return 0


def choose_stories() -> pathlib.Path:
    """The shared stories, or the example where they are missing, which is said."""
    root = stories_root()
    if story_folders(root):
        return root
    print(f"{root}: no stories there; measuring on {EXAMPLES}", file=sys.stderr)
    return EXAMPLES


def read_brief(paths: Sequence[pathlib.Path]) -> dict[str, Any]:
    """The brief of these paths, as its JSON reads."""
    brief: dict[str, Any] = json.loads(to_json(make_brief([str(p) for p in paths])))
    return brief


def measure(folders: Sequence[pathlib.Path], *, show: bool = False) -> Figures:
    """The figures of all stories together under "all", then of each; ``show`` prints what was missed."""
    total, each = score.Tally(), {}
    for folder in folders:
        gold = json.loads((folder / "gold.json").read_text(encoding="utf8"))
        if show:
            print("##", gold["story"])
        one = score.score(gold, read_brief([folder / "reports"]), score.Tally(), show)
        each[gold["story"]] = one.figures()
        total.update(one)
    return {"all": total.figures(), **each}


def table(figures: Mapping[str, Mapping[str, float]]) -> str:
    """The figures as a table: a row a figure, a column a story."""
    rows = sorted({name for one in figures.values() for name in one if not name.endswith("_n")})
    head = f"{'':22}" + "".join(f"{name[:12]:>14}" for name in figures)
    body = [f"{row:22}" + "".join(f"{one[row]:14.3f}" if row in one else f"{'':14}" for one in figures.values()) for row in rows]
    return "\n".join([head, *body])


def read_together(folders: Sequence[pathlib.Path]) -> dict[str, Any]:
    """All folders read as one input: how many stories their reports fall into, which are in the wrong one, which are in none."""
    homes: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for folder in folders:
        gold = json.loads((folder / "gold.json").read_text(encoding="utf8"))
        ids = {r["id"] for r in gold["reports"]}
        files = [p for p in sorted((folder / "reports").rglob("*")) if p.is_file() and score.stem(p) in ids]
        homes.update({str(p): folder.name for p in files})
        counts[folder.name] = len(ids)
    brief = read_brief([folder / "reports" for folder in folders])
    return place(homes, [[a["source"] for a in s["articles"]] for s in brief["stories"]], folders=len(counts))
