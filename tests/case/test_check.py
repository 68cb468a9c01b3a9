"""A brief of a case is held against what the case keeps, whatever character of it was changed."""

import copy
import pathlib
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.case import Case
from headwater.decide import anchor_of, make_decision
from headwater.types import Brief, Decision
from headwater.verify import Fault
from tests.factories import FakeReader
from tests.test_verify import Path, leaves, mutations

REPORTS = {
    "herald.txt": "The dam above Ostmark broke at dawn on Monday, Mara Velden said. Forty people were hurt, two officials told the Velden Herald. ",
    "post.txt": "A dam broke above Ostmark at dawn, Mara Velden said. Forty people were hurt, the weather office said. The army denied it. ",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("desk")
    for name, text in REPORTS.items():
        (folder / name).write_text(text * 2, encoding="utf8")
    made = Case.create(folder / "desk.headwater")
    made.add([str(folder / name) for name in REPORTS], reader=FakeReader())
    made.run()
    story = made.story(made.stories()[0].id)
    statement = story.claims[0].statements[0]
    (article,) = (a for a in story.articles if a.id == statement.article)
    draft = Decision(id="", kind="status", value="denied", anchors=(anchor_of(statement, article),), who="Ann", when="2024-12-20T10:00:00Z")
    made.decide(make_decision(draft))
    made.run()
    return made


def changed(raw: dict[str, Any], path: Path, value: Any) -> Brief:
    raw = copy.deepcopy(raw)
    at: Any = raw
    for key in path[:-1]:
        at[key] = list(at[key]) if isinstance(at[key], tuple) else at[key]
        at = at[key]
    at[path[-1]] = value
    return msgspec.convert(raw, type=Brief)


def test_a_brief_of_any_run_passes(case: Case) -> None:
    assert case.verify() == ()
    for run in (1, 2):
        assert case.verify(case.brief(run=run)) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_change_of_any_value_of_a_story_is_found(case: Case, data: st.DataObject) -> None:
    raw = msgspec.to_builtins(case.brief())
    path, value = data.draw(st.sampled_from([(p, v) for p, v in leaves(raw["stories"], ("stories",)) if v is not None]))
    other = data.draw(mutations(value))
    try:
        brief = changed(raw, path, other)
    except msgspec.ValidationError:
        return
    assert case.verify(brief), f"{path}: {value!r} -> {other!r}"


def test_a_guess_that_was_changed_is_found(case: Case) -> None:
    brief = case.brief()
    story = msgspec.structs.replace(brief.stories[0], headline="Another headline")
    found = case.verify(msgspec.structs.replace(brief, stories=(story,)))
    assert found == (Fault(where="stories[0].headline", value="Another headline", why=f"made again, it is {brief.stories[0].headline}"),)


def test_a_story_of_another_case_is_told(case: Case, tmp_path: pathlib.Path) -> None:
    brief = case.brief()
    with Case.create(tmp_path / "other.headwater") as other:
        assert {f.why for f in other.verify(brief)} == {"the case has no story of this id"}
