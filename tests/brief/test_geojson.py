"""A brief in, GeoJSON out."""

import json

from headwater.brief import to_geojson
from headwater.types import BriefPlace, Candidate, Mention
from tests.factories import make_article, make_brief, make_claim, make_statement, make_story


def test_a_place_is_a_point_with_how_fine_it_is_and_an_actor_has_none() -> None:
    article = make_article("In Oslo the dam broke, Rome said.", "Velden Herald")
    other = Candidate(name="Oslo", country="US", lat=48.2, lon=-97.1, confidence=0.1)
    places = (
        BriefPlace(
            name="Oslo",
            lat=59.9,
            lon=10.7,
            precision="city",
            country="NO",
            mentions=(Mention(article=article.id, start=3, end=7),),
            within_km=10,
            confidence=0.9,
            basis="the best known",
            candidates=(other,),
        ),
        BriefPlace(
            name="Rome",
            lat=41.9,
            lon=12.5,
            precision="city",
            country="IT",
            mentions=(Mention(article=article.id, start=23, end=27),),
            use="actor",
        ),
        BriefPlace(name="\udce9 dam", lat=None, lon=None, precision="area", country=None, mentions=()),
    )
    story = make_story([article], [make_claim([make_statement(article, "the dam broke")])], places=places)
    found = json.loads(to_geojson(make_brief(story)))
    assert found["type"] == "FeatureCollection"
    oslo, rome, dam = found["features"]
    assert oslo["geometry"] == {"type": "Point", "coordinates": [10.7, 59.9]}
    assert oslo["properties"]["mentions"] == [{"article": article.id, "start": 3, "end": 7, "words": "Oslo"}]
    assert (oslo["properties"]["within_km"], oslo["properties"]["precision"], oslo["properties"]["basis"]) == (10, "city", "the best known")
    assert oslo["properties"]["candidates"][0]["country"] == "US"
    assert rome["geometry"] is None
    assert dam["geometry"] is None
    assert dam["properties"]["name"] == "\ufffd dam"


def test_an_empty_brief_is_an_empty_collection() -> None:
    assert json.loads(to_geojson(make_brief())) == {"type": "FeatureCollection", "features": []}
