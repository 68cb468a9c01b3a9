"""Nothing in, the patterns of furniture out: what lines begin like, and which sentences that begin so are spared.

All patterns are for text with plain quotation marks and apostrophes. "(?i:" stands where capitals say nothing.
"""

import re
from collections.abc import Callable

import msgspec

from headwater.clean.prose import VERB, goes_on, is_said, tells
from headwater.outlets import outlet_pattern
from headwater.tables import MONTH, OUTLET_WORDS, WEEKDAY

CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
NAME = rf"{CAPITAL}[\w.'-]*(?:\s+(?:{CAPITAL}[\w.'-]*|(?:de|van|von|al|bin|der|la|le|di)\b))*"
_DATE = rf"(?:(?:{MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\.?\s+(?:{MONTH}))(?:,?\s+\d{{4}})?|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}"
_ZONE = r"(?:GMT|UTC|[ECMP][SD]?T|CEST|CET|BST|IST|AEST|JST)"
_PLATFORM = r"(?:Facebook|Twitter|X|Instagram|YouTube|WhatsApp|Telegram|LinkedIn|TikTok|Threads|Bluesky|Mastodon|Reddit|Pinterest|Flipboard|Google News|Apple News|Spotify|iTunes|social media)"
_OUTLET = rf"(?:The )?(?:{CAPITAL}[\w.&'-]*\s+){{0,4}}?(?:{'|'.join(sorted(w.title() for w in OUTLET_WORDS))}|TV|Media|Group|Press|Agency|BBC|CNN|NPR|AP|AFP|Reuters)"
_HOLDER = rf"(?:{_OUTLET}|(?:{CAPITAL}[\w.&'-]*\s+){{1,4}}?(?:Ltd|Limited|Inc|LLC|GmbH|Company|Corporation))"
_WORK = r"(?:reporting|editing|writing|research|translation|photography)"


class Row(msgspec.Struct, frozen=True):
    """A kind of line: what it begins with, and the test for the sentences that begin so and are news."""

    kind: str
    why: str
    pattern: re.Pattern[str]
    spared: Callable[[str], bool] | None = None


def _row(kind: str, why: str, pattern: str, spared: Callable[[str], bool] | None = None) -> Row:
    return Row(kind, why, re.compile(pattern), spared)


ROWS = (
    _row("byline", "names who wrote it", rf"(?=.{{4,110}}$)(?!.*{VERB})(?i:by|written by|reporting by|reported by|edited by|story by|words by|posted by)\s+(?!the\b|(?i:{WEEKDAY})\b|(?i:{MONTH})\b(?!\s+[A-Z][a-z])){NAME}(?:\s+(?:staff|reporters?|correspondents?|newsroom))?(?:(?:,|\s+and\b|\s+in\b|\s+for\b|\s*[|&–—-])[^!?;]*)?(?<!\w\w\w\.)$"),
    _row("byline", "names who wrote it", rf"(?i:by|written by)(?:(?:\s+{CAPITAL}[\w'-]+){{2,4}}\.)$|(?i:written by)\s+\d{{1,2}}[:.]\d\d.{{0,40}}$"),
    _row("byline", "names who wrote it", rf"(?i:posted|filed) (?i:in|under|on|at)(?!.*{VERB}|.*,\s+[a-z].*\.$)(?:\s*:|\s+(?=[A-Z\d])).{{0,80}}$", tells),
    _row("byline", "a label of the page's form", r"[-–—•*\s]*(?i:authors?|by|written by|posted by|dates?|published|updated|last updated|source|tags?|topics?|categor(?:y|ies)|section|editor|from|location|issued by|reading time)\s*:?\s*$"),
    _row("byline", "a label with its value", r"[-–—•*\s]*(?i:published|updated|last updated|posted|modified|tags?|topics?|categor(?:y|ies))\s*:\s*\S.{0,80}$", tells),
    _row("byline", "a label with its value", rf"[-–—•*\s]*(?i:authors?|editors?|written by|posted by)\s*:\s*{NAME}(?:(?:,|\s+and\b|\s*[|&–—-]).{{0,60}})?$", tells),
    _row("assistance", "names who helped with it", rf"[-–—•*\s]*\(?(?:(?i:with )?(?i:(?:additional |other |local )?(?:{_WORK}|assistance|contributions)) (?i:by|from)\s*:?|(?i:additional {_WORK}\s*:))\s+(?:(?:the |staff |our )?{CAPITAL}|(?:news )?agencies\b|(?:our )?(?:staff|wires?)\b).{{0,300}}$", tells),
    _row("assistance", "names who helped with it", rf"[-–—•*\s]*{CAPITAL}[^!?]{{1,160}}? contributed to this (?:report|article|story)(?=\W*$|,? (?:from|in|which)\b)"),
    _row("copyright", "a copyright line", r"(?i:©|\(c\)\s*(?:copyright\s*)?\d{4}|copyright\s*(?:©|\(c\)|[:,]?\s*(?:19|20)\d\d\b|$)|all rights reserved(?=\W*$|[.,;]))"),
    _row("copyright", "a copyright line", rf"(?i:copyright)(?:\s*:|\s+(?i:of|by))?\s+{_HOLDER}\b.{{0,60}}$", tells),
    _row("copyright", "a copyright line", r"(?i:this (?:material|article|content) may not be (?:published|reproduced|copied|broadcast)|(?:reproduced|reprinted|republished) with (?:the )?permission)\b", is_said),
    _row("copyright", "where it first appeared", r"(?i:this (?:article|story|piece) (?:was )?(?:originally |first )?(?:published|appeared))\b", is_said),
    _row("copyright", "speaks of the site, not of the news", rf"{_OUTLET} (?i:is not responsible for the content|is free to read|is an? registered (?:charity|trademark)|is funded by (?:its|our|your|readers|the licen[cs]e)|is part of the [\w.&' ]{{1,40}}(?:group|network|family)\b)", is_said),
    _row("caption-credit", "says whose pictures they are", rf"(?i:pictures?|photos?|photographs?|images?|video|illustration|graphics?)(?i: by)?\s*:\s*{CAPITAL}[\w.' /&,-]{{2,60}}$", tells),
    _row("date", "a date alone", rf"(?i:(?:published|updated|posted|last (?:updated|modified))\b[\s:]*)?(?i:(?:(?:{WEEKDAY}),?\s+)?(?:{_DATE}))(?i:[\s,|·•at]*(?:\d{{1,2}}[:.]\d\d(?:\s*[ap]\.?m\.?)?)?\s*{_ZONE}?)$"),
    _row("date", "a time alone", r"(?:\d{1,2}:\d\d\s*(?i:[ap]\.?m\.?)?|\d{1,2}\.\d\d\s*(?i:[ap]\.?m\.?))(?:\s+[A-Z]\w+){0,2}$|(?i:\d+ (?:minutes?|hours?|days?) ago)$"),
    _row("share", "asks to share, follow or subscribe", rf"(?i:follow (?:us|me)(?=\W*$| (?:on|at|via|@|for)\b)|follow our\b|follow (?:the )?(?-i:{CAPITAL})[\w .'-]{{2,60}} on (?=@|http|{_PLATFORM}\b)|get (?-i:{CAPITAL})[\w ]{{2,40}} (?:alerts|news|updates) (?:on|in|by)\b|share (?:this|via)\b|share on (?={_PLATFORM}\b)|(?:like|find|join|follow) us (?:on|at) (?:our |the )?(?=@|http|{_PLATFORM}\b|social)|subscribe (?:to|now|for)\b|sign up (?:for|to|now|here)\b|get (?:the latest|our|breaking)\b.{{0,40}}\b(?:newsletter|inbox|alerts)|download (?:the|our) app\b)", tells),
    _row("share", "asks to share, follow or subscribe", r"(?i:for more (?:news|stories|on this|information)\b.{0,80}\b(?:follow|visit|subscribe|click|see)\b)", tells),
    _row("contact", "asks readers to write in", r"(?i:we pay for your stor|do you have (?:(?:a|any|more) )?(?:story|tips?|information)\b|have you been affected|(?:email|contact|write to|call) us (?:at|on)\b|got a (?:story|tip)\b|send (?:us )?your (?:tips|stories|comments))", tells),
    _row("related", "points to another article", r"(?i:listen|watch) (?i:again|live|now|back)\s*:"),
    _row("related", "points to another article", r"(?i:related(?: (?:articles?|stor(?:y|ies)|content|topics|news|coverage|reading))?|read(?: more| also| next| this)?|also read|see also|more on this(?: story| topic)?|watch|listen|don't miss|recommended|you may also like|in case you missed it)\s*:", goes_on),
    _row("related", "points to another article", r"(?i:read more|read also|read next|also read)(?:\W*$|\s+(?:about|from|on|at|here|in)\b.{0,110}$|\s+(?-i:[A-Z\"'>»→]).{0,110}$)", tells),
    _row("related", "points to another article", r"(?i:read the full (?:story|article|report|text|list|interview|statement|letter|transcript|results?)\b).{0,110}$|(?i:read (?:the|our|more)\b.{1,90}\b(?:here|below|online)\W*)$", tells),
    _row("related", "points to another article", r"(?i:see also)(?:\W*$|\s+[A-Z\"'])|(?i:more on this(?: (?:story|topic|subject))?)(?:\W*$|\s*(?:\.\.\.|…))|(?i:more (?:from|about)\b.{0,60}$|recommended(?: for you)?$|editor'?s'? (?:picks?|choice)\W*$|you may (?:also )?like\W*$|click here\b|don't miss\b)", tells),
    _row("subscription", "asks to subscribe", r"(?i:you(?:'ve| have) (?:reached|read|used|viewed|got) (?:your|all|the|\d+)\b.{0,60}\b(?:articles?|limit|stories)\b|you(?:'re| are) (?:currently )?reading (?:one|\d+|a preview|your)\b.{0,60}\b(?:free|articles?|preview)\b|(?:already|not yet|not) (?:a |an? )?(?:subscribers?|members?)\b|already (?:subscribed|registered|have an account)\b|enjoying (?:this|our|the) (?:story|article|coverage|journalism|content|site)\b|(?:help )?support (?:our|independent|quality|local|great) (?:work|journalism|reporting|newsroom)\b|subscribe (?:to (?:read|continue|unlock)|today|here)\b|(?:log|sign) ?in (?:to|or)\b.{0,60}\b(?:read|continue|subscribe|register|account)\b|to (?:continue|keep) reading\b.{0,80}\b(?:subscribe|log|sign|register|please)|thank(?:s| you) for (?:reading|subscribing|supporting)\b|unlock (?:this|unlimited|full)\b|start your (?:free )?trial|register (?:for free|now) (?:to|and)\b|(?:this|the full) (?:article|story|content) is (?:only )?(?:for|available to|reserved for|exclusive to)\b.{0,30}\b(?:subscribers|members)\b|(?:cancel any ?time|free for \d+ (?:days|weeks|months)|only [€£$]\d)\b.{0,60}$)", is_said),
    _row("advertisement", "an advertisement", r"(?i:advertisements?\b(?:[\s–—-]+continue.*)?$|(?:story|article) continues (?:below|after)\b.{0,40}$|continue reading\b(?! to\b).{0,60}$|sponsored(?: content)?$)", tells),
    _row("menu", "a control of the page", r"(?i:photos?|images?|videos?|share|print|comments?|menu|home|search|close|open|comments? \(\d+\)|print this (?:page|article|story)|listen again|watch again|back to top|back|loading\W*|copy link|e-?mail|facebook|twitter|x|whatsapp|reddit|linkedin|telegram|save|listen|log ?in|sign in|register|skip to (?:main )?content|toggle navigation|close search window|exit mobile version|view comments|leave a comment|show more|load more|next|previous|top stories|trending|most read|most popular)$"),
    _row("menu", "a notice of the site's program", r"(?i:(?:please )?(?:enable|turn on|allow) (?:javascript|cookies)\b|(?:your|this) browser (?:does not|doesn't|is (?:out of date|not|no longer))\b|javascript (?:is (?:disabled|required)|must be)\b|view (?:full|desktop|original|web) (?:version|site|page)\b|(?:hear|listen to|play|watch) (?:the|this) (?:report|story|article|episode|video|audio)\W*$|updates load automatically|follow (?:our|the) live (?:coverage|blog)|you can change your (?:choices|settings|preferences)\b)", is_said),
    _row("contact", "asks what the reader thinks", r"(?i:(?:is|was) this (?:page|article|story|content) (?:useful|helpful)|did you find (?:this|what)\b|report (?:an? (?:error|problem|typo)|this)\b|have your say\b|what do you think\b.{0,60}\?$|let us know (?:in the comments|what you think)\b|join the (?:conversation|discussion)\b|(?:leave|post|add|write) a comment\b)", tells),
    _row("contact", "how to reach the writer", rf"(?:(?i:contact|e-?mail|reach|write to|follow)\s+)?{NAME}.{{0,60}}?(?:(?i:can be reached|may be reached|contributed|reach (?:him|her|them)|follow (?:him|her|them)|is (?:a|an|the)\b.{{3,80}}\breach))\b.{{0,120}}(?:@|\d{{3}})", is_said),
    _row("contact", "how to reach the writer", rf"(?i:contact|e-?mail|reach|write to)\s+(?:(?i:the (?:author|writer|reporter)|us)|{NAME})(?:\s*(?i:at|:|via|on))?\s.{{0,40}}@\w"),
    _row("byline", "names an office", r"(?i:(?:by )?(?:our )?staff (?:writers?|reporters?|reports?|photographers?|correspondents?)|(?:by )?(?:our )?(?:\w+ ){0,2}(?:correspondent|reporter|bureau chief|columnist|editor-at-large)|special to (?:the )?(?:\w+\s?){1,4}|from (?:our|staff) (?:\w+ )?(?:correspondent|reports?))\W*$"),
    _row("menu", "cookies and consent", r"(?i:(?:this (?:site|website)|we) uses? cookies\b|accept (?:all )?cookies\b|by (?:continuing|using) (?:to|this)\b.{0,60}\b(?:cookies|terms|privacy))", is_said),
    _row("menu", "a row of sections", r"(?:[A-Z][\w&' ]{1,25}\s*[|•·>»]\s*){2,}[A-Z][\w&' ]{1,25}$"),
    _row("counter", "a counter", r"(?=.{3,120}$)(?:\(?(?i:visited [\d,]+ times?\b[\s,]*(?:[\d,]+ visits?\b.{0,20})?)\W*$|(?i:\d[\d,.]*k? (?:views?|shares?|comments?|likes?|reads?)\b[\s,|·•]*){1,4}\W*$|(?i:\d+ min(?:ute)?s? read|slideshow \(.{0,40}|\d+ (?:images|photos))$)"),
    _row("menu", "a picture gallery", r"(?i:\d{1,3} show all\b|(?:photo|picture|image) gallery\s*(?:$|[:|–—-]))"),
    _row("menu", "a picture gallery", rf"\d{{1,3}} / \d{{1,3}}\s+(?={CAPITAL}|[\"'\d])", is_said),
)  # fmt: skip
# a numbered picture; one alone may be a share or a day ("9/11"), so it takes another with the same sum
PICTURE = re.compile(r"(\d{1,3})\s*/\s*(\d{1,3})\s+\S")
NEWSLETTER = (
    "newsletter",
    "sign up",
    "subscribe",
    "not a robot",
    "privacy policy",
    "email address",
    "try again later",
    "terms of service",
    "inbox",
    "unsubscribe",
    "special offers",
)
# headings that end an article, and headings of a box that stands within or below one
TEASERS = re.compile(
    r"(?i:(?:the )?(?:latest|more|other|related|recent|trending|popular|top|recommended|further)\s+(?:news|stories|headlines|articles|posts|reading|reports)\b(?:\s+(?:from|on|in|by)\s.{1,60})?:?)$"
)
BOX = re.compile(
    r"(?i:(?:more|also) (?:from|on|in)\s.{1,40}|you (?:may|might) also like:?|read next:?|what to read next:?|also in (?:this|today's)\s.{1,40}|don't miss:?|read more:?|related:?|see also:?|most (?:read|popular)(?: stories)?:?)$"
)
VIDEO = re.compile(
    rf"(?:The )?(?:{outlet_pattern().pattern})'s?\s+{NAME}\s+(?:(?:discusses|explains(?! that\b)|has more|looks at|takes a look|talks (?:to|with|about)|speaks (?:to|with|about))\b|reports(?:\s*[:.]|\s+from\s+{NAME}[:.])?$)"
)
