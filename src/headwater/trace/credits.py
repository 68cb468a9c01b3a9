"""Articles in, credits out: the outlets and agencies that an article as a whole passes on. Decided here and nowhere else.

An article prints an agency's text where one of these says so:

1. an agency's tag in a dateline, "(Agency) -", in a byline, or as the last line; an agency of the list, or any outlet
   whose report is in the story, by the first words of its name;
2. a copyright line, or a line on where it first appeared, of an outlet that is not the article's own;
3. an agency among the authors, or as the source or the original address, that the page's own data name;
4. a part of the address that is an agency's feed ("/wires/ap/", "/aponline/");
5. the closing line of an agency's own form: "(Reporting by ...; Editing by ...)" is Reuters'.

It passes on an outlet's news, in words of its own, where one of these says so:

6. a line that names the agency among who helped with it ("... of Agency contributed to this report"); a line that
   says only "agencies" stands for the one agency that somebody in the text is said to have told;
7. a headline that begins with an outlet's name, or attributions to one outlet in the first paragraphs, where the sentence does
   not speak against its report.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from headwater.outlets import domain_of, outlet_at, outlet_key, outlet_named, outlet_pattern
from headwater.tables import is_outlet_name
from headwater.types import Article, Notes

_TAG = re.compile(r"\(([^()]+)\)")
_WIRE = re.compile(r"\b((?:[A-Z][\w&'’-]*\s){1,3}(?:Wire|Newswire|News Agency|Press Agency|News Service))\b")
_HEADLINE = re.compile(r"^((?:[Tt]he )?[\w.&' -]{2,40}):\s")
_APPEARED = re.compile(
    r"(?:appeared|published)\s+(?:on|in|at|by)\s+(?:the\s+website\s+of\s+)?(?P<name>(?:[Tt]he\s+)?[A-Z][\w.&'’-]*(?:\s+[A-Z][\w.&'’-]*){0,4})"
)
_STAFF = re.compile(r"(?i)\s+(?:editorial|staff|newsroom|reporters?|writers?|correspondents?|news agency|in\s+[A-Z][\w .'-]+)$")
_CLOSING = re.compile(r"^\W*\(?(?:Additional |Writing |Compiled )?[Rr]eporting by\b[^()]*;\s*(?:[\w ]+ by\b[^()]*;\s*)?[Ee]\w{3,7} by\b")
_AGENCIES = re.compile(r"(?i)\b(?:news |wire |the )?(?:agencies|wires|wire services?)\b")
_FEEDS = {"reuters": "Reuters", "afp": "AFP", "ap": "Associated Press", "upi": "UPI", "dpa": "dpa", "xinhua": "Xinhua", "tass": "TASS"}
_FEED = re.compile(
    r"/(?:(?:wires?|feeds?|agenc(?:y|ies))/(?P<wire>[a-z]+)|(?P<online>[a-z]{2,7})(?:online|wire|-wire|newswire|feed)|(?P<name>reuters|afp))/"
)
_AGAINST = re.compile(
    r"(?i)\b(?:contradict|den(?:y|ie)|disput|reject|refut|dismiss|rebut|challeng|correct)\w*\b[^.]{0,40}\b(?:report|article|story|account)\b"
)
_LEAD_SENTENCES = 4  # sentences after the headline in which a relay names its outlet


def find_credits(article: Article, notes: Notes, *, read: Sequence[str] = ()) -> tuple[str, ...]:
    """Names of the outlets and agencies behind a whole article, in the order of the signs above; its own outlet is none.

    ``read`` names the outlets of whom a report is in the story.
    """
    relayed = (name for name in (*_assisted(article, notes), *_relayed(article, notes)) if not _own(name, article))
    return tuple(dict.fromkeys((*find_wires(article, read=read), *relayed)))


def find_wires(article: Article, *, read: Sequence[str] = ()) -> tuple[str, ...]:
    """The agencies and outlets whose text an article prints, by the first five signs; ``read`` as above."""
    found = (
        *_tagged(article),
        *_signed(article, read),
        *_copyright(article),
        *_said_by_page(article),
        *_by_address(article),
        *_closed(article),
    )
    return tuple(dict.fromkeys(name for name in found if not _own(name, article)))


def signs_itself(article: Article) -> bool:
    """Does a dateline of an article name its own outlet, as an agency's does?"""
    tags = [t for d in article.dropped if d.kind == "dateline" for t in _TAG.findall(d.text)]
    return any(_is_called(article.outlet, t) for t in tags) if article.outlet else False


def _signed(article: Article, read: Sequence[str]) -> list[str]:
    """The outlets that were read whose name stands in a tag, a byline, or alone in brackets as the last line."""
    lines = [d.text for d in article.dropped if d.kind in ("dateline", "byline")]
    last = article.text.rstrip().rpartition("\n")[2].strip()
    closing = _TAG.fullmatch(last)
    signs = [t for line in lines for t in (*_TAG.findall(line), _BY.sub("", line))] + ([closing.group(1)] if closing else [])
    return [name for sign in signs for name in read if _is_called(name, sign)]


def _is_called(name: str, sign: str) -> bool:
    """Is a sign an outlet's name, or its first words before "Agency", "News" and the like?"""
    full, short = outlet_key(name).lower().split(), outlet_key(sign.strip(" .,")).lower().split()
    return bool(short) and full[: len(short)] == short and all(w in _TRADE for w in full[len(short) :])


_BY = re.compile(r"(?i)^(?:by|from|with reporting by)\s+")
_TRADE = frozenset(["agency", "news", "press", "wire", "newswire", "service", "media"])


def _own(name: str, article: Article) -> bool:
    return bool(article.outlet) and outlet_key(name) == outlet_key(article.outlet or "")


def _tagged(article: Article) -> list[str]:
    lines = [d.text for d in article.dropped if d.kind in ("dateline", "byline")]
    tags = [t for line in lines for t in _TAG.findall(line)]
    bylines = [_BY.sub("", line) for line in lines]
    listed = [known.name for n in (*tags, *bylines) if (known := outlet_named(n.strip(" .,"))) is not None]
    return listed + [n.strip() for n in tags if article.outlet and outlet_named(n) is None and is_outlet_name(n)]


def _copyright(article: Article) -> list[str]:
    lines = [d.text for d in article.dropped if d.kind == "copyright"]
    appeared = [re.sub(r"^[Tt]he\s+", "", m.group("name")) for line in lines for m in _APPEARED.finditer(line)]
    listed = [o.name for line in lines for m in outlet_pattern().finditer(line) if (o := outlet_named(m.group())) is not None]
    other = [n for n in appeared if outlet_named(n) is None and is_outlet_name(n)] if article.outlet else []
    return listed + other + [m.group(1) for line in lines for m in _WIRE.finditer(line) if article.outlet]


def _said_by_page(article: Article) -> list[str]:
    """What the page's own data name: an agency among the authors, who the text comes from, the page that it is based on."""
    names = [_STAFF.sub("", n.strip()) for n in (article.author or "").split(",")]
    authors = [o.name for n in names if (o := outlet_named(n)) is not None and o.agency]
    credit = article.credit if article.credit and article.outlet else None
    known = outlet_named(credit) if credit else None
    named = [known.name] if known else [credit] if credit and is_outlet_name(credit) else []
    return [*authors, *named, *_based_on(article)]


def _based_on(article: Article) -> list[str]:
    """The outlet of the page that this one is based on: by the list, else its registrable domain."""
    home = domain_of(article.based_on) if article.based_on else None
    if home is None or home == article.domain:
        return []
    known = outlet_at(article.based_on or "")
    return [known.name if known else home]


def _by_address(article: Article) -> list[str]:
    address = (article.address or "").lower()
    path = f"{urlsplit(address).path}/" if address.isascii() and address.startswith("http") else ""
    found = _FEED.search(path)
    key = next((part for part in found.groups() if part), "") if found else ""
    return [_FEEDS[key]] if key in _FEEDS else []


def _closed(article: Article) -> list[str]:
    return ["Reuters"] if any(_CLOSING.match(d.text) for d in article.dropped if d.kind == "assistance") else []


def _assisted(article: Article, notes: Notes) -> Iterator[str]:
    """The agencies that helped: named in the line that says so, or the one that somebody in the text told."""
    lines = [d.text for d in article.dropped if d.kind == "assistance"]
    yield from (o.name for line in lines for m in outlet_pattern().finditer(line) if (o := outlet_named(m.group())) is not None)
    if any(_AGENCIES.search(line) for line in lines):
        told = {o.name for a in notes.attributions if a.relation in ("told", "relays") and (o := outlet_named(a.name)) and o.agency}
        if len(told) == 1:
            yield from told


def _relayed(article: Article, notes: Notes) -> list[str]:
    """The outlet whose news the article passes on: named in the headline, or credited in the first sentences."""
    found: list[str] = []
    if article.title and (match := _HEADLINE.match(article.title)) and (known := outlet_named(match.group(1))):
        found.append(known.name)
    lead = [s for s in notes.sentences if s.start >= article.body][:_LEAD_SENTENCES]
    end = lead[-1].end if lead else 0
    # who speaks against the report of an outlet does not pass it on
    against = [s for s in lead if _AGAINST.search(article.text, s.start, s.end)]
    counts = Counter(
        a.name
        for a in notes.attributions
        if a.kind == "outlet"
        and a.cue.start < end
        and a.relation == "relays"
        and (outlet_named(a.name) or is_outlet_name(a.name))
        and not any(s.start <= a.cue.start < s.end for s in against)
    )
    return found + [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
