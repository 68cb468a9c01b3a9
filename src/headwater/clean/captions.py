"""The lines of a page and its mark-up in, the lines with the captions of the pictures among them out."""

import bisect
from collections.abc import Sequence

from headwater.clean.draft import Line
from headwater.clean.markup import Markup, squeeze

_LEAST = 5  # words: a shorter caption is a name or a credit
_MOST = 50  # captions of one page


def with_captions(body: Sequence[Line], markup: Markup) -> tuple[Line, ...]:
    """The lines, and each caption between the first and the last of them that is not there yet, at its place on the page."""
    placed = [line for line in body if line.end]
    if not placed or not markup.captions:
        return tuple(body)
    shown = {squeeze(line.text) for line in body}
    first, last = min(line.start for line in placed), max(line.end for line in placed)
    found = list(body)
    for start, end in markup.captions[:_MOST]:
        text = markup.visible.words(start, end)
        here = markup.visible.place(start, end)
        if len(text.split()) < _LEAST or squeeze(text) in shown or not first - _NEAR <= here[0] < last:
            continue
        shown.add(squeeze(text))
        line = Line(text=text, field="", start=here[0], end=here[1], caption=True, source=markup.visible.source[slice(*here)])
        found.insert(_place(found, here[0]), line)
    return tuple(found)


_NEAR = 3000  # characters of the source before the first line in which the picture of the article stands


def _place(found: Sequence[Line], start: int) -> int:
    """Behind the last line that begins before it; lines with no place stay with those before them."""
    starts: list[int] = []
    for line in found:
        starts.append(max(line.start, starts[-1] if starts else 0))
    return bisect.bisect_right(starts, start)
