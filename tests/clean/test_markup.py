"""The source of a page in, its visible characters and its own data out."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.clean.markup import scan, squeeze

VISIBLE = [
    ("<p>The dam</p>", "Thedam"),
    ("The  dam\n\t broke", "Thedambroke"),
    ("Ost<b>mark</b>", "Ostmark"),
    ("caf&eacute; &#8217; &#x2019; R&amp;D AT&T", "café’’R&DAT&T"),
    ("a&nbsp;b&shy;c&#8203;d", "abcd"),
    ("a < b, 3 <4 and <5", "a<b,3<4and<5"),
    ("a<script>if (1 < 2) x('<p>b</p>')</script>c", "ac"),
    ("a<style>p { color: red }</style>c", "ac"),
    ("a<noscript><p>b</p></noscript>c<template>d</template>e", "ace"),
    ("a<noscript>b", "ab"),
    ("a<script>b", "a"),
    ("a<!-- b > <p>c --> d", "ad"),
    ("a<!-- b > c", "ac"),
    ("a<!doctype html>b<?xml version='1.0'?>c</>d", "abcd"),
    ("a<p title='b > c' class=\"it's > d\">e", "ae"),
    ("a<p title=it's>b", "ab"),
    ("<title>a</title><h1>b</h1>", "b"),
    ("<META content='a'>b", "b"),
    ("", ""),
    ("<", "<"),
    ("&", "&"),
]


@pytest.mark.parametrize(("source", "visible"), VISIBLE)
def test_visible_characters(source: str, visible: str) -> None:
    assert scan(source).visible.text() == visible


def test_a_character_leads_back_to_its_source() -> None:
    source = "<p>The caf&eacute; on <b>the</b> quay&#8217;s&nbsp;edge, R&amp;D, AT&T</p>"
    stream = scan(source).visible
    text = stream.text()

    def back(words: str) -> str:
        at = text.index(words)
        return source[slice(*stream.place(at, at + len(words)))]

    assert back("café") == "caf&eacute;"
    assert back("éon") == "&eacute; on"
    assert back("onthequ") == "on <b>the</b> qu"
    assert back("’s") == "&#8217;s"
    assert back("&D") == "&amp;D"
    assert back("T&T") == "T&T"
    assert back("&") == "&amp;"
    assert stream.place(0, len(text) + 1) == stream.place(3, 3) == (0, 0)


def test_a_long_run_leads_back_too() -> None:
    source = "<p>" + "the caf&eacute; and the quay " * 500 + "x</p>"
    stream = scan(source).visible
    assert stream.place(stream.length - 1, stream.length) == (len(source) - 5, len(source) - 4)
    assert all(source[slice(*stream.place(i, i + 1))] == "&eacute;" for i, c in enumerate(stream.text()) if c == "é")


@given(
    st.lists(
        st.sampled_from(["a", "é", " ", "\n", "&amp;", "&lt;", "&#8217;", "&", "<b>", "</b>", "<p>", "<", ">", "'", "\u00ad", "😀"])
    ).map("".join)
)
def test_every_character_has_a_place_after_the_one_before(source: str) -> None:
    stream = scan(source).visible
    places = [stream.place(i, i + 1) for i in range(stream.length)]
    assert stream.text() == squeeze(stream.text())
    assert all(0 <= start < end <= len(source) for start, end in places)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(places))


def test_what_a_page_says_of_itself() -> None:
    source = (
        '<title>Dam &amp; all</title><meta property="article:published_time" content="2023-05-04"><META NAME=author CONTENT=Mara>'
        "<meta name='author' content='Olaf'><meta charset=utf-8><time datetime='2023-05-05'>Friday</time>"
        '<script type="application/ld+json">{"a": 1}</script><script>x</script><h1>Dam</h1><p>It <i>broke</i>.</p>'
    )
    found = scan(source)
    assert found.meta == {"article:published_time": "2023-05-04", "author": "Mara"}
    assert found.heads.text() == "Dam&all2023-05-04MaraOlaf"
    assert (found.times, found.linked) == (["2023-05-05"], ['{"a": 1}'])
    assert [found.visible.text()[a:b] for a, b in found.headings] == ["Dam"]
    assert [found.visible.text()[b:] for b in found.blocks][-3:] == ["DamItbroke.", "Itbroke.", ""]


@pytest.mark.parametrize(
    ("source", "deepest"),
    [("<p>a</p><p>b</p>", 1), ("<div><p><b>a</b></p></div>", 3), ("<br><img><hr>", 0), ("</p></p><p>", 1), ("<p>" * 9, 9)],
)
def test_depth(source: str, deepest: int) -> None:
    assert scan(source).deepest == deepest


HOSTILE = [
    "<a '",
    "<a b='",
    "<a b=' c=\"",
    "<!--",
    "<",
    "<p",
    "<noscript>",
    "<template></template>",
    "<script>",
    "<meta aaaa",
    "<title>",
    "&",
    "&am;",
]


@pytest.mark.parametrize("piece", [*HOSTILE, "<meta content='", "<p =", "= ", "</p>", "<time datetime=x>", "a" * 50, "a "], ids=repr)
def test_hostile_mark_up_costs_no_more_than_its_length(piece: str) -> None:
    start = time.monotonic()
    scan("<p>" + piece * (1_000_000 // len(piece)))
    assert time.monotonic() - start < 5
