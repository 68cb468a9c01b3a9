"""Story and Statements in, Claims and Conflicts out."""

from collections.abc import Mapping, Sequence

import msgspec

from headwater.align.conflicts import Scene, find_conflicts, find_slot_differences
from headwater.align.pairs import Pairs, score_pairs
from headwater.align.questions import ask_about
from headwater.align.said import all_said
from headwater.align.sure import Alike, find_heading, find_sure, unrefuted
from headwater.cluster import group_by_average
from headwater.judge import Judge
from headwater.settings import AlignSettings
from headwater.text import content_id, fold
from headwater.types import Article, Claim, Conflict, Notes, Statement, Story

__all__ = ["align"]


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
    claims = []
    for group in groups:
        sure = find_sure(group, alike, texts, pairs, settings)
        sure = sure if judge is None else unrefuted(sure, alike, texts, judge)
        heading = find_heading(group, sure, alike, texts, settings)
        claims.append(_claim(*_members(group, alike, sure, place), texts[heading].text))
    by_id = {s.id: s for s in ordered}
    spread = {c.id: len({by_id[i].article for i in c.statements}) for c in claims}
    claims.sort(key=lambda c: -spread[c.id])
    home = {i: at for at, c in enumerate(claims) for i in c.statements}
    scene = msgspec.structs.replace(scene, claims=claims, home=[home[s.id] for s in firsts])
    return tuple(claims), find_conflicts(scene, differences, least=settings.conflict_topic)


def _members(group: Sequence[int], alike: Alike, sure: Sequence[int], place: Mapping[str, int]) -> tuple[list[Statement], tuple[str, ...]]:
    """The statements of a group with all that use the same words, in the order of the articles, and the ids of the sure ones."""
    members = sorted((s for i in group for s in alike[i]), key=lambda s: (place[s.article], s.start))
    certain = {s.id for i in sure for s in alike[i]}
    return members, tuple(s.id for s in members if s.id in certain)


def _claim(members: Sequence[Statement], sure: tuple[str, ...], text: str) -> Claim:
    return Claim(id=content_id("claim", members[0].id), text=text, statements=tuple(s.id for s in members), sure=sure)
