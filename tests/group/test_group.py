"""Articles -> stories and copies, on articles built by hand."""

import numpy as np
import pytest

from headwater.group import group
from headwater.group.copies import copies_of
from headwater.group.profile import Profile, read_profile
from headwater.types import Article, Notes, Published

HARBOUR = "A crane fell across the main berth of the harbour on Monday and blocked the ferry terminal for hours. Nobody was hurt, the port office said, and divers began to lift the wreck from the water."
HARBOUR_TOO = "The ferry terminal stayed blocked after a crane fell across the main berth of the harbour. Divers lifted parts of the wreck, and the port office said that nobody was hurt."
BAKERS = "Bakers in the old town went on strike over pay for the third week. Their union wants ten percent more and an end to night shifts, which the guild of mill owners calls too much."


def article(name: str, text: str, day: str | None = None) -> Article:
    return Article(id=name, source=name, page="", title=text[:30], text=text, published=Published(earliest=day, latest=day))


def notes(name: str, axis: int) -> Notes:
    vector = np.zeros((1, 384), dtype=np.float16)
    vector[0, axis] = 1
    return Notes(article=name, vectors=vector.tobytes())


def stories(*rows: tuple[str, str, str | None, int]) -> list[set[str]]:
    found = group([article(n, t, d) for n, t, d, _ in rows], [notes(n, axis) for n, _, _, axis in rows])
    return [set(s.articles) for s in found]


def test_articles_of_the_same_events_are_one_story() -> None:
    assert stories(("a", HARBOUR, None, 0), ("b", HARBOUR_TOO, None, 0), ("c", BAKERS, None, 1)) == [{"a", "b"}, {"c"}]


def test_every_article_is_in_one_story_in_any_order() -> None:
    rows = [("a", HARBOUR, "2025-03-04", 0), ("b", HARBOUR_TOO, "2025-03-05", 0), ("c", BAKERS, None, 1)]
    assert stories(*rows) == stories(*reversed(rows))


def test_the_same_words_a_year_later_are_another_story() -> None:
    assert len(stories(("a", HARBOUR, "2024-03-04", 0), ("b", HARBOUR_TOO, "2025-03-05", 0))) == 2


def test_an_unknown_day_is_no_distance() -> None:
    assert len(stories(("a", HARBOUR, "2024-03-04", 0), ("b", HARBOUR_TOO, None, 0))) == 1


def test_nothing_gives_nothing() -> None:
    assert group([], []) == ()


QUOTED = '"We have never seen a crane of that size come down in the harbour and I hope we never will again," Anna Berg said.'


@pytest.mark.parametrize(
    ("a", "b", "copy"),
    [
        (HARBOUR, HARBOUR, True),
        (HARBOUR, f"{HARBOUR} The terminal opened again at night, and the first boat left with forty people on board.", True),
        (HARBOUR, HARBOUR_TOO, False),
        (f"{HARBOUR} {QUOTED}", f"{BAKERS} {QUOTED}", False),
        ("A crane fell.", "A crane fell.", False),
    ],
    ids=["same", "with more", "retold", "same quotation", "too short"],
)
def test_copies(a: str, b: str, *, copy: bool) -> None:
    found = copies_of([profile("a", a), profile("b", b)], threshold=0.5)
    assert found == ((("a", "b"),) if copy else ())


def profile(name: str, text: str) -> Profile:
    return read_profile(article(name, text), Notes(article=name))


def test_furniture_that_many_share_makes_no_copy() -> None:
    furniture = "Sign up here for the morning letter of the Velden Herald and never miss what the town talks about at its breakfast tables."
    texts = [f"{' '.join(f'word{n}x{k}' for k in range(24))} {furniture}" for n in range(60)]
    assert copies_of([profile(f"{n:02}", text) for n, text in enumerate(texts)], threshold=0.4) == ()
    assert copies_of([profile(f"{n:02}", text) for n, text in enumerate(texts[:2])], threshold=0.4) == (("00", "01"),)


def test_a_wire_text_that_many_print_is_one_group_of_copies() -> None:
    found = copies_of([profile(f"{n:02}", HARBOUR) for n in range(60)], threshold=0.5)
    assert [len(group) for group in found] == [60]


def test_copies_do_not_chain() -> None:
    one, two, three, four = ([f"{stem}{k}" for k in range(40)] for stem in ("one", "two", "three", "four"))
    texts = [" ".join(one + two), " ".join(two + three), " ".join(three + four)]
    assert copies_of([profile(str(n), text) for n, text in enumerate(texts)], threshold=0.45) == (("0", "1"),)
    assert copies_of([profile("0", texts[0]), profile("1", " ".join(two))], threshold=0.9) == (("0", "1"),)


def test_one_date_that_lies_is_taken_for_none() -> None:
    days = ["2025-03-04", "2025-03-05", "2025-03-06", "2050-01-01"]
    assert len(stories(*((str(n), HARBOUR, day, 0) for n, day in enumerate(days)))) == 1
