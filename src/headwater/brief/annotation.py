"""The brief as W3C Web Annotations: a Brief in, one AnnotationCollection out, an annotation a statement, in JSON-LD."""

from collections.abc import Iterator
from typing import Any

from headwater.brief.carried import TERMS, Lookup, decided_values, dump, look_up, make_uuid, reasons, standing_values, web_address
from headwater.brief.marks import one_line
from headwater.brief.view import link_words
from headwater.types import Brief, BriefArticle, BriefClaim, BriefStatement

AROUND = 32
"""Characters of the text before and after a quotation: what the widespread clients write and look for."""
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"headwater": TERMS}]


def to_annotations(brief: Brief) -> str:
    """Every statement as an annotation of the words that make it, ending in a newline; offsets in code points.

    A body says in words what the claim is and how it stands, others tag it with the word and "contested", and
    ``headwater:standing`` has the counts. The target is the article's text as read, ``urn:x-headwater:article:ID``, with
    a TextQuoteSelector and a TextPositionSelector. Where the article has an address, the page there is a second target,
    with the quotation alone: positions hold for the text as read and not for a page that has menus around it.
    """
    items = [_annotation(lookup, claim, statement) for lookup, claim, statement in _statements(brief)]
    page = make_uuid("annotations", *(item["id"] for item in items))
    collection = {
        "@context": _CONTEXT,
        "id": f"urn:uuid:{page}",
        "type": "AnnotationCollection",
        "label": "Statements of reports, each with the standing of its claim",
        "creator": _creator(brief),
        "total": len(items),
    }
    if items:
        collection["first"] = {"id": f"urn:uuid:{make_uuid('page', page)}", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return dump(collection) + "\n"


def _creator(brief: Brief) -> dict[str, str]:
    return {"id": f"{TERMS}program", "type": "Software", "name": one_line(f"Headwater {brief.headwater}")}


def _statements(brief: Brief) -> Iterator[tuple[Lookup, BriefClaim, BriefStatement]]:
    for story in brief.stories:
        lookup = look_up(story)
        for claim in story.claims:
            for statement in claim.statements:
                yield lookup, claim, statement


def _annotation(lookup: Lookup, claim: BriefClaim, statement: BriefStatement) -> dict[str, Any]:
    article = lookup.articles[statement.article]
    words = [claim.standing.word, *(["contested"] if claim.standing.contested else [])]
    annotation = {
        "id": f"urn:uuid:{make_uuid('annotation', statement.id)}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "textDirection": "auto",
                "value": "\n".join([one_line(claim.text), *reasons(lookup, claim), lookup.told(statement)]),
            },
            *({"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "language": "en", "value": word} for word in words),
        ],
        "target": _targets(article, statement),
        "headwater:claim": claim.id,
        "headwater:standing": _terms(standing_values(claim.standing)),
        "headwater:statement": _terms(
            {
                "id": statement.id,
                "status": statement.status,
                "outlet_status": statement.outlet_status,
                "sure": statement.sure,
                "credited": [link_words(link) for link in statement.chain],
            }
        ),
    }
    decided = decided_values(claim)
    return annotation if decided is None else {**annotation, "headwater:decided": _terms(decided)}


def _targets(article: BriefArticle, statement: BriefStatement) -> list[dict[str, Any]]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": article.text[statement.start : statement.end],
        "prefix": article.text[max(0, statement.start - AROUND) : statement.start],
        "suffix": article.text[statement.end : statement.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": statement.start, "end": statement.end}
    targets: list[dict[str, Any]] = [
        {"type": "SpecificResource", "source": f"{TERMS}article:{article.id}", "selector": [quote, position]},
    ]
    address = web_address(article.address)
    return [*targets, {"type": "SpecificResource", "source": address, "selector": quote}] if address else targets


def _terms(value: Any) -> Any:  # noqa: ANN401 - plain values of any shape
    """The value with its keys in Headwater's own terms, so that nothing is lost where it is read as linked data."""
    if isinstance(value, dict):
        return {f"headwater:{key}": _terms(held) for key, held in value.items() if held is not None}
    return [_terms(held) for held in value] if isinstance(value, list) else value
