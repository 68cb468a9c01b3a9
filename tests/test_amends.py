"""Lines in, are they corrections or retractions, out."""

import pytest

from headwater.amends import corrects, takes_back


@pytest.mark.parametrize(
    ("line", "back", "right"),
    [
        ("This article has been retracted.", True, False),
        ("Editor's note: This report has been withdrawn.", True, False),
        ("Correction: the dam is nine metres high.", False, True),
        ("An earlier version of this article gave a wrong height.", False, True),
        ("The minister retracted his claim.", False, False),
        ("The mayor corrected the minister.", False, False),
    ],
)
def test_lines_that_amend(line: str, *, back: bool, right: bool) -> None:
    assert (takes_back(line), corrects(line)) == (back, right)
