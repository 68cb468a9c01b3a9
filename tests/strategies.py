"""Nothing in, hypothesis strategies out: texts that look like news to the rules, and texts that look like nothing."""

from hypothesis import settings
from hypothesis import strategies as st

# the first text of a run pays for the tables that are read once; the same texts on every machine
settings.register_profile("headwater", deadline=None, derandomize=True)
settings.load_profile("headwater")

_PIECES = st.sampled_from(
    [
        *(
            "Mara Velden",
            "Ostmark",
            "Reuters",
            "the Velden Herald",
            "two officials",
            "the army",
            "a spokesman for Ostmark Rail",
            "she",
            "it",
        ),
        *("said", "says", "told", "denied", "adding that", "according to", "citing", "per", "that", "who", "which", "and", "but", "while"),
        *("the dam broke", "nobody was hurt", "40 people were killed", "$3.5 million", "on Friday", "December 8", "last week", "in 2011"),
        *("“", "”", '"', "‘", "’", "'", "«", "»", "(", ")", ",", ".", ".", ".", ":", ";", "–", "—", "-", "…", "?", "!"),
        *("\n", "\n\n", "\r\n", "\t", "\xa0", "\u200b", "\u2028", "\ufeff", "é", "ß", "日本", "😀", "\x00", "%", "€1.2bn"),
    ]
)


def news() -> st.SearchStrategy[str]:
    """Texts put together from names, cues, values, marks and odd white space."""
    return st.lists(_PIECES, max_size=40).map(" ".join)


def anything() -> st.SearchStrategy[str]:
    """Texts of news, and texts of any characters."""
    return st.one_of(news(), st.text(max_size=200))


_HOSTILE = st.sampled_from(
    [
        *("=1+1", "+A1", "-2", "@SUM(A1)", "\t=cmd|' /C calc'!A0", "\uff1d1", "|x", "%0A", "12e5", "1/2"),
        *(
            "]]>",
            "<![CDATA[",
            "<script>alert(1)</script>",
            "</script>",
            "<!--",
            "-->",
            "<img src=x onerror=alert(1)>",
            "&lt;b&gt;",
            "&#60;",
        ),
        *("\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\r", "\n", "\r\n", "\x0b", "\u2028", "\u2029", "\ufffe", "\uffff", "\ufeff"),
        *("\ud800", "\udfff", "\udce9", "\u200e", "\u200f", "\u202e", "\u2066", "\u061c", "שלום", "مرحبا", "e\u0301", "👩\u200d🚀"),
        *(
            "javascript:alert(1)",
            "https://velden.example/a?b=1&c=2",
            "//velden.example",
            "mara@velden.example",
            "{{ 7*7 }}",
            "$x$",
            "\\",
            '"',
            "'",
        ),
        *("hw:x", "urn:x", "_:r1", "a,b;c", "$", "null", "NaN", "../..", "C:\\x", ""),
    ]
)


def hostile() -> st.SearchStrategy[str]:
    """Texts that some format or some program that opens it would take for more than text; lone surrogates among them."""
    return st.one_of(
        st.lists(_HOSTILE, max_size=6).map("".join), st.lists(st.one_of(_HOSTILE, _PIECES), max_size=12).map(" ".join), anything()
    )
