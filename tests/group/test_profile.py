"""Article and notes -> what is compared."""

import numpy as np
import pytest

from headwater.group.profile import read_profile
from headwater.types import Article, Name, Notes, Proposition, Published

TITLE = "Crane falls at Ostmark harbour"
BODY = (
    "A crane fell across the main berth of the harbour on Monday and blocked the ferry terminal for 14 hours. "
    '"We have never seen such a thing in our lives," Mara Velden said.'
)


def make(title: str | None = TITLE, body: str = BODY, **fields: object) -> Article:
    text = f"{title}\n\n{body}" if title else body
    return Article(id="a", source="a", page="", title=title, text=text, body=len(text) - len(body), **fields)  # type: ignore[arg-type]


def test_words_of_quotations_make_no_shingle() -> None:
    own = read_profile(make(), Notes(article="a"))
    without = read_profile(make(body=BODY.partition('"')[0] + "Mara Velden said."), Notes(article="a"))
    assert set(without.shingles.tolist()) >= set(own.shingles.tolist())
    assert len(own.quotes)
    assert not len(without.quotes)


def test_numbers_names_and_bare_headlines() -> None:
    start = len(TITLE) + 2 + BODY.index("Mara")
    found = read_profile(make(), Notes(article="a", names=(Name(start=start, end=start + 11, kind="person"),)))
    assert found.numbers == {"14"}
    assert len(found.names) == 1
    assert not found.bare
    assert read_profile(make(body=""), Notes(article="a")).bare


@pytest.mark.parametrize(
    ("earliest", "latest", "known"),
    [
        ("2024-12-16", "2024-12-16", True),
        ("2024-12-16T10:00:00Z", "2024-12-17", True),
        ("2024-12-16", None, False),
        (None, None, False),
        ("2024-12-01", "2024-12-31", False),
    ],
)
def test_a_day_is_known_within_three(earliest: str | None, latest: str | None, *, known: bool) -> None:
    found = read_profile(make(published=Published(earliest=earliest, latest=latest)), Notes(article="a"))
    assert (found.day is not None) == known


def test_vectors_of_title_lead_and_body() -> None:
    rows = np.eye(3, 384, dtype=np.float16)
    propositions = tuple(Proposition(start=s, end=s + 5, sentence=0) for s in (0, len(TITLE) + 2, len(TITLE) + 60))
    found = read_profile(make(), Notes(article="a", propositions=propositions, vectors=rows.tobytes()))
    assert found.vectors[0, 0] == 1
    assert found.vectors[1, 1] == pytest.approx(0.5**0.5)
    assert found.vectors[2] == pytest.approx(found.vectors[1])


def test_hostile_text_is_read() -> None:
    assert read_profile(make(title=None, body="\ud800\x00 '\" \u202e"), Notes(article="a")).bare
