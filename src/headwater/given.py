"""A word in, whether it is a given name out; and whether two are one given name, in full and in short."""

import functools
import importlib.resources

from headwater.text import fold, strip_accents


def is_given_name(word: str) -> bool:
    """Is this a common given name of some language?"""
    return strip_accents(fold(word)) in _given_names()


def is_short_for(a: str, b: str) -> bool:
    """Is one folded given name a short form of the other, or are both short forms of one: Ben and Benjamin, Bob and Rob?

    >>> is_short_for("ted", "theodore"), is_short_for("dick", "rick"), is_short_for("ben", "bernard")
    (True, True, False)
    """
    return bool(_full(a) & _full(b))


def _full(name: str) -> frozenset[str]:
    return _short_names().get(name, frozenset([name]))


@functools.cache
def _given_names() -> frozenset[str]:
    return frozenset(word for line in _table("given_names.txt") for word in line.split())


@functools.cache
def _short_names() -> dict[str, frozenset[str]]:
    """A short form to the names that it may stand for, itself among them."""
    found: dict[str, set[str]] = {}
    for line in _table("short_names.txt"):
        full, *short = line.split()
        for form in (full, *short):
            found.setdefault(form, {form}).add(full)
    return {form: frozenset(names) for form, names in found.items()}


def _table(name: str) -> list[str]:
    text = (importlib.resources.files("headwater") / "data" / name).read_text(encoding="utf8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
