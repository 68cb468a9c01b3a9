import time

import pytest

from headwater.brief.escape import code, escape, escape_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Twelve people (two of them children) left at 5 p.m. - for $3 & 40%!",
            "Twelve people (two of them children) left at 5 p.m. - for $3 & 40%!",
        ),
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("![x](http://e.example/p.png)", r"!\[x\](`http://e.example/p.png`)"),
        ("[a]: http://e.example", r"\[a\]: `http://e.example`"),
        ("]]>", r"\]\]\>"),
        ("a `code` *b* _c_ ~d~ {e} |f|", r"a \`code\` \*b\* \_c\_ \~d\~ \{e\} \|f\|"),
        ("c:\\dir", r"c:\\dir"),
        ("&lt;b&gt; &#60; R&D", r"\&lt;b\&gt; \&#60; R&D"),
        ("see www.e.example/a, or mail ada@e.example.", "see `www.e.example/a`, or mail `ada@e.example`."),
        ("@team wins", "`@team` wins"),
        ("see #12 and :smile: at 10:30", r"see \#12 and \:smile: at 10:30"),
        ("$x^2$ but $5 billion and $3 more", r"\$x^2$ but $5 billion and $3 more"),
        ("one\n\n# two\x1b[2J\u202e", "one # two�\\[2J�"),
    ],
)
def test_escape_leaves_nothing_live(text: str, shown: str) -> None:
    assert escape(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# h", r"\# h"),
        ("- x", r"\- x"),
        ("1) x", r"1\) x"),
        ("2024. x", r"2024\. x"),
        ("1.5 million", "1.5 million"),
        ("===", r"\==="),
        ("  x", "x"),
    ],
)
def test_escape_line_begins_no_block(text: str, shown: str) -> None:
    assert escape_line(text) == shown


@pytest.mark.parametrize(("text", "shown"), [("a*b", "`a*b`"), ("a``b", "```a``b```"), ("`", "`` ` ``"), ("a\nb", "`a b`"), ("", "` `")])
def test_code_holds_any_text(text: str, shown: str) -> None:
    assert code(text) == shown


@pytest.mark.parametrize("text", ["a" * 300_000, "a." * 150_000, "http://" + "." * 300_000, "@" * 300_000, "www." * 75_000])
def test_escape_is_linear(text: str) -> None:
    start = time.perf_counter()
    assert escape(text)
    assert time.perf_counter() - start < 5
