"""An item that its publisher cancels marks what a case had read of it, whichever came first."""

import json
import pathlib

import pytest

from headwater.case import Case
from headwater.diff import to_lines
from tests.factories import FakeReader

BODY = "The dam above Ostmark broke at dawn on Monday, Mara Velden said. Forty people were hurt, two officials said. " * 2
ITEM = {
    "$schema": "https://iptc.org/std/ninjs/ninjs-schema_1.3.json",
    "uri": "https://agency.example/items/1",
    "type": "text",
    "versioncreated": "2024-12-08T08:00:00Z",
    "headline": "Dam breaks",
    "body_text": BODY,
}


@pytest.mark.parametrize("order", [("usable", "canceled"), ("canceled", "usable")])
def test_what_was_read_of_a_cancelled_item_says_so(order: tuple[str, str], tmp_path: pathlib.Path) -> None:
    with Case.create(tmp_path / "desk.headwater") as case:
        for status in order:
            path = tmp_path / f"{status}.json"
            path.write_text(json.dumps({**ITEM, "pubstatus": status}), encoding="utf8")
            case.add([str(path)], reader=FakeReader())
            case.run()
        (row,) = case.stories()
        story = case.story(row.id)
        assert [a.retracted for a in story.articles] == ["withheld by its publisher: the item's pubstatus is 'canceled'"]
        assert all(any(line.startswith("Leans on what was taken back since") for line in c.standing.why) for c in story.claims)
        assert [aside.cancels for aside in case.set_aside()] == ["https://agency.example/items/1"]
        assert case.verify() == ()
        if order[0] == "usable":
            assert "taken back: withheld by its publisher" in to_lines(case.diff(1, 2))
