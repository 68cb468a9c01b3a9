"""Page in, Article out: the body found, furniture dropped, date and outlet settled, offsets kept."""

import re

from headwater.clean.bylines import find_authors
from headwater.clean.dates import settle_published
from headwater.clean.decode import decode
from headwater.clean.draft import Draft, Line
from headwater.clean.furniture import take_out
from headwater.clean.html import read_html
from headwater.clean.plain import read_plain
from headwater.clean.records import read_record
from headwater.outlets import domain_of, host_of, outlet_at, outlet_named
from headwater.settings import CleanSettings
from headwater.text import content_id, words
from headwater.types import Article, Aside, Dropped, Page, Passage

__all__ = ["clean"]

_GAP = "\n\n"
_ERROR_PAGE = re.compile(
    r"(?i)^(?:(?:error )?40[134]\b|page not found|access denied|forbidden|search results|just a moment|are you a robot|attention required)"
)
_DATELINE_OUTLET = re.compile(r"\(([^()]+)\)")
_HOLDER = re.compile(
    r"(?i)(?:copyright|©)\s*(?:\(c\)\s*)?(?:©\s*)?\d{4}(?:\s*[-–]\s*\d{4})?,?\s+(?:by\s+)?(?-i:((?:[A-Z][\w&'’-]*(?:\.\w+)*\s?){1,5}))"
)


def clean(page: Page, *, settings: CleanSettings | None = None) -> Article | Aside:
    """The article on a page, or why the page is none to work with; CleanError where it cannot be read."""
    settings = settings or CleanSettings()
    draft = _draft(page)
    title = draft.title.text if draft.title else None
    kept, dropped = take_out(draft.lines, title=title)
    if draft.withheld:
        return Aside(source=page.source, why=f"withheld by its publisher: {draft.withheld}")
    if why := _no_article(title, kept, settings):
        return Aside(source=page.source, why=why)
    text, body, passages = _assemble(draft.title, kept)
    language = _language(text, settings.language_words)
    if language not in settings.languages:
        return Aside(source=page.source, why=f"its language is {language}; this version reads {', '.join(settings.languages)}")
    outlet = _outlet(draft, dropped)
    return Article(
        id=content_id(outlet or host_of(draft.address or ""), text),
        source=page.source,
        page=page.sha256,
        address=draft.address,
        outlet=outlet,
        domain=domain_of(draft.address) if draft.address else None,
        title=title,
        author=", ".join(draft.authors or find_authors(dropped)) or None,
        language=language,
        published=settle_published(draft, dropped),
        text=text,
        body=body,
        passages=passages,
        dropped=dropped,
    )


def _draft(page: Page) -> Draft:
    if page.media_type == "application/json":
        return read_record(page)
    text = decode(page.content)
    return read_html(text) if page.media_type == "text/html" else read_plain(text)


def _no_article(title: str | None, kept: tuple[Line, ...], settings: CleanSettings) -> str | None:
    """Why this is no article, None where it is one."""
    count = sum(len(words(line.text)) for line in kept)
    first = title or (kept[0].text if kept else "")
    if _ERROR_PAGE.match(first):
        return f"an error or search page ({first[:60]!r})"
    if count + len(words(title or "")) < settings.min_words:
        return f"no article: {count} words of running text, {settings.min_words} are the least"
    return None


def _assemble(title: Line | None, kept: tuple[Line, ...]) -> tuple[str, int, tuple[Passage, ...]]:
    """The text, where its body begins, and the way back to the page."""
    pieces = ([title] if title else []) + list(kept)
    passages, at = [], 0
    for piece in pieces:
        end = at + len(piece.text)
        passages.append(Passage(start=at, end=end, field=piece.field, page_start=piece.start, page_end=piece.end))
        at = end + len(_GAP)
    body = len(title.text) + len(_GAP) if title and kept else 0
    return _GAP.join(p.text for p in pieces), body, tuple(passages)


def _outlet(draft: Draft, dropped: tuple[Dropped, ...]) -> str | None:
    """Who published it: by the address, by the page's own data, by the dateline, by the copyright line."""
    if draft.address and (known := outlet_at(draft.address)):
        return known.name
    if draft.outlet:
        known = outlet_named(draft.outlet) or (outlet_at(draft.outlet) if "." in draft.outlet else None)
        return known.name if known else draft.outlet
    if draft.address and (host := host_of(draft.address)):
        return _spelled_out(host, draft) or host
    for cut in dropped:
        if cut.kind == "masthead":
            known = outlet_named(cut.text)
            return known.name if known else (cut.text.title() if cut.text.isupper() else cut.text)
        pattern = {"dateline": _DATELINE_OUTLET, "copyright": _HOLDER}.get(cut.kind)
        match = pattern.search(cut.text) if pattern else None
        name = match.group(1).strip(" .") if match else None
        # an agency's dateline or copyright stands in every paper that prints it
        if name and not ((known := outlet_named(name)) and known.agency):
            return known.name if known else name
    return None


def _spelled_out(host: str, draft: Draft) -> str | None:
    """The name of an outlet as the page itself writes it: "Example Herald" for example-herald.com."""
    labels = {re.sub(r"[^a-z0-9]", "", label) for label in host.split(".")[:-1]}
    text = "\n".join(line.text for line in (*draft.lines, *((draft.title,) if draft.title else ())))
    for match in _CAPITALS.finditer(text):
        tokens = match.group().split()
        runs = (tokens[i:j] for i in range(len(tokens)) for j in range(i + 2, len(tokens) + 1))
        found = next((" ".join(run) for run in runs if re.sub(r"[^a-z0-9]", "", "".join(run).lower()) in labels), None)
        if found:
            return found
    return None


_CAPITALS = re.compile(r"(?:The )?[A-Z][\w&'’]*(?: (?:of |and |the )?[A-Z][\w&'’]*){1,4}")


def _language(text: str, most: int) -> str:
    """ISO 639-1 code of the likeliest language, by py3langid."""
    sample = " ".join(text.split()[:most])
    import py3langid  # noqa: PLC0415 - loads its tables when imported

    code: str = py3langid.classify(sample)[0]
    return code
