"""A root in, what it is called out."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headwater.trace.family import Family
    from headwater.trace.same import Root


def side_name(root: "Root", family: "Family") -> str:
    """What a root is called beside the others of its claim."""
    if root.kind == "own voice":
        return f"{family.speaker[root.name]}, own voice"
    return f"{root.name}, through {root.through}" if root.through and root.kind == "unnamed" else root.name
