"""One sentence in, its raw attributions out, nothing resolved."""

import pytest
from hypothesis import given

from headwater.annotate.attributions.find import find_raw
from headwater.annotate.attributions.raw import INNER, OWN, Raw
from headwater.annotate.attributions.tables import ACTS, forms
from headwater.annotate.quotations import find_quotations
from headwater.text import straighten
from headwater.types import Span
from tests.strategies import anything


def find(text: str) -> tuple[Raw, ...]:
    return find_raw(straighten(text), Span(start=0, end=len(text)), find_quotations(text))


def part(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The dam broke at night, according to the harbour ministry.", "the harbour ministry", "according to"),
        ("Mara Velden, the mayor of Ostmark, said the dam broke at night.", "Mara Velden, the mayor of Ostmark", "said"),
        ("The dam broke at night, said Mara Velden, the mayor of Ostmark.", "Mara Velden", "said"),
        ("“The dam broke at night,” she said.", "she", "said"),
        ("Mara Velden has repeatedly warned that the dam would break.", "Mara Velden", "warned"),
        ("The wall, which Mara Velden said was ninety years old, broke.", "Mara Velden", "said"),
        ("“The dam broke at night.”", None, "“"),
    ],
)
def test_sources_and_cues_as_they_stand(text: str, source: str | None, cue: str) -> None:
    (raw,) = find(text)
    found = part(text, raw.source) or ""
    assert (raw.source is None) == (source is None)
    assert found.startswith(source.split(",")[0] if source else "")
    assert (part(text, raw.cue) or "").strip() == cue


def test_cues_within_quotations_credit_nobody() -> None:
    assert find("The sign “Mara Velden said the dam was safe” was gone.") == ()


def test_a_told_outlet_is_an_addressee() -> None:
    text = "Mara Velden told Reuters that the dam was safe."
    (raw,) = find(text)
    assert (part(text, raw.source), part(text, raw.addressee)) == ("Mara Velden", "Reuters")
    assert part(text, raw.content) == "the dam was safe."


def test_who_is_cited_is_nearer_to_the_fact() -> None:
    text = "Reuters reported that the talks had failed, citing two officials."
    assert [(part(text, r.source), r.depth) for r in find(text)] == [("Reuters", OWN), ("two officials", INNER)]


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("say", ["say", "says", "said", "saying"]),
        ("deny", ["deny", "denies", "denied", "denying"]),
        ("announce", ["announce", "announces", "announced", "announcing"]),
        ("stress", ["stress", "stresses", "stressed", "stressing"]),
        ("warn", ["warn", "warns", "warned", "warning"]),
    ],
)
def test_forms(verb: str, expected: list[str]) -> None:
    assert forms(verb) == expected


@pytest.mark.parametrize(("form", "act"), [("said", "says"), ("denied", "denies"), ("vowed", "plans"), ("doubted", "doubts")])
def test_acts(form: str, act: str) -> None:
    assert ACTS[form] == act


@given(anything())
def test_any_text_gives_spans_within_it(text: str) -> None:
    for raw in find(text):
        assert all(0 <= s.start < s.end <= len(text) for s in (raw.source, raw.cue, raw.addressee) if s is not None)
        assert 0 <= raw.content.start <= raw.content.end <= len(text)
