"""Two points in, the kilometres between them out."""

import math

_DIAMETER = 2 * 6371.0


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Along a great circle of a sphere of 6371 km, from degrees (the haversine formula)."""
    a, b = math.radians(lat), math.radians(other_lat)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return _DIAMETER * math.asin(math.sqrt(min(1.0, h)))
