"""The brief as JSON Lines: a Brief in, one flat JSON object a line out; all that the brief holds, and nothing nested twice."""

from collections.abc import Iterator
from typing import Any

import msgspec

from headwater.brief.carried import dump
from headwater.types import Brief, BriefClaim, BriefStory

_OF_STORY = (
    ("articles", "article"),
    ("conflicts", "conflict"),
    ("origins", "origin"),
    ("gaps", "gap"),
    ("timeline", "event"),
    ("places", "place"),
    ("entities", "entity"),
    ("calls", "call"),
    ("drift", "drift"),
)


def to_jsonl(brief: Brief) -> str:
    """A line a record: ``record`` says what it is, ``story`` and ``claim`` of what it is a part; the keys are those of the JSON.

    The lines come in this order: the brief, then for each story the story itself, its articles, its claims each followed
    by its statements, its conflicts, origins, gaps, dated events, places, entities, calls to make and changed quotations; at the end what was set aside and
    what failed. A claim holds the ids of its statements. No line end stands within a line, whatever reads the lines.
    """
    return "".join(f"{dump(record, indent=None)}\n" for record in _records(brief))


def _records(brief: Brief) -> Iterator[dict[str, Any]]:
    yield {"record": "brief", "headwater": brief.headwater, "schema": brief.schema}
    for story in brief.stories:
        yield from _story(story)
    for aside in brief.set_aside:
        yield {"record": "set_aside", **msgspec.to_builtins(aside)}
    for failure in brief.failures:
        yield {"record": "failure", **msgspec.to_builtins(failure)}


def _story(story: BriefStory) -> Iterator[dict[str, Any]]:
    yield {"record": "story", "id": story.id, "headline": story.headline, "decided": msgspec.to_builtins(story.decided)}
    for field, record in _OF_STORY:
        for value in getattr(story, field):
            yield {"record": record, "story": story.id, **msgspec.to_builtins(value)}
        if field == "articles":
            for claim in story.claims:
                yield from _claim(story, claim)


def _claim(story: BriefStory, claim: BriefClaim) -> Iterator[dict[str, Any]]:
    held: dict[str, Any] = msgspec.to_builtins(claim)
    statements = held.pop("statements")
    yield {"record": "claim", "story": story.id, **held, "statements": [statement["id"] for statement in statements]}
    for statement in statements:
        yield {"record": "statement", "story": story.id, "claim": claim.id, **statement}
