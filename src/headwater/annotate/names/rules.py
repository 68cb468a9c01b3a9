"""Article and sentences in, names out by general signs: runs of capitalised words with a kind."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from headwater.annotate.gazetteer import look_up
from headwater.annotate.kinds import name_kind
from headwater.demonyms import DEMONYMS
from headwater.given import is_given_name
from headwater.outlets import outlet_named
from headwater.tables import HONORIFICS, MONTHS, STOPWORDS, TITLES, WEEKDAYS
from headwater.text import any_of, words
from headwater.types import Article, Name, Sentence

_SHORT = r"(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Rep|Gov|Lt|Sgt|Capt|Prof|Rev|Maj|Brig|Cmdr|Adm|Hon|Messrs)\."
_WORD = rf"(?:{_SHORT}|(?:[A-Z]\.){{2,}}|[A-ZÀ-ÖØ-Þ][\w’'ʼ.-]*\w|[A-Z]\.|[A-Z])"
_INNER = r"(?:of|de|da|di|del|della|der|den|van|von|al|el|bin|ibn|la|le|du|dos|for|the)"
_RUN = re.compile(rf"{_WORD}(?:[ \xa0]+(?:{_INNER}[ \xa0-]+){{0,2}}{_WORD}|[ \xa0]?[&/][ \xa0]?{_WORD})*")
# heads of the names of bodies that go on with "for": "Institute for Fisheries"
_FOR = re.compile(
    r"(?:Institute|Institution|Front|Ministry|Office|Council|Committee|Organi[sz]ation|Campaign|Cent(?:re|er)s?|Department|Foundation|Fund"
    r"|Agency|Association|Alliance|Movement|Society|School|Commission|Bureau|Coalition|Network|Party|Forum|Secretary|Minister|Commissioner"
    r"|Representative|Court|Union|League|Partnership|Initiative|Programme|Program|Authority|Board|Academy|Doctors|Reporters|Mothers|Citizens)$"
)
_CUT = re.compile(
    r"(?P<owner>[’'ʼ]s)[ \xa0]+|(?P<hyphen>-[a-zà-ÿ]{3,}\b(?!-))[ \xa0]*|[ \xa0]+(?P<for>for)[ \xa0]+(?:the[ \xa0]+)?|[ \xa0]+(?P<of>of)[ \xa0]+(?:the[ \xa0]+)?"
)
_HYPHENED = re.compile(r"-(?:upon|under|over|sur|sous|the|les|aux|des|sul|auf)\b")
_CONTRACTED = re.compile(r"[’'ʼ](?:m|ve|re|ll|d|s)$")
_POSSESSIVE = re.compile(r"[’'ʼ]s?$")
_SKIP = frozenset(
    words(
        "the a an i he she it they we you his her its their our my this that these those and but or so yet if when while as at in on by for "
        "from to of with after before since until under over during despite although though however meanwhile still also now then there here "
        "what who which where why how no not all some many most more both each every several according like just even only other another "
        "following including because once today yesterday near again among amid against without within between across around behind beyond "
        "inside outside along besides earlier later last next such thus instead perhaps maybe unlike through throughout via per yes well "
        "please too two three four five six seven eight nine ten dozens hundreds thousands millions about above below thank thanks "
        "meanwhile nor neither either whether unless whose whom nobody everyone someone everybody"
    )
)
_NOT_NAMES = frozenset([*MONTHS, *WEEKDAYS])
_NOT_AT_EDGES = frozenset(w for w in _NOT_NAMES if len(w) > 4)  # "Jan" and "Sun" may begin a name
_HEADS = "|".join(sorted(t.capitalize() for t in TITLES))
# a country before a title: "US President", "Russian Foreign Minister"
_OF_COUNTRY = re.compile(
    rf"(?P<country>(?:[A-Z]\.){{2,}}|US|UK|UN|EU|[A-Z][a-z]+)[ \xa0](?=(?:(?:Vice|Deputy|Prime|Foreign|Defen[cs]e|Interior|Former|Acting)[ \xa0])*(?:{_HEADS})\b)"
)
_INSIDE = re.compile(r"(?<=[a-z,0-9] )[A-ZÀ-ÖØ-Þ][\w’'.-]*\w")
_KNOWN_TOWN = 100_000  # people of a town that is a name where it alone begins a sentence
_TITLE_CASE = 0.6  # share of capitals among the longer words of a headline in which capitals say nothing
_AFTER = 60  # characters behind a name that may tell its kind


class Words(msgspec.Struct, frozen=True):
    """What the body's sentences tell about capitals."""

    inside: frozenset[str]
    """Words that stand capitalised within a sentence: names, not merely the first word of one."""


def names_by_rules(article: Article, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """The names of an article in order; a headline in capitals gives those that its body has too."""
    words = Words(_inner_words(article, sentences))
    body = [s for s in sentences if s.end > article.body]
    spans = [(s, span) for s in body for span in _spans(article.text, s, words)]
    known = {article.text[slice(*span)] for _, span in spans}
    head = [s for s in sentences if s.end <= article.body]
    first = [(s, span) for s in head for span in _in_headline(article.text, s, words, known)]
    found = [
        Name(start=a, end=b, kind=name_kind(article.text[a:b], before=article.text[s.start : a], after=article.text[b : b + _AFTER]))
        for s, (a, b) in (*first, *spans)
    ]
    return _with_surnames(article.text, found)


def _inner_words(article: Article, sentences: Sequence[Sentence]) -> frozenset[str]:
    spans = [(s.start, s.end) for s in sentences if s.start >= article.body]
    return frozenset(m.group().lower() for s, e in spans for m in _INSIDE.finditer(article.text[s:e]))


def _spans(text: str, sentence: Sentence, words: Words) -> Iterator[tuple[int, int]]:
    for match in _RUN.finditer(text, sentence.start, sentence.end):
        for start, end in _pieces(text, *match.span()):
            if span := _trimmed(text, start, end, sentence.start, words.inside):
                yield span


def _in_headline(text: str, sentence: Sentence, words: Words, known: set[str]) -> Iterator[tuple[int, int]]:
    """In a headline in capitals the names of the body alone; in any other the usual ones that the body has words of."""
    tokens = [t for t in re.findall(r"[^\W\d_]+", text[sentence.start : sentence.end]) if len(t) > 3]
    capitals = sum(t[0].isupper() for t in tokens) > _TITLE_CASE * len(tokens)
    if not capitals:
        yield from (s for s in _spans(text, sentence, words) if text[slice(*s)].split(maxsplit=1)[0].lower() in words.inside)
    elif known:
        yield from (
            m.span() for m in re.finditer(rf"(?<!\w)(?:{any_of(known)})(?!\w)", text[: sentence.end]) if m.start() >= sentence.start
        )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run of capitals as the names in it: apart at a place's or a person's "'s", at "-backed", at "for" and "of" behind no body."""
    country = _OF_COUNTRY.match(text, start, end)
    if country and _is_land(country["country"]):
        yield start, country.end("country")
        start = country.end()
    for match in _CUT.finditer(text, start, end):
        left = text[start : match.start()]
        if _is_cut(match, left):
            if not match["hyphen"] or left.rsplit("-", 1)[-1][:1].isupper():
                yield start, match.start()
            start = match.end()
    if start < end:
        yield start, end


def _is_land(word: str) -> bool:
    place = look_up(word)
    return word.lower() in DEMONYMS or word in ("UN", "EU") or (place is not None and place.kind == "country")


def _is_cut(match: re.Match[str], left: str) -> bool:
    if match["owner"]:
        return " " in left or look_up(left) is not None or is_given_name(left)
    if match["hyphen"]:
        return _HYPHENED.match(match["hyphen"]) is None
    if match["for"]:
        return not any(_FOR.search(word) for word in left.split())
    first, last = left.split(maxsplit=1)[0].lower().rstrip("."), left.rsplit(maxsplit=1)[-1].lower()
    return " " in left and (is_given_name(first) or (first in HONORIFICS | TITLES and last not in TITLES))


def _trimmed(text: str, start: int, end: int, first: int, inside: frozenset[str]) -> tuple[int, int] | None:
    """The run without a sentence's common first word, weekdays and months at its edges, and a possessive."""
    if match := _POSSESSIVE.search(text, start, end):
        end = match.start()
    while start < end:
        word = re.match(r"\S+", text[start:end])
        low = _CONTRACTED.sub("", word.group().lower().rstrip(".,")) if word else ""
        alone = start == first and " " not in text[start:end]
        common = (
            low in _SKIP
            or low in _NOT_AT_EDGES
            or (start == first and low in STOPWORDS and not (low == "new" and not alone) and f"{low}." not in ("mr.", "mrs.", "ms."))
            or (alone and low not in inside and not _is_known(text[start:end]))
            or (start == first and low.endswith("ing") and low not in inside and not _is_known(word.group() if word else ""))
        )
        if not common or not word:
            break
        start += word.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
    return (start, end) if end - start > 1 and text[start:end].lower() not in _NOT_NAMES else None


def _is_known(word: str) -> bool:
    """Is a word that begins a sentence surely a name: an outlet, an abbreviation, a country or a large town?"""
    if (word.isupper() and 2 <= len(word) <= 6) or outlet_named(word):
        return True
    place = look_up(word)
    return place is not None and (place.kind in ("country", "capital") or (place.population >= _KNOWN_TOWN and place.name == word))


def _with_surnames(text: str, found: Sequence[Name]) -> tuple[Name, ...]:
    """The names, each mention of a person and the first or last name alone of the same kind as the fullest."""
    people = [text[n.start : n.end].split() for n in found if n.kind == "person"]
    full = {" ".join(p) for p in people}
    parts = {p[-1] for p in people if len(p) > 1} | {p[0] for p in people if len(p) > 1 and is_given_name(p[0])}
    return tuple(
        msgspec.structs.replace(n, kind="person")
        if (n.kind == "other" and text[n.start : n.end] in full)
        or (n.kind in ("other", "place") and text[n.start : n.end] in parts and not _is_country(text[n.start : n.end]))
        else n
        for n in found
    )


def _is_country(word: str) -> bool:
    place = look_up(word)
    return place is not None and place.kind in ("country", "capital")
