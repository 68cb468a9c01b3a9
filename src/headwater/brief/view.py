"""What every rendering needs to know of a story: a BriefStory in, its order, numbers, counts and wording out; pure."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from headwater.brief.fragments import is_crumb
from headwater.brief.marks import one_line
from headwater.types import (
    Brief,
    BriefArticle,
    BriefClaim,
    BriefStatement,
    BriefStory,
    Conflict,
    DecidedClaim,
    Link,
    Mention,
    Origin,
    Published,
    Standing,
)

NOT_TRUE = "Independent is not the same as true."
OWN_VOICE = "own voice"
NAMED = ("person", "body", "document", "sensor", "witness")
"""The kinds of a named origin; an outlet that names no source, an unnamed group and an own voice are none."""
SHOWN_TELLINGS = 3
"""Statements shown for one side of a conflict; the claim itself shows all."""
LEGEND = (
    ("articles, texts, outlets", "Reports that make the claim; the same with copies counted once; the outlets that printed them."),
    (
        "origins",
        "Who or what stands behind the claim when each credit is followed upstream. A range, because unnamed people may be the same.",
    ),
    ("corroborated", "At least two independent origins."),
    ("possibly corroborated", "One origin for certain, perhaps more."),
    ("single origin", "One origin, however many outlets repeat it."),
    ("origin unknown", "No report says where it comes from."),
    ("circular", "The reports only lead to one another."),
    ("contested", "Somebody denies it."),
    ("own voice", "The report says it itself and credits nobody."),
)
CONFLICT_TITLES = {
    "number": "Numbers differ",
    "time": "Times differ",
    "place": "Places differ",
    "actor": "Who did it differs",
    "denial": "Denied",
}
_SECONDS = re.compile(r"T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(.*)$")  # the seconds of an instant say nothing of a report
_COMMA = re.compile(r"[,;](\W?)$")
_QUOTES = (('"', '"'), ("“", "”"))
_ECHOES = ("circular", "origin unknown", "single origin")


class Side(NamedTuple):
    """One side of a conflict: a claim, what this side is called, the statements shown and how many are not."""

    label: str
    claim: BriefClaim
    statements: tuple[BriefStatement, ...]
    more: int


class StoryView(NamedTuple):
    """A story in the order in which it is shown, with the look-ups that its renderings share."""

    story: BriefStory
    headline: str
    rungs: tuple[str, ...]
    claims: tuple[BriefClaim, ...]
    """Claims that several reports make or that are contested, what matters most first."""
    told_once: tuple[tuple[BriefArticle, tuple[BriefClaim, ...]], ...]
    """The claims of one report alone, by report, in the order of its text."""
    fragments: tuple[tuple[BriefArticle, tuple[BriefClaim, ...]], ...]
    """Claims that are a few words of a sentence and state no fact of their own, by report: shown last."""
    origins: tuple[tuple[Origin, tuple[str, ...]], ...]
    """Origins with the ids of their claims in the order shown; those of most claims first."""
    parts: tuple[BriefClaim, ...]
    """Claims that people split off, and that the program does not have."""
    numbers: dict[str, int]
    """Claim id to the number that it is shown with, from 1; what people split off comes last."""
    articles: dict[str, BriefArticle]

    @property
    def once(self) -> int:
        """How many claims one report alone makes."""
        return sum(len(claims) for _, claims in self.told_once)

    @property
    def crumbs(self) -> frozenset[str]:
        """The ids of the claims that are shown last, as fragments."""
        return frozenset(claim.id for _, claims in self.fragments for claim in claims)


def view_story(story: BriefStory) -> StoryView:
    """The story in the order in which it is shown."""
    articles = {article.id: article for article in story.articles}
    clashing = {id_ for conflict in story.conflicts for id_ in conflict.claims}
    crumbs = [claim for claim in story.claims if claim.id not in clashing and is_crumb(claim, articles)]
    last = {claim.id for claim in crumbs}
    whole = [claim for claim in story.claims if claim.id not in last]
    claims = order_claims(whole)
    told_once, fragments = _by_report(story, filter(is_told_once, whole)), _by_report(story, crumbs)
    parts = split_off(story)
    ordered = [*claims, *(claim for _, group in (*told_once, *fragments) for claim in group), *parts]
    numbers = {claim.id: number for number, claim in enumerate(ordered, start=1)}
    by_size = sorted(story.origins, key=lambda origin: -len(origin.claims))
    return StoryView(
        story=story,
        headline=one_line(story.headline) or "A story without a headline",
        rungs=story_rungs(story),
        claims=claims,
        told_once=told_once,
        fragments=fragments,
        origins=tuple((origin, tuple(sorted(origin.claims, key=numbers.__getitem__))) for origin in by_size),
        parts=parts,
        numbers=numbers,
        articles=articles,
    )


def split_off(story: BriefStory) -> tuple[BriefClaim, ...]:
    """The claims that people split off others, in the order of the story; each has its counts as what people decided."""
    said = {s.id: s for c in story.claims for s in c.statements}
    return tuple(
        BriefClaim(
            id=part.id,
            text=part.text,
            statements=tuple(said[s] for s in part.statements if s in said),
            standing=part.standing,
            decided=DecidedClaim(id=part.id, text=part.text, statements=part.statements, standing=part.standing, decisions=part.decisions),
        )
        for claim in story.claims
        if claim.decided
        for part in claim.decided.parts
    )


def order_claims(claims: Sequence[BriefClaim]) -> tuple[BriefClaim, ...]:
    """The claims not told by one report alone: those of most texts first, contested before others, fewest origins first."""
    return tuple(sorted((claim for claim in claims if not is_told_once(claim)), key=_matters))


def is_told_once(claim: BriefClaim) -> bool:
    """Whether one article alone makes the claim and nothing speaks against it."""
    return claim.standing.articles <= 1 and not claim.standing.contested


def _matters(claim: BriefClaim) -> tuple[int, int, bool, int, int, int]:
    """What many texts say is the news; among those, what is disputed, and what has fewer origins than it has reports."""
    standing = claim.standing
    low, high = standing.origins
    return -standing.texts, -standing.articles, not standing.contested, standing.word not in _ECHOES, high, low


def _by_report(story: BriefStory, claims: Iterable[BriefClaim]) -> tuple[tuple[BriefArticle, tuple[BriefClaim, ...]], ...]:
    """Claims under the report of their first statement, in the order of its text."""
    groups: dict[str, list[BriefClaim]] = {article.id: [] for article in story.articles}
    for claim in claims:
        groups[claim.statements[0].article].append(claim)
    return tuple(
        (article, tuple(sorted(groups[article.id], key=lambda claim: claim.statements[0].start)))
        for article in story.articles
        if groups[article.id]
    )


def heading(claim: BriefClaim) -> str:
    """The words of a claim without the marks that they stand between: a comma before a closing quotation mark, a mark without its other.

    Of a claim that people decided on, what is left of it. Every word is the report's; ``claim.text`` has the marks too.
    """
    words = claim.decided.text if claim.decided else claim.text
    text = _COMMA.sub(r"\1", one_line(words))
    for opening, closing in _QUOTES:
        first, last = text.startswith(opening), text.endswith(closing)
        inner = text[len(opening) if first else 0 : len(text) - len(closing) if last else None]
        if first != last and opening not in inner and closing not in inner:
            text = inner
    return text.strip(" ,;") or words


def count(number: int, noun: str) -> str:
    """A number with its noun: 1 article, 3 articles, 2 stories.

    >>> count(1, "story"), count(2, "story"), count(0, "text")
    ('1 story', '2 stories', '0 texts')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"


def rungs(standing: Standing) -> tuple[str, ...]:
    """The rungs of a claim's ladder in words: 4 articles, 3 texts, 3 outlets, 1 to 2 origins."""
    low, high = standing.origins
    origins = count(high, "origin") if low == high else f"{low} to {high} origins"
    return count(standing.articles, "article"), count(standing.texts, "text"), count(standing.outlets, "outlet"), origins


def story_rungs(story: BriefStory) -> tuple[str, ...]:
    """The rungs of the story as a whole: its articles, distinct texts, outlets and the origins that are named."""
    outlets = {one_line(article.outlet or article.source).casefold() for article in story.articles}
    named = sum(origin.kind in NAMED for origin in story.origins)
    return (
        count(len(story.articles), "article"),
        count(_texts(story.articles), "text"),
        count(len(outlets), "outlet"),
        f"{count(named, 'origin')} named",
    )


def _texts(articles: Sequence[BriefArticle]) -> int:
    """How many texts are left when copies of one another are one."""
    parents = {article.id: article.id for article in articles}

    def root(id_: str) -> str:
        while parents[id_] != id_:
            parents[id_] = parents[parents[id_]]
            id_ = parents[id_]
        return id_

    for article in articles:
        for other in article.copy_of:
            if other in parents:
                parents[root(other)] = root(article.id)
    return sum(parents[id_] == id_ for id_ in parents)


def report_name(article: BriefArticle) -> str:
    """What a report is called: its outlet, or the last part of its source where no outlet is known."""
    return one_line(article.outlet or "") or one_line(article.source.rstrip("/").rpartition("/")[2]) or article.id


def other_addresses(article: BriefArticle) -> tuple[str, ...]:
    """The addresses of a report besides the one that is shown as its own."""
    return tuple(address for address in article.addresses if address not in (article.address, article.source))


def link_words(link: Link) -> str:
    """The name of a link; an outlet that nobody here has read says so."""
    name = one_line(link.name)
    return f"{name} (not read)" if link.kind == "outlet" and not link.read else name


def chain_words(chain: Sequence[Link], arrow: str = " ← ") -> str:
    """The chain drawn nearest to the fact first: two officials ← The Daily Example; own voice where it is empty."""
    return arrow.join(link_words(link) for link in chain) if chain else OWN_VOICE


def doubts(statement: BriefStatement) -> tuple[str, ...]:
    """What is not plainly asserted about a statement: its status, and the outlet's own where that differs."""
    own = statement.outlet_status if statement.chain else "asserted"
    words = [str(statement.status)] if statement.status != "asserted" else []
    return (*words, f"the outlet's own voice: {own}") if own != "asserted" else tuple(words)


def published_words(published: Published) -> str:
    """When an article appeared, as exactly as known: 2024-12-16 08:30, 2024-12 to 2025-01, by 2024-12-20, date unknown."""
    earliest, latest = (_SECONDS.sub(r" \1 \2", when).strip() if when else None for when in (published.earliest, published.latest))
    if earliest and latest:
        return earliest if earliest == latest else f"{earliest} to {latest}"
    if earliest or latest:
        return f"{earliest} or later" if earliest else f"by {latest}"
    return "date unknown"


def sides(view: StoryView, conflict: Conflict) -> tuple[Side, ...]:
    """What stands against what: claim against claim, or within one claim those who say it and those who deny it."""
    claims = {claim.id: claim for claim in view.story.claims}
    if len(conflict.claims) > 1:
        return tuple(_side("", claims[id_], claims[id_].statements) for id_ in conflict.claims)
    claim = claims[conflict.claims[0]]
    denied = [s for s in claim.statements if "denied" in (s.status, s.outlet_status)]
    said = [s for s in claim.statements if s not in denied]
    both = (("Said", said), ("Denied", denied))
    return tuple(_side(label, claim, statements) for label, statements in both if statements)


def _side(label: str, claim: BriefClaim, statements: Sequence[BriefStatement]) -> Side:
    """A side with one statement for each chain that is told, the first few: first the one whose words the claim has, then the sure ones."""
    by_chain: dict[str, BriefStatement] = {}
    for statement in sorted(statements, key=lambda s: (s.quote != claim.text, not s.sure)):
        by_chain.setdefault(chain_words(statement.chain), statement)
    shown = tuple(by_chain.values())[:SHOWN_TELLINGS]
    return Side(label, claim, shown, len(statements) - len(shown))


def tellers(view: StoryView, mentions: Sequence[Mention]) -> tuple[BriefArticle, ...]:
    """The articles of some mentions, each once, in the order of the mentions."""
    return tuple(view.articles[id_] for id_ in dict.fromkeys(mention.article for mention in mentions))


def tally(brief: Brief) -> tuple[str, ...]:
    """What the brief holds in words: reports, stories, what was set aside, what failed."""
    articles = sum(len(story.articles) for story in brief.stories)
    return (
        count(articles, "report"),
        count(len(brief.stories), "story"),
        f"{len(brief.set_aside)} set aside",
        f"{len(brief.failures)} failed",
    )
