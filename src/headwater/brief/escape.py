"""Markdown that shows a text as it is: any text in, Markdown out in which nothing of the text is live."""

import re

from headwater.brief.marks import one_line, plain

# what GitHub turns into links without any markup; shown as code, which stays as it is everywhere
_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|www\.)[^\s`<>|\\\[\](){}]*[^\s`<>|\\\[\](){}.,;:!?\"'”’]"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)*|(?<!\w)@\w[\w-]*",
    re.IGNORECASE,
)
# markup of Markdown, and what GitHub adds to it: issues (#12), signs (:smile:) and mathematics ($x$)
_LIVE = re.compile(
    r"[\\`*_{}\[\]<>|~]|&(?=#|\w+;)|:(?=//|[a-z+][\w+-]*:)|(?<=www)\.|(?<!&)#(?=\d)|\$(?=[^\s$](?:[^$]*[^\s$])?\$(?!\d))", re.IGNORECASE
)
_LEADING = re.compile(r"^(?:[-+=#]|\d{1,9}(?=[.)](?:\s|$)))")
_RUN = re.compile(r"\s+")


def escape(text: str) -> str:
    r"""The text on one line of Markdown, after other words; edges keep one space where they had any.

    >>> escape("*a* <b> [c](d) 3 < 4")
    '\\*a\\* \\<b\\> \\[c\\](d) 3 \\< 4'
    """
    text = _RUN.sub(" ", plain(text))
    parts = []
    at = 0
    for match in _ADDRESS.finditer(text):
        parts += [_LIVE.sub(r"\\\g<0>", text[at : match.start()]), code(match.group())]
        at = match.end()
    return "".join([*parts, _LIVE.sub(r"\\\g<0>", text[at:])])


def escape_line(text: str) -> str:
    r"""The text as a line of its own in Markdown: what would begin a heading, a list or a rule is escaped too.

    >>> escape_line("- no"), escape_line("1. no"), escape_line("12 men")
    ('\\- no', '1\\. no', '12 men')
    """
    return guard(escape(text).strip())


def guard(line: str) -> str:
    """A line of finished Markdown text whose first characters begin no block."""
    match = _LEADING.match(line)
    if not match:
        return line
    return f"{match.group()}\\{line[match.end() :]}" if line[0].isdigit() else f"\\{line}"


def code(text: str) -> str:
    """The text as code, in a fence that is longer than any run of backticks in it.

    >>> code("a_b.txt"), code("a`b")
    ('`a_b.txt`', '``a`b``')
    """
    line = one_line(text) or " "
    fence = "`" * (1 + max((len(run) for run in re.findall(r"`+", line)), default=0))
    pad = " " if line[0] == "`" or line[-1] == "`" else ""
    return f"{fence}{pad}{line}{pad}{fence}"
