"""A scene in, Conflicts out: numbers, times, places and actors that differ, and denials."""

from collections.abc import Sequence

from headwater.align.conflicts.denials import find_denials
from headwater.align.conflicts.numbers import find_numbers
from headwater.align.conflicts.scene import Scene
from headwater.align.conflicts.slots import SlotDifference, find_slot_differences, find_slots
from headwater.types import Conflict

__all__ = ["Scene", "find_conflicts", "find_slot_differences"]


def find_conflicts(scene: Scene, differences: Sequence[SlotDifference], *, least: float) -> tuple[Conflict, ...]:
    """Every conflict of a story; ``least`` is how alike by topic two statements are at least to be about one thing."""
    if len(scene.articles) == 1:
        return tuple(find_denials(scene, least=least))
    return (*find_numbers(scene, least=least), *find_slots(scene, differences), *find_denials(scene, least=least))
