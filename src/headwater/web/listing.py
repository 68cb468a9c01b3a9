"""The claims of a story as the page lists them: filtered, those with the fewest origins first, a page at a time."""

from collections.abc import Collection, Mapping
from itertools import groupby
from typing import NamedTuple

from headwater.brief.fragments import FRAGMENTS
from headwater.brief.marks import one_line
from headwater.brief.view import StoryView, count, is_told_once
from headwater.types import BriefClaim, Standing, Word

PER_PAGE = 200
"""Claims on one page: a few screens on end, and well under a fifth of a second."""
WORDS: tuple[Word, ...] = ("circular", "origin unknown", "single origin", "possibly corroborated", "corroborated")
"""Fewest origins first."""
TOLD = ("any", "several", "one")
_TITLES = {
    "circular": "Circular: the reports only lead to one another",
    "origin unknown": "Origin unknown: no report says where it comes from",
    "single origin": "Single origin: one, however many outlets repeat it",
    "possibly corroborated": "Possibly corroborated: one origin for certain, perhaps more",
    "corroborated": "Corroborated: two independent origins or more",
}
_PARTS = {1: ("Told by one report", ""), 2: ("Fragments", FRAGMENTS)}
"""What stands below the claims of several reports."""


class Filter(NamedTuple):
    """What the reader wants to see of the claims."""

    words: str = ""
    """Words that the claim or one of its reports holds."""
    standing: str = ""
    told: str = "any"
    """several: by two reports or more; one: by one alone."""
    contested: bool = False
    page: int = 1

    @property
    def is_on(self) -> bool:
        """Does it leave anything out?"""
        return bool(self.words or self.standing or self.contested or self.told != "any")


class Group(NamedTuple):
    """Claims of one standing, those that one report alone tells, or fragments; a line each but for the first."""

    title: str
    words: str
    """What they have in common, where the title does not tell."""
    once: bool
    claims: tuple[BriefClaim, ...]


class ClaimList(NamedTuple):
    """The claims of one page in groups, how many the filter left, of how many, and how many pages they fill."""

    groups: tuple[Group, ...]
    shown: int
    found: int
    all: int
    pages: int

    @property
    def summary(self) -> str:
        """How many are shown, in words."""
        of = f"{self.found} of {count(self.all, 'claim')}" if self.found != self.all else count(self.all, "claim")
        return f"{of}, {self.shown} on this page" if self.pages > 1 else of


def read_filter(query: Mapping[str, str]) -> Filter:
    """The filter that an address asks for; what it does not know counts for nothing.

    >>> read_filter({"q": " ferry ", "told": "one", "page": "-3"})
    Filter(words='ferry', standing='', told='one', contested=False, page=1)
    """
    standing, told = query.get("standing", ""), query.get("told", "any")
    return Filter(
        words=one_line(query.get("q", ""))[:200],
        standing=standing if standing in WORDS else "",
        told=told if told in TOLD else "any",
        contested=query.get("contested") == "1",
        page=read_page(query),
    )


def read_page(query: Mapping[str, str]) -> int:
    """The page that an address asks for, from 1."""
    given = query.get("page", "")
    return max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < len("1000000") else 1


def shown_standing(claim: BriefClaim) -> Standing:
    """The standing under what people decided, where they decided anything; else the program's."""
    return claim.decided.standing if claim.decided and claim.decided.standing else claim.standing


def list_claims(view: StoryView, wanted: Filter) -> ClaimList:
    """The claims of a story that a filter leaves, on the page that it asks for."""
    everything = (*view.story.claims, *view.parts)
    crumbs = view.crumbs
    left = sorted((c for c in everything if _fits(view, c, wanted)), key=lambda c: (*_rank(c, crumbs), view.numbers[c.id]))
    pages = max(1, -(-len(left) // PER_PAGE))
    page = min(wanted.page, pages)
    here = left[(page - 1) * PER_PAGE : page * PER_PAGE]
    groups = tuple(
        Group(*(_PARTS[part] if part else (_TITLES[WORDS[rank]], "")), once=part > 0, claims=tuple(claims))
        for (part, rank), claims in groupby(here, key=lambda c: _section(c, crumbs))
    )
    return ClaimList(groups, len(here), len(left), len(everything), pages)


def _section(claim: BriefClaim, crumbs: Collection[str]) -> tuple[int, int]:
    """Which part of the list a claim stands in, and its standing's place in the first: told by several, told by one, fragments."""
    if claim.id in crumbs:
        return 2, 0
    return (1, 0) if is_told_once(claim) else (0, WORDS.index(shown_standing(claim).word))


def _rank(claim: BriefClaim, crumbs: Collection[str]) -> tuple[int, int, bool, int, int, int]:
    """Of one standing, what somebody denies comes first."""
    standing = shown_standing(claim)
    low, high = standing.origins
    return (*_section(claim, crumbs), not standing.contested, low, high, -standing.articles)


def _fits(view: StoryView, claim: BriefClaim, wanted: Filter) -> bool:
    standing = shown_standing(claim)
    if (wanted.standing and standing.word != wanted.standing) or (wanted.contested and not standing.contested):
        return False
    if wanted.told != "any" and (standing.articles > 1) != (wanted.told == "several"):
        return False
    words = wanted.words.casefold().split()
    return not words or _holds(view, claim, words)


def _holds(view: StoryView, claim: BriefClaim, words: list[str]) -> bool:
    """Whether each word stands in the claim, in one of its statements, or in who is credited with them or prints them."""
    told = [claim.text]
    for s in claim.statements:
        told += [s.quote, view.articles[s.article].outlet or "", *(link.name for link in s.chain)]
    text = "\n".join(told).casefold()
    return all(word in text for word in words)
