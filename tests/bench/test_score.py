import pytest

from bench import sets

ORIGINAL = sets.stories_root() / "score.py"


def test_scorer_is_the_given_one() -> None:
    if not ORIGINAL.is_file():
        pytest.skip(f"{ORIGINAL}: not there, nothing to compare with")
    assert (sets.ROOT / "bench" / "score.py").read_bytes() == ORIGINAL.read_bytes()
