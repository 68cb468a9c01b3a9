"""A sentence in, its raw attributions out: who is credited by which words with what, as spans, nothing resolved.

The patterns, tried on every cue outside quotations (offsets into the article throughout):

1. ``according to SOURCE`` anywhere; the whole sentence is the content;
2. ``per SOURCE``, ``citing SOURCE``, ``OUTLET quoted SOURCE as saying``: a source behind, or nearer to the fact than, another one;
3. ``CONTENT, SOURCE said`` and ``CONTENT, said SOURCE``;
4. ``SOURCE said (that) CONTENT``, ``SOURCE told ADDRESSEE CONTENT``, and the same after who, which, what;
5. ``..., adding that CONTENT``: by the source before it;
6. ``OUTLET: CONTENT`` and ``CONTENT: source`` in headlines;
7. a sentence that is all quotation: by the source before it; ``This was reported by SOURCE``: of the sentence before it.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from headwater.annotate.attributions import forms, patterns
from headwater.annotate.attributions.leaning import find_leaning, find_put
from headwater.annotate.attributions.phrases import head_kind, is_credible, is_plain
from headwater.annotate.attributions.raw import INNER, PASSED, Raw
from headwater.annotate.attributions.settle import settle
from headwater.annotate.attributions.subjects import clause_subject, leading, phrase_after, subject_before
from headwater.annotate.attributions.tables import ACTS, NOUN_KIND, NOUNS, ORDERS, SHOWS, SHOWS_ONLY, WEAK
from headwater.outlets import outlet_named
from headwater.text import trim
from headwater.types import Span

_SPOKEN = 5  # words: a shorter quotation alone is a heading
_PEELED = 25  # characters: a shorter quotation credits nobody
_SHORT = 9  # characters: less is no content
_LONG = 9  # words: a content that long is a clause, whatever its verb
_TOLD_REST = 60  # characters after "told": with more, the content follows
_BARE = frozenset(  # cues whose content may be a noun phrase: "announced a ban"
    f"{stem}{ending}"
    for stem in ("announce", "confirm", "report", "predict", "acknowledge", "claim", "deny")
    for ending in ("s", "d", "ed")
) | {"denies", "denied"}

_FINAL_SHOWS = frozenset(["shows", "states", "reports", "claims", "details", "notes"])


def find_raw(
    text: str, sentence: Span, quotations: Sequence[Span], *, headline: bool = False, before: Span | None = None
) -> tuple[Raw, ...]:
    """The attributions in one sentence of a text with straight quotation marks, in the order of their cues.

    ``before`` is the sentence before it: "This was reported by SOURCE" credits that one.
    """
    reader = _Reader(text, sentence, quotations)
    if headline and (raw := reader.headline()):
        return (raw,)
    if before and (passed := list(reader.passive(before))):
        return tuple(passed)
    found = [
        *reader.according(),
        *reader.behind(),
        *reader.quoted_as(),
        *reader.was_quoted(),
        *reader.cues(),
        *reader.phrases(),
        *reader.relays(),
        *find_put(text, sentence, reader.quoted),
    ]
    found += find_leaning(text, sentence, reader.quoted)
    found += reader.participles(alone=not found)
    if not found and (raw := reader.all_quotation()):
        found.append(raw)
    found = [_until_next(raw, found, text) for raw in found]
    found = settle(text, sentence, found)
    return tuple(sorted((r for r in found if r.content.end - r.content.start >= _SHORT), key=lambda r: (r.cue.start, r.cue.end)))


def _until_next(raw: Raw, found: Sequence[Raw], text: str) -> Raw:
    """The same, its content ended where ", but SOURCE said" or ", while SOURCE said" begins."""
    later = [
        r.source.start for r in found if r.source and raw.content.start < r.source.start < raw.content.end and r.cue.start > raw.cue.end
    ]
    for start in sorted(later):
        if (match := patterns.TURN.search(text, raw.content.start, start)) and match.end() == start:
            end = trim(text, raw.content.start, match.start(), " ,;")[1]
            return msgspec.structs.replace(raw, content=Span(start=raw.content.start, end=end))
    return raw


class _Reader:
    """One sentence, read by the patterns above."""

    def __init__(self, text: str, sentence: Span, quotations: Sequence[Span]) -> None:
        self.text, self.start, self.end = text, sentence.start, sentence.end
        self.quotations = [q for q in quotations if q.start < sentence.end and q.end > sentence.start]

    def quoted(self, at: int) -> bool:
        return any(q.start <= at < q.end for q in self.quotations)

    def _outside(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        return (m for m in pattern.finditer(self.text, self.start, self.end) if not self.quoted(m.start()))

    def _after(self, at: int) -> Span | None:
        """The source that begins here; None within a quotation, and where the words can be none."""
        span = None if self.quoted(at) else phrase_after(self.text, at, self.end)
        return span if span and is_credible(self.text[span.start : span.end]) else None

    def according(self) -> Iterator[Raw]:
        for match in self._outside(patterns.ACCORDING):
            if source := self._after(match.end()):
                yield Raw(source=source, cue=_span(self.text, *match.span()), content=self._whole(match.start(), source.end))

    def behind(self) -> Iterator[Raw]:
        for pattern, depth in ((patterns.CITING, INNER), (patterns.PER, PASSED)):
            for match in self._outside(pattern):
                source = self._after(match.end())
                if source and (match.group().strip() != "via" or forms.outlet_of(self.text[source.start : source.end])):
                    content = self._whole(match.start(), source.end)
                    yield Raw(source=source, cue=_span(self.text, *match.span()), content=content, depth=depth)

    def quoted_as(self) -> Iterator[Raw]:
        """OUTLET quoted SOURCE as saying CONTENT; CONTENT, OUTLET quoted SOURCE as saying."""
        for match in self._outside(patterns.QUOTED_AS):
            source = Span(start=match.start("who"), end=match.end("who"))
            cue = Span(start=match.start("cue"), end=match.end())
            outlet = subject_before(self.text, self.start, match.start())
            content = self._behind_or_left(match.end(), outlet.start if outlet else match.start())
            if content and is_credible(self.text[source.start : source.end]):
                yield Raw(source=source, cue=cue, content=content, depth=INNER)
                if outlet:
                    yield Raw(source=outlet, cue=_span(self.text, match.start(), match.start("who")), content=content)

    def was_quoted(self) -> Iterator[Raw]:
        """SOURCE was quoted by OUTLET as saying CONTENT; CONTENT, SOURCE was quoted as saying by OUTLET."""
        for match in self._outside(forms.WAS_QUOTED):
            source = subject_before(self.text, self.start, match.start())
            outlet = self._span_of(match, "by") or self._span_of(match, "after")
            content = self._behind_or_left(match.end(), source.start if source else match.start())
            if source and outlet and content:
                cue = _span(self.text, *match.span())
                yield Raw(source=source, cue=cue, content=content, depth=INNER)
                yield Raw(source=outlet, cue=Span(start=cue.start, end=cue.start + len("was")), content=content)

    def _behind_or_left(self, after: int, before: int) -> Span | None:
        """What stands behind an attribution, or before it where nothing does."""
        start, end = trim(self.text, after, self.end, " ,.")
        return Span(start=start, end=self.end) if end - start >= _SHORT else self._left(before, after)

    def _span_of(self, match: re.Match[str], group: str) -> Span | None:
        return Span(start=match.start(group), end=match.end(group)) if match[group] else None

    def relays(self) -> Iterator[Raw]:
        """OUTLET obtained DOCUMENT that shows CONTENT; CONTENT (h/t OUTLET); OUTLET was first to report CONTENT."""
        for match in self._outside(forms.OBTAINED):
            document = self._span_of(match, "what")
            start, end = trim(self.text, match.end(), self.end)
            if document and forms.outlet_of(match["who"]) and head_kind(match["what"]) in ("document", "sensor") and end - start >= _SHORT:
                cue, outlet = _span(self.text, match.start("shows"), match.end("shows")), self._span_of(match, "who")
                yield Raw(source=document, cue=cue, content=Span(start=start, end=end), addressee=outlet, relation="obtained")
        for match in self._outside(forms.TIP):
            if source := self._span_of(match, "who"):
                content = _span(self.text, self.start, match.start())
                yield Raw(source=source, cue=Span(start=match.start(), end=match.start("who")), content=content, depth=PASSED)
        for match in self._outside(forms.FIRST_TO):
            source = subject_before(self.text, self.start, match.start())
            told = self._behind_or_left(match.end(), source.start if source else match.start())
            if source and told:
                yield Raw(source=source, cue=_span(self.text, *match.span()), content=told, depth=PASSED)

    def _whole(self, start: int, end: int) -> Span:
        """The sentence, or what is left of it on one side of an attribution at its edge."""
        if start - self.start < _SHORT:
            return Span(start=trim(self.text, end, self.end, " ,")[0], end=self.end)
        return Span(start=self.start, end=trim(self.text, self.start, start, " ,")[1] if self.end - end < _SHORT else self.end)

    def cues(self) -> Iterator[Raw]:
        for match in self._outside(patterns.CUE):
            if raw := self._cue(Span(start=match.start(), end=match.end()), match.group().lower()):
                yield raw

    def _cue(self, cue: Span, word: str) -> Raw | None:
        before = self.text[self.start : cue.start].rstrip()
        after = self.text[cue.end : self.end]
        if (raw := self._inverted(cue, word, before)) is not None:
            return raw
        if patterns.PASSIVE.search(before) or (patterns.MODAL.search(before) and not re.match(r"\s+that\b", after)):
            return None
        source = subject_before(self.text, self.start, cue.start, anyone=word in patterns.TOLD)
        if source is None or patterns.DETERMINED.search(before) or self._noun_use(word, source, after):
            return None
        if word in ORDERS and patterns.INFINITIVE.match(after):
            return None
        return self._final(cue, word, source) or self._initial(cue, word, source)

    def _noun_use(self, word: str, source: Span, after: str) -> bool:
        """Is this form a noun here: "the reports", "local media reports of", with nothing said after it?"""
        if word not in NOUNS:
            return False
        said = self.text[source.start : source.end]
        if head_kind(said) in ("document", "sensor") and word in _FINAL_SHOWS and re.match(r"\s*(?:$|[.,;)])", after):
            return False
        follows = re.match(r"\s+(?:that\b|[\"'])", after) or (
            word.endswith("s") and re.match(r"\s+(?:the|a|an|[A-Z]|it|he|she|they)\b", after)
        )
        # "the media reports of": a determiner, and nobody who speaks
        named = said.split()[-1][0].isupper()
        determined = patterns.DETERMINED.search(said.split()[0]) is not None and head_kind(said) is None and not (named and follows)
        with_object = re.match(r"\s+(?:on|in|of|to|at|for|from|with|by|and|or)\b|\s*[,.;]", after) is not None
        return determined or not (follows or (head_kind(said) == "body" and not with_object))

    def _inverted(self, cue: Span, word: str, before: str) -> Raw | None:
        """CONTENT, said SOURCE."""
        if len(before) < _SHORT or before[-1] not in ",\"'" or word in WEAK or word in patterns.TOLD:
            return None
        closed = patterns.QUOTATION_ENDS.search(before)
        if before[-1] == "," and (closed.group(1).strip(" ,") if closed else not patterns.VERB.search(before)):
            return None  # what ends in that comma is a name with its apposition
        after = cue.end + len(self.text[cue.end : self.end]) - len(self.text[cue.end : self.end].lstrip())
        if patterns.NO_NAME.match(self.text, after, self.end):
            return None
        source = self._after(after)
        content = self._left(cue.start, source.end) if source else None
        return Raw(source=source, cue=cue, content=content, act=ACTS[word]) if content else None

    def _final(self, cue: Span, word: str, source: Span) -> Raw | None:
        """CONTENT, SOURCE said."""
        before = self.text[self.start : source.start].rstrip()
        after = self.text[cue.end : self.end]
        told = word in patterns.TOLD
        if len(before) < _SHORT or before[-1] not in ",\"'–—-" or re.match(r"[^,]{0,60}?\bthat\b", after):
            return None
        if (told and len(after) > _TOLD_REST) or (not told and not patterns.AFTER_FINAL.match(after)):
            return None
        content = self._left(source.start, cue.end)
        addressee = self._addressee(cue.end) if told else None
        return Raw(source=source, cue=cue, content=content, act=ACTS[word], addressee=addressee) if content else None

    def _left(self, start: int, end: int) -> Span | None:
        """What stands before an attribution, and after it where the sentence goes on with a quotation."""
        left = trim(self.text, self.start, start, " ,–—-")
        goes_on = any(q.start >= end for q in self.quotations) and self.text[self.start] in "\"'"
        return Span(start=left[0], end=self.end if goes_on else left[1]) if left[1] - left[0] >= _SHORT else None

    def _initial(self, cue: Span, word: str, source: Span) -> Raw | None:
        """SOURCE said (that) CONTENT."""
        addressee = self._addressee(cue.end) if word in patterns.TOLD else None
        start = addressee.end if addressee else cue.end
        stop = self._stop(source, start)
        lead = patterns.BEFORE_CONTENT.match(self.text, start, stop)
        start, stop = trim(self.text, lead.end() if lead else start, stop, " \t")
        said = self.text[start:stop]
        if stop - start < _SHORT or (word in WEAK and not self._strong(word, source, self.text[cue.end : stop])):
            return None
        that = re.search(r"(?i)\bthat\s*$", self.text[cue.end : start])
        shown = that or (word in SHOWS and head_kind(self.text[source.start : source.end]) in ("document", "sensor", "witness"))
        if ACTS[word] == "says" and word not in _BARE and not shown and not self._clause(start, said):
            return None
        return Raw(source=source, cue=cue, content=Span(start=start, end=stop), act=ACTS[word], addressee=addressee)

    def _stop(self, source: Span, start: int) -> int:
        """Where the content of a cue ends: at the comma within a relative clause, before ", while", else with the sentence."""
        relative = patterns.WH.search(self.text[self.start : source.start].rstrip()) is not None
        if relative and (comma := self.text.find(",", start, self.end)) > 0:
            return comma
        aside = re.compile(r",\s+while\s").search(self.text, start, self.end)
        return aside.start() if aside and not self.quoted(aside.start()) else self.end

    def _clause(self, start: int, said: str) -> bool:
        """Is this content a clause, with a verb or a pronoun first, or long, or a quotation?"""
        if len(said.split()) >= _LONG or patterns.VERB.search(said) or patterns.PRONOUN_FIRST.match(said):
            return True
        return any(q.start <= start + 2 or q.start < start + len(said) for q in self.quotations)

    def _strong(self, word: str, source: Span, after: str) -> bool:
        """Does a weak cue credit here: with "that" or a quotation, for what shows, or for a stated expectation?"""
        if word in SHOWS and head_kind(self.text[source.start : source.end]) in ("document", "sensor"):
            return True
        if word in SHOWS_ONLY:
            return False
        with_that = re.match(r"(?i)[\s,:]*that\b|.*[\"]", after) is not None
        return with_that or (word.startswith(("expect", "hope")) and re.match(r"(?i)\s+to\b", after) is not None)

    def _addressee(self, at: int) -> Span | None:
        match = patterns.ADDRESSEE.match(self.text, at, self.end)
        return Span(start=match.start(1), end=trim(self.text, *match.span(1), ".")[1]) if match else None

    def passive(self, before: Span) -> Iterator[Raw]:
        match = patterns.THIS_IS.match(self.text[self.start : self.end])
        if match and (source := self._after(self.start + match.end())):
            yield Raw(source=source, cue=Span(start=self.start + match.start(1), end=self.start + match.end()), content=before)
            for raw in self.behind():
                if raw.source != source:
                    yield msgspec.structs.replace(raw, content=before)

    def phrases(self) -> Iterator[Raw]:
        for match in self._outside(patterns.EXPRESSED):
            source = subject_before(self.text, self.start, match.start())
            start, end = trim(self.text, match.end(), self.end)
            if source:
                act = "doubts" if "ruled" in match.group().lower() else "says"
                yield Raw(source=source, cue=_span(self.text, *match.span()), content=Span(start=start, end=end), act=act)
        for match in self._outside(patterns.TAKEN_BACK):
            start, end = trim(self.text, match.end(), self.end)
            if source := subject_before(self.text, self.start, match.start()):
                yield Raw(source=source, cue=_span(self.text, *match.span()), content=Span(start=start, end=end), act="denies")

    def participles(self, *, alone: bool) -> Iterator[Raw]:
        for match in self._outside(patterns.PARTICIPLE):
            start, end = trim(self.text, match.end(), self.end)
            source = leading(self.text, self.start, self.end) if alone and not self.quoted(self.start) else None
            source = source or clause_subject(self.text, self.start, match.start())
            yield Raw(source=source, cue=Span(start=match.start(1), end=match.end()), content=Span(start=start, end=end))

    def headline(self) -> Raw | None:
        text = self.text[self.start : self.end]
        if (match := patterns.PREFIX.match(text)) and _may_head(match.group(1)):
            source, content = match.span(1), (match.end(), len(text))
        elif (match := patterns.SUFFIX.search(text)) and _may_head(match.group(1)):
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
        inside = any(q.start <= start + 1 and q.end >= end - 1 for q in self.quotations)
        if not inside or len(self.text[start:end].split()) < _SPOKEN:
            return None
        return Raw(source=None, cue=Span(start=self.start, end=self.start + 1), content=Span(start=self.start, end=self.end))


def find_quoted(text: str, sentence: Span, quotations: Sequence[Span]) -> tuple[Raw, ...]:
    """The attributions within the quotations of one sentence: whom the speaker credits in turn."""
    found: list[Raw] = []
    for q in quotations:
        start, end = trim(text, max(q.start, sentence.start), min(q.end, sentence.end), " \"'")
        if end - start >= _PEELED and patterns.CUE.search(text, start, end):
            inner = find_raw(text, Span(start=start, end=end), ())
            found += (raw for raw in inner if raw.source and is_plain(text[raw.source.start : raw.source.end]))
    return tuple(found)


def _may_head(name: str) -> bool:
    """May a headline begin or end with this source and a colon?"""
    return outlet_named(name) is not None or name.lower().split()[-1] in NOUN_KIND


def _span(text: str, start: int, end: int) -> Span:
    start, end = trim(text, start, end)
    return Span(start=start, end=end)
