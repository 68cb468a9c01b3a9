"""A scene in, conflicts of denial out: what one statement denies another says, within a claim or across two."""

from collections import defaultdict

from headwater.align.conflicts.scene import Scene
from headwater.types import Conflict, Statement


def find_denials(scene: Scene, *, least: float) -> list[Conflict]:
    """Claims among whose statements one denies what another says, and claims that the likest statement of another denies."""
    sides: dict[int, dict[bool, list[int]]] = defaultdict(lambda: {True: [], False: []})
    for at, s in enumerate(scene.statements):
        sides[scene.home[at]][s.status == "denied"].append(at)
    found: dict[tuple[int, ...], Conflict] = {}
    for claim, side in sorted(sides.items()):
        if side[True] and side[False]:
            found[claim,] = _conflict(scene, (claim,), side[True][0], len(side[False]))
    for at, s in enumerate(scene.statements):
        if s.status == "denied" and not sides[scene.home[at]][False]:
            other = _denied(scene, at, least)
            if other is not None:
                pair = tuple(sorted((scene.home[at], scene.home[other])))
                found.setdefault(pair, _conflict(scene, pair, at, len(sides[scene.home[other]][False])))
    return [c for _, c in sorted(found.items())]


def _denied(scene: Scene, at: int, least: float) -> int | None:
    """The statement that is most like one that denies, and says so; None where none is near."""
    near = [
        (-score, b if a == at else a)
        for (a, b), score in scene.topic.items()
        if at in (a, b) and score >= least and scene.statements[b if a == at else a].status != "denied"
    ]
    return min(near)[1] if near else None


def _conflict(scene: Scene, claims: tuple[int, ...], denying: int, others: int) -> Conflict:
    why = f"{_who(scene.statements[denying])} denies it; {others} statement{'s do' if others > 1 else ' does'} not"
    return Conflict(kind="denial", claims=tuple(scene.claims[c].id for c in claims), update=False, why=why)


def _who(statement: Statement) -> str:
    return statement.chain[0].name if statement.chain else "a report in its own voice"
