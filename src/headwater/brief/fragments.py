"""A statement and its article in; is it a fragment that states no fact of its own? By its words alone, and only to put it last.

A reader that cuts sentences into what they say leaves crumbs: "One of them", "asking not to be named", "the rules require".
"""

import re
from collections.abc import Mapping

from headwater.types import BriefArticle, BriefClaim, BriefStatement

MOST_WORDS = 6
"""Words of a fragment; what is longer is taken to say something."""
FRAGMENTS = "A few words of a sentence each, which state no fact of their own."
"""What is said where they stand."""
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_LEANS = frozenset(["who", "whom", "whose", "which", "that", "where"])
"""Words that begin what leans on the words before it; a participle does so too."""
_COUNTS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    " thirty forty fifty sixty seventy eighty ninety dozen dozens hundred hundreds thousand thousands million millions billion half"
)
_FORMS = (
    "am is are was were be been being has have had do does did will would shall should can cannot could may might must ought"
    " ain’t isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t doesn’t don’t didn’t won’t wouldn’t can’t couldn’t"
    " became began bent bet bit blew bled bought bound bred broke brought built burnt burst came caught chose clung cost crept cut dealt"
    " drank drew drove dug dwelt ate fell fed felt fled flew flung forbade forgave forgot fought found froze gave got grew ground held heard"
    " hid hit hung kept knelt knew laid lay lent led left let lit lost made meant met mistook overcame overtook paid put quit ran rang"
    " read rid rode rose said sang sank sat saw sent set shook shone shot shown shrank shut slept slid slung slit sold sought sown span"
    " sped spent spilt spoke sprang spread spun stank stole stood stuck stung strode struck strove swam swept swore swung taught thought"
    " threw thrust told took tore trod understood underwent undertook upheld withdrew withheld withstood woke won wore wove wrote"
    # what stands for a verb in a headline or a short line
    " dead missing hurt seems seem says say means mean wants want knows know remains remain leaves goes comes takes makes gets"
)
_NUMBERS = frozenset(_COUNTS.split())
_VERBS = frozenset(_FORMS.split())
_PRONOUNS = frozenset(["he", "she", "it", "who", "nobody", "everybody", "somebody", "nothing", "everything", "everyone", "anyone"])


def is_crumb(claim: BriefClaim, articles: Mapping[str, BriefArticle]) -> bool:
    """Is every statement of a claim that nobody denies a fragment?"""
    return not claim.standing.contested and all(is_fragment(articles[s.article], s) for s in claim.statements)


def is_fragment(article: BriefArticle, statement: BriefStatement) -> bool:
    """Is a statement a few words of a longer sentence, and without a verb, or does it lean on others without a name or a number?"""
    words = _WORD.findall(statement.quote)
    if len(words) > MOST_WORDS or len(words) >= len(_WORD.findall(article.text, statement.sentence.start, statement.sentence.end)):
        return False
    if not any(_is_verb(words, at) for at in range(len(words))):
        return True
    first = words[0].lower() if words else ""
    return (first in _LEANS or first.endswith("ing")) and not _names_or_counts(article, statement)


def _is_verb(words: list[str], at: int) -> bool:
    """Is a word a verb, as far as its form tells? Plurals end as verbs do, so "-s" counts behind a pronoun or a name alone."""
    word = words[at].lower().replace("'", "’")
    if word in _VERBS or (len(word) > len("need") and word.endswith("ed")) or word.endswith("n’t"):
        return True
    if at == 0:
        return len(word) > len("being") and word.endswith("ing")
    before = words[at - 1]
    return word.endswith("s") and not word.endswith(("ss", "’s")) and (before.lower() in _PRONOUNS or (at > 1 and before[0].isupper()))


def _names_or_counts(article: BriefArticle, statement: BriefStatement) -> bool:
    """Does it hold a name, which is a word with a capital within its sentence, or a number?"""
    for match in _WORD.finditer(article.text, statement.start, statement.end):
        word = match.group()
        if any(c.isdigit() for c in word) or word.lower() in _NUMBERS:
            return True
        if word[0].isupper() and word != "I" and match.start() > statement.sentence.start + 1:
            return True
    return False
