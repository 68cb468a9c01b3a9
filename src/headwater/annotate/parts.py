"""Words of a sentence with their classes -> the single things that it says, each as places of words that can stand alone.

A surface method, no parse: a sentence is cut where the classes of its words show that another clause begins, a clause
without a subject of its own takes that of the clause before or the noun before it, and a list gives one proposition an
item. What is set apart by brackets, or stands beside a noun as another name for it, is said of that noun.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from headwater.annotate.lists import spell_out
from headwater.text import words

Kind = Literal["main", "relative", "joined", "participle", "beside"]
_NOMINAL = frozenset(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "SYM"])
_VERBAL = frozenset(["VERB", "AUX"])
_RELATIVE = frozenset(["who", "which", "whom", "whose", "that", "where"])
_BESIDE = frozenset(words("while although though because when after before since as whereas if unless until so"))
_EDGE = frozenset(words("however although though while because but also so yet and or nor whereas due if unless"))
_ALL = frozenset(words("all any none everyone anyone one everybody anybody nobody everything anything nothing"))  # "but" excepts from these
_LEAST = 3  # words of a proposition
_AHEAD = 7  # words behind a mark that are looked at to see whether a clause begins there
_MOST = 40  # propositions of one sentence; a longer list is a table


class Line(msgspec.Struct, frozen=True):
    """The words of a sentence: as they stand, in lower case, and the class of each (Universal Dependencies)."""

    words: tuple[str, ...]
    low: tuple[str, ...]
    classes: tuple[str, ...]

    def is_nominal(self, at: int) -> bool:
        """May this word stand within a noun phrase?"""
        return self.classes[at] in _NOMINAL or self.low[at] in ("of", "-", "'", "’")

    def is_verb(self, at: int) -> bool:
        """Is this a verb, and no infinitive behind "to"?"""
        return self.classes[at] in _VERBAL and not (at and self.low[at - 1] == "to")

    def is_mark(self, at: int) -> bool:
        """Is this a mark of punctuation?"""
        return self.classes[at] == "PUNCT"


class Clause(msgspec.Struct, frozen=True):
    """A clause as places of words: what comes before it, its subject, the rest."""

    lead: tuple[int, ...]
    subject: tuple[int, ...]
    rest: tuple[int, ...]


def line_of(words: Sequence[str], classes: Sequence[str]) -> Line:
    """A line; what has no letter or digit is a mark, whatever its class, but for signs of money and shares.

    In "all but two" the word "but" joins nothing: it belongs to the noun phrase.
    """
    marked = (
        "PUNCT" if not w[:1].isalnum() and w not in _SIGNS else "PROPN" if w == "&" else c for w, c in zip(words, classes, strict=True)
    )
    low = tuple(w.lower() for w in words)
    settled = ("DET" if low[i] == "but" and i and low[i - 1] in _ALL else kind for i, kind in enumerate(marked))
    return Line(tuple(words), low, tuple(settled))


_SIGNS = frozenset("$%£€¥₹&")


def find_parts(line: Line) -> list[tuple[int, ...]]:
    """The propositions of a sentence, each as the places of its words in order; the whole sentence where nothing else is found."""
    asides = list(_brackets(line))
    inside = {k for start, end in asides for k in range(start, end + 1)}
    live = [i for i in range(len(line.words)) if i not in inside]
    found = [(*(k for k in range(_noun_before(line, start), start) if k not in inside), *range(start, end)) for start, end in asides]
    for clause in _clauses(line, _segments(line, live), inside):
        found += _said(line, clause)
    found += _titles(line, live)
    trimmed = (_trimmed(line, sorted(set(f))) for f in found)
    kept = dict.fromkeys(t for t in trimmed if sum(not line.is_mark(k) for k in t) >= _LEAST)
    return list(kept)[:_MOST] or [_trimmed(line, live)]


def _brackets(line: Line) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for i, word in enumerate(line.words):
        if word == "(" and opened is None:
            opened = i
        elif word == ")" and opened is not None:
            yield opened, i
            opened = None


def _noun_before(line: Line, end: int) -> int:
    """Where the noun phrase that ends at a place begins."""
    at = end
    while at and line.is_nominal(at - 1):
        at -= 1
    while at < end and (line.is_mark(at) or line.classes[at] == "ADP"):
        at += 1
    return at


def _trimmed(line: Line, places: Sequence[int]) -> tuple[int, ...]:
    """Places without marks and joining words at both ends."""
    start, end = 0, len(places)
    while start < end and (line.is_mark(places[start]) or line.classes[places[start]] == "CCONJ" or line.low[places[start]] in _EDGE):
        start += 1
    if end - start > 1 and (line.low[places[start]], line.classes[places[start]]) == ("that", "SCONJ"):
        start += 1
    while end > start and (line.is_mark(places[end - 1]) or line.classes[places[end - 1]] == "CCONJ" or line.low[places[end - 1]] in _EDGE):
        end -= 1
    return tuple(places[start:end])


# segments: where another clause begins


def _segments(line: Line, live: Sequence[int]) -> list[tuple[Kind, list[int]]]:
    """The words that are not set apart, cut where another clause begins, and how each begins."""
    found: list[tuple[Kind, list[int]]] = []
    kind: Kind = "main"
    held: list[int] = []
    verb = False  # does one of the held words say what is done?
    at = 0
    while at < len(live):
        cut = _begins(line, live, at, verb=verb, first=not found) if held else None
        if cut:
            found.append((kind, held))
            kind, held = cut[0], list(live[at + cut[1] : at + 1])
            verb = any(line.is_verb(k) for k in held)
            at += max(cut[1], 1)
            continue
        held.append(live[at])
        verb = verb or line.is_verb(live[at])
        at += 1
    return [*found, (kind, held)] if held else found


def _begins(line: Line, live: Sequence[int], at: int, *, verb: bool, first: bool) -> tuple[Kind, int] | None:
    """How a clause begins at a word, and how many words to leave out there; None where none does.

    ``verb``: does the clause so far have a verb; ``first``: is it the first of the sentence?
    """
    here, ahead = live[at], live[at + 1 : at + _AHEAD]
    word = line.low[here]
    if word in (";", ":", "–", "—") and verb:
        return "main", 1
    if word == "," and ahead:
        return _after_comma(line, here, ahead, verb=verb, first=first)
    if line.classes[here] == "CCONJ" and verb and ahead:
        return ("joined", 1) if _predicate_ahead(line, ahead, aux=True) else None
    before = live[at - 1]
    if word in ("who", "which") and (line.is_nominal(before) or line.is_mark(before)):
        return "relative", 0
    if word == "that" and line.classes[before] in ("NOUN", "PROPN") and ahead and line.is_verb(ahead[0]):
        return "relative", 0
    return ("beside", 0) if word in ("while", "whereas") and verb else None


def _after_comma(line: Line, here: int, ahead: Sequence[int], *, verb: bool, first: bool) -> tuple[Kind, int] | None:
    following = ahead[0]
    low, kind = line.low[following], line.classes[following]
    if low in _RELATIVE and kind in ("PRON", "DET", "ADV", "SCONJ"):
        return "relative", 1
    if kind == "CCONJ" or low in ("but", "yet", "so"):
        return ("joined", 2) if verb and _predicate_ahead(line, ahead[1:], aux=False) else None
    if verb and kind == "VERB" and low.endswith(("ing", "ed")):
        return "participle", 1
    if verb and (kind == "SCONJ" or low in _BESIDE):
        return "beside", 1
    if not verb:
        dated = line.classes[here - 1] == "NUM" and kind == "NUM"
        return None if dated or not first else ("main", 1)
    return ("main", 1) if _predicate_ahead(line, ahead, aux=True) and line.is_nominal(following) else None


def _predicate_ahead(line: Line, ahead: Sequence[int], *, aux: bool) -> bool:
    """Does a verb follow, at once or behind a noun phrase; with ``aux``, behind a noun phrase an auxiliary only?"""
    at = 0
    while at < len(ahead) and (line.classes[ahead[at]] == "ADV" or line.low[ahead[at]] == "that"):
        at += 1
    if at < len(ahead) and line.is_verb(ahead[at]):
        return True
    start = at
    while at < len(ahead) and line.classes[ahead[at]] in _NOMINAL:
        at += 1
    return start < at < len(ahead) and line.is_verb(ahead[at]) and (not aux or line.classes[ahead[at]] == "AUX")


# clauses: who or what each is about


def _clauses(line: Line, segments: Sequence[tuple[Kind, list[int]]], inside: set[int]) -> list[Clause]:
    """The clauses of a sentence, each with a subject of its own or the one that it takes over."""
    found: list[Clause] = []
    lead: tuple[int, ...] = ()
    subject: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()  # a noun phrase whose verb comes after something set between commas
    for kind, segment in segments:
        places = _trimmed(line, segment)
        own, rest = _halves(line, places)
        if not places:
            continue
        if kind == "relative":
            clauses, waiting = _relative(line, places, waiting, inside)
            found += clauses
        elif not rest or (not found and not subject and len(segments) > 1 and _is_adverbial(line, places)):
            if not found and not waiting and line.classes[places[0]] in ("ADP", "SCONJ", "ADV", "VERB"):
                lead = places
            elif waiting or found:
                found.append(Clause((), waiting, places) if waiting else Clause((), (), places))
            else:
                waiting = subject = places
        else:
            bare = all(line.classes[k] in ("ADV", "PART") for k in own)
            subject = (waiting or subject) if bare else own
            found.append(Clause(lead, subject, rest))
            lead = ()
    return found or [Clause((), (), (*lead, *waiting))]


def _halves(line: Line, places: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What stands before the first verb of a clause, and from there on."""
    at = next((i for i, k in enumerate(places) if line.is_verb(k)), len(places))
    end = at
    while at < len(places) and end and line.classes[places[end - 1]] in ("ADV", "PART"):
        end -= 1
    return tuple(places[:end]), tuple(places[end:])


def _is_adverbial(line: Line, places: Sequence[int]) -> bool:
    """Is a first segment said of the clause that follows it: "Founded in 1946", "When it rained"?"""
    return line.low[places[0]] in _BESIDE or (line.classes[places[0]] == "VERB" and line.low[places[0]].endswith(("ed", "ing")))


def _relative(line: Line, places: Sequence[int], waiting: tuple[int, ...], inside: set[int]) -> tuple[list[Clause], tuple[int, ...]]:
    """A relative clause, said of the noun before it; and where the main clause goes on behind it, that too."""
    before = places[0] - 1 if line.is_mark(places[0] - 1) else places[0]
    noun = tuple(k for k in range(_noun_before(line, before), before) if k not in inside)
    on = next((i for i in range(len(places) - 2, 0, -1) if line.low[places[i]] == "," and line.is_verb(places[i + 1])), None)
    body = places[1:] if line.low[places[0]] in ("who", "which", "that") else places
    if on is None or not waiting:
        return [Clause((), noun, tuple(body))], waiting
    body = [k for k in places[:on] if k != places[0]]
    return [Clause((), noun, tuple(body)), Clause((), waiting, tuple(places[on + 1 :]))], ()


# propositions: what a clause says, with and without what may be left out


def _said(line: Line, clause: Clause) -> Iterator[tuple[int, ...]]:
    for subject in spell_out(line, clause.subject):
        for rest in spell_out(line, clause.rest):
            yield (*clause.lead, *subject, *rest)
            if clause.lead:
                yield (*subject, *rest)
            if short := _without_last(line, rest):
                yield (*subject, *short)


def _without_last(line: Line, rest: Sequence[int]) -> tuple[int, ...]:
    """The rest of a clause without its last phrase that says when, where or how; empty where it has none."""
    for i in range(len(rest) - 2, 1, -1):
        if line.classes[rest[i]] == "ADP" and line.low[rest[i]] not in ("of", "than"):
            fixed = line.classes[rest[i - 1]] in (*_VERBAL, "ADP", "ADV", "PART")
            return () if fixed else tuple(rest[:i])
    return ()


def _titles(line: Line, live: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """A noun before a name: "engineer Mara Velden" says that she is one."""
    for i in live[1:]:
        noun = line.classes[i - 1] == "NOUN" and line.words[i - 1][:1].islower() and line.classes[i] == "PROPN"
        end = i
        while noun and end < len(line.words) and line.classes[end] == "PROPN":
            end += 1
        if end - i > 1:
            yield tuple(range(i - 1, end))
