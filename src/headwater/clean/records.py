"""A page that is one JSON record -> Draft: news-please, schema.org NewsArticle, and our own form."""

from typing import Any

import msgspec

from headwater.clean.dates import OWN_DATA
from headwater.clean.draft import Draft, Line
from headwater.errors import CleanError
from headwater.text import lines
from headwater.types import Page, Published

_TEXT = ("maintext", "articleBody", "text", "body", "content")
_TITLE = ("title", "headline", "name")
_ADDRESS = ("url", "address", "mainEntityOfPage", "canonical")
_DATE = ("date_publish", "datePublished", "published", "date")
_AUTHORS = ("authors", "author", "byline", "creator")
_OUTLET = ("outlet", "publisher", "source_name")
_CREDIT = ("sourceOrganization", "isBasedOn", "credit")


def read_record(page: Page) -> Draft:
    """The draft of a JSON record; CleanError where it has no text under any known key."""
    try:
        record = msgspec.json.decode(page.content)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise CleanError(f"no JSON that can be read ({error})") from error
    if not isinstance(record, dict):
        raise CleanError("a JSON value that is no object; give one object an article")
    key = next((k for k in _TEXT if isinstance(record.get(k), str) and record[k].strip()), None)
    title_key = next((k for k in _TITLE if isinstance(record.get(k), str) and record[k].strip()), None)
    if key is None and title_key is None:
        known = ", ".join(_TEXT)
        raise CleanError(f"a JSON object without the text of an article (none of {known})")
    return Draft(
        lines=() if key is None else tuple(Line(text=record[key][s:e], field=key, start=s, end=e) for s, e in lines(record[key])),
        title=None if title_key is None else _first_line(record[title_key], title_key),
        outlet=name_of(record, _OUTLET),
        address=name_of(record, _ADDRESS),
        authors=names_of(record, _AUTHORS),
        published=name_of(record, _DATE),
        interval=_interval(record),
        crawled=name_of(record, ("date_download", "fetched")),
        language=name_of(record, ("language", "inLanguage")),
        credit=next((n for k in _CREDIT for n in names_of(record, (k,)) if "://" not in n), None),
        based_on=next((n for n in names_of(record, ("isBasedOn", "isBasedOnUrl")) if n.startswith(("http://", "https://"))), None),
        withheld=_withheld(record),
    )


def _first_line(text: str, field: str) -> Line | None:
    span = next(lines(text), None)
    return None if span is None else Line(text=text[slice(*span)], field=field, start=span[0], end=span[1])


def name_of(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first of these keys that holds words: text itself, or an object's name or address."""
    return next((n for k in keys for n in _named(record.get(k))), None)


def names_of(record: dict[str, Any], keys: tuple[str, ...]) -> tuple[str, ...]:
    """All names under the first of these keys that holds any, each once."""
    return next((found for k in keys if (found := tuple(dict.fromkeys(_named(record.get(k)))))), ())


def _named(value: object, depth: int = 0) -> list[str]:
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if depth > _DEEPEST:
        return []
    if isinstance(value, dict):
        return next((found for k in ("name", "@id", "url") if (found := _named(value.get(k), depth + 1))), [])
    if isinstance(value, list):
        return [name for item in value if not isinstance(item, list) for name in _named(item, depth + 1)]
    return []


_DEEPEST = 8  # objects within each other that are read for a name


def _interval(record: dict[str, Any]) -> Published | None:
    """When it appeared, in our own form: the earliest and the latest day or instant, and the reason; None in any other."""
    found = next((record[key] for key in _DATE if record.get(key)), None)
    if not isinstance(found, dict):
        return None
    earliest, latest, basis = (value if isinstance(value := found.get(key), str) else "" for key in ("earliest", "latest", "basis"))
    if not earliest and not latest:
        return None
    return Published(earliest=earliest or None, latest=latest or None, basis=basis.strip()[:_LONGEST_BASIS] or OWN_DATA)


_LONGEST_BASIS = 200  # characters


def _withheld(record: dict[str, Any]) -> str | None:
    status = record.get("pubstatus")
    return f"the record's pubstatus is {status!r}" if status in ("canceled", "withheld") else None
