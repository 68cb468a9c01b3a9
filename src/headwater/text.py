"""Pure functions on strings and offsets: text in, text or spans out; imports nothing of ours."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator

WORD = re.compile(r"[^\W_]+(?:[-.,'’ʼ&/][^\W_]+)*")
_QUOTES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "´": "'", "`": "'"})
_SPACE = re.compile(r"\s+")
_SMALL = {
    **dict.fromkeys(("zero", "no"), 0),
    **{
        w: i
        for i, w in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1)
    },
    **{w: i for i, w in enumerate(["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"], start=13)},
    **{w: 10 * i for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)},
}


def content_id(*parts: str) -> str:
    """A short id (16 hex digits, BLAKE2b) that is the same for the same parts on every machine."""
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        data = part.encode("utf8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def fold(text: str) -> str:
    """Lower case, typographic quotes and runs of white space made plain; for comparing, not for offsets."""
    return _SPACE.sub(" ", text.translate(_QUOTES)).strip().lower()


def straighten(text: str) -> str:
    """Typographic quotation marks and apostrophes made plain, every character in its place."""
    for mark, plain in _QUOTES.items():
        text = text.replace(chr(mark), plain)  # ten times as fast as translate on a long text
    return text


def strip_accents(text: str) -> str:
    """Letters without their accents: Café gives Cafe."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return WORD.findall(fold(text))


def any_of(forms: Iterable[str]) -> str:
    """A regular expression for any of some forms, the longest that fits; letters that many begin with are tried once.

    >>> any_of(["said", "says", "say"])
    'sa(?:id|y(?:s)?)'
    """
    tree: dict[str, dict] = {}  # type: ignore[type-arg]  # it holds itself
    for form in forms:
        at = tree
        for letter in form:
            at = at.setdefault(letter, {})
        at[""] = {}
    return _branches(tree)


def _branches(tree: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ways = [re.escape(letter) + _branches(rest) for letter, rest in sorted(tree.items()) if letter]
    if not ways:
        return ""
    inner = ways[0] if len(ways) == 1 and "" not in tree else f"(?:{'|'.join(ways)})"
    return f"{inner}?" if "" in tree else inner


def trim(text: str, start: int, end: int, chars: str = " \t\r\n") -> tuple[int, int]:
    """The span without the given characters at its edges; start == end where nothing is left.

    >>> trim(" a, ", 0, 4, " ,")
    (1, 2)
    """
    while start < end and text[start] in chars:
        start += 1
    while end > start and text[end - 1] in chars:
        end -= 1
    return start, end


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the lines of a text that hold more than white space, edges trimmed."""
    for match in re.finditer(r"[^\n\r\v\f\x85\u2028\u2029]+", text):
        start, end = trim(text, *match.span(), " \t\xa0\u200b\ufeff")
        if start < end:
            yield start, end


def number_of(word: str) -> float | None:
    """The value of a number in figures or words up to ninety-nine, None for anything else.

    >>> number_of("1,200"), number_of("twenty-five"), number_of("many")
    (1200.0, 25.0, None)
    """
    plain = word.lower()
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", plain):
        return float(plain.replace(",", ""))
    parts = plain.split("-")
    if len(parts) == 2 and parts[0].endswith("ty") and all(p in _SMALL for p in parts):
        return float(_SMALL[parts[0]] + _SMALL[parts[1]])
    return float(_SMALL[plain]) if plain in _SMALL else None


def telling(text: str) -> list[str]:
    """The numbers and negations of a text, sorted: texts in which they differ do not say the same.

    >>> telling("Twelve were hurt, not 1,500") == telling("1500 were not hurt, and 12 were"), telling("He didn't"), telling("One of them did")
    (True, ['not'], [])
    """
    return sorted(map(_plainly, _TELLING.findall(fold(text))))


def _plainly(word: str) -> str:
    bare = word.rstrip(".,")
    if bare == "n't":
        return "not"
    if bare.startswith("den"):
        return "deny"
    value = None if bare == "no" else number_of(bare)
    return bare if value is None else repr(value)


_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?"
_TELLING = re.compile(
    r"\d[\d.,]*|n't\b|\b(?:not|no|never|none|nobody|nothing|without|den(?:y|ies|ied)|"
    rf"{_TENS}|{any_of(w for w, value in _SMALL.items() if 1 < value < 20)}|hundred|thousand|million|billion|dozen)\b"
)


def stem(word: str) -> str:
    """A folded word without its commonest ending, so that "sells" and "sell" meet.

    >>> stem("sells"), stem("building"), stem("gas")
    ('sell', 'build', 'gas')
    """
    for ending in ("'s", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word.removesuffix(ending)
    return word
