"""Article, sentences, quotations and names -> attributions: source, cue, content, with the source resolved; and views."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from headwater.annotate.attributions.find import find_quoted, find_raw
from headwater.annotate.attributions.forms import Split, outlet_of, split
from headwater.annotate.attributions.merge import merge
from headwater.annotate.attributions.raw import INNER, THROUGH, Raw
from headwater.annotate.attributions.resolve import Resolver, Source
from headwater.annotate.attributions.scope import carry
from headwater.annotate.attributions.subjects import antecedent
from headwater.annotate.attributions.views import find_views
from headwater.outlets import outlet_key
from headwater.refuted import is_disowned
from headwater.text import straighten
from headwater.types import Article, Attribution, LinkKind, Name, Relation, Sentence, Span

__all__ = ["Sources", "find_attributions", "find_sources"]

_RELATIONS: dict[str, Relation] = {"outlet": "relays", "document": "document", "sensor": "sensor"}


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """Who is credited with what, and who wants, thinks or feels what."""

    attributions: tuple[Attribution, ...]
    views: tuple[Attribution, ...]


def find_attributions(
    article: Article, sentences: Sequence[Sentence], quotations: Sequence[Span], names: Sequence[Name], *, marked: Sequence[Raw] = ()
) -> tuple[Attribution, ...]:
    """The attributions of an article in order, see ``find_sources``."""
    return find_sources(article, sentences, quotations, names, marked=marked).attributions


def find_sources(
    article: Article, sentences: Sequence[Sentence], quotations: Sequence[Span], names: Sequence[Name], *, marked: Sequence[Raw] = ()
) -> Sources:
    """The attributions and views of an article in order; the article's own outlet is no source of its own.

    ``marked`` are those that the reader found (``find_marked``); without them patterns alone are used.
    """
    people = dict.fromkeys(article.text[n.start : n.end] for n in names if n.kind == "person" and " " in article.text[n.start : n.end])
    kinds = {article.text[n.start : n.end]: n.kind for n in names}
    resolver = Resolver(people, subject=_subject(article, names), kinds=kinds)
    raws = [*merge(marked, _by_patterns(article, sentences, quotations)), *_views(article, sentences)]
    found: dict[bool, list[Attribution]] = {True: [], False: []}
    last: Span | None = None
    for raw in sorted(raws, key=lambda r: (r.cue.start, r.cue.end, r.content.start, r.act == _VIEWS)):
        words = raw.source or last
        if words is None or raw.cue.start - words.end > _CARRIED:
            continue
        if raw.source and (before := antecedent(article.text, raw.source)):
            words, raw = before, msgspec.structs.replace(raw, source=before)  # noqa: PLW2901 - "which" is who stands before it
        made = _view(raw, words, article.text, resolver) if raw.act == _VIEWS else _credit(raw, words, article.text, resolver)
        found[raw.act == _VIEWS] += made
        last = words if made and raw.act != _VIEWS else last
    attributions = carry(article, sentences, found[False])
    return Sources(attributions=_others(article, attributions), views=_others(article, found[True]))


_VIEWS = "views"


def _others(article: Article, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Those of other sources than the article's own outlet; whom that cites is credited with its words "we report that" too."""
    own = outlet_key(article.outlet) if article.outlet else ""
    ours = {a.content: a for a in found if own and outlet_key(a.name) == own}
    return tuple(_widened(a, ours.get(a.content)) for a in found if not own or outlet_key(a.name) != own)


def _widened(a: Attribution, ours: Attribution | None) -> Attribution:
    if ours is None or ours.source is None or a.depth != INNER:
        return a
    start, end = min(a.content.start, ours.source.start), max(a.content.end, ours.cue.end)
    return msgspec.structs.replace(a, content=Span(start=start, end=end))


def _views(article: Article, sentences: Sequence[Sentence]) -> list[Raw]:
    plain = straighten(article.text)
    return [raw for s in sentences for raw in find_views(plain, s.start, min(s.end, s.start + _LONGEST))]


def _by_patterns(article: Article, sentences: Sequence[Sentence], quotations: Sequence[Span]) -> list[Raw]:
    plain = straighten(article.text)
    found: list[Raw] = []
    before: Span | None = None
    for sentence in sentences:
        headline = sentence.end <= article.body
        span = Span(start=sentence.start, end=min(sentence.end, sentence.start + _LONGEST))
        found += find_raw(plain, span, quotations, headline=headline, before=before)
        found += find_quoted(plain, span, quotations)
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


_LONGEST = 2000  # characters of one sentence that the patterns read: what is longer is a page gone wrong, and costs its square
_CARRIED = 700  # characters: a quotation that goes on names its owner no further back
_LOCATED = re.compile(r"(?i)\b(?:in|at|off|near|from|to|of|outside|around|between)\s(?:the\s)?$")
_NAMED_TWICE = 2


def _view(raw: Raw, words: Span, text: str, resolver: Resolver) -> list[Attribution]:
    source = resolver.view(text[words.start : words.end])
    return [_attribution(raw, source, words)] if source else []


def _credit(raw: Raw, words: Span, text: str, resolver: Resolver) -> list[Attribution]:
    """The attribution itself, and one for the outlet that was told or that saw what it cites.

    ``words`` are those that name the source, in an earlier sentence where a quotation only goes on.
    """
    parts = split(text, raw.source) if raw.source else Split(near=words)
    source = resolver.resolve(text[parts.near.start : parts.near.end].strip()) if raw.source else resolver.last()
    if source is None:
        return []
    if raw.act == "says" and is_disowned(text, raw.cue.start, raw.cue.end):
        raw = msgspec.structs.replace(raw, act="doubts")
    first = _attribution(raw, source, words)
    span, relation = (raw.addressee, raw.relation) if raw.addressee else (parts.outlet, parts.relation)
    if span is None:
        return [first]
    name, words_of = outlet_of(text[span.start : span.end]), text[span.start : span.end]
    if name is None and relation != "obtained":
        return [first]  # "told reporters"
    kind: LinkKind = "outlet" if name else "body"
    name = name or words_of.removeprefix("the ").removeprefix("The ")
    return [first, Attribution(source=span, cue=raw.cue, content=raw.content, name=name, kind=kind, relation=relation, depth=THROUGH)]


def _attribution(raw: Raw, source: Source, words: Span) -> Attribution:
    return Attribution(
        source=words,
        cue=raw.cue,
        content=raw.content,
        name=source.name,
        kind=source.kind,
        relation=_RELATIONS.get(source.kind, "says"),
        act=raw.act,  # type: ignore[arg-type]
        speaks_for=source.speaks_for,
        office=source.office,
        depth=raw.depth,
    )
