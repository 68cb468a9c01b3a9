"""Paragraphs in, windows of word pieces out: what the reader is shown, with each word's place and the case of its letters."""

from collections.abc import Iterator, Sequence

import msgspec
from tokenizers import Tokenizer

CLS, SEP = 101, 102  # of the vocabulary of BERT, uncased
_SPECIAL = 2  # a window begins with CLS; each unit in it ends with SEP


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """Word pieces of one paragraph; ``words`` has a row (first piece, start, end) a word, offsets into the paragraph."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    words: tuple[tuple[int, int, int], ...]


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """One input of the reader; pieces before ``fresh`` are context and were read before.

    ``origins`` gives for every piece its paragraph and its place among that paragraph's pieces, (-1, -1) for marks.
    """

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    origins: tuple[tuple[int, int], ...]
    fresh: int


def cut(tokenizer: Tokenizer, texts: Sequence[str]) -> tuple[Paragraph, ...]:
    """Each text as word pieces; a word is what stands between spaces and punctuation marks."""
    return tuple(_paragraph(text, encoding) for text, encoding in zip(texts, _encoded(tokenizer, texts), strict=True))


def _encoded(tokenizer: Tokenizer, texts: Sequence[str]) -> list:  # type: ignore[type-arg]  # tokenizers has no types
    return tokenizer.encode_batch(list(texts), add_special_tokens=False)


def _paragraph(text: str, encoding: object) -> Paragraph:
    words: list[tuple[int, int, int]] = []
    shapes: list[int] = []
    last = None
    numbers, offsets = encoding.word_ids, encoding.offsets  # type: ignore[attr-defined]
    for piece, (number, (start, end)) in enumerate(zip(numbers, offsets, strict=True)):
        if number == last and words:
            first, begin, _ = words[-1]
            words[-1] = (first, begin, end)
        else:
            words.append((piece, start, end))
        last = number
    ends = [*(w[0] for w in words[1:]), len(numbers)][: len(words)]
    for (first, start, stop), after in zip(words, ends, strict=True):
        shapes += [shape(text[start:stop])] * (after - first)
    return Paragraph(ids=tuple(encoding.ids), shapes=tuple(shapes), words=tuple(words))  # type: ignore[attr-defined]


SHAPES = 5


def shape(word: str) -> int:
    """The case that uncased pieces lose: 0 no letters, 1 lower, 2 Capitalised, 3 ALL CAPITALS, 4 miXed."""
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word[:1].isupper() and word[1:].islower():
        return 2
    return 4 if any(c.isalpha() for c in word) else 0


def windows(paragraphs: Sequence[Paragraph], *, limit: int, context: int) -> Iterator[Window]:
    """Windows of at most ``limit`` pieces that show every piece once as fresh, after up to ``context`` pieces before it.

    Paragraphs stay whole where they fit; a longer one is cut, and its next part sees the end of the part before.
    """
    units = list(_units(paragraphs, limit - context - _SPECIAL))
    at = 0
    while at < len(units):
        seen = _before(units[:at], context)
        size = 1 + sum(len(u) + 1 for u in seen)
        end = at
        while end < len(units) and (end == at or size + len(units[end]) + 1 <= limit):
            size += len(units[end]) + 1
            end += 1
        yield _window(paragraphs, seen, units[at:end])
        at = end


_Unit = tuple[tuple[int, int], ...]


def _units(paragraphs: Sequence[Paragraph], most: int) -> Iterator[_Unit]:
    """Paragraphs, or parts of long ones, as (paragraph, piece) pairs; parts end at words."""
    for number, paragraph in enumerate(paragraphs):
        starts = {w[0] for w in paragraph.words}
        at = 0
        while at < len(paragraph.ids):
            end = min(at + most, len(paragraph.ids))
            while at < end < len(paragraph.ids) and end not in starts and end > at + 1:
                end -= 1
            yield tuple((number, piece) for piece in range(at, end))
            at = end


def _before(units: Sequence[_Unit], most: int) -> list[_Unit]:
    """The last units that fit into ``most`` pieces, else the end of the last one."""
    found: list[_Unit] = []
    room = most
    for unit in reversed(units):
        if len(unit) + 1 > room:
            break
        found.insert(0, unit)
        room -= len(unit) + 1
    if not found and units and most > 1:
        found = [units[-1][-(most - 1) :]]
    return found


def _window(paragraphs: Sequence[Paragraph], seen: Sequence[_Unit], fresh: Sequence[_Unit]) -> Window:
    ids, shapes, origins = [CLS], [0], [(-1, -1)]
    begin = 1
    for i, unit in enumerate((*seen, *fresh)):
        if i == len(seen):
            begin = len(ids)
        ids += [paragraphs[p].ids[k] for p, k in unit]
        shapes += [paragraphs[p].shapes[k] for p, k in unit]
        origins += unit
        ids.append(SEP)
        shapes.append(0)
        origins.append((-1, -1))
    return Window(ids=tuple(ids), shapes=tuple(shapes), origins=tuple(origins), fresh=begin)
