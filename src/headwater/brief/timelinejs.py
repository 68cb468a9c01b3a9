"""The brief as JSON for TimelineJS 3: a Brief in, its dated events out as slides; every text of a report is escaped."""

import re
from html import escape
from typing import Any

from headwater.brief.carried import TERMS, Lookup, dump, look_up, reasons, shorten
from headwater.brief.marks import one_line
from headwater.brief.view import NOT_TRUE, report_name, story_rungs, tally, view_story
from headwater.text import content_id
from headwater.types import Brief, BriefClaim, BriefStory, TimelineEntry

HEADLINE = 200
"""Characters of a slide's headline: more does not fit a slide."""
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_HAPPENED, _SAID = "Happened", "Said"


def to_timelinejs(brief: Brief) -> str:
    """An object with ``title``, ``events`` and ``scale``, ending in a newline; no slide has media, and none makes links.

    A slide stands for a dated event: the claim that tells of it as the headline, how the claim stands and why below. The
    group is "Happened" or "Said", and the headline of the story where there are several. TimelineJS shows its texts as
    HTML: everything from a report is escaped. It draws nothing where ``events`` is empty.
    """
    several = len(brief.stories) > 1
    slides = [slide for story in brief.stories for slide in _story(story, several=several)]
    return dump({"title": _title(brief), "events": slides, "scale": "human"}) + "\n"


def _title(brief: Brief) -> dict[str, Any]:
    story = brief.stories[0] if len(brief.stories) == 1 else None
    headline = shorten(story.headline, HEADLINE) if story else "Dated events of several stories"
    counts = story_rungs(story) if story else tally(brief)
    text = f"<p>{_safe(', '.join(counts))}</p><p>{NOT_TRUE}</p>"
    return {"unique_id": "title", "text": {"headline": _safe(headline), "text": text}, "autolink": False}


def _story(story: BriefStory, *, several: bool) -> list[dict[str, Any]]:
    view = view_story(story)
    claims = {claim.id: claim for claim in story.claims}
    lookup = look_up(story)
    slides = []
    for entry in story.timeline:
        date = _DATE.fullmatch(entry.date)
        if date is None:
            continue
        headline = view.headline if several else _SAID if entry.saying else _HAPPENED
        claim = claims.get(entry.claim or "")
        slides.append(
            {
                "start_date": {key: int(part) for key, part in zip(("year", "month", "day"), date.groups(), strict=True) if part},
                "display_date": entry.date,
                "text": {"headline": _safe(shorten(claim.text if claim else entry.text, HEADLINE)), "text": _text(lookup, entry, claim)},
                "group": escape(_safe(shorten(headline, HEADLINE))),  # undone once before it is shown as HTML
                "unique_id": f"event-{_id(story, entry)}",
                "autolink": False,
                **_values(claim),
            }
        )
    return slides


def _id(story: BriefStory, entry: TimelineEntry) -> str:
    told = [f"{m.article} {m.start} {m.end}" for m in entry.statements]
    return content_id(story.id, entry.date, str(entry.saying), entry.claim or "", entry.text, *told)


def _values(claim: BriefClaim | None) -> dict[str, Any]:
    """What TimelineJS passes over and other readers of the file can use."""
    if claim is None:
        return {}
    low, high = claim.standing.origins
    standing = {"origins_low": low, "origins_high": high, "word": claim.standing.word, "contested": claim.standing.contested}
    return {f"{TERMS}claim": claim.id, f"{TERMS}standing": {**standing, "why": list(claim.standing.why)}}


def _text(lookup: Lookup, entry: TimelineEntry, claim: BriefClaim | None) -> str:
    """The paragraphs of a slide: how the claim stands, why, which reports give the date, and their sentence."""
    lines = list(reasons(lookup, claim)) if claim else ["No claim tells of this date."]
    if entry.conflicts:
        lines.append(f"Also dated {', '.join(map(one_line, entry.conflicts))}.")
    if entry.decided and entry.decided.date:
        lines.append(f"Dated {one_line(entry.decided.date)} by decision.")
    names = ", ".join(dict.fromkeys(report_name(lookup.articles[mention.article]) for mention in entry.statements))
    lines.append(f"Dated by {names}: “{one_line(entry.text)}”")
    return "".join(f"<p>{_safe(line)}</p>" for line in lines)


def _safe(text: str) -> str:
    """The text with everything escaped that HTML, or the making of links, would take for more than text."""
    return escape(one_line(text)).replace("://", "&#58;//").replace("@", "&#64;")
