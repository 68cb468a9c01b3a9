"""The bytes of a page in, what other libraries find on it out: trafilatura alone, newspaper4k and readability.

None of them is asked to fetch anything. Each loader gives None where its library is not installed.
"""

import importlib.util
from collections.abc import Callable

import msgspec


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What was found on a page; empty where nothing was."""

    text: str = ""
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    days: tuple[str | None, str | None] = (None, None)
    """The first and the last day on which it may have appeared."""
    cut: bool = False
    why: str | None = None
    """Why it is no article."""


Way = Callable[[bytes, str | None], Found]


def load_trafilatura() -> Way | None:
    """trafilatura, with metadata, as we call it but alone."""
    import trafilatura  # noqa: PLC0415 - as the others
    from trafilatura.settings import Document  # noqa: PLC0415 - the same

    def ask(content: bytes, address: str | None) -> Found:
        document = trafilatura.bare_extraction(content, url=address, with_metadata=True, include_comments=False, include_tables=False)
        if not isinstance(document, Document):
            return Found()
        return Found(
            text=document.text or "",
            title=document.title,
            outlet=document.sitename,
            author=(document.author or "").replace("; ", ", ") or None,
            days=(document.date, document.date),
        )

    return ask


def load_newspaper() -> Way | None:
    """newspaper4k, its settings as they come."""
    if importlib.util.find_spec("newspaper") is None:
        return None
    import newspaper  # noqa: PLC0415 - may not be installed

    def ask(content: bytes, address: str | None) -> Found:
        article = newspaper.Article(url=address or "https://page.invalid/", language="en")
        article.download(input_html=content)
        article.parse()
        day = article.publish_date.date().isoformat() if article.publish_date else None
        return Found(
            text=article.text,
            title=article.title or None,
            outlet=article.meta_site_name or None,
            author=", ".join(article.authors) or None,
            days=(day, day),
        )

    return ask


def load_readability() -> Way | None:
    """readability-lxml; it gives the text and the headline, and neither day nor outlet."""
    if importlib.util.find_spec("readability") is None:
        return None
    import lxml.html  # noqa: PLC0415 - as the others
    import readability  # noqa: PLC0415 - may not be installed

    def ask(content: bytes, _: str | None) -> Found:
        document = readability.Document(content)
        tree = lxml.html.fromstring(document.summary())
        return Found(text="\n".join(t for t in tree.itertext()), title=document.short_title() or None)

    return ask


OTHERS: dict[str, Callable[[], Way | None]] = {
    "trafilatura": load_trafilatura,
    "newspaper4k": load_newspaper,
    "readability": load_readability,
}
