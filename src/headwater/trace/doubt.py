"""The named roots of one claim in, how many of them are for certain not one another out: for the low end of the range alone.

Wherever two may be one, they count as one: whoever an office or a bare kind of body is, whoever shares a word of a
name with another, and who only passes on what another said. It only widens a range.
"""

import re
from collections.abc import Mapping, Sequence

from headwater.cluster import tied
from headwater.demonyms import DEMONYMS
from headwater.given import is_given_name
from headwater.outlets import outlet_key
from headwater.tables import TITLES
from headwater.text import fold, words
from headwater.trace.decided import is_apart
from headwater.trace.family import Family
from headwater.trace.namewords import carried, is_kind, is_office
from headwater.trace.same import NAMED, Root, is_vague
from headwater.types import Statement

_PASSES_ON = re.compile(
    r"(?i)\b(?:refer(?:ring|red|s) to|repeat(?:s|ed|ing)|reiterat\w+|echo(?:es|ed|ing)|quoting|citing|relay(?:s|ed|ing)|pass(?:es|ed|ing) on"
    r"|on the basis of|based on|(?:had|has|have|having) (?:just |only |also )?(?:read|heard|learn(?:ed|t)|been (?:told|informed|briefed)|spoken|talked)"
    r"|(?:read|heard) (?:in|on|from|about)|information (?:from|by|provided|supplied|given|received)|(?:after|from) (?:speaking|talking|a (?:call|talk|meeting))(?! (?:to|with) (?:the )?(?:reporters|journalists|press|media))"
    r"|(?:told|briefed|informed) by|in line with|as .{0,40}\b(?:said|put it|reported)\b)"
)
_RULING = frozenset(
    words("administration council government city town hall cabinet authorities authority office presidency municipality state")
)
_DESCRIBED = frozenset(
    words("agency organisation organization bureau office service commission department ministry group body watchdog regulator union")
)
_SEVERAL = 2
_MOST_TOLD = 3  # names, and pairs of them, in the reasons
_OF_A_PLACE = frozenset(words("mayor governor senator congressman congresswoman representative ambassador envoy king queen bishop pope"))
_TRADES = {
    word: frozenset(words(kinds))
    for trades, kinds in (
        ("dr nurse surgeon paramedic medic", "hospital hospitals clinic clinics doctors medics paramedics"),
        ("judge justice magistrate", "court courts tribunal"),
        ("teacher headteacher principal rector", "school university"),
        ("detective constable policeman policewoman", "police"),
        ("soldier pilot", "army military forces"),
    )
    for word in words(trades)
}
_NEAR = 5  # words before and behind a person's name in which a title is that person's
Said = Mapping[str, Statement]


def certain_roots(roots: Sequence[Root], said: Said, family: Family) -> list[Root]:
    """The named roots that raise a low end: they surely say the same, are somebody by name, and speak for themselves.

    The same as the claim; or, where these are more, the same as the words for which a person brought an origin.
    """
    named = [r for r in roots if r.kind in NAMED and not is_vague(r) and not only_passes_on(r, said, family)]
    backed = [[o for o in named if o is r or {*o.statements, *o.backs} & set(r.backs)] for r in named if r.backs]
    sure = [r for r in named if r.sure]
    return max((sure, *backed), key=lambda held: count_certain(held, said, family)) if backed else sure


def count_certain(roots: Sequence[Root], said: Said, family: Family) -> int:
    """How many of these roots there are for certain: as many as are pairwise surely two, in texts that are not one."""
    if len(roots) < _SEVERAL:
        return len(roots)
    # copies are one report where they carry the same credit; a copy with a sentence of its own is a report for that one
    copied = [[a for a in r.articles if family.text[a] == text] for r in roots for text in sorted({family.text[a] for a in r.articles})]
    reports, wordings = tied(copied), tied(r.echoes for r in roots)
    of_report = {mark: n for n, marks in enumerate(reports) for mark in marks}
    of_words = {mark: n for n, marks in enumerate(wordings) for mark in marks}
    by = [{of_report[mark] for mark in r.articles} for r in roots]
    said_in = [{of_words[mark] for mark in r.echoes} for r in roots]
    near: dict[int, set[int]] = {i: set() for i in range(len(roots))}
    for i, a in enumerate(roots):
        for j in range(i):
            if is_apart(a, roots[j], family.rulings):
                continue
            one_report = len(by[i] | by[j]) == 1
            if one_report or said_in[i] & said_in[j] or may_be_one(a, roots[j], family) or _named_beside(a, roots[j], said, family):
                near[i].add(j)
                near[j].add(i)
    count = 0
    while near:  # as many as no two of which may be one; those with the fewest doubts first
        chosen = min(near, key=lambda i: (len(near[i] & near.keys()), i))
        count += 1
        for gone in (chosen, *near[chosen]):
            near.pop(gone, None)
    return min(count, len(reports))


def tell_doubts(roots: Sequence[Root], certain: Sequence[Root], said: Said, family: Family) -> tuple[str, ...]:
    """Why named roots that surely say the same raise no low end: a sentence for those that pass on, and for each two that may be one."""
    passing = [r.name for r in roots if len(roots) > 1 and r.kind in NAMED and r.sure and not is_vague(r) and r not in certain]
    pairs = [
        f"{a.name} and {b.name} may be one, and count as one at the low end."
        for j, b in enumerate(certain)
        for a in certain[:j]
        if not is_apart(a, b, family.rulings) and (may_be_one(a, b, family) or _named_beside(a, b, said, family))
    ]
    passed = f"{' and '.join(passing[:_MOST_TOLD])} may only pass on what another says, and count{'s' if len(passing) == 1 else ''} for nothing at the low end."
    return (*([passed] if passing else []), *pairs[:_MOST_TOLD])


def only_passes_on(root: Root, said: Said, family: Family) -> bool:
    """Do the words around one of its statements say that a root has it from somebody else, or name another outlet of the story?"""
    return any(_has_from_another(said[i], family) for i in root.statements if i in said)


def may_be_one(a: Root, b: Root, family: Family) -> bool:
    """May two roots be one source under two names?"""
    if a.own or b.own:
        return a.own == b.own
    if _short_for(a, b) or _may_hold(a, b, family) or _may_hold(b, a, family):
        return True
    if _speaks_for(a, b) or _speaks_for(b, a):
        return True
    if all(is_office(r.name) or (is_kind(r.name) and r.kind != "person") for r in (a, b)):
        return _one_kind(a.name, b.name, family)
    return _share_a_name(a, b, family)


def _share_a_name(a: Root, b: Root, family: Family) -> bool:
    """Is a word of one name a word of the other? Of two bodies a place that both are named after is none."""
    x, y = carried(a.name).own, carried(b.name).own
    shared = x & y
    if a.kind == b.kind == "person":
        return bool(shared) and (x <= y or y <= x or any(not is_given_name(w) for w in shared))
    if "person" in (a.kind, b.kind):
        return bool(shared)
    rest = [own - _places(own, family) | carried(r.name).topic for r, own in ((a, x), (b, y))]
    return bool(rest[0] & rest[1]) or (bool(shared) and not (rest[0] and rest[1]))


def _one_kind(a: str, b: str, family: Family) -> bool:
    """May two names of kinds be one body's: "Velden police" and "harbour police"? Two ministries of two things are two."""
    x, y = carried(a), carried(b)
    here, there = _places(x.own, family), _places(y.own, family)
    if here and there and not here & there and all(w in _COUNTRIES or w in DEMONYMS for w in here | there):
        return False
    mine, other = (x.own - here) | x.topic, (y.own - there) | y.topic
    return not (mine and other) or bool(mine & other)


def _speaks_for(person: Root, other: Root) -> bool:
    """Is a word of a body or a person for whom one speaks a word of the other's name?"""
    return any(carried(body).own & carried(other.name).own for body in person.spoken)


def _places(found: frozenset[str], family: Family) -> frozenset[str]:
    return frozenset(w for w in found if w in DEMONYMS or w in _COUNTRIES or w in family.places)


_COUNTRIES = frozenset(DEMONYMS.values())


def _short_for(a: Root, b: Root) -> bool:
    """Is one name the first letters of the other, or may be: "ICRC" and "Red Cross", "WHO" and "UN health agency"?"""
    return any(_is_short(x.name, y.name) for x, y in ((a, b), (b, a)))


def _is_short(short: str, name: str) -> bool:
    if len(short.split()) > 1 or not (letters := carried(short).letters):
        return False
    first = carried(name).letters
    return (len(first) > 1 and first in letters) or (len(name.split()) > 1 and carried(name).head in _DESCRIBED)


def _may_hold(one: Root, other: Root, family: Family) -> bool:
    """May one be a person that holds the other's office, or speaks for the other, a body or a paper of a kind?"""
    if one.kind == other.kind == "person" and all(len(carried(r.name).own) <= 1 for r in (one, other)):
        return True  # "Xi" and "Jinping"
    if is_office(other.name):
        own = carried(one.name)
        return (one.kind == "person" and not one.seen) or bool(own.common & (carried(other.name).common | _RULING))
    if one.kind != "person" or is_office(one.name) or other.seen or not _may_be_body(other, family):
        return False
    asked = carried(other.name)
    known = [b for b in (*one.bodies, *one.spoken) if carried(b).common or carried(b).own - _places(carried(b).own, family)]
    if known:
        kinds = is_kind(other.name)
        return any(_one_kind(b, other.name, family) if kinds and is_kind(b) else bool(carried(b).own & asked.own) for b in known)
    titles = _titles(one, family)
    if titles & _OF_A_PLACE and not titles - _OF_A_PLACE and asked.topic:
        return bool(asked.common & _RULING)  # a mayor does not speak for the police
    return bool(titles) or any(asked.common & kinds for word, kinds in _TRADES.items() if word in _beside(one, family))


def _may_be_body(root: Root, family: Family) -> bool:
    """Is a root a body or a paper, or may it be one that was read as a person: "Kremlin", "Velden Paints"?"""
    own = carried(root.name).own
    return root.kind in ("body", "document") or is_kind(root.name) or len(own) <= 1 or bool(_places(own, family))


def _titles(person: Root, family: Family) -> frozenset[str]:
    """The offices by which an article, or the name itself, calls a person; those that say nothing of where are among them."""
    return (carried(person.name).common | _beside(person, family)) & (TITLES | {"executive"})


def _beside(person: Root, family: Family) -> frozenset[str]:
    """The words that stand near a person's last name in the articles that credit the person."""
    last = _surname(person.name)
    found: set[str] = set()
    for i in person.articles:
        tokens = [part for w in words(fold(family.articles[i].text)) for part in w.split("-")] if i in family.articles else []
        for at, token in enumerate(tokens):
            if token.removesuffix("'s") == last:
                found.update(tokens[max(0, at - _NEAR) : at + _NEAR + 1])
    return frozenset(found)


def _surname(name: str) -> str:
    return next(reversed(words(fold(name).replace("-", " "))), "").removesuffix("'s")


def _has_from_another(statement: Statement, family: Family) -> bool:
    around = _around(statement, family)
    text = _text(statement, family)
    opening = text[: text.find(" that ") + 1]
    if len(statement.chain) == 1 and (_PASSES_ON.search(around) or _PASSES_ON.search(opening)):
        return True
    mine = {outlet_key(n) for n in (*family.names.get(statement.article, ()), *(link.name for link in statement.chain))}
    others = {n.removeprefix("The ") for names in family.names.values() for n in names if outlet_key(n) not in mine}
    untold = _TOLD.sub(" ", f"{around} {text}")
    return any(re.search(rf"(?<!\w){re.escape(n)}(?!\w)", untold) for n in others if n in untold)


# "told the Velden Herald" says through whom a source spoke, and not whom it has it from
_TOLD = re.compile(r"\b(?:told|tells|telling|spoke to|speaking to|interview(?:ed)? (?:with|by)) (?:[Tt]he )?(?:[A-Z][\w.&'’-]*\s?)+")


def _around(statement: Statement, family: Family) -> str:
    """The words of a statement's sentence that are not the statement."""
    if statement.article not in family.articles:
        return ""
    text, sentence = family.articles[statement.article].text, statement.sentence
    return f"{text[sentence.start : max(sentence.start, statement.start)]} {text[statement.end : max(sentence.end, statement.end)]}"


def _named_beside(a: Root, b: Root, said: Said, family: Family) -> bool:
    """Does a sentence by which one of them is credited name the other too, other than as a part of what both say?"""
    return any(_names(x, y, said, family) for x, y in ((a, b), (b, a)))


def _names(root: Root, other: Root, said: Said, family: Family) -> bool:
    """Does a sentence of ``root`` name ``other``?"""
    if other.own or not (key := _key_words(other, family) - carried(root.name).own):
        return False
    content = {w for i in other.statements if i in said for w in words(fold(_text(said[i], family)))}
    for s in (said[i] for i in root.statements if i in said):
        found = carried(f"{_around(s, family)} {_text(s, family)}").own
        if s.chain and key & found - content:
            return True
    return False


def _key_words(root: Root, family: Family) -> frozenset[str]:
    own = frozenset(w for w in carried(root.name).own if not _places(frozenset([w]), family))
    return frozenset(w for w in own if not is_given_name(w)) if root.kind == "person" else own


def _text(statement: Statement, family: Family) -> str:
    return family.articles[statement.article].text[statement.start : statement.end] if statement.article in family.articles else ""
