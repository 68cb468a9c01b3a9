"""Documents in, the part to read mistakes on or the part to report on out, by a digest of their names."""

import hashlib
from collections.abc import Sequence
from typing import Protocol, TypeVar

PARTS = ("all", "tune", "report")


class Named(Protocol):
    """Anything with a name."""

    @property
    def name(self) -> str:
        """What the digest is of."""
        ...


Item = TypeVar("Item", bound=Named)


def choose(documents: Sequence[Item], part: str) -> tuple[Item, ...]:
    """All documents, the two thirds to read mistakes on ("tune"), or the third to report on ("report")."""
    if part == "all":
        return tuple(documents)
    return tuple(d for d in documents if (_digest(d.name) % 3 == 0) == (part == "report"))


def _digest(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=4).digest())
