"""Words and patterns beside names that tell what is a place, how fine it is, and when it acts."""

import re

from headwater.annotate.attributions.tables import ACTS
from headwater.text import any_of, words

SIDE_BEFORE = re.compile(
    r"(?i)\b(?P<side>(?:north|south)-?(?:eastern|western|east|west)|northern|southern|eastern|western|central|north|south|east|west) $"
)
REGION_AFTER = re.compile(r"(?i) (?P<sort>province|governorate|region|oblast|prefecture|canton|state)\b")
REGION_BEFORE = re.compile(r"(?i)\b(?P<sort>province|governorate|region|oblast|prefecture|canton|state) of (?:the )?$")
_FACILITY = (
    r"airport|air base|airbase|airfield|naval base|military base|army base|base|port|harbou?r|prison|jail|dam|hospital|railway station"
    r"|train station|bus station|station|consulate|mosque|stadium|refinery|power plant|power station|camp|barracks"
)
FACILITY_AFTER = re.compile(rf"(?i) (?:(?:main|international|central|provincial|regional|military|old|new) )?(?:{_FACILITY})\b")
FACILITY_IN = re.compile(
    rf"(?P<town>.+?)(?: (?:International|Central|Military|Naval|Army|General|University|Provincial|Regional|Main|Grand))* (?i:{_FACILITY})"
)
AIR = re.compile(r"(?i)\b(?:air ?base|airport|airfield)\b")
NEAR_AFTER = re.compile(r",? (?:in|near|outside|at|just outside|close to) (?:the )?(?:[A-Z][\w-]+ )*(?:(?:city|town|village|port) of )?")
LOCATIVE = re.compile(
    r"(?i)(?:\b(?:in|at|near|to|from|of|outside|around|into|across|through|toward|towards|inside|on|over|between|city|town|port|village|capital"
    r"|province|region)[ ,]+(?:the )?(?:[a-z-]+ ){0,2})$"
)
STRICT = re.compile(
    r"(?i)\b(?:(?:in|near|outside|around|across|throughout|inside) (?:the )?(?:(?:northern|southern|eastern|western|central|downtown|nearby) )?"
    r"|(?:city|town|port|village|capital|suburb)(?: of|,)? )$"
)
NEAR_STRICT = re.compile(r"(?i)\b(?:in|near|outside|at|from|to|of|for|downtown|and|around|visited|left|reached) (?:the )?$")
DATELINE = re.compile(r"(?:, [\w .']{2,25})?(?: \([\w /,.-]{2,30}\))? ?(?:--|[-—–_:])|, [A-Z]| \([A-Z]")
REPUBLICAN = re.compile(r"\b[RDI]-$")
# words of a body behind the name of a place, and the words that join one behind the body
OF_PLACE = re.compile(r" (?:of|in|for|at) (?:the )?(?P<place>[A-Z][\w.'’ -]+)$")
_ACTS = any_of(ACTS)
_MORE_ACTS = (
    "accused|agreed|agrees|approved|asked|backed|backs|banned|blamed|blames|called|condemned|decided|demanded|demands|denied|denies|deployed"
    "|had|has|imposed|invaded|launched|launches|offered|opposed|opposes|ordered|plans|recognised|recognized|refused|refuses|rejected|rejects"
    "|sanctioned|sent|signed|supports|supported|threatened|urged|urges|vetoed|voted|vowed|wants|wanted|warned|withdrew"
)
ACTS_AFTER = re.compile(
    rf"(?: (?:also|again|later|now|still|has|had|have|will|would|repeatedly|strongly))* (?:{_ACTS}|{_MORE_ACTS})\b(?! (?:in|at|near)\b)"
)
OFFICE_AFTER = re.compile(
    r"(?:['’]s)? (?:[a-z]+ ){0,2}?(?:government|administration|army|military|navy|police|president|prime minister|premier|minister|ministry|parliament"
    r"|foreign ministry|defen[cs]e ministry|embassy|consulate|ambassador|envoy|officials?|authorities|forces|troops|soldiers|leaders?|lawmakers?"
    r"|mayor|governor|prosecutors?|court|council|team|side|delegation|regime|allies|sanctions|diplomats?|intelligence)\b"
)
# names of towns that are more often something else: words, and family names
OFTEN_NO_TOWN = frozenset(
    words(
        "nice reading bath mobile liberal enterprise come spring central olympic police delta summit market god man male split most bar lens "
        "orange corona pavilion eagle liberty independence freedom union hope progress victory surprise paradise best date of along born "
        "imperial royal grand normal temple university college church chapel castle garden gardens lake park beach valley hill hills woodlands "
        "lincoln jackson hamilton houston austin tyler taylor madison columbus cleveland clinton bush obama wilson anderson johnson davis "
        "campbell stewart morgan warren fairfield lancaster manning bell moore evans martin denton mason perry franklin sheridan hunter norton "
        "douglas marshall carter lawrence russell howard wayne gary irving garland carson aurora florence victoria charlotte marion chester "
        "ross nelson gilbert henderson robertson mckinney edison hutchinson burbank young chan chu cook dole paterson rangel monster may "
        "north south east west northern southern eastern western northeast northwest southeast southwest toyota ford duma senate congress "
        "christmas easter sunday monday tuesday wednesday thursday friday saturday internet facebook christian muslim catholic jewish"
    )
)
# words that regions have for names and that say in the name of a body what it is about
OFTEN_NO_REGION = frozenset(
    words(
        "maritime littoral coastal plateau plateaux delta rivers lakes savannah highland highlands midlands lowlands borders interior metropolitan "
        "central centre northern southern eastern western upper lower mountain mountains forest coast islands island unity atlantic pacific arctic "
        "antarctic mediterranean baltic federal national capital urban rural industrial marine river valley union liberty hope"
    )
)
