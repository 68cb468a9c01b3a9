"""A span of text -> the numbers in it as typed values: bounds, and what is counted or measured."""

import re
from collections.abc import Iterator, Sequence

from headwater.state.bounds import AFTERWARDS, bound_before, bound_behind
from headwater.state.measures import (
    CODES,
    CURRENCIES,
    SCALES,
    measure_at,
    plural_scale,
    rate_at,
    singular,
    step_of,
    value_of,
)
from headwater.state.shares import find_shares
from headwater.tables import MONTHS, WEEKDAYS
from headwater.text import words
from headwater.types import Quantity, TimeExpression

_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
_SCALE = "dozen|hundred|thousand|million|billion|trillion|lakh|crore"
_DIGITS = r"\d{1,3}(?:[,\xa0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?[½¼¾]?|[½¼¾]"
_MORE = rf"(?:(?:(?<=hundred)|(?<=thousand)|(?<=million))\s+(?:and\s+)?(?:{_SMALL})\b|[\s-](?:{_SCALE})\b)*"
_HALF = r"(?:\s+and\s+a\s+half\b|-and-a-half\b)"
_NUMBER = rf"(?:(?:{_DIGITS})(?:\s?(?:{_SCALE}|mn|bn|tn)\b|[mk]\b|-(?:{_SCALE})\b)*|(?:{_SMALL})\b(?:{_HALF}|{_MORE})|(?:half\s+)?an?\s+(?:{_SCALE})\b{_MORE}|half\s+an?\b(?=\s+[a-z]))"
_CASH = rf"(?:US|C|A|HK|NZ|S|NT|R)\$|[$€£¥₹₽₴₩₪₺₦]|(?-i:\b(?:Rs\.?|{'|'.join(CODES)})(?=\s?\d))"
_PERCENT = r"\s?%|[\s-](?:percent|per\s+cent)\b"
_FUZZY = (
    r"(?:tens|dozens|hundreds|thousands)(?:\s+of\s+(?:thousands|millions|billions))|dozens|scores|tens|hundreds|thousands|millions|billions|"
    r"(?:several|a\s+few|a\s+couple(?:\s+of)?)\s+(?:dozen|hundred|thousand|million|billion)|a\s+couple|several"
)
_FIND = re.compile(
    rf"(?i)(?:(?P<money>{_CASH})\s?|(?<![\w.,]))(?P<n>{_NUMBER})(?P<pct>{_PERCENT})?(?P<suf>{AFTERWARDS})?"
    rf"(?:\s?(?P<to>[-–]|\b(?:to|or|and)\b)\s?(?P<money2>{_CASH})?\s?(?P<n2>{_NUMBER})(?P<pct2>{_PERCENT})?(?!\w))?"
    rf"|\b(?P<fuzzy>{_FUZZY})\b(?:\s+of\b)?"
)
_MINUS = re.compile(r"(?i)(?:\bminus\s+|(?:^|(?<=[\s(]))[-−])$")
_GROWN = re.compile(r"(?i)\s+(?:more|additional|further|extra|other)\b|\s+\w+\s+more\b(?=[^\w]*$)")
_ADDED = re.compile(r"(?i)\b(?:another|an\s+additional|a\s+further|an\s+extra)\s+$")
_ONE_MAN = re.compile(r"(?i)-(?:man|woman|person|party|seat|room|nation|country)\b")
_BELOW = re.compile(r"(?i)\s?(?:%|°|degrees?\b|percent\b|per\s+cent\b|[CF]\b)")
_OF_PRICES = re.compile(r"(?i)(?<=\bin \d\d\d\d)\s+(?:prices|dollars|euros|pounds|money|terms)\b")
_PRICES = re.compile(r"(?i)\s+(?:\w+\s+){0,2}?in\s+(?:constant\s+)?((?:19|20)\d\d)\s+(?:prices|dollars|euros|pounds|money|terms)\b")
_DEAD = re.compile(
    r"(?i)\b(?:kill(?:s|ed|ing)?|dead|die[sd]?|dying|deaths?|fatalit(?:y|ies)|bodies|lost their lives|perished|drowned|slain)\b"
)
_HURT = re.compile(r"(?i)\b(?:wound(?:s|ed|ing)|injur(?:e|ed|es|ies|ing)|hurt|hospital(?:s|ised|ized)?|casualties)\b")
_PEOPLE = frozenset(
    words(
        "person people civilian man woman child boy girl soldier troops police policeman officer fighter militant rebel insurgent gunman "
        "attacker resident villager passenger worker miner other victim body crew sailor student pupil teacher member casualty fatality "
        "dead death wounded injured killed patient doctor nurse protester demonstrator migrant refugee prisoner detainee hostage inmate "
        "journalist tourist pilgrim firefighter employee citizen"
    )
)
_NOT_COUNTED = re.compile(
    r"(?i)^(?:\s*(?:years?[- ]old|am\b|pm\b|a\.m|p\.m|o'clock)|st\b|nd\b|rd\b|th\b|:\d|/\d|[\s-](?:thirds?|quarters?|fifths|sixths|tenths)\b"
    r"|\s+of\s+the\s+(?:\w+est|most|least|worst|best|main|few|only|first|\w+'s)\b|\s+(?:another|by\s+one)\b"
    r"|-years?-old|-(?!(?:km|mile|metre|meter|kilometre|kilometer|foot|tonne|ton|acre|hectare|second|minute|hour|day|week|month|year|"
    r"decade|member|seat|storey|bed|person|man|nation|country|strong)s?\b)[a-z]"
    r"|\s+(?:win|victory|defeat|loss|draw|lead|score|triumph|vote|ruling|decision)\b)"
)
# words that make the number behind them a label: a number that something is called by counts nothing
_LABELS = frozenset(
    words(
        "flight route room article section chapter resolution highway interstate phase page gate pier platform runway terminal channel "
        "stage grade number no boeing airbus mark version act title rule ward precinct zone sector exit bus lot volume episode season "
        "round type class model apollo windows paragraph protocol amendment proposition figure table line area level block building "
        "apartment floor aged age unit camp checkpoint group category week day game part"
    )
)
_LOWER_LABELS = _LABELS - frozenset(
    ["class", "unit", "camp", "group", "building", "week", "day", "game", "part", "bus", "area", "floor", "lot"]
)
# a number that is excepted counts those of whom the sentence does not hold: "all but two had left"
_EXCEPTED = re.compile(
    r"(?i)\b(?:(?:all|any|none|nobody|nothing|everybody|everything|anybody|(?:every|any|no[ -]?)one|every\s+\w+|no\s+\w+)\s+but|except(?:ing)?(?:\s+for)?|"
    r"(?:other|apart|aside)\s+(?:than|from)|with\s+the\s+exception\s+of)\s+(?:(?:the|these|those|its|his|her|their|about|some|just|only)\s+){0,2}$"
)
_OF_ALL = re.compile(r"\b(?:of|all) (?:the|its|their|these|those)\s+$")
_EXCEPTS = 48  # characters before a number in which such words begin
_BEFORE_ONE = frozenset(words("no any every some this that the which each only new another"))
_SKIP = frozenset(
    words("of the a an more most other another about new additional such some these those its their his her our all both them")
)
_STOP = frozenset(
    words(
        "in on at by to from with as after before when while and or but who that which have has had were was are is during near inside into "
        "for between against per if because since until over under through out up off down than be been being not will would can could may "
        "might also did do does ago later earlier said says"
    )
)
_UNCHANGED = frozenset(words("sheep fish cattle aircraft spacecraft staff personnel livestock horsepower deer"))
_PRONOUNS = frozenset(words("one this that these those it they we you he she key main major former senior"))
_ADJECTIVAL = ("ing", "ed", "al", "ic", "ive", "ous", "able", "ful", "less", "ern", "ary", "ly", "ish", "ese")
_NEAR = 48  # characters around a number in which "killed" or "wounded" says who is counted
_BEFORE = 24  # characters before a number in which the words of a bound begin
_AFTER = 40  # characters behind a number that may show that it counts nothing


def find_quantities(text: str, start: int, end: int, *, times: Sequence[TimeExpression] = ()) -> tuple[Quantity, ...]:
    """The quantities in ``text[start:end]`` in order; years, dates, ages, clock times and labels are none.

    The text has straight apostrophes and quotation marks (``text.straighten``).
    """
    dated = [t for t in times if t.earliest is not None or not t.value.startswith("P")]
    found = list(find_shares(text, start, end))
    taken = [(q.start, q.end) for q in found]
    position = start
    while match := _FIND.search(text, position, end):
        within = next((t.end for t in dated if t.start < match.end() and match.start() < t.end), None)
        if within is None:
            within = next((e for s, e in taken if s < match.end("n") and match.start() < e), None)
        position = max(match.start() + 1, within) if within else match.end()
        if within is None and match["fuzzy"]:
            found += _fuzzy(text, match, start, end)
        elif within is None and not _is_label(text, match, start):
            found += _exact(text, match, start, end)
    return tuple(sorted(found, key=lambda q: (q.start, q.end)))


def _fuzzy(text: str, match: re.Match[str], start: int, end: int) -> Iterator[Quantity]:
    unit = _unit(text, match.start(), match.end(), start, end)
    named = match["fuzzy"].lower()
    low = 3.0 if named == "several" else plural_scale(named)
    if unit:
        high = low if named.endswith("couple") else None
        yield Quantity(
            start=match.start(), end=match.end(), low=low, high=high, unit=unit, rounded=True, step=_FUZZY_STEP.get(named, low / 2)
        )


_FUZZY_STEP = {"several": 1.0, "a couple": 1.0, "dozens": 12.0, "scores": 20.0}  # of others, what is half of the least that they stand for


# "112 were aboard": how many, and the noun is left out; the unit of such a number is ""
_BARE = re.compile(r"\s+(?:(?:were|are|have|had)\s+(?!percent)\w+|of\s+(?:them|those))\b")


def _exact(text: str, match: re.Match[str], start: int, end: int) -> Iterator[Quantity]:
    """One quantity, or two where the words between two numbers make no range of them."""
    low, high = _value(match, "n", "n2"), _value(match, "n2", "n")
    apart = bool(match["n2"]) and (low is None or high is None or not _is_range(text, match, low, high))
    stop = max(match.end("n"), match.end("pct"), match.end("suf")) if apart or not match["n2"] else match.end()
    named = match["money"] or match["pct"]
    if low is not None and (named or not _NOT_COUNTED.match(text[stop : min(end, stop + _AFTER)])):
        unit = _measure(text, match, stop, end) or _unit(text, match.start(), stop, start, end)
        if unit or _BARE.match(text, stop, end):
            yield _quantity(text, match, (low, low if apart or high is None else high), (stop, end), unit)
    if apart and (second := _FIND.search(text, match.end("to"), end)):
        yield from _exact(text, second, start, end)


def _measure(text: str, match: re.Match[str], stop: int, end: int) -> str | None:
    """What a number is measured in: a share, money or a unit, of a first number also where only the second names it."""
    whole = match["to"] is None or match["to"] == "-" or stop == match.end() or match["to"].lower() == "to"
    if match["pct"] or (match["pct2"] and whole):
        return "percent"
    if money := match["money"] or (match["money2"] if whole else None):
        return CURRENCIES[money.lower()] + rate_at(text, stop, end)
    after = stop + len(text[stop:end]) - len(text[stop:end].lstrip(" \xa0-"))
    return measure_at(text, after, end)


def _is_range(text: str, match: re.Match[str], low: float, high: float) -> bool:
    """Do two numbers bound one value? "from 5 to 7" tells of two, and so does "5 and 7" but for "between"."""
    before = text[max(0, match.start() - 9) : match.start()].lower().split()[-1:]
    return low < high and before != ["from"] and (match["to"].lower() != "and" or before == ["between"])


def _value(match: re.Match[str], key: str, other: str) -> float | None:
    """The value of one of two numbers; "$1.9 to $2.1 billion" and "20 to 30 thousand" scale both."""
    if not match[key]:
        return None
    scale = re.search(rf"(?i)(?:{_SCALE}|mn|bn|tn|m|k)$", match[other] or "")
    alone = re.fullmatch(rf"(?:{_DIGITS})|(?i:{_SMALL})", match[key])
    value = value_of(match[key])
    return value * SCALES[scale.group().lower()] if value is not None and scale and alone and key == "n" else value


def _quantity(text: str, match: re.Match[str], values: tuple[float, float], span: tuple[int, int], unit: str) -> Quantity:
    stop, end = span
    before = bound_before(text, match.start())
    bound = before[1] if before else bound_behind(match["suf"] or "")
    start = before[0] if before else match.start()
    if (unit.startswith("degree") or unit == "percent") and not before and (minus := _MINUS.search(text, max(0, start - 6), start)):
        start, values = minus.start(), (-values[1], -values[0])
    bounds = {"low": (values[0], None), "high": (None, values[1])}.get(bound or "", values)
    priced = _PRICES.match(text, stop, end) if unit in CURRENCIES.values() else None
    return Quantity(
        start=start,
        end=stop,
        low=bounds[0],
        high=bounds[1],
        unit=unit,
        rounded=bound == "about" or step_of(match["n"], rough=False) >= _ROUND_FROM,
        step=step_of(match["n"], rough=bound is not None),
        more=_GROWN.match(text, stop, end) is not None or _ADDED.search(text, max(0, match.start() - _BEFORE), match.start()) is not None,
        year=int(priced[1]) if priced else None,
    )


_ROUND_FROM = 12.0  # a number that is given by dozens, hundreds or millions is a round one


def _is_label(text: str, match: re.Match[str], start: int) -> bool:
    """Is a number part of a name or a label ("Flight 370", "S-400", "2."), an age ("Ann, 40,"), excepted, or the pronoun "one"?"""
    at = match.start()
    if _EXCEPTED.search(text, max(start, at - _EXCEPTS), at) or (match["n"].isdigit() and _OF_PRICES.match(text, match.end())):
        return True
    if at and text[at - 1] in "-/:)" and text[max(0, at - 2) : at] != "--" and not _is_below_nought(text, match):
        return True
    words = re.findall(r"[\w.']+", text[max(0, at - 20) : at])
    last = words[-1] if words and text[at - 1 : at].isspace() else ""
    if match["n"].lower() == "one" and (last.lower() in _BEFORE_ONE or _ONE_MAN.match(text, match.end())):
        return True
    after = text[match.end() : match.end() + 24]
    if not match["n"].isdigit() or match["money"] or match["pct"]:
        return False
    if last.lower().rstrip(".") in (_LABELS if last[:1].isupper() else _LOWER_LABELS):
        return True
    if after[:1] == "," and re.search(r"[A-Z][\w'.-]+, $", text[max(0, at - 24) : at]):
        return True
    listed = re.match(r"[.)]\s", after) is not None and (at == start or text[at - 1] in "\n(")
    return listed or (
        last[:1].isupper() and len(last) > 1 and last.lower() not in MONTHS and re.match(r"\s*(?:[,.;)]|$|[A-Z])", after) is not None
    )


def _is_below_nought(text: str, match: re.Match[str]) -> bool:
    """Is the dash before a number a minus: "-5C", "-3 percent"?"""
    return _MINUS.search(text, max(0, match.start() - 3), match.start()) is not None and _BELOW.match(text, match.end("n")) is not None


def _unit(text: str, at: int, stop: int, start: int, end: int) -> str:
    """What is counted: the noun that follows, and for people whether they are dead or hurt; "" where nothing is."""
    tokens = _following(text, stop, end)
    part = re.match(r"\s+of\s+(?:the|its|their|these|those|his|her)\s", text[stop:end]) is not None
    whole = _OF_ALL.search(text, max(start, at - _BEFORE), at) is not None
    fate = "" if whole else _fate(text, at, stop, start, end)
    if text.startswith("-strong", stop):
        return "person"
    noun = _single(tokens) if text[at:stop].lower() in ("one", "1") and not part else _many(tokens)
    if noun in _PEOPLE or (fate and not tokens and not part):
        return f"person {fate}".strip()
    return "" if noun in WEEKDAYS or noun in MONTHS else noun


def _many(tokens: Sequence[str]) -> str:
    """The noun in the singular that several are counted of: the first plural, of two in a row the second; "" where none is."""
    nouns = [_noun(t) for t in tokens]
    at = next((i for i, noun in enumerate(nouns) if noun), None)
    if at is None:
        return tokens[0] if tokens and tokens[0] in _UNCHANGED else ""
    later = nouns[at + 1] if at + 1 < len(nouns) else None
    return later if later and nouns[at] not in _PEOPLE and tokens[at + 1] != later else nouns[at] or ""


def _single(tokens: Sequence[str]) -> str:
    """The noun that one is counted of: the first word that does not look like an adjective or a participle."""
    if any(t in _PEOPLE for t in tokens[:2]):
        return "person"
    return next((t for t in tokens[:2] if len(t) > 2 and t not in _PRONOUNS and not t.endswith(_ADJECTIVAL)), "")


def _following(text: str, stop: int, end: int) -> list[str]:
    """Up to four words behind a number that may say what is counted; a verb or a preposition ends them."""
    match = re.match(r"(?:[\s-]+(?:[A-Za-z][\w'-]*|[\d,]+(?=\s))){1,6}", text[stop:end])
    tokens: list[str] = []
    for token in match.group().lower().replace(" -", " ").lstrip("-").split() if match else []:
        if token in _STOP:
            break
        if token not in _SKIP and not token[0].isdigit():
            tokens.append(token)
    return tokens[:4]


def _noun(token: str) -> str | None:
    """The singular of a token that is a plural or a word for people; None for anything else."""
    word = singular(token.removesuffix("'s").removesuffix("'"))
    return word if word != token or word in _PEOPLE else None


def _fate(text: str, at: int, stop: int, start: int, end: int) -> str:
    """Killed or wounded, whichever word is nearest to the number, words behind it going first."""
    around = (max(start, at - _NEAR), min(end, stop + _NEAR))
    best: tuple[int, str] | None = None
    for pattern, fate in ((_DEAD, "killed"), (_HURT, "wounded")):
        for hit in pattern.finditer(text, *around):
            gap = hit.start() - stop if hit.start() >= stop else at - hit.end()
            between = text[min(hit.end(), stop) : max(hit.start(), at)]
            behind = hit.end() <= at
            if "," not in between and not (behind and " and " in between) and (best is None or gap < best[0]):
                best = (gap, fate)
    return best[1] if best else ""
