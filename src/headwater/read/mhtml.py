"""A saved page (MHTML) in; the page of HTML in it out, with the address it had and when it was saved."""

import email
import email.message
import email.policy

from headwater.read.feeds import instant
from headwater.read.pages import Item, Known, Result, failure, page
from headwater.read.sniff import HTML, TEXT


def saved(item: Item, content: bytes) -> Result:
    """The HTML of a saved page; a failure where it holds none."""
    try:
        message = email.message_from_bytes(content, policy=email.policy.compat32)
        root = _root(message)
        body = root.get_payload(decode=True) if root is not None else None
    except (ValueError, LookupError, RecursionError, TypeError) as error:
        return failure(item.source, f"is a saved page that cannot be read ({type(error).__name__}); save it again")
    if root is None or not isinstance(body, bytes) or not body.strip():
        return failure(item.source, "is a saved page without HTML in it; save it again")
    address = _address(str(message.get("Snapshot-Content-Location") or root.get("Content-Location") or ""))
    known = Known(fetched=instant(str(message.get("Date") or "")) or item.known.fetched, address=address)
    return page(item.source, TEXT if root.get_content_type() == TEXT else HTML, body, known)


def _root(message: email.message.Message) -> email.message.Message | None:
    """The part that is the page: named as the start, or the first of HTML."""
    start = message.get_param("start")
    parts = [p for p in message.walk() if not p.is_multipart()]
    named = [p for p in parts if start and p.get("Content-ID") == start]
    html = [p for p in parts if p.get_content_type() in (HTML, "application/xhtml+xml")]
    return next(iter([*named, *html]), None)


def _address(text: str) -> str | None:
    address = "".join(text.split())
    return address if address.lower().startswith(("http://", "https://")) else None
