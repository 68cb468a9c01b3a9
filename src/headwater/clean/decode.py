"""The bytes of a text page -> its characters."""

import charset_normalizer

from headwater.errors import CleanError

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BROKEN_SHARE = 0.02  # of the characters: more than this unreadable is no text, less is a scratch on it


def decode(content: bytes) -> str:
    """The text by its byte order mark, as UTF-8, or as the best guess; CleanError where nothing fits.

    A few broken bytes in UTF-8 become U+FFFD and the text is kept.
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
    best = charset_normalizer.from_bytes(content[:200_000]).best()
    if best is None:
        raise CleanError("the bytes are text in no encoding that is known; save the report as UTF-8")
    return content.decode(best.encoding, errors="replace")
