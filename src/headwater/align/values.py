"""Typed values of two statements in, whether they agree, differ or leave it open out: by code, never by a model."""

from collections.abc import Sequence
from typing import Literal

from headwater.types import Quantity

Verdict = Literal["agree", "differ", "open"]
_ROUNDING = 0.05  # share by which a number that is said to be about right may be off


def compare_values(a: Sequence[Quantity], b: Sequence[Quantity]) -> Verdict:
    """Do the numbers of two statements agree? A bare number meets any unit."""
    verdicts = {_agree(q, r) for q in a for r in b if comparable(q.unit, r.unit)}
    if not verdicts:
        return "open"
    return "agree" if True in verdicts else "differ"


def comparable(a: str, b: str) -> bool:
    """Are two units one, or is one of them left out?"""
    return a == b or not (a and b)


def apart(q: Quantity, r: Quantity) -> bool:
    """Can these two not both be right, rounding allowed? A bare "at least" leaves what lies above it open."""
    slack = _ROUNDING * max(abs(v) for v in (q.low, q.high, r.low, r.high) if v is not None) if q.rounded or r.rounded else 0.0
    if q.low is not None and r.low is not None and q.high is None and r.high is None:
        return abs(q.low - r.low) > slack
    low, high = (q, r) if (q.low or 0) <= (r.low or 0) else (r, q)
    top = low.high if low.high is not None else low.low if low.low is not None else float("inf")
    return high.low is not None and high.low - top > slack


def compare_days(a: Sequence[tuple[str, str]], b: Sequence[tuple[str, str]]) -> Verdict:
    """Do the dates of two statements agree: does an interval of one meet one of the other?"""
    if not a or not b:
        return "open"
    return "agree" if any(x[0][:10] <= y[1][:10] and y[0][:10] <= x[1][:10] for x in a for y in b) else "differ"


def _agree(a: Quantity, b: Quantity) -> bool:
    """Can both be right as they are worded: the same bounds, or a round number within a twentieth of the other?"""
    x, y = _value(a), _value(b)
    if x is None or y is None:
        return False
    tolerance = _ROUNDING * max(abs(x), abs(y)) if a.rounded or b.rounded else 0.0
    return abs(x - y) <= tolerance


def _value(q: Quantity) -> float | None:
    return q.low if q.low is not None else q.high
