"""The table of a brief: a Brief in, one row a statement out, with its claim, the claim's standing and its report; pure."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from headwater.brief.carried import look_up, sentence
from headwater.brief.marks import one_line
from headwater.brief.view import OWN_VOICE, link_words, report_name, view_story
from headwater.types import Brief, BriefArticle, BriefClaim, BriefStatement, BriefStory, DecidedClaim, Standing

Cell = str | int | bool | tuple[str, ...] | None
Kind = Literal["text", "number", "flag", "list"]


class Row(NamedTuple):
    """A statement with all that its row shows."""

    story: BriefStory
    number: int
    claim: BriefClaim
    statement: BriefStatement
    article: BriefArticle
    origins: tuple[str, ...]
    conflicts: tuple[str, ...]

    @property
    def standing(self) -> Standing:
        """The program's standing of the claim."""
        return self.claim.standing

    @property
    def decided(self) -> DecidedClaim | None:
        """What people decided of the claim."""
        return self.claim.decided

    @property
    def decided_standing(self) -> Standing | None:
        """The claim's standing under what people decided."""
        return self.claim.decided.standing if self.claim.decided else None


class Column(NamedTuple):
    """A column: its name, what its cells are, how a cell is had; and how a list stands in one cell."""

    name: str
    kind: Kind
    cell: Callable[[Row], Cell]
    between: str = " | "
    nothing: str = ""


COLUMNS = (
    Column("claim_number", "number", lambda r: r.number),
    Column("claim", "text", lambda r: r.claim.text),
    Column("word", "text", lambda r: r.standing.word),
    Column("contested", "flag", lambda r: r.standing.contested),
    Column("origins_low", "number", lambda r: r.standing.origins[0]),
    Column("origins_high", "number", lambda r: r.standing.origins[1]),
    Column("articles", "number", lambda r: r.standing.articles),
    Column("texts", "number", lambda r: r.standing.texts),
    Column("outlets", "number", lambda r: r.standing.outlets),
    Column("why", "list", lambda r: r.standing.why),
    Column("possible_origins", "list", lambda r: r.origins),
    Column("conflicts", "list", lambda r: r.conflicts),
    Column("outlet", "text", lambda r: report_name(r.article)),
    Column("published_earliest", "text", lambda r: r.article.published.earliest),
    Column("published_latest", "text", lambda r: r.article.published.latest),
    Column("credited", "list", lambda r: tuple(map(link_words, r.statement.chain)), " ← ", OWN_VOICE),
    Column("status", "text", lambda r: r.statement.status),
    Column("outlet_status", "text", lambda r: r.statement.outlet_status),
    Column("sure", "flag", lambda r: r.statement.sure),
    Column("quote", "text", lambda r: r.statement.quote),
    Column("sentence", "text", lambda r: sentence(r.article, r.statement)),
    Column("title", "text", lambda r: r.article.title),
    Column("retracted", "text", lambda r: r.article.retracted),
    Column("corrected", "text", lambda r: r.article.corrected),
    Column("passes_on", "list", lambda r: r.article.credits),
    Column("copy_of", "list", lambda r: r.article.copy_of),
    Column("language", "text", lambda r: r.article.language),
    Column("address", "text", lambda r: r.article.address),
    Column("source", "text", lambda r: r.article.source),
    Column("headline", "text", lambda r: r.story.headline),
    Column("decided_word", "text", lambda r: r.decided_standing.word if r.decided_standing else None),
    Column("decided_contested", "flag", lambda r: r.decided_standing.contested if r.decided_standing else None),
    Column("decided_origins_low", "number", lambda r: r.decided_standing.origins[0] if r.decided_standing else None),
    Column("decided_origins_high", "number", lambda r: r.decided_standing.origins[1] if r.decided_standing else None),
    Column("decided_into", "text", lambda r: r.decided.into if r.decided else None),
    Column("decisions", "list", lambda r: r.decided.decisions if r.decided else ()),
    Column("decided_status", "text", lambda r: r.statement.decided.status if r.statement.decided else None),
    Column("ignored", "flag", lambda r: bool(r.statement.decided and r.statement.decided.ignored)),
    Column("story_id", "text", lambda r: r.story.id),
    Column("claim_id", "text", lambda r: r.claim.id),
    Column("statement_id", "text", lambda r: r.statement.id),
    Column("article_id", "text", lambda r: r.article.id),
    Column("start", "number", lambda r: r.statement.start),
    Column("end", "number", lambda r: r.statement.end),
)


def make_rows(brief: Brief) -> Iterator[Row]:
    """A row a statement, story after story, the claims in the order and with the numbers of the Markdown and the HTML."""
    for story in brief.stories:
        view = view_story(story)
        lookup = look_up(story)
        origins = {claim: tuple(one_line(origin.name) for origin in held) for claim, held in lookup.origins.items()}
        for claim in sorted(story.claims, key=lambda claim: view.numbers[claim.id]):
            for statement in claim.statements:
                yield Row(
                    story,
                    view.numbers[claim.id],
                    claim,
                    statement,
                    view.articles[statement.article],
                    origins.get(claim.id, ()),
                    lookup.conflicts.get(claim.id, ()),
                )
