"""A page that is an item of IPTC ninjs (1.x to 3.x) -> Draft, or an Aside where it may not be used or has no text."""

from typing import Any

import msgspec

from headwater.clean.draft import Draft, Line
from headwater.clean.entries import text_lines
from headwater.clean.fragment import read_fragment
from headwater.clean.records import name_of, names_of
from headwater.errors import CleanError
from headwater.types import Aside, Page

_STOPPED = ("canceled", "cancelled", "withheld")
_BODIES = (("body_text", False), ("body_html", True), ("body_xhtml", True), ("body_sportsml", True))


def read_ninjs(page: Page) -> Draft | Aside:
    """The draft of a ninjs item; an Aside where its pubstatus says that it must not be used, or it is a picture or a film."""
    try:
        item = msgspec.json.decode(page.content)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise CleanError(f"no JSON that can be read ({error})") from error
    status = str(item.get("pubstatus", "usable")).rpartition(":")[2].lower()
    address = _address(item)
    if status in _STOPPED:
        why = f"withheld by its publisher: the item's pubstatus is {item['pubstatus']!r}"
        return Aside(source=page.source, why=why, cancels=address if status != "withheld" else None)
    body = _body(item)
    kind = item.get("type")
    if not body and isinstance(kind, str) and kind not in ("text", "composite"):
        return Aside(source=page.source, why=f"no article: an item of the type {kind[:40]!r} without a text")
    return Draft(
        lines=body,
        title=_title(item),
        outlet=name_of(item, ("copyrightholder", "infosource", "source", "organisation")),
        address=address,
        authors=_authors(item),
        published=name_of(item, ("versioncreated", "firstcreated", "contentcreated")),
        language=name_of(item, ("language",)),
    )


def _address(item: dict[str, Any]) -> str | None:
    keys = ("canonical", "url", "uri")
    return next((a for key in keys if isinstance(a := item.get(key), str) and a.startswith(("http://", "https://"))), None)


def _body(item: dict[str, Any]) -> tuple[Line, ...]:
    """The lines of the first body that has any: plain text before HTML."""
    tried = [(key, item.get(key), is_html) for key, is_html in _BODIES]
    bodies = item.get("bodies")
    for number, body in enumerate(bodies if isinstance(bodies, list) else []):
        if isinstance(body, dict):
            is_html = "html" in str(body.get("contentType", body.get("contenttype", "html" if "<" in str(body.get("value")) else "")))
            tried.append((f"bodies.{number}.value", body.get("value"), is_html))
    for field, value, is_html in sorted(tried, key=lambda body: body[2]):
        if isinstance(value, str) and value.strip() and (found := read_fragment(value, field) if is_html else text_lines(value, field)):
            return found
    return ()


def _title(item: dict[str, Any]) -> Line | None:
    """The headline: of several the one whose role is the main one, or the first."""
    if isinstance(headline := item.get("headline"), str):
        return next(iter(text_lines(headline, "headline")), None)
    headlines = item.get("headlines")
    found = [
        (n, h)
        for n, h in enumerate(headlines if isinstance(headlines, list) else [])
        if isinstance(h, dict) and isinstance(h.get("value"), str)
    ]
    number, main = next(((n, h) for n, h in found if "main" in str(h.get("role", ""))), found[0] if found else (0, {}))
    return next(iter(text_lines(main.get("value", ""), f"headlines.{number}.value")), None)


def _authors(item: dict[str, Any]) -> tuple[str, ...]:
    byline = item.get("byline")
    if isinstance(byline, str) and byline.strip():
        return (byline.strip().removeprefix("By ").removeprefix("by "),)
    bylines = item.get("bylines")
    said = [b["byline"] for b in bylines if isinstance(b, dict) and isinstance(b.get("byline"), str)] if isinstance(bylines, list) else []
    return tuple(b.strip().removeprefix("By ") for b in said if b.strip()) or names_of(item, ("by", "creators", "authors"))
