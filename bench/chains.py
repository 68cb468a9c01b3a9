"""Nested sources in, how many chains and innermost sources are found out.

A question is a run of a text; its answer is whoever stands between the writer and these words. Our answer is the chain
of that run: whoever is credited with it, and inside of that whoever is said to want, think or feel it.

Two names are one where the words that carry them are (``same_source``): a link counts by its resolved name or by
the words that stand in the text. A chain is exact where it has as many links and each is right. ``even`` and ``odd``
are the halves of the documents in the order of their ids: mistakes are read on the even ones only.
"""

import json
import pathlib
import re
import sys
from collections import Counter
from collections.abc import Sequence

from bench.corpora.mpqa import Nested, Question, read_mpqa
from bench.sets import find_set
from headwater.annotate import annotate
from headwater.models import Reader, load_reader
from headwater.names import name_tokens, same_body, same_person
from headwater.state.chain import find_crediting, find_holders, make_chain
from headwater.types import Article, Link, Notes, Span

_SEVERAL = 2
_HEARD = ("told", "interviewed")  # who only heard it is no source in MPQA
_STATES = re.compile(r"(?i)\b(?:united\s+states(?:\s+of\s+america)?|america)\b")
_AFTER_HEAD = re.compile(r"(?i)[,(\[]|\s(?:of|in|for|from|at|with|on|to|by|who|which|that|and)\s")


def run(data: pathlib.Path | None, *, weights: pathlib.Path | None = None, as_json: bool = False, show: int = 0) -> int:
    """Print the figures; ``show`` prints so many chains of the even half that are not right."""
    try:
        documents = read_mpqa(data or find_set("mpqa"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"{data}: {error}; give a file of documents with context and extract", file=sys.stderr)
        return 2
    figures, mistakes = measure(documents, load_reader(folder=weights))
    print(json.dumps(figures) if as_json else "\n".join(f"{k:6}{v}" for k, v in figures.items()))
    print("\n".join(mistakes[:show]), end="\n" if show else "")
    return 0


def measure(documents: Sequence[Nested], reader: Reader) -> tuple[dict[str, dict[str, float]], list[str]]:
    """The figures of all documents, of the even and of the odd ones; and the chains of the even ones that are not exact."""
    counts: dict[str, Counter[str]] = {part: Counter() for part in ("all", "even", "odd")}
    mistakes: list[str] = []
    for number, document in enumerate(documents):
        half = "odd" if number % 2 else "even"
        for question, got in answer(document, reader):
            one = judge(question.chain, got)
            for part in ("all", half):
                counts[part].update(one)
            if half == "even" and len(question.chain) >= _SEVERAL and not one["exact"]:
                words = document.text[question.start : question.end]
                mistakes.append(f"{'in' if one['innermost'] else '--'} {question.chain} got {[g[0] for g in got]} [{words}] {document.id}")
        for part in ("all", half):
            counts[part]["lost"] += document.lost
    return {part: _figures(count) for part, count in counts.items()}, mistakes


def answer(document: Nested, reader: Reader) -> list[tuple[Question, tuple[tuple[str, ...], ...]]]:
    """Each question with our chain: for each link its resolved name and its words, nearest to the fact first."""
    notes = annotate(Article(id=document.id, source=document.id, page="", text=document.text), reader=reader)
    found = ((q, _chain(notes, Span(start=q.start, end=q.end))) for q in document.questions)
    return [(q, tuple(_forms(document.text, link) for link in links if link.relation not in _HEARD)) for q, links in found]


def _chain(notes: Notes, span: Span) -> tuple[Link, ...]:
    """Whose view a span is, then whoever is credited with it."""
    crediting = find_crediting(notes.attributions, span)
    return make_chain([*find_holders(notes.views, crediting, span), *crediting])


def _forms(text: str, link: Link) -> tuple[str, ...]:
    return tuple(form for form in (link.name, text[link.start : link.end]) if form)


def judge(want: Sequence[str], got: Sequence[Sequence[str]]) -> Counter[str]:
    """Counts of one question: of those with two sources or more, and of all."""
    exact = len(want) == len(got) and all(any(same_source(w, form) for form in g) for w, g in zip(want, got, strict=True))
    inner = bool(want and got) and any(same_source(want[0], form) for form in got[0])
    found = Counter(questions=1, all_exact=int(exact))
    if len(want) >= _SEVERAL:
        found.update(several=1, exact=int(exact), innermost=int(inner))
    return found


def same_source(a: str, b: str) -> bool:
    """Do two names stand for one source?

    Both are lower-cased, without articles, and words for a country and its people are one. Then one person's name
    (``names.same_person``) or one body's (``names.same_body``: the words of one among the other's, so that a body and
    its spokesperson are one), or the same common noun last, before a preposition, comma or relative clause.
    """
    a, b = (_STATES.sub("US", name) for name in (a, b))
    return same_person(_head(a), _head(b)) or same_body(a, b) or bool(_noun(a) and _noun(a) == _noun(b))


def _head(name: str) -> str:
    return _AFTER_HEAD.split(name.strip(), maxsplit=1)[0]


def _noun(name: str) -> frozenset[str]:
    """The last word of a name's head where it is a common noun."""
    words = _head(name).split()
    return name_tokens(words[-1]) if words and (words[-1].islower() or len(words) == 1) else frozenset()


def _figures(count: Counter[str]) -> dict[str, float]:
    several = count["several"]
    return {
        "exact": round(count["exact"] / several, 4) if several else 0.0,
        "innermost": round(count["innermost"] / several, 4) if several else 0.0,
        "several": several,
        "all_exact": round(count["all_exact"] / count["questions"], 4) if count["questions"] else 0.0,
        "questions": count["questions"],
        "lost": count["lost"],
    }
