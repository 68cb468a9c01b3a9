"""Countries -> their outlines: data/outlines.tsv.gz, read once where a map is drawn."""

import functools
import gzip
import importlib.resources

import msgspec

_SCALE = 100  # the file counts hundredths of a degree


class Outline(msgspec.Struct, frozen=True):
    """One ring of a country's border: longitudes and latitudes in degrees, the first point again at the end."""

    country: str
    """ISO 3166-1 alpha-2, "" for what has none."""
    points: tuple[tuple[float, float], ...]
    box: tuple[float, float, float, float]
    """West, south, east, north."""


@functools.cache
def outlines() -> tuple[Outline, ...]:
    """Every ring, by country."""
    packed = (importlib.resources.files("headwater") / "data" / "outlines.tsv.gz").read_bytes()
    return tuple(_outline(*line.split("\t")) for line in gzip.decompress(packed).decode("ascii").splitlines())


def _outline(country: str, steps: str) -> Outline:
    x = y = 0
    points = []
    for step in steps.split(" "):
        dx, dy = step.split(",")
        x, y = x + int(dx), y + int(dy)
        points.append((x / _SCALE, y / _SCALE))
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    return Outline(country, tuple(points), (min(lons), min(lats), max(lons), max(lats)))
