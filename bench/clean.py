"""Pages with answers in, the figures of cleaning out, beside those of other libraries on the same pages in the same run.

Text is scored by bags of words (F1 of the words of the body, the headline left out), averaged over the pages that are
articles; days, outlets and authors by the share of pages that are right. A page that has none counts as right where none
is named. The libraries beside ours are no dependencies: where one is not installed, its row says so.
"""

import json
import pathlib
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from bench import score
from bench.others import OTHERS, Found
from bench.sets import EXAMPLES, stories_root, story_folders
from headwater.clean import clean
from headwater.errors import HeadwaterError
from headwater.group.narrow import narrow
from headwater.read import read
from headwater.text import fold, words
from headwater.types import Article, Aside, Page

PAGES = pathlib.Path(__file__).with_name("pages")
SETS = {"seen": "seen.jsonl", "last": "last.jsonl"}
"""The pages that the rules were written with, and those of other shapes, written last and scored once."""
ROWS = ("article_read", "furniture_dropped", "body_kept", "published", "published_inferred", "outlet", "copies")
_REPEATS = 5  # times that all pages are cleaned for the seconds; the quickest counts

Figures = dict[str, float | None]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a page holds, written by hand with it."""

    page: str
    shape: str
    article: bool
    address: str | None = None
    title: str | None = None
    text: tuple[str, ...] = ()
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    interval: tuple[str, str] | None = None
    """The days that the text allows, where no date is printed."""
    cut: bool = False
    """Does the text break off?"""
    why: str | None = None
    """Why it is no article: words that the reason must hold."""


def run(stories: pathlib.Path | None = None, *, as_json: bool = False, show: bool = False) -> int:
    """Print the figures of the pages, for each library, and of the stories with answers."""
    figures: dict[str, Any] = {name: measure(load(name), show=show) for name in SETS if (PAGES / SETS[name]).is_file()}
    figures["stories"] = measure_stories(stories or (stories_root() if story_folders(stories_root()) else EXAMPLES))
    figures["seconds"] = measure_seconds([a for name in figures if name in SETS for a in load(name)])
    print(json.dumps(figures, indent=1) if as_json else table(figures))
    return 0


def load(name: str) -> tuple[Answer, ...]:
    """The answers of a set of pages."""
    lines = (PAGES / SETS[name]).read_text(encoding="utf8").splitlines()
    return tuple(msgspec.json.decode(line, type=Answer) for line in lines)


def measure(answers: Sequence[Answer], *, show: bool = False) -> dict[str, Figures]:
    """The figures of every library on these pages; those of a library that is not installed are missing."""
    ways: dict[str, Callable[[bytes, str | None], Found]] = {"headwater": read_page}
    ways |= {name: way for name, load_way in OTHERS.items() if (way := load_way())}
    return {name: _score(answers, [_ask(way, a) for a in answers], show=show and name == "headwater") for name, way in ways.items()}


def _ask(way: Callable[[bytes, str | None], Found], answer: Answer) -> Found:
    return way((PAGES / answer.page).read_bytes(), answer.address)


def read_page(content: bytes, address: str | None) -> Found:
    """What Headwater finds on a page."""
    try:
        article = clean(Page(source="page.html", media_type="text/html", content=content, sha256="", address=address))
    except HeadwaterError as error:
        return Found(why=str(error))
    if isinstance(article, Aside):
        return Found(why=article.why)
    days = article.published
    return Found(
        text=article.text[article.body :],
        title=article.title,
        outlet=article.outlet,
        author=article.author,
        days=(days.earliest, days.latest),
        cut=article.cut is not None,
    )


def _score(answers: Sequence[Answer], found: Sequence[Found], *, show: bool) -> Figures:
    """The means over the pages; a figure that a library does not give at all is None."""
    pairs = [(a, f) for a, f in zip(answers, found, strict=True) if a.article]
    others = [(a, f) for a, f in zip(answers, found, strict=True) if not a.article]
    rows: dict[str, list[float]] = {"text_f1": [text_f1(f.text, a.text) for a, f in pairs]}
    rows["title"] = [float(fold(f.title or "") == fold(a.title or "")) for a, f in pairs]
    rows["date"] = [_day_score(f, a) for a, f in pairs]
    rows["outlet"] = [float(_name(f.outlet) == _name(a.outlet)) for a, f in pairs]
    rows["author"] = [float(_name(f.author) == _name(a.author)) for a, f in pairs]
    rows["no_article"] = [float(not f.text.strip()) for _, f in others]
    if show:
        _show(answers, found, rows)
    gives = {"date": any(f.days[0] for f in found), "outlet": any(f.outlet for f in found), "author": any(f.author for f in found)}
    figures: Figures = {name: round(statistics.fmean(r), 4) if r and gives.get(name, True) else None for name, r in rows.items()}
    known = [v for name in ("text_f1", "date", "outlet") if (v := figures[name]) is not None]
    return {"pages": len(answers), "whole": round(sum(known) / 3, 4), **figures}


def _show(answers: Sequence[Answer], found: Sequence[Found], rows: Mapping[str, Sequence[float]]) -> None:
    """Print what is not right on which page."""
    at = {True: 0, False: 0}
    for answer, one in zip(answers, found, strict=True):
        wrong = {
            name: round(r[at[answer.article]], 3)
            for name, r in rows.items()
            if (name == "no_article") != answer.article and r[at[answer.article]] < 1
        }
        at[answer.article] += 1
        if wrong or one.cut != answer.cut or (answer.why and answer.why not in (one.why or "")):
            print(answer.page, wrong, one, file=sys.stderr)


def text_f1(got: str, wanted: Sequence[str]) -> float:
    """F1 of two bags of words."""
    mine, right = Counter(words(got)), Counter(words("\n".join(wanted)))
    both = sum((mine & right).values())
    return 2 * both / (sum(mine.values()) + sum(right.values())) if both else 0.0


def _day_score(found: Found, answer: Answer) -> float:
    """1 where the day is right; where none is printed, where no single day is given, or an interval about as wide."""
    low, high = (d[:10] if d else None for d in found.days)
    if answer.published:
        return float(low == high == answer.published)
    if answer.interval is None:
        return float(low is None or low != high)
    days = [score.day(d) for d in (low, high, *answer.interval)]
    both = min(days[1], days[3]) - max(days[0], days[2]) + 1
    return float(both > 0 and both / (max(days[1], days[3]) - min(days[0], days[2]) + 1) >= _ALIKE) if low and high else 0.0


_ALIKE = 0.3  # overlap of two intervals over what they hold together, as in the scorer of the stories


def _name(name: str | None) -> str:
    return fold(name or "").removeprefix("the ")


def measure_stories(root: pathlib.Path) -> Figures:
    """The rows of cleaning on stories with answers: every folder as one story, nothing grouped or read further."""
    total = score.Tally()
    for folder in story_folders(root):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf8"))
        found = [clean(page) for page in read([str(folder / "reports")]) if isinstance(page, Page)]
        articles = [a for a in found if isinstance(a, Article)]
        days = dict(narrow(articles))
        shown = [{**msgspec.to_builtins(a), "published": msgspec.to_builtins(days[a.id])} for a in articles]
        story = {"articles": shown, "claims": [], "conflicts": [], "timeline": [], "places": []}
        total.update(score.score(gold, {"stories": [story]}, score.Tally(), show=False))
    figures: dict[str, float] = total.figures()
    return {name: figures[name] for name in ROWS if name in figures}


def measure_seconds(answers: Sequence[Answer]) -> Figures:
    """Seconds of processor for all pages, ours and trafilatura's with metadata, the least of some runs each, and their ratio."""
    ways = {"headwater": read_page, "trafilatura": OTHERS["trafilatura"]()}
    best: dict[str, float] = {}
    for _ in range(_REPEATS):
        for name, way in ways.items():
            start = time.process_time()
            for answer in answers:
                _ask(way, answer) if way else None
            best[name] = min(best.get(name, float("inf")), time.process_time() - start)
    return {**{name: round(s, 3) for name, s in best.items()}, "ratio": round(best["headwater"] / best["trafilatura"], 3)}


def table(figures: Mapping[str, Any]) -> str:
    """The figures as text: a table a set of pages, a row a library; then the stories and the seconds."""
    lines = []
    for name in (n for n in SETS if n in figures):
        columns = list(figures[name]["headwater"])
        lines.append(f"{name:14}" + "".join(f"{c:>12}" for c in columns))
        for library, row in figures[name].items():
            lines.append(f"{library:14}" + "".join(f"{'-' if row[c] is None else row[c]:>12}" for c in columns))
        lines += [f"{library:14} is not installed" for library in OTHERS if library not in figures[name]] + [""]
    for name in ("stories", "seconds"):
        lines += [name, *(f"  {row:20}{value:>10}" for row, value in figures[name].items()), ""]
    return "\n".join(lines).rstrip()
