"""Invented stories: made the same everywhere, and a seeded sample of them counted."""

import pytest

from bench.invented.make import make_story
from bench.synthetic import Outcome, measure, score

SAMPLE = range(12)


def test_a_seed_gives_the_same_story_and_another_seed_another() -> None:
    assert make_story(3) == make_story(3)
    assert len({make_story(i).reports for i in range(20)}) == 20


@pytest.mark.parametrize("seed", range(40))
def test_the_range_is_one_that_can_be(seed: int) -> None:
    story = make_story(seed)
    low, high = story.origins
    assert (low, high) == (0, 0) or 1 <= low <= high <= 1 + len(story.reports)
    assert ("loop" in story.kinds[0] and len(story.kinds) == 1) == (story.origins == (0, 0))


def test_a_sample_is_counted_with_no_loop_missed_and_nothing_falsely_corroborated() -> None:
    figures = score(measure(SAMPLE))
    assert figures["loops_missed"] == figures["whole_loops_missed"] == 0
    assert figures["falsely_corroborated"] == figures["whole_falsely_corroborated"] == 0
    assert figures["range_exact"] >= 0.75


def test_score_counts_what_is_missed() -> None:
    story = make_story(0)
    right = Outcome(seed=0, story=story, given=story.origins, whole=None)
    wrong = Outcome(seed=0, story=story, given=(9, 9), whole=story.origins)
    figures = score([right, wrong])
    assert (figures["range_exact"], figures["whole_range_exact"]) == (0.5, 0.5)
    assert figures["falsely_corroborated"] == 1
