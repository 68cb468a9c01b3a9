"""Story and Statements in, Claims and Conflicts out."""

from collections.abc import Mapping, Sequence

from headwater.align.conflicts import find_denials, find_differences
from headwater.align.pairs import Pairs, score_pairs
from headwater.cluster import group_by_average
from headwater.settings import AlignSettings
from headwater.text import content_id, fold, words
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
    # the same words are the same claim, and are compared with others once: copies of a text come by the hundred
    twins: dict[str, list[Statement]] = {}
    for s in ordered:
        twins.setdefault(fold(articles[s.article].text[s.start : s.end]), []).append(s)
    alike = list(twins.values())
    firsts = [same[0] for same in alike]
    pairs = score_pairs(firsts, articles, notes)
    groups = group_by_average(len(firsts), pairs.same, threshold=settings.same_claim, floor=settings.pair_floor)
    claims = [_claim(*_members(g, alike, _sure(g, firsts, pairs, settings), place), articles) for g in groups]
    by_id = {s.id: s for s in ordered}
    spread = {c.id: len({by_id[i].article for i in c.statements}) for c in claims}
    claims.sort(key=lambda c: -spread[c.id])
    differences = find_differences(claims, firsts, pairs.topic, articles, least=settings.conflict_topic)
    return tuple(claims), (*differences, *find_denials(claims, ordered))


def _members(
    group: Sequence[int], alike: Sequence[Sequence[Statement]], sure: Sequence[int], place: Mapping[str, int]
) -> tuple[list[Statement], tuple[str, ...]]:
    """The statements of a group with all that use the same words, in the order of the articles, and the ids of the sure ones."""
    members = sorted((s for i in group for s in alike[i]), key=lambda s: (place[s.article], s.start))
    certain = {s.id for i in sure for s in alike[i]}
    return members, tuple(s.id for s in members if s.id in certain)


def _sure(group: Sequence[int], statements: Sequence[Statement], pairs: Pairs, settings: AlignSettings) -> tuple[int, ...]:
    """Those of a group that are surely like its middle, the one that is most like the others.

    Surely means by score and by words: most of the shorter one's words of content stand in the other too, and both
    have enough of them to say something that is not said every day; and both say that it is so, or that it is not.
    """

    def like(a: int, b: int) -> float:
        return 1.0 if a == b else pairs.same.get((min(a, b), max(a, b)), 0.0)

    def shared(a: int, b: int) -> float:
        fewer = min(len(pairs.words[a]), len(pairs.words[b]))
        return len(pairs.words[a] & pairs.words[b]) / fewer if fewer >= settings.sure_least else 0.0

    def stance(a: int) -> tuple[str, bool]:
        return statements[a].status, pairs.negated[a]

    middle = max(group, key=lambda a: (round(sum(like(a, b) for b in group), 6), -a))
    return tuple(
        i for i in group if stance(i) == stance(middle) and like(i, middle) >= settings.sure and shared(i, middle) >= settings.sure_words
    )


def _claim(members: Sequence[Statement], sure: tuple[str, ...], articles: Mapping[str, Article]) -> Claim:
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
