"""Articles as they arrive: assigned at once, formed anew at the end of the day, let go when the window has passed."""

import itertools
import random
from collections.abc import Sequence

import pytest

from headwater.group import Change, StoryStream
from headwater.settings import GroupSettings
from headwater.types import Article, Notes, Published, Story
from tests.factories import make_story_article

EVENTS = {
    "crane": ("crane", "harbour", "berth", "ferry", "divers", "wreck", "captain"),
    "bakers": ("bakers", "strike", "pay", "union", "mills", "ovens", "flour"),
    "flood": ("flood", "river", "dam", "rain", "bridge", "cellar", "sandbags"),
}
Told = tuple[Article, Notes]


def tell(event: str, number: int, day: str | None) -> Told:
    return make_story_article(f"{event}{number}", EVENTS[event], seed=number, day=day)


def run(told: Sequence[Told], *, settings: GroupSettings | None = None) -> tuple[list[Story], list[Change]]:
    stream = StoryStream(settings=settings)
    changes = [c for article, notes in told for c in stream.add(article, notes)]
    changes += stream.finish()
    assert len(stream) == 0
    return list(stream.take_closed()), changes


def groups(stories: Sequence[Story]) -> set[frozenset[str]]:
    return {frozenset(s.articles) for s in stories}


def test_articles_of_an_event_become_one_story_and_each_is_in_one() -> None:
    told = [tell(event, n, f"2025-03-0{n}") for n in (1, 2, 3) for event in ("crane", "bakers")]
    stories, changes = run(told)
    assert groups(stories) == {frozenset(f"{event}{n}" for n in (1, 2, 3)) for event in ("crane", "bakers")}
    assert [c.kind for c in changes if c.kind in ("founded", "joined")] == ["founded", "founded", "joined", "joined", "joined", "joined"]
    assert all(c.reason for c in changes)


def test_an_article_is_assigned_when_it_arrives() -> None:
    stream = StoryStream()
    first = stream.add(*tell("crane", 1, "2025-03-01"))
    second = stream.add(*tell("crane", 2, "2025-03-01"))
    assert [c.kind for c in (*first, *second)] == ["founded", "joined"]
    assert first[0].story == second[0].story
    assert [s.articles for s in stream.stories()] == [("crane1", "crane2")]


@pytest.mark.parametrize("candidates", [128, 3])
def test_the_order_within_a_day_does_not_matter(candidates: int) -> None:
    days = [[tell(e, 10 * d + n, f"2025-03-0{d}") for e in EVENTS for n in (1, 2)] + [tell("flood", 10 * d + 5, None)] for d in (1, 2, 3)]
    found = set()
    for seed in range(4):
        for day in days:
            random.Random(seed).shuffle(day)  # noqa: S311 - an order, no secret
        found.add(frozenset(groups(run(list(itertools.chain(*days)), settings=GroupSettings(candidates=candidates))[0])))
    assert len(found) == 1


def test_a_story_closes_when_the_window_has_passed_and_is_told_once() -> None:
    stream = StoryStream(settings=GroupSettings(window_days=3))
    stream.add(*tell("crane", 1, "2025-03-01"))
    for day in range(2, 8):
        stream.add(*tell("bakers", day, f"2025-03-0{day}"))
    closed = stream.take_closed()
    assert groups(closed) == {frozenset(["crane1"])}
    assert stream.take_closed() == ()
    assert len(stream.stories()) == 1


def test_a_story_longer_than_the_window_keeps_its_id() -> None:
    stream = StoryStream(settings=GroupSettings(window_days=3))
    ids = {c.story for day in range(1, 10) for c in stream.add(*tell("bakers", day, f"2025-03-0{day}"))}
    assert len(ids) == 1
    assert len(stream.stories()[0].articles) == 9


@pytest.mark.parametrize("lie", ["2050-01-01", "1970-01-01"])
def test_a_date_that_lies_does_not_move_the_window(lie: str) -> None:
    honest = [tell("crane", n, f"2025-03-0{n}") for n in (1, 2, 3, 4)]
    stories, _ = run([*honest[:2], tell("bakers", 9, lie), *honest[2:]])
    assert groups(stories) == {frozenset(f"crane{n}" for n in (1, 2, 3, 4)), frozenset(["bakers9"])}


def test_a_date_from_far_ahead_counts_as_none() -> None:
    honest = [tell("crane", n, f"2025-03-0{n}") for n in (1, 2, 3, 4)]
    stories, _ = run([*honest[:2], tell("crane", 9, "2050-01-01"), *honest[2:]])
    assert groups(stories) == {frozenset(["crane9", *(f"crane{n}" for n in (1, 2, 3, 4))])}


def test_a_stream_with_silences_is_grouped_within_its_days() -> None:
    told = [
        tell(event, n, day) for event, day in (("crane", "2025-01-01"), ("bakers", "2025-03-01"), ("flood", "2025-06-01")) for n in range(4)
    ]
    stories, _ = run(told)
    assert groups(stories) == {frozenset(f"{event}{n}" for n in range(4)) for event in ("crane", "bakers", "flood")}


def test_undated_articles_are_grouped() -> None:
    stories, changes = run([tell("crane", n, None) for n in (1, 2)])
    assert groups(stories) == {frozenset(["crane1", "crane2"])}
    assert changes[0].day is None


def test_memory_follows_the_window() -> None:
    stream = StoryStream(settings=GroupSettings(window_days=2))
    for n in range(60):
        stream.add(*tell("crane" if n % 2 else "bakers", n, f"2025-{3 + n // 28:02}-{1 + n % 28:02}"))
        stream.take_closed()
    assert len(stream._entries) <= 12  # the window, and what a leap over the end of a month has to wait for
    assert len(stream._window.profiles) == len(stream._entries) == len(stream._links)
    assert {slot for held in stream._window._terms.values() for slot in held} <= set(stream._entries)


def test_a_published_date_is_kept_as_it_is() -> None:
    article, notes = tell("crane", 1, "2050-01-01")
    stories, _ = run([(article, notes)])
    assert stories[0].published == (("crane1", Published(earliest="2050-01-01", latest="2050-01-01")),)


def test_nothing_ends_with_nothing() -> None:
    assert run([]) == ([], [])
