"""Reports of one story in, when each was published out."""

import msgspec
import pytest

from headwater.group.narrow import narrow
from headwater.types import Article, Published
from tests.factories import make_report


def report(text: str, earliest: str | None = None, latest: str | None = None) -> Article:
    return make_report(text, published=Published(earliest=earliest, latest=latest, basis="a reason"))


DATED = report("The dam broke.", "2024-12-18", "2024-12-18")
TEXTS = [
    ("The dam broke.", None, None, ("2024-12-15", "2024-12-21")),
    ("On December 19, the dam broke.", None, None, ("2024-12-19", "2024-12-21")),
    ("The council will meet on December 20.", None, None, ("2024-12-15", "2024-12-21")),
    ("The dam broke.", "2024-12-17", None, ("2024-12-17", "2024-12-21")),
    ("The dam broke.", "2024-12-01", "2024-12-02", ("2024-12-01", "2024-12-02")),
    ("The dam broke.", "2011-01-01", "2011-06-30", ("2011-01-01", "2011-06-30")),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "expected"), TEXTS)
def test_the_others_narrow_what_a_page_leaves_open(text: str, earliest: str | None, latest: str | None, expected: tuple[str, str]) -> None:
    article = report(text, earliest, latest)
    article = msgspec.structs.replace(article, id="open")
    found = dict(narrow([article, DATED]))
    assert (found["open"].earliest, found["open"].latest) == expected
    assert found[DATED.id] == DATED.published


def test_two_texts_that_name_a_day_date_the_story() -> None:
    articles = [
        report("The dam broke on 18 December 2024.", "2024-12-18"),
        report("Velden said on 18 December 2024.", "2024-12-18"),
        report("No day here."),
    ]
    assert [(p.earliest, p.latest) for _, p in narrow(articles)] == [("2024-12-18", "2024-12-31")] * 3


def test_alone_nothing_is_narrowed() -> None:
    article = report("The dam broke.")
    assert narrow([article]) == ((article.id, article.published),)
