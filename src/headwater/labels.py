"""The reader's labels: what each column of its output stands for."""

ROLES = ("source", "cue", "content")
NAMES = ("person", "organisation", "place", "facility", "equipment", "group")
ACTS = ("says", "believes", "plans", "orders", "shows", "asks", "denies", "declines")
CERTAINTIES = ("certain", "probable", "possible")
POLARITIES = ("positive", "negative")
SOURCE_KINDS = ("person", "body", "document", "sensor", "outlet", "unnamed", "witness", "none")


def bio(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The BIO labels of some kinds: O, then B and I of each."""
    return ("O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI"))


HEADS: dict[str, tuple[str, ...]] = {
    "role": bio(ROLES),
    "name": bio(NAMES),
    "act": ACTS,
    "certainty": CERTAINTIES,
    "polarity": POLARITIES,
    "kind": SOURCE_KINDS,
    "event": ("event",),
    "factuality": ("factuality",),
}
"""A head -> its columns, in the order in which they stand side by side in the output ``marks``."""


def columns(head: str) -> slice:
    """Where a head's columns stand; KeyError for an unknown head."""
    at = 0
    for name, labels in HEADS.items():
        if name == head:
            return slice(at, at + len(labels))
        at += len(labels)
    raise KeyError(head)


WIDTH = sum(map(len, HEADS.values()))
"""Columns of the output ``marks``."""
