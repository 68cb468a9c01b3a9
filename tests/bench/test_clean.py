"""Pages with answers in, the figures of cleaning out."""

import importlib.util
import json

import pytest

from bench import clean, others
from bench.others import Found


def test_every_page_has_one_answer_and_every_answer_a_page() -> None:
    answers = [a for name in clean.SETS for a in clean.load(name)]
    assert sorted(a.page for a in answers) == sorted(p.name for p in clean.PAGES.glob("*.html"))
    assert len(answers) >= 30
    assert not {a.shape for a in clean.load("seen")} & {a.shape for a in clean.load("last")}
    assert all(a.article == bool(a.text) != bool(a.why) for a in answers)


def test_text_f1() -> None:
    assert clean.text_f1("The dam broke.", ["The dam", "broke"]) == 1
    assert clean.text_f1("", ["The dam"]) == 0
    assert clean.text_f1("The dam broke again", ["The dam"]) == pytest.approx(2 * 2 / 6)


def test_figures_of_a_library_that_finds_all_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = clean.load("seen")[:9]
    by_page = {(clean.PAGES / a.page).read_bytes(): a for a in answers}

    def all_of_it(content: bytes, _: str | None) -> Found:
        a = by_page[content]
        return Found(text="\n".join(a.text), title=a.title, outlet=a.outlet, author=a.author, days=(a.published, a.published))

    monkeypatch.setattr(clean, "OTHERS", {"all": lambda: all_of_it, "none": lambda: lambda *_: Found(), "missing": lambda: None})
    figures = clean.measure(answers)
    assert set(figures) == {"headwater", "all", "none"}
    assert all(figures["all"][name] == 1 for name in ("whole", "text_f1", "title", "date", "outlet", "author", "no_article"))
    assert (figures["none"]["text_f1"], figures["none"]["date"], figures["none"]["outlet"]) == (0, None, None)
    assert (figures["headwater"]["whole"] or 0) > 0.9


def test_ours_is_better_on_the_whole_than_trafilatura_alone() -> None:
    for name in clean.SETS:
        answers = clean.load(name)
        ours, theirs = (
            clean._score(answers, [clean._ask(way, a) for a in answers], show=False)
            for way in (clean.read_page, others.load_trafilatura())
            if way
        )
        assert (ours["whole"] or 0) > (theirs["whole"] or 0)


def test_the_table_names_what_is_not_installed() -> None:
    figures = {"seen": {"headwater": {"pages": 1, "whole": 0.5, "date": None}}, "stories": {"outlet": 1.0}, "seconds": {"ratio": 1.2}}
    shown = clean.table(figures)
    assert "readability    is not installed" in shown
    assert "outlet" in shown
    assert json.dumps(figures)


def test_a_library_that_is_missing_gives_no_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert others.load_newspaper() is None
    assert others.load_readability() is None
