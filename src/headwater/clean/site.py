"""The mark-up of an HTML page in, the name of its outlet as the page shows it out.

For pages whose own data do not say it: the end of the title, the copyright line at the foot, the first words of the page.
"""

import html
import itertools
import re

from headwater.clean.markup import Markup
from headwater.outlets import host_of, outlet_at, outlet_named
from headwater.tables import is_outlet_name

_PUBLISHER = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "article:publisher_name", "copyright")
_JOINT = re.compile(r"\s+[-–—|·•:»]+\s+|\s*\|\s*")
_FOOT = re.compile(
    r"(?:©|&copy;|&#169;|&#xa9;|\(c\)|[Cc]opyright)(?:\s*(?:©|&copy;|\(c\)|[Cc]opyright))?\s*(?:(?:19|20)\d\d\s*(?:[-–]\s*(?:19|20)\d\d)?,?\s*)?(?:[Bb]y\s+)?([^<>|.©&\n]{3,60})"
)
_MICRODATA = re.compile(
    r"itemprop=[\"']?publisher\b[^>]{0,300}>(?:(?!itemprop=[\"']?(?:headline|articleBody)).){0,600}?itemprop=[\"']?name[\"']?"
    r"(?:[^>]{0,300}\bcontent=\"([^\"]{2,80})\"|[^>]{0,300}>([^<]{2,80})<)",
    re.DOTALL,
)
_AFTER = re.compile(
    r"(?i)\s*,?\s*(?:all rights reserved|(?:19|20)\d\d|(?:media )?(?:group|ltd|limited|inc|llc|gmbh|company|corporation)\b|[-–—].*).*$"
)
_PAGE = re.compile(r"(?i)\s+(?:online|(?:front|home) ?page|homepage)$")
_FIRST = 3  # runs of text at the beginning of a page that may be its name
_TAIL = 20_000  # characters at a page's end that may hold its foot
_LONGEST = 5  # words of a name that only its form shows


def find_site(markup: Markup, address: str | None) -> str | None:
    """The outlet's name by the page's publisher, title, foot or head; None where nothing reads like one."""
    source = markup.visible.source
    said = next((name for key in _PUBLISHER if (name := tidy_name(markup.meta.get(key, ""))) and "://" not in name), None)
    if said and not _COPYRIGHT.search(said):
        return said
    if "publisher" in source and (match := _MICRODATA.search(source)):
        return tidy_name(match.group(1) or match.group(2))
    parts = _JOINT.split(markup.title)
    ends = (parts[-1], parts[0]) if len(parts) > 1 else ()
    foot = [_AFTER.sub("", m.group(1)) for m in _FOOT.finditer(source, max(0, len(source) - _TAIL))]
    whole = [tidy_name(name) for name in (*ends, *foot, *_firsts(markup), *(parts if len(parts) == 1 else ()))]
    sure = next((name for name in whole if name and _is_sure(name, address)), None)
    return sure or next(
        (name for name in map(tidy_name, (*ends, markup.title)) if name in {*map(tidy_name, foot)} and not _PLAIN.fullmatch(name)), None
    )


_PLAIN = re.compile(r"(?i)|home|front page|news|start|index|contact|about|imprint|privacy|terms")


_COPYRIGHT = re.compile(r"(?i)copyright|©|\d{4}")


def _is_sure(name: str, address: str | None) -> bool:
    """Does a name read like an outlet's, or like the host that it stands on?"""
    if len(name.split()) > _LONGEST or name[-1] in "?!":
        return False
    host = re.sub(r"[^a-z0-9]", "", host_of(address or "").rsplit(".", 1)[0])
    squeezed = re.sub(r"[^a-z0-9]", "", name.lower().removeprefix("the "))
    named = outlet_named(name) is not None or is_outlet_name(name) or (outlet_at(name) is not None and "." in name)
    return named or (len(squeezed) > 3 and squeezed in host)


def _firsts(markup: Markup) -> list[str]:
    """The first runs of text that the page shows."""
    source = markup.visible.source
    runs = itertools.islice(_TEXT.finditer(source, max(0, source.lower().find("<body"))), _MOST)
    return list(itertools.islice((text for match in runs if (text := tidy_name(match.group(1)))), _FIRST))


_TEXT = re.compile(r">([^<>]{2,80})<")
_MOST = 40  # runs that are looked at


def tidy_name(name: str) -> str:
    """A name without references and white space around it."""
    text = " ".join(html.unescape(name).split()).strip(" -–—|·•:.,")
    return _PAGE.sub("", text)
