"""PolNeAR in, how well its spans and attributions are found out.

Spans are compared after punctuation at their edges is trimmed, predictions and gold alike; a span is right where
both ends are (CoNLL). A whole attribution is right where source, cue and content are: all of them exactly, or each
of them by some overlap. A content in several fragments is several spans, and one content of an attribution.
"""

import json
import pathlib
import sys

from bench.corpora.polnear import ROLES, Annotated, Fragments, Gold, read_polnear, trimmed
from bench.sets import find_set
from bench.spans import Score, touch
from headwater.annotate.attributions.link import link
from headwater.annotate.attributions.tag import tag
from headwater.models import Reader, load_reader
from headwater.types import Span

Figures = dict[str, dict[str, float]]


def run(data: pathlib.Path | None, *, split: str, weights: pathlib.Path | None = None, as_json: bool = False, show: int = 0) -> int:
    """Print the figures on one split; ``show`` prints so many mistakes of each kind."""
    try:
        articles = read_polnear(data or find_set("polnear"), split)
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    figures, mistakes = measure(articles, load_reader(folder=weights))
    print(
        json.dumps(figures)
        if as_json
        else "\n".join(f"{k:10}" + "".join(f"{n:>12} {v:.4f}" for n, v in f.items()) for k, f in figures.items())
    )
    for kind, lines in mistakes.items():
        print("\n".join(f"{kind}: {line}" for line in lines[:show]))
    return 0


def measure(articles: tuple[Annotated, ...], reader: Reader) -> tuple[Figures, dict[str, list[str]]]:
    """Scores of spans by role and of whole attributions, and a line for each mistake."""
    exact, loose = {role: Score() for role in (*ROLES, "whole")}, {role: Score() for role in (*ROLES, "whole")}
    mistakes: dict[str, list[str]] = {}
    for article in articles:
        got, spans = predict(article.text, reader)
        for role in ROLES:
            want: Fragments = getattr(article, role)
            exact[role].add(want, spans[role])
            loose[role].add_overlaps(want, spans[role])
            for span in sorted(set(want) ^ set(spans[role])):
                kind = f"{role} {'missed' if span in want else 'wrong'}"
                mistakes.setdefault(kind, []).append(article.text[span[0] : span[1]].replace("\n", " "))
        exact["whole"].add([(g.source, g.cue, g.content) for g in article.attributions], [(g.source, g.cue, g.content) for g in got])
        _overlaps(loose["whole"], article.attributions, got)
    return {role: {**exact[role].as_dict("exact_"), **loose[role].as_dict("overlap_")} for role in exact}, mistakes


def predict(text: str, reader: Reader) -> tuple[tuple[Gold, ...], dict[str, Fragments]]:
    """The attributions of a text and the spans of each role, trimmed."""
    paragraphs = [(m.start, m.end) for m in lines(text)]
    found: list[Gold] = []
    spans: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
    texts = [text[s:e] for s, e in paragraphs]
    for (start, end), roles in zip(paragraphs, tag(texts, reader.read(texts)), strict=True):
        for role in ROLES:
            spans[role] += trimmed(text, tuple((start + s.start, start + s.end) for s in getattr(roles, role)))
        for linked in link(text[start:end], roles.source, roles.cue, roles.content):
            parts = {"source": (linked.source,) if linked.source else (), "cue": (linked.cue,), "content": linked.contents}
            found.append(Gold(**{k: trimmed(text, tuple((start + s.start, start + s.end) for s in v)) for k, v in parts.items()}))
    return tuple(found), {role: tuple(fragments) for role, fragments in spans.items()}


def lines(text: str) -> list[Span]:
    """The lines of a text that hold anything."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(start=at, end=at + len(line)))
        at += len(line) + 1
    return found


def _overlaps(score: Score, want: tuple[Gold, ...], got: tuple[Gold, ...]) -> None:
    """Count attributions whose three parts each share a character with those of another one."""
    score.found += len(got)
    score.wanted += len(want)
    score.right_found += sum(any(_touches(g, w) for w in want) for g in got)
    score.right_wanted += sum(any(_touches(g, w) for g in got) for w in want)


def _touches(a: Gold, b: Gold) -> bool:
    return all(touch(getattr(a, role), getattr(b, role)) for role in ROLES)
