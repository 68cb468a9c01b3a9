"""What people decide reaches every story that it bears on, by any form of a name."""

import json
import pathlib

from headwater.case import Case
from headwater.decide import make_decision
from headwater.types import Decision
from tests.case.reports import WordReader

READER = WordReader(("name", "person", "Karl Lund"), ("name", "person", "Mr Lund"), ("name", "organisation", "port office"))
STORIES = {
    "crane": "The crane over the main berth of Velden harbour fell on Wednesday, {} said. Twelve dockers were led away from the quay by night.",
    "budget": "Parliament adopted the budget for next year after nine hours on Thursday, {} said. Spending on schools rises by three per cent.",
}


def write(folder: pathlib.Path, story: str, who: str) -> str:
    path = folder / f"{story}.json"
    record = {"title": f"The {story}", "text": STORIES[story].format(who) * 2, "outlet": "Velden Herald", "date": "2025-03-05"}
    path.write_text(json.dumps(record), encoding="utf8")
    return str(path)


def test_a_decision_on_names_reaches_stories_that_have_another_form(tmp_path: pathlib.Path) -> None:
    with Case.create(tmp_path / "one.headwater") as case:
        case.add([write(tmp_path, "crane", "Karl Lund"), write(tmp_path, "budget", "Mr Lund")], reader=READER)
        case.run()
        assert {o.name for s in case.brief().stories for o in s.origins} >= {"Karl Lund", "Lund"}
        when = "2025-03-10T10:00:00Z"
        made = case.decide(make_decision(Decision(id="", kind="same origin", names=("Karl Lund", "port office"), who="Ann", when=when)))
        assert len(case.run().changed) == 2
        assert [s.decided and s.decided.log[0].decision for s in case.brief().stories] == [made, made]


def test_a_name_that_one_story_has_is_not_lost_in_another(tmp_path: pathlib.Path) -> None:
    with Case.create(tmp_path / "one.headwater") as case:
        case.add([write(tmp_path, "crane", "Karl Lund"), write(tmp_path, "budget", "port office")], reader=READER)
        case.run()
        when = "2025-03-10T10:00:00Z"
        case.decide(make_decision(Decision(id="", kind="same origin", names=("Karl Lund", "port office"), who="Ann", when=when)))
        case.run()
        assert case.unattached() == ()
        story = next(s for s in case.brief().stories if any(o.name == "Karl Lund" for o in s.origins))
        assert story.decided
        assert [u.why for u in story.decided.unattached] == [f"no origin of the story “{story.headline}” has this name now"]
