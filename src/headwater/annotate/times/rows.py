"""The table of time expressions: words that give one away -> patterns, each with the reader of its match."""

import re
from collections.abc import Callable
from typing import NamedTuple

from headwater.annotate.times import lengths, readers
from headwater.annotate.times.days import Days, Moment
from headwater.tables import MONTH, WEEKDAY

Read = Callable[[re.Match[str], Moment], Days | None]


class Row(NamedTuple):
    """A pattern, the reader of its match, and words of which one stands in every match: without them it is not tried."""

    pattern: re.Pattern[str]
    read: Read
    needs: tuple[str, ...] = ()


_M = rf"(?P<m>{MONTH})\b\.?"
_LONG_M = r"(?P<m>January|February|March|April|May|June|July|August|September|October|November|December)"
_Y = r"(?P<y>(?:1[5-9]|20)\d\d)"
_D = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_W = rf"(?P<w>{WEEKDAY})"
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_COUNTED = rf"\d+ 1/2|(?:an?|{_SMALL}|\d+) (?:hundred|thousand|million|billion)|{_TENS}[- ](?:one|two|three|four|five|six|seven|eight|nine)|{_TENS}|{_SMALL}|\d+(?:[.,]\d+)?"
_OPEN = "a few|several|many|some|few|a couple(?: of)?|couple of|dozens of|hundreds of|a number of"
_C = rf"(?P<c>half an?|{_OPEN}|{_COUNTED}|an additional|another|an?)"
_UNIT = r"(?P<unit>seconds?|minutes?|hours?|days?|weeks?|fortnights?|weekends?|months?|(?<!-)quarters?|(?<!three-)quarters|years?|decades?|centur(?:y|ies))\b"
_LONG_UNIT = r"(?P<unit>week|fortnight|weekend|month|quarter|year|decade)\b"
_ABOUT = r"(?:(?:(?:well |just )over|under|about|around|nearly|almost|roughly|approximately|(?:no )?more than|less than|fewer than|at least|at most|up to|just over|just under)\s+)?"
_SEASON = r"(?P<s>spring|summer|autumn|fall|winter)"
_INTO = "(?:(?<=\\bin )|(?<=\\binto )|(?<=\\bover )|(?<=\\bduring )|(?<=\\bthrough )|(?<=\\bby )|(?<=\\bsince )|(?<=\\bof ))"
_NTH = r"(?P<n>first|second|third|fourth|final|last|1st|2nd|3rd|4th)"
_HOLIDAY = (
    r"(?P<h>New Year['’]s (?:Day|Eve)|Christmas(?: Day| Eve)?|Boxing Day|Halloween|May Day|Valentine['’]s Day|Thanksgiving(?: Day)?"
    r"|Good Friday|Easter(?: Sunday| Monday)?)"
)
_COUNTED_NOUN = (
    "people|soldiers|troops|men|women|children|dollars|euros|pounds|miles|km|metres|meters|feet|jobs|workers|points|houses|homes|votes"
)


def _rows(*rows: tuple[str, Read] | tuple[str, Read, str]) -> tuple[Row, ...]:
    return tuple(Row(re.compile(f"(?i){row[0]}"), row[1], tuple(row[2].split("|")) if len(row) > 2 else ()) for row in rows)


_AT_MONTH = _rows(
    (rf"(?:\b(?:{WEEKDAY}),?\s+)?\b{_M}\s+{_D},?\s+{_Y}\b", readers.full_date),
    (rf"(?:\b(?:{WEEKDAY}),?\s+)?\b{_D}\s+(?:of\s+)?{_M},?\s+{_Y}\b", readers.full_date),
    (rf"\b{_M},?\s+(?:of\s+)?{_Y}\b", readers.month_year),
    (
        rf"(?:\b(?:{WEEKDAY}),?\s+)?\b{_M}\s+{_D}(?:(?:\s?[-–]\s?|\s+to\s+)(?P<d2>\d{{1,2}}))?\b(?!,?\s*\d{{4}}|[.,]\d|%|:\d)",
        readers.month_day,
    ),
    (rf"(?:\b(?:{WEEKDAY}),?\s+)?\b{_D}\s+(?:of\s+)?{_M}\b(?!\s+\d{{4}})", readers.month_day),
    (rf"\b{_M}\s+(?:of\s+)?(?P<q>this|last|next) year\b", readers.month_of_relative_year),
    (rf"\b(?:each|every) {_LONG_M}\b", readers.month_set),
    (rf"\b(?:(?P<p>last|next|this)\s+)?{_LONG_M}\b(?!\.?,?\s+(?:\d|of \d))", readers.bare_month),
)
_AT_WEEKDAY = (
    *(_AT_MONTH[i] for i in (0, 1, 3, 4)),
    *_rows(
        (rf"\b(?:(?P<q>last|next|past|this coming|this|coming|the previous|previous)\s+)?{_W}\b", readers.weekday),
        (rf"\b(?:each|every) {_W}s?\b", readers.weekday_set),
        (rf"\b{_W}s\b", readers.weekday_set),
    ),
)
_AT_YEAR = _rows(
    (rf"(?<![\d$€£,.:-])(?<!\w){_Y}[-–](?P<y2>(?:1[5-9]|20)\d\d|\d\d)\b(?![-–]\d|%)", readers.plain_year),
    (
        rf"(?:\bfiscal (?:year )?|\bthe year )?(?:(?<=\bmid-)|(?<![\d$€£,.:/-])(?<!\w)){_Y}\b(?![\d%/]|[.,:]\d|[-–][a-z]|\s+(?:{_COUNTED_NOUN})\b)",
        readers.plain_year,
    ),
    (r"\b(?:the )?(?P<y>(?:1[5-9]|20)\d0)['’]?s\b(?P<short>)", readers.decade),
    (rf"\b(?:the end of|end of|year-end) {_Y}\b", readers.end_of_year),
    (rf"\b(?:the )?{_Y}(?:['’]s)? (?:fiscal )?{_NTH}[- ](?P<of>quarter|half)\b", readers.quarter, "quarter|half"),
    (rf"\b(?:the )?(?P<q>){_Y} (?:fiscal )?(?:quarter|period)\b", readers.named_quarter, "quarter|period"),
)
_AT_DECADE = _rows(
    (r"(?:\bthe )?['’](?P<short>\d0)s\b(?P<y>)", readers.decade),
    (r"\bthe (?P<short>twen|thir|for|fif|six|seven|eigh|nine)ties\b(?P<y>)", readers.decade),
)
_AT_NUMBERS = _rows(
    (r"\b(?P<y>\d{4})-(?P<mm>\d\d)-(?P<d>\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?\b", readers.iso_date),
    (r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)\d\d)(?![\d/])", readers.slashed_date),
    (r"(?<![\d.])(?P<a>\d{1,2})\.(?P<b>\d{1,2})\.(?P<y>(?:19|20)\d\d)(?!\.?\d)", readers.dotted_date),
)
_AT_NEAR = _rows(
    (r"\b(?:the )?day (?:before yesterday|after tomorrow)\b", readers.near_day, "yesterday|tomorrow"),
    (r"\b(?:yesterday|today|tonight|tomorrow)\b", readers.near_day),
    (r"\b(?:last night|this (?:morning|afternoon|evening))\b", readers.near_day),
    (r"\bovernight\b", readers.overnight),
)
_AT_QUARTER = _rows(
    (
        rf"\b(?:(?P<q>this|last|next) year['’]s |the )?(?:(?P<ago>year-ago|year-earlier) )?(?:fiscal )?{_NTH} (?:fiscal )?(?P<of>quarter|half)\b(?: of (?:(?:fiscal )?{_Y}|(?P<q2>this|last|next) year|the year))?",
        readers.quarter,
        "quarter|half",
    ),
    (rf"\b(?:fiscal )?{_NTH}-(?P<of>quarter|half)\b", readers.quarter, "quarter|half"),
    (rf"\bQ(?P<n>[1-4])(?: (?:of )?{_Y})?\b", readers.quarter),
    (
        r"\b(?:the |a )?(?P<q>latest|year-ago|year-earlier|same|previous|prior) (?:fiscal )?(?:quarter|period)\b",
        readers.named_quarter,
        "quarter|period",
    ),
    (r"\b(?P<q>year-ago|year-earlier)\b", readers.named_quarter, "year-"),
)
_AT_UNIT = (
    _AT_NEAR[0],
    _AT_QUARTER[0],
    *_rows(
        (rf"\b{_ABOUT}{_C}(?: (?:or|to) (?:two|three|so|{_COUNTED}))?\s+(?:or so )?{_UNIT}(?: or so)? ago\b", lengths.ago, "ago"),
        (rf"\b{_ABOUT}{_C}\s+{_UNIT} from now\b", lengths.from_now, "from now"),
        (rf"\b{_ABOUT}{_C}\s+{_UNIT}\s+(?P<way>later|earlier)\b", lengths.later, "later|earlier"),
        (r"\b(?P<c>)(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries) ago\b", readers.fixed("PAST_REF"), "ago"),
        (
            rf"\b(?:(?:the|these|his|her|its|their|our) )?(?P<q>past|last|next|coming|following|previous|preceding|first|latest) (?P<c>{_OPEN}|few|couple of|{_COUNTED})(?:\s+more)?(?:\s+|-){_UNIT}",
            lengths.span,
            "past|last|next|coming|following|previous|preceding|first|latest",
        ),
        (rf"\b(?:the|this) (?P<q>past) (?P<c>){_UNIT}", lengths.span, "past"),
        (r"\b(?:the )(?P<q>last|next) (?P<c>)(?P<unit>week|month|decade|century)\b", lengths.span, "the last|the next"),
        (
            rf"\b(?P<q>(?:the )?(?:last|next|coming)|previous|following|this|the current|this past)\s+(?:fiscal )?{_LONG_UNIT}(?!-)",
            readers.relative_unit,
            "last|previous|next|coming|following|this|current",
        ),
        (
            r"\b(?:the|that) (?P<q>same|following|previous|preceding) (?P<unit>day|week|month|quarter|year)\b",
            readers.other_unit,
            "same|next|following|previous|that",
        ),
        (r"\bthe (?P<q>next) (?P<unit>day)\b", readers.other_unit, "next"),
        (r"\b(?P<q>that) (?:same )?(?P<unit>day|week|month|year)\b", readers.other_unit, "same|next|following|previous|that"),
        (rf"\b(?:the )?(?P<c>{_COUNTED}) {_UNIT}(?! olds?\b| of age\b)", lengths.duration),
        (
            rf"\b{_ABOUT}(?!an? (?:second|quarter)\b){_C}(?:[- ](?:to|or)[- ](?:{_COUNTED}))?[- ](?:more )?{_UNIT}(?:-long\b)?(?![- ]olds?\b| of age\b)",
            lengths.duration,
        ),
        (r"\b(?:every|each)(?: other| single)? (?:day|night|week|month|quarter|year|hour)\b", lengths.repeated, "every|each"),
        (r"\b(?:recent|past|previous) (?:days|weeks|months|quarters|years|decades)\b", readers.fixed("PAST_REF"), "recent|past|previous"),
        (
            r"\b(?:the )?(?:future|next) (?:days|weeks|months|quarters|years|decades)\b",
            readers.fixed("FUTURE_REF"),
            "coming|future|next",
        ),
        (r"\b(?:the )?coming (?P<unit>days|weeks|months|quarters|years|decades)\b", lengths.open_duration, "coming"),
        (r"\b(?P<unit>days|weeks|months|years|decades|centuries)(?:-long)?\b(?![- ]old\b| of age\b)", lengths.open_duration),
        (r"\bthese days\b", readers.fixed("PRESENT_REF"), "these days"),
        (rf"\bthe (?:full |fiscal )?(?P<unit>quarter|week|month|year)\b(?!-| of (?:{MONTH})\b)", readers.the_unit, "the "),
        (r"\bthe weekend\b", readers.the_weekend, "weekend"),
        (r"\byear[- ]end\b", readers.end_of_year, "end"),
        (r"\b(?:the )?(?P<n>\d\d)(?:st|nd|rd|th)[- ](?:century|centuries)\b(?P<q>)", readers.century, "centur"),
        (r"\b(?P<q>this|last|next) century\b(?P<n>)", readers.century, "century"),
    ),
)
_AT_SEASON = _rows(
    (rf"\b(?:the )?{_SEASON} (?:of )?{_Y}\b", readers.season),
    (rf"\b(?:(?P<q>last|this|next|this past|this coming)|{_INTO}the(?: early| late)?|(?<=\bin)) {_SEASON}\b", readers.season),
)
_AT_WORD = (
    *_rows(
        (r"\b(?:right )?now\b", readers.fixed("PRESENT_REF")),
        (r"\b(?:currently|current|nowadays)\b", readers.fixed("PRESENT_REF")),
        (
            rf"\b(?:more |most )?recently\b|\bthe (?:recent )?past\b(?! (?:\d|few|several|couple|{_COUNTED}|second|minute|hour|day|week|month|quarter|year|decade|century|half|some|many|two))",
            readers.fixed("PAST_REF"),
        ),
        (r"\bthe (?:near |immediate )?future\b|(?<=\bin )future\b", readers.fixed("FUTURE_REF")),
        (r"\b(?:daily|weekly|monthly|annually|yearly|hourly|nightly)\b", lengths.repeated),
    ),
    *_AT_UNIT,
)
_AT_HOLIDAY = _rows((rf"\b(?:(?P<q>last|next|this) )?{_HOLIDAY}\b(?:,? {_Y}\b)?", readers.holiday))
_AT_CLOCK = _rows(
    (
        r"(?<![\d.:])\b(?P<hh>\d{1,2})(?:[:.](?P<mi>\d\d))?\s?(?P<ap>a\.?m\b\.?|p\.?m\b\.?)(?:\s(?:[ECMP][SD]T|GMT|UTC|BST|CET|CEST|local time))?",
        readers.clock,
    ),
    (
        r"(?<![\d.:/-])\b(?P<hh>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)(?![\d:%])(?:\s(?:[ECMP][SD]T|GMT|UTC|BST|CET|CEST|local time)\b)?",
        readers.clock,
    ),
    (r"\b(?P<word>noon|midnight|midday)\b", readers.clock),
)

# the words that give an expression away, and the rows that are tried there
_KINDS: tuple[tuple[str, str, tuple[Row, ...]], ...] = (
    ("month", f"{MONTH}|{MONTH.upper()}", _AT_MONTH),
    ("weekday", f"(?:{WEEKDAY}|{WEEKDAY.upper()})[sS]?", _AT_WEEKDAY),
    ("numbers", r"\d{4}-\d\d-\d\d(?:T\d\d)?|\d{1,2}/\d{1,2}/\d{4}\b|\d{1,2}\.\d{1,2}\.\d{4}", _AT_NUMBERS),
    ("clock", r"\d{1,2}(?::\d\d|\s?[ap]\.?m)|noon|midnight|midday", _AT_CLOCK),
    ("year", r"(?:1[5-9]|20)\d\ds?", _AT_YEAR),
    ("near", "yesterday|today|tonight|tomorrow|overnight|last night|this (?:morning|afternoon|evening)", _AT_NEAR),
    ("quarter", "quarter|half|period|year-(?:ago|earlier)|q[1-4]", (*_AT_QUARTER[1:], *_AT_YEAR[-2:], *_AT_UNIT)),
    ("unit", "seconds?|minutes?|hours?|days?|weeks?|fortnights?|weekends?|months?|quarters|years?|decades?|century|centuries", _AT_UNIT),
    ("season", "spring|summer|autumn|fall|winter", _AT_SEASON),
    ("word", "now|currently|current|nowadays|recently|recent|past|future|daily|weekly|monthly|annually|yearly|hourly|nightly", _AT_WORD),
    ("holiday", "new year|christmas|boxing|halloween|valentine|thanksgiving|good friday|easter", _AT_HOLIDAY),
)
_NAMED = ("month", "weekday", "holiday")  # words that are times only with a capital
ROWS = {kind: rows for kind, _, rows in _KINDS}


def _cased(kind: str, words: str) -> str:
    """Words with their capitals spelled out: without the flag for case a search is several times faster."""
    if kind in _NAMED:
        return re.sub(r"[a-z]{3,}", lambda m: m[0].capitalize(), words)
    return re.sub(r"(?:^|(?<=[|(:]))([a-z])", lambda m: f"[{m[1].upper()}{m[1]}]", words)


HINT = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{kind}>{_cased(kind, words)})' for kind, words, _ in _KINDS)})\b|(?:['’](?=\d0s)|(?<=[Tt]he )(?=(?:twen|thir|for|fif|six|seven|eigh|nine)ties))(?P<decade>\w+)\b"
)
ROWS["decade"] = _AT_DECADE

# readers that ask whether the words around look back or ahead
TENSED = frozenset(
    [
        readers.month_day,
        readers.bare_month,
        readers.weekday,
        readers.season,
        readers.quarter,
        readers.holiday,
        readers.relative_unit,
        readers.the_weekend,
    ]
)
