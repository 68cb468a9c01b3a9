"""What changed between two briefs in, text for a terminal and JSON out; text of reports is made plain."""

import json
import re
from collections.abc import Iterator

import msgspec

from headwater.diff.values import ClaimChange, Diff, Move, Report, StoryChange
from headwater.types import Decision, Standing

_DISTURBING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")
_LONE = re.compile(r"[\ud800-\udfff]")


def to_json(diff: Diff) -> str:
    """What changed as indented JSON; the keys are the fields of ``headwater.diff.values``."""
    return _LONE.sub("\ufffd", json.dumps(msgspec.to_builtins(diff), ensure_ascii=False, indent=1)) + "\n"


def to_lines(diff: Diff) -> str:
    """What changed in words, a story after the other."""
    lines = [line for story in diff.stories for line in _story(story)]
    last = f"{_many(diff.same, 'claim')} of which nothing moved."
    return "\n".join([*lines, last if lines else f"Nothing changed: {last}"]) + "\n"


def _story(story: StoryChange) -> Iterator[str]:
    mark = " (new)" if not story.old else " (gone)" if not story.new else ""
    yield f"{_plain(story.headline)}{mark}"
    for report in story.came:
        yield f"  + {_report(report)}{' (another text of its address)' if report.other else ''}"
    for report in story.went:
        if not report.other:
            yield f"  - {_report(report)}"
    for report in story.noticed:
        yield f"  ! {_report(report)}"
    for decision in story.decisions:
        yield f"  decided: {_decision(decision)}"
    for claim in story.claims:
        yield from _claim(claim)
    yield ""


def _report(report: Report) -> str:
    notice = f": taken back: {report.retracted}" if report.retracted else f": corrected: {report.corrected}" if report.corrected else ""
    return f"{_plain(report.name)} [{_plain(report.source)}]{_plain(notice)}"


def _decision(decision: Decision) -> str:
    what = ", ".join(
        [*(f"“{a.quote}”" for a in decision.anchors if a.quote), *decision.names, *([decision.value] if decision.value else [])]
    )
    why = f": {decision.why}" if decision.why else ""
    return _plain(f"{decision.kind} {what or decision.undoes or ''} (by {decision.who}, {decision.when}){why}")


def _claim(claim: ClaimChange) -> Iterator[str]:
    mark = "new: " if not claim.old else "gone: " if not claim.new else ""
    merged = f" (with what was {_many(len(claim.old) - 1, 'other claim')})" if len(claim.old) > 1 else ""
    yield f"  {mark}“{_plain(claim.text)}”{merged}"
    yield f"    {_ladder(claim.before, claim.after)}"
    if claim.decided_before or claim.decided_after:
        yield f"    as decided: {_ladder(claim.decided_before, claim.decided_after)}"
    for move in claim.moves:
        yield f"    {_move(move)}"
    for sign, names in (("+", claim.came), ("-", claim.went)):
        if names:
            yield f"    {sign} origins: {_plain(', '.join(names))}"
    yield from (f"    why: {_plain(line)}" for line in claim.why)


def _ladder(before: Standing | None, after: Standing | None) -> str:
    """The rungs of both, with an arrow where they differ."""
    if before is None or after is None:
        held = before or after
        return "nothing" if held is None else ", ".join([*_rungs(held), _word(held)])
    old, new = ([*_rungs(s), _word(s)] for s in (before, after))
    return ", ".join(a if a == b else f"{a} -> {b}" for a, b in zip(old, new, strict=True))


def _rungs(standing: Standing) -> list[str]:
    low, high = standing.origins
    origins = _many(high, "origin") if low == high else f"{low} to {high} origins"
    return [_many(standing.articles, "article"), _many(standing.texts, "text"), _many(standing.outlets, "outlet"), origins]


def _word(standing: Standing) -> str:
    return f"{standing.word}, contested" if standing.contested else standing.word


def _move(move: Move) -> str:
    by = ", ".join(f"{count} {far:+d}" for count, far in move.by)
    return f"{_plain(move.name)}: {by or 'no count'} ({_plain(move.why)})"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _plain(text: str) -> str:
    return " ".join(_DISTURBING.sub(" ", text).split())
