"""The brief as one HTML page: a Brief in, a page out that loads nothing, runs nothing and follows nothing outward."""

import re
from collections.abc import Callable
from typing import NamedTuple

import jinja2

from headwater.brief import marks, view
from headwater.brief.map import draw_map
from headwater.types import Brief, BriefArticle, Span

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


def to_html(brief: Brief) -> str:
    """The brief as one self-contained HTML page, ending in a newline."""
    stories = [view.view_story(story) for story in brief.stories]
    return _environment().get_template("brief.html.j2").render(brief=brief, stories=stories)


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


def _language(code: str) -> str:
    """The language code, or "und" where it is none."""
    return code if _LANGUAGE.fullmatch(code) else "und"


def _safe(value: object) -> object:
    """The value as every template prints it: text of a report cannot disturb the page; markup of templates is kept."""
    return marks.plain(value) if type(value) is str else value


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("headwater.brief"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    words: tuple[Callable[..., object], ...] = (
        view.chain_words,
        view.count,
        view.doubts,
        view.link_words,
        view.published_words,
        view.report_name,
        view.other_addresses,
        view.rungs,
        view.sides,
        view.tally,
        view.tellers,
        draw_map,
        marks.credit_contexts,
        marks.sentence_pieces,
        text_pieces,
    )
    environment.globals.update({function.__name__: function for function in words})
    environment.globals.update(
        language=_language,
        legend=view.LEGEND,
        not_true=view.NOT_TRUE,
        own_voice=view.OWN_VOICE,
        conflict_titles=view.CONFLICT_TITLES,
        open_claims=OPEN_CLAIMS,
        open_statements=OPEN_STATEMENTS,
        open_rows=OPEN_ROWS,
    )
    return environment
