"""Words of measure, money and number -> their values: tables that ``quantities`` reads."""

import re

from headwater.text import number_of, words

SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "k": 1e3,
}
_PLURAL_SCALES = {"dozens": 24.0, "scores": 40.0, "tens": 20.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9}
CODES = tuple(
    code.upper() for code in words("usd eur gbp jpy cny inr rub uah cad aud chf hkd nzd sgd twd brl krw ils try ngn sek nok dkk pln mxn")
)
CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "rs": "INR",
    "rs.": "INR",
    "₽": "RUB",
    "₴": "UAH",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₦": "NGN",
    "c$": "CAD",
    "a$": "AUD",
    "hk$": "HKD",
    "nz$": "NZD",
    "s$": "SGD",
    "nt$": "TWD",
    "r$": "BRL",
    **{code.lower(): code for code in CODES},
}
_MONEY = {
    "USD": "dollar dollars",
    "EUR": "euro euros",
    "GBP": "pounds",
    "JPY": "yen",
    "CNY": "yuan renminbi",
    "RUB": "rouble roubles ruble rubles",
    "UAH": "hryvnia hryvnias",
    "ILS": "shekel shekels",
    "THB": "baht",
    "TRY": "lira liras",
    "rupee": "rupee rupees",
    "peso": "peso pesos",
    "riyal": "riyal riyals rial rials",
    "dinar": "dinar dinars",
    "krone": "krone kroner krona kronor",
    "franc": "franc francs",
    "cent": "cent cents",
}
_UNITS = {
    "kilometre": "km|kms|kilometres?|kilometers?",
    "square kilometre": "sq\\.? km|km2|km²|square kilometres?|square kilometers?",
    "kilometre per hour": "km/h|kph|kmh|kilometres? an hour|kilometres? per hour|kilometers? an hour|kilometers? per hour",
    "metre": "m|metres?|meters?",
    "square metre": "sq\\.? m|m2|m²|square metres?|square meters?",
    "cubic metre": "m3|m³|cubic metres?|cubic meters?",
    "centimetre": "cm|centimetres?|centimeters?",
    "millimetre": "mm|millimetres?|millimeters?",
    "mile": "miles?",
    "square mile": "sq\\.? miles?|square miles?",
    "mile per hour": "mph|miles? an hour|miles? per hour",
    "nautical mile": "nautical miles?",
    "knot": "knots?",
    "foot": "feet|foot|ft",
    "square foot": "sq\\.? ft|square feet|square foot",
    "inch": "inch|inches",
    "yard": "yards?",
    "acre": "acres?",
    "hectare": "ha|hectares?",
    "tonne": "tonnes?|metric tons?",
    "ton": "tons?",
    "kilogram": "kg|kgs|kilos?|kilograms?|kilogrammes?",
    "gram": "grams?|grammes?",
    "milligram": "mg|milligrams?",
    "microgram": "micrograms?",
    "pound": "lb|lbs|pounds?(?= of\\b)",
    "litre": "litres?|liters?",
    "gallon": "gallons?",
    "barrel": "barrels?",
    "megawatt-hour": "mwh|megawatt[- ]hours?",
    "kilowatt-hour": "kwh|kilowatt[- ]hours?",
    "megawatt": "mw|megawatts?",
    "gigawatt": "gw|gigawatts?",
    "degree Celsius": "° ?c|(?<=\\d)(?-i:C)(?!-)|degrees? celsius|degrees? centigrade|degrees? c",
    "degree Fahrenheit": "° ?f|(?<=\\d)(?-i:F)(?!-)|degrees? fahrenheit|degrees? f",
    "degree": "degrees?",
    "second": "seconds?",
    "minute": "minutes?|mins?",
    "hour": "hours?|hrs?",
    "day": "days?",
    "week": "weeks?",
    "month": "months?",
    "year": "years?",
    "decade": "decades?",
    "century": "century|centuries",
    "percentage point": "percentage points?",
    "basis point": "basis points?",
}
_MONEY_OF = {word: code for code, words in _MONEY.items() for word in words.split()}
_FORMS = sorted(((form, unit) for unit, forms in _UNITS.items() for form in forms.split("|")), key=lambda f: (-len(f[0]), f))
_MEASURE = re.compile("(?i)" + "|".join(f"(?P<u{i}>{form}(?!\\w))" for i, (form, _) in enumerate(_FORMS)))
_WORD = re.compile(r"[^\W\d_]+")
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?|[½¼¾]|[^\W\d_]+(?:-[^\W\d_]+)?")
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_WIDE = re.compile("(?<=\\d)[\xa0\u2009\u202f](?=\\d{3})")  # what some put between thousands
_HALVED = re.compile(r"(?i)(?:\s+and\s+|-and-)a(?:\s+|-)half\b")
_RATE = re.compile(
    r"(?i)(?:\s*/\s*|\s+per\s+|-per-|\s+an?\s+(?=(?:second|minute|hour|day|night|week|month|year)\b)|-a-)"
    r"(second|minute|hour|day|night|week|month|year|person|head|capita|cubic metre|cubic meter|square kilometre|tonne|ton|barrel|litre|gallon|kilogram|kg)\b"
)
_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "oxen": "ox",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "shelves": "shelf",
    "halves": "half",
    "leaves": "leaf",
    "loaves": "loaf",
    "thieves": "thief",
    "calves": "calf",
    "buses": "bus",
    "gases": "gas",
    "viruses": "virus",
    "crises": "crisis",
    "campuses": "campus",
    "shoes": "shoe",
    "canoes": "canoe",
    "toes": "toe",
    "movies": "movie",
    "cookies": "cookie",
    "calories": "calorie",
    "ties": "tie",
    "lies": "lie",
    "pies": "pie",
    "analyses": "analysis",
    **dict.fromkeys(("series", "species", "headquarters", "barracks", "means", "news"), ""),
}


def singular(word: str) -> str:
    """A folded noun in the singular: lorries gives lorry, boxes gives box, women gives woman.

    >>> singular("parties"), singular("classes"), singular("houses"), singular("crisis"), singular("policemen")
    ('party', 'class', 'house', 'crisis', 'policeman')
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word] or word
    if word.endswith("men") and len(word) > 6:
        return word[:-2] + "an"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) else word[:-1]


def measure_at(text: str, position: int, end: int) -> str | None:
    """The unit of measure or money whose words begin at a position, by its one name, and of a rate what it is per."""
    found = _WORD.match(text, position, end)
    if found and (code := _MONEY_OF.get(found.group().lower())) and not text.startswith(" of ", found.end()):
        return code + rate_at(text, found.end(), end)
    match = _MEASURE.match(text, position, end)
    return _FORMS[int(str(match.lastgroup)[1:])][1] + rate_at(text, match.end(), end) if match else None


def rate_at(text: str, position: int, end: int) -> str:
    """What the words at a position make a rate of: " per hour" for "an hour"; "" where they make none."""
    found = _RATE.match(text, position, end)
    return f" per {found[1].lower().replace('meter', 'metre')}" if found else ""


def value_of(words: str) -> float | None:
    """The value of a number in figures or words: "two dozen", "half a million", "1.9 billion"; None for anything else.

    >>> value_of("two hundred and fifty"), value_of("half a million"), value_of("three hundred thousand"), value_of("a boat")
    (250.0, 500000.0, 300000.0, None)
    >>> value_of("two and a half"), value_of("3½")
    (2.5, 3.5)
    """
    words, halves = _HALVED.subn("", _WIDE.sub("", words))
    total, current, factor = 0.0, 0.0, 1.0
    for word in (w for token in _NUMERAL.findall(words.lower()) for w in ([token] if number_of(token) is not None else token.split("-"))):
        if word in SCALES:
            current = (current or 1.0) * SCALES[word]
            if SCALES[word] >= SCALES["thousand"]:
                total, current = total + current, 0.0
        elif word == "half":
            factor = 0.5
        elif word in _SIGNS:
            current += _SIGNS[word]
        elif word not in ("a", "an", "and"):
            value = number_of(word)
            if value is None:
                return None
            current += value
    value = factor * (total + current) if total or current else factor if factor < 1 else 0.0
    return value + 0.5 * halves


def step_of(words: str, *, rough: bool) -> float:
    """To which step a number in figures or words is given: its last digit, and of a rough one the last that is not nought.

    >>> step_of("143 million", rough=False), step_of("1.9 billion", rough=False), step_of("1,200", rough=True), step_of("67", rough=True)
    (1000000.0, 100000000.0, 100.0, 1.0)
    """
    found = re.match(r"\d[\d,]*(?:\.(\d+))?", _WIDE.sub("", words))
    value = value_of(words) or 0.0
    scale = SCALES[last] if (last := (_WORD.findall(words.lower()) or [""])[-1]) in SCALES else 1.0
    if words.lower().startswith("half") or _HALVED.search(words):
        return scale / 10
    step = scale / 10 ** len(found[1]) if found and found[1] else scale
    while rough and value >= 10 * step and value % (10 * step) == 0:
        step *= 10
    return step


def plural_scale(words: str) -> float:
    """The least that "dozens", "hundreds" or "tens of thousands" stands for: two of the scale, for tens of it twenty.

    "Several hundred" and "a few hundred" are three of it.
    """
    first, *rest = (w for w in _WORD.findall(words.lower()) if w not in ("of", "a"))
    if first in ("several", "few", "couple"):
        return (2.0 if first == "couple" else 3.0) * (SCALES[rest[0]] if rest else 1.0)
    return _PLURAL_SCALES[first] * (SCALES[rest[0].removesuffix("s")] if rest else 1.0)
