"""The names in the articles of a story in, rare details out: names spelled as most others do not spell them.

A misspelling that two reports share was copied from one to the other. A form is rare where a few articles have it and
several times as many, that do not have it, spell the name in another way that differs by a letter or two.
"""

from collections.abc import Mapping, Sequence

from headwater.types import Article, Notes

_LEAST_LETTERS = 5  # of a name: shorter ones differ by a letter and are different names
_USUAL = 3  # articles at least that spell it in the usual way
_TIMES = 2  # times as many as have the rare form
_MOST_FORMS = 200  # forms compared with each other, those of one beginning


def find_details(order: Sequence[str], articles: Mapping[str, Article], notes: Mapping[str, Notes]) -> dict[str, tuple[str, ...]]:
    """Article to the rare forms of names in it; only forms that two articles or more have."""
    holders: dict[str, set[str]] = {}
    for i in order:
        for n in notes[i].names:
            name = " ".join(articles[i].text[n.start : n.end].split())
            if len(name) >= _LEAST_LETTERS and not name.isupper():
                holders.setdefault(name, set()).add(i)
    alike: dict[str, list[str]] = {}
    for name in sorted(holders):
        alike.setdefault(name[:2].lower(), []).append(name)
    rare = {name for forms in alike.values() for name in forms[:_MOST_FORMS] if _is_rare(name, forms[:_MOST_FORMS], holders)}
    return {i: mine for i in order if (mine := tuple(sorted(name for name in rare if i in holders[name])))}


def _is_rare(name: str, forms: Sequence[str], holders: Mapping[str, set[str]]) -> bool:
    mine = holders[name]
    if len(mine) < 2:
        return False
    least = max(_USUAL, _TIMES * len(mine))
    return any(len(holders[usual] - mine) >= least and _one_letter_off(name, usual) for usual in forms if usual != name)


def _one_letter_off(a: str, b: str) -> bool:
    """Do two names differ by one letter put in, left out, changed, or by two that change places, and by no ending?"""
    if abs(len(a) - len(b)) > 1 or {a.removesuffix("s"), b.removesuffix("s")} == {a} or a.removesuffix("s") == b.removesuffix("s"):
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if a[start:] == b[start + 1 :] or a[start + 1 :] == b[start:] or a[start + 1 :] == b[start + 1 :]:
        return (a[start : start + 1] + b[start : start + 1]).isalpha()
    return a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :]
