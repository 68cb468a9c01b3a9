"""Article and sentences -> names: runs of capitalised words with a kind, by general signs."""

import re
from collections.abc import Sequence

from headwater.annotate.attributions.tables import NOUN_KIND, ROLES, SPEAKERS
from headwater.annotate.gazetteer import look_up
from headwater.outlets import outlet_named
from headwater.tables import HONORIFICS, MONTHS, STOPWORDS, TITLES, WEEKDAYS, is_outlet_name
from headwater.types import Article, Name, NameKind, Sentence

_WORD = r"(?:[A-ZÀ-Þ][\w’'ʼ.-]*\w|[A-Z]\.|[A-Z])"
_INNER = r"(?:of|de|da|di|del|der|den|van|von|al|el|bin|ibn|la|le|du|dos|for|the)"
_RUN = re.compile(rf"{_WORD}(?:[ \xa0]+(?:{_INNER}[ \xa0-]+){{0,2}}{_WORD}|[ \xa0]?[&/][ \xa0]?{_WORD})*")
_ORGANISATION = frozenset(
    [
        "ministry",
        "group",
        "army",
        "party",
        "university",
        "bank",
        "inc",
        "corp",
        "ltd",
        "llc",
        "plc",
        "company",
        "council",
        "committee",
        "agency",
        "department",
        "commission",
        "court",
        "union",
        "institute",
        "association",
        "federation",
        "foundation",
        "force",
        "forces",
        "police",
        "guard",
        "guards",
        "office",
        "organisation",
        "organization",
        "movement",
        "front",
        "league",
        "club",
        "church",
        "news",
        "times",
        "post",
        "journal",
        "herald",
        "tribune",
        "television",
        "tv",
        "radio",
        "school",
        "hospital",
        "team",
        "airlines",
        "airways",
        "authority",
        "service",
        "services",
        "bureau",
        "parliament",
        "senate",
        "congress",
        "house",
        "assembly",
        "navy",
        "brigade",
        "battalion",
        "command",
        "centre",
        "center",
        "network",
        "coalition",
        "society",
        "trust",
        "fund",
        "exchange",
        "industries",
        "motors",
        "systems",
        "technologies",
        "partners",
        "capital",
        "holdings",
        "group's",
    ]
)
_SKIP = frozenset(
    [
        "the",
        "a",
        "an",
        "i",
        "he",
        "she",
        "it",
        "they",
        "we",
        "you",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "this",
        "that",
        "these",
        "those",
        "and",
        "but",
        "or",
        "so",
        "yet",
        "if",
        "when",
        "while",
        "as",
        "at",
        "in",
        "on",
        "by",
        "for",
        "from",
        "to",
        "of",
        "with",
        "after",
        "before",
        "since",
        "until",
        "under",
        "over",
        "during",
        "despite",
        "although",
        "though",
        "however",
        "meanwhile",
        "still",
        "also",
        "now",
        "then",
        "there",
        "here",
        "what",
        "who",
        "which",
        "where",
        "why",
        "how",
        "no",
        "not",
        "all",
        "some",
        "many",
        "most",
        "more",
        "both",
        "each",
        "every",
        "several",
        "according",
        "like",
        "just",
        "even",
        "only",
        "other",
        "another",
    ]
)
_NOT_NAMES = frozenset([*MONTHS, *WEEKDAYS])


def find_names(article: Article, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """The names of an article in order; a headline in capitals gives those that its body has too."""
    inside = _inner_words(article, sentences)
    found = []
    for sentence in sentences:
        headline = sentence.end <= article.body
        for match in _RUN.finditer(article.text, sentence.start, sentence.end):
            span = _trimmed(article.text, match.start(), match.end(), sentence.start, inside)
            if span is None or (headline and article.text[slice(*span)].split()[0].lower() not in inside):
                continue
            found.append(
                Name(start=span[0], end=span[1], kind=name_kind(article.text[slice(*span)], before=article.text[sentence.start : span[0]]))
            )
    return tuple(found)


def _inner_words(article: Article, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Words that stand capitalised within a sentence of the body: names, not merely the first word of one."""
    spans = [(s.start, s.end) for s in sentences if s.start >= article.body]
    return frozenset(m.group().lower() for s, e in spans for m in re.finditer(r"(?<=[a-z,0-9] )[A-Z][\w’'.-]*\w", article.text[s:e]))


def _trimmed(text: str, start: int, end: int, first: int, inside: frozenset[str]) -> tuple[int, int] | None:
    """The run without a sentence's common first word, weekdays and months at its edges, and a possessive."""
    while start < end:
        word = re.match(r"\S+", text[start:end])
        low = word.group().lower().rstrip(".,") if word else ""
        common = (
            low in _SKIP
            or low in _NOT_NAMES
            or (start == first and (low in STOPWORDS or (low not in inside and " " not in text[start:end])))
        )
        if not common or not word:
            break
        start += word.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
    if match := re.search(r"[’'ʼ]s?$", text[start:end]):
        end = start + match.start()
    return (start, end) if end - start > 1 and text[start:end].lower() not in _NOT_NAMES else None


def name_kind(name: str, *, before: str = "") -> NameKind:
    """Person, organisation, place or group, by the name's own words and the word before it; other where nothing tells."""
    tokens = name.split()
    low = [t.lower().strip(".,’'") for t in tokens]
    said = re.findall(r"[\w-]+", before.lower())[-1:]
    if outlet_named(name) or is_outlet_name(name) or any(t in _ORGANISATION for t in low):
        return "organisation"
    if low[0] in HONORIFICS | TITLES | SPEAKERS and len(tokens) > 1:
        return "person"
    place = look_up(name)
    if place is not None and (place.kind != "city" or not (said and said[0] in TITLES | ROLES | HONORIFICS)):
        return "place"
    if said and said[0] in HONORIFICS | TITLES | SPEAKERS | ROLES and said[0] not in NOUN_KIND:
        return "person"
    if name.isupper() and len(name) > 1:
        return "organisation"
    if 2 <= len(tokens) <= 4 and all(re.fullmatch(r"[A-ZÀ-Þ][\w’'.-]*|al|bin|de|van|von|der|el", t) for t in tokens) and not name.isupper():
        return "person"
    return "other"
