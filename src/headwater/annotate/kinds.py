"""A name and the words around it -> its kind: person, organisation, place or other, by general signs."""

import re

from headwater.annotate.attributions.tables import NOUN_KIND, ROLES, SPEAKERS
from headwater.annotate.gazetteer import look_up, part_of
from headwater.demonyms import DEMONYMS
from headwater.given import is_given_name
from headwater.outlets import outlet_named
from headwater.tables import HONORIFICS, TITLES, is_outlet_name
from headwater.text import any_of, fold, straighten, words
from headwater.types import NameKind

_ORGANISATION = frozenset(
    words(
        "ministry group army party university bank inc corp ltd llc llp plc ag gmbh nv company co council committee agency department "
        "commission court union institute association federation foundation force forces police guard guards office organisation "
        "organization movement front league club church news times post journal herald tribune television tv radio school hospital team "
        "airlines airline airways authority service services bureau parliament senate congress house assembly navy brigade battalion "
        "command centre center network networks coalition society trust fund exchange industries motors systems technologies technology "
        "partners capital holdings rail railway railways railroad energy electric oil gas petroleum power pharmaceuticals pharma aviation "
        "aerospace insurance securities investments investment management consulting solutions software labs laboratory laboratories "
        "studios pictures records entertainment media press publishing foods steel mining shipping logistics lines telecom communications "
        "wireless college academy museum library orchestra administration board cabinet corps regiment division fleet squadron wing militia "
        "brotherhood alliance confederation tribunal secretariat treasury embassy consulate diocese archdiocese mission initiative forum "
        "campaign nations fc afc cricket football financial ventures ministries democrats republicans conservatives liberals greens "
        "socialists rangers marines taskforce directorate unit prosecutors reserve firm stores brands enterprises works government regime"
    )
)
_PLACE = frozenset(
    words(
        "street avenue road highway boulevard lane park bridge river lake sea ocean gulf strait bay cape mount mountain mountains island "
        "islands isle beach coast valley county parish creek hill hills forest desert peninsula canyon falls springs canal delta province "
        "district region governorate oblast prefecture state city town village square plaza airport port harbour harbor station terminal "
        "stadium arena hall tower hotel mosque cathedral temple palace castle prison jail dam camp base border crossing hospital "
        "mall reservoir pond plateau bank"
    )
) - {"bank", "hospital", "hall"}
_EITHER = frozenset(
    words("church house post court bell power wing steel press works park hill lane hall street port camp lake ford bay bank")
)
_SIDES = frozenset(words("north south east west northern southern eastern western central upper lower greater inner outer"))
_BODIES = frozenset(
    words(
        "un nato eu who opec asean unesco unicef un's imf wto hamas hezbollah hizbollah isis isil taliban pentagon kremlin interpol europol "
        "al-qaeda fatah pkk ira eta fifa uefa nasa fbi cia nsa nhs bbc taliban daesh da'esh da’esh peshmerga houthis mossad"
    )
)
_ABBREVIATIONS = frozenset(words("us usa uk uae drc prc u.s u.k u.s.a u.a.e nyc dc l.a ussr gdr"))
# words before a name that only stand before persons
_OCCUPATIONS = frozenset(
    words(
        "resident shopkeeper farmer teacher student witness journalist photographer singer actor actress author writer historian scientist "
        "researcher engineer driver pilot soldier fisherman banker trader entrepreneur businessman businesswoman politician lawmaker mp "
        "councillor candidate critic player striker goalkeeper referee victim suspect survivor neighbour neighbor villager nurse surgeon "
        "strategist consultant adviser advisor aide diplomat colleague friend widow grandmother grandfather named nicknamed"
    )
)
_RANKS = frozenset(words("capt gen col lt sgt maj brig adm cmdr sen rep gov rev fr cpl pte commodore corporal private detective constable"))
_NO_HEADS = frozenset(words("former foreign defence defense interior vice prime deputy major general chief head chair"))
_ROLE = any_of(ROLES | TITLES | SPEAKERS | _OCCUPATIONS - {"named", "nicknamed"})
_TITLES = HONORIFICS | TITLES | SPEAKERS | _RANKS
_ROLES_BEFORE = HONORIFICS | TITLES | ROLES | _OCCUPATIONS
_BEFORE_PERSONS = (_ROLES_BEFORE | SPEAKERS) - frozenset(NOUN_KIND)
_PERSON_AFTER = re.compile(
    r",? (?:who|whose)\b|, (?:aged )?\d\d(?:,|\.| and\b)| \(\d\d\)|,? (?:Jr|Sr)\b"
    rf"|, (?:the |an? |its |their |his |her )?(?:[\w'’-]+ ){{0,3}}?(?:{_ROLE})\b"
)
_SAID_BEFORE = re.compile(r"\b(?:said|says|added|recalled|explained|warned|named)\s$")
_TOKEN = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'ʼ.-]*")
_PARTICLE = frozenset(words("al bin ibn de da di del der den van von el la le du dos ben abu"))
_INITIAL = re.compile(r"[A-Z]\.?")
_WORD = re.compile(r"[\w-]+")
_MOST_TOKENS = 5  # words of the longest personal name


def name_kind(name: str, *, before: str = "", after: str = "") -> NameKind:
    """Person, organisation, place or group, by the name's own words and those around it; other where nothing tells."""
    tokens = name.split()
    low = [straighten(t).lower().strip(".,'") for t in tokens]
    said = _WORD.findall(before[-24:].lower())[-1:]
    if _is_titled(tokens, low):
        return "person"
    if len(tokens) > 1 and (place := look_up(name)) and place.kind != "city" and fold(place.name) == fold(name):
        return "place"
    if outlet_named(name) or (low[0] in _BODIES and len(tokens) == 1) or _is_body(name, tokens, low):
        return "organisation"
    if _is_place(name, low, said):
        return "place"
    if said and said[0] in _BEFORE_PERSONS:
        return "person"
    if name.isupper() and len(name) > 1 and len(tokens) == 1:
        return "organisation"
    return "person" if _is_person(tokens, low, before, after) else "other"


def _is_titled(tokens: list[str], low: list[str]) -> bool:
    """Does a title stand before one to four words of a personal name: "Foreign Minister Ann Berg"?"""
    at = max((i for i, w in enumerate(low) if w in _TITLES), default=None)
    if at is None or not 1 <= len(tokens) - at - 1 < _MOST_TOKENS:
        return False
    tail = low[at + 1 :]
    if low[at] in _NO_HEADS and (at + 1 == len(low) or not (is_given_name(tail[0]) or low[at] in ("general", "major", "chief"))):
        return False
    if any(w in _ORGANISATION or w in _PLACE or w in DEMONYMS or w == "of" for w in tail):
        return False
    return all(_TOKEN.fullmatch(t) or t.split("-")[0] in _PARTICLE for t in tokens[at + 1 :])


def _is_body(name: str, tokens: list[str], low: list[str]) -> bool:
    words = [w.removesuffix("'s") for w in low]
    if not is_outlet_name(name) and not any(w in _ORGANISATION for w in words):
        return words[:2] == ["islamic", "state"]
    return not (len(tokens) == 2 and words[1] in _EITHER and is_given_name(tokens[0]))


def _is_place(name: str, low: list[str], said: list[str]) -> bool:
    if name.isupper() and len(name) <= 4 and name.lower() not in _ABBREVIATIONS and look_up(name) is None:
        return False
    place = look_up(name)
    if place is not None and (place.kind != "city" or not (said and said[0] in _ROLES_BEFORE)):
        return True
    if said and said[0] in _ROLES_BEFORE:
        return False
    if len(low) > 1 and (low[-1] in _PLACE or low[0] in ("mount", "lake", "cape", "fort", "port", "camp")):
        return not (len(low) == 2 and low[1] in _EITHER and is_given_name(low[0]))
    return len(low) == 2 and low[0] in _SIDES and (part_of(name) is not None or low[0].endswith("ern") is False)


def _is_person(tokens: list[str], low: list[str], before: str, after: str) -> bool:
    if not 2 <= len(tokens) <= _MOST_TOKENS or not all(_TOKEN.fullmatch(t) or t.split("-")[0] in _PARTICLE for t in tokens):
        return False
    if any(w in _PARTICLE for w in low[1:-1]) or any(w.startswith("al-") for w in low[1:]):
        return True
    if is_given_name(low[0]) or any(_INITIAL.fullmatch(t) for t in tokens[:-1]):
        return not all(t.isupper() for t in tokens)
    return _PERSON_AFTER.match(after) is not None or _SAID_BEFORE.search(before) is not None
