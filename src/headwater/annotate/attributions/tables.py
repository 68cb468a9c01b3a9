"""Cue words and source nouns: the tables that the patterns of attribution are built from.

Verbs stand in their bare form with an act; ``forms`` gives the inflected ones. The lists are general: reporting
verbs of news English (after the cue lists of PolNeAR's guidelines and of Krestel et al. 2008, extended by hand).
"""

_SAYS = [
    "say",
    "add",
    "state",
    "announce",
    "claim",
    "confirm",
    "report",
    "warn",
    "argue",
    "explain",
    "insist",
    "stress",
    "emphasise",
    "emphasize",
    "acknowledge",
    "admit",
    "allege",
    "assert",
    "believe",
    "suggest",
    "estimate",
    "predict",
    "forecast",
    "declare",
    "disclose",
    "reveal",
    "indicate",
    "conclude",
    "maintain",
    "recall",
    "remark",
    "reply",
    "respond",
    "write",
    "tweet",
    "testify",
    "concede",
    "caution",
    "highlight",
    "note",
    "observe",
    "contend",
    "complain",
    "tell",
    "describe",
    "assess",
    "think",
    "fear",
    "hope",
    "expect",
    "show",
    "find",
    "determine",
    "reiterate",
    "boast",
    "joke",
    "comment",
    "point",
    "predict",
    "include",
    "list",
    "contain",
    "speculate",
    "accuse",
    "blame",
    "charge",
    "agree",
    "underline",
    "underscore",
    "document",
    "detail",
    "relate",
    "recount",
]
_DENIES = ["deny", "reject", "dismiss", "refute", "rebut", "dispute"]
_PLANS = ["vow", "pledge", "promise", "threaten"]
_DOUBTS = ["doubt", "question"]
_ASKS: list[str] = []
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thinking",
    "show": "shows showed shown showing",
    "find": "finds found finding",
    "forecast": "forecasts forecast forecasting",
    "deny": "denies denied denying",
    "reply": "replies replied replying",
    "testify": "testifies testified testifying",
    "admit": "admits admitted admitting",
    "refute": "refutes refuted refuting",
    "rebut": "rebuts rebutted rebutting",
}


def forms(verb: str) -> list[str]:
    """The finite forms and the participle in -ing of a verb."""
    if verb in _IRREGULAR:
        return [verb, *_IRREGULAR[verb].split()]
    stem = verb.removesuffix("e")
    third = verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s")
    return [verb, third, f"{stem}ed", f"{stem}ing"]


ACTS = {
    form: act
    for verbs, act in ((_SAYS, "says"), (_DENIES, "denies"), (_PLANS, "plans"), (_DOUBTS, "doubts"), (_ASKS, "asks"))
    for verb in verbs
    for form in forms(verb)
} | {"lied": "doubts"}  # "lies" lie in a harbour too
# verbs that credit only where "that", a quotation or a whole clause follows: "found that", "shows", "expects", "points out"
WEAK = frozenset(
    form
    for verb in [
        "include",
        "list",
        "contain",
        "show",
        "find",
        "expect",
        "fear",
        "hope",
        "think",
        "point",
        "charge",
        "detail",
        "relate",
        "document",
        "agree",
        "accuse",
        "blame",
        "describe",
        "comment",
        "respond",
        "question",
        "maintain",
        "determine",
        "conclude",
        "recall",
        "highlight",
        "underline",
        "underscore",
        "recount",
        "observe",
        "reveal",
        "indicate",
        "assess",
    ]
    for form in forms(verb)
) | {"lied"}
# forms that are as often a noun
NOUNS = frozenset(["reports", "claims", "notes", "states", "comments", "reply", "report", "claim", "charges", "fears", "hopes", "estimates", "doubts", "forecast", "state", "comment", "charge", "fear", "hope", "estimate", "doubt", "question", "questions", "points", "point", "note", "blame", "documents", "document", "details", "detail", "shows", "finding", "warning"])  # fmt: skip

SOURCE_NOUNS = {
    "unnamed": "official officials source sources authority authorities analyst analysts expert experts diplomat diplomats insider insiders "
    "people person persons man woman critics critic opponents supporters activists economists economist scientists researchers "
    "observers commentator commentators aide aides lawmakers lawmaker politicians executives executive investigators prosecutors lawyers "
    "doctors medics rescuers soldiers rebels militants leaders reports media outlets newspapers rumours rumors others many some "
    "individuals members employees workers staff engineers historians observers strategists bankers traders investors neighbours neighbors "
    "family relatives parents friends students teachers campaigners advocates representatives negotiators mediators ministers senators",
    "witness": "witness witnesses eyewitness eyewitnesses resident residents bystander bystanders passenger passengers survivor survivors local locals crew crews",
    "sensor": "data imagery image images footage video videos photo photos photograph photographs picture pictures radar satellite satellites "
    "tracker trackers recording recordings readings instruments sensors signals log logs",
    "document": "report document documents filing filings statement indictment sheet papers complaint lawsuit affidavit memo memorandum letter study "
    "survey poll transcript records record ruling order email emails e-mail e-mails press-release release note dossier book list lists register manifest logbook diary "
    "cable cables analysis review audit inquiry investigation notice bulletin communique warrant contract file files testimony",
    "body": "police ministry government military army navy force forces department agency court council commission committee company bank firm "
    "group organisation organization party union university hospital institute office embassy consulate parliament senate house kremlin "
    "administration authority board corporation foundation association federation alliance coalition movement militia regime state "
    "operator airline utility brigade service services guard bureau watchdog regulator charity prosecution opposition directorate team",
    "outlet": "television tv radio newspaper paper outlet daily weekly magazine broadcaster network channel station website site journal",
}
COMPANIES = frozenset(
    [
        "company",
        "bank",
        "firm",
        "giant",
        "lender",
        "carrier",
        "airline",
        "automaker",
        "carmaker",
        "manufacturer",
        "retailer",
        "operator",
        "developer",
        "insurer",
        "brewer",
        "supplier",
        "chain",
    ]
)
NOUN_KIND = dict.fromkeys(COMPANIES, "body") | {
    noun: kind for kind in ("outlet", "body", "document", "sensor", "witness", "unnamed") for noun in SOURCE_NOUNS[kind].split()
}
SPEAKERS = frozenset(["spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen"])
ROLES = frozenset(
    [
        "minister",
        "president",
        "secretary",
        "chief",
        "director",
        "chairman",
        "head",
        "leader",
        "ambassador",
        "governor",
        "mayor",
        "commander",
        "general",
        "senator",
        "prosecutor",
        "lawyer",
        "attorney",
        "judge",
        "doctor",
        "professor",
        "expert",
        "analyst",
        "economist",
        "officer",
        "captain",
        "colonel",
        "king",
        "prince",
        "premier",
        "chancellor",
        "envoy",
        "father",
        "mother",
        "brother",
        "sister",
        "husband",
        "wife",
        "son",
        "daughter",
        "owner",
        "founder",
        "ceo",
        "shopkeeper",
        "fisherman",
        "farmer",
        "driver",
        "teacher",
        "student",
        "nurse",
        "engineer",
        "activist",
        "bishop",
        "priest",
        "imam",
        "coach",
        "manager",
        "shopper",
        "villager",
        "neighbour",
        "neighbor",
        "mechanic",
        "clerk",
        "pilot",
        "sailor",
        "docker",
    ]
)
# with a person and "to" behind them these are orders: "warned the crew to leave"
ORDERS = frozenset(form for verb in ("warn", "tell", "ask", "threaten", "promise") for form in forms(verb))
# verbs of documents and instruments: "the filing lists", "images showed"; the second set has no other subjects
SHOWS_ONLY = frozenset(form for verb in ("include", "list", "contain") for form in (*forms(verb), verb))
SHOWS = SHOWS_ONLY | frozenset(
    form
    for verb in ("show", "reveal", "indicate", "detail", "find", "document", "describe", "conclude", "note", "charge")
    for form in forms(verb)
)
# offices that one person holds: "the mayor of Example City" is somebody, "her lawyer" may be any
OFFICES = frozenset(
    [
        "minister",
        "president",
        "secretary",
        "ambassador",
        "governor",
        "mayor",
        "premier",
        "chancellor",
        "king",
        "queen",
        "prince",
        "commissioner",
    ]
)
PRONOUNS = {"he": "person", "she": "person", "they": "group", "it": "body", "who": "relative", "we": "self", "i": "self"}
