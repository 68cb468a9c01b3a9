"""The name of an origin in, the words that carry it out: those of its own, and those that name a kind of body or an office."""

import functools
import re

import msgspec

from headwater.given import is_given_name
from headwater.tables import HONORIFICS, STOPWORDS, TITLES
from headwater.text import fold, strip_accents, words

_BODIES = frozenset(
    words(
        "police army navy military troops forces force soldiers officers guard guards coastguard militia brigade ministry department government "
        "administration council parliament senate assembly cabinet court courts court tribunal prosecutors prosecution presidency authorities "
        "authority office officials agency bureau commission committee board service services firefighters rescuers medics paramedics doctors "
        "hospital hospitals clinic clinics school university institute union unions association federation foundation group organisation "
        "organization party movement company companies firm bank operator carrier lender airline manufacturer retailer supplier developer "
        "insurer factory plant port airport railway investigators detectives lawyers experts researchers scientists analysts witnesses "
        "residents workers employees staff management ngo charity network rebels activists protesters campaigners spokespeople sources source city town municipality state region district province "
        "county country nation hall house watchdog regulator body team brigade fire"
    )
)
# kinds that many are of, and what rules: alone they tell nobody from another
_STRUCTURE = frozenset(
    words(
        "administration government authorities authority office officials ministry department council agency bureau commission committee board "
        "service services institute union unions association federation foundation group organisation organization party company companies firm "
        "body team brigade forces force university hospital school court bank operator management staff town city hall house municipality state "
        "source sources cabinet presidency spokesman spokeswoman spokesperson spokespeople head chief leader director secretary minister deputy"
    )
)
_PAPERS = frozenset(
    words(
        "statement statements report reports document documents letter letters filing filings record records file files message messages post "
        "tweet release communique declaration memo note paper papers study studies survey data figures log audit email emails press transcript "
        "seen not draft copy leaked internal confidential new joint written preliminary final"
    )
)
_ANY = frozenset(words("local regional official senior unnamed another several two three first former then acting"))
_PARTICLES = frozenset(words("al el ul ur bin ibn ben bint de da di do dos del la le van von der den y e st"))
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_TAIL = re.compile(r"(?i),|\s(?:of|for|in|at|from|by|on|with)\s")


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a name that tell whose it is."""

    own: frozenset[str]
    """Its own: Velden, Lund, interior."""
    common: frozenset[str]
    """A kind of body or paper, an office: police, report, mayor."""
    topic: frozenset[str]
    """Those of the common ones that tell kinds apart: police and mayor, and neither ministry nor report."""
    head: str
    """The last word before a comma or "of": mayor in "mayor of Velden"."""
    letters: str
    """The first letters of its words, all of them, and the name itself where it is one word of capitals."""


@functools.lru_cache(maxsize=4096)
def carried(name: str) -> Carried:
    """The words of a name, folded.

    >>> found = carried("the mayor of Velden")
    >>> sorted(found.own), sorted(found.common), found.head
    (['velden'], ['mayor'], 'mayor')
    """
    plain = _DOTTED.sub(lambda m: m.group().replace(".", ""), name.replace("’", "'"))
    tokens = _tokens(plain)
    held = [t for t in tokens if t not in STOPWORDS and t not in _ANY and t not in HONORIFICS]
    if re.search(r"\bUS\b", plain):
        held.append("us")
    ahead = _tokens(_TAIL.split(plain)[0])
    common = frozenset(t for t in held if _is_common(t))
    return Carried(
        own=frozenset(held) - common - _PARTICLES,
        common=common,
        topic=common - _STRUCTURE - _PAPERS,
        head=ahead[-1] if ahead else "",
        letters=_letters(plain),
    )


def is_office(name: str) -> bool:
    """Does a name say what somebody is, and not who: "the mayor of Velden", "Interior Minister"?

    >>> is_office("Velden's mayor"), is_office("Velden Mayor Anna Kolb"), is_office("Stephen King")
    (True, False, False)
    """
    head = carried(name).head
    first = next(iter(_tokens(name)), "")
    return head in TITLES and not is_given_name(first)


def is_kind(name: str) -> bool:
    """Does a name end in a kind of body or paper: "Velden police", "the Ministry of Defence", "Velden police report"?"""
    return carried(name).head in _BODIES | _PAPERS


def is_institution(name: str) -> bool:
    """Is a name that of a body, though it may have been read as a person's: capitals, and a kind of body last?

    >>> is_institution("Harbour Safety Office"), is_institution("Rebecca Hall"), is_institution("Dr Hall"), is_institution("the office")
    (True, False, False, False)
    """
    tokens = _tokens(name)
    spoken = carried(name)
    if spoken.head not in _BODIES or len(tokens) < _LEAST_WORDS or spoken.common & TITLES or tokens[0] in HONORIFICS:
        return False
    return not is_given_name(tokens[0]) and name.strip().split()[-1][:1].isupper()


_LEAST_WORDS = 3  # words of a name that ends in "Hall" or "Office" and is no person's


def _is_common(word: str) -> bool:
    return word in TITLES or word in _BODIES or word in _PAPERS or word.removesuffix("s") in TITLES


def _tokens(name: str) -> list[str]:
    low = re.sub(r"'s\b", "", strip_accents(fold(name)).replace("’", "'")).replace("s'", "s")
    return [part for word in words(low) for part in word.split("-") if part]


def _letters(name: str) -> str:
    tokens = [t for t in re.split(r"[\s-]+", name) if t]
    if len(tokens) == 1 or (len(tokens) == 2 and tokens[0].lower() == "the"):
        word = tokens[-1]
        return word.lower() if sum(c.isupper() for c in word) > 1 and len(word) <= _LONGEST_SHORT else ""
    return "".join(t.lower() if t.isupper() and len(t) <= _FEW else t[0].lower() for t in tokens if t.lower() not in ("the", "a", "an"))


_LONGEST_SHORT = 7  # letters of a name that stands for the first letters of others: UNESCO has six
_FEW = 3  # letters of a short form within a longer name: "US Geological Survey" is USGS
