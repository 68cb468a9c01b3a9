"""Invented stories with known origins in; how many ranges are exact, which loops were missed, what was falsely corroborated.

The reports are read as any others are. The range is taken twice: of a claim that is put together from the sentences
that tell the fact, which measures the chains and the counting; and of the brief's own claim, which measures all stages.
"""

import io
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from bench.invented.make import Invented, make_story
from headwater.group import group
from headwater.models import Reader, load_reader
from headwater.pipeline import Reading, brief_of, read_articles
from headwater.trace import trace
from headwater.types import Brief, BriefClaim, BriefStatement, Claim, Standing, Statement, Story

STORIES = 500
"""Stories that are made and read; a seed each, from 0."""


Range = tuple[int, int]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """A story, the range found for its fact where the claim is given, and that of the brief's claim; None where none holds it."""

    seed: int
    story: Invented
    given: Range | None
    whole: Range | None
    why: tuple[str, ...] = ()


def run(*, stories: int = STORIES, as_json: bool = False, show: bool = False) -> int:
    """Print the figures of the stories of so many seeds."""
    outcomes = measure(range(stories))
    for o in outcomes if show else ():
        if o.given != o.story.origins:
            print(f"{o.seed} {'+'.join(o.story.kinds)}: {o.story.origins}, found {o.given}: {' '.join(o.why)}", file=sys.stderr)
    figures = score(outcomes)
    print(json.dumps(figures) if as_json else "\n".join(f"{name:28}{value:10.3f}" for name, value in figures.items()))
    return 0


def measure(seeds: Iterable[int]) -> tuple[Outcome, ...]:
    """What is found in the story of each seed."""
    reader = load_reader()
    return tuple(_read(seed, make_story(seed), reader) for seed in seeds)


def score(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The share of exact ranges, and the counts of loops missed and of claims falsely called corroborated; then those of the brief."""
    return {
        **_figures([(o.story.origins, o.given) for o in outcomes], ""),
        **_figures([(o.story.origins, o.whole) for o in outcomes], "whole_"),
        "loops": sum(o.story.origins == (0, 0) for o in outcomes),
        "corroborated": sum(o.story.origins[0] > 1 for o in outcomes),
        "stories": len(outcomes),
    }


def _figures(pairs: Sequence[tuple[Range, Range | None]], prefix: str) -> dict[str, float]:
    """The figures of (range as made, range as found)."""
    return {
        f"{prefix}range_exact": round(sum(made == found for made, found in pairs) / len(pairs), 4),
        f"{prefix}loops_missed": sum(made == (0, 0) != found for made, found in pairs),
        f"{prefix}corroborated_found": sum(made[0] > 1 and found is not None and found[0] > 1 for made, found in pairs),
        f"{prefix}falsely_corroborated": sum(found is not None and found[0] > max(1, made[0]) for made, found in pairs),
    }


def _read(seed: int, story: Invented, reader: Reader) -> Outcome:
    lines = "\n".join(json.dumps(record) for record in story.records())
    reading = read_articles(["-"], stdin=io.BytesIO(lines.encode()), reader=reader)
    claim = _claim(brief_of(reading), story)
    given = _given(reading, story)
    return Outcome(
        seed=seed,
        story=story,
        given=given.origins if given else None,
        whole=claim.standing.origins if claim else None,
        why=given.why if given else (),
    )


def _given(reading: Reading, story: Invented) -> Standing | None:
    """The standing of the claim that the fact's sentences make; None where no statement stands in them."""
    told = []
    for article, said in zip(reading.articles, reading.statements, strict=True):
        inside = [s for s in said if _in_lead(article.text, s, story)]
        told += sorted(inside, key=lambda s: (s.start - s.end, s.start))[:1]
    if not told:
        return None
    parts = group(reading.articles, reading.notes)
    whole = Story(
        id="invented",
        headline="",
        articles=tuple(i for p in parts for i in p.articles),
        copies=tuple(c for p in parts for c in p.copies),
        published=tuple(d for p in parts for d in p.published),
    )
    ids = tuple(s.id for s in told)
    claim = Claim(id="fact", text="", statements=ids, sure=ids)
    articles = {a.id: a for a in reading.articles}
    traced = trace(whole, articles, {n.article: n for n in reading.notes}, [claim], {s.id: s for s in told})
    return dict(traced.standings)["fact"]


def _claim(brief: Brief, story: Invented) -> BriefClaim | None:
    """The claim that most of the reports' sentences with the fact stand in."""
    held: Counter[str] = Counter()
    claims = {}
    for found in brief.stories:
        texts = {a.id: a.text for a in found.articles}
        for claim in found.claims:
            claims[claim.id] = claim
            held[claim.id] = sum(_in_lead(texts[s.article], s, story) for s in claim.statements)
    best = max(held, key=lambda i: (held[i], i), default=None)
    return claims[best] if best and held[best] else None


def _in_lead(text: str, statement: Statement | BriefStatement, story: Invented) -> bool:
    """Does a statement stand in the sentence that tells the fact?"""
    lead = next((r.lead for r in story.reports if r.lead and r.lead in text), None)
    if lead is None:
        return False
    at = text.index(lead)
    return at <= statement.start < at + len(lead)
