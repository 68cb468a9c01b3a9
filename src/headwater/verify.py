"""A brief and what is kept of its reports in, everything in the brief that is not so out: quotations, offsets, ids, hashes, counts.

Alone, a brief is held against itself: every id that hashes a text, every quotation, every span, the rungs of every
standing. With the kept articles, their texts and pages are compared too; with their notes and statements, all that
follows from these is made again (credits, origins, standings, timeline, places, names, what people decided) and
every value compared.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from headwater.brief import Parts, assemble
from headwater.decide import attach, decide, decision_id, show
from headwater.errors import BriefError
from headwater.outlets import domain_of, host_of
from headwater.text import content_id
from headwater.trace import trace
from headwater.trace.roots import supporting
from headwater.trace.voices import find_added, find_publishers, find_texts
from headwater.types import (
    Article,
    Attached,
    Brief,
    BriefArticle,
    BriefStatement,
    BriefStory,
    Claim,
    Decision,
    Notes,
    Standing,
    Statement,
    Story,
)

_ID = re.compile(r"[0-9a-f]{16}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONGEST = 120  # characters of a value in a fault


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """A value of a brief that is not so."""

    where: str
    """Its place among the keys: stories[0].claims[2].statements[1].quote."""
    value: str
    """What stands there, cut where it runs on."""
    why: str


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of the reports; what is left empty is not compared."""

    articles: Mapping[str, Article] = {}
    notes: Mapping[str, Notes] = {}
    """By article; where they are given, those of every article are."""
    statements: Mapping[str, Sequence[Statement]] = {}
    """By article, as the notes."""
    page: Callable[[str], bytes | None] | None = None
    """SHA-256 to the bytes of a page, None where they are not kept."""


def read_back(data: bytes | str) -> Brief:
    """The brief of its JSON; BriefError where it is none."""
    try:
        return msgspec.json.decode(data, type=Brief)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise BriefError(f"no brief that can be read ({error}); give what headwater brief --format json printed") from error


def verify(brief: Brief, *, kept: Kept | None = None) -> tuple[Fault, ...]:
    """Every value of a brief that is not so, in the order of its keys; empty where all that can be checked is right."""
    kept = kept or Kept()
    faults = [] if brief.schema == 1 else [_fault("schema", brief.schema, "this version reads schema 1")]
    faults += _twice(brief)
    for n, story in enumerate(brief.stories):
        where = f"stories[{n}]"
        found = [*_articles(story, where, kept), *_claims(story, where), *_marks(story, where), *_decisions(story, where)]
        if not found and kept.notes:
            found = [*_made_again(story, where, kept)]
        faults += found
    return tuple(faults)


def compare(brief: Brief, made: Brief) -> tuple[Fault, ...]:
    """Every value in which a brief differs from the one that was made again."""
    return tuple(_differences(msgspec.to_builtins(brief), msgspec.to_builtins(made), ""))


def _fault(where: str, value: object, why: str) -> Fault:
    shown = value if isinstance(value, str) else repr(value)
    return Fault(where=where, value=shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…", why=why)


def _twice(brief: Brief) -> Iterator[Fault]:
    """Ids that stand for two things, or are none."""
    found = [
        (f"stories[{n}].{kind}", value.id)
        for n, story in enumerate(brief.stories)
        for kind, values in (
            ("id", (story,)),
            ("articles", story.articles),
            ("claims", story.claims),
            ("statements", [s for c in story.claims for s in c.statements]),
            ("origins", story.origins),
        )
        for value in values
    ]
    counts = Counter(i for _, i in found)
    for where, i in found:
        if not _ID.fullmatch(i):
            yield _fault(where, i, "no id: 16 hexadecimal digits")
        elif counts[i] > 1:
            yield _fault(where, i, f"{counts[i]} things have this id")


def _articles(story: BriefStory, where: str, kept: Kept) -> Iterator[Fault]:
    known = {a.id for a in story.articles}
    for n, article in enumerate(story.articles):
        at = f"{where}.articles[{n}]"
        if article.id != content_id(article.outlet or host_of(article.address or ""), article.text):
            yield _fault(f"{at}.id", article.id, "does not hash the outlet and the text")
        if article.title is not None and not article.text.startswith(article.title):
            yield _fault(f"{at}.title", article.title, "the text does not begin with it")
        if not _SHA256.fullmatch(article.page):
            yield _fault(f"{at}.page", article.page, "no SHA-256")
        elif kept.page and (content := kept.page(article.page)) is not None and hashlib.sha256(content).hexdigest() != article.page:
            yield _fault(f"{at}.page", article.page, "the kept page has another hash")
        for i in article.copy_of:
            if i not in known or i == article.id:
                yield _fault(f"{at}.copy_of", i, "no other article of the story has this id")
        yield from _passages(article, at)
        if kept.articles:
            yield from _kept_article(article, kept, at)


def _passages(article: BriefArticle, at: str) -> Iterator[Fault]:
    last = 0
    for n, p in enumerate(article.passages):
        if not last <= p.start < p.end <= len(article.text):
            yield _fault(f"{at}.passages[{n}]", f"{p.start} to {p.end}", f"no span of the {len(article.text)} characters after {last}")
        if not 0 <= p.page_start <= p.page_end:
            yield _fault(f"{at}.passages[{n}]", f"{p.page_start} to {p.page_end}", "no span of a page")
        last = max(last, p.end)


def _kept_article(article: BriefArticle, kept: Kept, at: str) -> Iterator[Fault]:
    """What an article says of its own page, held against what is kept."""
    own = kept.articles.get(article.id)
    if own is None:
        yield _fault(f"{at}.id", article.id, "no article of this id is kept")
        return
    for key in ("page", "outlet", "title", "author", "language", "text", "address"):
        if (value := getattr(article, key)) != getattr(own, key):
            yield _fault(f"{at}.{key}", value, f"what is kept has {getattr(own, key)!r:.80}")
    for key in ("dropped", "passages"):
        yield from _differences(msgspec.to_builtins(getattr(article, key)), msgspec.to_builtins(getattr(own, key)), f"{at}.{key}")
    if kept.page and kept.page(article.page) is None:
        yield _fault(f"{at}.page", article.page, "no page of this hash is kept")


def _claims(story: BriefStory, where: str) -> Iterator[Fault]:
    texts = {a.id: a.text for a in story.articles}
    counts = _Rungs(story)
    for n, claim in enumerate(story.claims):
        at = f"{where}.claims[{n}]"
        if not claim.statements:
            yield _fault(f"{at}.statements", "", "a claim without a statement")
            continue
        for k, statement in enumerate(claim.statements):
            yield from _statement(statement, texts, f"{at}.statements[{k}]")
        if all(s.quote != claim.text for s in claim.statements):
            yield _fault(f"{at}.text", claim.text, "none of its statements says this")
        yield from counts.check(claim.standing, [s.id for s in claim.statements], f"{at}.standing")


def _statement(statement: BriefStatement, texts: Mapping[str, str], at: str) -> Iterator[Fault]:
    text = texts.get(statement.article)
    if text is None:
        yield _fault(f"{at}.article", statement.article, "no article of the story has this id")
        return
    start, end = statement.start, statement.end
    if not 0 <= start < end <= len(text):
        yield _fault(f"{at}.start", f"{start} to {end}", f"no span of the {len(text)} characters")
        return
    if statement.quote != text[start:end]:
        yield _fault(f"{at}.quote", statement.quote, f"the text has “{text[start:end]}” from {start} to {end}")
    if statement.id != content_id(statement.article, str(start), str(end)):
        yield _fault(f"{at}.id", statement.id, "does not hash the article and the span")
    if not 0 <= statement.sentence.start <= start < end <= statement.sentence.end <= len(text):
        yield _fault(f"{at}.sentence", f"{statement.sentence.start} to {statement.sentence.end}", "does not hold the statement")
    for n, link in enumerate(statement.chain):
        if not 0 <= link.start < link.end <= len(text):
            yield _fault(f"{at}.chain[{n}]", f"{link.start} to {link.end}", f"no span of the {len(text)} characters")


class _Rungs:
    """Recounts what a brief alone gives of a standing: its rungs, and what its word says of its range."""

    def __init__(self, story: BriefStory, *, decided: bool = False) -> None:
        bare = _story_of(story)
        self.articles = {a.id: _article_of(a) for a in story.articles}
        self.said = {s.id: _counted(s, decided=decided) for c in story.claims for s in c.statements if s.article in self.articles}
        self.text = find_texts(bare)
        self.added = find_added(bare, self.articles, self.said.values())
        self.publisher = find_publishers(bare, self.articles)

    def check(self, standing: Standing, statements: Sequence[str], at: str) -> Iterator[Fault]:
        """The numbers that are not what the statements give."""
        held = [s for i in statements if (s := self.said.get(i))]
        if len(held) != len(statements):
            yield _fault(at, ", ".join(statements), "a statement that is not there is counted")
            return
        said = supporting(held, self.articles)
        articles = {s.article for s in said}
        rungs = {
            "articles": len(articles),
            "texts": len({s.article if s.id in self.added else self.text[s.article] for s in said}),
            "outlets": len({self.publisher[a] for a in articles}),
        }
        for key, counted in rungs.items():
            if getattr(standing, key) != counted:
                yield _fault(f"{at}.{key}", getattr(standing, key), f"the statements give {counted}")
        low, high = standing.origins
        if not _WORDS[standing.word](low, high):
            yield _fault(f"{at}.origins", f"{low} to {high}", f"no range that is called {standing.word}")
        if any(s.status == "denied" for s in held) and not standing.contested:
            yield _fault(f"{at}.contested", standing.contested, "a statement denies it")


def _counted(statement: BriefStatement, *, decided: bool) -> Statement:
    """A statement as it is counted: with the status that people gave it, where that is asked for."""
    ruled = statement.decided.status if decided and statement.decided else None
    return Statement(
        id=statement.id,
        article=statement.article,
        start=statement.start,
        end=statement.end,
        status=ruled or statement.status,
        chain=statement.chain,
        sentence=statement.sentence,
        row=0,
    )


_WORDS: dict[str, Callable[[int, int], bool]] = {
    "circular": lambda low, high: low == high == 0,
    "origin unknown": lambda low, high: low == 1 <= high,
    "corroborated": lambda low, high: 2 <= low <= high,
    "possibly corroborated": lambda low, high: low < 2 <= high,
    "single origin": lambda low, high: low == high == 1,
}


def _marks(story: BriefStory, where: str) -> Iterator[Fault]:
    """What points at claims and at texts: conflicts, origins, the timeline, places, names."""
    claims = {c.id for c in story.claims}
    texts = {a.id: a.text for a in story.articles}
    pointing = [
        *((f"{where}.conflicts[{n}].claims", i) for n, c in enumerate(story.conflicts) for i in c.claims),
        *((f"{where}.origins[{n}].claims", i) for n, o in enumerate(story.origins) for i in o.claims),
        *((f"{where}.timeline[{n}].claim", e.claim) for n, e in enumerate(story.timeline) if e.claim),
    ]
    for at, i in pointing:
        if i not in claims:
            yield _fault(at, i, "no claim of the story has this id")
    rows = [
        *((f"{where}.timeline[{n}].statements", e.statements, None) for n, e in enumerate(story.timeline)),
        *((f"{where}.places[{n}].mentions", p.mentions, None) for n, p in enumerate(story.places)),
        *((f"{where}.entities[{n}].mentions", e.mentions, {e.name, *e.also}) for n, e in enumerate(story.entities)),
    ]
    for at, mentions, forms in rows:
        for n, m in enumerate(mentions):
            text = texts.get(m.article)
            if text is None:
                yield _fault(f"{at}[{n}].article", m.article, "no article of the story has this id")
            elif not 0 <= m.start < m.end <= len(text):
                yield _fault(f"{at}[{n}]", f"{m.start} to {m.end}", f"no span of the {len(text)} characters")
            elif forms and text[m.start : m.end] not in forms:
                yield _fault(f"{at}[{n}]", f"{m.start} to {m.end}", f"the text has “{text[m.start : m.end]}” there")


def _decisions(story: BriefStory, where: str) -> Iterator[Fault]:
    """The ids of decisions, and the rungs of what they give."""
    if story.decided is None:
        return
    for n, entry in enumerate(story.decided.log):
        if entry.decision.id != decision_id(entry.decision):
            yield _fault(f"{where}.decided.log[{n}].decision.id", entry.decision.id, "does not hash what the decision says")
    counts = _Rungs(story, decided=True)
    for n, claim in enumerate(story.claims):
        if claim.decided and claim.decided.standing:
            yield from counts.check(claim.decided.standing, claim.decided.statements, f"{where}.claims[{n}].decided.standing")


def _story_of(story: BriefStory) -> Story:
    copies = {frozenset((a.id, *a.copy_of)) for a in story.articles if a.copy_of}
    order = [a.id for a in story.articles]
    return Story(
        id=story.id,
        headline=story.headline,
        articles=tuple(order),
        copies=tuple(tuple(i for i in order if i in group) for group in sorted(copies, key=sorted)),
        published=tuple((a.id, a.published) for a in story.articles),
    )


def _article_of(article: BriefArticle) -> Article:
    fields = (
        "id",
        "source",
        "page",
        "address",
        "outlet",
        "title",
        "author",
        "language",
        "published",
        "text",
        "passages",
        "dropped",
        "credit",
        "based_on",
    )
    held: dict[str, Any] = {key: getattr(article, key) for key in fields}
    return Article(
        domain=domain_of(article.address) if article.address else None, retracted=article.retracted, corrected=article.corrected, **held
    )


def _made_again(story: BriefStory, where: str, kept: Kept) -> Iterator[Fault]:
    """What follows from the kept notes and statements, made again from the groups that the brief has, and compared."""
    bare = _story_of(story)
    # a notice may have come with another item of the address: it is the brief's word, and only its reasons are made again
    articles = {
        a.id: msgspec.structs.replace(kept.articles[a.id], retracted=a.retracted, corrected=a.corrected, source=a.source)
        for a in story.articles
    }
    notes = {i: kept.notes[i] for i in bare.articles if i in kept.notes}
    statements = {s.id: s for i in bare.articles for s in kept.statements.get(i, ())}
    lost = [s.id for c in story.claims for s in c.statements if s.id not in statements]
    if lost or len(notes) < len(articles):
        yield _fault(
            f"{where}.claims",
            lost[0] if lost else "",
            "no statement of this id is kept" if lost else "the notes of an article are not kept",
        )
        return
    claims = tuple(
        Claim(id=c.id, text=c.text, statements=tuple(s.id for s in c.statements), sure=tuple(s.id for s in c.statements if s.sure))
        for c in story.claims
    )
    traced = trace(bare, articles, notes, claims, statements)
    parts = Parts(story=bare, articles=articles, notes=notes, statements=statements, claims=claims, conflicts=story.conflicts, trace=traced)
    made = assemble(parts)
    own = {a.id: a.copy_of for a in story.articles}  # what the copies were grouped by, in the order of the grouping
    made = msgspec.structs.replace(made, articles=tuple(msgspec.structs.replace(a, copy_of=own[a.id]) for a in made.articles))
    if story.decided:
        log = [entry.decision for entry in story.decided.log]
        said = {i: kept.statements.get(i, ()) for i in bare.articles}
        listed = {(at.decision, at.anchor) for at in story.decided.attached}
        there = [at for at in attach(log, articles, said)[0] if (at.decision, at.anchor) in listed or _own(at, log, articles)]
        plan = decide(made, log, there)
        told = {i: msgspec.structs.replace(s, status=plan.statuses.get(i, s.status)) for i, s in statements.items()}
        made = show(made, plan, trace(bare, articles, notes, plan.claims, told, rulings=plan.rulings))
    yield from _differences(msgspec.to_builtins(story), msgspec.to_builtins(made), where)


def _own(at: Attached, log: Sequence[Decision], articles: Mapping[str, Article]) -> bool:
    """Is an anchor in its own article; or may it stand elsewhere, in another story that has that article?"""
    return next(d for d in log if d.id == at.decision).anchors[at.anchor].article in articles


def _differences(found: Any, made: Any, where: str) -> Iterator[Fault]:  # noqa: ANN401 - whatever JSON holds
    """Every leaf in which two values of JSON differ."""
    if isinstance(found, dict) and isinstance(made, dict):
        for key in dict.fromkeys((*found, *made)):
            yield from _differences(found.get(key), made.get(key), f"{where}.{key}" if where else key)
    elif isinstance(found, list | tuple) and isinstance(made, list | tuple):
        if len(found) != len(made):
            yield _fault(where, f"{len(found)} of them", f"made again, there are {len(made)}")
        for n, (mine, other) in enumerate(zip(found, made, strict=False)):
            yield from _differences(mine, other, f"{where}[{n}]")
    elif found != made or type(found) is not type(made):
        shown = made if isinstance(made, str) else repr(made)
        yield _fault(where, found, f"made again, it is {shown[:_LONGEST]}")
