"""The places of a brief as GeoJSON (RFC 7946): a Brief in, one FeatureCollection out."""

import json
from typing import Any

from headwater.brief.render_json import clean_text
from headwater.types import Brief, BriefPlace, BriefStory, Mention


def to_geojson(brief: Brief) -> str:
    """Every place of every story as a feature, ending in a newline: a point with how fine it is and why, or no geometry.

    ``precision`` and ``within_km`` say how coarse the point is; ``basis`` says why it is this place; ``use`` is actor
    where no report says that something is there. Coordinates are longitude, latitude in degrees (WGS 84).
    """
    features = [_feature(story, place) for story in brief.stories for place in story.places]
    collection = {"type": "FeatureCollection", "features": features}
    return clean_text(json.dumps(collection, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _feature(story: BriefStory, place: BriefPlace) -> dict[str, Any]:
    point = place.lat is not None and place.lon is not None and place.use == "place"
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if point else None,
        "properties": {
            "name": place.name,
            "use": place.use,
            "precision": place.precision,
            "within_km": place.within_km,
            "country": place.country,
            "confidence": place.confidence,
            "basis": place.basis,
            "candidates": [
                {"name": c.name, "country": c.country, "lat": c.lat, "lon": c.lon, "confidence": c.confidence} for c in place.candidates
            ],
            "story": story.id,
            "mentions": [_mention(story, m) for m in place.mentions],
        },
    }


def _mention(story: BriefStory, mention: Mention) -> dict[str, Any]:
    text = next(a.text for a in story.articles if a.id == mention.article)
    return {"article": mention.article, "start": mention.start, "end": mention.end, "words": text[mention.start : mention.end]}
