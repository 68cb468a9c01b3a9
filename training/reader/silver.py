"""An attribution's words in, silver labels out: act, certainty and polarity of a cue, and the kind of a source.

No set that may train shipped weights labels these. The rules read the cue's verbs and the source's nouns; a cue
without a word of the table gets no label, so that the reader has to tell its act from the others.
"""

import functools
import re

from headwater.annotate.attributions.resolve import Resolver
from headwater.labels import ACTS, CERTAINTIES, POLARITIES, SOURCE_KINDS

_CERTAIN, _PROBABLE, _POSSIBLE = "certain", "probable", "possible"
_VERBS = {
    (
        "says",
        _CERTAIN,
    ): "say tell add state announce confirm report explain insist stress emphasize emphasise acknowledge admit assert declare "
    "disclose reveal maintain remark reply respond write tweet testify concede note observe point comment reiterate describe recall recount "
    "cite quote according per call declared post publish release air hear learn mention repeat assure conclude vouch boast joke argue contend "
    "defend accuse blame condemn criticize criticise slam attack praise denounce complain caution warn agree explain speak talk discuss remind "
    "brag counter quip lament outline characterize characterise label dub brand compare voice echo retort read detail address communicate "
    "claim allege highlight underscore underline broadcast",
    ("says", _PROBABLE): "suggest estimate predict forecast project indicate hint imply",
    ("says", _POSSIBLE): "speculate float",
    (
        "believes",
        _PROBABLE,
    ): "believe think consider feel view regard see deem assume judge suspect expect reckon understand assess know realize realise trust "
    "perceive convince favor favour support oppose prefer worry concern anticipate find confident sure like love hate care respect recognize appreciate hold",
    ("believes", _POSSIBLE): "hope fear wonder wish dream imagine",
    (
        "plans",
        _POSSIBLE,
    ): "plan intend vow pledge promise threaten aim want seek propose offer decide agree commit prepare try consider attempt hope swear determine look mean "
    "willing ready strive work endeavor undertake refuse resolve opt choose",
    (
        "orders",
        _POSSIBLE,
    ): "order urge demand call ask require instruct recommend advise direct encourage tell request press push forbid ban appeal insist allow "
    "permit authorize mandate beg implore challenge invite warn",
    (
        "shows",
        _CERTAIN,
    ): "show find indicate include list contain display depict demonstrate prove document record capture detail detect rank measure",
    ("asks", _POSSIBLE): "ask question inquire wonder query probe",
    ("denies", _CERTAIN): "deny reject dismiss refute rebut dispute disavow contradict disagree doubt debunk disprove repudiate",
    ("declines", _POSSIBLE): "decline refuse",
}
_NOUNS = {
    "statement": "say", "claim": "claim", "belief": "believe", "view": "view", "opinion": "believe", "fear": "fear", "hope": "hope", "plan": "plan",
    "intention": "intend", "promise": "promise", "pledge": "pledge", "vow": "vow", "demand": "demand", "call": "call", "order": "order", "request": "request",
    "denial": "deny", "report": "report", "allegation": "allege", "accusation": "accuse", "suggestion": "suggest", "proposal": "propose", "prediction": "predict",
    "assertion": "assert", "argument": "argue", "warning": "warn", "concern": "concern", "desire": "want", "comment": "comment", "remark": "remark",
    "assessment": "assess", "conclusion": "conclude", "estimate": "estimate", "question": "question", "threat": "threaten", "announcement": "announce",
}  # fmt: skip
_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think", "knew": "know", "known": "know", "felt": "feel", "saw": "see", "seen": "see",
    "found": "find", "shown": "show", "sought": "seek", "spoke": "speak", "spoken": "speak", "swore": "swear", "understood": "understand", "meant": "mean", "chose": "choose",
    "heard": "hear", "held": "hold", "denied": "deny", "denies": "deny", "tried": "try", "tries": "try", "replied": "reply", "testified": "testify", "worried": "worry",
    "says": "say", "sees": "see", "forecast": "forecast", "read": "read", "begged": "beg", "planned": "plan", "planning": "plan", "slammed": "slam", "admitted": "admit",
    "committed": "commit", "projected": "project", "hit": "attack", "willing": "willing", "referring": "mention", "referred": "mention", "refers": "mention", "accused": "accuse",
}  # fmt: skip
_TABLE: dict[str, list[tuple[str, str]]] = {}
for (_act, _certainty), _words in _VERBS.items():
    for _word in _words.split():
        _TABLE.setdefault(_word, []).append((_act, _certainty))
_NEGATIVE = re.compile(r"(?i)\b(?:not|never|no|neither|nor|without|hardly|cannot)\b|n['’]t\b")
_COMMENT = re.compile(r"(?i)\b(?:comment|respond|response|reply|reached|elaborate|answer|return|discuss|request)\w*\b")
_INFINITIVE = re.compile(r"(?i)^[\"“‘']?to\s")
_MODAL = re.compile(r"(?i)\b(?:will|would|may|might|could|should|can)\b")


def cue_labels(cue: str, content: str) -> tuple[int, int, int]:
    """Act, certainty and polarity of a cue by number, -1 where the rules do not tell; its content helps to tell orders from words."""
    known = [t for t in (lemma(w) for w in re.findall(r"[a-z]+", cue.lower())) if t in _TABLE]
    negative = _NEGATIVE.search(cue) is not None
    if (negative or "decline" in known or "refuse" in known) and _COMMENT.search(cue):
        return ACTS.index("declines"), CERTAINTIES.index(_POSSIBLE), POLARITIES.index("positive")
    if not known:
        return -1, -1, int(negative) if negative else -1
    act, certainty = _choose(_TABLE[known[-1]], to=_INFINITIVE.match(content) is not None)
    if known[-1] == "decline" or (known[-1] == "refuse" and act == "declines"):
        return ACTS.index("declines"), CERTAINTIES.index(_POSSIBLE), POLARITIES.index("positive")
    if certainty == _CERTAIN and _MODAL.search(cue):
        certainty = _PROBABLE
    negative = negative != (act == "denies")
    return ACTS.index(act), CERTAINTIES.index(certainty), POLARITIES.index("negative" if negative else "positive")


def _choose(readings: list[tuple[str, str]], *, to: bool) -> tuple[str, str]:
    """Of several readings of a verb, the one that goes with its content: "told him to" orders, "told him that" says."""
    wanted = ("plans", "orders") if to else ("says", "believes", "shows", "asks", "denies")
    return next((r for r in readings if r[0] in wanted), readings[0])


@functools.cache
def lemma(word: str) -> str:
    """The bare form of an English verb, or the verb of a noun that reports."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _NOUNS:
        return _NOUNS[word]
    if word in _TABLE:
        return word
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("es", "e"),
        ("es", ""),
        ("s", ""),
        ("ed", "e"),
        ("ed", ""),
        ("ing", "e"),
        ("ing", ""),
    ):
        stem = word.removesuffix(ending) + instead
        if word.endswith(ending) and (stem in _TABLE or stem in _NOUNS):
            return _NOUNS.get(stem, stem)
        doubled = word.removesuffix(ending)
        if word.endswith(ending) and len(doubled) > 2 and doubled[-1] == doubled[-2] and doubled[:-1] in _TABLE:
            return doubled[:-1]
    return word


def source_label(words: str) -> int:
    """The kind of a source by number, -1 where the rules do not tell."""
    low = words.lower().strip()
    if not low:
        return SOURCE_KINDS.index("none")
    if low in ("he", "she", "him", "her", "i", "who", "mr", "himself"):
        return SOURCE_KINDS.index("person")
    if low in ("they", "we", "them", "us", "it", "that", "which", "you", "some", "others", "many", "people"):
        return SOURCE_KINDS.index("unnamed") if low in ("they", "them", "some", "others", "many", "people") else -1
    source = Resolver((), subject=None).resolve(words)
    if source is None:
        return -1
    kind = source.kind
    if kind == "body" and _PERSON.fullmatch(words.strip()):
        kind = "person"  # a bare surname: most sources in capitals that are no body by their nouns are people
    return SOURCE_KINDS.index(kind)


_PERSON = re.compile(r"(?:Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sen\.?|Rep\.?|Gov\.?)?\s*[A-Z][a-zà-ÿ’'-]+(?:\s+[A-Z]\.)?(?:\s+[A-Z][\w’'-]+)?")
