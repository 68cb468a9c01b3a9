"""Files of names in, how well the reader finds persons, organisations, places and the rest out.

Strict: a name is right where both its ends and its kind are. Only kinds that a set marks are counted; where a set
does not tell a facility from a place, both are places. Names of a sort that is none of ours count on neither side.
"""

import json
import pathlib
import sys
from collections.abc import Sequence

from bench.corpora.names import UNMARKED, Document, Tokens, read_names
from bench.spans import Score
from headwater.annotate.bio import spans
from headwater.labels import NAMES, columns
from headwater.models import Marks, Reader, load_reader

MAIN = ("person", "organisation", "place")
Item = tuple[int, int, str]


def run(data: Sequence[pathlib.Path], *, weights: pathlib.Path | None = None, as_json: bool = False, show: int = 0) -> int:
    """Print the figures over all files together; ``show`` prints so many mistakes of each kind."""
    try:
        documents = [d for path in data for d in read_names(path)]
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    figures, mistakes = measure(documents, load_reader(folder=weights))
    print(
        json.dumps(figures)
        if as_json
        else "\n".join(f"{k:14}" + "".join(f"{n:>6} {v:.4f}" for n, v in f.items()) for k, f in figures.items())
    )
    for kind, lines in mistakes.items():
        print("\n".join(f"{kind}: {line}" for line in lines[:show]))
    return 0


def measure(documents: Sequence[Document], reader: Reader) -> tuple[dict[str, dict[str, float]], dict[str, list[str]]]:
    """Scores by kind; ``all`` is over persons, organisations and places."""
    scores = {kind: Score() for kind in ("all", *NAMES)}
    mistakes: dict[str, list[str]] = {}
    for document in documents:
        unmarked = UNMARKED[document.style]
        for sentence, marks in zip(document.sentences, reader.read([" ".join(s.words) for s in document.sentences]), strict=True):
            want = {(m.start, m.end, _kind(m.kinds)) for m in sentence.mentions if m.kinds}
            got = {g for g in predict(sentence, marks) if g[2] not in unmarked and not _is_beside(g, sentence)}
            for kind in NAMES:
                scores[kind].add([w for w in want if w[2] == kind], [g for g in got if g[2] == kind])
            scores["all"].add([w for w in want if w[2] in MAIN], [g for g in got if g[2] in MAIN])
            for start, end, kind in sorted(want ^ got):
                sort = f"{kind} {'missed' if (start, end, kind) in want else 'wrong'}"
                mistakes.setdefault(sort, []).append(f"[{' '.join(sentence.words[start:end])}] {' '.join(sentence.words)[:160]}")
    return {kind: score.as_dict() for kind, score in scores.items() if score.wanted or score.found}, mistakes


def predict(sentence: Tokens, marks: Marks) -> set[Item]:
    """The names of one sentence as (first word, the word after the last, kind), words as the set counts them."""
    starts = [0]
    for word in sentence.words:
        starts.append(starts[-1] + len(word) + 1)
    place = {at: i for i, at in enumerate(starts)}
    found = set()
    for first, after, kind in spans([marks.scores[:, columns("name")]])[0]:
        begin, stop = int(marks.words[first, 0]), int(marks.words[after - 1, 1])
        at = max(i for i, s in enumerate(starts) if s <= begin)
        to = place.get(stop + 1) or next(i for i, s in enumerate(starts) if s >= stop)
        found.add((at, to, _kind(frozenset([NAMES[kind]]))))
    return found


def _is_beside(item: Item, sentence: Tokens) -> bool:
    """Does a name stand where the set has a name of a sort that is none of ours, or does not tell?"""
    others = [(m.start, m.end) for m in sentence.mentions if not m.kinds]
    return any(item[0] < e and s < item[1] for s, e in (*others, *((i, i + 1) for i in sentence.unsure)))


def _kind(kinds: frozenset[str]) -> str:
    """One kind for what a set leaves open: a facility is a place, what is a group or a body is a body."""
    if kinds & {"place", "facility"}:
        return "place"
    return "organisation" if "organisation" in kinds else min(kinds)
