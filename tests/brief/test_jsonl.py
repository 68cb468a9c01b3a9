import json
from collections import defaultdict
from typing import Any

import msgspec
from hypothesis import given, settings

from headwater.brief.jsonl import to_jsonl
from headwater.brief.render_json import to_json
from headwater.types import Brief
from tests.brief.briefs import briefs, plain_brief
from tests.factories import make_brief

FIELDS = {
    "article": "articles",
    "conflict": "conflicts",
    "origin": "origins",
    "gap": "gaps",
    "event": "timeline",
    "place": "places",
    "entity": "entities",
    "call": "calls",
    "drift": "drift",
}


def read_back(lines: str) -> dict[str, Any]:
    """The brief's JSON, put together from its lines by somebody who knows only the page about them."""
    whole: dict[str, Any] = {"stories": [], "set_aside": [], "failures": []}
    statements: dict[str, list[Any]] = defaultdict(list)
    for line in lines.splitlines():
        record = json.loads(line)
        kind = record.pop("record")
        story = whole["stories"][-1] if whole["stories"] else None
        if story and record.get("story"):
            assert record.pop("story") == story["id"]
        if kind == "brief":
            whole |= record
        elif kind == "story":
            whole["stories"].append({**record, **{field: [] for field in (*FIELDS.values(), "claims")}})
        elif kind == "claim":
            whole["stories"][-1]["claims"].append(record)
        elif kind == "statement":
            statements[record.pop("claim")].append(record)
        elif kind in FIELDS:
            whole["stories"][-1][FIELDS[kind]].append(record)
        else:
            whole["failures" if kind == "failure" else kind].append(record)
    for claim in (claim for story in whole["stories"] for claim in story["claims"]):
        assert claim["statements"] == [statement["id"] for statement in statements[claim["id"]]]
        claim["statements"] = statements[claim["id"]]
    return whole


@settings(max_examples=20)
@given(briefs())
def test_the_lines_hold_all_that_the_json_holds(brief: Brief) -> None:
    assert read_back(to_jsonl(brief)) == json.loads(to_json(brief))


def test_a_brief_comes_back_as_it_was() -> None:
    assert msgspec.convert(read_back(to_jsonl(plain_brief())), Brief) == plain_brief()


def test_a_claim_has_its_standing_on_its_line() -> None:
    records = [json.loads(line) for line in to_jsonl(plain_brief()).splitlines()]
    claims = [record for record in records if record["record"] == "claim"]
    assert [(c["standing"]["origins"], c["standing"]["word"], c["standing"]["contested"]) for c in claims] == [
        ([1, 2], "possibly corroborated", False),
        ([1, 1], "single origin", True),
        ([1, 1], "origin unknown", False),
    ]
    assert [r["record"] for r in records][-2:] == ["set_aside", "failure"]


def test_an_empty_brief_is_one_line() -> None:
    assert to_jsonl(make_brief()) == '{"record": "brief", "headwater": "0.1.0", "schema": 1}\n'
