"""Article, sentences and the reader's marks -> names: what the reader marks, and what rules add to it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from headwater.annotate.bio import spans
from headwater.annotate.names.rules import names_by_rules
from headwater.given import is_given_name
from headwater.labels import NAMES, columns
from headwater.models import Marks
from headwater.tables import OUTLET_WORDS, is_outlet_name
from headwater.types import Article, Name, NameKind, Sentence, Span

__all__ = ["find_names"]

_KINDS: dict[str, NameKind] = {
    "person": "person",
    "organisation": "organisation",
    "place": "place",
    "facility": "facility",
    "equipment": "equipment",
    "group": "group",
}


def find_names(
    article: Article, sentences: Sequence[Sentence], *, paragraphs: Sequence[Span] = (), marks: Sequence[Marks] = ()
) -> tuple[Name, ...]:
    """The names of an article in order, none within another.

    The reader's names come first; a name that only the rules find is kept where nothing of the reader's overlaps
    it. A name that stands in several places is of the kind that it has most often.
    """
    read = _settled(article.text, list(_marked(article.text, paragraphs, marks)))
    free = [n for n in names_by_rules(article, sentences) if not any(n.start < r.end and r.start < n.end for r in read)]
    return tuple(sorted((*read, *free), key=lambda n: n.start))


def _marked(text: str, paragraphs: Sequence[Span], marks: Sequence[Marks]) -> Iterator[Name]:
    """The names that the reader marks and that hold a capital or a figure."""
    found = spans([m.scores[:, columns("name")] for m in marks])
    for paragraph, mark, names in zip(paragraphs, marks, found, strict=True):
        for first, after, kind in names:
            start, end = paragraph.start + int(mark.words[first, 0]), paragraph.start + int(mark.words[after - 1, 1])
            if any(c.isupper() or c.isdigit() for c in text[start:end]):
                yield Name(start=start, end=end, kind=_KINDS[NAMES[kind]])


def _settled(text: str, found: Sequence[Name]) -> list[Name]:
    """The same names, each of the kind that its words have most often in this article; a person's surname is that person."""
    counts: dict[str, Counter[NameKind]] = {}
    for n in found:
        counts.setdefault(text[n.start : n.end], Counter())[n.kind] += 1
    kinds: dict[str, NameKind] = {words: max(sorted(c), key=lambda kind: c[kind]) for words, c in counts.items()}
    kinds = {words: "organisation" if _is_paper(words, kinds) else kind for words, kind in kinds.items()}
    surnames = {words.split()[-1] for words, kind in kinds.items() if kind == "person" and " " in words}
    return [msgspec.structs.replace(n, kind="person" if text[n.start : n.end] in surnames else kinds[text[n.start : n.end]]) for n in found]


def _is_paper(words: str, kinds: Mapping[str, NameKind]) -> bool:
    """Is this what the reader took for a person a paper or a station by its name, or the last word of one that the article names?"""
    if kinds[words] != "person":
        return False
    if " " in words:
        return is_outlet_name(words) and not is_given_name(words.split(maxsplit=1)[0])
    return words.lower() in OUTLET_WORDS and any(other.endswith(f" {words}") and is_outlet_name(other) for other in kinds)
