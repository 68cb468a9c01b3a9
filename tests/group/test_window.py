"""Who is compared with whom, and that what leaves is forgotten."""

import msgspec
import pytest

from headwater.group.profile import Profile, read_profile
from headwater.group.vocabulary import Vocabulary, learned
from headwater.group.window import Window
from tests.factories import make_story_article

NOUNS = ("crane", "harbour", "berth", "ferry")
OTHERS = ("bakers", "strike", "pay", "union")


def profile(name: str, nouns: tuple[str, ...], seed: int, day: str | None = "2025-03-01") -> Profile:
    return read_profile(*make_story_article(name, nouns, seed=seed, day=day))


def test_articles_alike_are_found_and_score_higher() -> None:
    profiles = [profile("a", NOUNS, 1), profile("b", NOUNS, 2), profile("c", OTHERS, 3)]
    window = Window(learned(profiles), candidates=10)
    window.add(profiles[0], days=14)
    window.add(profiles[2], days=14)
    _, found = window.add(profiles[1], days=14)
    scores = dict(found)
    assert scores[0] > 0.3
    assert scores.get(1, 0.0) < scores[0]


def test_only_the_likeliest_are_compared_where_there_are_many() -> None:
    profiles = [profile(f"{n:02}", OTHERS, n) for n in range(8)] + [profile("x", NOUNS, 1)]
    window = Window(learned(profiles), candidates=2)
    for p in (*profiles[:3], profiles[8], *profiles[3:8]):
        window.add(p, days=14)
    _, found = window.add(profile("y", NOUNS, 2), days=14)
    assert [slot for slot, score in found if score > 0.3] == [3]
    assert len(found) <= 2


def test_articles_too_far_apart_are_not_compared_but_undated_ones_are() -> None:
    profiles = [profile("a", NOUNS, 1), profile("b", NOUNS, 2, None), profile("c", NOUNS, 3, "2025-05-01")]
    window = Window(learned(profiles), candidates=10)
    assert [[slot for slot, _ in window.add(p, days=14)[1]] for p in profiles] == [[], [0], [1]]


def test_what_leaves_is_forgotten_and_its_slot_is_given_again() -> None:
    window = Window(Vocabulary(), candidates=10)
    first = profile("a", NOUNS, 1)
    slots = [window.add(p, days=14)[0] for p in (first, msgspec.structs.replace(first, article="b"))]
    window.remove(slots)
    assert not window.profiles
    assert not window._terms
    assert not len(window._shingles)
    assert not len(window._quotes)
    assert window.add(first, days=14)[0] in slots


def test_the_same_is_found_however_far_the_window_outgrows_what_is_compared() -> None:
    profiles = [profile(f"{n:03}", OTHERS if n % 2 else NOUNS, n) for n in range(40)]
    found = []
    for candidates in (4, 40):
        window = Window(learned(profiles), candidates=candidates)
        for p in profiles:
            last = dict(window.add(p, days=14)[1])
        found.append(last)
    assert len(found[0]) == 4
    assert all(found[1][slot] == pytest.approx(score, abs=1e-5) for slot, score in found[0].items())


def test_what_was_taken_is_put_back_as_it_was() -> None:
    profiles = [profile("a", NOUNS, 1), profile("b", NOUNS, 2), profile("c", OTHERS, 3)]
    window = Window(learned(profiles), candidates=10)
    slots = [window.add(p, days=14)[0] for p in profiles[:2]]
    slot, before = window.add(profiles[2], days=14)
    card = window.take(slot)
    assert sorted(window.profiles) == slots
    assert window.put(card, days=14) == (slot, before)


def test_words_count_only_once_they_are_settled() -> None:
    vocabulary, one = Vocabulary(), profile("a", NOUNS, 1)
    before = vocabulary.rows(one)[0].tolist()
    vocabulary.learn(one)
    assert vocabulary.rows(one)[0].tolist() == before
    for _ in range(3):
        vocabulary.learn(profile("b", ("crane", "dock"), 2))
    vocabulary.settle()
    assert vocabulary.rows(one)[0].tolist() != before
