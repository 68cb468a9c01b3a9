"""Article, sentences, quotations and names -> attributions: source, cue, content, with the source resolved."""

import re
from collections import Counter
from collections.abc import Sequence

from headwater.annotate.attributions.find import Raw, find_raw
from headwater.annotate.attributions.merge import merge
from headwater.annotate.attributions.resolve import Resolver, Source
from headwater.outlets import outlet_key, outlet_named
from headwater.tables import is_outlet_name
from headwater.text import straighten
from headwater.types import Article, Attribution, Name, Relation, Sentence, Span

__all__ = ["find_attributions"]

_SEEN_BY = re.compile(
    r"(?i)\b(?:reviewed|seen|obtained|viewed|examined|analysed|analyzed|verified|shared)\s+(?:by|with)\s+(?:the\s+)?([A-Z][\w.&' -]{1,40})$"
)
_RELATIONS: dict[str, Relation] = {"outlet": "relays", "document": "document", "sensor": "sensor"}


def find_attributions(
    article: Article,
    sentences: Sequence[Sentence],
    quotations: Sequence[Span],
    names: Sequence[Name],
    *,
    marked: Sequence[Raw] = (),
) -> tuple[Attribution, ...]:
    """The attributions of an article in order; the article's own outlet is no source of its own.

    ``marked`` are those that the reader found (``find_marked``); without them patterns alone are used.
    """
    people = dict.fromkeys(article.text[n.start : n.end] for n in names if n.kind == "person" and " " in article.text[n.start : n.end])
    kinds = {article.text[n.start : n.end]: n.kind for n in names}
    resolver = Resolver(people, subject=_subject(article, names), kinds=kinds)
    own = outlet_key(article.outlet) if article.outlet else ""
    found: list[Attribution] = []
    last: Span | None = None
    for raw in merge(marked, _by_patterns(article, sentences, quotations)):
        words = raw.source or last
        source = _resolve(raw, article.text, resolver)
        if source is None or words is None or raw.cue.start - words.end > _CARRIED:
            continue
        last = words
        found += [a for a in _attributions(raw, source, words, article.text) if not own or outlet_key(a.name) != own]
    return tuple(found)


def _by_patterns(article: Article, sentences: Sequence[Sentence], quotations: Sequence[Span]) -> list[Raw]:
    plain = straighten(article.text)
    found: list[Raw] = []
    before: Span | None = None
    for sentence in sentences:
        headline = sentence.end <= article.body
        span = Span(start=sentence.start, end=sentence.end)
        found += find_raw(plain, span, quotations, headline=headline, before=before)
        before = None if headline else span
    return found


def _subject(article: Article, names: Sequence[Name]) -> str | None:
    """The body that the article names most often: what "the company" stands for where none was credited before.

    A name that mostly stands after "in", "off" or "near" is a place; one named twice or less is no subject.
    """
    spans = [n for n in names if n.kind in ("organisation", "other", "person")]
    counts = Counter(article.text[n.start : n.end] for n in spans)
    located = Counter(article.text[n.start : n.end] for n in spans if _LOCATED.search(article.text[: n.start][-12:]))
    bodies = [name for name in counts if counts[name] > _NAMED_TWICE and 2 * located[name] < counts[name]]
    return max(bodies, key=lambda name: (counts[name], -article.text.find(name)), default=None)


_CARRIED = 700  # characters: a quotation that goes on names its owner no further back
_LOCATED = re.compile(r"(?i)\b(?:in|at|off|near|from|to|of|outside|around|between)\s(?:the\s)?$")
_NAMED_TWICE = 2


def _resolve(raw: Raw, text: str, resolver: Resolver) -> Source | None:
    if raw.source is None:
        return resolver.last()
    return resolver.resolve(_SEEN_BY.sub("", text[raw.source.start : raw.source.end]).strip())


def _attributions(raw: Raw, source: Source, words: Span, text: str) -> list[Attribution]:
    """The attribution itself, and one for the outlet that was told or that saw what it cites.

    ``words`` are those that name the source, in an earlier sentence where a quotation only goes on.
    """
    first = Attribution(
        source=words,
        cue=raw.cue,
        content=raw.content,
        name=source.name,
        kind=source.kind,
        relation=_RELATIONS.get(source.kind, "says"),
        act=raw.act,  # type: ignore[arg-type]
        speaks_for=source.speaks_for,
        office=source.office,
        depth=2 if raw.inner else 1,
    )
    through: tuple[str, Span, Relation] | None = None
    told = _bare(text[raw.addressee.start : raw.addressee.end]) if raw.addressee else ""
    if raw.addressee and ((known := outlet_named(told)) or is_outlet_name(told)):
        through = (known.name if known else told.removeprefix("the ").removeprefix("The "), raw.addressee, "told")
    elif raw.source and (match := _SEEN_BY.search(text[words.start : words.end])):
        name = match.group(1).strip()
        known = outlet_named(name)
        through = (known.name if known else name, Span(start=words.start + match.start(1), end=words.end), "obtained")
    if through is None:
        return [first]
    name, span, relation = through
    second = Attribution(source=span, cue=raw.cue, content=raw.content, name=name, kind="outlet", relation=relation, depth=0)
    return [first, second]


def _bare(words: str) -> str:
    return re.sub(r"(?i)\s+(?:news agency|newspaper|television|tv|radio)$", "", words)
