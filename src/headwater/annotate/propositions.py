"""Article, sentences and attributions -> propositions: the clauses of each sentence, without the words that credit them."""

import bisect
import itertools
import re
from collections.abc import Collection, Iterator, Sequence

from headwater.annotate.parts import find_parts, line_of
from headwater.refuted import find_refuted
from headwater.text import WORD, straighten, trim
from headwater.types import Article, Attribution, Proposition, Sentence, Span

Word = tuple[int, int, str]
"""Where a word of the article begins and ends, and its class."""
_LEAST = 3  # words of a clause that stands alone
_VERB = (
    r"(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|does|do|be|been|being|[a-z]+(?:ed|ing)|said|says|took|take|takes|made|make|makes|"
    r"went|go|goes|came|come|comes|left|leave|leaves|fell|fall|falls|rose|rise|rises|hit|hits|held|hold|holds|put|puts|met|meet|won|lost|gave|give|gives|got|get|gets|"
    r"began|begin|begins|broke|break|saw|see|sees|led|lead|leads|set|sets|kept|keep|keeps|sent|send|sends|cut|cuts|built|build|fled|shot|struck|sank|spoke|told|wrote|ran|run|runs|"
    r"remain|remains|face|faces|want|wants|need|needs|plan|plans|seek|seeks|include|includes|seem|seems|appear|appears|use|uses|fear|fears|grew|grows|fought|brought|bought|sold|paid|drew|drove)"
)
_FINITE = re.compile(rf"(?<![\w-]){_VERB}\b")
_MEASURED = frozenset(
    [
        "moment",
        "moments",
        "minutes",
        "hour",
        "hours",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "night",
        "shortly",
        "soon",
        "just",
        "even",
        "long",
        "right",
        "immediately",
        "only",
        "two",
        "three",
        "ever",
        "until",
    ]
)
# where a new clause begins; behind "all" and "none", "but" begins none
_BOUNDARY = re.compile(
    r"(?i)"
    r"[;:](?=\s)|\s[-–—]{1,2}(?=\s)|—|"
    r",\s+(?=(?:who|which|whose|where|when|while|whereas|although|though|because|since|as|after|before|if|unless|until|so|but|yet|with|including|and|or|nor|in|amid|despite|following|given|its|his|her|their|even)\b)|"
    rf",\s+(?=[a-z]+ing\b)|,\s+(?=(?:the|a|an|it|he|she|they|there|this)\s+(?:\S+\s+){{1,4}}?{_VERB}\b)|,\s+(?=(?-i:[A-Z])\S+(?:\s+(?-i:[A-Z])\S+){{0,2}}\s+{_VERB}\b)|"
    rf"\s(?=and\s+(?:(?:also|then|later|has|have|had|was|were|is|are|will|would|could|may|might|it|he|she|they|that|there)\b|(?:the|a|an)\s+(?:\S+\s+){{1,3}}?(?:is|are|was|were|has|have|had|will|would|could|may|might)\b|{_VERB}\b|(?!(?:in|on|at|of|for|with|by|to|from|into|over|under|about|as|not|all|both|even|only|then|so|said|or)\b)[a-z]+\s+(?:a|an|the|its|his|her|their)\s))|"
    rf"(?<!\ball)(?<!\bany)(?<!one)(?<!nothing)(?<!anything)(?<!everything)(?<!nobody)(?<!anybody)(?<!everybody)\s(?=but\s)|\s(?=(?:while|whereas|although|because|unless|whether)\s)|\s(?=(?:as|after|before|since|when|until|if|where)\s+(?:\S+\s+){{1,4}}?{_VERB}\b)|"
    r"\s(?=(?:who|which|whose)\s)|\s(?=(?:killing|wounding|injuring|leaving|including|following|causing|forcing|prompting|saying|adding|using|according)\s)"
)
_OPENERS = re.compile(
    r"(?i)^(?:(?:and|but|or|nor|yet|so|while|whereas|although|though|because|since|as|if|that|also|however|meanwhile|moreover|then|consequently|therefore|still|even)\b[\s,]*)+"
)
_EDGE = " \t\n\xa0,;:–—-"


def find_propositions(
    article: Article,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    words: Sequence[Word] = (),
    *,
    without: Collection[int] = (),
) -> tuple[Proposition, ...]:
    """The clauses of an article in order, none overlapping another; a sentence too short to say anything gives none.

    ``words`` are the article's words in order with their classes; where they are given, each clause has its parts.
    ``without`` are the sentences, by their place, that say nothing of the world.
    """
    cuts = sorted({cut for a in attributions for cut in _cuts(a)})
    found: list[Proposition] = []
    plain = straighten(article.text)
    for number, sentence in enumerate(sentences):
        if number in without:
            continue
        inside = [c for c in cuts if c[0] < sentence.end and c[1] > sentence.start]
        after = max(
            (a.cue.end for a in attributions if sentence.start <= a.content.start < a.content.end <= a.cue.start < sentence.end),
            default=sentence.end,
        )
        refuted = [cut for r in find_refuted(plain, sentence.start, sentence.end) for cut in (r.lead, r.verdict) if cut]
        for piece in _pieces(plain, sentence, sorted((*inside, *refuted)), after):
            clauses = _clauses(plain, piece)
            parts = _parts(plain, clauses, _between(words, piece))
            found += (Proposition(start=c.start, end=c.end, sentence=number, parts=p) for c, p in zip(clauses, parts, strict=True))
    return tuple(found)


def _between(words: Sequence[Word], piece: Span) -> Sequence[Word]:
    first = bisect.bisect_left(words, piece.start, key=lambda w: w[0])
    return words[first : bisect.bisect_left(words, piece.end, lo=first, key=lambda w: w[0])]


def _parts(text: str, clauses: Sequence[Span], words: Sequence[Word]) -> list[tuple[tuple[Span, ...], ...]]:
    """The parts of each clause of a piece: a part belongs to the clause that holds most of its words, the later of two."""
    found: list[list[tuple[Span, ...]]] = [[] for _ in clauses]
    if clauses and words:
        for places in find_parts(line_of([text[s:e] for s, e, _ in words], [kind for _, _, kind in words])):
            held = [sum(c.start <= words[k][0] < c.end for k in places) for c in clauses]
            home = max(range(len(clauses)), key=lambda i: (held[i], i))
            found[home].append(_runs(words, places))
        for clause, parts in zip(clauses, found, strict=True):
            if not parts:
                parts.append((clause,))
    return [tuple(f) for f in found]


def _runs(words: Sequence[Word], places: Sequence[int]) -> tuple[Span, ...]:
    """Places of words as runs of the text, neighbours in one."""
    runs: list[Span] = []
    for before, at in itertools.pairwise((-2, *places)):
        start, end, _ = words[at]
        if before == at - 1:
            runs[-1] = Span(start=runs[-1].start, end=end)
        else:
            runs.append(Span(start=start, end=end))
    return tuple(runs)


def _cuts(attribution: Attribution) -> list[tuple[int, int]]:
    """The words of an attribution: source, cue, and what stands between the cue and its content ("on Friday that")."""
    cue, content = attribution.cue, attribution.content
    end = content.start if cue.end <= content.start <= cue.end + _BETWEEN else cue.end
    spans = [(cue.start, end), *([(attribution.source.start, attribution.source.end)] if attribution.source else [])]
    return [(s, e) for s, e in spans if e > s + 1]


_BETWEEN = 90  # characters: "told the committee in a letter on Friday that"


def _pieces(text: str, sentence: Sentence, cuts: Sequence[tuple[int, int]], after: int) -> Iterator[Span]:
    """What is left of a sentence when the words of its attributions are taken out.

    What follows a cue at the end of its content ("..., she said in a statement") says how it was said: where no
    verb is in it, it belongs to the attribution. ``after`` is where the last such cue ends.
    """
    at = sentence.start
    for start, end in cuts:
        if start > at:
            yield from _piece(text, at, start)
        at = max(at, end)
    if at < sentence.end and (at < after or _FINITE.search(text, at, sentence.end)):
        yield from _piece(text, at, sentence.end)


def _piece(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = trim(text, start, end, _EDGE)
    if match := re.search(r"(?i),?\s+(?:but|and|while|as)$", text[start:end]):
        end = start + match.start()
    if match := re.match(r"(?i)(?:that|when|by|in reporting(?: that)?)\b\s*", text[start:end]):
        start += match.end()
    if _size(text, start, end) >= _LEAST:
        yield Span(start=start, end=end)


def _clauses(text: str, piece: Span) -> list[Span]:
    """A piece cut at the beginnings of clauses; a clause too short to stand alone stays with the one before."""
    at = [
        piece.start,
        *(m.end() for m in _BOUNDARY.finditer(text, piece.start, piece.end) if not _measures(text, piece.start, m)),
        piece.end,
    ]
    spans: list[tuple[int, int]] = []
    for start, end in itertools.pairwise(at):
        if spans and (_size(text, start, end) < _LEAST or _size(text, *spans[-1]) < _LEAST):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    if len(spans) > 1 and _size(text, *spans[-1]) < _LEAST:
        spans[-2:] = [(spans[-2][0], spans[-1][1])]
    return [Span(start=s, end=e) for s, e in (_tidy(text, *span) for span in spans) if _size(text, s, e) >= _LEAST]


def _measures(text: str, start: int, boundary: re.Match[str]) -> bool:
    """Does a clause measure time for the word before it: "in the weeks before it sank", "shortly after"?"""
    before = text[start : boundary.start()].split()
    return (
        text[boundary.end() : boundary.end() + 6].lower().startswith(("before", "after", "since", "when"))
        and bool(before)
        and before[-1].lower() in _MEASURED
    )


def _size(text: str, start: int, end: int) -> int:
    return sum(1 for _ in WORD.finditer(text, start, end))


def _tidy(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = trim(text, start, end, _EDGE)
    if match := _OPENERS.match(text[start:end]):
        start += match.end()
    return trim(text, start, end, _EDGE)
