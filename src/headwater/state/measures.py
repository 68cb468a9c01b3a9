"""Words of measure, money and number -> their values: tables that ``quantities`` reads."""

import re

from headwater.text import number_of

SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "k": 1e3,
}
_PLURAL_SCALES = {"dozens": 24.0, "scores": 40.0, "tens": 20.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9}
CURRENCIES = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "c$": "CAD", "a$": "AUD"}
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
    "pound": "lb|lbs|pounds?(?= of\\b)",
    "litre": "litres?|liters?",
    "gallon": "gallons?",
    "barrel": "barrels?",
    "megawatt": "mw|megawatts?",
    "gigawatt": "gw|gigawatts?",
    "degree Celsius": "°c|degrees? celsius|degrees? centigrade",
    "degree Fahrenheit": "°f|degrees? fahrenheit",
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
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:-[^\W\d_]+)?")
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
    """The unit of measure or money whose words begin at a position, by its one name."""
    found = _WORD.match(text, position, end)
    if found and (code := _MONEY_OF.get(found.group().lower())) and not text.startswith(" of ", found.end()):
        return code
    match = _MEASURE.match(text, position, end)
    return _FORMS[int(str(match.lastgroup)[1:])][1] if match else None


def value_of(words: str) -> float | None:
    """The value of a number in figures or words: "two dozen", "half a million", "1.9 billion"; None for anything else.

    >>> value_of("two hundred and fifty"), value_of("half a million"), value_of("three hundred thousand"), value_of("a boat")
    (250.0, 500000.0, 300000.0, None)
    """
    total, current, factor = 0.0, 0.0, 1.0
    for word in (w for token in _NUMERAL.findall(words.lower()) for w in ([token] if number_of(token) is not None else token.split("-"))):
        if word in SCALES:
            current = (current or 1.0) * SCALES[word]
            if SCALES[word] >= SCALES["thousand"]:
                total, current = total + current, 0.0
        elif word == "half":
            factor = 0.5
        elif word not in ("a", "an", "and"):
            value = number_of(word)
            if value is None:
                return None
            current += value
    return factor * (total + current)


def plural_scale(words: str) -> float:
    """The least that "dozens", "hundreds" or "tens of thousands" stands for: two of the scale, for tens of it twenty."""
    first, *rest = (w for w in _WORD.findall(words.lower()) if w != "of")
    return _PLURAL_SCALES[first] * (SCALES[rest[0].removesuffix("s")] if rest else 1.0)
