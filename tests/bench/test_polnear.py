import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.corpora.polnear import EDGE, Annotated, Fragments, Gold, read_polnear, trimmed
from tests.factories import make_standoff, write_polnear
from tests.strategies import news

TEXT = "“The dam is old,” Mara Velden said, “and it will break.”\nThe mayor’s office denied it. Nobody slept in Ostmark.\n"
FIRST = (
    *("T1 Source Mara Velden", "T2 Cue said,", "T3 Content “The dam is old,”", "T4 Attribution said"),
    *("E1 Attribution:T4 Cue:T2 Source:T1 Content:T3 Content2:T5", "T5 Content2 “and it will break.”"),
    *("T6 Source The mayor’s ; office", "T7 Cue denied", "T8 Content it", "E2 Attribution:T9 Content:T8 Cue:T7 Source:T6"),
    *("T9 Discuss Nobody slept", "T10 Discard Ostmark.", "T11 Source Nobody"),
)


def spans(*words: str) -> Fragments:
    return tuple((TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


def read(folder: pathlib.Path, *lines: str, text: str = TEXT) -> Annotated:
    write_polnear(folder, "velden-herald_1", text, {"ab12": make_standoff(text, *lines)})
    (article,) = read_polnear(folder, "dev")
    return article


def test_marks_are_trimmed_and_linked(tmp_path: pathlib.Path) -> None:
    article = read(tmp_path, *FIRST)
    assert (article.name, article.text) == ("velden-herald_1", TEXT)
    assert article.attributions == (
        Gold(source=spans("Mara Velden"), cue=spans("said"), content=spans("The dam is old", "and it will break")),
        Gold(source=spans("The mayor’s", "office"), cue=spans("denied"), content=spans("it")),
    )


def test_every_mark_of_a_role_is_there_linked_or_not(tmp_path: pathlib.Path) -> None:
    article = read(tmp_path, *FIRST)
    assert article.source == tuple(sorted(spans("Mara Velden", "The mayor’s", "office", "Nobody")))
    assert article.cue == spans("said", "denied")
    assert article.content == tuple(sorted(spans("The dam is old", "and it will break", "it")))


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("Attribution:T4 Cue:T2", [Gold(cue=spans("said"))]),
        ("Attribution:T4 Cue:T2 Source:T99", [Gold(cue=spans("said"))]),
        ("Discuss:T9", []),
        ("Discard:T10", []),
        ("Attribution:T4", []),
        ("Attribution:T4 Source:T1 Source2:T11", [Gold(source=spans("Mara Velden", "Nobody"))]),
    ],
)
def test_what_is_missing_is_left_out(tmp_path: pathlib.Path, link: str, expected: list[Gold]) -> None:
    lines = [line for line in FIRST if not line.startswith("E")]
    assert list(read(tmp_path, *lines, f"E1 {link}").attributions) == expected


def test_the_first_annotator_of_the_metadata_is_read(tmp_path: pathlib.Path) -> None:
    marks = {"ef56": make_standoff(TEXT, "T1 Cue said"), "ab12": make_standoff(TEXT, "T1 Cue denied")}
    write_polnear(tmp_path, "velden-herald_1", TEXT, marks)
    assert [a.cue for a in read_polnear(tmp_path, "dev")] == [spans("said")]
    (tmp_path / "dev" / "attributions" / "velden-herald_1_ef56.ann").unlink()
    assert [a.cue for a in read_polnear(tmp_path, "dev")] == [spans("denied")]


def test_marks_of_a_longer_name_are_another_article_s(tmp_path: pathlib.Path) -> None:
    for name, cue in (("herald", "said"), ("herald_2", "denied")):
        write_polnear(tmp_path, name, TEXT, {"ab12": make_standoff(TEXT, f"T1 Cue {cue}")})
    assert [(a.name, a.cue) for a in read_polnear(tmp_path, "dev")] == [("herald", spans("said")), ("herald_2", spans("denied"))]


def test_each_split_has_its_own_articles(tmp_path: pathlib.Path) -> None:
    for split, name in (("train", "b"), ("dev", "c"), ("train", "a")):
        write_polnear(tmp_path, name, TEXT, {"ab12": make_standoff(TEXT, "T1 Cue said")}, split=split)
    assert [a.name for a in read_polnear(tmp_path, "train")] == ["a", "b"]
    with pytest.raises(FileNotFoundError, match="test/text: not there"):
        read_polnear(tmp_path, "test")


def test_offsets_count_line_ends_as_they_stand(tmp_path: pathlib.Path) -> None:
    text = "The dam is old.\r\n\r\nMara Velden said so.\r\n"
    article = read(tmp_path, "T1 Source Mara Velden", text=text)
    assert [article.text[s:e] for s, e in article.source] == ["Mara Velden"]


def test_fragments_of_nothing_but_punctuation_are_none(tmp_path: pathlib.Path) -> None:
    article = read(tmp_path, "T1 Content .”\n ; it", "T2 Cue ,” ", "E1 Attribution:T9 Cue:T2 Content:T1")
    assert article.attributions == (Gold(content=spans("it")),)
    assert article.cue == ()


@given(news(), st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=4))
def test_trimmed_fragments_lie_within_their_own(text: str, drawn: list[tuple[int, int]]) -> None:
    fragments = tuple((min(a, b, len(text)), min(max(a, b), len(text))) for a, b in drawn)
    found = trimmed(text, fragments)
    assert list(found) == sorted(set(found))
    assert {text[s:e] for s, e in found} == {text[s:e].strip(EDGE) for s, e in fragments} - {""}
    assert all(any(a <= s < e <= b for a, b in fragments) for s, e in found)
