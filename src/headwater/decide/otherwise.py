"""A guess of the program and a decision of a person on the same thing in, what the program thinks otherwise out, in words."""

from collections.abc import Sequence

from headwater.text import fold
from headwater.types import Attached, BriefArticle, BriefClaim, BriefPlace, BriefStatement, BriefStory, Decided, Decision, TimelineEntry

_LONGEST = 80  # characters of a quotation in a sentence of reasons


def think_of_claim(
    claim: BriefClaim, decision: Decision, at: Sequence[Attached], names: Sequence[str], story: BriefStory
) -> tuple[str, ...]:
    """What the program thinks otherwise than a decision that bears on a claim: no sentence where it thinks the same."""
    if names:
        return _of_origins(decision, names, story)
    home = {s.id: c for c in story.claims for s in c.statements}
    held = [home[a.statements[0]] for a in at if a.statements and a.statements[0] in home]
    several = list({c.id: c for c in held}.values())
    if decision.kind == "merge" and len(several) > 1:
        return (f"The program keeps {len(several)} claims apart: {_list([quoted(c.text) for c in several])}.",)
    if decision.kind == "not the same" and len(several) < len(held):
        return (f"The program takes these for one claim: {quoted(several[0].text)}.",)
    if decision.kind == "split":
        gone = {s for a in at for s in a.statements}
        rest = [c for c in several if _rest(c, gone) != _words(c, gone)]
        return tuple(
            f"The program keeps {quoted(_words(c, gone))} in one claim with {quoted(_rest(c, gone))}." for c in rest if c.id == claim.id
        )
    if decision.kind == "ignore":
        return ("The program counts what is ignored here.",)
    return ()


def _of_origins(decision: Decision, names: Sequence[str], story: BriefStory) -> tuple[str, ...]:
    """What the program thinks otherwise of names that a decision makes one origin or keeps apart."""
    own = {o.name for o in story.origins}
    credited = {s.chain[0].name for c in story.claims for s in c.statements if s.chain}
    apart = [n for n in names if n in own]
    held = [n for n in names if n in own | credited]
    if decision.kind == "same origin" and len(apart) > 1:
        return (f"The program takes {_list(apart)} for {len(apart)} origins.",)
    if decision.kind == "not the same" and len(apart) < len(held):
        return (f"The program takes {_list(held)} for one origin.",)
    return ()


def think_of_statement(statement: BriefStatement, decided: Decided) -> tuple[str, ...]:
    """What the program thinks otherwise of a statement."""
    lines = (
        f"The program reads it as {statement.status}." if decided.status and decided.status != statement.status else "",
        "The program counts it." if decided.ignored else "",
    )
    return tuple(filter(None, lines))


def think_of_article(article: BriefArticle, date: str | None) -> tuple[str, ...]:
    """What the program thinks otherwise of when an article appeared."""
    held = (article.published.earliest or "", article.published.latest or "")
    if date is None or all(end.startswith(date) for end in held):
        return ()
    when = " to ".join(dict.fromkeys(filter(None, held))) or "on no day that it knows of"
    return (f"The program dates it {when}.",)


def think_of_place(place: BriefPlace, decision: Decision) -> tuple[str, ...]:
    """What the program thinks otherwise of a place."""
    there = "" if place.lat is None or place.lon is None else f" at {place.lat:.2f}, {place.lon:.2f}"
    same = decision.value == place.name and (decision.point is None or (decision.point.lat, decision.point.lon) == (place.lat, place.lon))
    return () if same else (f"The program takes it for {place.name}{f' ({place.country})' if place.country else ''}{there}.",)


def think_of_date(entry: TimelineEntry, decision: Decision) -> tuple[str, ...]:
    """What the program thinks otherwise of a date."""
    return () if decision.value == entry.date else (f"The program dates it {entry.date}.",)


def quoted(text: str) -> str:
    """Words between quotation marks, cut where they run on."""
    plain = " ".join(text.split())
    return f"“{plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + '…'}”"


def _words(claim: BriefClaim, statements: set[str]) -> str:
    return next((s.quote for s in claim.statements if s.id in statements), claim.text)


def _rest(claim: BriefClaim, gone: set[str]) -> str:
    """The words of a claim, or, where these left it with all that use them, the first that stay."""
    said = {fold(s.quote) for s in claim.statements if s.id in gone}
    left = [s.quote for s in claim.statements if fold(s.quote) not in said]
    return claim.text if claim.text in left or not left else left[0]


def _list(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
