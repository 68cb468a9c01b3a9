"""What reading makes: a source and its bytes in; a Page, or a Failure or an Aside with its reason, out."""

import hashlib
import unicodedata

import msgspec

from headwater.types import Aside, Failure, Page

Result = Page | Failure | Aside


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a page from where it was found; each as in Page."""

    fetched: str | None = None
    address: str | None = None
    outlet: str | None = None
    published: str | None = None


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes to be read: their source as the reader of a brief sees it, and the name whose ending may tell their form."""

    source: str
    name: str
    known: Known = Known()
    depth: int = 0
    """Archives that it lies in."""


def page(source: str, media_type: str, content: bytes, known: Known | None = None) -> Page:
    """The page that these bytes are."""
    sha256 = hashlib.sha256(content).hexdigest()
    return Page(source=source, media_type=media_type, content=content, sha256=sha256, **msgspec.structs.asdict(known or Known()))


def failure(source: str, why: str) -> Failure:
    """The failure of this source to be read, on one line."""
    return Failure(source=source, stage="read", message=" ".join(why.split()))


def aside(source: str, why: str) -> Aside:
    """What was found at this source and is no report, on one line."""
    return Aside(source=source, why=" ".join(why.split()))


def record(source: str, number: int) -> str:
    """The source of a record of a file of records: FILE#3."""
    return f"{source}#{number}"


def member(source: str, name: str) -> str:
    """The source of a file in an archive or of an attachment: ARCHIVE!NAME."""
    return f"{source}!{printable(name)[:_LONGEST_NAME]}"


_LONGEST_NAME = 300  # characters of a name in an archive that are shown


def too_large(limit: int, size: int | None = None) -> str:
    """The reason for a report above the limit; ``size`` is its bytes where they are known."""
    found = "is larger" if size is None else f"is {size:,} bytes, more"
    return f"{found} than the {limit:,} bytes that one report may have (max_report_bytes); split it, or give its reports as JSON Lines"


def printable(path: str) -> str:
    r"""A path that any output can hold: bytes that are no UTF-8 and control characters are escaped.

    >>> printable("a\nb")
    'a\\nb'
    """
    if path.isprintable():
        return path
    return "".join(c if c.isprintable() or unicodedata.category(c) == "Zs" else c.encode("unicode_escape").decode("ascii") for c in path)
