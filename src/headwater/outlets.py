"""Names and addresses in, outlets and agencies out: the general hand-written list in data/outlets.tsv."""

import functools
import importlib.resources
import re
from urllib.parse import parse_qsl, urlsplit

import msgspec
import tldextract

from headwater.text import any_of, fold

_ARTICLE = re.compile(r"^the\s+")


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet or agency of the list."""

    name: str
    also: tuple[str, ...]
    domains: tuple[str, ...]
    publisher: str
    country: str
    agency: bool


@functools.cache
def outlets() -> tuple[Outlet, ...]:
    """Every outlet of the list, in its order."""
    table = (importlib.resources.files("headwater") / "data" / "outlets.tsv").read_text(encoding="utf8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return tuple(
        Outlet(name=name, also=_parts(also), domains=_parts(domains), publisher=publisher, country=country, agency=kind == "agency")
        for name, also, domains, publisher, country, kind in rows
    )


def outlet_named(name: str) -> Outlet | None:
    """The outlet that goes by a name or a short form; None for anything else.

    >>> outlet_named("the WSJ").name
    'The Wall Street Journal'
    """
    return _by_name().get(_key(name))


def outlet_key(name: str) -> str:
    """What two names of one outlet have in common: the listed name, else the name folded, without "the".

    >>> outlet_key("the WSJ") == outlet_key("Wall Street Journal"), outlet_key("The Example Herald")
    (True, 'example herald')
    """
    known = outlet_named(name)
    return known.name if known else _key(name)


def outlet_at(address: str) -> Outlet | None:
    """The outlet that publishes at an http(s) address or host; a host of its own goes before its domain."""
    host = host_of(address)
    labels = host.split(".")
    hosts = (".".join(labels[i:]) for i in range(len(labels)))
    return next((_by_domain()[h] for h in hosts if h in _by_domain()), None)


def publisher_of(name: str) -> str:
    """The publisher behind an outlet's name; the name itself where the list does not know it."""
    found = outlet_named(name)
    return found.publisher if found else name


def host_of(address: str) -> str:
    """The host of an address, lower case, without a leading "www."; "" where there is none."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def domain_of(address: str) -> str | None:
    """The registrable domain of an address by the public suffix list that tldextract carries; None where there is none."""
    return _extract()(host_of(address)).top_domain_under_public_suffix or None


def page_key(address: str) -> str | None:
    """What the addresses of one page have in common: no scheme, tracking, AMP or mobile form; None for a site's front page.

    >>> page_key("https://www.example.org/dam/amp/?utm_source=x") == page_key("http://m.example.org/dam")
    True
    """
    cached = _AMP_CACHE.match(address)
    try:
        parts = urlsplit(f"//{cached.group(1)}" if cached else address)
    except ValueError:
        return None
    host = re.sub(r"^(?:(?:www\d?|m|mobile|amp)\.)+", "", (parts.hostname or "").lower())
    path = re.sub(r"/(?:index|default)\.\w{2,5}$", "/", parts.path)
    path = _AMP_PATH.sub("", path).rstrip("/")
    query = (
        sorted((k, v) for k, v in parse_qsl(parts.query, max_num_fields=_MOST_FIELDS) if not _TRACKING.fullmatch(k))
        if _few(parts.query)
        else []
    )
    if not host or (path in ("", "/") and not query):
        return None
    return f"{host}{path}" + "".join(f"&{k}={v}" for k, v in query)


_AMP_CACHE = re.compile(r"https?://(?:[\w.-]+\.cdn\.ampproject\.org/[cv]|www\.google\.[a-z.]+/amp)/(?:s/)?(.+)$")
_AMP_PATH = re.compile(r"^/amp(?=/)|(?:/amp|\.amp)(?:\.html)?/?$|(?<=\.)amp(?=\.html$)")
_TRACKING = re.compile(
    r"(?i)utm_\w+|[a-z]{0,3}clid|gclsrc|_ga|mc_[ce]id|amp|output(?:type)?|ref(?:src|errer)?|src|cmp(?:id)?|campaign\w*|ito|icid|cid|smid|_r|share\w*|igshid|spm|ncid|sr_share|ns_\w+|at_\w+|guccounter|trk|mod|feature|rss|source|intcmp"
)
_MOST_FIELDS = 50


def _few(query: str) -> bool:
    return query.count("&") + query.count(";") < _MOST_FIELDS


@functools.cache
def _extract() -> tldextract.TLDExtract:
    # no address to fetch the list from and no cache: the snapshot inside the package, and nothing leaves the machine
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


@functools.cache
def outlet_pattern() -> re.Pattern[str]:
    """Finds the names and short forms of the list in running text, longest first, as written (upper and lower case)."""
    forms = {form for o in outlets() for form in (o.name, *o.also) if not _ambiguous(form)}
    return re.compile(r"(?<![\w.@/-])(?:" + any_of(forms) + r")(?![\w@]|\.\w)")


def _ambiguous(form: str) -> bool:
    """Is this form an everyday word or somebody else's short name, and an outlet only where the words around say so?"""
    return form in {
        "Time",
        "Metro",
        "Fars",
        "Express",
        "Mirror",
        "Nation",
        "Punch",
        "Vanguard",
        "AA",
        "MENA",
        "APP",
        "Sabah",
        "SPA",
        "Welt",
        "Zeit",
        "Observer",
        "Spectator",
        "Scotsman",
        "Salon",
        "Slate",
        "Wired",
        "Barron's",
        "ARD",
    }


@functools.cache
def _by_name() -> dict[str, Outlet]:
    return {_key(form): o for o in reversed(outlets()) for form in (*o.also, o.name)}


@functools.cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: o for o in reversed(outlets()) for domain in o.domains}


@functools.lru_cache(maxsize=16384)
def _key(name: str) -> str:
    return _ARTICLE.sub("", fold(name))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
