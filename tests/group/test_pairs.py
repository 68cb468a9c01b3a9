"""The features of a pair, and the score that they give."""

import numpy as np
import pytest

from headwater.group.pairs import FEATURES, Others, Shared, _template, compare, pair_score, row_of, score
from headwater.group.profile import Profile, read_profile
from headwater.group.vocabulary import learned
from headwater.text import words
from headwater.types import Article, Notes, Published

BODY = "A crane fell across the main berth of the harbour on Monday and blocked the ferry terminal for hours, the port office said in a note to all captains."


def make(name: str, title: str, body: str = BODY, day: str | None = "2025-03-04") -> Profile:
    article = Article(
        id=name,
        source=name,
        page="",
        title=title,
        text=f"{title}\n\n{body}",
        body=len(title) + 2,
        published=Published(earliest=day, latest=day),
    )
    vectors = np.zeros((2, 384), dtype=np.float16)
    for row, part in enumerate((title, body)):
        for word in words(part):
            vectors[row, sum(map(ord, word)) % 384] += 1
        vectors[row] /= max(np.linalg.norm(vectors[row]), 1)
    return read_profile(article, Notes(article=name, vectors=vectors.tobytes()))


def features(a: Profile, b: Profile) -> dict[str, float]:
    vocabulary = learned([a, b])
    one, two = (row_of(p, vocabulary.rows(p)[0]) for p in (a, b))
    shared = Shared([len(np.intersect1d(a.shingles, b.shingles))], [len(np.intersect1d(a.quotes, b.quotes))])
    return dict(zip(FEATURES, compare(a, one, Others([b], two[None], np.array([0])), shared)[0].tolist(), strict=True))


def same(a: Profile, b: Profile) -> float:
    others = Others([b], row_of(b, learned([a, b]).rows(b)[0])[None], np.array([0]))
    return float(score(a, others, np.array([list(features(a, b).values())]))[0])


def test_one_text_has_all_in_common() -> None:
    found = features(make("a", "Crane falls at Ostmark"), make("b", "Crane falls at Ostmark"))
    assert found["title_words"] == pytest.approx(1)
    assert found["all_words"] == pytest.approx(1)
    assert found["shared_shingles"] == pytest.approx(1)
    assert found["days_apart"] == found["days_unknown"] == found["template"] == 0


def test_features_do_not_depend_on_the_order_of_the_two() -> None:
    a, b = make("a", "Crane falls at Ostmark"), make("b", "Bakers strike", "Bakers went on strike over pay.", "2025-03-06")
    assert features(a, b) == pytest.approx(features(b, a))


@pytest.mark.parametrize(
    ("day", "apart", "unknown"), [("2025-03-04", 0.0, 0.0), ("2025-03-05", 0.693, 0.0), ("2025-08-05", 2.079, 0.0), (None, 0.0, 1.0)]
)
def test_time_is_unknown_rather_than_near(day: str | None, apart: float, unknown: float) -> None:
    found = features(make("a", "Crane falls"), make("b", "Crane falls", day=day))
    assert found["days_apart"] == pytest.approx(apart, abs=0.001)
    assert found["days_unknown"] == unknown


@pytest.mark.parametrize(
    ("a", "b", "template"),
    [
        ("Ostmark beat Velden 3-1", "Ostmark beat Velden 4-1", 1.0),
        ("Quake of magnitude 5 shakes Ostmark", "Quake of magnitude 5 shakes Velden", 1.0),
        ("Crane falls at harbour today", "Crane falls at station today", 0.0),
        ("Crane falls at Ostmark", "Crane falls at Ostmark", 0.0),
        ("Ostmark", "Velden", 0.0),
        ("Ostmark wins the cup", "Ostmark wins the cup again", 0.0),
    ],
)
def test_headlines_of_one_template(a: str, b: str, template: float) -> None:
    assert _template(a.split(), b.split()) == template


def test_the_shipped_weights_know_every_feature() -> None:
    for weights in (pair_score().articles, pair_score().headlines):
        assert set(weights.features) == set(FEATURES)
        assert weights.features["template"] < 0


def test_a_copy_scores_higher_than_another_event() -> None:
    other = "Bakers in the old town went on strike over pay for the third week, and their union wants ten percent more and an end to night shifts at once."
    assert same(make("a", "Crane falls at Ostmark"), make("b", "Crane falls at Ostmark")) > 0.9
    assert same(make("a", "Crane falls at Ostmark"), make("b", "Bakers strike in Velden", other)) < 0.1
