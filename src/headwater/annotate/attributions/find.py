"""A sentence in, its raw attributions out: who is credited by which words with what, as spans, nothing resolved.

The patterns, tried on every cue outside quotations (offsets into the article throughout):

1. ``according to SOURCE`` anywhere; the whole sentence is the content;
2. ``per SOURCE``, ``citing SOURCE``, ``quoting SOURCE``: a source behind, or nearer to the fact than, another one;
3. ``CONTENT, SOURCE said`` and ``CONTENT, said SOURCE``;
4. ``SOURCE said (that) CONTENT``, ``SOURCE told ADDRESSEE CONTENT``, and the same after who, which, what;
5. ``..., adding that CONTENT``: by the source before it;
6. ``OUTLET: CONTENT`` and ``CONTENT: source`` in headlines;
7. a sentence that is all quotation: by the source before it.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from headwater.annotate.attributions.phrases import head_kind, is_clause, is_credible, is_named
from headwater.annotate.attributions.tables import ACTS, NOUN_KIND, NOUNS, ORDERS, SHOWS, SHOWS_ONLY, WEAK
from headwater.outlets import outlet_named
from headwater.text import trim
from headwater.types import Span

_CUE = re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(sorted(w for w in ACTS if not w.endswith('ing')))})(?![\w-]|'[st])")
_EDGE = " \t\xa0,;:.-–—()"
_ACCORDING = re.compile(r"(?i)\b(?:according to|in the words of)\s+")
_CITING = re.compile(r"(?i)\b(?:citing|quoting|cited|quoted)\s+(?!(?:as|by|in|for|that)\b)")
_PER = re.compile(r"(?<=[a-z,] )(?:per|via|first reported by|as reported by|reported by)\s+(?=(?:the\s+)?[A-Z])")
_NOUN_END = re.compile(
    r"(?i)[,;:()\"]|\.(?=\s*$)|\s(?:who|which|that|as|in reporting|on|when|while|after|before|because|but|said|says|in (?:a|an|its|his|her|their)|"
    r"has|have|had|is|are|was|were|will|would|reports?|reported|amid|for the|and (?:the|that|it|he|she|they|was|were|is|are|has|have))\b"
)
_LEAD = re.compile(
    r"(?i)^(?:(?:and|but|however|meanwhile|yet|also|still|separately|later|earlier|while|as|although|though|that|who|which|what|where|when|because|whom|so|then|now|nevertheless)\b[, ]*)+"
)
_ADVERBS = re.compile(
    r"(?i)(?:\s+(?:apparently|appeared to|appears to|seemed to|also|later|earlier|previously|separately|repeatedly|reportedly|has|have|had|is|was|were|be|been|then|already|further|again|now|today|yesterday|who|which|first|only|not|still|would|will|could|may|might|did|does|do|simply|falsely|officially|"
    r"(?:on|late|early|last|this)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day))+$"
)
_WH = re.compile(r"(?i)(?:\bwho|\bwhich|\bwhat|\bwhom)\s*$")
_AFTER_FINAL = re.compile(
    r"(?i)^\s*(?:$|[,.;:)\"'-]|(?:on|late|early|last|this|yesterday|today|earlier|later|via|during|by|in an? |in (?:the|a|his|her|its|their)\b|at (?:a|the|his|her)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|recently|through|to reporters|to the)\b)"
)
_CLAUSE_STOP = re.compile(r"(?i)\s(?:that|who|which|what|where|when|because|while|although|though|if|but|and)\s|[;:\"]|\s[-–—]{1,2}\s")
# with an apposition before the cue, "who" and "which" belong to it
_OPEN_STOP = re.compile(r"(?i)\s(?:because|while|although|though|but)\s|[;:\"]|\s[-–—]{1,2}\s")
_DETERMINED = re.compile(r"(?i)(?:\b(?:the|an?|any|some|this|that|these|those|its|his|her|their|our|no|such)|'s|s')$")
_ANYONE = re.compile(r"(?i)(?:an?|one|the|another|two|three|some)\s+[a-z]")  # who tells somebody something is somebody
_PASSIVE = re.compile(r"(?i)\b(?:is|are|was|were|be|been|being)(?:\s+\w+ly|\s+not|\s+first|\s+also)?$")
_MODAL = re.compile(r"(?i)\b(?:will|would|could|may|might|must|should|to|can)(?:\s+\w+ly|\s+not|\s+also)?$")
_INFINITIVE = re.compile(r"(?i)\s+(?:\S+\s+){1,4}?to\s+[a-z]+\b")
_THIS_IS = re.compile(
    r"(?i)^(?:this|that|it|the news|the information)\s+(?:is|was|has been)\s+(?:also\s+)?(reported|said|announced|stated|confirmed)\s+by\s+"
)
_EXPRESSED = re.compile(
    r"(?i)\b(?:(?:expressed|voiced|raised|express|voice)(?=\s+(?:\w+\s+)?(?:concerns?|doubts?|fears?|alarm|hopes?|confidence|optimism)\s+(?:over|about|that|at))|(?:not\s+)?ruled\s+out(?:\s+that)?|made\s+(?:it\s+)?clear\s+that|pointed\s+out(?:\s+that)?)\b"
)
_PARTICIPLE = re.compile(
    r"(?i)(?:,|\"|\band|\b(?:statement|note|letter|report|tweet|post|message|interview))\s+(adding|noting|saying|stressing|warning|claiming|insisting|explaining|stating|arguing|suggesting)\b(?:\s+that\b)?"
)
_SUBJECT_FIRST = re.compile(
    r"(?:(?:The|A|An|Its|His|Her|Their) )?(?:[a-z-]+ ){0,2}(?:[A-Z][\w.'-]*(?: of)? ?){0,5}(?:[a-z]+ ){0,2}?(?=(?:has|have|had|also|on|called|issued|released|posted|sent|confirmed|rejected|declined|expressed|condemned|defended|criticised|criticized|declared|wrote|published)\b)"
)
_PREFIX = re.compile(r"^((?:The |the )?[A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*){0,4}):\s+(?=[\"']?\S)")
_SUFFIX = re.compile(r"[:–—-]\s+((?:the )?[\w.&'-]+(?: [\w.&'-]+){0,3})$")
# a verb or auxiliary: a stretch without one before ", said" is a name with its apposition
_VERB = re.compile(
    r"(?i)\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|did|does|do|[a-z]{2,}ed|took|made|went|came|left|fell|rose|hit|held|put|met|won|lost|gave|got|began|broke|saw|led|set|kept|sent|cut|built|fled|shot|struck|sank|ran|wants?|needs?|plans?|remains?)\b|n't\b"
)
_TOLD = frozenset(["told", "tells", "tell", "telling"])


class Raw(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution before its source is resolved; ``source`` None stands for the source before it."""

    source: Span | None
    cue: Span
    content: Span
    act: str = "says"
    inner: bool = False
    """Is this source nearer to the fact than another one of the same content?"""
    addressee: Span | None = None


def find_raw(
    text: str, sentence: Span, quotations: Sequence[Span], *, headline: bool = False, before: Span | None = None
) -> tuple[Raw, ...]:
    """The attributions in one sentence of a text with straight quotation marks, in the order of their cues.

    ``before`` is the sentence before it: "This was reported by SOURCE" credits that one.
    """
    reader = _Reader(text, sentence, quotations)
    if headline and (raw := reader.headline()):
        return (raw,)
    found = [*reader.passive(before), *reader.according(), *reader.behind(), *reader.cues(), *reader.phrases()]
    found += reader.participles(alone=not found)
    if not found and (raw := reader.all_quotation()):
        found.append(raw)
    return tuple(sorted(found, key=lambda r: (r.cue.start, r.cue.end)))


class _Reader:
    """One sentence, read by the patterns above."""

    def __init__(self, text: str, sentence: Span, quotations: Sequence[Span]) -> None:
        self.text, self.start, self.end = text, sentence.start, sentence.end
        self.quotations = [q for q in quotations if q.start < sentence.end and q.end > sentence.start]

    def quoted(self, at: int) -> bool:
        return any(q.start <= at < q.end for q in self.quotations)

    def _outside(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        return (m for m in pattern.finditer(self.text, self.start, self.end) if not self.quoted(m.start()))

    def _noun_phrase(self, at: int) -> Span | None:
        """The noun phrase that begins here, up to the next clause; None within a quotation."""
        if self.quoted(at):
            return None
        stop = _NOUN_END.search(self.text, at + 1, self.end)
        start, end = trim(self.text, at, stop.start() if stop else self.end, _EDGE)
        return Span(start=start, end=end) if start < end and end - start < _LONGEST_SOURCE else None

    def according(self) -> Iterator[Raw]:
        for match in self._outside(_ACCORDING):
            if (source := self._noun_phrase(match.end())) and is_credible(self.text[source.start : source.end]):
                end = source.end
                yield Raw(source=source, cue=_span(self.text, *match.span()), content=self._whole(match.start(), end))

    def behind(self) -> Iterator[Raw]:
        for pattern, inner in ((_CITING, True), (_PER, False)):
            for match in self._outside(pattern):
                source = self._noun_phrase(match.end())
                if source and is_credible(self.text[source.start : source.end]):
                    yield Raw(
                        source=source, cue=_span(self.text, *match.span()), content=self._whole(match.start(), source.end), inner=inner
                    )

    def _whole(self, start: int, end: int) -> Span:
        """The sentence, or what is left of it on one side of an attribution at its edge."""
        if start - self.start < _SHORT:
            return Span(start=trim(self.text, end, self.end, " ,")[0], end=self.end)
        return Span(start=self.start, end=trim(self.text, self.start, start, " ,")[1] if self.end - end < _SHORT else self.end)

    def cues(self) -> Iterator[Raw]:
        for match in self._outside(_CUE):
            if raw := self._cue(match, match.group().lower()):
                yield raw

    def _cue(self, match: re.Match[str], word: str) -> Raw | None:
        start, end = match.span()
        cue = Span(start=start, end=end)
        before = self.text[self.start : start].rstrip()
        if (raw := self._inverted(cue, word, before)) is not None:
            return raw
        if _PASSIVE.search(before) or (_MODAL.search(before) and not re.match(r"\s+that\b", self.text[cue.end : self.end])):
            return None
        source = self._subject(start, anyone=word in _TOLD)
        if source is None or self._noun_use(word, source, start) or _DETERMINED.search(before):
            return None
        if word in ORDERS and _INFINITIVE.match(self.text[cue.end : self.end]):
            return None
        return self._final(cue, word, source) or self._initial(cue, word, source)

    def _noun_use(self, word: str, source: Span, cue: int) -> bool:
        """Is this form a noun here: "the reports", "local media reports of", with nothing said after it?"""
        if word not in NOUNS:
            return False
        said = self.text[source.start : source.end]
        after = self.text[cue + len(word) : self.end]
        follows = re.match(r"\s+(?:that\b|[\"'])", after) or (
            word.endswith("s") and re.match(r"\s+(?:the|a|an|[A-Z]|it|he|she|they)\b", after)
        )
        # "the media reports of": a determiner, and nobody who speaks
        determined = _DETERMINED.search(said.split()[0]) is not None and head_kind(said) is None
        return determined or not (follows or head_kind(said) == "body")

    def _inverted(self, cue: Span, word: str, before: str) -> Raw | None:
        """CONTENT, said SOURCE."""
        if len(before) < _SHORT or before[-1] not in ",\"'" or word in WEAK or (before[-1] == "," and not _VERB.search(before)):
            return None
        after = cue.end + len(self.text[cue.end : self.end]) - len(self.text[cue.end : self.end].lstrip())
        if re.match(r"(?i)(?:that|it|he|she|they|on|in|at|to|there|this|no|not|an? \w+ly)\b", self.text[after : self.end]):
            return None
        source = self._noun_phrase(after)
        if source is None or not is_credible(self.text[source.start : source.end]):
            return None
        content = self._left(cue.start, source.end)
        return Raw(source=source, cue=cue, content=content, act=ACTS[word]) if content else None

    def _final(self, cue: Span, word: str, source: Span) -> Raw | None:
        """CONTENT, SOURCE said."""
        before = self.text[self.start : source.start].rstrip()
        after = self.text[cue.end : self.end]
        if (
            len(before) < _SHORT
            or before[-1] not in ",\"'–—-"
            or re.match(r"[^,]{0,60}?\bthat\b", after)
            or (word in _TOLD and len(after) > 60)
        ):
            return None
        if word not in _TOLD and not _AFTER_FINAL.match(after):
            return None
        content = self._left(source.start, cue.end)
        addressee = self._addressee(cue.end) if word in _TOLD else None
        return Raw(source=source, cue=cue, content=content, act=ACTS[word], addressee=addressee) if content else None

    def _left(self, start: int, end: int) -> Span | None:
        """What stands before an attribution, and after it where the sentence goes on with a quotation."""
        left = trim(self.text, self.start, start, " ,–—-")
        goes_on = any(q.start >= end for q in self.quotations) and self.text[self.start] in "\"'"
        return Span(start=left[0], end=self.end if goes_on else left[1]) if left[1] - left[0] >= _SHORT else None

    def _initial(self, cue: Span, word: str, source: Span) -> Raw | None:
        """SOURCE said (that) CONTENT."""
        start = cue.end
        addressee = None
        if word in _TOLD:
            addressee = self._addressee(cue.end)
            start = addressee.end if addressee else start
        relative = _WH.search(self.text[self.start : source.start].rstrip()) is not None
        stop = self.end
        if relative and (comma := self.text.find(",", start, self.end)) > 0:
            stop = comma
        elif (aside := re.search(r",\s+while\s", self.text[start:stop])) and not self.quoted(start + aside.start()):
            stop = start + aside.start()
        lead = re.match(r"(?i)[\s,:]*(?:(?:on|late|early|last)\s+\w+day\s*,?\s*)?(?:only\s+)?(?:that\s+)?", self.text[start:stop])
        start, stop = trim(self.text, start + (lead.end() if lead else 0), stop, " \t")
        said = self.text[start:stop]
        if stop - start < _SHORT or (word in WEAK and not self._strong(word, source, self.text[cue.end : stop])):
            return None
        if (
            not is_clause(said)
            and ACTS[word] == "says"
            and word
            not in ("announced", "confirmed", "reported", "predicted", "acknowledged", "claimed", "announces", "confirms", "reports")
        ):
            return None
        return Raw(source=source, cue=cue, content=Span(start=start, end=stop), act=ACTS[word], addressee=addressee)

    def _strong(self, word: str, source: Span, after: str) -> bool:
        """Does a weak cue credit here: with "that" or a quotation, for what shows, or for a stated expectation?"""
        if word in SHOWS and head_kind(self.text[source.start : source.end]) in ("document", "sensor"):
            return True
        if word in SHOWS_ONLY:
            return False
        return re.match(r"(?i)[\s,:]*that\b|.*[\"]", after) is not None or (
            word.startswith(("expect", "hope")) and re.match(r"(?i)\s+to\b", after) is not None
        )

    def _addressee(self, at: int) -> Span | None:
        match = re.compile(
            r"\s+((?:the )?[A-Z][\w.&'-]*(?:\s+(?:news agency|[A-Z][\w.&'-]*))*|reporters|journalists|\w+ers?|(?:the|a|an|his|her|its)\s+[\w -]{2,30}?)(?=\s|[,.;]|$)"
        ).match(self.text, at, self.end)
        return Span(start=match.start(1), end=trim(self.text, *match.span(1), ".")[1]) if match else None

    def _subject(self, cue: int, *, anyone: bool = False) -> Span | None:
        """The noun phrase before a cue, apposition included: back to the last clause boundary."""
        left = self.text[self.start : cue]
        stop = _OPEN_STOP if left.rstrip().endswith(",") else _CLAUSE_STOP
        at = max((m.end() for m in stop.finditer(left.rstrip() + " ")), default=0)
        clause = left[min(at, len(left)) :]
        if at and not _ADVERBS.sub("", " " + clause).strip(" ,") and re.search(r"(?i)\b(?:and|but)\s+$", left[:at].rstrip() + " "):
            return self._first_subject(left[:at])
        segments = [(m.start(), m.end()) for m in re.finditer(r"[^,]+", clause)]
        if not segments:
            return None
        apposition = clause.rstrip().endswith(",")
        pick = self._head(clause, segments, apposition=apposition)
        if pick is None:
            return None
        base = self.start + min(at, len(left))
        start, end = base + pick[0], base + (len(clause.rstrip(" ,")) if apposition else pick[1])
        start += (
            (m.end() if (m := _LEAD.match(self.text[start:end].lstrip())) else 0)
            + len(self.text[start:end])
            - len(self.text[start:end].lstrip())
        )
        start, end = trim(self.text, start, end, _EDGE.replace(".", "") + "\"'")
        if m := _ADVERBS.search(self.text[start:end]):
            end = start + m.start()
        phrase = self.text[start:end]
        return (
            Span(start=start, end=end)
            if start < end and end - start < _LONGEST_SOURCE and (is_credible(phrase) or (anyone and _ANYONE.match(phrase)))
            else None
        )

    @staticmethod
    def _head(clause: str, segments: list[tuple[int, int]], *, apposition: bool) -> tuple[int, int] | None:
        """The piece between commas that names the source."""
        solid = [s for s in segments if clause[s[0] : s[1]].strip()]
        if not solid:
            return None
        if not apposition:
            return solid[-1]
        names = [s for s in solid if is_named(clause[s[0] : s[1]])]
        people = [s for s in names if re.fullmatch(r"\s*(?:[A-Z][\w.'-]+\s*){2,4}", clause[s[0] : s[1]])]
        first = (people or names or solid)[0]
        before = solid[solid.index(first) - 1] if first in solid[1:] else first
        # "Freedonia's envoy, Anna Berg, said": the words before the name belong to it
        role = (
            re.search(r"(?i)(?:'s|\bthe|\ba|\bits|\bhis|\bher)\s[\w -]+$", clause[before[0] : before[1]].rstrip())
            if before is not first
            else None
        )
        return (before if role else first) if len(solid) > 1 else None

    def passive(self, before: Span | None) -> Iterator[Raw]:
        match = _THIS_IS.match(self.text[self.start : self.end])
        if match and before and (source := self._noun_phrase(self.start + match.end())):
            yield Raw(source=source, cue=Span(start=self.start + match.start(1), end=self.start + match.end()), content=before)
            for raw in self.behind():
                yield msgspec.structs.replace(raw, content=before)

    def phrases(self) -> Iterator[Raw]:
        for match in self._outside(_EXPRESSED):
            source = self._subject(match.start())
            start, end = trim(self.text, match.end(), self.end)
            if source and end - start >= _SHORT:
                yield Raw(
                    source=source,
                    cue=_span(self.text, *match.span()),
                    content=Span(start=start, end=end),
                    act="doubts" if "ruled" in match.group().lower() else "says",
                )

    def participles(self, *, alone: bool) -> Iterator[Raw]:
        for match in self._outside(_PARTICIPLE):
            start, end = trim(self.text, match.end(), self.end)
            if end - start >= _SHORT:
                yield Raw(
                    source=self._leading() if alone else None,
                    cue=Span(start=match.start(1), end=match.end()),
                    content=Span(start=start, end=end),
                )

    def _first_subject(self, left: str) -> Span | None:
        """Who did the first thing of "The minister ordered an inquiry and said ...": the words before the first verb."""
        verb = _VERB.search(left)
        if verb is None:
            return None
        phrase = _ADVERBS.sub("", left[: verb.start()].rstrip(" ,"))
        start, end = trim(self.text, self.start, self.start + len(phrase), _EDGE)
        return Span(start=start, end=end) if start < end and "," not in phrase and is_credible(self.text[start:end]) else None

    def _leading(self) -> Span | None:
        """The subject that a sentence begins with, where it can be a source."""
        match = _SUBJECT_FIRST.match(self.text, self.start, self.end)
        return (
            Span(start=match.start(), end=trim(self.text, *match.span())[1])
            if match and is_credible(match.group()) and not self.quoted(match.start())
            else None
        )

    def headline(self) -> Raw | None:
        text = self.text[self.start : self.end]
        if (match := _PREFIX.match(text)) and (outlet_named(match.group(1)) or match.group(1).lower().split()[-1] in NOUN_KIND):
            source, content = match.span(1), (match.end(), len(text))
        elif (match := _SUFFIX.search(text)) and (outlet_named(match.group(1)) or match.group(1).lower().split()[-1] in NOUN_KIND):
            source, content = match.span(1), (0, match.start())
        else:
            return None
        at = self.start
        return Raw(
            source=Span(start=at + source[0], end=at + source[1]),
            cue=Span(start=at + source[1], end=at + source[1] + 1),
            content=_span(self.text, at + content[0], at + content[1]),
        )

    def all_quotation(self) -> Raw | None:
        start, end = trim(self.text, self.start, self.end, " .")
        inside = next((q for q in self.quotations if q.start <= start + 1 and q.end >= end - 1), None)
        if inside is None or len(self.text[start:end].split()) < _SPOKEN:
            return None
        return Raw(source=None, cue=Span(start=self.start, end=self.start + 1), content=Span(start=self.start, end=self.end))


_SPOKEN = 5  # words: a shorter quotation alone is a heading
_SHORT = 9  # characters: less is no content
_LONGEST_SOURCE = 160  # characters: longer is a sentence that went wrong


def _span(text: str, start: int, end: int) -> Span:
    start, end = trim(text, start, end)
    return Span(start=start, end=end)
