"""Articles in, credits out: the outlets and agencies that an article as a whole passes on. Decided here and nowhere else.

1. an agency's tag in a dateline, "(Agency) -", or in a byline;
2. a copyright line of an outlet that is not the article's own;
3. an agency among the authors that the page's own data name;
4. a headline that begins with an outlet's name, and attributions to one outlet in the first paragraphs: the
   article is a relay of that outlet's news.
"""

import re
from collections import Counter

from headwater.outlets import outlet_key, outlet_named, outlet_pattern
from headwater.tables import is_outlet_name
from headwater.types import Article, Notes

_TAG = re.compile(r"\(([^()]+)\)")
_WIRE = re.compile(r"\b((?:[A-Z][\w&'’-]*\s){1,3}(?:Wire|Newswire|News Agency|Press Agency|News Service))\b")
_HEADLINE = re.compile(r"^((?:[Tt]he )?[\w.&' -]{2,40}):\s")
_LEAD_SENTENCES = 4  # sentences after the headline in which a relay names its outlet


def find_credits(article: Article, notes: Notes) -> tuple[str, ...]:
    """Names of the outlets and agencies behind a whole article, in the order of the signs above; its own outlet is none."""
    relayed = (name for name in _relayed(article, notes) if not _own(name, article))
    return tuple(dict.fromkeys((*find_wires(article), *relayed)))


def find_wires(article: Article) -> tuple[str, ...]:
    """The agencies whose text an article prints, by the first three signs."""
    found = (*_tagged(article), *_copyright(article), *_authors(article))
    return tuple(dict.fromkeys(name for name in found if not _own(name, article)))


def _own(name: str, article: Article) -> bool:
    return bool(article.outlet) and outlet_key(name) == outlet_key(article.outlet or "")


def _tagged(article: Article) -> list[str]:
    lines = [d.text for d in article.dropped if d.kind in ("dateline", "byline", "assistance")]
    tags = [t for line in lines for t in _TAG.findall(line)]
    bylines = [re.sub(r"(?i)^(?:by|from|with reporting by)\s+", "", line) for line in lines]
    listed = [known.name for n in (*tags, *bylines) if (known := outlet_named(n.strip(" .,"))) is not None]
    return listed + [n.strip() for n in tags if article.outlet and outlet_named(n) is None and is_outlet_name(n)]


def _copyright(article: Article) -> list[str]:
    lines = [d.text for d in article.dropped if d.kind == "copyright"]
    listed = [o.name for line in lines for m in outlet_pattern().finditer(line) if (o := outlet_named(m.group())) is not None]
    return listed + [m.group(1) for line in lines for m in _WIRE.finditer(line) if article.outlet]


def _authors(article: Article) -> list[str]:
    names = (article.author or "").split(",")
    found = (outlet_named(re.sub(r"(?i)\s+(?:editorial|staff|newsroom|reporters?)$", "", n.strip())) for n in names)
    return [o.name for o in found if o is not None and o.agency]


def _relayed(article: Article, notes: Notes) -> list[str]:
    """The outlet whose news the article passes on: named in the headline, or credited in the first sentences."""
    found: list[str] = []
    if article.title and (match := _HEADLINE.match(article.title)) and (known := outlet_named(match.group(1))):
        found.append(known.name)
    lead = [s for s in notes.sentences if s.start >= article.body][:_LEAD_SENTENCES]
    end = lead[-1].end if lead else 0
    counts = Counter(
        a.name
        for a in notes.attributions
        if a.kind == "outlet" and a.cue.start < end and a.relation == "relays" and (outlet_named(a.name) or is_outlet_name(a.name))
    )
    return found + [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
