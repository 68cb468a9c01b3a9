"""Words of wanting, thinking and feeling: the tables that the patterns of views are built from.

Verbs in their bare form; general lists by hand, after the kinds of private states of Quirk et al. (1985): volition,
intellectual state, emotion, and the acts that show them.
"""

from headwater.annotate.attributions.tables import forms
from headwater.text import words

_WANTS = (
    "want wish hope intend plan aim seek desire need long yearn strive try attempt struggle prefer choose decide opt resolve vow pledge promise "
    "agree consent undertake refuse decline threaten offer volunteer propose demand request ask urge call invite press push lobby campaign appeal "
    "plead beg insist require order command instruct direct tell warn remind encourage persuade convince force compel allow permit let forbid ban "
    "prohibit bar look await push pursue pressure prod coerce decide determine guarantee reassure assure brief consult cooperate collaborate"
)
_THINKS = (
    "believe think consider regard view see deem judge assume presume suppose suspect expect anticipate imagine know understand realise realize "
    "recognise recognize acknowledge admit accept concede doubt question wonder feel hold find treat rate perceive conceive interpret forget ignore "
    "neglect overlook disregard remember recall trust distrust mistrust blame credit accuse charge describe portray label brand call dub"
)
_FEELS = (
    "like love enjoy dislike hate detest despise loathe resent envy admire respect appreciate value cherish treasure favor favour support back "
    "endorse approve applaud praise hail laud commend compliment congratulate thank welcome celebrate honour honor bless defend champion advocate "
    "promote oppose reject resist object protest condemn denounce decry deplore criticise criticize slam blast assail attack rebuke censure chide "
    "berate lambast ridicule mock scorn deride belittle insult fear dread worry regret lament mourn tolerate suffer embrace crave covet miss pity "
    "sympathise sympathize side adhere submit subscribe commit dedicate devote reaffirm reiterate affirm underscore stress emphasise emphasize "
    "highlight express voice convey extend challenge defy provoke intimidate abandon renounce disavow dismiss deny refute dispute contradict "
    "claim allege assert contend argue maintain declare state say announce vouch pray marvel"
)
_IRREGULAR = {
    "see": "sees saw seen seeing",
    "seek": "seeks sought seeking",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "hold": "holds held holding",
    "find": "finds found finding",
    "know": "knows knew known knowing",
    "understand": "understands understood understanding",
    "choose": "chooses chose chosen choosing",
    "undertake": "undertakes undertook undertaken undertaking",
    "forbid": "forbids forbade forbidden forbidding",
    "forget": "forgets forgot forgotten forgetting",
    "tell": "tells told telling",
    "say": "says said saying",
    "let": "lets letting",
    "strive": "strives strove striven striving",
    "plan": "plans planned planning",
    "ban": "bans banned banning",
    "bar": "bars barred barring",
    "beg": "begs begged begging",
    "dub": "dubs dubbed dubbing",
    "opt": "opts opted opting",
    "permit": "permits permitted permitting",
    "compel": "compels compelled compelling",
    "slam": "slams slammed slamming",
    "regret": "regrets regretted regretting",
    "admit": "admits admitted admitting",
    "submit": "submits submitted submitting",
    "commit": "commits committed committing",
    "pity": "pities pitied pitying",
    "envy": "envies envied envying",
    "try": "tries tried trying",
    "deny": "denies denied denying",
    "decry": "decries decried decrying",
    "defy": "defies defied defying",
    "agree": "agrees agreed agreeing",
    "disagree": "disagrees disagreed disagreeing",
    "refute": "refutes refuted refuting",
    "forecast": "forecasts forecast forecasting",
}
_VERBS = f"{_WANTS} {_THINKS} {_FEELS}".split()


def _forms(verb: str) -> list[str]:
    return _IRREGULAR[verb].split() if verb in _IRREGULAR else forms(verb)[1:]


FINITE = frozenset(form for verb in _VERBS for form in _forms(verb))
"""Forms with an ending: wants, wanted, wanting, sought."""
BARE = frozenset(_VERBS)
"""Bare forms: verbs after a plural subject, a pronoun or a modal, else mostly nouns."""
PASSIVE = frozenset(form for form in FINITE if not form.endswith(("ing", "s")))
ADJECTIVES = frozenset(
    words(
        "willing unwilling ready prepared eager keen anxious reluctant hesitant determined resolved concerned worried confident convinced committed "
        "interested opposed happy glad pleased delighted satisfied dissatisfied disappointed angry furious upset alarmed sorry grateful thankful aware "
        "unaware afraid scared fearful certain sure unsure hopeful optimistic pessimistic doubtful sceptical skeptical suspicious wary critical "
        "supportive indifferent serious hostile proud fond tired weary frustrated outraged shocked surprised embarrassed disturbed dismayed sympathetic "
        "against bent obliged inclined dedicated devoted loyal faithful sensitive respectful intent mindful adamant insistent tolerant ashamed"
    )
)
NOUNS = frozenset(
    words(
        "support opposition commitment desire wish hope aim goal intention plan willingness readiness eagerness reluctance refusal determination "
        "resolve concern worry fear anxiety confidence belief conviction faith trust distrust mistrust doubt suspicion view opinion position stance "
        "stand attitude approach policy interest respect appreciation admiration gratitude thanks sympathy solidarity condolences satisfaction "
        "dissatisfaction disappointment anger outrage frustration regret sorrow displeasure approval disapproval endorsement recognition acceptance "
        "rejection condemnation denunciation criticism accusation allegation claim charge praise promise pledge vow assurance assurances guarantee demand "
        "request call appeal urge plea offer proposal warning threat objection protest hostility enmity hatred love affection loyalty dedication devotion "
        "perception understanding assessment expectation expectations vision dream ambition aspiration aspirations preference need demands calls hopes fears "
        "concerns views promises claims accusations doubts plans efforts effort attempt attempts bid push drive campaign fight struggle crusade"
    )
)
DOES = frozenset(
    words(
        "has have had make makes made making give gives gave given giving express expresses expressed expressing voice voices voiced voicing offer "
        "offers offered offering extend extends extended extending convey conveys conveyed conveying attach attaches attached attaching take takes "
        "taken taking took show shows showed shown showing reiterate reiterates reiterated reiterating raise raises raised raising issue issues issued "
        "issuing declare declares declared declaring pay pays paid paying hold holds held holding care cares cared"
    )
)
"""Verbs that say little by themselves: "made a promise to", "attaches importance to"."""
OBJECTS = frozenset(
    words(
        "importance attention heed priority reassurance reassurances statement statements thought consideration sincerity invitation decision refusal "
        "remarks words letter order orders"
    )
)
"""Nouns that hold a view behind such a verb, or before "of" and "by" with whose they are."""
