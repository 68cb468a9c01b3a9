"""Short tables that several stages share: months, weekdays, titles, hedges; imports nothing of ours."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
MONTH = "|".join(sorted(MONTHS, key=lambda m: (-len(m), m)))
WEEKDAY = "|".join(w for w in WEEKDAYS if len(w) > 5)

HONORIFICS = frozenset(
    [
        "sen",
        "rep",
        "gov",
        "gen",
        "lt",
        "col",
        "sgt",
        "capt",
        "adm",
        "maj",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "prof",
        "professor",
        "rev",
        "hon",
        "judge",
        "justice",
    ]
)
TITLES = frozenset(
    [
        *(
            "president",
            "premier",
            "chancellor",
            "minister",
            "secretary",
            "senator",
            "governor",
            "mayor",
            "ambassador",
            "envoy",
            "king",
            "queen",
        ),
        *(
            "prince",
            "princess",
            "general",
            "colonel",
            "major",
            "captain",
            "lieutenant",
            "sergeant",
            "admiral",
            "commander",
            "chief",
            "director",
        ),
        *(
            "chairman",
            "chairwoman",
            "chair",
            "head",
            "leader",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "officer",
            "inspector",
            "attorney",
        ),
        *("prosecutor", "lawyer", "analyst", "expert", "economist", "correspondent", "reporter", "professor", "doctor", "bishop", "pope"),
        *(
            "representative",
            "congressman",
            "congresswoman",
            "deputy",
            "vice",
            "prime",
            "foreign",
            "defence",
            "defense",
            "interior",
            "former",
        ),
        *(
            "father",
            "mother",
            "brother",
            "sister",
            "husband",
            "wife",
            "son",
            "daughter",
            "ceo",
            "warlord",
            "activist",
            "commissioner",
            "superintendent",
            "brigadier",
            "marshal",
            "sheriff",
            "coach",
            "manager",
        ),
    ]
)
STOPWORDS = frozenset(
    [
        *(
            "a",
            "an",
            "the",
            "and",
            "or",
            "but",
            "if",
            "of",
            "in",
            "on",
            "at",
            "to",
            "by",
            "for",
            "from",
            "with",
            "as",
            "into",
            "over",
            "after",
        ),
        *(
            "before",
            "about",
            "than",
            "then",
            "that",
            "this",
            "these",
            "those",
            "it",
            "its",
            "he",
            "she",
            "his",
            "her",
            "they",
            "them",
            "their",
        ),
        *("we", "our", "us", "you", "your", "i", "my", "me", "who", "whom", "which", "what", "when", "where", "while", "is", "are", "was"),
        *(
            "were",
            "be",
            "been",
            "being",
            "has",
            "have",
            "had",
            "do",
            "does",
            "did",
            "will",
            "would",
            "could",
            "should",
            "may",
            "might",
            "can",
        ),
        *(
            "not",
            "no",
            "also",
            "there",
            "so",
            "such",
            "more",
            "most",
            "some",
            "any",
            "all",
            "one",
            "up",
            "out",
            "under",
            "during",
            "between",
        ),
        *("said", "says", "say", "according", "s", "t", "mr", "mrs", "ms", "just", "only", "other", "new", "year", "years", "had", "him"),
    ]
)

# words of bodies that stand for one another when they are one country's or town's
BODY_WORDS = {
    "army": "military",
    "forces": "military",
    "troops": "military",
    "armed": "military",
    "defense": "defence",
    "govt": "government",
    "cops": "police",
    "force": "police",
    "department": "ministry",
}
# last words of the names of papers and stations; "Radio" stands first
OUTLET_WORDS = frozenset(
    [
        *(
            "times",
            "post",
            "herald",
            "courier",
            "ledger",
            "tribune",
            "gazette",
            "chronicle",
            "journal",
            "observer",
            "mail",
            "today",
            "radio",
            "tv",
        ),
        *(
            "television",
            "broadcasting",
            "telegraph",
            "guardian",
            "news",
            "dispatch",
            "examiner",
            "inquirer",
            "sentinel",
            "globe",
            "bulletin",
            "echo",
        ),
        *(
            "argus",
            "express",
            "weekly",
            "magazine",
            "newspaper",
            "wire",
            "newswire",
            "daily",
            "mercury",
            "advertiser",
            "independent",
            "monitor",
        ),
    ]
)


def is_outlet_name(name: str) -> bool:
    """Does a name read like a paper's or a station's: capitals, and a word such as "Herald" last or "Radio" first?

    >>> is_outlet_name("Example Herald"), is_outlet_name("Radio Example"), is_outlet_name("the news")
    (True, True, False)
    """
    tokens = [t for t in name.replace("’", "'").split() if t.lower() != "the"]
    if len(tokens) < 2 or "," in name or not all(t[0].isupper() or t.lower() in ("of", "and", "&") for t in tokens):
        return False
    return tokens[-1].lower() in OUTLET_WORDS or tokens[0].lower() == "radio"
