"""The brief as RSS 2.0: a Brief in, perhaps with an older one, a feed of its new and changed claims out; dates are those of reports."""

import datetime as dt
import re
from collections.abc import Iterator
from email.utils import format_datetime
from html import escape
from typing import NamedTuple

from lxml import etree

from headwater.brief import instants
from headwater.brief.carried import TERMS, Lookup, look_up, make_uuid, reasons, shorten, standing_line, web_address
from headwater.brief.marks import one_line
from headwater.brief.view import NOT_TRUE, view_story
from headwater.types import Brief, BriefClaim, Standing

TITLE = 200
"""Characters of an item's title."""
SHOWN = 20
"""Statements that an item shows; it says how many more there are."""
_LANGUAGE = "en"
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])|&(?=#|\w+;)")


class News(NamedTuple):
    """A claim of which the feed tells, and what it was before."""

    lookup: Lookup
    claim: BriefClaim
    before: BriefClaim | None
    """The claim in the older brief; None where it is new."""


def to_rss(brief: Brief, older: Brief | None = None) -> str:
    """A feed of the claims that are new, or stand otherwise, since an older brief; of all claims where there is none.

    A claim is the same as an older one where they have the id, else a statement, in common. It is changed where its ladder, its
    range, its word, "contested" or what people decided of it differ. An item's guid hashes the claim and how it stands: it is
    the same in every feed until the claim stands otherwise, and then a reader shows it again. ``pubDate`` is the date of
    the claim's last report, and is left out where no report has a date. The newest come first.
    """
    news = list(find_news(brief, older))
    dates = [day for item in news if (day := _date(item))]
    # the parts of the root are declared once, so that each item stays short
    root = etree.Element("rss", {"version": "2.0"}, nsmap={"headwater": TERMS})
    channel = etree.SubElement(root, "channel")
    story = f": {view_story(brief.stories[0]).headline}" if len(brief.stories) == 1 else ""
    _add(channel, "title", _no_markup(f"New and changed claims{story}"))
    articles = (article for told in brief.stories for article in told.articles)
    _add(channel, "link", next((link for a in articles if (link := web_address(a.address))), f"{TERMS}brief"))
    _add(channel, "description", f"Each claim with how many independent origins stand behind it. {NOT_TRUE}")
    _add(channel, "language", _LANGUAGE)
    if dates:
        _add(channel, "lastBuildDate", format_datetime(max(dates)))
    _add(channel, "generator", f"Headwater {brief.headwater}")
    for item in sorted(news, key=lambda n: _date(n) or instants.UNKNOWN, reverse=True):
        _item(channel, item)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + str(etree.tostring(root, encoding="unicode", pretty_print=True))


def find_news(brief: Brief, older: Brief | None = None) -> Iterator[News]:
    """The claims that are new or stand otherwise than in an older brief, story after story, in the order of the Markdown."""
    known = {claim.id: claim for story in (older.stories if older else ()) for claim in story.claims}
    holding = {statement.id: claim for claim in known.values() for statement in claim.statements}
    for story in brief.stories:
        numbers, lookup = view_story(story).numbers, look_up(story)
        for claim in sorted(story.claims, key=lambda claim: numbers[claim.id]):
            shared = (holding[statement.id] for statement in claim.statements if statement.id in holding)
            before = known.get(claim.id) or next(shared, None)
            if before is None or _state(before) != _state(claim):
                yield News(lookup, claim, before)


def _state(claim: BriefClaim) -> tuple[str, ...]:
    """What makes a claim stand otherwise where it differs."""
    decided = claim.decided
    held = [_counts(claim.standing)]
    if decided:
        held += [_counts(decided.standing) if decided.standing else "", decided.into or "", *(_counts(p.standing) for p in decided.parts)]
    return tuple(held)


def _counts(standing: Standing) -> str:
    return f"{standing.articles} {standing.texts} {standing.outlets} {standing.origins} {standing.word} {standing.contested}"


def _item(channel: etree._Element, news: News) -> None:
    standing = news.claim.standing
    low, high = standing.origins
    item = etree.SubElement(channel, "item")
    mark = "contested, " if standing.contested else ""
    _add(item, "title", _no_markup(f"[{mark}{standing.word}] {shorten(news.claim.text, TITLE)}"))
    link = _link(news)
    if link:
        _add(item, "link", link)
    _add(item, "description", "".join(f"<p>{escape(line)}</p>" for line in _lines(news)))
    _add(item, "category", standing.word, domain=f"{TERMS}word")
    if standing.contested:
        _add(item, "category", "contested", domain=f"{TERMS}mark")
    _add(item, "guid", f"urn:uuid:{make_uuid('news', news.claim.id, *_state(news.claim))}", isPermaLink="false")
    date = _date(news)
    if date:
        _add(item, "pubDate", format_datetime(date))
    counts = {"articles": standing.articles, "texts": standing.texts, "outlets": standing.outlets, "origins_low": low, "origins_high": high}
    held = {key: str(value) for key, value in counts.items()}
    marks = {"claim": news.claim.id, "word": standing.word, "contested": str(standing.contested).lower()}
    etree.SubElement(item, f"{{{TERMS}}}standing", {**marks, **held})


def _lines(news: News) -> Iterator[str]:
    """What an item says, a paragraph each."""
    claim, lookup = news.claim, news.lookup
    yield one_line(claim.text)
    yield from reasons(lookup, claim)
    if news.before:
        yield f"Before: {standing_line(news.before.standing)}."
    yield from map(lookup.told, claim.statements[:SHOWN])
    if len(claim.statements) > SHOWN:
        yield f"And {len(claim.statements) - SHOWN} more."
    yield f"Story: {one_line(lookup.story.headline) or 'A story without a headline'}"


def _link(news: News) -> str | None:
    """The page of the first of its reports that has an address."""
    return next((link for a in news.lookup.tellers(news.claim) if (link := web_address(a.address))), None)


def _date(news: News) -> dt.datetime | None:
    return instants.last(news.lookup.tellers(news.claim))


def _no_markup(text: str) -> str:
    """The text without what a reader that takes titles for HTML would run: readers differ in what a title is."""
    return _MARKUP.sub(lambda sign: {"<": "‹"}.get(sign.group(), "＆"), text)


def _add(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    etree.SubElement(parent, name, attributes).text = one_line(text)
