"""Page in, Article out: the body found, furniture dropped, date and outlet settled, offsets kept."""

from headwater.clean.bylines import find_authors
from headwater.clean.dates import settle_published
from headwater.clean.decode import decode
from headwater.clean.draft import Draft, Line
from headwater.clean.furniture import take_out
from headwater.clean.html import read_html
from headwater.clean.language import find_language, tells_language
from headwater.clean.notices import find_notices, take_back
from headwater.clean.outlet import find_outlet
from headwater.clean.plain import read_plain
from headwater.clean.records import read_record
from headwater.clean.sources import READERS, with_known
from headwater.clean.verdict import why_cut, why_none
from headwater.outlets import domain_of, host_of
from headwater.settings import CleanSettings
from headwater.text import content_id
from headwater.types import Article, Aside, Page, Passage

__all__ = ["clean", "take_back"]

_GAP = "\n\n"


def clean(page: Page, *, settings: CleanSettings | None = None) -> Article | Aside:
    """The article on a page, or why the page is none to work with; CleanError where it cannot be read."""
    settings = settings or CleanSettings()
    draft = _draft(page)
    if isinstance(draft, Aside):
        return draft
    title = draft.title.text if draft.title else None
    kept, dropped = take_out(draft.lines, title=title, names=draft.names)
    dropped = (*draft.dropped, *dropped)
    if draft.withheld:
        return Aside(source=page.source, why=f"withheld by its publisher: {draft.withheld}")
    if why := why_none(draft, kept, dropped, settings):
        return Aside(source=page.source, why=why)
    text, body, passages = _assemble(draft.title, kept)
    language = find_language(text, most=settings.language_words)
    if language not in settings.languages and tells_language(text):
        return Aside(source=page.source, why=f"its language is {language}; this version reads {', '.join(settings.languages)}")
    outlet = find_outlet(draft, kept, dropped)
    retracted, corrected = find_notices(text, dropped)
    return Article(
        id=content_id(outlet or host_of(draft.address or ""), text),
        source=page.source,
        page=page.sha256,
        address=draft.address,
        addresses=tuple(dict.fromkeys(a for a in (draft.address, page.address) if a)),
        outlet=outlet,
        domain=domain_of(draft.address) if draft.address else None,
        title=title,
        author=", ".join(draft.authors or find_authors(dropped)) or None,
        language=language,
        published=settle_published(draft, dropped, text),
        text=text,
        body=body,
        passages=passages,
        dropped=dropped,
        credit=draft.credit,
        based_on=draft.based_on,
        cut=why_cut(draft, kept, dropped),
        retracted=retracted,
        corrected=corrected,
    )


def _draft(page: Page) -> Draft | Aside:
    if page.media_type in READERS:
        draft = READERS[page.media_type](page)
    elif page.media_type == "application/json":
        draft = read_record(page)
    elif page.media_type == "text/html":
        draft = read_html(decode(page.content), address=page.address)
    else:
        draft = read_plain(decode(page.content))
    return draft if isinstance(draft, Aside) else with_known(draft, page)


def _assemble(title: Line | None, kept: tuple[Line, ...]) -> tuple[str, int, tuple[Passage, ...]]:
    """The text, where its body begins, and the way back to the page."""
    pieces = ([title] if title else []) + list(kept)
    passages, at = [], 0
    for piece in pieces:
        end = at + len(piece.text)
        passages.append(Passage(start=at, end=end, field=piece.field, page_start=piece.start, page_end=piece.end, caption=piece.caption))
        at = end + len(_GAP)
    body = len(title.text) + len(_GAP) if title and kept else 0
    return _GAP.join(p.text for p in pieces), body, tuple(passages)
