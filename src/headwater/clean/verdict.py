"""A draft and its lines in; why it is no article, or why its text is taken to break off, out.

What is set aside is lost to the reader, so every sign here needs a second one: a video is set aside where little text
stands with it, a pay-wall where little stands before it, a list where most of its lines are links.
"""

import re
from collections.abc import Sequence

from headwater.clean.draft import Draft, Line
from headwater.settings import CleanSettings
from headwater.text import words
from headwater.types import Dropped

_ERROR = re.compile(
    r"(?i)^(?:(?:error )?(?:40[0134]|50[0-4])\b(?!\s+[a-z])|(?:the |this |that |your )?(?:requested )?page (?:was |is |could |can )?(?:not (?:be )?|un)(?:found|available)|404\b.{0,12}not found"
    r"|page not found|access denied|forbidden\b(?! [a-z])|just a moment|are you a robot|attention required|(?:verify|prove) (?:that )?you are (?:a )?human"
    r"|(?:sorry|oops|whoops|uh[- ]oh)\b.{0,20}\b(?:page|can'?t (?:find|be found)|went wrong|couldn'?t|not found|not exist)|we can'?t find (?:that|the|this) page"
    r"|something went wrong|service (?:temporarily )?unavailable|(?:bad|gateway) (?:gateway|time-?out)|please enable (?:javascript|cookies)|before you continue to)"
)
_SEARCH = re.compile(
    r"(?i)^(?:(?:your )?search results?\b|results? for\b|you searched for\b|search\s*:|showing \d+|\d[\d,]* (?:search )?results\b|no results (?:found )?for\b|articles tagged\b|posts tagged\b)"
)
_WATCH = re.compile(r"(?i)^(?:\W*(?:watch|video|live stream|listen|podcast|gallery|pictures|photos|in pictures)\s*[:|–—-])")
_LIVE = re.compile(r"(?i)\blive\b")
_GATE = re.compile(
    r"(?i)\b(?:subscribe|log ?in|sign ?in|register|sign up|join)\b.{0,30}\bto (?:read|continue|unlock|keep reading|view)\b|\b(?:reached|used) your\b.{0,30}\b(?:limit|articles)"
    r"|\bfor (?:our )?subscribers\b|\bto (?:continue|keep) reading\b|\balready a (?:subscriber|member)\b"
)
_GOES_ON = re.compile(r"(?i)^\W*(?:read|continue|view|see)\b(?:.{0,20}\b(?:full|whole|rest|reading|complete)\b)")
_OPEN_END = re.compile(r"(?:…|\.\.\.|\[\.\.\.\]|\[…\])[\"”’)]*$")
_STUB_WORDS = 120  # before a pay-wall: the stubs of papers have one to three paragraphs, their shortest news items seldom carry a gate
_VIDEO_WORDS = 120  # with a video: more is an article that has a video in it
_LIST_LINES = 4  # links that make a list
_LIST_SHARE = 0.35  # of the lines are links: between paragraphs of an article stand fewer
_TEASER_WORDS = 45  # of a paragraph between two such links
_UNFINISHED_WORDS = 12  # of a last paragraph without an end; shorter ones are headings and captions


def why_none(draft: Draft, kept: Sequence[Line], dropped: Sequence[Dropped], settings: CleanSettings) -> str | None:
    """Why this is no article, None where it is one."""
    title = draft.title.text if draft.title else None
    count = sum(len(words(line.text)) for line in kept)
    if why := _by_its_head(title, kept, count):
        return why
    if "live" in draft.signs and _is_list(kept, all_links=True):
        return f"a live blog's index: {len(kept)} headlines that lead elsewhere and no text of its own"
    if why := _by_its_signs(draft, kept, dropped, count):
        return why
    if count + len(words(title or "")) < settings.min_words:
        return f"no article: {count} words of running text, {settings.min_words} are the least"
    return None


def _by_its_head(title: str | None, kept: Sequence[Line], count: int) -> str | None:
    """Whether its headline or first line is that of an error or a search."""
    for first in (title, kept[0].text if kept and (title is None or count < _STUB_WORDS) else None):
        if first and _ERROR.match(first):
            return f"an error or search page ({first[:60]!r})"
        if first and _SEARCH.match(first):
            return f"an error or search page, a search page ({first[:60]!r})"
    return None


def _by_its_signs(draft: Draft, kept: Sequence[Line], dropped: Sequence[Dropped], count: int) -> str | None:
    """Whether it is a video, a pay-wall with little before it, or a list of other articles."""
    title = draft.title.text if draft.title else ""
    if (
        ("video" in draft.signs or _WATCH.match(title))
        and count < _VIDEO_WORDS
        and ("article" not in draft.signs or "video" in draft.signs)
    ):
        return f"a video or a recording, with {count} words to it"
    gate = _gate(dropped)
    asked = "gated" in draft.signs or gate or "asks" in draft.signs
    if asked and count < _STUB_WORDS and ("asks" in draft.signs or gate):
        return (
            f"a pay-wall stub: {count} words before {gate!r}"
            if gate
            else f"a pay-wall stub: {count} words, and the page asks to subscribe for the rest"
        )
    if "article" not in draft.signs and _is_list(kept, all_links=False):
        return f"a list of other articles: {sum(line.linked for line in kept)} of {len(kept)} lines are links to them"
    return None


def _gate(dropped: Sequence[Dropped]) -> str | None:
    """The words that ask a reader to subscribe for the rest."""
    return next(
        (cut.text[:60] for cut in dropped if cut.kind in ("subscription", "share", "newsletter", "menu") and _GATE.search(cut.text)), None
    )


def _is_list(kept: Sequence[Line], *, all_links: bool) -> bool:
    """Are these lines headlines of other articles, alone or with a teaser each?"""
    links = [line for line in kept if line.linked]
    rest = [line for line in kept if not line.linked]
    share = _LIST_SHARE if not all_links else 0.5
    if len(links) < _LIST_LINES or len(links) < share * len(kept):
        return False
    return all(len(line.text.split()) <= _TEASER_WORDS for line in rest)


def why_cut(draft: Draft, kept: Sequence[Line], dropped: Sequence[Dropped]) -> str | None:
    """Why the text is taken to break off before its end, None where it does not."""
    body = [line for line in kept if not line.caption]
    if not body:
        return None
    last = body[-1].text
    if _OPEN_END.search(last) and len(last.split()) > _SHORT:
        return f"its last paragraph ends in {last[-12:]!r}"
    if (
        (last.split()[-1].islower() and (last[-1].isalpha() or last[-1] in ",;"))
        and "@" not in last
        and len(last.split()) >= _UNFINISHED_WORDS
        and any(c in last for c in ".,")
    ):
        return f"its last paragraph has no end ({last[-30:]!r})"
    after = [cut for cut in dropped if cut.field == body[-1].field and cut.page_start >= body[-1].end > 0]
    if "gated" in draft.signs and (gate := _gate(dropped)):
        return f"behind a pay-wall ({gate!r})"
    return next((f"it goes on elsewhere ({cut.text[:60]!r})" for cut in after if _GOES_ON.match(cut.text)), None)


_SHORT = 3  # words: a shorter line that ends so is a heading
