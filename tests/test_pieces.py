"""Texts and paragraphs in, word pieces and windows out."""

import functools
import importlib.resources
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from headwater.pieces import CLS, SEP, SHAPES, Paragraph, Window, cut, shape, windows
from tests.strategies import anything

LONGEST = 4  # pieces of a word here
FIRST_ID = 1000  # pieces have ids of their own from here on, marks have not


@functools.cache
def tokenizer() -> Tokenizer:
    weights = importlib.resources.files("headwater") / "weights" / "tokenizer.json"
    found = Tokenizer.from_str(weights.read_text(encoding="utf8"))
    found.no_padding()
    found.no_truncation()
    return found


def make_paragraphs(*paragraphs: list[int]) -> tuple[Paragraph, ...]:
    """Paragraphs whose words have so many pieces; no two pieces have one id."""
    number = itertools.count(FIRST_ID)
    found = []
    for sizes in paragraphs:
        starts = [0, *itertools.accumulate(sizes)]
        ids = tuple(next(number) for _ in range(starts[-1]))
        words = tuple((at, at, at + size) for at, size in zip(starts, sizes, strict=False))
        found.append(Paragraph(ids=ids, shapes=tuple(i % SHAPES for i in ids), words=words))
    return tuple(found)


def fresh(window: Window) -> list[tuple[int, int]]:
    return [o for o in window.origins[window.fresh :] if o != (-1, -1)]


def seen(window: Window) -> list[tuple[int, int]]:
    return [o for o in window.origins[: window.fresh] if o != (-1, -1)]


Sizes = tuple[tuple[Paragraph, ...], int, int]


@st.composite
def sizes(draw: st.DrawFn) -> Sizes:
    paragraphs = draw(st.lists(st.lists(st.integers(1, LONGEST), max_size=40), max_size=12))
    context = draw(st.integers(0, 20))
    return make_paragraphs(*paragraphs), draw(st.integers(context + 2 + LONGEST, context + 60)), context


@given(sizes())
def test_every_piece_is_fresh_once_and_in_order(given: Sizes) -> None:
    paragraphs, limit, context = given
    read = [o for w in windows(paragraphs, limit=limit, context=context) for o in fresh(w)]
    assert read == [(p, k) for p, paragraph in enumerate(paragraphs) for k in range(len(paragraph.ids))]


@given(sizes())
def test_no_window_exceeds_the_limit(given: Sizes) -> None:
    paragraphs, limit, context = given
    for w in windows(paragraphs, limit=limit, context=context):
        assert len(w.ids) == len(w.shapes) == len(w.origins) <= limit
        assert 1 <= w.fresh <= 1 + context
        assert w.fresh < len(w.ids) - 1


@given(sizes())
def test_pieces_of_a_window_are_those_of_their_paragraphs(given: Sizes) -> None:
    paragraphs, limit, context = given
    for w in windows(paragraphs, limit=limit, context=context):
        assert (w.ids[0], w.ids[-1]) == (CLS, SEP)
        for id_, shape_, (p, k) in zip(w.ids, w.shapes, w.origins, strict=True):
            assert (id_, shape_) == ((paragraphs[p].ids[k], paragraphs[p].shapes[k]) if p >= 0 else (SEP if id_ != CLS else CLS, 0))


@given(sizes())
def test_context_is_what_stands_directly_before(given: Sizes) -> None:
    paragraphs, limit, context = given
    everything = [(p, k) for p, paragraph in enumerate(paragraphs) for k in range(len(paragraph.ids))]
    for w in windows(paragraphs, limit=limit, context=context):
        at = everything.index(fresh(w)[0])
        before = seen(w)
        assert before == everything[at - len(before) : at]
        assert bool(before) == (at > 0 and context > 1)


@given(sizes())
def test_paragraphs_that_fit_stay_whole_and_longer_ones_are_cut_at_words(given: Sizes) -> None:
    paragraphs, limit, context = given
    most = limit - context - 2
    for w in windows(paragraphs, limit=limit, context=context):
        parts = [list(part) for mark, part in itertools.groupby(w.origins[w.fresh :], key=lambda o: o == (-1, -1)) if not mark]
        for part in parts:
            paragraph, first, last = paragraphs[part[0][0]], part[0][1], part[-1][1]
            assert {p for p, _ in part} == {part[0][0]}
            assert first in {word[0] for word in paragraph.words}
            assert len(part) == len(paragraph.ids) or len(paragraph.ids) > most
            rest = [word[2] - word[1] for word in paragraph.words if word[0] > last]
            assert not rest or len(part) + rest[0] > most  # one word more would not go in


@given(sizes())
def test_a_window_ends_where_the_next_part_does_not_fit(given: Sizes) -> None:
    paragraphs, limit, context = given
    found = list(windows(paragraphs, limit=limit, context=context))
    for w, after in itertools.pairwise(found):
        following = list(itertools.takewhile(lambda o: o != (-1, -1), after.origins[after.fresh :]))
        assert len(w.ids) + len(following) + 1 > limit


WINDOWS = [
    ([], 12, 4, []),
    ([[]], 12, 4, []),
    ([[1, 1], [1, 1, 1]], 12, 4, ["^ab|cde|"]),
    ([[1, 1], [], [1]], 12, 4, ["^ab|c|"]),
    ([[1] * 6, [1] * 4], 12, 4, ["^abcdef|", "^def|/ghij|"]),
    ([[1] * 6, [1], [1] * 4], 12, 4, ["^abcdef|g|", "^g|/hijk|"]),
    ([[1] * 6, [1] * 4], 12, 5, ["^abcde|f|", "^f|/ghij|"]),
    ([[1] * 6, [1] * 4], 12, 1, ["^abcdef|", "^/ghij|"]),
    ([[1] * 6, [1] * 4], 8, 0, ["^abcdef|", "^/ghij|"]),
    ([[1] * 9], 10, 3, ["^abcde|", "^de|/fghi|"]),
    ([[2, 2, 2, 2, 2]], 10, 3, ["^abcd|", "^cd|/efgh|", "^gh|/ij|"]),
]


@pytest.mark.parametrize(("paragraphs", "limit", "context", "expected"), WINDOWS)
def test_windows(paragraphs: list[list[int]], limit: int, context: int, expected: list[str]) -> None:
    """Letters are pieces, ^ and | are marks, a slash ends the context."""

    def show(w: Window) -> str:
        signs = [{CLS: "^", SEP: "|"}.get(i) or chr(ord("a") + i - FIRST_ID) for i in w.ids]
        return "".join([*signs[: w.fresh], "/" * (w.fresh > 1 or w is not found[0]), *signs[w.fresh :]])

    found = list(windows(make_paragraphs(*paragraphs), limit=limit, context=context))
    assert [show(w) for w in found] == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("", 0),
        ("7", 0),
        ("“", 0),
        ("dam", 1),
        ("m2", 1),
        ("été", 1),
        ("Dam", 2),
        ("A", 2),
        ("Élan", 2),
        ("DAM", 3),
        ("B52", 3),
        ("McVelden", 4),
        ("eFerry", 4),
        ("OSTMARKs", 4),
    ],
)
def test_shape(word: str, expected: int) -> None:
    assert shape(word) == expected < SHAPES


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mara Velden said so.", ["Mara", "Velden", "said", "so", "."]),
        ("  The dam \n broke ", ["The", "dam", "broke"]),
        ("Velden’s “old” dam", ["Velden", "’", "s", "“", "old", "”", "dam"]),
        ("A re-run for $3.5m", ["A", "re", "-", "run", "for", "$", "3", ".", "5m"]),
        ("Ünter Élan été", ["Ünter", "Élan", "été"]),
        ("日本", ["日", "本"]),
        ("😀 dam", ["😀", "dam"]),
        ("x" * 300 + " y", ["x" * 300, "y"]),
        ("", []),
        (" \n", []),
        ("\u200b\x00", []),
    ],
)
def test_words_of_a_paragraph(text: str, words: list[str]) -> None:
    (paragraph,) = cut(tokenizer(), [text])
    assert [text[start:end] for _, start, end in paragraph.words] == words


def test_pieces_of_a_word_share_its_shape() -> None:
    (paragraph,) = cut(tokenizer(), ["Unforeseeable DAM, eFerryman 7"])
    firsts = [first for first, _, _ in paragraph.words]
    sizes = [b - a for a, b in itertools.pairwise([*firsts, len(paragraph.ids)])]
    assert sizes[0] > 1
    assert sizes[3] > 1
    assert paragraph.shapes == (*([2] * sizes[0]), 3, 0, *([4] * sizes[3]), 0)


def test_texts_are_cut_each_alone() -> None:
    texts = ["Mara Velden said so.", "The dam broke.", "Mara Velden said so."]
    assert cut(tokenizer(), texts) == tuple(cut(tokenizer(), [t])[0] for t in texts)
    assert cut(tokenizer(), []) == ()


@given(anything())
def test_words_lie_in_order_within_the_text(text: str) -> None:
    (paragraph,) = cut(tokenizer(), [text])
    firsts = [first for first, _, _ in paragraph.words]
    assert len(paragraph.ids) == len(paragraph.shapes)
    assert firsts == sorted(set(firsts))
    assert firsts[:1] == ([0] if paragraph.ids else [])
    assert all(0 <= start < end <= len(text) for _, start, end in paragraph.words)
    assert all(a[2] <= b[1] for a, b in itertools.pairwise(paragraph.words))
    assert not any(set(" \t\r\n\xa0") & set(text[start:end]) for _, start, end in paragraph.words)
