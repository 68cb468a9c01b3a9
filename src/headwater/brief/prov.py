"""The brief as W3C PROV-JSON: a Brief in, one document out: what came from what, whom the reports credit, what people decided."""

import itertools
from collections.abc import Mapping
from typing import Any

from headwater.brief.carried import TERMS, Lookup, decided_values, dump, look_up, standing_values, web_address
from headwater.brief.instants import instant
from headwater.brief.marks import one_line
from headwater.brief.view import report_name
from headwater.text import content_id
from headwater.types import Brief, BriefArticle, BriefClaim, BriefStatement, BriefStory, Decision, Standing

Attributes = dict[str, Any]


def to_prov(brief: Brief) -> str:
    """The document, ending in a newline; every name begins with ``hw:``, urn:x-headwater:.

    Entities are pages, articles, statements, claims, stories, conflicts, and what was set aside or failed; agents are outlets,
    origins, whoever a chain names, the program and the people who decided; activities are the program's run and
    the decisions. A page gives an article, an article quotes a statement, a claim and a story are collections. A statement is
    attributed to its outlet and to whom the words of the report credit; a claim is influenced by its possible origins
    and attributed to none: how many of them are independent stands in ``hw:origins_low`` and ``hw:origins_high``.
    """
    made = _Document()
    made.add("agent", "program", {"prov:type": [_type("Program"), _name("prov", "SoftwareAgent")], "hw:version": one_line(brief.headwater)})
    made.add("activity", "run", {"prov:type": _type("Run"), "hw:schema": brief.schema})
    made.relate("wasAssociatedWith", activity="run", agent="program")
    for story in brief.stories:
        _story(made, story)
    for aside in brief.set_aside:
        _apart(made, "SetAside", {"hw:source": aside.source, "hw:why": aside.why})
    for failure in brief.failures:
        _apart(made, "Failure", {"hw:source": failure.source, "hw:stage": failure.stage, "hw:why": failure.message})
    return dump(made.parts) + "\n"


class _Document:
    """A PROV-JSON document that grows: a record is there once, a relation has its number as a name."""

    def __init__(self) -> None:
        self.parts: dict[str, Any] = {"prefix": {"hw": TERMS}}
        self._numbers = itertools.count(1)

    def add(self, part: str, name: str, attributes: Attributes) -> None:
        """Put down a record under a name; the first of a name stays."""
        known = {key: value for key, value in attributes.items() if value is not None and value != []}
        self.parts.setdefault(part, {}).setdefault(f"hw:{name}", known)

    def relate(self, part: str, extra: Attributes | None = None, **ends: str) -> None:
        """Put down a relation between two records."""
        named = {f"prov:{role}": f"hw:{name}" for role, name in ends.items()}
        self.parts.setdefault(part, {})[f"_:r{next(self._numbers)}"] = {**named, **(extra or {})}


def _name(prefix: str, name: str) -> Attributes:
    return {"$": f"{prefix}:{name}", "type": "prov:QUALIFIED_NAME"}


def _type(name: str) -> Attributes:
    return _name("hw", name)


def _story(made: _Document, story: BriefStory) -> None:
    name = f"story-{story.id}"
    made.add("entity", name, {"prov:type": [_type("Story"), _name("prov", "Collection")], "prov:label": one_line(story.headline)})
    made.relate("wasGeneratedBy", entity=name, activity="run")
    for article in story.articles:
        _article(made, article)
        made.relate("hadMember", collection=name, entity=f"article-{article.id}")
    lookup = look_up(story)
    for claim in story.claims:
        _claim(made, lookup, claim)
        made.relate("hadMember", collection=name, entity=f"claim-{claim.id}")
    _origins(made, story)
    for number, conflict in enumerate(story.conflicts):
        held = f"conflict-{story.id}-{number}"
        kinds = [_type("Conflict"), _name("prov", "Collection")]
        made.add(
            "entity", held, {"prov:type": kinds, "hw:kind": conflict.kind, "hw:update": conflict.update, "hw:why": one_line(conflict.why)}
        )
        for claim_id in conflict.claims:
            made.relate("hadMember", collection=held, entity=f"claim-{claim_id}")
    for gap in story.gaps:
        _apart(made, "Gap", {"prov:label": gap.name, "hw:why": gap.why})
    for logged in story.decided.log if story.decided else ():
        _decision(made, logged.decision, live=logged.live)


def _article(made: _Document, article: BriefArticle) -> None:
    name, outlet = f"article-{article.id}", _outlet(made, report_name(article))
    made.add("entity", f"page-{article.page}", {"prov:type": _type("Page"), "hw:sha256": article.page})
    made.add(
        "entity",
        name,
        {
            "prov:type": _type("Article"),
            "prov:label": one_line(article.title or "") or None,
            "prov:location": web_address(article.address),
            "hw:source": one_line(article.source),
            "hw:language": one_line(article.language),
            "hw:author": one_line(article.author or "") or None,
            "hw:published_earliest": article.published.earliest,
            "hw:published_latest": article.published.latest,
            "hw:published_basis": one_line(article.published.basis),
            "hw:retracted": article.retracted,
            "hw:corrected": article.corrected,
        },
    )
    made.relate("wasDerivedFrom", generatedEntity=name, usedEntity=f"page-{article.page}")
    made.relate("wasAttributedTo", {"prov:type": _type("publishes")}, entity=name, agent=outlet)
    for credit in article.credits:
        made.relate("wasAttributedTo", {"prov:type": _type("passesOn")}, entity=name, agent=_outlet(made, one_line(credit)))
    for copy in article.copy_of:
        made.relate("alternateOf", alternate1=name, alternate2=f"article-{copy}")


def _outlet(made: _Document, name: str) -> str:
    known = f"outlet-{content_id(name)}"
    made.add("agent", known, {"prov:type": _type("Outlet"), "prov:label": name})
    return known


def _claim(made: _Document, lookup: Lookup, claim: BriefClaim) -> None:
    name = f"claim-{claim.id}"
    made.add(
        "entity",
        name,
        {
            "prov:type": [_type("Claim"), _name("prov", "Collection")],
            "prov:value": one_line(claim.text),
            **_standing(claim.standing),
            "hw:conflict": list(lookup.conflicts.get(claim.id, ())),
        },
    )
    made.relate("wasGeneratedBy", entity=name, activity="run")
    for statement in claim.statements:
        _statement(made, statement)
        made.relate("hadMember", collection=name, entity=f"statement-{statement.id}")
    _decided(made, claim)


def _standing(standing: Standing) -> Attributes:
    values = standing_values(standing)
    return {f"hw:{key}": [one_line(why) for why in value] if key == "why" else value for key, value in values.items()}


def _statement(made: _Document, statement: BriefStatement) -> None:
    name = f"statement-{statement.id}"
    made.add(
        "entity",
        name,
        {
            "prov:type": _type("Statement"),
            "prov:value": statement.quote,
            "hw:start": statement.start,
            "hw:end": statement.end,
            "hw:status": statement.status,
            "hw:outlet_status": statement.outlet_status,
            "hw:sure": statement.sure,
        },
    )
    made.relate(
        "wasDerivedFrom",
        {"prov:type": _name("prov", "Quotation")},
        generatedEntity=name,
        usedEntity=f"article-{statement.article}",
    )
    for step, link in enumerate(statement.chain):
        agent = f"credited-{content_id(link.kind, one_line(link.name))}"
        made.add("agent", agent, {"prov:type": _type("Credited"), "prov:label": one_line(link.name), "hw:kind": link.kind})
        shown = {"hw:step": step, "hw:relation": link.relation, "hw:start": link.start, "hw:end": link.end, "hw:read": link.read}
        made.relate("wasAttributedTo", {"prov:type": _type("credits"), **shown}, entity=name, agent=agent)


def _origins(made: _Document, story: BriefStory) -> None:
    for origin in story.origins:
        agent = f"origin-{content_id(origin.id)}"
        made.add("agent", agent, {"prov:type": _type("Origin"), "prov:label": one_line(origin.name), "hw:kind": origin.kind})
        for claim in origin.claims:
            made.relate("wasInfluencedBy", {"prov:type": _type("possibleOrigin")}, influencee=f"claim-{claim}", influencer=agent)


def _apart(made: _Document, kind: str, words: Mapping[str, str]) -> None:
    name = f"{kind.lower()}-{content_id(kind, *words.values())}"
    made.add("entity", name, {"prov:type": _type(kind), **{key: one_line(value) for key, value in words.items()}})
    made.relate("wasGeneratedBy", entity=name, activity="run")


def _decided(made: _Document, claim: BriefClaim) -> None:
    """The claim as people decided it: an entity of its own beside the program's."""
    values = decided_values(claim)
    if claim.decided is None or values is None:
        return
    name = f"decided-{claim.id}"
    standing = _standing(claim.decided.standing) if claim.decided.standing else {}
    words = {"prov:value": one_line(claim.decided.text), "hw:into": claim.decided.into}
    otherwise = [one_line(thought) for thought in claim.decided.otherwise]
    made.add("entity", name, {"prov:type": _type("DecidedClaim"), **words, **standing, "hw:otherwise": otherwise})
    made.relate("wasDerivedFrom", generatedEntity=name, usedEntity=f"claim-{claim.id}")
    for decision in claim.decided.decisions:
        made.relate("wasInfluencedBy", influencee=name, influencer=f"decision-{decision}")


def _decision(made: _Document, decision: Decision, *, live: bool) -> None:
    name, person = f"decision-{decision.id}", f"person-{content_id(decision.who)}"
    when = instant(decision.when)
    made.add("agent", person, {"prov:type": _name("prov", "Person"), "prov:label": one_line(decision.who)})
    made.add(
        "activity",
        name,
        {
            "prov:type": _type("Decision"),
            "prov:startTime": when.isoformat() if when else None,
            "prov:endTime": when.isoformat() if when else None,
            "hw:kind": decision.kind,
            "hw:why": one_line(decision.why),
            "hw:live": live,
        },
    )
    made.relate("wasAssociatedWith", activity=name, agent=person)
