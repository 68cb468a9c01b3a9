"""An e-mail in; its attachments that may be reports out. Its own text is read from the whole message, by clean."""

import email
import email.message
import email.policy
from collections.abc import Iterator

import msgspec

from headwater.read.pages import Item, aside, failure, member
from headwater.types import Aside, Failure

_MOST_PARTS = 200  # of one message: a digest has fewer
_SKIPPED = ("image/", "audio/", "video/", "font/", "text/calendar", "text/x-vcard", "text/vcard", "application/pgp", "application/pkcs7")


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file that came with a message."""

    item: Item
    content: bytes


def attachments(item: Item, content: bytes) -> Iterator[Attachment | Failure | Aside]:
    """Each attached file and each forwarded message; an Aside that counts pictures and the like."""
    try:
        parts = list(_files(email.message_from_bytes(content, policy=email.policy.compat32)))
    except (ValueError, LookupError, RecursionError, TypeError) as error:
        yield failure(item.source, f"is a message whose attachments cannot be read ({type(error).__name__})")
        return
    skipped = [part.get_content_type() for part in parts if part.get_content_type().startswith(_SKIPPED)]
    if skipped:
        yield aside(item.source, f"{len(skipped)} attachments that are no text ({', '.join(sorted(set(skipped)))})")
    for number, part in enumerate(p for p in parts if not p.get_content_type().startswith(_SKIPPED)):
        if number >= _MOST_PARTS:
            yield failure(item.source, f"has more than {_MOST_PARTS} attachments; save the others as files")
            return
        name = _name(part) or f"attachment-{number + 1}"
        source = member(item.source, name)
        if body := _content(part):
            yield Attachment(item=Item(source=source, name=name, known=item.known, depth=item.depth + 1), content=body)
        else:
            yield failure(source, "is an attachment that is empty or cannot be decoded")


def _files(message: email.message.Message) -> Iterator[email.message.Message]:
    """The parts that are files or forwarded messages, and not the message's own text or a picture within it."""
    parts = message.get_payload() if message.is_multipart() else []
    for part in parts if isinstance(parts, list) else []:
        if not isinstance(part, email.message.Message):
            continue
        if part.get_content_type() == "message/rfc822" or _name(part) or part.get_content_disposition() == "attachment":
            yield part
        elif part.is_multipart():
            yield from _files(part)


def _name(part: email.message.Message) -> str:
    return str(part.get_filename() or "").replace("\\", "/").rpartition("/")[2].strip()


def _content(part: email.message.Message) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner and isinstance(inner[0], email.message.Message) else b""
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""
