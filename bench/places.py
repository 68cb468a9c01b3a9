"""Texts with placed names in, how well places are recognised and put on the map out.

Recognised is a name of which a character is shared, each in one pair; ``recognition_f1`` is over all names of the set,
those without a point too. ``within_161km`` is the share of matched names with a point whose point of ours lies within
161 km, the 100 miles of Leidner 2007; a name without a point of ours is wrong.
"""

import json
import pathlib
from collections.abc import Callable, Mapping, Sequence

from bench import peers
from bench.corpora.places import Document, Placed, read_places
from bench.corpora.split import choose
from bench.spans import Score, overlap
from headwater.annotate import annotate
from headwater.annotate.gazetteer import Gazetteered, distance
from headwater.models import Reader, load_reader
from headwater.types import Article

Finder = Callable[[Document], Sequence[Placed]]
Figures = dict[str, float]
NEAR_KM = 161


def run(data: pathlib.Path, *, part: str = "all", with_peers: bool = False, as_json: bool = False, show: int = 0) -> int:
    """Print the figures of ours, and of population alone on the names that ours finds; ``show`` prints so many mistakes of each kind."""
    documents = choose(read_places(data), part)
    reader = load_reader()
    found = {document.text: find_ours(document, reader) for document in documents}
    figures, mistakes = measure(documents, lambda d: found[d.text])
    others = {"population": measure(documents, lambda d: peers.largest(d.text, found[d.text]))[0]} if with_peers else {}
    for kind, lines in mistakes.items() if show else ():
        print("\n".join([f"## {kind}: {len(lines)}", *lines[:show]]))
    if as_json:
        kept = {k: figures[k] for k in ("recognition_f1", "within_161km")}
        print(json.dumps({**kept, "peers": others} if with_peers else kept))
    else:
        print(
            "\n".join(
                f"{name:12}" + "".join(f"  {k} {v:.4f}" for k, v in f.items()) for name, f in {"headwater": figures, **others}.items()
            )
        )
    return 0


def find_ours(document: Document, reader: Reader) -> tuple[Placed, ...]:
    """The places that Headwater marks on a text, by what it makes of any report."""
    notes = annotate(Article(id=document.name, source=document.name, page="", text=document.text), reader=reader)
    return tuple(Placed(start=p.start, end=p.end, lat=p.lat, lon=p.lon) for p in notes.places)


def measure(documents: Sequence[Document], finder: Finder) -> tuple[Figures, Mapping[str, list[str]]]:
    """The figures over all documents, and the mistakes by kind."""
    loose, exact = Score(), Score()
    right = placed = 0
    mistakes: dict[str, list[str]] = {"missed": [], "wrong": [], "far": []}
    for document in documents:
        got, want = list(finder(document)), document.places
        pairs = match(want, got)
        exact.add([(w.start, w.end) for w in want], [(g.start, g.end) for g in got])
        loose.add(range(len(want)), [*range(len(pairs)), *(-1 - i for i in range(len(got) - len(pairs)))])
        for w, g in pairs:
            if w.lat is not None:
                near = kilometres(w, g) <= NEAR_KM
                placed, right = placed + 1, right + near
                if not near:
                    mistakes["far"].append(f"{kilometres(w, g):.0f} km, {w.lat} {w.lon} got {g.lat} {g.lon} {_around(document, w)}")
        mistakes["missed"] += [_around(document, w) for w in want if all(w is not m for m, _ in pairs)]
        mistakes["wrong"] += [_around(document, g) for g in got if all(g is not m for _, m in pairs)]
    return {
        "recognition_f1": round(loose.f1, 4),
        "within_161km": round(right / placed, 4) if placed else 0.0,
        "exact_f1": round(exact.f1, 4),
        "recognition_p": round(loose.precision, 4),
        "recognition_r": round(loose.recall, 4),
    }, mistakes


def match(want: Sequence[Placed], got: Sequence[Placed]) -> list[tuple[Placed, Placed]]:
    """Names that share a character, each in one pair at most, in the order of the text."""
    left = list(got)
    found = []
    for w in want:
        near = next((g for g in left if overlap((w.start, w.end), (g.start, g.end))), None)
        if near is not None:
            found.append((w, near))
            left.remove(near)
    return found


def kilometres(a: Placed, b: Placed) -> float:
    """The distance of two points, infinite where one is missing."""
    return distance(_point(a), _point(b))


def _point(place: Placed) -> Gazetteered:
    return Gazetteered(name="", kind="city", country="", lat=place.lat, lon=place.lon, population=0)


def _around(document: Document, place: Placed) -> str:
    text = document.text
    words = f"{text[max(0, place.start - 50) : place.start]}[{text[place.start : place.end]}]{text[place.end : place.end + 40]}"
    return f"{document.name} {' '.join(words.split())}"
