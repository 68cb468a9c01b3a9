"""What reading makes: a source and its bytes in; a Page, or a Failure with its reason, out."""

import hashlib
import unicodedata

from headwater.types import Failure, Page


def page(source: str, media_type: str, content: bytes) -> Page:
    """The page that these bytes are."""
    return Page(source=source, media_type=media_type, content=content, sha256=hashlib.sha256(content).hexdigest())


def failure(source: str, why: str) -> Failure:
    """The failure of this source to be read, on one line."""
    return Failure(source=source, stage="read", message=" ".join(why.split()))


def record(source: str, number: int) -> str:
    """The source of a record of a file of records: FILE#3."""
    return f"{source}#{number}"


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
