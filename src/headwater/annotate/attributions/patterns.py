"""The patterns of attribution: regular expressions on text with straight quotation marks, and nothing else."""

import re

from headwater.annotate.attributions.tables import ACTS
from headwater.text import any_of

CUE = re.compile(rf"(?i)(?<![\w-])(?:{any_of(w for w in ACTS if not w.endswith('ing'))})(?![\w-]|'[st])")
EDGE = " \t\xa0,;:.-–—()"
ACCORDING = re.compile(r"(?i)\b(?:according to|in the words of)\s+")
CITING = re.compile(r"(?i)\b(?:citing|quoting|cited|quoted)\s+(?!(?:as|by|in|for|that)\b)")
PER = re.compile(r"(?<=[a-z,] )(?:per|via|first reported by|as reported by|reported by)\s+(?=(?:the\s+)?[A-Z])")
NOUN_END = re.compile(
    r"(?i)[,;:()\"]|\.(?=\s*$)|\s(?:(?-i:[Ww]ho)|which|that|as|in reporting|on|when|while|after|before|because|but|said|says|in (?:a|an|its|his|her|their)|"
    r"has|have|had|is|are|was|were|will|would|reports|reported|amid|for the|and (?:the|that|it|he|she|they|was|were|is|are|has|have))\b"
)
LEAD = re.compile(
    r"(?i)^(?:(?:and|but|however|meanwhile|yet|also|still|separately|later|earlier|while|as|although|though|that|(?-i:[Ww]ho)|which|what|where|when|because|whom|so|then|now|nevertheless)\b[, ]*)+"
)
ADVERBS = re.compile(
    r"(?i)(?:\s+(?:[a-z]{2,}ly|nevertheless|even|too|instead|therefore|apparently|appeared to|appears to|seemed to|also|later|earlier|previously|separately|repeatedly|reportedly|has|have|had|is|was|were|be|been|then|already|further|again|now|today|yesterday|(?-i:[Ww]ho)|which|first|only|not|still|would|will|could|may|might|did|does|do|simply|falsely|officially|"
    r"(?:on|late|early|last|this)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day))+$"
)
WH = re.compile(r"(?i)(?:\b(?-i:[Ww]ho)|\bwhich|\bwhat|\bwhom)\s*$")
QUOTATION_ENDS = re.compile(r"[,.?!]\"([^\"]*)$")
PRONOUN_FIRST = re.compile(r"(?i)(?:it|he|she|they|we|i|you|there|this|that|nobody|everybody|everyone|no one)\b")
NO_NAME = re.compile(
    r"(?i)(?:that|it|he|she|they|on|in|at|to|from|of|by|for|with|about|there|this|no|not|an? \w+ly)\b"
)  # no source begins so
TURN = re.compile(r"(?i)[,;]\s+(?:but|while|and|whereas|although|though)\s+(?:(?:on|late|early)\s+\w+day\s+)?|;\s+")
QUOTED_AS = re.compile(
    r"(?i)\b(?:quoted|quotes|quoting|cited|cites|citing)\s+(?!by\b)(?P<who>(?:\S+\s+){0,8}?\S+?)\s+(?P<cue>(?:as\s+(?:saying|telling\s+\S+|writing|stating)|(?:in|when|while)\s+(?:saying|reporting|writing|stating|claiming|announcing)))(?:\s+that)?\b"
)
ADDRESSEE = re.compile(
    r"\s+((?:[Tt]he )?[A-Z][\w.&'-]*(?:\s+[A-Z][\w.&'-]*)*(?:\s+(?:news agency|newspaper|magazine|television|radio|channel|website|reporters|correspondents))?|(?:the|a|an|his|her|its|their|our)\s+\w+(?:\s+(?:committee|court|agency|newspaper|reporters))?|reporters|journalists|newsmen|\w+ers|him|her|them|us|me)(?=\s|[,.;:]|$)"
)
# what may stand between a cue and its content: when, where and how it was said, and "that"
BEFORE_CONTENT = re.compile(
    r"(?i)[\s,:]*(?:(?:(?:on|late|early|last|this|in|at|during|by|via|from|to|through|after|before|yesterday|today|earlier|later|again|also|recently)\b(?:\s+[^\s,\"]+){0,9}?\s*,?\s*)(?=that\b)|(?:on|late|early|last)\s+\w+day\s*,?\s*|in an?\s+(?:\w+\s+)?(?:statement|interview|note|report|letter|tweet|post|speech|message|filing|memo)\s*,?\s*)?(?:only\s+)?(?:that\s+)?"
)
AFTER_FINAL = re.compile(
    r"(?i)^\s*(?:$|[,.;:)\"'-]|(?:on|late|early|last|this|yesterday|today|earlier|later|via|during|by|in an? |in (?:the|a|his|her|its|their)\b|at (?:a|the|his|her)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|recently|through|to reporters|to the)\b)"
)
CLAUSE_STOP = re.compile(
    r"(?i)\s(?:that|(?-i:[Ww]ho)|which|what|where|when|because|while|although|though|if|but|and)\s|[;:\"]|\s[-–—]{1,2}\s"
)
# with an apposition before the cue, "who" and "which" belong to it
OPEN_STOP = re.compile(r"(?i)\s(?:because|while|although|though|but)\s|[;:\"]|\s[-–—]{1,2}\s")
DETERMINED = re.compile(r"(?i)(?:\b(?:the|an?|any|some|this|that|these|those|its|his|her|their|our|no|such)|'s|s')$")
ANYONE = re.compile(r"(?i)(?:an?|one|the|another|two|three|some)\s+[a-z]")  # who tells somebody something is somebody
PASSIVE = re.compile(r"(?i)\b(?:is|are|was|were|be|been|being)(?:\s+\w+ly|\s+not|\s+first|\s+also)?$")
MODAL = re.compile(r"(?i)\b(?:will|would|could|may|might|must|should|to|can)(?:\s+\w+ly|\s+not|\s+also)?$")
INFINITIVE = re.compile(r"(?i)\s+(?:\S+\s+){0,4}?to\s+[a-z]+\b")
THIS_IS = re.compile(
    r"(?i)^(?:this|that|it|the news|the information)\s+(?:is|was|has been)\s+(?:also\s+)?(reported|said|announced|stated|confirmed)\s+by\s+"
)
THAT = re.compile(r"(?i)\s+(?:[^\s,\"]+\s+){0,6}?that\s")  # "told Reuters on Friday that"
EXPRESSED = re.compile(
    r"(?i)\b(?:(?:expressed|voiced|raised|express|voice)(?=\s+(?:\w+\s+)?(?:concerns?|doubts?|fears?|alarm|hopes?|confidence|optimism)\s+(?:over|about|that|at))|(?:not\s+)?ruled\s+out(?:\s+that)?|made\s+(?:it\s+)?clear\s+that|pointed\s+out(?:\s+that)?)\b|\b(?:called|labell?ed|branded|described)(?=\s+(?!on|for|off|in|up|out|back|upon|to\b)[^,.;\s]+(?:\s+[^,.;\s]+){0,6}?\s+(?:an?\b|as\b|\"))"
)
TAKEN_BACK = re.compile(
    r"(?i)\b(?:retract(?:s|ed)|withdr[ae]w(?:s|n)?|withdrew|recant(?:s|ed)|disavow(?:s|ed)|(?:took|taken|takes|walked|walks)\s+back)\s+"
    r"(?:an?|the|its|his|her|their|our)\s+(?:[a-z]+\s+)?(?:claim|statement|report|allegation|accusation|testimony|remark|assertion|account|suggestion)s?\s+that\b"
)
PARTICIPLE = re.compile(
    r"(?i)(?:,|\"|\band|\b(?:statement|note|letter|report|tweet|post|message|interview))\s+(adding|noting|saying|stressing|warning|claiming|insisting|explaining|stating|arguing|suggesting)\b(?:\s+that\b)?"
)
SUBJECT_FIRST = re.compile(
    r"(?:(?:The|A|An|Its|His|Her|Their) )?(?:[a-z-]+ ){0,2}(?:[A-Z][\w.'-]*(?: of)? ?){0,5}(?:[a-z]+ ){0,2}?(?=(?:has|have|had|also|on|called|issued|released|posted|sent|confirmed|rejected|declined|expressed|condemned|defended|criticised|criticized|declared|wrote|published)\b)"
)
PREFIX = re.compile(r"^((?:The |the )?[A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*){0,4}):\s+(?=[\"']?\S)")
SUFFIX = re.compile(r"[:–—-]\s+((?:the )?[\w.&'-]+(?: [\w.&'-]+){0,3})$")
# a verb or auxiliary: a stretch without one before ", said" is a name with its apposition
VERB = re.compile(
    r"(?i)\b(?:is|are|was|were|be|been|has|have|had|will|would|cannot|can|could|may|might|must|should|did|does|do|[a-z]{2,}ed|took|made|went|came|left|fell|rose|hit|held|put|met|won|lost|gave|got|began|broke|saw|led|set|kept|sent|cut|built|fled|shot|struck|sank|ran|heard|hid|spoke|wrote|knew|thought|felt|brought|bought|fought|taught|caught|sold|stood|meant|spent|slept|dealt|grew|flew|drew|threw|blew|drove|rode|chose|froze|stole|wore|tore|bore|swore|woke|ate|drank|sang|swam|hung|stuck|dug|lay|laid|paid|said|seems?|wants?|needs?|plans?|remains?|has|takes?|makes?|goes|comes|shows?|means?|faces?|includes?|leaves?|keeps?|gets?|gives?)\b|n't\b"
)
# a title or a role right before a name
ROLE_BEFORE = re.compile(
    r"(?i)(?:^|\s)(?:mr|mrs|ms|dr|sen|rep|gov|gen|lt|col|sgt|capt|president|senator|representative|congressman|congresswoman|speaker|leader|secretary|minister|chancellor|governor|mayor|judge|justice|sheriff|general|director|chairman|chairwoman|chair|attorney|spokesman|spokeswoman|spokesperson|analyst|expert|professor|doctor|lawyer|officer|chief|commander|captain|king|queen|prince|princess|pope|bishop|ambassador|envoy|premier|candidate|activist|author|strategist|adviser|advisor|counsel|aide)\.?\s+$"
)
NAME_BEHIND = re.compile(r",\s+([A-Z][\w.'-]+(?:\s+[A-Z][\w.'-]+){1,3})(?=[,.;]|\s*$)")
# a name with what it does behind it
NAME_DOES = re.compile(
    rf"((?:[Tt]he\s+)?[A-Z][\w.'-]*(?:\s+[A-Z][\w.'-]*)*)\s+(?:also\s+|later\s+)*(?i:{VERB.pattern.removeprefix('(?i)')})"
)
TOLD = frozenset(["told", "tells", "tell", "telling"])
