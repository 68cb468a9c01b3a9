"""The brief as STIX 2.1: a Brief in, one bundle out: reports, notes, opinions, identities; ids and instants do not depend on a clock."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from headwater.brief import instants
from headwater.brief.carried import (
    Lookup,
    decided_values,
    dump,
    look_up,
    make_uuid,
    reasons,
    sentence,
    shorten,
    standing_line,
    standing_values,
    web_address,
)
from headwater.brief.marks import one_line
from headwater.brief.view import NOT_TRUE, OWN_VOICE, chain_words, report_name
from headwater.types import Brief, BriefArticle, BriefClaim, BriefStatement, BriefStory

EXTENSION = f"extension-definition--{make_uuid('extension', 'standing')}"
"""Under this key a note, a report and an opinion hold what STIX has no field for."""
PROGRAM = f"identity--{make_uuid('identity', 'program')}"
ABSTRACT = 300
"""Characters of a claim in a note's abstract."""
_FIXED = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
"""When what is the same in every bundle was made: identities and the extension."""
_CLASSES = {
    "person": "individual",
    "witness": "individual",
    "body": "organization",
    "outlet": "organization",
    "sensor": "system",
    "unnamed": "group",
}
_MEANING = (
    "Adds to a note what Headwater counted for its claim, as keys of this extension: articles, texts, outlets (the ladder), origins_low and "
    "origins_high (how many independent origins stand behind it, a range), word, contested, why (the reasons), claim and story (ids), "
    "decided (the same under what people decided). To a report it adds the story's id, and what was set aside or failed. "
    "To an opinion it adds the claim's id. Independent is not the same as true."
)

Thing = dict[str, Any]


def to_stix(brief: Brief) -> str:
    """A bundle, ending in a newline; the same brief gives the same ids and the same instants.

    A story is a report, a claim a note on those who tell it and may stand behind it, an outlet or an origin an identity, an
    article an external reference with its address and the hash of its page. A note holds the claim, its ladder, its range,
    its word, whether it is contested, why, and each statement with its chain, and has them as values in an extension.

    Every claim has one opinion of Headwater, and it always is "neutral": an opinion in STIX is about the correctness of a thing,
    and Headwater counts origins and does not know what is correct, however many they are. Where somebody denies the claim,
    another opinion, "disagree", names them. There never is "agree" or "strongly-agree": whoever adds up opinions would
    count ten outlets that repeat one spokeswoman as ten that confirm her. No object has ``confidence``.

    ``created`` and ``published`` are the date of the first report, ``modified`` that of the story's last; 1970 where no report has a date.
    """
    things = [_program(), _extension()]
    for story in brief.stories:
        things += _story(story)
    things += _apart(brief)
    unique = list({thing["id"]: thing for thing in things}.values())
    bundle = {"type": "bundle", "id": f"bundle--{make_uuid('bundle', dump(unique))}", "objects": unique}
    return dump(bundle) + "\n"


def _thing(kind: str, key: Sequence[str], created: dt.datetime, modified: dt.datetime, **fields: Any) -> Thing:  # noqa: ANN401 - fields of any kind
    made = {
        "type": kind,
        "spec_version": "2.1",
        "id": f"{kind}--{make_uuid(kind, *key)}",
        "created_by_ref": PROGRAM,
        "created": _stamp(created),
        "modified": _stamp(max(created, modified)),
    }
    return {**made, **{name: value for name, value in fields.items() if value}}


def _stamp(moment: dt.datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def _program() -> Thing:
    described = "A program that counts how many independent origins stand behind what reports say. It does not judge what is true."
    made = _thing("identity", ["program"], _FIXED, _FIXED, name="Headwater", description=described, identity_class="system")
    return {**made, "id": PROGRAM}


def _extension() -> Thing:
    made = _thing(
        "extension-definition",
        [],
        _FIXED,
        _FIXED,
        name="Standing of a claim",
        schema=_MEANING,
        version="1.0.0",
        extension_types=["property-extension"],
    )
    return {**made, "id": EXTENSION}


def _extra(**values: Any) -> Thing:  # noqa: ANN401 - values of any kind
    return {EXTENSION: {"extension_type": "property-extension", **{name: value for name, value in values.items() if value is not None}}}


def _story(story: BriefStory) -> Iterator[Thing]:
    created = instants.first(story.articles) or instants.UNKNOWN
    modified = instants.last(story.articles) or instants.UNKNOWN
    outlets = {article.id: _outlet(article) for article in story.articles}
    origins = {origin.id: _origin(origin.name, origin.kind) for origin in story.origins if origin.kind != OWN_VOICE}
    yield from outlets.values()
    yield from origins.values()
    lookup = look_up(story)
    held: list[Thing] = []
    for claim in story.claims:
        behind = [origins[origin.id]["id"] for origin in lookup.origins.get(claim.id, ()) if origin.id in origins]
        about = [outlets[article.id]["id"] for article in lookup.tellers(claim)]
        held += _claim(lookup, claim, sorted({*behind, *about}), modified)
    yield from held
    refs = sorted({thing["id"] for thing in (*outlets.values(), *origins.values(), *held)})
    yield _thing(
        "report",
        [story.id],
        created,
        modified,
        name=one_line(story.headline) or "A story without a headline",
        description=f"{len(story.articles)} reports of one story, and {len(story.claims)} claims in them. {NOT_TRUE}",
        published=_stamp(created),
        object_refs=refs,
        external_references=[_reference(article) for article in story.articles],
        extensions=_extra(story=story.id, gaps=[{"name": one_line(gap.name), "why": one_line(gap.why)} for gap in story.gaps]),
    )


def _claim(lookup: Lookup, claim: BriefClaim, about: Sequence[str], modified: dt.datetime) -> Iterator[Thing]:
    """The note of a claim, Headwater's opinion of it, and the opinions of those who deny it."""
    articles, told = lookup.articles, lookup.tellers(claim)
    created = instants.first(told[:1]) or instants.first(told) or instants.first(articles.values()) or instants.UNKNOWN
    values = standing_values(claim.standing)
    note = _thing(
        "note",
        [claim.id],
        created,
        modified,
        abstract=f"{standing_line(claim.standing)}: {shorten(claim.text, ABSTRACT)}",
        content="\n".join([one_line(claim.text), *reasons(lookup, claim), *map(lookup.told, claim.statements)]),
        authors=["Headwater"],
        labels=[claim.standing.word.replace(" ", "-"), *(["contested"] if claim.standing.contested else [])],
        object_refs=list(about),
        external_references=[_reference(articles[s.article], sentence(articles[s.article], s)) for s in claim.statements],
        extensions=_extra(claim=claim.id, story=lookup.story.id, decided=decided_values(claim), **values),
    )
    yield note
    yield _opinion(
        note, [claim.id], "neutral", f"{standing_line(claim.standing)}. {' '.join(map(one_line, claim.standing.why))} {NOT_TRUE}"
    )
    for statement in claim.statements:
        if "denied" in (statement.status, statement.outlet_status):
            yield _denial(note, claim, lookup, statement)


def _opinion(note: Thing, key: Sequence[str], opinion: str, explanation: str, *, authors: Sequence[str] = ("Headwater",)) -> Thing:
    created, modified = (dt.datetime.fromisoformat(note[name]) for name in ("created", "modified"))
    claim = note["extensions"][EXTENSION]["claim"]
    return _thing(
        "opinion",
        key,
        created,
        modified,
        explanation=explanation,
        authors=list(authors),
        opinion=opinion,
        object_refs=[note["id"]],
        extensions=_extra(claim=claim),
    )


def _denial(note: Thing, claim: BriefClaim, lookup: Lookup, statement: BriefStatement) -> Thing:
    who = chain_words(statement.chain) if statement.chain else report_name(lookup.articles[statement.article])
    words = f"Denied. {lookup.told(statement)}"
    return _opinion(note, [claim.id, statement.id], "disagree", words, authors=[who])


def _outlet(article: BriefArticle) -> Thing:
    name = report_name(article)
    known = bool(one_line(article.outlet or ""))
    described = "An outlet." if known else "A report whose outlet is not known."
    kind = "organization" if known else "unknown"
    return _thing("identity", ["outlet", kind, name], _FIXED, _FIXED, name=name, description=described, identity_class=kind)


def _origin(name: str, kind: str) -> Thing:
    named = one_line(name) or "without a name"
    described = f"A possible origin of claims, as reports credit it: {kind}."
    return _thing(
        "identity",
        ["origin", kind, named],
        _FIXED,
        _FIXED,
        name=named,
        description=described,
        identity_class=_CLASSES.get(kind, "unknown"),
    )


def _reference(article: BriefArticle, words: str = "") -> Thing:
    """An article as a reference: by its address where it has one, with the hash of its page, else by its id alone."""
    address = web_address(article.address)
    known: Iterable[tuple[str, Any]] = (
        ("source_name", report_name(article)),
        ("description", words or one_line(article.title or "") or one_line(article.source)),
        ("url", address),
        ("hashes", {"SHA-256": article.page} if address and len(article.page) == 64 else None),
        ("external_id", article.id),
    )
    return {name: value for name, value in known if value}


def _apart(brief: Brief) -> Iterator[Thing]:
    """What was set aside or failed, as a note on the program, so that nothing is dropped in silence."""
    lines = [f"Set aside: {one_line(aside.source)}: {one_line(aside.why)}" for aside in brief.set_aside]
    lines += [f"Failed at {one_line(f.stage)}: {one_line(f.source)}: {one_line(f.message)}" for f in brief.failures]
    if lines:
        yield _thing(
            "note",
            ["apart", *lines],
            _FIXED,
            _FIXED,
            abstract="What was read and not used",
            content="\n".join(lines),
            authors=["Headwater"],
            object_refs=[PROGRAM],
        )
