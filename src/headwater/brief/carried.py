"""What the exchange formats share: a claim's counts as plain values, ids, addresses and JSON that is safe anywhere; pure."""

import json
import re
import uuid
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from headwater.brief.marks import one_line, sentence_pieces
from headwater.brief.render_json import clean_text
from headwater.brief.view import NOT_TRUE, chain_words, doubts, published_words, report_name, rungs
from headwater.types import BriefArticle, BriefClaim, BriefStatement, BriefStory, Decision, Origin, Standing

TERMS = "urn:x-headwater:"
"""What the words of Headwater begin with where a format wants them to be identifiers."""
SPACE = uuid.UUID("c6c7cf9b-0f0d-5a59-9a3e-2f7d6f1b6c55")
"""The namespace of every UUID that is made here."""
SHOWN_SENTENCE = 8_000
"""Characters of a sentence that are shown in a format that people read; the JSON formats have all of it."""
_SHOWN_WORDS = 120  # characters of a quotation in the log

# what a browser, a terminal or a reader of lines would take for more than text
_LIVE = re.compile(r"[<\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9\[][A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*", re.IGNORECASE)


def dump(value: object, indent: int | None = 1) -> str:
    r"""The value as JSON whose text is never live: "<", marks of direction and odd line ends stand there as escapes.

    >>> dump({"a": "</script> \u202e"}, indent=None)
    '{"a": "\\u003c/script> \\u202e"}'
    """
    text = clean_text(json.dumps(value, ensure_ascii=False, allow_nan=False))
    if indent is not None:
        text = msgspec.json.format(text, indent=indent)  # ten times as fast as json's own
    return _LIVE.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text)


def make_uuid(kind: str, *parts: str) -> str:
    """A version 5 UUID that is the same for the same parts on every machine."""
    return str(uuid.uuid5(SPACE, clean_text(json.dumps([kind, *parts], ensure_ascii=False))))


def web_address(text: str | None) -> str | None:
    """The text where it is a plain http or https address, else None: nothing else is ever given as a link.

    >>> web_address("https://velden.example/a?b=1"), web_address("javascript:alert(1)"), web_address("https://a b")
    ('https://velden.example/a?b=1', None, None)
    """
    return text if text and _ADDRESS.fullmatch(text) else None


def standing_values(standing: Standing) -> dict[str, Any]:
    """Every count and word of a standing, and its reasons, as plain values."""
    low, high = standing.origins
    return {
        "articles": standing.articles,
        "texts": standing.texts,
        "outlets": standing.outlets,
        "origins_low": low,
        "origins_high": high,
        "word": standing.word,
        "contested": standing.contested,
        "why": list(standing.why),
    }


def decided_values(claim: BriefClaim) -> dict[str, Any] | None:
    """What people decided of a claim as plain values, its standing as ``standing_values`` has it; None where they decided nothing."""
    if claim.decided is None:
        return None
    values: dict[str, Any] = msgspec.to_builtins(claim.decided)
    values["standing"] = standing_values(claim.decided.standing) if claim.decided.standing else None
    for part, given in zip(values["parts"], claim.decided.parts, strict=True):
        part["standing"] = standing_values(given.standing)
    return values


def standing_line(standing: Standing) -> str:
    """The ladder and the word on one line: 3 articles, 2 texts, 2 outlets, 1 to 2 origins: possibly corroborated, contested."""
    contested = ", contested" if standing.contested else ""
    return f"{', '.join(rungs(standing))}: {standing.word}{contested}"


def decided_lines(claim: BriefClaim) -> Iterator[str]:
    """What people decided of a claim, and what the program thinks otherwise, a line each."""
    decided = claim.decided
    if decided is None:
        return
    if decided.standing:
        yield f"As people decided it: {standing_line(decided.standing)}"
    else:
        yield f"As people decided it: part of claim {decided.into}" if decided.into else "As people decided it: nothing of it counts"
    for part in decided.parts:
        yield f"People split off “{one_line(part.text)}”: {standing_line(part.standing)}"
    yield from (f"The program thinks otherwise: {one_line(words)}" for words in decided.otherwise)


def log_lines(story: BriefStory) -> Iterator[str]:
    """Every decision that bears on a story, with who, when and why, a line each; then what of them is tied to nothing now."""
    if story.decided is None:
        return
    for logged in story.decided.log:
        d = logged.decision
        by = f"{one_line(d.who)}, {d.when[:16].replace('T', ' ')} UTC{': ' + one_line(d.why) if d.why else ''}"
        state = " (overruled by a later one)" if logged.overruled else ""
        yield f"{': '.join(filter(None, (d.kind, _about(d))))}; by {by}{state if logged.live else ' (taken back)'}"
    for lost in story.decided.unattached:
        yield f"Tied to nothing that is there now: “{shorten(lost.what, _SHOWN_WORDS)}”: {one_line(lost.why)}"


def _about(decision: Decision) -> str:
    """What a decision says: names, value, point, what a person brought, the decision that it takes back, the words that it is about."""
    point = f"{decision.point.lat:.2f}, {decision.point.lon:.2f}" if decision.point else None
    words = (f"“{shorten(anchor.quote, _SHOWN_WORDS)}”" for anchor in decision.anchors if anchor.quote)
    said = f"“{shorten(decision.text, _SHOWN_WORDS)}”" if decision.text else None
    parts = (", ".join(decision.names), decision.value, point, said, decision.file_name, decision.undoes, *words)
    return "; ".join(one_line(part) for part in parts if part)


def telling(article: BriefArticle, statement: BriefStatement) -> str:
    """Who tells a statement, whom that report credits, and what is doubted: Velden Herald, 2025-03-05; Mara Velden; denied."""
    named = f"{report_name(article)}, {published_words(article.published)}"
    less = () if statement.sure else ("perhaps of another claim",)
    taken = ("the report was retracted",) if article.retracted is not None else ()
    return "; ".join([named, chain_words(statement.chain), *doubts(statement), *less, *decided_doubts(statement), *taken])


def decided_doubts(statement: BriefStatement) -> tuple[str, ...]:
    """What people decided of a statement in words."""
    decided = statement.decided
    if decided is None:
        return ()
    if decided.ignored:
        return ("ignored by decision",)
    return (f"{decided.status} by decision",) if decided.status else ()


def sentence(article: BriefArticle, statement: BriefStatement) -> str:
    """The sentence of a statement on one line, cut where it runs on without end."""
    return shorten("".join(piece.text for piece in sentence_pieces(article.text, statement)), SHOWN_SENTENCE)


def shorten(text: str, most: int) -> str:
    """The text on one line, with an ellipsis where it had more characters than these.

    >>> shorten("one two three", 8)
    'one two…'
    """
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


class Lookup(NamedTuple):
    """A story with what is looked up in it again and again."""

    story: BriefStory
    articles: Mapping[str, BriefArticle]
    conflicts: Mapping[str, tuple[str, ...]]
    """Claim id -> what speaks against it, a line a conflict."""
    origins: Mapping[str, tuple[Origin, ...]]
    """Claim id -> the origins that may stand behind it."""

    def tellers(self, claim: BriefClaim) -> tuple[BriefArticle, ...]:
        """The articles that make a claim, each once, in the order of its statements, which is that of the story."""
        return tuple(self.articles[id_] for id_ in dict.fromkeys(statement.article for statement in claim.statements))

    def told(self, statement: BriefStatement) -> str:
        """Who tells a statement, how, and the sentence: a line of the list under a claim."""
        article = self.articles[statement.article]
        return f"Told by {telling(article, statement)}: “{sentence(article, statement)}”"


def look_up(story: BriefStory) -> Lookup:
    """The story with its look-ups."""
    origins: dict[str, list[Origin]] = {}
    for origin in story.origins:
        for claim in origin.claims:
            origins.setdefault(claim, []).append(origin)
    return Lookup(
        story,
        {article.id: article for article in story.articles},
        _conflict_lines(story),
        {claim: tuple(held) for claim, held in origins.items()},
    )


def reasons(lookup: Lookup, claim: BriefClaim) -> Iterator[str]:
    """How a claim stands, a line each: its ladder and word, why, what speaks against it, what people decided of it."""
    yield f"{standing_line(claim.standing)}. {NOT_TRUE}"
    yield from (f"Why: {one_line(why)}" for why in claim.standing.why)
    yield from (f"Conflict: {line}" for line in lookup.conflicts.get(claim.id, ()))
    yield from decided_lines(claim)


def _conflict_lines(story: BriefStory) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for conflict in story.conflicts:
        update = ", the later may replace the earlier" if conflict.update else ""
        for claim in conflict.claims:
            found.setdefault(claim, []).append(f"{conflict.kind}{update}: {one_line(conflict.why)}")
    return {claim: tuple(lines) for claim, lines in found.items()}
