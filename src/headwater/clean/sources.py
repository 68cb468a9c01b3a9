"""A page that is neither HTML, plain text nor a plain record in; its draft, or why it gives none, out: a reader a media type."""

from collections.abc import Callable

import msgspec

from headwater.clean.draft import Draft
from headwater.clean.entries import read_entry
from headwater.clean.mail import read_mail
from headwater.clean.ninjs import read_ninjs
from headwater.clean.office import DOCX, ODT, read_office
from headwater.types import Aside, Page


def _read_pdf(page: Page) -> Draft | Aside:
    from headwater.clean.pdf import read_pdf  # noqa: PLC0415 - loads PDFium when imported

    return read_pdf(page)


READERS: dict[str, Callable[[Page], Draft | Aside]] = {
    "application/feed-entry+json": read_entry,
    "application/ninjs+json": read_ninjs,
    "application/pdf": _read_pdf,
    "message/rfc822": read_mail,
    DOCX: read_office,
    ODT: read_office,
}


def with_known(draft: Draft, page: Page) -> Draft:
    """A draft with what was known of its page before it was opened, where the page itself is silent.

    The publisher that a feed names goes before the page's own: a feed that collects news names the real one.
    """
    return msgspec.structs.replace(
        draft,
        outlet=page.outlet or draft.outlet,
        address=draft.address or page.address,
        published=draft.published or page.published,
        crawled=draft.crawled or page.fetched,
    )
