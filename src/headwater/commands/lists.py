"""Verbs that list what is in a case, or in reports that are read now: claims, conflicts, origins, gaps, timeline; and show."""

import argparse
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from headwater.commands.shared import (
    READ,
    Commands,
    add_case,
    add_json,
    add_paths,
    add_settings,
    brief_of,
    case_of,
    many,
    plain,
    status_of,
    write,
    write_json,
)

if TYPE_CHECKING:
    from headwater.case import Case, OriginPage, StoryArticle
    from headwater.types import BriefClaim, BriefStatement, BriefStory, Decision

_SHOWN = 100  # characters of a claim in a line


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    """The verbs of this file."""
    for name, help_, lines in _LISTS:
        verb = commands.add_parser(name, help=help_, description=f"{help_[0].upper()}{help_[1:]}. A line each.")
        verb.epilog = "Exit status: as for brief."
        add_paths(verb)
        verb.add_argument("--story", action="append", metavar="ID", help="this story alone; may be given several times")
        add_settings(verb)
        add_json(verb)
        verb.set_defaults(run=_list, lines=lines, what=name)
    show = commands.add_parser("show", help="show what an id in a case names", description=_SHOW)
    add_case(show)
    show.add_argument("id", metavar="ID", help="the id of a story, claim, statement, article, origin or decision; or the name of an origin")
    add_json(show)
    show.set_defaults(run=_show)


_SHOW = "Shows what an id names: a story, a claim with its statements and its standing, a statement, an article, an origin, a decision."


def _list(arguments: argparse.Namespace) -> int:
    made = brief_of(arguments)
    wanted = set(arguments.story or ())
    stories = [s for s in made.stories if not wanted or s.id in wanted]
    if arguments.json:
        rows = [{"story": s.id, **row} for s in stories for row in _as_rows(getattr(s, arguments.what))]
        status = write_json(rows)
    else:
        status = write("".join(f"{line}\n" for s in stories for line in arguments.lines(s)))
    return status if case_of(arguments.paths) else status or status_of(made)


def _as_rows(values: tuple[object, ...]) -> list[dict[str, object]]:
    import msgspec  # noqa: PLC0415 - half a second that --help and wrong usage need not wait for

    return [msgspec.to_builtins(value) for value in values]


def _claims(story: "BriefStory") -> Iterator[str]:
    for c in sorted(story.claims, key=lambda c: (c.standing.origins, -c.standing.articles)):
        yield f"{c.id}  {_standing(c)}  {_short(c.decided.text if c.decided else c.text)}"
        for part in c.decided.parts if c.decided else ():
            held = part.standing
            yield f"{part.id}  {_ladder(held.articles, held.origins, held.word)} (split off {c.id})  {_short(part.text)}"


def _standing(claim: "BriefClaim") -> str:
    """The ladder in a line: what people decided first, what the program guesses beside it."""
    held = claim.decided.standing if claim.decided else None
    if claim.decided and claim.decided.into:
        return f"[part of {claim.decided.into}]"
    guess = claim.standing
    if held and (held.articles, held.origins, held.word) != (guess.articles, guess.origins, guess.word):
        guessed = (
            _range(guess.origins) if held.articles == guess.articles else f"{many(guess.articles, 'article')}, {_origins_of(guess.origins)}"
        )
        return f"{_ladder(held.articles, held.origins, held.word)} (decided; guess {guessed})"
    return _ladder(claim.standing.articles, claim.standing.origins, claim.standing.word) + (
        ", contested" if claim.standing.contested else ""
    )


def _ladder(articles: int, origins: tuple[int, int], word: str) -> str:
    return f"{many(articles, 'article')}, {_origins_of(origins)}, {word}"


def _origins_of(origins: tuple[int, int]) -> str:
    return f"{_range(origins)} origin{'' if origins == (1, 1) else 's'}"


def _range(origins: tuple[int, int]) -> str:
    low, high = origins
    return str(low) if low == high else f"{low} to {high}"


def _conflicts(story: "BriefStory") -> Iterator[str]:
    for c in story.conflicts:
        yield f"{c.kind}{' (update)' if c.update else ''}  {plain(c.why)}  [{', '.join(c.claims)}]"


def _origins(story: "BriefStory") -> Iterator[str]:
    for o in story.origins:
        yield f"{o.id}  {many(len(o.claims), 'claim')}  {o.kind}  {plain(o.name)}"


def _gaps(story: "BriefStory") -> Iterator[str]:
    for g in story.gaps:
        yield f"{plain(g.name)}: {plain(g.why)}"


def _timeline(story: "BriefStory") -> Iterator[str]:
    for t in story.timeline:
        yield f"{t.date:10}  {_short(t.text)}{'  [' + t.claim + ']' if t.claim else ''}"


_LISTS: tuple[tuple[str, str, Callable[["BriefStory"], Iterator[str]]], ...] = (
    ("claims", "list claims with their standing, those of fewest origins first", _claims),
    ("conflicts", "list where reports conflict", _conflicts),
    ("origins", "list who stands behind the claims", _origins),
    ("gaps", "list the sources that reports name and nobody read", _gaps),
    ("timeline", "list dated events", _timeline),
)


def _short(text: str) -> str:
    line = plain(text)
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _show(arguments: argparse.Namespace) -> int:
    from headwater.case import Case  # noqa: PLC0415 - see above

    with Case.open(arguments.case) as case:
        kind, value = case.find(arguments.id)
        if arguments.json:
            return write_json({"kind": kind, kind: value})
        shown = [f"{kind} {arguments.id}", *_SHOWERS[kind](value, case)]
    return write("".join(f"{line}\n" for line in shown)) or READ


def _show_story(story: "BriefStory", _: "Case") -> Iterator[str]:
    yield plain(story.headline)
    for a in story.articles:
        yield f"  article {a.id}  {a.published.earliest or 'undated':10}  {plain(a.outlet or a.source)}  {plain(a.title or '')}"
    yield from (f"  claim {line}" for line in _claims(story))


def _show_claim(value: "tuple[BriefStory, BriefClaim]", case: "Case") -> Iterator[str]:
    story, claim = value
    yield _short(claim.text)
    yield f"  {_standing(claim)}"
    yield from (f"  because: {plain(why)}" for why in claim.standing.why)
    if claim.decided:
        yield from (f"  decided by {d}" for d in claim.decided.decisions)
        yield from (f"  the program thinks otherwise: {plain(o)}" for o in claim.decided.otherwise)
    outlets = {a.id: a.outlet or a.source for a in story.articles}
    for s in claim.statements:
        yield from _said(s, outlets[s.article])
    del case


def _said(statement: "BriefStatement", outlet: str) -> Iterator[str]:
    chain = " <- ".join(plain(link.name) for link in statement.chain) or "in its own voice"
    yield f"  statement {statement.id}  {plain(outlet)}: “{_short(statement.quote)}”  ({statement.status}; {chain})"


def _show_statement(value: "tuple[BriefStory, BriefClaim, BriefStatement]", case: "Case") -> Iterator[str]:
    story, claim, statement = value
    outlet = next(a.outlet or a.source for a in story.articles if a.id == statement.article)
    yield from _said(statement, outlet)
    yield f"  of claim {claim.id}, story {story.id}, article {statement.article}, characters {statement.start} to {statement.end}"
    del case


def _show_article(value: "StoryArticle", case: "Case") -> Iterator[str]:
    a = value.article
    page = case.page(a.id)
    yield f"{plain(a.title or '')}"
    yield f"  {plain(a.outlet or 'no outlet')}, {a.published.earliest or 'undated'} ({plain(a.published.basis)})"
    yield f"  story {value.story or 'none yet'}; {plain(a.address or a.source)}"
    yield f"  page {page.sha256}, {len(page.content)} bytes of {page.media_type}, kept {page.added}"
    yield ""
    yield from ("  " + plain(line) for line in a.text.splitlines())


def _show_origin(value: "OriginPage", case: "Case") -> Iterator[str]:
    yield f"{plain(value.name)} ({', '.join(value.kinds)})"
    yield from (f"  also {plain(name)}" for name in value.also)
    for c in value.credits:
        yield f"  {c.published.earliest or 'undated':10}  {plain(c.outlet or '')}: “{_short(c.statement.quote)}”  [claim {c.claim}, story {c.story}]"
    del case


def _show_decision(value: "Decision", case: "Case") -> Iterator[str]:
    yield f"{value.kind} by {plain(value.who)}, {value.when}{': ' + plain(value.why) if value.why else ''}"
    yield from (f"  on article {a.article}: “{_short(a.quote)}”" for a in value.anchors)
    yield from (f"  name: {plain(name)}" for name in value.names)
    yield from (f"  value: {plain(v)}" for v in (value.value,) if v)
    yield from (f"  takes back {i}" for i in (value.undoes,) if i)
    yield from (f"  not attached: {plain(u.what)}: {plain(u.why)}" for u in case.unattached() if u.decision == value.id)


_SHOWERS: dict[str, Callable[..., Iterator[str]]] = {
    "story": _show_story,
    "claim": _show_claim,
    "statement": _show_statement,
    "article": _show_article,
    "origin": _show_origin,
    "decision": _show_decision,
}
