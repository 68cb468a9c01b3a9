"""Quotations that changed from report to report."""

from headwater.trace.drift import find_drift
from headwater.trace.family import make_family
from headwater.types import Drift
from tests.trace.family import Row, tell

WORDS = "we will rebuild the wall before the winter comes"


def drift(*texts: str) -> tuple[Drift, ...]:
    told = tell(*(Row(f"Paper {i}", text, day=f"2025-03-0{i + 1}") for i, text in enumerate(texts)))
    return find_drift(told.story.articles, told.notes, make_family(told.story, told.articles, told.notes, told.statements))


def test_changed_words_stand_side_by_side_oldest_first() -> None:
    [found] = drift(f"He said: “{WORDS}”.", "He said: “We will rebuild the dam before the winter comes”.")
    assert [f.text for f in found.forms] == [WORDS, "We will rebuild the dam before the winter comes"]
    assert [m[0] for f in found.forms for m in f.mentions] == ["a0", "a1"]


def test_the_same_a_shortened_and_another_quotation_are_no_drift() -> None:
    assert drift(f"“{WORDS}”", f'"{WORDS.capitalize()}."') == ()
    assert drift(f"“{WORDS}”", "“we will rebuild the wall before”") == ()
    assert drift(f"“{WORDS}”", "“nobody in this town was ever told about it”") == ()
    assert drift("“yes we can”", "“yes we could”") == ()
