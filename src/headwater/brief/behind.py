"""What stands behind a claim, in words for every rendering: sides, the Admiralty suggestion, calls, changed quotations."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from headwater.brief.marks import one_line
from headwater.brief.view import StoryView, report_name
from headwater.types import BriefArticle, Drift, Form, Standing

CALL_TITLES = {
    "not read": "named and not read",
    "single origin": "the only origin",
    "no document": "denied, without a document",
}
_STANCES = {"asserts": "Asserted by", "denies": "Denied by", "does not know": "Do not know", "could not verify": "Could not verify it"}


class Told(NamedTuple):
    """One form of a quotation as it is shown: its words in runs, changed or not, who is credited, and who prints it."""

    pieces: tuple[tuple[str, bool], ...]
    speakers: tuple[str, ...]
    articles: tuple[BriefArticle, ...]


def side_lines(standing: Standing) -> Iterator[str]:
    """A line a side, where there is more than one: Denied by: Anna Berg."""
    if len(standing.sides) > 1:
        for side in standing.sides:
            yield f"{_STANCES[side.stance]}: {', '.join(one_line(name) for name in side.origins) or 'a report in its own voice'}"


def admiralty_words(standing: Standing) -> str:
    """The suggestion on the scale of the Admiralty; "" where there is none."""
    return f"Admiralty {standing.admiralty.words}" if standing.admiralty else ""


def told_forms(view: StoryView, drift: Drift) -> tuple[Told, ...]:
    """The forms of a quotation, the oldest first, with what differs from it marked in the others."""
    first = drift.forms[0].text.split()
    return tuple(_told(form, first, view.articles) for form in drift.forms)


def _told(form: Form, first: list[str], articles: Mapping[str, BriefArticle]) -> Told:
    mine = form.text.split()
    same = SequenceMatcher(None, [_bare(w) for w in first], [_bare(w) for w in mine], autojunk=False).get_matching_blocks()
    kept = {n for block in same for n in range(block.b, block.b + block.size)}
    pieces: list[tuple[str, bool]] = []
    for n, word in enumerate(mine):
        changed = n not in kept
        if pieces and pieces[-1][1] == changed:
            pieces[-1] = (f"{pieces[-1][0]} {word}", changed)
        else:
            pieces.append((word, changed))
    held = dict.fromkeys(m[0] for m in form.mentions if m[0] in articles)
    return Told(tuple((one_line(text), changed) for text, changed in pieces), form.speakers, tuple(articles[i] for i in held))


def _bare(word: str) -> str:
    return word.lower().strip(".,;:!?\"'“”‘’")


def tellers_of(told: Told) -> str:
    """The reports that print a form, each once."""
    return ", ".join(dict.fromkeys(report_name(a) for a in told.articles))
