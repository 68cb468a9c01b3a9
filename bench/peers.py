"""Other programs that find dates and places, where they are installed; what they find in, in our form out.

``pip install dateparser recognizers-text-suite "emoji<2"`` for the dates. None of them is needed to run Headwater.
"""

import datetime as dt
import importlib
import re
import sys
import warnings
from collections.abc import Callable, Sequence
from typing import Any

from bench.corpora.places import Placed
from bench.corpora.times import Dated, Document
from headwater.annotate.gazetteer import candidates

_VALUE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_TYPES = {"datetimeV2.date", "datetimeV2.daterange", "datetimeV2.datetime", "datetimeV2.datetimerange", "datetimeV2.duration"}
_TYPES |= {"datetimeV2.set", "datetimeV2.time", "datetimeV2.timerange"}


def time_finders() -> dict[str, Callable[[Document], Sequence[Dated]]]:
    """The finders of dates that are installed; the others are named on standard error."""
    found: dict[str, Callable[[Document], Sequence[Dated]]] = {}
    for module, name, finder in (("dateparser", "dateparser", find_dateparser), ("recognizers_date_time", "microsoft", find_microsoft)):
        try:
            importlib.import_module(module)
        except ImportError as error:
            print(f"{name}: left out, it does not load ({error})", file=sys.stderr)
        else:
            found[name] = finder
    return found


def find_dateparser(document: Document) -> list[Dated]:
    """What dateparser's search finds: a day for everything."""
    search: Any = importlib.import_module("dateparser.search")
    base = dt.datetime.fromisoformat(document.day) if document.day else None
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"} if base else {}
    found: list[Dated] = []
    for start, paragraph in _paragraphs(document.text):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            results = search.search_dates(paragraph, languages=["en"], settings=settings) or []
        at = 0
        for words, when in results:
            at = max(at, paragraph.find(words, at))
            day = when.date().isoformat()
            found.append(Dated(start=start + at, end=start + at + len(words), value=day, earliest=day, latest=day))
            at += len(words)
    return found


def find_microsoft(document: Document) -> list[Dated]:
    """What Microsoft's recognizers find, their TIMEX and the last of the values that they offer."""
    recognizers: Any = importlib.import_module("recognizers_date_time")
    suite: Any = importlib.import_module("recognizers_text")
    model = recognizers.DateTimeRecognizer(suite.Culture.English).get_datetime_model()
    base = dt.datetime.fromisoformat(document.day) if document.day else dt.datetime(2000, 1, 1)  # noqa: DTZ001 - it asks for none
    found: list[Dated] = []
    for start, paragraph in _paragraphs(document.text):
        found += [_microsoft(start, result) for result in model.parse(paragraph, base) if result.type_name in _TYPES]
    return found


def _microsoft(start: int, result: Any) -> Dated:  # noqa: ANN401 - a value of another program
    values = (result.resolution or {}).get("values") or [{}]
    past = values[0]
    first, last = past.get("start") or past.get("value"), past.get("end") or past.get("value")
    timex = str(past.get("timex", ""))
    value = (
        str(past["value"])[:10] if "X" in timex and _VALUE.fullmatch(str(past.get("value", ""))[:10]) else timex.strip("()").split(",")[0]
    )
    if past.get("end") and past.get("type") == "daterange" and _VALUE.fullmatch(str(last)):
        last = (dt.date.fromisoformat(str(last)) - dt.timedelta(days=1)).isoformat()  # its ranges end before the day they name
    return Dated(start=start + result.start, end=start + result.end + 1, value=value, earliest=_day(first), latest=_day(last))


def _day(value: str | None) -> str | None:
    return value[:10] if value and _VALUE.match(value) else None


def largest(text: str, names: Sequence[Placed]) -> tuple[Placed, ...]:
    """The same names, each at the place of its name with most people: the baseline of every geoparser."""
    return tuple(_largest(text, name) for name in names)


def _largest(text: str, name: Placed) -> Placed:
    best = max(candidates(text[name.start : name.end]), key=lambda p: p.population, default=None)
    return Placed(start=name.start, end=name.end, lat=best.lat if best else None, lon=best.lon if best else None)


def _paragraphs(text: str) -> list[tuple[int, str]]:
    """The paragraphs with where they begin: the peers grow slow on long texts."""
    return [(m.start(), m.group()) for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)]
