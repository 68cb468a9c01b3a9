"""A case and what an address asks for in, a page out: the template, what it shows, and the same as data for its JSON twin.

A page is a function of its own; none of them knows HTTP.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from headwater.brief import marks
from headwater.brief.tellings import fold_copies
from headwater.brief.view import view_story
from headwater.errors import CaseError
from headwater.types import BriefArticle, BriefClaim, BriefStatement, BriefStory, Decision, Logged, Span
from headwater.web import listing, reading, upstream
from headwater.web.desk import Desk
from headwater.web.lanes import lanes

_ID = re.compile(r"[0-9a-f]{16}")
HITS = 30
"""Hits on one page of a search."""
ROWS = 200
"""Rows of a long list on one page."""


class Asked(NamedTuple):
    """What an address asks for: the parts of its path and its query."""

    path: Mapping[str, str]
    query: Mapping[str, str]


class Shown(NamedTuple):
    """A page: its template, what the template is given, and its twin as data."""

    template: str
    context: Mapping[str, object]
    twin: object


Page = Callable[[Desk, Asked], Shown]


def stories(desk: Desk, asked: Asked) -> Shown:
    """The list of stories, those in which something is new marked."""
    page = listing.read_page(asked.query)
    rows = desk.stories(limit=ROWS, offset=(page - 1) * ROWS)
    counted = desk.count()
    context = {
        "rows": rows,
        "all": counted["stories"],
        "page": page,
        "pages": max(1, -(-counted["stories"] // ROWS)),
        "run": desk.last_run(),
        "unread": counted["waiting"],
        "aside": counted["set_aside"],
        "failed": counted["failures"],
    }
    return Shown("stories_page.html.j2", context, rows)


def story(desk: Desk, asked: Asked) -> Shown:
    """One story: its claims, conflicts, timeline, map, gaps, reports and what was dropped."""
    told = desk.story(asked.path["id"])
    view = view_story(told)
    wanted = listing.read_filter(asked.query)
    kinds: dict[str, int] = {}
    for article in told.articles:
        for dropped in article.dropped:
            kinds[dropped.kind] = kinds.get(dropped.kind, 0) + 1
    context = {
        "view": view,
        "wanted": wanted,
        "listed": listing.list_claims(view, wanted),
        "lanes": lanes(told),
        "dropped": sorted(kinds.items(), key=lambda k: (-k[1], k[0])),
        "told": _told(told),
        "wanted_query": _query(wanted),
    }
    return Shown("story_page.html.j2", context, told)


def _query(wanted: listing.Filter) -> str:
    """The filter as the beginning of a query, for the addresses of its other pages."""
    held = {"q": wanted.words, "standing": wanted.standing, "told": wanted.told, "contested": "1" if wanted.contested else ""}
    return "".join(f"{urlencode({k: v})}&" for k, v in held.items() if v and (k, v) != ("told", "any"))


def _told(told: BriefStory) -> dict[str, int]:
    """How many statements each article of a story makes, by its id."""
    found: dict[str, int] = {}
    for claim in told.claims:
        for statement in claim.statements:
            found[statement.article] = found.get(statement.article, 0) + 1
    return found


def brief(desk: Desk, asked: Asked) -> Shown:
    """The brief of one story, each sentence of which leads to its place in a report."""
    made = desk.brief([asked.path["id"]])
    [told] = made.stories
    return Shown("brief_page.html.j2", {"view": view_story(told), "story": told}, made)


def claim(desk: Desk, asked: Asked) -> Shown:
    """One claim: what stands behind it, every sentence that tells it, denials, and what people decided."""
    told, found = desk.claim(asked.path["id"])
    view = view_story(told)
    counted = frozenset(found.decided.statements if found.decided else (s.id for s in found.statements))
    brought_in = tuple(s for c in told.claims for s in c.statements if s.id in counted and s not in found.statements)
    statements = (*found.statements, *brought_in)
    denials = tuple(s for s in statements if "denied" in (s.status, s.outlet_status))
    moved = {s.id: s.id in counted for s in statements if (s in brought_in) == (s.id in counted)}
    log = claim_log(told, found)
    conflicts = tuple(c for c in told.conflicts if found.id in c.claims and len(c.claims) > 1)
    context = {
        "view": view,
        "claim": found,
        "split_from": next((c.id for c in told.claims if c.decided and any(p.id == found.id for p in c.decided.parts)), None),
        "denials": fold_copies(found, denials, view.articles, moved),
        "said": fold_copies(found, tuple(s for s in statements if s not in denials), view.articles, moved),
        "moved": moved,
        "conflicts": conflicts,
        "ways": upstream.ways(told, [s for s in statements if s not in denials and s.id in counted]),
        "figure": upstream.origins_figure(told, found),
        "log": log,
        "brought": tuple(o for o in told.decided.added if found.id in o.claims) if told.decided else (),
        "names": _names(found),
        "cues": _cues(desk, statements),
    }
    return Shown("claim_page.html.j2", context, {"story": told.id, "claim": found, "conflicts": conflicts, "log": log})


def _cues(desk: Desk, statements: Sequence[BriefStatement]) -> dict[str, tuple[Span, ...]]:
    """The cues of some statements, by their ids."""
    credited = [s for s in statements if s.chain]
    notes = {id_: desk.notes(id_) for id_ in dict.fromkeys(s.article for s in credited)}
    return {s.id: reading.cues_of(notes[s.article], s) for s in credited}


def _names(found: BriefClaim) -> tuple[str, ...]:
    """Whom the statements of a claim credit, each once."""
    return tuple(dict.fromkeys(marks.one_line(link.name) for s in found.statements for link in s.chain))


def claim_log(told: BriefStory, found: BriefClaim) -> tuple[Logged, ...]:
    """The decisions of the story's log that bear on a claim: by its own list, or because they are tied to its statements."""
    if told.decided is None:
        return ()
    bearing = set(found.decided.decisions) if found.decided else set()
    bearing.update(id_ for s in found.statements if s.decided for id_ in s.decided.decisions)
    ours = {s.id for s in found.statements}
    bearing.update(a.decision for a in told.decided.attached if ours & set(a.statements))
    return tuple(logged for logged in told.decided.log if logged.decision.id in bearing or logged.decision.undoes in bearing)


def article(desk: Desk, asked: Asked) -> Shown:
    """One report: its text with every mark in place."""
    held = desk.article(asked.path["id"])
    told = desk.story(held.story) if held.story else _alone(held.article)
    view = view_story(told)
    shown = view.articles.get(held.article.id, held.article)
    told_by = tuple(c for c in told.claims if any(s.article == shown.id for s in c.statements))
    copies = tuple(view.articles[id_] for id_ in shown.copy_of if id_ in view.articles)
    context = {
        "view": view,
        "article": shown,
        "in_story": held.story,
        "blocks": reading.blocks(told, shown, desk.notes(shown.id)),
        "claims": told_by,
        "copies": copies,
        "others": tuple(a for a in told.articles if a.id != shown.id),
    }
    return Shown("article_page.html.j2", context, held)


def _alone(shown: BriefArticle) -> BriefStory:
    """An article that no run has put into a story yet, as a story of its own."""
    return BriefStory(
        id="",
        headline=shown.title or "",
        articles=(shown,),
        claims=(),
        conflicts=(),
        origins=(),
        gaps=(),
        timeline=(),
        places=(),
        entities=(),
    )


def beside(desk: Desk, asked: Asked) -> Shown:
    """Two reports side by side, with the words that stand in both marked."""
    one, two = desk.article(asked.path["id"]).article, desk.article(asked.path["other"]).article
    sides = []
    twin = []
    for this, that in ((one, two), (two, one)):
        spans = reading.shared_runs(this.text, that.text)
        share = reading.shared_share(this.text, spans)
        sides.append({"article": this, "paragraphs": reading.paragraphs(this.text, spans), "share": share})
        twin.append({"article": this.id, "outlet": this.outlet, "shared_percent": share, "shared": spans})
    return Shown("beside_page.html.j2", {"sides": sides}, twin)


def origins(desk: Desk, asked: Asked) -> Shown:
    """All origins of a case."""
    words = marks.one_line(asked.query.get("q", ""))[:200]
    page = listing.read_page(asked.query)
    start = (page - 1) * ROWS
    if words:
        rows = tuple(row for row in desk.origins() if words.casefold() in row.name.casefold())[start : start + ROWS + 1]
    else:
        rows = desk.origins(limit=ROWS + 1, offset=start)
    context = {"rows": rows[:ROWS], "q": words, "page": page, "more": len(rows) > ROWS}
    return Shown("origins_page.html.j2", context, rows[:ROWS])


def origin(desk: Desk, asked: Asked) -> Shown:
    """All that one origin is credited with, over time, across stories."""
    found = desk.origin(asked.query.get("name", ""))
    titles = {row.id: row.headline for row in found.stories}
    days: dict[str, list[object]] = {}
    for credit in found.credits:
        days.setdefault((credit.published.earliest or credit.published.latest or "")[:10] or "date unknown", []).append(credit)
    return Shown("origin_page.html.j2", {"origin": found, "titles": titles, "days": tuple(days.items())}, found)


def search(desk: Desk, asked: Asked) -> Shown:
    """Where words stand in reports and statements."""
    query = marks.one_line(asked.query.get("q", ""))[:500]
    page = listing.read_page(asked.query)
    hits = desk.search(query, limit=HITS + 1, offset=(page - 1) * HITS) if query else ()
    shown = tuple((hit, _pieces(hit.snippet, hit.marks)) for hit in hits[:HITS])
    context = {"q": query, "hits": shown, "page": page, "more": len(hits) > HITS, "named": _named(desk, query)}
    return Shown("search_page.html.j2", context, hits[:HITS])


def _named(desk: Desk, query: str) -> tuple[str, str] | None:
    """What an id names, and its address; None where the query is no id, or nothing has it."""
    if not _ID.fullmatch(query):
        return None
    try:
        kind, _ = desk.find(query)
    except CaseError:
        return None
    return (kind, f"/{kind}/{query}") if kind in {"story", "claim", "article"} else None


def _pieces(snippet: str, spans: tuple[tuple[int, int], ...]) -> tuple[marks.Piece, ...]:
    whole = Span(start=0, end=len(snippet))
    return marks.cut(snippet, whole, [(start, end, "hit") for start, end in spans]) if snippet else ()


def review(desk: Desk, asked: Asked) -> Shown:
    """One question at a time, what would change most first."""
    at = listing.read_page({"page": asked.query.get("at", "")})
    questions = desk.review(at + 1)
    question = questions[at - 1] if at <= len(questions) else None
    told = desk.story(question.story) if question else None
    view = view_story(told) if told else None
    cues = _cues(desk, [s for c in question.claims for s in c.statements]) if question else {}
    context = {"question": question, "view": view, "cues": cues, "at": at, "more": len(questions) > at, "done": asked.query.get("done", "")}
    return Shown("review_page.html.j2", context, questions)


def log(desk: Desk, _: Asked) -> Shown:
    """What happened to the case: runs, decisions, what is unattached, set aside and failed."""
    decisions: tuple[Decision, ...] = desk.decisions()
    undone = {d.undoes for d in decisions if d.undoes}
    parts = {
        "runs": desk.runs()[::-1],
        "decisions": decisions[::-1],
        "unattached": desk.unattached(),
        "set_aside": desk.set_aside(),
        "failures": desk.failures(),
    }
    return Shown("log_page.html.j2", {**parts, "undone": undone, "open_log": ROWS}, parts)
