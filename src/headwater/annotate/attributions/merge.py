"""The attributions of the patterns and those that the reader marks in, one list out, in the order of their cues.

Where both find one cue, the patterns' reading stays: on news it is right more often, and it knows whom was told and
which source is the inner one. What the reader alone finds is added where its act states something.
"""

from collections.abc import Sequence

from headwater.annotate.attributions.raw import Raw

ACTS = frozenset(["says", "believes", "shows", "denies", "plans"])
"""Acts of a cue whose content is a statement; orders, questions and refusals state nothing."""


def merge(marked: Sequence[Raw], patterned: Sequence[Raw]) -> list[Raw]:
    """One list; a cue that both find stands once for each content that the patterns give it."""
    added = [m for m in marked if m.act in ACTS and not any(_same_cue(m, p) for p in patterned)]
    return sorted((*patterned, *added), key=lambda r: (r.cue.start, r.cue.end, r.content.start))


def _same_cue(a: Raw, b: Raw) -> bool:
    return a.cue.start < b.cue.end and b.cue.start < a.cue.end
