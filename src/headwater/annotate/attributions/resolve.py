"""The words of a source in, the name that they stand for within the article and its kind out.

Read in the order of the text, so that "he", "the spokesman", "the ministry" and a surname alone find the name
that stood before them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from headwater.annotate.attributions import patterns
from headwater.annotate.attributions.forms import outlet_of
from headwater.annotate.attributions.phrases import head_kind, is_pronoun
from headwater.annotate.attributions.tables import COMPANIES, NOUN_KIND, OFFICES, PRONOUNS, ROLES, SPEAKERS
from headwater.demonyms import DEMONYMS
from headwater.given import is_given_name
from headwater.outlets import outlet_named
from headwater.tables import HONORIFICS, is_outlet_name
from headwater.text import words as split_words
from headwater.types import LinkKind, NameKind

_PERSON = re.compile(
    r"(?:[A-Z][\w’'.-]*[a-z][\w’'-]*|[A-Z]\.)(?:\s+(?:(?:al|bin|ibn|van|von|de|der|el|bint|da|di)[\s-])?(?:[A-Z][\w’'.-]*[a-z][\w’'-]*|[A-Z]\.))+"
)
_POSSESSIVE = re.compile(r"^(?:the |its |his |her |their )?(.+?)[’']s?\s+(?:top |chief |deputy )?(?:spokes\w+)$", re.IGNORECASE)
_SPOKES_OF = re.compile(r"^(?:an? |the |another |one )?(.+?)\s+(?:spokes\w+)(?:\s+(.+))?$", re.IGNORECASE)
_SPOKES_FOR = re.compile(r"^(?:an? |the |another )?spokes\w+ (?:for|of) (?:the )?(.+)$", re.IGNORECASE)
_DETERMINER = re.compile(r"^(?:the|a|an|other|its|his|her|their|our|another)\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*(?:\)|$)")
_REPORTS_FROM = re.compile(
    r"^(?:the |several |some |multiple |media |local )*(?:reports?|accounts?|information|statements?|sources?) (?:from|by|of) (?:both )?",
    re.IGNORECASE,
)
_SPEAKS = (
    re.compile(r"\bspokes\w+ (?:for|of) (?:the )?([^,]+)", re.IGNORECASE),
    re.compile(r"(?:^|,\s*)(?:(?:a|an|the)\s+)?([^,]+?)(?:[’']s)?\s+(?:chief |top )?spokes\w+\b", re.IGNORECASE),
)
_OFFICERS = r"(?:deputy |vice |chief |executive |financial |operating |managing |prime |foreign |defen[cs]e |interior |finance |first |general )*(?:officer|executive|chief|ceo|cfo|president|chairman|chairwoman|chair|director|head|minister|commander|secretary|governor|mayor|ambassador|envoy|chancellor|premier|lawyer|attorney|analyst|economist|expert|strategist|professor|researcher|inspector|superintendent|sergeant|constable)"
_OFFICE = (
    re.compile(rf"\b{_OFFICERS} (?:of|at|for|with|in) (?:the )?([^,]+)", re.IGNORECASE),
    re.compile(rf"(?:^|,\s*)(?:the |an? )?([^,]+?)(?:[’']s)?\s+{_OFFICERS}\b", re.IGNORECASE),
)
_MADE = re.compile(r"\s+(?:taken|shot|made|recorded|seen|reviewed|obtained|published|released|posted|shared|dated|provided|filmed)\b")
_AND = re.compile(r"\s+and\s+")
_SPEAKER_LAST = re.compile(r"[’']s?\s+(?:\w+\s+)?spokes\w+$", re.IGNORECASE)
_MINISTER = re.compile(r"\b((?!prime\b|the\b|first\b|a\b|former\b)[A-Za-z]+)[’']?s? minister\b", re.IGNORECASE)
_REPORT_OF = re.compile(
    r"^(?:an?|the)?\s*(?:\w+\s+)?(?:reports?|filings?|statements?|note|tweet|post|documents?) (?:by|from|in|on|of|with) (?:the )?",
    re.IGNORECASE,
)


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A source resolved: its name, its kind, and the body that a named spokesperson speaks for."""

    name: str
    kind: LinkKind
    speaks_for: str | None = None
    office: str | None = None


class Resolver:
    """Remembers who was named in an article so far."""

    def __init__(self, people: Iterable[str], *, subject: str | None = None, kinds: Mapping[str, NameKind] | None = None) -> None:
        """Start with the full names of the people of the article, the body that it is mostly about, and the kinds of its names."""
        self._subject = subject
        self._kinds = kinds or {}
        self._full: dict[str, str] = {}
        for name in map(strip_titles, people):
            if " " in name:
                self._full.setdefault(name.split()[-1].lower(), name)
        self._seen: list[tuple[str, Source]] = []

    def resolve(self, words: str) -> Source | None:
        """Whom these words stand for; None for "we", "I" and what nothing before explains."""
        plain = _REPORTS_FROM.sub("", _BRACKETS.sub("", words).strip(" ,."))
        low = plain.lower()
        if is_pronoun(plain):
            return self._pronoun(PRONOUNS[low])
        source = (
            self._both(plain)
            or self._company(low)
            or (self._definite(low) if not any(c.isupper() for c in plain[4:]) else None)
            or self._name(plain)
        )
        if source.name.lower() in _NO_NAMES and not source.name.isupper():
            return None
        self._seen.append((low, source))
        return source

    def view(self, words: str) -> Source | None:
        """Whom these words stand for, without remembering them; "we" and what nothing explains stand for themselves."""
        low = words.lower()
        if low in ("i", "my"):
            return self.last()
        if low in _OWNERS:
            return self._pronoun(_OWNERS[low]) or Source(name=words, kind="unnamed")
        seen = self._seen
        # "the army" behind "an army spokesman" is the army
        alike = [(said, s) for said, s in seen if _head_of(said).split()[-1:] == low.split()[-1:]]
        self._seen = list(seen) if low in PRONOUNS else alike
        source = self.resolve(words)
        self._seen = seen
        return source or Source(name=words, kind="unnamed")

    def last(self) -> Source | None:
        """The source named last."""
        return self._seen[-1][1] if self._seen else None

    def _both(self, plain: str) -> Source | None:
        """Two persons or two outlets in one: "Reuters and the AP"."""
        names = _AND.split(plain) if "," not in plain else []
        if len(names) != 2 or not all(n[:1].isupper() or n.startswith("the ") for n in names):
            return None
        both = [self._outlet_or_person(n) for n in names]
        if both[0] is None or both[1] is None or both[0].kind != both[1].kind:
            return None
        return Source(name=f"{both[0].name} and {both[1].name}", kind=both[0].kind)

    def _outlet_or_person(self, words: str) -> Source | None:
        if name := outlet_of(words):
            return Source(name=name, kind="outlet")
        person = self._person(words)
        return Source(name=person, kind="person") if person else None

    def _pronoun(self, sort: str) -> Source | None:
        """Whom a pronoun stands for: he and she for one person, by name or as "a spokesman", they for several."""
        if sort in ("person", "relative"):
            return next((s for said, s in reversed(self._seen) if s.kind == "person" or _one_person(said)), None)
        kinds = {"group": ("unnamed", "body", "witness"), "body": ("body", "outlet")}
        several = sort == "group"
        found = next((s for _, s in reversed(self._seen) if s.kind in kinds.get(sort, ()) or (several and " and " in s.name)), None)
        return found or (Source(name=self._subject, kind="body") if sort == "body" and self._subject else None)

    def _company(self, low: str) -> Source | None:
        """What "the bank" or "the Example City lender" stands for: the body named last, else the one that the article is mostly about."""
        match = re.fullmatch(r"the (?:[\w.-]+ ){0,3}?([\w-]+)", low)
        if not match or match.group(1) not in COMPANIES:
            return None
        last = next((s for _, s in reversed(self._seen) if s.kind == "body" and any(c.isupper() for c in s.name)), None)
        return last or (Source(name=self._subject, kind="body") if self._subject else None)

    def _definite(self, low: str) -> Source | None:
        """What "the spokesman" or "the officials" stands for: the last source whose words had this noun; "the paper": the last outlet."""
        match = re.fullmatch(r"(?:the|this|that|these|those)\s+(?:[\w-]+\s+)?([\w-]+)", low)
        if not match:
            return None
        head = match.group(1)
        before = next((s for said, s in reversed(self._seen) if head in said.split() and said != low), None)
        if before:
            return before
        if NOUN_KIND.get(head) == "outlet" or head in ("report", "article", "story", "publication"):
            return next((s for _, s in reversed(self._seen) if s.kind == "outlet"), None)
        return None

    def _name(self, plain: str) -> Source:
        if known := outlet_named(plain) or outlet_named(plain.split(",", maxsplit=1)[0]):
            return Source(name=known.name, kind="outlet")
        bare = _DETERMINER.sub("", plain)
        person = None if is_outlet_name(bare) or _SPEAKER_LAST.search(plain) else self._person(plain)
        if spoken_for := None if person else _spoken_for(plain.split(",", maxsplit=1)[0]):
            return spoken_for
        if person:
            return Source(name=person, kind="person", speaks_for=_body_of(_SPEAKS, plain, person), office=_body_of(_OFFICE, plain, person))
        name = _DETERMINER.sub("", plain.split(",", maxsplit=1)[0].strip() if "," in plain else plain)
        if longer := self._longer(name):
            return longer
        kind: LinkKind = "outlet" if is_outlet_name(name) else _kind(name, plain)
        if kind == "body" and self._is_person(name):
            return Source(name=self._full.get(name.lower(), name), kind="person")
        if kind in ("unnamed", "witness", "sensor", "document") and name.split()[0].lower() in _COMMON:
            name = name[0].lower() + name[1:]  # a common noun that began its sentence
        return Source(name=_MADE.split(name)[0] if kind in ("sensor", "document") else name, kind=kind)

    def _is_person(self, name: str) -> bool:
        """Is a name that no noun shows to be a body a person's: as the article has it, or by a given name first or last?"""
        known = self._kinds.get(name)
        tokens = name.split()
        if known == "person":
            return not (len(tokens) == 1 and name.isupper())
        by_given = 1 < len(tokens) <= _MOST_TOKENS and all(_PERSONAL.fullmatch(t) for t in tokens)
        return known in (None, "other") and by_given and not _is_body(tokens) and (is_given_name(tokens[0]) or is_given_name(tokens[-1]))

    def _longer(self, name: str) -> Source | None:
        """The source before it that ends with this one capitalised word: "the Ledger" after "the Example Ledger"."""
        if " " in name or not name[:1].isupper():
            return None
        return next((s for _, s in reversed(self._seen) if s.kind in ("outlet", "body") and s.name.endswith(f" {name}")), None)

    def _person(self, plain: str) -> str | None:
        """The person's name within these words, in full where the article gives it in full."""
        tokens = plain.split()
        bare = strip_titles(plain).split()
        if (
            len(bare) == 1 < len(tokens)
            and bare[0][:1].isupper()
            and bare[0].lower() not in NOUN_KIND
            and tokens[0].lower() not in ("the", "a", "an")
        ):
            return self._full.get(bare[0].lower(), bare[0])  # "Prime Minister Brandt"
        if len(tokens) == 1 or (len(tokens) == 2 and tokens[0].lower().rstrip(".") in HONORIFICS):
            return self._full.get(tokens[-1].lower().removesuffix("'s").removesuffix("’s"))
        plain = _DETERMINER.sub("", plain)  # "The" is no title of what follows
        for match in _PERSON.finditer(plain):
            owner = match.group().removesuffix("'s").removesuffix("’s")
            if owner != match.group() and _PERSON.search(plain, match.end()):
                continue  # "Example Bank's chief, Anna Berg": the owner is not the person
            name = strip_titles(owner)
            titled = name != match.group() or patterns.ROLE_BEFORE.search(plain[: match.start()])
            if self._kinds.get(name) != "person" and _is_body(name.split()):
                continue  # "Harbour Safety Office"
            if len(name.split()) > 1 and (titled or name.split()[-1].lower() in self._full):
                return self._full.get(name.split()[-1].lower(), name) if titled else name
        return None


_MOST_TOKENS = 4  # words of a personal name
_PERSONAL = re.compile(r"[A-Z][\w’'-]*[a-z][\w’'-]*|[A-Z]\.|(?:al|bin|ibn|van|von|de|der|el|bint|da|di)")


def _is_body(tokens: Sequence[str]) -> bool:
    """Does a noun for a body, a document or an outlet end this name, and no given name begin it?"""
    return NOUN_KIND.get(tokens[-1].lower()) in ("body", "outlet", "document") and not is_given_name(tokens[0])


def _one_person(said: str) -> bool:
    """Are these words one person without a name: "a spokesman", "an official", "the mechanic"?"""
    head = _head_of(said).split()
    return bool(head) and (head[-1] in SPEAKERS | ROLES | _ONE or (said.startswith(("a ", "an ", "one ")) and head_kind(said) != "body"))


_OWNERS = {"his": "person", "her": "person", "its": "body", "their": "group"}
_NO_NAMES = frozenset([*_OWNERS, *split_words("which that this these those him them me us our my what one whom whose")])
_COMMON = frozenset(NOUN_KIND) | frozenset(
    split_words(
        "one two three four five six seven eight nine ten dozens several some many most few all both senior former top local unnamed anonymous "
        "current other government military police security intelligence court internal leaked confidential public"
    )
)  # words that are no part of a name where a common noun is the head
_ONE = frozenset(
    [
        "official",
        "source",
        "resident",
        "witness",
        "eyewitness",
        "man",
        "woman",
        "person",
        "analyst",
        "expert",
        "activist",
        "diplomat",
        "aide",
        "lawmaker",
        "insider",
        "critic",
        "survivor",
        "passenger",
    ]
)


def _head_of(said: str) -> str:
    return re.split(r"(?i),|\s(?:of|in|for|from|at|with|on|to|by|who|familiar|close|briefed)\b", said)[0]


def strip_titles(name: str) -> str:
    """A person's name without titles and roles before it: "Transport Minister Anna Berg" gives "Anna Berg"."""
    tokens = name.split()
    while len(tokens) > 1 and (_is_title(tokens[0]) or (len(tokens) > 2 and _is_title(tokens[1]) and _may_be_of(tokens[0]))):
        tokens = tokens[1:]
    return " ".join(tokens)


def _may_be_of(word: str) -> bool:
    """May this say of what somebody is a minister or a chief: "Transport", "Ostmark"?"""
    return word[:1].isupper() and word.lower() not in _OWNERS and not is_given_name(word)


def _is_title(word: str) -> bool:
    return word.lower().rstrip(".") in HONORIFICS | ROLES | SPEAKERS or word.lower() in _BEFORE


_BEFORE = frozenset(
    [
        "the",
        "former",
        "vice",
        "deputy",
        "prime",
        "foreign",
        "interior",
        "defence",
        "defense",
        "finance",
        "acting",
        "major",
        "lieutenant",
        "executive",
        "financial",
        "managing",
        "us",
        "u.s.",
        "local",
    ]
)


def _body_of(forms: Sequence[re.Pattern[str]], plain: str, person: str) -> str | None:
    """The body that these words say a named person speaks for, or holds an office in: a minister's is the ministry."""
    if forms is _OFFICE and (minister := _MINISTER.search(plain)):
        return f"{minister.group(1)} ministry"
    for match in filter(None, (p.search(plain) for p in forms)):
        body = _LOCAL.sub("", _DETERMINER.sub("", match.group(1).strip()))
        if body.lower() in DEMONYMS:
            continue  # "Ostmark President" holds an office in a country
        named = any(c.isupper() for c in body) or (body.split()[-1:] and body.split()[-1].lower() in NOUN_KIND)
        if person not in body and body.lower() not in _BEFORE and named and body.lower() not in ("a", "an", "the"):
            return body
    return None


def _spoken_for(plain: str) -> Source | None:
    """The body behind a spokesperson who is not named; a named one is resolved as a person."""
    match = _SPOKES_FOR.match(plain) or _POSSESSIVE.match(plain)
    if match:
        return Source(name=_LOCAL.sub("", match.group(1)), kind="body")
    match = _SPOKES_OF.match(plain)
    if match and match.group(1).lower() in ("a", "an", "the", "one", "another"):
        return None
    if not match or (match.group(2) and match.group(2).lstrip(", ")[:1].isupper()):
        return None
    return Source(name=_LOCAL.sub("", match.group(1)), kind="body")


_LOCAL = re.compile(r"^(?:local|senior|top|chief|official|deputy)\s+", re.IGNORECASE)


def _kind(name: str, plain: str) -> LinkKind:
    """What sort of source a name is, by its nouns, the head first."""
    tokens = [
        t.lower().removesuffix("'s").removesuffix("’s")
        for t in re.findall(r"[\w'’.-]+", _REPORT_OF.sub("", name) if _named_after(name) else name)
    ]
    head = re.split(r"\s(?:of|in|for|from|at|with|on|to|by|familiar|who|reviewed|seen|obtained|close)\b", name.lower())[0].split()
    for token in [*reversed(head), *tokens]:
        if token in NOUN_KIND:
            kind = NOUN_KIND[token]
            return "document" if kind == "unnamed" and token in ("report", "reports") and _named_after(name) else kind  # type: ignore[return-value]
        if token in SPEAKERS:
            return "unnamed"
        if token in ROLES and not re.search(r"[A-Z]\w+ [A-Z]\w+", plain):
            return "person" if token in OFFICES and re.search(r"[A-Z]", name) else "unnamed"
    last = head[-1] if head else ""
    if last in _PARTIES or (last.endswith("s") and DEMONYMS.get(last)) or (last and last in name.split()):
        return "unnamed"  # "Freedonians", and what ends in a common noun: "the presumptive Freedonian nominee"
    return "body" if re.search(r"[A-Z]", name) else "unnamed"


_PARTIES = frozenset(["democrats", "republicans", "democrat", "republican", "conservatives", "liberals", "socialists", "greens", "tories"])


def _named_after(name: str) -> bool:
    return _REPORT_OF.match(name) is not None and re.search(r"[A-Z]", name) is not None
