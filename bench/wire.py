"""PolNeAR's articles in; how many of those that print an agency's text are found, and how many others are taken for one."""

import csv
import json
import pathlib
import sys
from collections.abc import Iterator

import msgspec

from bench.sets import data_root
from headwater.clean import clean
from headwater.trace.credits import find_wires
from headwater.types import Article, Page

SPLITS = ("train", "dev")
_LEFT_OUT = "NA"  # nobody looked


class Copy(msgspec.Struct, frozen=True):
    """An article: its name, the agency whose text it prints by the metadata ("" for none), and what was found."""

    name: str
    wire: str
    found: tuple[str, ...]


def run(data: pathlib.Path | None, *, as_json: bool = False, show: bool = False) -> int:
    """Print recall and false alarms; 2 where the data set is not there."""
    folder = data or data_root() / "polnear"
    if not (folder / "metadata.tsv").is_file():
        print(f"{folder}: no metadata.tsv there; name PolNeAR's folder with --data", file=sys.stderr)
        return 2
    copies = list(read_copies(folder))
    outcome = score(copies)
    for c in copies if show else ():
        if bool(c.wire) != bool(c.found):
            print(f"{'missed' if c.wire else 'false alarm'}: {c.name}: {c.wire or ', '.join(c.found)}", file=sys.stderr)
    print(json.dumps(outcome) if as_json else "\n".join(f"{name:16}{value:10.3f}" for name, value in outcome.items()))
    return 0


def score(copies: list[Copy]) -> dict[str, float]:
    """Recall of the articles that print an agency's text, the false alarms, and how many there are of each."""
    wires = [c for c in copies if c.wire]
    found = sum(bool(c.found) for c in wires)
    alarms = sum(bool(c.found) for c in copies if not c.wire)
    return {"recall": round(found / len(wires), 4) if wires else 0.0, "false_alarms": alarms, "wires": len(wires), "articles": len(copies)}


def read_copies(folder: pathlib.Path) -> Iterator[Copy]:
    """Both splits, rows without an answer left out; text, author and publisher as a page's own data would have them."""
    with (folder / "metadata.tsv").open(encoding="utf8", newline="") as file:
        rows = {r["filename"]: r for r in csv.DictReader(file, delimiter="\t")}
    for path in (p for split in SPLITS for p in sorted((folder / split / "text").glob("*.txt"))):
        row = rows.get(path.stem)
        if row is None or row["wire"] == _LEFT_OUT:
            continue
        record = {"text": path.read_text(encoding="utf8"), "outlet": row["publisher"]}
        if row["author"] not in ("None", _LEFT_OUT):
            record["author"] = row["author"]
        page = Page(source=path.name, media_type="application/json", content=json.dumps(record).encode(), sha256="")
        article = clean(page)
        found = find_wires(article) if isinstance(article, Article) else ()
        yield Copy(path.stem, "" if row["wire"] == "None" else row["wire"], found)
