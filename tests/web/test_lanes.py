from headwater.types import Mention, Published, TimelineEntry
from headwater.web.lanes import MOST_DATES, lanes
from tests.factories import make_article, make_story


def test_lanes_are_outlets_and_columns_are_dates() -> None:
    one = make_article(
        "The dam broke on Friday.", "The Test Post", published=Published(earliest="2024-12-16T08:00", latest="2024-12-16T09:00")
    )
    two = make_article("It broke on Friday, they say.", "Ostmark Today", published=Published(earliest="2024-12-01", latest="2024-12-31"))
    broke = TimelineEntry(
        date="2024-12-13",
        text="The dam broke on Friday.",
        claim="c",
        statements=(
            Mention(article=one.id, start=17, end=23),
            Mention(article=two.id, start=12, end=18),
            Mention(article=two.id, start=0, end=2),
        ),
    )
    drawn = lanes(make_story([one, two], timeline=(broke,)))
    assert drawn.dates == ("2024-12-13", "2024-12-16")
    assert [name for name, _ in drawn.rows] == ["The Test Post", "Ostmark Today"]
    told = [[[e.claim for e, _ in cell.entries] for cell in cells] for _, cells in drawn.rows]
    assert told == [[["c"], []], [["c"], []]]
    assert [[cell.appeared for cell in cells] for _, cells in drawn.rows] == [[False, True], [False, False]]
    assert drawn.rows[1][1][0].entries[0][1] == f"/article/{two.id}"


def test_the_latest_dates_are_drawn_where_there_are_too_many() -> None:
    article = make_article("The dam broke.", published=Published())
    days = [f"20{n:02}" for n in range(MOST_DATES + 5)]
    entries = tuple(TimelineEntry(date=d, text="x", statements=(Mention(article=article.id, start=0, end=1),)) for d in days)
    drawn = lanes(make_story([article], timeline=entries))
    assert (drawn.dates, drawn.left_out) == (tuple(days[5:]), 5)


def test_a_story_without_dates_has_no_columns() -> None:
    assert lanes(make_story([make_article("The dam broke.", published=Published())])).dates == ()
