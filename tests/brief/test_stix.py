import json
from typing import Any

import msgspec
import stix2
from hypothesis import given, settings

from headwater.brief.stix import EXTENSION, to_stix
from headwater.types import Brief, Published
from tests.brief.briefs import briefs, claims_of, decide_claim, plain_brief
from tests.factories import make_article, make_brief, make_claim, make_standing, make_statement, make_story


def read(text: str) -> dict[str, list[Any]]:
    """The objects of a bundle by type, as the stix2 library reads them; it refuses what the standard does not allow."""
    bundle = stix2.parse(text, allow_custom=False, version="2.1")
    found: dict[str, list[Any]] = {}
    for thing in bundle.objects:
        found.setdefault(thing.type, []).append(thing)
    return found


def standing(thing: Any) -> dict[str, Any]:
    held: dict[str, Any] = thing["extensions"][EXTENSION]
    return held


def test_a_story_is_a_report_and_a_claim_a_note() -> None:
    things = read(to_stix(plain_brief()))
    assert {kind: len(held) for kind, held in things.items()} == {
        "identity": 1 + 2 + 2,  # the program, the outlets, the origins
        "extension-definition": 1,
        "note": 3 + 1,
        "opinion": 3 + 1,
        "report": 1,
    }
    report = things["report"][0]
    assert (report.name, str(report.published)) == ("Dam breaks", "2025-03-05 08:40:00+00:00")
    reference = report.external_references[0]
    assert (reference.source_name, reference.url) == ("The Velden Herald", "https://velden.example/dam")
    ids = {thing.id for held in things.values() for thing in held}
    assert {ref for kind in ("report", "note", "opinion") for thing in things[kind] for ref in thing.object_refs} <= ids


def test_a_note_has_the_range_the_word_and_why() -> None:
    note = read(to_stix(plain_brief()))["note"][0]
    assert note.content.splitlines()[:4] == [
        "Forty people were hurt",
        "2 articles, 2 texts, 2 outlets, 1 to 2 origins: possibly corroborated. Independent is not the same as true.",
        "Why: Named: Mara Velden.",
        "Why: Unnamed people widen the range.",
    ]
    held = standing(note)
    assert (held["origins_low"], held["origins_high"], held["word"], held["contested"]) == (1, 2, "possibly corroborated", False)
    assert note.labels == ["possibly-corroborated"]


def test_who_denies_a_claim_disagrees_and_headwater_never_agrees() -> None:
    opinions = read(to_stix(plain_brief()))["opinion"]
    assert sorted((o.opinion, tuple(o.authors)) for o in opinions) == [("disagree", ("The army",)), *[("neutral", ("Headwater",))] * 3]
    denial = next(o for o in opinions if o.opinion == "disagree")
    assert denial.explanation.endswith("“The army denied that it had fired.”")


def test_a_corroborated_claim_is_neutral_too() -> None:
    article = make_article("It rained.")
    claim = make_claim([make_statement(article, "It rained")], make_standing(9, (5, 9), word="corroborated"))
    text = to_stix(make_brief(make_story([article], [claim])))
    assert [o.opinion for o in read(text)["opinion"]] == ["neutral"]
    assert '"confidence"' not in text


def test_instants_come_from_the_reports() -> None:
    article = make_article("It rained.", published=Published())
    text = to_stix(make_brief(make_story([article], [make_claim([make_statement(article, "It rained")])])))
    note = json.loads(text)["objects"][3]
    assert (note["type"], note["created"], note["modified"]) == ("note", "1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z")
    dated = next(thing for thing in json.loads(to_stix(plain_brief()))["objects"] if thing["type"] == "note")
    assert (dated["created"], dated["modified"]) == ("2025-03-05T08:40:00.000Z", "2025-03-07T00:00:00.000Z")


def test_an_id_stays_when_the_brief_grows() -> None:
    brief = plain_brief()
    story = brief.stories[0]
    less = make_brief(msgspec.structs.replace(story, claims=story.claims[:1]))
    small, large = ({thing["id"] for thing in json.loads(to_stix(b))["objects"]} for b in (less, brief))
    assert small <= large


def test_what_people_decided_changes_no_opinion() -> None:
    brief = plain_brief()
    story = brief.stories[0]
    claim = decide_claim(story.claims[0], make_standing(2, (2, 2), word="corroborated"))
    things = read(to_stix(make_brief(msgspec.structs.replace(story, claims=(claim,)))))
    assert standing(things["note"][0])["decided"]["standing"]["word"] == "corroborated"
    assert standing(things["note"][0])["word"] == "possibly corroborated"
    assert [o.opinion for o in things["opinion"]] == ["neutral"]


@settings(max_examples=20)
@given(briefs())
def test_hostile_briefs_are_read_by_the_library(brief: Brief) -> None:
    text = to_stix(brief)
    things = read(text)
    notes = {standing(note)["claim"]: standing(note) for note in things.get("note", ()) if "extensions" in note}
    for claim in claims_of(brief):
        held = notes.pop(claim.id)
        assert (held["origins_low"], held["origins_high"]) == claim.standing.origins
        assert (held["word"], held["contested"], len(held["why"])) == (
            claim.standing.word,
            claim.standing.contested,
            len(claim.standing.why),
        )
    assert not notes
    assert {opinion.opinion for opinion in things.get("opinion", ())} <= {"neutral", "disagree"}
    assert "<" not in text


def test_an_empty_brief_is_a_bundle() -> None:
    assert set(read(to_stix(make_brief()))) == {"identity", "extension-definition"}
