"""Where each report should be and the stories that came out in, which reports are in the wrong story out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any


def place(homes: Mapping[str, str], stories: Sequence[Sequence[str]], *, folders: int) -> dict[str, Any]:
    """How many stories hold a report with a home, the reports in a story that is not their home's, and those in none.

    ``homes`` gives the folder of each report that the answers name; other reports are left out. A story belongs to
    the folder with most reports in it, and a folder's own story is the one with most of its reports.
    """
    known = [[r for r in story if r in homes] for story in stories]
    known = [story for story in known if story]
    owners = [_most(Counter(homes[r] for r in story)) for story in known]
    own: dict[str, int] = {}
    for i, (story, owner) in enumerate(zip(known, owners, strict=True)):
        size = sum(homes[r] == owner for r in story)
        if owner not in own or size > sum(homes[r] == owner for r in known[own[owner]]):
            own[owner] = i
    misplaced = sorted(r for i, story in enumerate(known) for r in story if own.get(homes[r]) != i)
    unread = sorted(set(homes) - {r for story in known for r in story})
    return {"stories": len(known), "folders": folders, "misplaced": misplaced, "unread": unread}


def _most(counts: Counter[str]) -> str:
    """The name with the highest count, the first by name among equals."""
    return min(counts, key=lambda name: (-counts[name], name))
