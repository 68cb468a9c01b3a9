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
