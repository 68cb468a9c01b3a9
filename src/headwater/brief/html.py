"""The brief as one HTML page: a Brief in, a page out that loads nothing, runs nothing and follows nothing outward."""

import re
from collections.abc import Callable
from typing import NamedTuple

import jinja2
import markupsafe

from headwater.brief import behind, carried, marks, view
from headwater.brief.figure import draw_origins
from headwater.brief.fragments import FRAGMENTS
from headwater.brief.map import draw_map
from headwater.brief.tellings import UNSURE, UNSURE_WORDS, fold_copies, tellings
from headwater.types import Brief, BriefArticle, BriefClaim, Span

OPEN_CLAIMS = 8
"""Claims of a story whose statements are unfolded at first: about two screens."""
OPEN_STATEMENTS = 6
"""Statements of a claim shown before the rest is folded."""
OPEN_ROWS = 12
"""Rows of a side list up to which it is unfolded."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


class TextPiece(NamedTuple):
    """A run of an article's text, whether a statement covers it, and the (statement, claim) pairs that begin there."""

    text: str
    said: bool
    begins: tuple[tuple[str, str], ...]


class Links(NamedTuple):
    """Where things are shown: ids in, addresses out; anchors of the page itself unless told."""

    claim: Callable[[str], str] = "#claim-{}".format
    article: Callable[[str], str] = "#article-{}".format
    at: Callable[[str, str], str] = "#at-{1}".format
    """(article, statement) -> the place of the statement in its report."""


def to_html(brief: Brief) -> str:
    """The brief as one self-contained HTML page, ending in a newline."""
    stories = [view.view_story(story) for story in brief.stories]
    return make_environment().get_template("brief.html.j2").render(brief=brief, stories=stories)


def text_pieces(story: view.StoryView) -> dict[str, tuple[TextPiece, ...]]:
    """Each article's whole text in pieces, cut at the statements of the story, by article id."""
    starts: dict[str, dict[int, list[tuple[str, str]]]] = {article.id: {} for article in story.story.articles}
    spans: dict[str, list[marks.Mark]] = {article.id: [] for article in story.story.articles}
    for claim in sorted(story.story.claims, key=lambda claim: story.numbers[claim.id]):
        for statement in claim.statements:
            starts[statement.article].setdefault(statement.start, []).append((statement.id, claim.id))
            spans[statement.article].append((statement.start, statement.end, marks.QUOTE))
    return {article.id: _pieces(article, spans[article.id], starts[article.id]) for article in story.story.articles}


def _pieces(article: BriefArticle, spans: list[marks.Mark], starts: dict[int, list[tuple[str, str]]]) -> tuple[TextPiece, ...]:
    whole = Span(start=0, end=len(article.text))
    return tuple(
        TextPiece(piece.text, bool(piece.names), tuple(starts.get(piece.start, ()))) for piece in marks.cut(article.text, whole, spans)
    )


def _figure(story: view.StoryView, claim: BriefClaim) -> markupsafe.Markup:
    """The graph of a claim of two reports or more; "" of others. What stands in it of reports is escaped where it is drawn."""
    several = len({statement.article for statement in claim.statements}) > 1
    return markupsafe.Markup(draw_origins(story.story, claim.id) if several else "")  # noqa: S704 - see above


def _language(code: str) -> str:
    """The language code, or "und" where it is none."""
    return code if _LANGUAGE.fullmatch(code) else "und"


def _safe(value: object) -> object:
    """The value as every template prints it: text of a report cannot disturb the page; markup of templates is kept."""
    return marks.plain(value) if type(value) is str else value


def _functions() -> tuple[Callable[..., object], ...]:
    """What templates may call, each by its name."""
    return (
        view.chain_words,
        view.count,
        view.doubts,
        view.heading,
        view.link_words,
        view.published_words,
        view.report_name,
        view.other_addresses,
        view.rungs,
        view.sides,
        view.tally,
        view.tellers,
        tellings,
        fold_copies,
        draw_map,
        behind.admiralty_words,
        behind.side_lines,
        behind.tellers_of,
        behind.told_forms,
        carried.decided_doubts,
        carried.decided_lines,
        carried.log_lines,
        _figure,
        marks.credit_contexts,
        marks.sentence_pieces,
        text_pieces,
    )


def make_environment(*packages: str, links: Links = Links()) -> jinja2.Environment:  # noqa: B008 - frozen
    """What every page is made with: the brief's templates and those of further packages, escaping, and the words they share."""
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader([jinja2.PackageLoader(name) for name in ("headwater.brief", *packages)]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update({function.__name__: function for function in _functions()})
    environment.globals.update(
        language=_language,
        links=links,
        cues={},
        legend=view.LEGEND,
        not_true=view.NOT_TRUE,
        own_voice=view.OWN_VOICE,
        fragments_words=FRAGMENTS,
        unsure=UNSURE,
        unsure_words=UNSURE_WORDS,
        conflict_titles=view.CONFLICT_TITLES,
        call_titles=behind.CALL_TITLES,
        open_claims=OPEN_CLAIMS,
        open_statements=OPEN_STATEMENTS,
        open_rows=OPEN_ROWS,
    )
    return environment
