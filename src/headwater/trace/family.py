"""A story with its articles in, what the roots of its claims are judged by out: credits, copies, voices, publishers."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

import msgspec

from headwater.outlets import outlet_key
from headwater.text import strip_accents, words
from headwater.trace.credits import find_credits, find_wires, signs_itself
from headwater.trace.details import find_details
from headwater.trace.own import could_not_verify
from headwater.trace.voices import find_added, find_publishers, find_texts, find_voices, outlet_name, read_outlets, voice_names
from headwater.types import Article, Notes, Published, Rulings, Statement, Story


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """What the roots of a story are judged by: its articles, and which of them speak with one voice."""

    articles: Mapping[str, Article]
    published: Mapping[str, Published]
    """Article to its date as settled by the whole story."""
    credits: Mapping[str, tuple[str, ...]]
    bodies: Mapping[str, tuple[tuple[str, bool], ...]]
    """A person's name to the bodies that any article of the story ties it to, and whether the person speaks for them."""
    text: Mapping[str, str]
    """Article to the first of its copies."""
    voice: Mapping[str, str]
    """Article to the first of those that speak with its voice: copies, one outlet, one agency's text."""
    publisher: Mapping[str, str]
    """Article to the first of those of its publisher."""
    names: Mapping[str, tuple[str, ...]]
    """Article to the names that its voice goes by: the agency's whose text it prints, its outlet's."""
    speaker: Mapping[str, str]
    """Article to whose voice it has, in words: the agency's whose text it prints, else its outlet's."""
    outlets: frozenset[str]
    """The keys of the outlets whose reports are in the story."""
    details: Mapping[str, tuple[str, ...]]
    """Article to the rare details in it."""
    added: frozenset[str]
    """The statements that a copy adds to the text that it copies."""
    unverified: frozenset[tuple[str, int]]
    """Article and start of each sentence after which the next one says that it could not be verified."""
    places: frozenset[str] = frozenset()
    """Words of the names of places in its articles, folded."""
    rulings: Rulings = Rulings()
    """What people say of its origins."""

    def voice_of(self, statement: Statement) -> str:
        """The first article that speaks with a statement's voice; its own where it adds the statement to a copy."""
        return statement.article if statement.id in self.added else self.voice.get(statement.article, statement.article)

    def text_of(self, statement: Statement) -> str:
        """The first article that has a statement's text; its own where it adds the statement to a copy."""
        return statement.article if statement.id in self.added else self.text.get(statement.article, statement.article)

    def report(self, article: str) -> str:
        """What a report is called: its outlet, else its source's last part; what a person brought is no report."""
        if article not in self.articles:
            return "what a person brought"
        return _report_name(self.articles[article])


def _place_names(article: Article, notes: Notes) -> list[str]:
    found = [p.name for p in notes.places] + [article.text[n.start : n.end] for n in notes.names if n.kind == "place"]
    return [name.replace("’", "'").removesuffix("'s") for name in found]


def _unverified(article: Article, notes: Notes) -> list[int]:
    return [a.start for a, b in pairwise(notes.sentences) if could_not_verify(article.text[b.start : b.end])]


def _report_name(article: Article) -> str:
    return outlet_name(article) or f"the report {article.source.rsplit('/', 1)[-1]}"


def make_family(
    story: Story,
    articles: Mapping[str, Article],
    notes: Mapping[str, Notes],
    statements: Mapping[str, Statement],
    rulings: Rulings = Rulings(),  # noqa: B008 - frozen
) -> Family:
    """The family of a story; what people brought is a text of its own."""
    dated = dict(story.published)
    read = read_outlets(story, articles)
    names = {i: voice_names(articles[i], read) for i in story.articles}
    voice = find_voices(story, articles)
    # of copies without a tag, the one that signs itself is the agency's own
    signed = {voice[i]: outlet_name(articles[i]) for i in reversed(story.articles) if signs_itself(articles[i])}
    printed = signed | {voice[i]: wires[0] for i in reversed(story.articles) if (wires := find_wires(articles[i], read=read))}
    return Family(
        articles=articles,
        published={i: dated.get(i, articles[i].published) for i in story.articles},
        credits={i: find_credits(articles[i], notes[i], read=read) for i in story.articles},
        bodies=_bodies(statements.values()),
        text={**find_texts(story), **{b.decision: b.decision for b in rulings.brought}},
        voice=voice,
        publisher=find_publishers(story, articles),
        names=names,
        speaker={i: printed.get(voice[i]) or _report_name(articles[i]) for i in story.articles},
        outlets=frozenset(outlet_key(n) for mine in names.values() for n in mine),
        details=find_details(story.articles, articles, notes),
        added=find_added(story, articles, statements.values()),
        unverified=frozenset((i, start) for i in story.articles for start in _unverified(articles[i], notes[i])),
        places=frozenset(w for i in story.articles for name in _place_names(articles[i], notes[i]) for w in words(strip_accents(name))),
        rulings=rulings,
    )


def _bodies(statements: Iterable[Statement]) -> dict[str, tuple[tuple[str, bool], ...]]:
    """Each person's bodies, as the articles of the story give them, and whether the person speaks for them."""
    found: dict[str, set[tuple[str, bool]]] = {}
    for link in (link for s in statements for link in s.chain):
        for body, speaks in ((link.speaks_for, True), (link.office, False)):
            if body:
                found.setdefault(link.name, set()).add((body, speaks))
    return {name: tuple(sorted(bodies)) for name, bodies in found.items()}
