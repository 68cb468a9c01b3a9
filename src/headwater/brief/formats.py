"""The table of the formats: a name in, how a brief is given in that format out."""

from collections.abc import Callable

from headwater.brief.annotation import to_annotations
from headwater.brief.geojson import to_geojson
from headwater.brief.html import to_html
from headwater.brief.jsonl import to_jsonl
from headwater.brief.markdown import to_markdown
from headwater.brief.parquet import to_parquet
from headwater.brief.prov import to_prov
from headwater.brief.render_csv import to_csv
from headwater.brief.render_json import to_json
from headwater.brief.rss import to_rss
from headwater.brief.stix import to_stix
from headwater.brief.timelinejs import to_timelinejs
from headwater.errors import FormatError
from headwater.types import Brief

FORMATS: dict[str, Callable[[Brief], str | bytes]] = {
    "md": to_markdown,
    "html": to_html,
    "json": to_json,
    "jsonl": to_jsonl,
    "csv": to_csv,
    "parquet": to_parquet,
    "geojson": to_geojson,
    "prov": to_prov,
    "annotations": to_annotations,
    "stix": to_stix,
    "timelinejs": to_timelinejs,
    "rss": to_rss,
}


def render(brief: Brief, form: str, *, older: Brief | None = None) -> bytes:
    """The brief in a format, as the bytes of a file: text is UTF-8, and the same brief gives the same bytes.

    Args:
        brief: what to give.
        form: md, html, json, jsonl, csv, parquet, geojson, prov, annotations, stix, timelinejs or rss.
        older: a brief made before; rss then tells only what is new or changed since, the others take no notice.

    Raises:
        FormatError: there is no such format, or it needs an extra that is not installed.
    """
    if form not in FORMATS:
        raise FormatError(f"{form!r} is no format; choose one of {', '.join(FORMATS)}")
    given = to_rss(brief, older) if form == "rss" else FORMATS[form](brief)
    return given if isinstance(given, bytes) else given.encode("utf8", "replace")
