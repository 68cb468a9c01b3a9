"""The statements of a claim in, each wording once out, with the reports that have it word for word; nothing is left out."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from headwater.brief.carried import decided_doubts
from headwater.brief.marks import CREDIT, QUOTE, Piece, credit_contexts, sentence_pieces
from headwater.brief.view import chain_words, doubts
from headwater.text import fold
from headwater.types import BriefArticle, BriefClaim, BriefStatement

UNSURE = "perhaps the same"
"""What is shown of a statement that may say something else than its claim."""
UNSURE_WORDS = "It may not say quite what the claim says, so it never raises the low end."


class Telling(NamedTuple):
    """A statement as it is shown, and those of the claim that are its copies word for word: sentence, mark, credit and doubts."""

    statement: BriefStatement
    also: tuple[BriefStatement, ...]
    unsure: bool
    """May it say something else than its claim? Never where its words head the claim, or stand in a statement that surely says it."""


def tellings(claim: BriefClaim, articles: Mapping[str, BriefArticle], apart: Collection[str] = ()) -> tuple[Telling, ...]:
    """The statements of a claim in their order, each wording where it stands first.

    Args:
        claim: whose statements.
        articles: by id.
        apart: ids of statements that are shown by themselves in any case; what people decided something of always is.
    """
    return fold_copies(claim, claim.statements, articles, apart)


def fold_copies(
    claim: BriefClaim, statements: Sequence[BriefStatement], articles: Mapping[str, BriefArticle], apart: Collection[str] = ()
) -> tuple[Telling, ...]:
    """The same for some statements that are shown with a claim."""
    groups: dict[tuple[str, ...], list[BriefStatement]] = {}
    for s in statements:
        key = (s.id,) if s.id in apart or s.decided else _wording(articles[s.article], s)
        groups.setdefault(key, []).append(s)
    surely = {_bare(claim.text), *(_bare(s.quote) for s in claim.statements if s.sure)}
    return tuple(Telling(held[0], tuple(held[1:]), _bare(held[0].quote) not in surely) for held in groups.values())


def _bare(text: str) -> str:
    """The words alone: a copy may end in another mark."""
    return fold(text).strip(" .,;:!?\"'")


def _wording(article: BriefArticle, statement: BriefStatement) -> tuple[str, ...]:
    """All that is shown of a statement but whose report it stands in."""
    taken = ("retracted",) if article.retracted is not None else ()
    return (
        _marked(sentence_pieces(article.text, statement)),
        "\n".join(_marked(pieces) for pieces in credit_contexts(article.text, statement)),
        fold(chain_words(statement.chain)),
        *(str(link.kind) for link in statement.chain),
        *doubts(statement),
        *decided_doubts(statement),
        *taken,
    )


def _marked(pieces: Sequence[Piece]) -> str:
    """The words on one line with their marks, so that one sentence with two statements gives two wordings."""
    signed = ((piece.text, "|" if QUOTE in piece.names else "", "/" if CREDIT in piece.names else "") for piece in pieces)
    return " ".join("".join(f"{quote}{credit}{text}{credit}{quote}" for text, quote, credit in signed).split())
