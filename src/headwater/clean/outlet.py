"""A draft and what was cut from it in, who published it out; never by what the story is about.

1. the address, where the list of outlets knows it; 2. the page's own data; 3. the address as the page spells it;
4. a masthead, a byline, a dateline, a copyright line; 5. the text, where it speaks of an outlet as of itself.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from headwater.clean.bylines import ROLES
from headwater.clean.draft import Draft, Line
from headwater.outlets import host_of, outlet_at, outlet_named
from headwater.tables import OUTLET_WORDS, is_outlet_name
from headwater.types import Dropped

_DATELINE = re.compile(r"\(([^()]+)\)")
_HOLDER = re.compile(
    r"(?i)(?:copyright|©)\s*(?:\(c\)\s*)?(?:©\s*)?\d{4}(?:\s*[-–]\s*\d{4})?,?\s+(?:by\s+)?(?-i:((?:[A-Z][\w&'’-]*(?:\.\w+)*\s?){1,5}))"
)
_CAPITALS = re.compile(r"(?:The )?[A-Z][\w&'’]*(?: (?:of |and |the )?[A-Z][\w&'’]*){1,4}")
_NAME = rf"(?:[Tt]he )?((?:[A-Z][\w&'’-]*(?: of)? ){{0,3}}(?:{'|'.join(sorted(w.title() for w in OUTLET_WORDS))}|TV)|Radio [A-Z]\w+|[A-Z]\w+\.[A-Za-z]{{2,4}})"
_SELF = re.compile(
    rf"(?:[,.–—] |^){_NAME} (?:reports|reported|writes)(?:,? (?:per|citing|with reference to|quoting|referring to)\b)"
    rf"|\b(?:reviewed|seen|obtained|viewed|verified) by {_NAME}(?=[ ,.])|\btold {_NAME} in an? (?:interview|e-?mail|statement)\b",
    re.MULTILINE,
)
_IN_BYLINE = re.compile(rf"(?:, | for | of |\s[|–—-] |^)(?:\w+ ){{0,4}}?{_NAME}\W*$")


def find_outlet(draft: Draft, kept: Sequence[Line], dropped: Sequence[Dropped]) -> str | None:
    """The outlet's name, as the list writes it where it knows it; None where nothing says it."""
    if draft.address and (known := outlet_at(draft.address)):
        return known.name
    if draft.outlet:
        known = outlet_named(draft.outlet) or (outlet_at(draft.outlet) if "." in draft.outlet else None)
        return known.name if known else draft.outlet
    if draft.address and (host := host_of(draft.address)):
        return _spelled_out(host, draft) or host
    return next((_listed(name) for name in (*_in_furniture(dropped), *_in_text(kept))), None)


def _listed(name: str) -> str:
    known = outlet_named(name)
    return known.name if known else name


def _in_furniture(dropped: Sequence[Dropped]) -> Iterator[str]:
    """The names in what was cut; an agency's stands in every paper that prints it."""
    for cut in dropped:
        if cut.kind == "masthead":
            yield cut.text.title() if cut.text.isupper() else cut.text
        pattern = {"dateline": _DATELINE, "copyright": _HOLDER, "byline": _IN_BYLINE}.get(cut.kind)
        match = pattern.search(cut.text) if pattern else None
        name = match.group(1).strip(" .") if match else None
        if cut.kind == "byline" and name:
            name = " ".join(itertools.dropwhile(lambda word: word.lower() in ROLES, name.split()))
        if name and not ((known := outlet_named(name)) and known.agency):
            yield name


def _in_text(kept: Sequence[Line]) -> Iterator[str]:
    """The names of outlets of which the text speaks as of itself; listed ones are read by everybody and cited by others."""
    for line in kept:
        for match in _SELF.finditer(line.text):
            name = next(group for group in match.groups() if group)
            if outlet_named(name) is None and (is_outlet_name(name) or "." in name):
                yield name


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
