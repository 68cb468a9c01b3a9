"""A page that is an e-mail -> Draft: its subject, its own text, who sent it and when. Attachments are pages of their own."""

import contextlib
import email
import email.header
import email.message
import email.policy
import email.utils
import re
import statistics
from collections.abc import Iterator

from headwater.clean.draft import Draft, Line
from headwater.clean.fragment import paragraphs, read_fragment
from headwater.errors import CleanError
from headwater.outlets import outlet_at, outlet_named
from headwater.tables import is_outlet_name
from headwater.text import lines
from headwater.types import Page

_PREFIX = re.compile(r"(?i)^\s*(?:(?:re|fwd?|aw|wg)\s*(?:\[\d+\])?\s*:\s*)+")
_WRAPPED = range(55, 90)  # characters of a line that a program broke: of a paragraph a line is far longer
_PART = 0.6  # of the HTML's words: a plain part that has fewer only says "open this in a browser"
_SIGNATURE = re.compile(r"(?m)^-- $")


def read_mail(page: Page) -> Draft:
    """The draft of a message's own text, plain where that says as much as the HTML; CleanError where it cannot be read."""
    try:
        message = email.message_from_bytes(page.content, policy=email.policy.compat32)
        plain, html = _text(message, "text/plain"), _text(message, "text/html")
    except (ValueError, LookupError, RecursionError, TypeError) as error:
        raise CleanError(f"a message that cannot be read ({type(error).__name__}: {error}); save it as text") from error
    shown = sum(len(p.split()) for p in paragraphs(html)) if html.strip() else 0
    body = _plain_lines(plain) if len(plain.split()) >= max(1, _PART * shown) else read_fragment(html, "html") if html.strip() else ()
    name, address = email.utils.parseaddr(_header(message, "From"))
    outlet = _outlet(message, name, address)
    return Draft(
        lines=body,
        title=_subject(message) if body else None,
        outlet=outlet,
        authors=(name,) if name and not outlet else (),
        published=_date(message),
    )


def _text(message: email.message.Message, media_type: str) -> str:
    """The first part of a media type that is the message's own and no attachment; line ends made plain."""
    for part in _own(message):
        if part.get_content_type() == media_type and part.get_content_disposition() != "attachment" and not part.get_filename():
            body = part.get_payload(decode=True)
            return _decoded(body, part.get_content_charset()) if isinstance(body, bytes) else ""
    return ""


def _own(message: email.message.Message) -> Iterator[email.message.Message]:
    """The parts of a message without those of the messages attached to it."""
    parts = message.get_payload() if message.is_multipart() else None
    if not isinstance(parts, list):
        yield message
        return
    for part in parts:
        if isinstance(part, email.message.Message) and part.get_content_type() != "message/rfc822":
            yield from _own(part)


def _decoded(body: bytes, charset: str | None) -> str:
    try:
        text = body.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError, ValueError):
        text = body.decode("utf-8", "replace") if charset != "utf-8" and _is_utf8(body) else body.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _plain_lines(text: str) -> tuple[Line, ...]:
    """The paragraphs of a plain text, those that a mail program broke into lines put together again, a signature left out."""
    if signature := _SIGNATURE.search(text):
        text = text[: signature.start()]
    spans = list(lines(text))
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        # a paragraph's line is followed by the next one, and is as long as its program makes them
        if whole and text.count("\n", whole[-1][1], start) == 1 and _goes_on(text, whole[-1], spans):
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return tuple(Line(text=text[s:e].replace("\n", " "), field="text", start=s, end=e) for s, e in whole)


def _goes_on(text: str, before: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    """Was the last line of a paragraph broken by a program, and not by its writer?"""
    longest = statistics.quantiles([end - start for start, end in spans], n=10)[-1] if len(spans) > 1 else 0
    last = before[1] - max(before[0], text.rfind("\n", before[0], before[1]) + 1)
    return int(longest) in _WRAPPED and last >= longest * 2 // 3


def _header(message: email.message.Message, name: str) -> str:
    """A header as it is read, encoded words decoded; "" where there is none."""
    value = str(message.get(name) or "")
    with contextlib.suppress(ValueError, LookupError, TypeError):  # email's own errors of headers are of the first kind
        value = str(email.header.make_header(email.header.decode_header(value)))
    return " ".join(value.split())


def _subject(message: email.message.Message) -> Line | None:
    subject = _header(message, "Subject")
    prefix = _PREFIX.match(subject)
    start = prefix.end() if prefix else 0
    return Line(text=subject[start:], field="subject", start=start, end=len(subject)) if subject[start:].strip() else None


def _date(message: email.message.Message) -> str | None:
    try:
        return email.utils.parsedate_to_datetime(str(message.get("Date") or "")).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _outlet(message: email.message.Message, name: str, address: str) -> str | None:
    """Who sent it, where that is an outlet: by its name, by the domain of its address, or as a newsletter."""
    domain = address.rpartition("@")[2]
    known = outlet_named(name) or (outlet_at(domain) if "." in domain else None)
    if known:
        return known.name
    is_newsletter = message.get("List-Unsubscribe") or message.get("List-Id")
    return name if name and (is_newsletter or is_outlet_name(name)) else None
