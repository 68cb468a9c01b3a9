"""Two texts and how alike they are in, how likely they say the same out, by the pair model: for the few that are left open.

The weights stand in ``data/claim_score.json``; ``training/pairs/weigh.py`` learns them.
"""

import functools
import importlib.resources
import math

import msgspec

from headwater.judge import Judge, Verdict

_EDGE = 1e-4


class ClaimScore(msgspec.Struct, frozen=True):
    """Weights of what is known of a pair; a sum of 0 is as likely as not."""

    bias: float
    likeness: float
    """Of vectors and words."""
    entails_more: float
    """The logit of the direction in which one more surely follows from the other."""
    entails_less: float
    contradicts: float
    same: float


@functools.cache
def claim_score() -> ClaimScore:
    """The shipped weights."""
    return msgspec.json.decode((importlib.resources.files("headwater") / "data" / "claim_score.json").read_bytes(), type=ClaimScore)


def ask(judge: Judge, first: str, second: str, likeness: float) -> float:
    """How likely two texts say the same, 0 to 1: both are asked to follow from the other."""
    row = evidence(judge.judge(first, second), judge.judge(second, first), likeness)
    weights = msgspec.structs.astuple(claim_score())
    total = weights[0] + math.fsum(w * x for w, x in zip(weights[1:], row, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def evidence(there: Verdict, back: Verdict, likeness: float) -> tuple[float, ...]:
    """What is weighed, in the order of the weights."""
    entails = sorted((_logit(there.entails), _logit(back.entails)))
    return (
        likeness,
        entails[1],
        entails[0],
        max(_logit(there.contradicts), _logit(back.contradicts)),
        (_logit(there.same) + _logit(back.same)) / 2,
    )


def _logit(p: float) -> float:
    p = min(1 - _EDGE, max(_EDGE, p))
    return math.log(p / (1 - p))
