import json
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings

from headwater.brief.annotation import AROUND, to_annotations
from headwater.types import Brief
from tests.brief.briefs import TEXT, briefs, decide_claim, plain_brief
from tests.factories import make_brief, make_standing

_TEXT = {"type": "string"}
_IRI = {"type": "string", "pattern": '^(urn:[a-z0-9-]+:|https?://)[^\\s<>"{}|\\\\^`]+$'}
# what the W3C recommendation of 23 February 2017 says of the parts that are used here; the group published no schema of its own
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["@context", "id", "type", "total"],
    "properties": {
        "@context": {"type": "array", "prefixItems": [{"const": "http://www.w3.org/ns/anno.jsonld"}]},
        "id": _IRI,
        "type": {"const": "AnnotationCollection"},
        "label": _TEXT,
        "total": {"type": "integer", "minimum": 0},
        "creator": {
            "type": "object",
            "required": ["type"],
            "properties": {"id": _IRI, "type": {"enum": ["Person", "Organization", "Software"]}},
        },
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {
                "id": _IRI,
                "type": {"const": "AnnotationPage"},
                "startIndex": {"type": "integer", "minimum": 0},
                "items": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/annotation"}},
            },
        },
    },
    "$defs": {
        "annotation": {
            "type": "object",
            "required": ["id", "type", "target"],
            "properties": {
                "id": _IRI,
                "type": {"const": "Annotation"},
                "motivation": {"enum": ["describing", "tagging", "commenting", "classifying"]},
                "body": {"type": "array", "items": {"$ref": "#/$defs/body"}},
                "target": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/target"}},
            },
            "patternProperties": {"^headwater:": {}},
            "additionalProperties": False,
        },
        "body": {
            "type": "object",
            "required": ["type", "value"],
            "properties": {
                "type": {"const": "TextualBody"},
                "value": _TEXT,
                "purpose": {"enum": ["describing", "tagging"]},
                "format": {"const": "text/plain"},
                "language": _TEXT,
                "textDirection": {"enum": ["ltr", "rtl", "auto"]},
            },
            "additionalProperties": False,
        },
        "target": {
            "type": "object",
            "required": ["type", "source", "selector"],
            "properties": {
                "type": {"const": "SpecificResource"},
                "source": _IRI,
                "selector": {"oneOf": [{"$ref": "#/$defs/selector"}, {"type": "array", "items": {"$ref": "#/$defs/selector"}}]},
            },
            "additionalProperties": False,
        },
        "selector": {
            "oneOf": [
                {
                    "type": "object",
                    "required": ["type", "exact"],
                    "properties": {"type": {"const": "TextQuoteSelector"}, "exact": _TEXT, "prefix": _TEXT, "suffix": _TEXT},
                    "additionalProperties": False,
                },
                {
                    "type": "object",
                    "required": ["type", "start", "end"],
                    "properties": {
                        "type": {"const": "TextPositionSelector"},
                        "start": {"type": "integer", "minimum": 0},
                        "end": {"type": "integer", "minimum": 0},
                    },
                    "additionalProperties": False,
                },
            ]
        },
    },
}
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def read(text: str) -> dict[str, Any]:
    collection: dict[str, Any] = json.loads(text)
    VALIDATOR.validate(collection)
    return collection


def test_the_schema_can_fail() -> None:
    VALIDATOR.check_schema(SCHEMA)
    collection = read(to_annotations(plain_brief()))
    del collection["first"]["items"][0]["target"][0]["selector"][0]["exact"]
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(collection)


def test_the_selectors_select_the_quotation() -> None:
    first, *_ = read(to_annotations(plain_brief()))["first"]["items"]
    text, page = first["target"]
    quote, position = text["selector"]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "Forty people were hurt",
        "prefix": "Dam breaks\n\n",
        "suffix": " when the dam broke, Mara Velden",
    }
    assert TEXT[position["start"] : position["end"]] == quote["exact"]
    assert text["source"].startswith("urn:x-headwater:article:")
    assert page == {"type": "SpecificResource", "source": "https://velden.example/dam", "selector": quote}


def test_a_report_without_an_address_is_one_target() -> None:
    second = read(to_annotations(plain_brief()))["first"]["items"][1]
    assert len(second["target"]) == 1


def test_the_bodies_say_how_the_claim_stands() -> None:
    items = read(to_annotations(plain_brief()))["first"]["items"]
    words, *tags = items[2]["body"]
    *lines, telling = words["value"].splitlines()
    assert lines == [
        "it had fired",
        "1 article, 1 text, 1 outlet, 1 origin: single origin, contested. Independent is not the same as true.",
        "Why: A reason.",
        "Conflict: denial: The army denies it",
    ]
    assert telling.startswith("Told by The Velden Herald, 2025-03-05")
    assert telling.endswith("; The army; denied: “The army denied that it had fired.”")
    assert [tag["value"] for tag in tags] == ["single origin", "contested"]
    assert items[0]["headwater:standing"]["headwater:origins_high"] == 2


def test_what_people_decided_is_apart() -> None:
    brief = plain_brief()
    story = brief.stories[0]
    claim = decide_claim(story.claims[0], make_standing(2, (2, 2), word="corroborated"))
    items = read(to_annotations(make_brief(msgspec.structs.replace(story, claims=(claim,)))))["first"]["items"]
    assert items[0]["headwater:decided"]["headwater:standing"]["headwater:word"] == "corroborated"
    assert items[0]["headwater:standing"]["headwater:word"] == "possibly corroborated"
    assert [body["value"] for body in items[0]["body"][1:]] == ["possibly corroborated"]


@settings(max_examples=20)
@given(briefs())
def test_hostile_briefs_are_annotations_of_their_words(brief: Brief) -> None:
    collection = read(to_annotations(brief))
    texts = {f"urn:x-headwater:article:{a.id}": a.text for story in brief.stories for a in story.articles}
    items = collection["first"]["items"] if "first" in collection else []
    assert collection["total"] == len(items) == len({item["id"] for item in items})
    for item in items:
        quote, position = item["target"][0]["selector"]
        text = texts[item["target"][0]["source"]]
        start, end = position["start"], position["end"]
        assert len(quote["exact"]) == end - start
        around = text[max(0, start - AROUND) : end + AROUND]
        clean = "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in around)
        assert quote["prefix"] + quote["exact"] + quote["suffix"] == clean


def test_an_empty_brief_is_an_empty_collection() -> None:
    collection = read(to_annotations(make_brief()))
    assert (collection["total"], "first" in collection) == (0, False)
