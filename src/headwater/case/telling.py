"""The articles of a story and what people decided in, the story as the brief shows it out."""

from collections.abc import Mapping, Sequence

import msgspec

from headwater.brief import Parts
from headwater.case.lineage import renamed
from headwater.case.marks import read_article
from headwater.case.profiles import Profiles
from headwater.case.store import Store
from headwater.clean import take_back
from headwater.deciding import assemble_decided
from headwater.group.tell import tell
from headwater.outlets import outlet_key
from headwater.pipeline import ReadArticle, parts_of
from headwater.settings import Settings
from headwater.types import Article, Aside, Attached, BriefStory, Decision


class Guess(msgspec.Struct, frozen=True, kw_only=True):
    """A story as the program guesses it, and what a row of the list needs beside it."""

    parts: Parts
    texts: int
    outlets: int


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """What people decided, and where it stands now."""

    decisions: tuple[Decision, ...] = ()
    attached: tuple[Attached, ...] = ()


def guess(store: Store, profiles: Profiles, story: str, members: Sequence[int], *, settings: Settings) -> Guess:
    """The story of some articles, with the ids of claims that the program would give."""
    read = _marked(store, [read_article(store, n) for n in members])
    told = tell(story, [(r.article, profiles[n]) for n, r in zip(members, read, strict=True)], settings=settings.group)
    return Guess(
        parts=parts_of(told, {r.article.id: r for r in read}, settings=settings),
        texts=len(members) - sum(len(copies) - 1 for copies in told.copies),
        outlets=len({_outlet(r.article) for r in read}),
    )


def _marked(store: Store, read: Sequence[ReadArticle]) -> list[ReadArticle]:
    """The articles, marked where their publisher took them back since."""
    rows = store.rows("SELECT source, why, cancels FROM aside WHERE cancels IS NOT NULL ORDER BY source, why")
    asides = [Aside(source=source, why=why, cancels=cancels) for source, why, cancels in rows]
    articles = take_back([r.article for r in read], asides)
    return [ReadArticle(a, r.notes, r.statements) for a, r in zip(articles, read, strict=True)]


def finished(made: Guess, names: Mapping[str, str], judged: Judged) -> BriefStory:
    """The story with the ids that its claims keep, and with what people decided beside the guesses."""
    return assemble_decided(renamed(made.parts, names), judged.decisions, judged.attached)


def _outlet(article: Article) -> str:
    """Whose article it is; one that names nobody has an outlet of its own."""
    return outlet_key(article.outlet) if article.outlet else article.domain or article.id
