"""PolNeAR in (brat stand-off), articles with their attributions out.

PolNeAR v1.0 (Newell, Margolin and Ruths 2018). One annotator an article, the first in ``metadata.tsv``; the fold
``Content2`` is content; ``Discuss`` and ``Discard`` are left out. Punctuation at the edges of a span is trimmed.
"""

import csv
import pathlib
import re

import msgspec

from headwater.text import trim

Fragments = tuple[tuple[int, int], ...]
EDGE = " \t\n\r\xa0.,;:!?\"'`‘’“”()[]{}-–—…"
ROLES = ("source", "cue", "content")
_MARK = re.compile(r"(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t")
_LINKS = re.compile(r"E\d+\t(.*)")


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution: the fragments of its source, its cue and its content, trimmed; () where it has none."""

    source: Fragments = ()
    cue: Fragments = ()
    content: Fragments = ()


class Annotated(msgspec.Struct, frozen=True, kw_only=True):
    """An article: its text, its attributions, and every marked fragment of a role, linked or not."""

    name: str
    text: str
    attributions: tuple[Gold, ...]
    source: Fragments
    cue: Fragments
    content: Fragments


def read_polnear(folder: pathlib.Path, split: str) -> tuple[Annotated, ...]:
    """The articles of one split by name; FileNotFoundError where the folder has no such split."""
    texts = folder / split / "text"
    if not texts.is_dir():
        raise FileNotFoundError(f"{texts}: not there; --data names the folder that holds metadata.tsv and the splits")
    with (folder / "metadata.tsv").open(encoding="utf8", newline="") as file:
        first = {r["filename"]: r["annotators"].split("|")[0] for r in csv.DictReader(file, delimiter="\t")}
    found = []
    for path in sorted(texts.glob("*.txt")):
        marks = sorted((folder / split / "attributions").glob(f"{path.stem}_????.ann"))
        mine = [m for m in marks if m.stem.rsplit("_", 1)[1] == first.get(path.stem)] or marks
        if not mine:
            raise FileNotFoundError(f"{path}: no {path.stem}_????.ann beside it in attributions")
        found.append(_article(path.stem, path.read_bytes().decode("utf8"), mine[0].read_bytes().decode("utf8")))
    return tuple(found)


def trimmed(text: str, fragments: Fragments) -> Fragments:
    """The fragments without white space and punctuation at their edges, empty ones left out, in order."""
    spans = (trim(text, start, end, EDGE) for start, end in fragments)
    return tuple(sorted({s for s in spans if s[0] < s[1]}))


def _article(name: str, text: str, marks: str) -> Annotated:
    spans: dict[str, tuple[str, Fragments]] = {}
    golds: list[Gold] = []
    lines = marks.split("\n")
    for match in filter(None, map(_MARK.match, lines)):
        fragments = tuple((int(s), int(e)) for s, e in (part.split() for part in match[3].split(";")))
        spans[match[1]] = (_role(match[2]), trimmed(text, fragments))
    for match in filter(None, map(_LINKS.match, lines)):
        parts: dict[str, Fragments] = {}
        for role, target in (a.split(":", 1) for a in match[1].split()):
            if _role(role) in ROLES and target in spans:
                parts[_role(role)] = tuple(sorted({*parts.get(_role(role), ()), *spans[target][1]}))
        if parts:
            golds.append(Gold(**parts))
    roles = {role: tuple(sorted({f for r, fs in spans.values() if r == role for f in fs})) for role in ROLES}
    return Annotated(name=name, text=text, attributions=tuple(golds), **roles)


def _role(label: str) -> str:
    return label.rstrip("0123456789").lower()
