"""Story and Statements in, Claims and Conflicts out."""

from collections.abc import Mapping, Sequence

import msgspec

from headwater.align.conflicts import Scene, find_conflicts, find_slot_differences
from headwater.align.pairs import Pairs, score_pairs
from headwater.align.questions import ask_about
from headwater.align.said import Said, all_said
from headwater.cluster import group_by_average
from headwater.judge import Judge
from headwater.settings import AlignSettings
from headwater.text import content_id, fold, words
from headwater.types import Article, Claim, Conflict, Notes, Statement, Story

__all__ = ["align"]

_CLEAREST_WORDS = 14  # a claim's text is best near this length: long enough to stand alone, short enough to say one thing


def align(  # noqa: PLR0913 - the pair model is a guest, who may be left out
    story: Story,
    statements: Sequence[Statement],
    articles: Mapping[str, Article],
    notes: Mapping[str, Notes],
    *,
    settings: AlignSettings | None = None,
    judge: Judge | None = None,
) -> tuple[tuple[Claim, ...], tuple[Conflict, ...]]:
    """The claims of a story, those of most articles first, and the conflicts among them.

    Args:
        story: whose articles these are.
        statements: all of the story's, in any order.
        articles: the story's articles by id.
        notes: their notes by id; the vectors are taken from here.
        settings: how alike statements of one claim are.
        judge: the pair model, asked about what the scores leave open; nothing is asked without it.
    """
    settings = settings or AlignSettings()
    place = {a: i for i, a in enumerate(story.articles)}
    ordered = sorted(statements, key=lambda s: (place[s.article], s.start))
    # the same words are the same claim, and are compared with others once: copies of a text come by the hundred
    twins: dict[tuple[str, bool], list[Statement]] = {}
    for s in ordered:
        twins.setdefault((fold(articles[s.article].text[s.start : s.end]), s.status == "denied"), []).append(s)
    alike = list(twins.values())
    firsts = [same[0] for same in alike]
    texts = all_said(firsts, articles, notes)
    pairs = score_pairs(texts)
    scene = Scene(statements=firsts, said=texts, topic=pairs.topic, articles=articles, notes=notes)
    differences = find_slot_differences(scene, least=settings.conflict_slots)
    apart = {(min(d.a, d.b), max(d.a, d.b)) for d in differences}
    pairs = Pairs({pair: score for pair, score in pairs.same.items() if pair not in apart}, pairs.topic)
    groups = group_by_average(len(firsts), pairs.same, threshold=settings.same_claim, floor=settings.pair_floor)
    if judge is not None:
        groups = ask_about(groups, scene, pairs, judge, settings=settings)
    claims = [_claim(*_members(g, alike, _sure(g, firsts, texts, pairs, settings), place), articles) for g in groups]
    by_id = {s.id: s for s in ordered}
    spread = {c.id: len({by_id[i].article for i in c.statements}) for c in claims}
    claims.sort(key=lambda c: -spread[c.id])
    home = {i: at for at, c in enumerate(claims) for i in c.statements}
    scene = msgspec.structs.replace(scene, claims=claims, home=[home[s.id] for s in firsts])
    return tuple(claims), find_conflicts(scene, differences, least=settings.conflict_topic)


def _members(
    group: Sequence[int], alike: Sequence[Sequence[Statement]], sure: Sequence[int], place: Mapping[str, int]
) -> tuple[list[Statement], tuple[str, ...]]:
    """The statements of a group with all that use the same words, in the order of the articles, and the ids of the sure ones."""
    members = sorted((s for i in group for s in alike[i]), key=lambda s: (place[s.article], s.start))
    certain = {s.id for i in sure for s in alike[i]}
    return members, tuple(s.id for s in members if s.id in certain)


def _sure(
    group: Sequence[int], statements: Sequence[Statement], texts: Sequence[Said], pairs: Pairs, settings: AlignSettings
) -> tuple[int, ...]:
    """Those of a group that are surely like its middle, the one that is most like the others.

    Surely means by score and by words: most of the shorter one's words of content stand in the other too, and both
    have enough of them to say something that is not said every day; and both say that it is so, or that it is not.
    """

    def like(a: int, b: int) -> float:
        return 1.0 if a == b else pairs.same.get((min(a, b), max(a, b)), 0.0)

    content = {i: frozenset(texts[i].words) for i in group}

    def shared(a: int, b: int) -> float:
        fewer = min(len(content[a]), len(content[b]))
        return len(content[a] & content[b]) / fewer if fewer >= settings.sure_least else 0.0

    def stance(a: int) -> tuple[str, bool]:
        return statements[a].status, texts[a].negated

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
