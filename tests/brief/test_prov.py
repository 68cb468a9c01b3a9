import json
from typing import Any

import msgspec
from hypothesis import given, settings
from prov.model import ProvActivity, ProvAgent, ProvDocument, ProvEntity

from headwater.brief.prov import to_prov
from headwater.types import Brief, DecidedStory, Decision, Logged
from tests.brief.briefs import briefs, claims_of, decide_claim, plain_brief, statements_of
from tests.factories import make_brief, make_standing


def read(text: str | None) -> ProvDocument:
    document = ProvDocument.deserialize(content=text, format="json")
    assert isinstance(document, ProvDocument)
    return document


def relations(text: str, part: str) -> list[dict[str, Any]]:
    return list(json.loads(text).get(part, {}).values())


def test_the_library_reads_it_and_writes_the_same() -> None:
    document = read(to_prov(plain_brief()))
    assert (
        len(list(document.get_records(ProvEntity))) == 2 + 2 + 4 + 3 + 1 + 1 + 2
    )  # pages, articles, statements, claims, story, conflict, apart
    assert len(list(document.get_records(ProvActivity))) == 1
    assert {"Mara Velden", "The army", "officials", "The Velden Herald"} <= {str(agent.label) for agent in document.get_records(ProvAgent)}
    assert read(document.serialize(format="json")) == document


def test_a_claim_has_its_range_its_word_and_why() -> None:
    brief = plain_brief()
    entities = json.loads(to_prov(brief))["entity"]
    claim = entities[f"hw:claim-{brief.stories[0].claims[0].id}"]
    assert (claim["hw:origins_low"], claim["hw:origins_high"], claim["hw:word"], claim["hw:contested"]) == (
        1,
        2,
        "possibly corroborated",
        False,
    )
    assert claim["hw:why"] == ["Named: Mara Velden.", "Unnamed people widen the range."]
    denied = entities[f"hw:claim-{brief.stories[0].claims[1].id}"]
    assert denied["hw:contested"] is True
    assert denied["hw:conflict"] == ["denial: The army denies it"]


def test_a_statement_is_quoted_from_its_article_and_attributed_as_the_words_credit_it() -> None:
    brief = plain_brief()
    text, statement = to_prov(brief), brief.stories[0].claims[0].statements[0]
    derived = next(r for r in relations(text, "wasDerivedFrom") if r["prov:generatedEntity"] == f"hw:statement-{statement.id}")
    assert derived["prov:usedEntity"] == f"hw:article-{statement.article}"
    assert derived["prov:type"] == {"$": "prov:Quotation", "type": "prov:QUALIFIED_NAME"}
    credited = next(r for r in relations(text, "wasAttributedTo") if r["prov:entity"] == f"hw:statement-{statement.id}")
    assert (credited["hw:start"], credited["hw:end"]) == (statement.chain[0].start, statement.chain[0].end)
    assert json.loads(text)["agent"][credited["prov:agent"]]["prov:label"] == "Mara Velden"


def test_no_claim_is_attributed_to_an_origin() -> None:
    text = to_prov(plain_brief())
    assert not [r for r in relations(text, "wasAttributedTo") if r["prov:entity"].startswith("hw:claim-")]
    assert len(relations(text, "wasInfluencedBy")) == 3


def test_decisions_are_activities_of_people_beside_the_program_s_claim() -> None:
    brief = plain_brief()
    story = brief.stories[0]
    decision = Decision(id="d1", kind="same origin", who="Mara", when="2025-03-09T10:00:00Z", why="She told me")
    claim = decide_claim(story.claims[0], make_standing(2, (2, 2), word="corroborated"))
    decided = msgspec.structs.replace(
        story, claims=(claim, *story.claims[1:]), decided=DecidedStory(log=(Logged(decision=decision, live=True),))
    )
    held = json.loads(to_prov(make_brief(decided)))
    assert held["activity"]["hw:decision-d1"]["prov:startTime"] == "2025-03-09T10:00:00+00:00"
    assert held["entity"][f"hw:decided-{claim.id}"]["hw:word"] == "corroborated"
    assert held["entity"][f"hw:claim-{claim.id}"]["hw:word"] == "possibly corroborated"
    read(json.dumps(held))


@settings(max_examples=20)
@given(briefs())
def test_hostile_briefs_are_read_by_the_library(brief: Brief) -> None:
    text = to_prov(brief)
    document = read(text)
    names = {str(record.identifier) for record in document.get_records(ProvEntity)}
    assert {f"hw:statement-{s.id}" for s in statements_of(brief)} <= names
    entities = json.loads(text)["entity"]
    for claim in claims_of(brief):
        entity = entities[f"hw:claim-{claim.id}"]
        assert (entity["hw:word"], entity["hw:contested"]) == (claim.standing.word, claim.standing.contested)
        assert (entity["hw:origins_low"], entity["hw:origins_high"]) == claim.standing.origins
        assert len(entity.get("hw:why", ())) == len(claim.standing.why)
    assert "<" not in text


def test_every_relation_ends_at_records_that_are_there() -> None:
    held = json.loads(to_prov(plain_brief()))
    there = {name for part in ("entity", "activity", "agent") for name in held[part]}
    ends = {
        end
        for part, records in held.items()
        if part not in ("prefix", "entity", "activity", "agent")
        for record in records.values()
        for role, end in record.items()
        if role.startswith("prov:") and isinstance(end, str)
    }
    assert ends <= there


def test_an_empty_brief_is_a_document() -> None:
    assert len(list(read(to_prov(make_brief())).get_records())) == 3
