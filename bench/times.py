"""Dated texts in, how well their time expressions are found and valued out.

The measures are those of TempEval-3 (UzZaman et al. 2013): strict is the same span, relaxed is any overlap, value is
an overlap whose TIMEX3 value is the same. On GUM: the share of dates whose interval of days is exactly the answer's.
"""

import json
import pathlib
from collections.abc import Callable, Mapping, Sequence

from bench import peers
from bench.corpora.split import choose
from bench.corpora.times import Dated, Document, read_gum, read_timeml
from bench.spans import Score, overlap
from headwater.annotate.sentences import find_sentences
from headwater.annotate.times import find_times
from headwater.types import Article, Published

Finder = Callable[[Document], Sequence[Dated]]
Figures = dict[str, float]


def run(
    data: Sequence[pathlib.Path], gum: pathlib.Path | None, *, part: str = "all", with_peers: bool = False, as_json: bool = False
) -> int:
    """Print the figures of ours, and of the peers that are installed."""
    finders: dict[str, Finder] = {"headwater": find_ours, **(peers.time_finders() if with_peers else {})}
    found: dict[str, Figures] = {}
    for name, finder in finders.items():
        found[name] = measure(choose(_timeml(data), part), finder)[0] if data else {}
        found[name] |= measure_intervals(choose(read_gum(gum), part), finder)[0] if gum else {}
    ours = found.pop("headwater")
    if as_json:
        print(json.dumps({**ours, "peers": found} if with_peers else ours))
    else:
        rows = {"headwater": ours, **found}
        print("\n".join(f"{name:12}" + "".join(f"  {k} {v:.4f}" for k, v in f.items()) for name, f in rows.items()))
    return 0


def show(data: Sequence[pathlib.Path], *, part: str, most: int) -> None:
    """Print the figures on TimeML and so many mistakes of each kind: to be read on the part that is not reported."""
    figures, mistakes = measure(choose(_timeml(data), part), find_ours)
    print(figures)
    for kind, lines in mistakes.items():
        print("\n".join([f"## {kind}: {len(lines)}", *lines[:most]]))


def _timeml(data: Sequence[pathlib.Path]) -> tuple[Document, ...]:
    return tuple(document for path in data for document in read_timeml(path))


def find_ours(document: Document) -> tuple[Dated, ...]:
    """What Headwater finds in a document."""
    article = Article(
        id=document.name,
        source=document.name,
        page="",
        text=document.text,
        published=Published(earliest=document.day, latest=document.day, basis="given") if document.day else Published(),
    )
    found = find_times(article, find_sentences(article))
    return tuple(Dated(start=t.start, end=t.end, value=t.value, earliest=t.earliest, latest=t.latest) for t in found)


def measure(documents: Sequence[Document], finder: Finder) -> tuple[Figures, Mapping[str, list[str]]]:
    """Strict, relaxed and value F1 over all documents, and the mistakes by kind."""
    strict, relaxed, value = Score(), Score(), Score()
    mistakes: dict[str, list[str]] = {"missed": [], "wrong": [], "span": [], "value": []}
    for document in documents:
        got, want = list(finder(document)), document.times
        pairs = _pairs(want, got)
        strict.add([(w.start, w.end) for w in want], [(g.start, g.end) for g in got])
        for score, right in ((relaxed, len(pairs)), (value, sum(w.value == g.value for w, g in pairs))):
            score.found += len(got)
            score.wanted += len(want)
            score.right_found += right
            score.right_wanted += right
        _list(document, pairs, got, mistakes)
    names = ("strict_f1", "relaxed_f1", "value_f1")
    return {n: round(s.f1, 4) for n, s in zip(names, (strict, relaxed, value), strict=True)}, mistakes


def measure_intervals(documents: Sequence[Document], finder: Finder) -> tuple[Figures, Mapping[str, list[str]]]:
    """The share of dates at which an expression stands with exactly their days."""
    right, total, mistakes = 0, 0, []
    for document in documents:
        got = finder(document)
        for want in document.times:
            here = [g for g in got if overlap((g.start, g.end), (want.start, want.end))]
            good = any((g.earliest, g.latest) == (want.earliest, want.latest) for g in here)
            right, total = right + good, total + 1
            if not good:
                said = [(document.text[g.start : g.end], g.earliest, g.latest) for g in here]
                mistakes.append(f"{document.name} {document.day} want {want.earliest} {want.latest} got {said} {_around(document, want)}")
    return {"exact_interval": round(right / total, 4) if total else 0.0}, {"interval": mistakes}


def _pairs(want: Sequence[Dated], got: Sequence[Dated]) -> list[tuple[Dated, Dated]]:
    """Expressions that share a character, each in one pair at most, in the order of the text."""
    left = list(got)
    found = []
    for w in want:
        same = [g for g in left if (g.start, g.end) == (w.start, w.end)]
        near = same or [g for g in left if overlap((g.start, g.end), (w.start, w.end))]
        if near:
            found.append((w, near[0]))
            left.remove(near[0])
    return found


def _list(document: Document, pairs: Sequence[tuple[Dated, Dated]], got: Sequence[Dated], mistakes: Mapping[str, list[str]]) -> None:
    text, day = document.text, document.day
    met = [w for w, _ in pairs], [g for _, g in pairs]
    mistakes["missed"] += [f"{w.value} {_around(document, w)}" for w in document.times if w not in met[0]]
    mistakes["wrong"] += [f"{g.value} {_around(document, g)}" for g in got if g not in met[1]]
    for w, g in pairs:
        if (w.start, w.end) != (g.start, g.end):
            mistakes["span"].append(f"want [{text[w.start : w.end]}] got [{text[g.start : g.end]}]")
        if w.value != g.value:
            mistakes["value"].append(f"{document.name} {day} want {w.value} got {g.value} {_around(document, w)}")


def _around(document: Document, time: Dated) -> str:
    text = document.text
    before, words, behind = text[max(0, time.start - 70) : time.start], text[time.start : time.end], text[time.end : time.end + 50]
    return " ".join(f"{before}[{words}]{behind}".split())
