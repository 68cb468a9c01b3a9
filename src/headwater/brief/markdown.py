"""The brief as Markdown: a Brief in, text for a terminal and for GitHub out; no text of a report is live in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from headwater.brief.behind import CALL_TITLES, admiralty_words, side_lines, tellers_of, told_forms
from headwater.brief.carried import decided_doubts, decided_lines, log_lines
from headwater.brief.escape import code, escape, escape_line, guard
from headwater.brief.fragments import FRAGMENTS
from headwater.brief.marks import CREDIT, QUOTE, Piece, credit_contexts, joint_pieces, sentence_pieces
from headwater.brief.tellings import Telling, tellings
from headwater.brief.view import (
    CONFLICT_TITLES,
    LEGEND,
    NOT_TRUE,
    StoryView,
    chain_words,
    count,
    doubts,
    heading,
    other_addresses,
    published_words,
    report_name,
    rungs,
    sides,
    tally,
    tellers,
    view_story,
)
from headwater.types import Brief, BriefArticle, BriefClaim, BriefStatement, BriefStory, Standing

_DOT = " · "
_MARKS = "- a ← b: The report credits b, and b credits a. **Bold** is the statement, *italic* are the words that credit somebody."


def to_markdown(brief: Brief) -> str:
    """The brief as Markdown, ending in a newline."""
    blocks = ["# Brief", _DOT.join(tally(brief)), f"**{NOT_TRUE}**"]
    if not brief.stories:
        blocks.append("No story was found in what was read.")
    for story in brief.stories:
        blocks += _story(view_story(story))
    if brief.set_aside:
        blocks += ["## Set aside", _items(f"{code(aside.source)}: {escape(aside.why)}" for aside in brief.set_aside)]
    if brief.failures:
        failures = (f"{code(failure.source)}: {escape(failure.message)} (at {escape(failure.stage)})" for failure in brief.failures)
        blocks += ["## Failed", _items(failures)]
    if brief.stories:
        blocks += ["## What the words mean", "\n".join([*(f"- {term}: {meaning}" for term, meaning in LEGEND), _MARKS])]
    return "\n\n".join([*blocks, f"Made by Headwater {escape(brief.headwater)}."]) + "\n"


def _story(view: StoryView) -> Iterator[str]:
    story = view.story
    yield f"## {escape_line(view.headline)}"
    yield _DOT.join(view.rungs)
    if view.claims:
        yield "### Claims"
    for claim in view.claims:
        yield _claim(view, claim)
    yield from _section("Conflicts", _conflicts(view))
    yield from _told_once(view)
    yield from _section("Named and not read", (f"{escape(gap.name)}: {escape(gap.why)}" for gap in story.gaps))
    yield from _section("To call", _calls(view))
    yield from _section("Quotations that changed", _drift(view))
    yield from _section("Origins", _origins(view))
    yield from _section("Timeline", _timeline(view))
    yield from _section("Places", _places(story))
    if story.entities:
        yield "### Names"
        yield guard("; ".join(_entities(story)))
    yield from _section("Reports", (_article(view, article) for article in story.articles))
    yield from _fragments(view)
    yield from _section("What people decided", map(escape, log_lines(story)))


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    listed = _items(items)
    if listed:
        yield f"### {title}"
        yield listed


def _items(items: Iterable[str]) -> str:
    return "\n".join(f"- {guard(item)}" for item in items)


def _claim(view: StoryView, claim: BriefClaim) -> str:
    standing = claim.standing
    lines = [
        f"**[{view.numbers[claim.id]}]** {escape(heading(claim)).strip()}  ",
        f"{_DOT.join(rungs(standing))}: {_words(standing)}",
        *(f"- **{escape(line).strip()}**" for line in decided_lines(claim)),
        *([f"- why: {' '.join(escape(why).strip() for why in standing.why)}"] if standing.why else []),
        *(f"- {escape(line).strip()}" for line in (*side_lines(standing), admiralty_words(standing)) if line),
        *(line for telling in tellings(claim, view.articles) for line in _telling(view, telling)),
    ]
    return "\n".join([*lines[:2], "", *lines[2:]])


def _words(standing: Standing) -> str:
    return f"**{standing.word}**, **contested**" if standing.contested else f"**{standing.word}**"


def _told_once(view: StoryView) -> Iterator[str]:
    if view.told_once:
        yield f"### Told by one report ({view.once})"
    for article, claims in view.told_once:
        decided = (f"[{view.numbers[c.id]}] **{escape(line).strip()}**" for c in claims for line in decided_lines(c))
        yield "\n".join([f"**{escape_line(report_name(article))}**", "", *(f"- {line}" for line in (*_lines(view, claims), *decided))])


def _fragments(view: StoryView) -> Iterator[str]:
    """What states no fact of its own, last: a line each, so that nothing is lost."""
    if view.fragments:
        yield f"### Fragments ({len(view.crumbs)})"
        yield FRAGMENTS
        yield _items(
            f"{escape(report_name(article)).strip()}: {line}" for article, claims in view.fragments for line in _lines(view, claims)
        )


def _lines(view: StoryView, claims: Sequence[BriefClaim]) -> Iterator[str]:
    """The tellings of some claims with their numbers: a line a sentence, in which all that it states is marked."""
    lines: dict[tuple[str, str], list[tuple[int, BriefStatement]]] = {}
    for claim in claims:
        for told in tellings(claim, view.articles):
            statement = told.statement
            sentence = f"{statement.article} {statement.sentence.start}"
            lines.setdefault((f"{_credit(statement)}{_also(view, told)}", sentence), []).append((view.numbers[claim.id], statement))
    for (credit, _), held in lines.items():
        numbers = " ".join(f"[{number}]" for number in dict.fromkeys(number for number, _ in held))
        statements = [statement for _, statement in held]
        yield f"{numbers} {credit}: {_marked(joint_pieces(view.articles[statements[0].article].text, statements))}"


def _telling(view: StoryView, told: Telling) -> Iterator[str]:
    statement = told.statement
    article = view.articles[statement.article]
    taken = "; **retracted**" if article.retracted is not None else ""
    named = f"**{escape(report_name(article)).strip()}**, {escape(published_words(article.published))}{taken}"
    yield f"- {named}; {_credit(statement)}{_also(view, told)}"
    yield f"  > {guard(_sentence(view, statement))}"
    contexts = credit_contexts(article.text, statement)
    if contexts:
        yield "  >"
        yield f"  > Credited at: {' / '.join(_marked(pieces) for pieces in contexts)}"


def _also(view: StoryView, told: Telling) -> str:
    """The reports that have it word for word."""
    articles = [view.articles[statement.article] for statement in told.also]
    names = (f"{escape(report_name(article)).strip()} ({escape(published_words(article.published))})" for article in articles)
    return f"; also in, word for word: {', '.join(names)}" if articles else ""


def _sentence(view: StoryView, statement: BriefStatement) -> str:
    return _marked(sentence_pieces(view.articles[statement.article].text, statement))


def _credit(statement: BriefStatement) -> str:
    return "; ".join(
        [escape(chain_words(statement.chain)), *(f"**{doubt}**" for doubt in (*doubts(statement), *decided_doubts(statement)))]
    )


def _marked(pieces: Sequence[Piece]) -> str:
    """The pieces on one line: the statement bold, the words that credit in italics."""
    runs: list[tuple[str, str]] = []
    for piece in pieces:
        sign = "**" if QUOTE in piece.names else "*" if CREDIT in piece.names else ""
        if runs and runs[-1][0] == sign:
            runs[-1] = (sign, runs[-1][1] + piece.text)
        else:
            runs.append((sign, piece.text))
    line = ""
    for sign, text in runs:
        shown = _emphasised(text, sign)
        # two runs of stars that touch would be read as one
        line += escape(text) if line.endswith("*") and shown.startswith("*") else shown
    return " ".join(line.split())


def _emphasised(text: str, sign: str) -> str:
    """The text between signs that stand next to letters, because Markdown reads them only there."""
    start, end = _first_letter(text), len(text) - _first_letter(text[::-1])
    if not sign or start >= end:
        return escape(text)
    return f"{escape(text[:start])}{sign}{escape(text[start:end])}{sign}{escape(text[end:])}"


def _first_letter(text: str) -> int:
    """Where the first letter or digit stands, the length of the text where there is none."""
    return next((place for place, sign in enumerate(text) if sign.isalnum()), len(text))


def _conflicts(view: StoryView) -> Iterator[str]:
    for conflict in view.story.conflicts:
        title = f"{CONFLICT_TITLES[conflict.kind]}, the later replaces the earlier" if conflict.update else CONFLICT_TITLES[conflict.kind]
        head = f"**{title}**: {escape(conflict.why).strip()}"
        shown = sides(view, conflict)
        # where both sides are of one claim, it is named once
        lines = [f"{head}: {_named(view, shown[0].claim)}" if len(conflict.claims) == 1 else head]
        for side in shown:
            lines.append(f"  - {side.label or _named(view, side.claim)}")
            lines += [f"    - **{escape(line).strip()}**" for line in decided_lines(side.claim)]
            for statement in side.statements:
                name = escape(report_name(view.articles[statement.article])).strip()
                lines.append(f"    - {name}; {_credit(statement)}: {_sentence(view, statement)}")
            if side.more:
                lines.append(f"    - and {side.more} more")
        yield "\n".join(lines)


def _named(view: StoryView, claim: BriefClaim) -> str:
    return f"[{view.numbers[claim.id]}] {escape(heading(claim)).strip()} ({_DOT.join(rungs(claim.standing))})"


def _calls(view: StoryView) -> Iterator[str]:
    for call in view.story.calls:
        numbers = " ".join(f"[{view.numbers[claim]}]" for claim in call.claims)
        yield f"{escape(call.name)} ({CALL_TITLES[call.kind]}): {escape(call.why)} {numbers}".strip()


def _drift(view: StoryView) -> Iterator[str]:
    for drift in view.story.drift:
        lines = []
        for told in told_forms(view, drift):
            words = " ".join(_emphasised(text, "**") if changed else escape(text) for text, changed in told.pieces)
            who = f", credited to {', '.join(map(escape, told.speakers))}" if told.speakers else ""
            lines.append(f"“{words.strip()}” ({escape(tellers_of(told)).strip()}{who})")
        yield "\n  - ".join(lines)


def _origins(view: StoryView) -> Iterator[str]:
    for origin, claims in view.origins:
        numbers = ", ".join(f"[{view.numbers[claim]}]" for claim in claims)
        kind = "" if origin.name.endswith(origin.kind) else f" ({origin.kind})"
        yield f"{escape(origin.name)}{kind}: {count(len(claims), 'claim')} {numbers}".strip()


def _timeline(view: StoryView) -> Iterator[str]:
    for entry in view.story.timeline:
        names = ", ".join(escape(report_name(article)).strip() for article in tellers(view, entry.statements))
        said = ", said" if entry.saying else ""
        others = f", also dated {', '.join(map(escape, entry.conflicts))}" if entry.conflicts else ""
        yield f"**{escape(entry.date)}**{said}{others} {escape(entry.text).strip()} ({names})"


def _places(story: BriefStory) -> Iterator[str]:
    for place in story.places:
        acts = place.use == "actor"
        point = "" if acts or place.lat is None or place.lon is None else f", {place.lat:.2f} {place.lon:.2f}"
        country = f" ({escape(place.country)})" if place.country else ""
        yield f"{escape(place.name)}{country}, {'actor' if acts else escape(place.precision)}{point}, {count(len(place.mentions), 'mention')}"


def _entities(story: BriefStory) -> Iterator[str]:
    for entity in story.entities:
        also = f"; also {', '.join(escape(form) for form in entity.also)}" if entity.also else ""
        yield f"{escape(entity.name)} ({escape(entity.kind)}, {count(len(entity.mentions), 'mention')}{also})".strip()


def _article(view: StoryView, article: BriefArticle) -> str:
    facts = [
        f"**{escape(report_name(article)).strip()}**",
        f"“{escape(article.title).strip()}”" if article.title else "",
        f"by {escape(article.author).strip()}" if article.author else "",
        f"{escape(published_words(article.published))} ({escape(article.published.basis)})",
        f"passes on {', '.join(escape(name) for name in article.credits)}" if article.credits else "",
        f"copy of {', '.join(_name(view, other) for other in article.copy_of)}" if article.copy_of else "",
        f"breaks off: {escape(article.cut)}" if article.cut else "",
        f"**retracted**: {escape(article.retracted).strip()}" if article.retracted is not None else "",
        f"**corrected**: {escape(article.corrected).strip()}" if article.corrected is not None else "",
        f"also at {', '.join(code(address) for address in other_addresses(article))}" if other_addresses(article) else "",
        _dropped(article),
        code(article.source),
    ]
    return "; ".join(fact for fact in facts if fact)


def _name(view: StoryView, article: str) -> str:
    return escape(report_name(view.articles[article])).strip() if article in view.articles else code(article)


def _dropped(article: BriefArticle) -> str:
    kinds = sorted(Counter(dropped.kind for dropped in article.dropped).items())
    return f"dropped: {', '.join(f'{number} {escape(kind)}' for kind, number in kinds)}" if kinds else ""
