"""Articles in, groups of copies out: texts that share most of their 5-word shingles outside quotations."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from headwater.cluster import group_by_average
from headwater.settings import GroupSettings
from headwater.text import straighten, words
from headwater.types import Article

_QUOTED = re.compile(r"\"[^\"\n]{0,600}\"?")
_COMMON = 20  # articles: a shingle in more of them is furniture or a set phrase, and tells nothing
_FEWEST = 12  # shingles: a shorter text is a headline and is no copy of anything


def find_copies(articles: Sequence[Article], *, settings: GroupSettings) -> tuple[tuple[str, ...], ...]:
    """Groups of article ids, two or more each, in the order of the articles.

    Containment of shingles (Broder 1997): the share of the smaller text's shingles that the other has too.
    """
    shingles = [_shingles(a, settings.shingle_words) for a in articles]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, found in enumerate(shingles):
        for shingle in found:
            holders[shingle].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for found_in in holders.values():
        if 1 < len(found_in) <= max(_COMMON, len(articles) // 10):
            shared.update((a, b) for k, a in enumerate(found_in) for b in found_in[k + 1 :])
    scores = {
        (a, b): n / min(len(shingles[a]), len(shingles[b]))
        for (a, b), n in shared.items()
        if min(len(shingles[a]), len(shingles[b])) >= _FEWEST
    }
    groups = group_by_average(len(articles), scores, threshold=settings.copy_containment)
    return tuple(tuple(articles[i].id for i in g) for g in groups if len(g) > 1)


def _shingles(article: Article, size: int) -> frozenset[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for piece in _QUOTED.split(straighten(article.text[article.body :])):
        row = words(piece)
        found.update(tuple(row[i : i + size]) for i in range(len(row) - size + 1))
    return frozenset(found)
