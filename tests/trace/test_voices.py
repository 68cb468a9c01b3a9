"""Whose voice a report speaks with."""

import msgspec

from headwater.trace.family import make_family
from headwater.trace.voices import find_added, find_voices
from headwater.types import Dropped
from tests.trace.family import Row, tell

TAG = (Dropped(text="OSTMARK (Reuters) -", kind="dateline", why=""),)
TEXT = "The dam above Ostmark broke in the night and flooded the lower streets of the town"


def test_two_agencies_in_one_paper_are_two_voices() -> None:
    told = tell(Row("Velden Herald", "one"), Row("Velden Herald", "two"))
    articles = {
        "a0": told.articles["a0"].__class__(id="a0", source="", page="", outlet="Velden Herald", text="one", dropped=TAG),
        "a1": told.articles["a0"].__class__(id="a1", source="", page="", outlet="Velden Herald", text="two", author="AFP"),
    }
    assert find_voices(told.story, articles) == {"a0": "a0", "a1": "a1"}


def test_the_agency_and_who_prints_it_have_one_voice() -> None:
    told = tell(Row("Velden Herald", "one"), Row("Reuters", "two"), dropped=TAG)
    assert find_voices(told.story, told.articles) == {"a0": "a0", "a1": "a0"}
    family = make_family(told.story, told.articles, told.notes, told.statements)
    assert family.speaker == {"a0": "Reuters", "a1": "Reuters"}


def test_a_copy_without_the_tag_ties_its_paper_to_nothing() -> None:
    told = tell(Row("Velden Herald", TEXT), Row("Ostmark Post", TEXT), Row("Ostmark Post", "Another thing."), copies=(("a0", "a1"),))
    articles = {
        **told.articles,
        "a0": told.articles["a0"].__class__(id="a0", source="", page="", outlet="Velden Herald", text=TEXT, dropped=TAG),
    }
    assert find_voices(told.story, articles) == {"a0": "a0", "a1": "a0", "a2": "a2"}


def test_what_a_copy_adds_is_its_own() -> None:
    other = "Nobody in the town of Ostmark had been warned of it before the evening came"
    told = tell(Row("Velden Herald", TEXT), Row("Ostmark Post", other), copies=(("a0", "a1"),))
    assert find_added(told.story, told.articles, told.statements.values()) == {"s0", "s1"}
    same = tell(Row("Velden Herald", TEXT), Row("Ostmark Post", TEXT), copies=(("a0", "a1"),))
    assert find_added(same.story, same.articles, same.statements.values()) == frozenset()


def test_of_copies_the_one_that_signs_itself_gives_the_voice_its_name() -> None:
    told = tell(Row("Velden Herald", TEXT), Row("Northfield Agency", TEXT), copies=(("a0", "a1"),))
    tag = (Dropped(text="OSTMARK (Northfield) -", kind="dateline", why=""),)
    articles = {**told.articles, "a1": msgspec.structs.replace(told.articles["a1"], dropped=tag)}
    family = make_family(told.story, articles, told.notes, told.statements)
    assert family.speaker == {"a0": "Northfield Agency", "a1": "Northfield Agency"}
