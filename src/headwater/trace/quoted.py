"""A text in, the spans of its quotations out, quotation marks left out: in curly, straight or German double marks."""

import re

_QUOTED = re.compile(r"[“„«]([^“”„«»\"\n]{3,900})[”“»]|(?<![\w\"])\"(?=\S)([^\"“”\n]{3,900})(?<=\S)\"(?!\w)")


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of what stands in quotation marks, in order; one that never closes is none.

    >>> [('He said: “No deal”.')[s:e] for s, e in quoted('He said: “No deal”.')]
    ['No deal']
    """
    return tuple(m.span(1) if m.group(1) is not None else m.span(2) for m in _QUOTED.finditer(text))
