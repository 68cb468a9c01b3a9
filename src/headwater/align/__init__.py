"""Story and Statements in, Claims and Conflicts out."""

from collections.abc import Mapping, Sequence

from headwater.align.conflicts import find_conflicts
from headwater.align.pairs import Pairs, score_pairs
from headwater.cluster import group_by_average
from headwater.settings import AlignSettings
from headwater.text import content_id, words
from headwater.types import Article, Claim, Conflict, Notes, Statement, Story

__all__ = ["align"]

_CLEAREST_WORDS = 14  # a claim's text is best near this length: long enough to stand alone, short enough to say one thing


def align(
    story: Story,
    statements: Sequence[Statement],
    articles: Mapping[str, Article],
    notes: Mapping[str, Notes],
    *,
    settings: AlignSettings | None = None,
) -> tuple[tuple[Claim, ...], tuple[Conflict, ...]]:
    """The claims of a story, those of most articles first, and the conflicts among them.

    Args:
        story: whose articles these are.
        statements: all of the story's, in any order.
        articles: the story's articles by id.
        notes: their notes by id; the vectors are taken from here.
        settings: how alike statements of one claim are.
    """
    settings = settings or AlignSettings()
    place = {a: i for i, a in enumerate(story.articles)}
    ordered = sorted(statements, key=lambda s: (place[s.article], s.start))
    pairs = score_pairs(ordered, articles, notes)
    groups = group_by_average(len(ordered), pairs.same, threshold=settings.same_claim, floor=settings.pair_floor)
    by_id = {s.id: s for s in ordered}
    claims = [_claim([ordered[i] for i in g], articles, sure=_sure(g, ordered, pairs, settings)) for g in groups]
    spread = {c.id: len({s.article for s in (by_id[i] for i in c.statements)}) for c in claims}
    claims.sort(key=lambda c: -spread[c.id])
    return tuple(claims), find_conflicts(claims, ordered, pairs.topic, articles, least=settings.conflict_topic)


def _sure(group: Sequence[int], statements: Sequence[Statement], pairs: Pairs, settings: AlignSettings) -> tuple[str, ...]:
    """Those of a group that are surely like its middle, the one that is most like the others.

    Surely means by score and by words: most of the shorter one's words of content stand in the other too, and both
    have enough of them to say something that is not said every day.
    """

    def like(a: int, b: int) -> float:
        return 1.0 if a == b else pairs.same.get((min(a, b), max(a, b)), 0.0)

    def shared(a: int, b: int) -> float:
        fewer = min(len(pairs.words[a]), len(pairs.words[b]))
        return len(pairs.words[a] & pairs.words[b]) / fewer if fewer >= settings.sure_least else 0.0

    middle = max(group, key=lambda a: (round(sum(like(a, b) for b in group), 6), -a))
    return tuple(statements[i].id for i in group if like(i, middle) >= settings.sure and shared(i, middle) >= settings.sure_words)


def _claim(members: Sequence[Statement], articles: Mapping[str, Article], *, sure: tuple[str, ...]) -> Claim:
    clearest = max(members, key=lambda s: _clarity(s, articles[s.article].text[s.start : s.end]))
    return Claim(
        id=content_id("claim", members[0].id),
        text=articles[clearest.article].text[clearest.start : clearest.end],
        statements=tuple(s.id for s in members),
        sure=sure,
    )


def _clarity(statement: Statement, text: str) -> tuple[bool, float, str]:
    """How well a statement stands alone: asserted, with names, begins like a sentence, neither long nor short."""
    size = len(words(text))
    fit = -abs(size - _CLEAREST_WORDS) / _CLEAREST_WORDS + 0.5 * min(2, len(statement.names)) + 0.5 * text[:1].isupper()
    return statement.status != "denied", fit, statement.id
