"""A scene in, conflicts of denial out: what one statement denies another says, within a claim or across two.

To reject a plan or dismiss a question denies nothing: the sentence must say that something is denied or untrue, and
what is denied must be said, in much the same words, by a statement that does not deny it.
"""

import re

from headwater.align.conflicts.scene import Scene
from headwater.types import Conflict, Statement

_SAYS_SO = re.compile(
    r"(?i)\b(?:den(?:y|ies|ied|ying)(?! (?:\w+ )?(?:service|access|entry|bail|permission|visas?|citizenship|care|justice)\b)|denials?(?! of service)"
    r"|refut\w+|rebut\w*|disput\w+|contradict\w*"
    r"|(?:is|are|was|were|as|called|be|it) (?:\w+ ){0,2}(?:false|untrue|baseless|fabricated|nonsense|a lie|lies)|(?:not|n['’]t) true)\b"
)
_LEAST_WORDS = 3  # words of content of what is denied: fewer are a name for a thing, not something said
_COVERED = 0.5  # share of the words of what is denied that the other statement has too


def find_denials(scene: Scene, *, least: float) -> list[Conflict]:
    """One conflict for each claim, or two claims, of which one denies the other: by the likest statements."""
    denying = [at for at, s in enumerate(scene.statements) if s.status == "denied" and _says_so(scene, at)]
    found: dict[tuple[int, ...], Conflict] = {}
    for at in denying:
        said = _denied(scene, at, least)
        if said is None:
            continue
        claims = tuple(sorted({scene.home[at], scene.home[said]}))
        others = sum(scene.home[i] == scene.home[said] and s.status != "denied" for i, s in enumerate(scene.statements))
        found.setdefault(claims, _conflict(scene, claims, at, others))
    return [c for _, c in sorted(found.items())]


def _says_so(scene: Scene, at: int) -> bool:
    """Does the sentence say that something is denied, and the statement what?"""
    sentence = scene.statements[at].sentence
    return len(set(scene.said[at].words)) >= _LEAST_WORDS and bool(_SAYS_SO.search(scene.article(at).text, sentence.start, sentence.end))


def _denied(scene: Scene, at: int, least: float) -> int | None:
    """The likest statement that says what one denies, None where none does: of the same claim, or alike by topic and words."""
    mine = set(scene.said[at].words)
    near = []
    for (a, b), score in scene.topic.items():
        other = b if a == at else a
        if at not in (a, b) or scene.statements[other].status == "denied":
            continue
        covered = len(mine & set(scene.said[other].words)) / len(mine)
        if scene.home[other] == scene.home[at] or (score >= least and covered >= _COVERED):
            near.append((-round(score, 6), other))
    return min(near)[1] if near else None


def _conflict(scene: Scene, claims: tuple[int, ...], denying: int, others: int) -> Conflict:
    why = f"{_who(scene.statements[denying])} denies it; {others} statement{'s do' if others > 1 else ' does'} not"
    return Conflict(kind="denial", claims=tuple(scene.claims[c].id for c in claims), update=False, why=why)


def _who(statement: Statement) -> str:
    return statement.chain[0].name if statement.chain else "a report in its own voice"
