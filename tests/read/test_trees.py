"""Bytes of XML -> a tree, whatever is in them."""

import contextlib
import pathlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.errors import ReadError
from headwater.read.trees import local, space, text, tree_of


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<a>x</a>", "x"),
        (b"\n  <?xml version='1.0'?><a>x</a>", "x"),
        (b"<a> x <b>y</b><!-- no --><?no no?> z </a>", "x y z"),
        (b"<a><b>x</a>", "x"),
        (b"<a>x & y</a>", "x  y"),
        ("<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>".encode("latin-1"), "é"),
    ],
)
def test_text_of_whole_and_of_slightly_broken_trees(content: bytes, words: str) -> None:
    assert text(tree_of(content)) == words


@pytest.mark.parametrize("content", [b"", b"   ", b"no tag", b"<", b"<!-- only -->"])
def test_what_is_no_tree(content: bytes) -> None:
    with pytest.raises(ReadError, match="is broken XML"):
        tree_of(content)


def test_names_and_spaces() -> None:
    root = tree_of(b'<x:a xmlns:x="urn:x"><b/></x:a>')
    assert (local(root), space(root)) == ("a", "urn:x")
    assert (local(root[0]), space(root[0])) == ("b", "")
    assert text(None) == ""


def test_no_entity_is_a_file(tmp_path: pathlib.Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden words")
    assert "hidden" not in text(tree_of(f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]><a>x&e;</a>'.encode()))


def test_no_entity_grows_without_end() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    began = time.monotonic()
    tree = tree_of(f'<!DOCTYPE a [<!ENTITY e0 "word">{entities}]><a>&e11;</a>'.encode())
    assert len(text(tree)) < 1000
    assert time.monotonic() - began < 5


def test_nothing_is_too_deep() -> None:
    tree = tree_of(b"<a>" * 100_000)
    assert sum(1 for _ in tree.iter()) < 1000


@given(st.binary(max_size=200).map(lambda rest: b"<a>" + rest))
def test_any_bytes_give_a_tree_or_an_error(content: bytes) -> None:
    with contextlib.suppress(ReadError):
        assert isinstance(local(tree_of(content)), str)
