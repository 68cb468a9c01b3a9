"""The bytes of a text page -> its characters."""

import codecs
import re

import charset_normalizer

from headwater.clean.language import is_plainly_english
from headwater.errors import CleanError

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BROKEN_SHARE = 0.02  # of the characters: more than this unreadable is no text, less is a scratch on it
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w:.-]{2,40})|^\s*<\?xml[^>]{0,100}?\bencoding\s*=\s*[\"']([\w:.-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 4096  # bytes of a page in which it says its encoding
_WESTERN = "cp1252"
# what browsers read as Windows-1252 (WHATWG, Encoding Standard)
_AS_WESTERN = frozenset(["ascii", "iso8859-1", "cp1252"])
_ALPHABETS = re.compile(r"iso8859|cp125|cp8(?:66|74)|cp9|koi8|gb|big5|shift_jis|euc_|mac|tis")
_FEW = 0.05  # share of bytes beyond ASCII: English has more of them in no encoding of one byte a letter


def decode(content: bytes) -> str:
    """The text by its byte order mark, as UTF-8, as it says itself, or as the best guess; CleanError where nothing fits.

    A few broken bytes in UTF-8 become U+FFFD and the text is kept. What is English but for a few bytes, and says nothing
    of its encoding, is Windows-1252, which holds Latin-1: too few letters are left for a guess among alphabets.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        scratched = content.decode("utf-8", errors="replace")
        if scratched.count("\ufffd") <= max(1, int(_BROKEN_SHARE * len(scratched))) and any(
            ord(c) > 127 for c in scratched.replace("\ufffd", "")
        ):
            return scratched
    return _decode_bytes(content)


def _decode_bytes(content: bytes) -> str:
    """Bytes that are no UTF-8."""
    if declared := _declared(content[:_HEAD]):
        return content.decode(declared, errors="replace")
    if b"\0" not in content and len(content.translate(None, bytes(range(128)))) <= max(1, _FEW * len(content)):
        western = content.decode(_WESTERN, errors="replace")
        if is_plainly_english(western):
            return western
    best = charset_normalizer.from_bytes(content[:200_000]).best()
    if best is None:
        raise CleanError("the bytes are text in no encoding that is known; save the report as UTF-8")
    return content.decode(best.encoding, errors="replace")


def _declared(head: bytes) -> str | None:
    """The encoding that a page says it has, by its name here; None where it says none, a wrong one, or UTF-8."""
    match = _DECLARED.search(head)
    if match is None:
        return None
    try:
        name = codecs.lookup((match.group(1) or match.group(2)).decode("ascii")).name
    except (LookupError, ValueError):
        return None
    return _WESTERN if name in _AS_WESTERN else name if _ALPHABETS.match(name) else None
