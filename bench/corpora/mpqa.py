"""A JSON file of nested sources in, documents with questions and the chains that people gave out (MPQA, Wiebe et al. 2005)."""

import json
import pathlib
import re

import msgspec

_BLANK = re.compile(r"(?:\\n|\\t|\s)+")  # the file writes tabs and line breaks out
_WRITER = "w"


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A run of a document's text, and who stands between the writer and these words, nearest to the fact first."""

    start: int
    end: int
    chain: tuple[str, ...]


class Nested(msgspec.Struct, frozen=True, kw_only=True):
    """A document with its questions; ``lost`` counts those whose words are not in its text."""

    id: str
    text: str
    questions: tuple[Question, ...]
    lost: int


def read_mpqa(path: pathlib.Path) -> tuple[Nested, ...]:
    """The documents in order of their ids. Chains: the writer and repeats dropped, turned round.

    A question stands where its words first do within its sentence, and the sentence where it first stands in the text.
    """
    records = json.loads(path.read_text(encoding="utf8"))
    return tuple(_document(name, records[name]) for name in sorted(records))


def _document(name: str, record: dict[str, object]) -> Nested:
    text = _BLANK.sub(_break, str(record["context"]).replace("\\'", "'")).strip()
    items: list[dict[str, object]] = record["extract"]  # type: ignore[assignment]
    found = tuple(q for q in (_question(text, item) for item in items) if q)
    return Nested(id=name, text=text, questions=found, lost=len(items) - len(found))


def _question(text: str, item: dict[str, object]) -> Question | None:
    sentence, words = (_locate(str(item[key])) for key in ("text", "question"))
    where = sentence.search(text)
    at = words.search(text, *where.span()) if where else None
    sources: list[str] = item["answer"]  # type: ignore[assignment]
    chain = dict.fromkeys(_BLANK.sub(" ", s.replace("\\'", "'")) for s in sources if s != _WRITER)
    return Question(start=at.start(), end=at.end(), chain=tuple(reversed(chain))) if at else None


def _locate(words: str) -> re.Pattern[str]:
    """Finds words whatever white space stands between them."""
    return re.compile(r"\s+".join(map(re.escape, _BLANK.sub(" ", words.replace("\\'", "'")).split())) or r"(?!)")


def _break(blank: re.Match[str]) -> str:
    """A paragraph's end where a tab or two breaks stand, else a space: lines are wrapped by one break."""
    written = blank.group()
    return "\n\n" if "\\t" in written or written.count("\\n") > 1 else " "
