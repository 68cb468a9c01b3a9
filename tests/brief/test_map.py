"""Places in, a map with labels that do not touch out."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.brief.html import to_html
from headwater.brief.map import HEIGHT, LETTER, LINE, LONGEST, WIDTH, Map, Mark, draw_map
from headwater.brief.outlines import outlines
from headwater.types import BriefPlace, Mention
from tests.factories import make_article, make_brief, make_claim, make_statement, make_story


def make_place(name: str, lat: float | None, lon: float | None, precision: str = "city", **fields: object) -> BriefPlace:
    mention = Mention(article="a", start=0, end=1)
    whole: dict[str, object] = {"country": None, "mentions": (mention,), **fields}
    return BriefPlace(name=name, lat=lat, lon=lon, precision=precision, **whole)  # type: ignore[arg-type]


def boxes(drawing: Map) -> list[tuple[float, float, float, float]]:
    return [box(m) for m in drawing.marks if m.label]


def box(mark: Mark) -> tuple[float, float, float, float]:
    wide = len(mark.label) * LETTER
    left = {"start": mark.label_x, "end": mark.label_x - wide, "middle": mark.label_x - wide / 2}[mark.anchor]
    return left, mark.label_y - LINE + 3, left + wide, mark.label_y + 4


def touch(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


POINTS = st.tuples(st.floats(-80, 80), st.floats(-180, 180), st.sampled_from(["city", "region", "area", "country"]), st.integers(0, 2000))


@given(st.lists(POINTS, max_size=30), st.lists(st.text(max_size=60), min_size=30, max_size=30))
def test_labels_never_touch_and_stay_within_the_drawing(points: list[tuple[float, float, str, int]], names: list[str]) -> None:
    places = [make_place(name, lat, lon, precision, within_km=km) for (lat, lon, precision, km), name in zip(points, names, strict=False)]
    drawing = draw_map(places)
    assert (drawing is None) == (not places)
    if drawing is None:
        return
    assert len(drawing.marks) == len({(p.lat, p.lon, {"city": 0, "country": 1}.get(p.precision, 2)) for p in places})
    assert not any(touch(a, b) for a, b in itertools.combinations(boxes(drawing), 2))
    assert all(x >= 0 and y >= 0 and r <= WIDTH and b <= HEIGHT for x, y, r, b in boxes(drawing))
    assert all(-1 <= m.x <= WIDTH + 1 and -1 <= m.y <= HEIGHT + 1 for m in drawing.marks)


def test_north_is_up_and_east_is_right() -> None:
    drawing = draw_map([make_place("Oslo", 59.9, 10.7), make_place("Rome", 41.9, 12.5), make_place("Lisbon", 38.7, -9.1)])
    assert drawing is not None
    at = {m.name: (m.x, m.y) for m in drawing.marks}
    assert at["Oslo"][1] < at["Rome"][1] < at["Lisbon"][1]
    assert at["Lisbon"][0] < at["Oslo"][0] < at["Rome"][0]


def test_both_sides_of_the_date_line_are_drawn_near_each_other() -> None:
    drawing = draw_map([make_place("Suva", -18.1, 178.4), make_place("Apia", -13.8, -171.8)])
    assert drawing is not None
    suva, apia = drawing.marks
    assert {suva.name, apia.name} == {"Suva", "Apia"}
    by_name = {m.name: m.x for m in drawing.marks}
    assert 0 < by_name["Apia"] - by_name["Suva"] < WIDTH


@pytest.mark.parametrize("places", [[], [make_place("Nowhere", None, None)], [make_place("Oslo", 59.9, 10.7, use="actor")]])
def test_what_has_no_point_or_only_acts_is_not_drawn(places: list[BriefPlace]) -> None:
    assert draw_map(places) is None


def test_a_country_is_tinted_and_has_no_dot() -> None:
    drawing = draw_map([make_place("Norway", 62, 10, "country", country="NO", within_km=800)])
    assert drawing is not None
    assert drawing.marks[0].kind == "land"
    assert drawing.marks[0].radius == 0
    assert 0 < len(drawing.named) < len(drawing.land)


def test_a_region_is_a_disc_of_its_size() -> None:
    wide, small = (draw_map([make_place("Ost", 50, 10, "region", within_km=km), make_place("West", 50, 30)]) for km in (300, 60))
    assert wide is not None
    assert small is not None
    assert wide.marks[0].radius > small.marks[0].radius > 0


def test_a_long_name_is_cut_on_the_map_and_whole_in_its_title() -> None:
    name = "Llanfair" * 9
    drawing = draw_map([make_place(name, 53, -4)])
    assert drawing is not None
    assert (len(drawing.marks[0].label), drawing.marks[0].name) == (LONGEST, name)


def test_names_of_one_point_are_one_mark() -> None:
    drawing = draw_map([make_place("US", 39.8, -98.6, "country"), make_place("United States", 39.8, -98.6, "country")])
    assert drawing is not None
    assert [(m.label, m.title) for m in drawing.marks] == [("US", "US, United States")]


def test_no_outline_jumps_across_the_world() -> None:
    assert all(abs(a[0] - b[0]) < 180 or a[1] in (-90, 90) for r in outlines() for a, b in itertools.pairwise(r.points))


def test_where_no_room_is_left_names_are_listed() -> None:
    drawing = draw_map([make_place(f"Velden {i}", 50 + i / 500, 10) for i in range(60)] + [make_place("Far", 10, 40)])
    assert drawing is not None
    assert len(drawing.unlabelled) + len(boxes(drawing)) == 61
    assert drawing.unlabelled


def test_the_page_draws_the_map_and_escapes_its_names() -> None:
    article = make_article("The dam broke.", "Velden Herald")
    place = make_place("<script>x</script>", 59.9, 10.7, country="NO", mentions=(Mention(article=article.id, start=0, end=3),))
    story = make_story([article], [make_claim([make_statement(article, "The dam broke")])], places=(place,))
    page = to_html(make_brief(story))
    assert page.count("<svg ") == 1
    assert "&lt;script&gt;x&lt;/scr" in page
    assert "<script" not in page


def test_outlines_close_and_lie_on_the_globe() -> None:
    rings = outlines()
    assert {"NO", "FR", "XK", "US"} <= {r.country for r in rings}
    assert all(r.points[0] == r.points[-1] and len(r.points) > 3 for r in rings)
    assert all(-360 <= x <= 360 and -90.01 <= y <= 90.01 for r in rings for x, y in r.points)
