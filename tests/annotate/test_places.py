"""Articles in, places with a point and a country out."""

import pytest
from hypothesis import given

from headwater.annotate.gazetteer import look_up, part_of, spelled_like
from headwater.annotate.names import find_names
from headwater.annotate.places import find_places
from headwater.annotate.sentences import find_sentences
from headwater.types import Article, Place
from tests.factories import make_report
from tests.strategies import anything

PLACES = [
    ("The lorries left Norway on Friday.", [("Norway", "country", "NO")]),
    ("They met in Oslo.", [("Oslo", "city", "NO")]),
    ("They sailed to Bergen.", [("Bergen", "city", "NO")]),
    ("The fighting spread across eastern Norway.", [("eastern Norway", "area", "NO")]),
    ("He lives in Paris, France.", [("Paris", "city", "FR"), ("France", "country", "FR")]),
    ("The ice of the Baltic Sea broke.", [("Baltic Sea", "area", None)]),
    ("He lives in the village of Bath.", [("Bath", "city", "GB")]),
    ("They asked Mr Jordan in Rome.", [("Rome", "city", "IT")]),
    ("They asked President Lima Brandt, who left.", []),
    ("Mara Velden left Ostmark.", []),
    ("The Ostmark Bank failed.", []),
    ("They met in Geneva.", [("Geneva", "city", "CH")]),
    ("They met in the canton of Geneva.", [("canton of Geneva", "region", "CH")]),
    ("They met in New York.", [("New York", "city", "US")]),
    ("They met in New York state.", [("New York state", "region", "US")]),
    ("They met in South Africa.", [("South Africa", "country", "ZA")]),
    ("They met in North Africa.", [("North Africa", "area", None)]),
    ("They met in North Carolina.", [("North Carolina", "region", "US")]),
    ("They met in the West Bank.", [("West Bank", "region", "PS")]),
    ("They met in New Zealand.", [("New Zealand", "country", "NZ")]),
    ("The West is cold, and so is the Northern front.", []),
    ("They met in Paris, Texas.", [("Paris", "city", "US"), ("Texas", "region", "US")]),
    (
        "They met in Atlanta, Georgia. They left Georgia.",
        [("Atlanta", "city", "US"), ("Georgia", "region", "US"), ("Georgia", "region", "US")],
    ),
    ("They met in Georgia.", [("Georgia", "country", "GE")]),
    ("The airport burned. They left Oslo airport.", [("Oslo airport", "city", "NO")]),
    ("They left Oslo International Airport.", [("Oslo International Airport", "city", "NO")]),
    ("They saw Bergen, Norway, burn.", [("Bergen", "city", "NO"), ("Norway", "country", "NO")]),
    ("They saw Lincoln burn.", []),
    ("They met in Lincoln.", [("Lincoln", "city", "US")]),
    ("It was a nice Nice.", []),
    ("They met in Nice.", [("Nice", "city", "FR")]),
    ("The UN met.", []),
    ("They asked God.", []),
    ("They asked Hamas.", []),
    ("They asked the Oslo Herald.", []),
    ("They asked the Maritime Safety Office.", []),
    ("They asked the Oslo Police.", [("Oslo", "city", "NO")]),
    ("They met in Al-Qamishly.", [("Al-Qamishly", "city", "SY")]),
    ("They met in Madison County.", [("Madison County", "region", "US")]),
]


IN_CONTEXT = [
    ("They left Bergen. In Springfield, Illinois, they met. Springfield slept.", "Springfield", 39.8, -89.6),
    ("They drove from Chicago to Peoria, and saw Springfield burn.", "Springfield", 39.8, -89.6),
    ("They drove from Boston to Worcester, and saw Springfield burn.", "Springfield", 42.1, -72.6),
    ("They met in Paris, Texas.", "Paris", 33.7, -95.6),
    ("They met in Paris.", "Paris", 48.9, 2.3),
    ("They met in Canton, Ohio, and in Akron.", "Canton", 40.8, -81.4),
]
ACTORS = [
    ("Moscow denied the attack.", "Moscow", "actor"),
    ("The president's allies in Moscow denied the attack.", "Moscow", "place"),
    ("It broke in Norway.", "Norway", "place"),
    ("Norway's government denied it.", "Norway", "actor"),
    ("The Oslo Police Department denied it.", "Oslo", "actor"),
    ("The Bank of Norway failed.", "Norway", "actor"),
]


def places(article: Article) -> tuple[Place, ...]:
    return find_places(article, find_names(article, find_sentences(article)))


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_find_places(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = places(make_report(text))
    assert [(p.name, p.precision, p.country) for p in found] == expected
    assert all(text[p.start : p.end] == p.name for p in found)


@pytest.mark.parametrize(("text", "name", "lat", "lon"), IN_CONTEXT)
def test_which_of_several_is_meant(text: str, name: str, lat: float, lon: float) -> None:
    found = [p for p in places(make_report(text)) if p.name == name]
    assert found
    assert {(round(p.lat or 0, 1), round(p.lon or 0, 1)) for p in found} == {(lat, lon)}
    assert all(0 < p.confidence <= 1 and p.basis for p in found)
    assert all(c.confidence <= p.confidence for p in found for c in p.candidates)


@pytest.mark.parametrize(("text", "name", "use"), ACTORS)
def test_what_acts_is_no_point_of_the_map(text: str, name: str, use: str) -> None:
    assert [(p.name, p.use) for p in places(make_report(text))] == [(name, use)]


@pytest.mark.parametrize(
    ("text", "name", "precision", "within_km"),
    [
        ("They met in Oslo.", "Oslo", "city", 25),
        ("They met in the canton of Geneva.", "canton of Geneva", "region", 13),
        ("They left Heathrow Airport.", "Heathrow Airport", "facility", 2),
        ("They left Zorvik prison near Oslo.", "Zorvik prison", "area", 30),
    ],
)
def test_a_point_is_as_coarse_as_the_text(text: str, name: str, precision: str, within_km: int) -> None:
    found = next(p for p in places(make_report(text)) if p.name == name)
    assert (found.precision, found.within_km) == (precision, within_km)


def test_part_of_a_country_is_wider_than_a_town_and_lies_on_its_side() -> None:
    whole, part = (places(make_report(f"It spread across {words}."))[0] for words in ("Norway", "northern Norway"))
    assert part.within_km > 50
    assert (part.lat or 0) > (whole.lat or 0)


def test_a_point_is_in_degrees() -> None:
    place = places(make_report("They met in Oslo."))[0]
    assert place.lat == pytest.approx(59.9, abs=0.1)
    assert place.lon == pytest.approx(10.7, abs=0.1)


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Norway", "NO", "country"),
        ("NORWAY", "NO", "country"),
        ("Oslo", "NO", "capital"),
        ("the city of Bergen", "NO", "city"),
        ("Geneva", "CH", "city"),
        ("the canton of Geneva", "CH", "region"),
        ("Punjab province", "PK", "region"),
        ("Québec", "CA", "city"),
        ("U.S.", "US", "country"),
        ("São Paulo", "BR", None),
        ("Sao Paulo", "BR", None),
    ],
)
def test_look_up(name: str, country: str, kind: str | None) -> None:
    place = look_up(name)
    assert place is not None
    assert place.country == country
    assert kind in (None, place.kind)


def test_a_part_is_of_the_place_that_it_names() -> None:
    assert look_up("Ostmark") is None
    whole, part = look_up("Norway"), part_of("northern Norway")
    assert whole is not None
    assert part is not None
    assert part.name == whole.name
    assert (part.lat or 0) > (whole.lat or 0)
    assert part_of("Norway") is None
    assert part_of("northern Ostmark") is None


@pytest.mark.parametrize("name", ["Ostmark", "UN", "Northern", "West", "Central Region", "Laurel County", ""])
def test_what_is_no_place(name: str) -> None:
    assert look_up(name) is None


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Hayfa", "Haifa"),
        ("Norwey", None),
        ("Qamishly", "Al Qāmishlī"),
        ("Al-Kamishli", "Al Qāmishlī"),
        ("Mosoul", "Mosul"),
        ("Oslow", None),
        ("Ostmark", None),
    ],
)
def test_other_spellings(name: str, found: str | None) -> None:
    place = spelled_like(name)
    assert (place.name if place else None) == found


@given(anything())
def test_places_lie_within_the_text(text: str) -> None:
    found = places(make_report(text))
    assert all(text[p.start : p.end] == p.name != "" for p in found)
    assert all(p.lat is None or -90 <= p.lat <= 90 for p in found)
    assert all(p.lon is None or -180 <= p.lon <= 180 for p in found)
