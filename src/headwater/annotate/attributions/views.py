"""A sentence in, the views in it out: who wants, thinks or feels what, whether or not anybody is credited with it.

1. ``HOLDER hopes CONTENT``; 2. ``HOLDER is willing CONTENT``, ``HOLDER will CONTENT``; 3. ``CONTENT is opposed by
HOLDER``; 4. ``HOLDER's support for CONTENT``, ``support of HOLDER for CONTENT``; 5. ``HOLDER has no plans CONTENT``.
The holder is the subject of its clause: behind "who" the noun before it, behind a bare "and" that of the verb before.
"""

import re
from collections.abc import Iterator

from headwater.annotate.attributions import patterns
from headwater.annotate.attributions.phrases import head_kind
from headwater.annotate.attributions.raw import Raw
from headwater.annotate.attributions.stances import ADJECTIVES, BARE, DOES, FINITE, NOUNS, OBJECTS, PASSIVE
from headwater.annotate.attributions.tables import PRONOUNS
from headwater.demonyms import DEMONYMS
from headwater.text import any_of, trim
from headwater.types import Span

_TOKEN = re.compile(r"(?<![\w'-])[a-z]+(?![\w-]|'[st])")
_VERBS = FINITE | BARE
_BE = r"(?:is|are|was|were|be|been|being|'s|'re|'m|am|remains?|remained|feels?|felt|seems?|seemed|becomes?|became)"
_ADJECTIVE = re.compile(rf"\b{_BE}\s+(?:(?:\w+ly|not|very|also|more|still|now)\s+)?(?:{any_of(ADJECTIVES)}|in\s+favou?r)\b")
_BY = re.compile(r"\b([a-z]+)\s+(?:\w+ly\s+)?by\s+")
_OWNER = r"(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Mm]y|[Yy]our|[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*){0,4}'s?|[Tt]he\s+(?:\w+\s+){1,3}?\w+'s?)"
_PEOPLES = frozenset(w.title() if len(w) > len("usa.") else w.upper() for w in DEMONYMS) | {"European", "Western", "Arab", "EU", "UN"}
_OWNED = re.compile(
    rf"\b({_OWNER}|(?:{any_of(_PEOPLES)}))\s+(?:[\w-]+\s+){{0,3}}?(?:{any_of(NOUNS)})\s+"
    r"(?:for|to|of|over|about|on|at|against|towards?|with|that|in|regarding|concerning|by)\b"
)
_OF = re.compile(
    rf"(?<![\w-])(?:{any_of(NOUNS)}|{any_of(OBJECTS)})\s+(?:(?:made|given|expressed|voiced|offered|issued)\s+)?(?:of|by|from)\s+"
)
_OF_ENDS = re.compile(r"(?i)[,;:\"().]|\s(?:to|in|for|that|on|of|at|with|against|as|by|towards?|over|about|prior|during|after|before)\s")
_DOES = re.compile(rf"\b(?:{any_of(DOES)})(?:\s+[\w-]+){{0,4}}?\s+(?:{any_of(NOUNS)}|{any_of(OBJECTS)}|about|after)(?![\w-])")
_WILL = re.compile(
    r"(?<![\w'-])(?:will|won't|'ll|would|(?:is|are|was|were)\s+(?:not\s+)?(?:(?:going|expected|set|due|scheduled)\s+)?to(?=\s+[a-z]+)|"
    r"(?:is|are|was|were)\s+(?:considering|preparing|mulling|working|looking|fighting|acting|standing)|(?:is|are|was|were)\s+after(?=\s+\w+ing))(?![\w-])"
)
_STOP = re.compile(
    r"(?i)(?<=[a-z]{3})[.!?]\s|[;:,\"()\[\]]|\s[-–—]{1,2}\s|(?<![\w-])(?:that|because|while|whereas|although|though|if|unless|until|before|after|but|and|or|nor|when|where|as|than|whether|since|so|who|which|whom|what|how|why|"
    r"said|says|saying|say|added|adding|told|stated|reported|noted|stressed|believes?|believed|thinks?|claims?|claimed|hopes?|hoped|to)(?![\w-])"
)
_RELATIVE = frozenset(["who", "which", "that", "whom"])
_BEGINS = re.compile(
    r"(?:[A-Z0-9\"']|(?:the|a|an|this|that|these|those|its|his|her|their|our|my|your|some|many|most|all|both|several|no|any|every|each|other|he|she|they|it|we|you|who)\b)"
)
_NO_SUBJECT = re.compile(
    r"(?i)^(?:on|in|at|from|by|with|for|of|to|into|about|over|under|during|despite|without|not|there|here|when|where|how|why|it\s+(?:is|was))\b"
)
_EMPTY = re.compile(r"(?i)(?:the|a|an|this|that|its|his|her|their|our|my|your|no|any|every|each|other|\d+)")
_PLURAL = re.compile(r"(?i)(?:\b(?:we|they|you|i|people|who|men|women|children|police|these|those|many|most|some|others|all)|[a-z]s)$")
_BEFORE_BARE = re.compile(
    r"(?i)\b(?:will|would|can|could|may|might|must|should|shall|do|does|did|cannot|(?:wo|do|does|did|ca|would)n't)(?:\s+(?:not|also|never|still|always|\w+ly))*\s*$"
)
_AUXILIARIES = re.compile(
    r"(?i)(?:(?:^|\s+)(?:has|have|had|is|are|was|were|be|been|being|will|would|can|could|may|might|must|should|shall|do|does|did|cannot|(?:wo|do|does|did)n't|not|never|also|still|"
    r"always|already|now|then|therefore|only|just|even|again|further|too|both|all|itself|himself|herself|themselves|today|yesterday|[a-z]{2,}ly|"
    r"(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|this\s+week|last\s+\w+|'s|'ve|'d|'ll))+$"
)
_ENDS = re.compile(r"(?i);|\"|,\s+(?:but|while|whereas|although|though)\s|\s[-–—]{1,2}\s")
_ENDS_OUTSIDE = re.compile(r"(?i);|\",\s+\S+\s+said|,\"?\s+(?:but|while|whereas|although|though)\s|\s[-–—]{1,2}\s")
_LONGEST = 110  # characters: a longer subject is a sentence that went wrong
_LEAST = 2  # characters


def find_views(text: str, start: int, end: int) -> tuple[Raw, ...]:
    """The views in one sentence of a text with straight quotation marks, in the order of their cues."""
    reader = _Reader(text, start, end)
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    words = {t[0] for t in tokens}
    found = [*reader.verbs(tokens), *reader.subjects(_WILL, agents=True)]
    if words & ADJECTIVES or "favour" in words or "favor" in words:
        found += reader.subjects(_ADJECTIVE)
    if "by" in words and words & PASSIVE:
        found += reader.passives()
    if words & NOUNS or words & OBJECTS:
        found += [*reader.subjects(_DOES), *reader.owned(), *reader.of()]
    return tuple(sorted(found, key=lambda r: (r.cue.start, r.cue.end, r.content.start)))


class _Reader:
    """One sentence, read by the patterns above."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end

    def verbs(self, tokens: list[tuple[str, int, int]]) -> Iterator[Raw]:
        for word, start, end in tokens:
            if word not in _VERBS:
                continue
            before = self.text[max(self.start, start - _WINDOW) : start].rstrip()
            if (word in BARE and not _is_verb(before)) or (word in PASSIVE and patterns.PASSIVE.search(before)):
                continue
            yield from self._held(self._subject(start), start, end)

    def subjects(self, pattern: re.Pattern[str], *, agents: bool = False) -> Iterator[Raw]:
        """What stands behind a match, held by the subject before it; ``agents``: by somebody who acts."""
        for match in pattern.finditer(self.text, self.start, self.end):
            holder = self._subject(match.start())
            if holder and (not agents or _acts(self.text[holder.start : holder.end])):
                yield from self._held(holder, match.start(), match.end())

    def passives(self) -> Iterator[Raw]:
        for match in _BY.finditer(self.text, self.start, self.end):
            stop = patterns.NOUN_END.search(self.text, match.end() + 1, self.end)
            holder = self._holder(match.end(), stop.start() if stop else self.end)
            content = _span(self.text, self.start, match.start())
            if match.group(1) in PASSIVE and holder and content:
                yield Raw(source=holder, cue=Span(start=match.start(), end=match.end()), content=content, act="views")

    def owned(self) -> Iterator[Raw]:
        for match in _OWNED.finditer(self.text, self.start, self.end):
            owner = match.group(1)
            ending = len(owner) - len(owner.removesuffix("'s").removesuffix("'"))
            yield from self._held(_span(self.text, match.start(1), match.end(1) - ending), match.end(1), match.end())

    def of(self) -> Iterator[Raw]:
        for match in _OF.finditer(self.text, self.start, self.end):
            stop = _OF_ENDS.search(self.text, match.end(), self.end)
            holder = self._holder(match.end(), stop.start()) if stop else None
            if stop and holder and holder.end == stop.start() and stop.group().strip().isalpha():
                yield from self._held(holder, match.start(), match.end(), after=holder.end)

    def _held(self, holder: Span | None, first: int, last: int, *, after: int | None = None) -> Iterator[Raw]:
        """What stands behind a cue, up to the end of its clause, or of the quotation that the cue stands in."""
        inside = self.text.count('"', self.start, first) % 2 == 1
        at = last if after is None else after
        stop = (_ENDS if inside else _ENDS_OUTSIDE).search(self.text, at, self.end)
        content = _span(self.text, at, stop.start() if stop else self.end)
        cue = _span(self.text, first, last)
        if holder and content and cue:
            yield Raw(source=holder, cue=cue, content=content, act="views")

    def _subject(self, verb: int, *, carried: bool = True) -> Span | None:
        """The subject of the clause that goes on with a verb; ``carried``: also across a bare "and"."""
        first = max(self.start, verb - _WINDOW)
        left = first + len(_AUXILIARIES.sub("", self.text[first:verb].rstrip()))
        stops = list(_STOP.finditer(self.text, first, left))
        while True:
            last = stops.pop() if stops else None
            at = last.end() if last else first
            empty = not self.text[at:left].strip()
            if not empty and (holder := self._holder(at, left)):
                return holder
            word = last.group().lower() if last else ""
            if last is None or (not empty and word != ","):
                return None
            if empty and word == ",":  # an apposition ends here: the holder stands before it
                while stops and stops[-1].group() != ",":
                    stops.pop()
                left = stops.pop().start() if stops else last.start()
                continue
            if word in ("and", "or", "but", "nor"):
                return self._subject_of_verb_before(last.start()) if carried else None
            if word == "to":
                return None  # an infinitive has the subject of its clause, which holds it already
            left = first + len(self.text[first : last.start()].rstrip(" ,"))

    def _subject_of_verb_before(self, end: int) -> Span | None:
        """The subject of the last verb of a clause: what a bare "and" carries on."""
        first = max(self.start, end - _WINDOW)
        verbs = [v.start() for v in patterns.VERB.finditer(self.text, first, end) if v.group()[0].islower()]
        return next((s for v in reversed(verbs[-_TRIED:]) if (s := self._subject(v, carried=False))), None)

    def _holder(self, start: int, end: int) -> Span | None:
        """The noun phrase at the beginning of these words, up to a verb; None where it can hold no view."""
        verb = next((v for v in patterns.VERB.finditer(self.text, start, end) if v.group()[0].islower()), None)
        span = _span(self.text, start, verb.start() if verb else end)
        return span if span and _may_hold(self.text[span.start : span.end]) else None


_WINDOW = 400  # characters before a verb in which its subject is looked for
_TRIED = 4  # verbs before an "and" whose subject is looked for


def _is_verb(before: str) -> bool:
    """Is a bare form a verb behind these words: behind a modal, a plural or a pronoun?"""
    return _BEFORE_BARE.search(before) is not None or _PLURAL.search(_AUXILIARIES.sub("", before)) is not None


def _acts(words: str) -> bool:
    """Is this somebody who acts: a name, a people, a person or a body?"""
    if words.lower() in PRONOUNS:
        return words.lower() != "it"
    tokens = words.split()
    named = tokens[-1][0].isupper() or any(t.lower() in DEMONYMS for t in tokens)
    return named or head_kind(words) in ("person", "body", "unnamed", "witness")


def _may_hold(words: str) -> bool:
    """Can these words hold a view: a pronoun, or a noun phrase with a noun in it?"""
    return len(words) <= _LONGEST and not _NO_SUBJECT.match(words) and _BEGINS.match(words) is not None and not _EMPTY.fullmatch(words)


def _span(text: str, start: int, end: int) -> Span | None:
    start, end = trim(text, start, end, patterns.EDGE + "\"'[]")
    return Span(start=start, end=end) if end - start >= _LEAST or text[start:end] == "I" else None
