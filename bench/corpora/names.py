"""Files of names in (BIO columns, CoNLL-U of GUM, re3d), documents of tokenised sentences with BIO labels out.

How the labels of each set map onto the reader's kinds stands in ``KINDS``. A label that a set uses for several of
our kinds gives a set of kinds, and what a set leaves unmarked may be any kind that it does not mark (``UNMARKED``).
"""

import json
import pathlib
import re
from collections.abc import Iterator, Sequence

import msgspec

Kinds = frozenset[str]
NOTHING: Kinds = frozenset()
_PLACES = frozenset(["place", "facility"])
KINDS: dict[str, dict[str, Kinds]] = {
    "uner": {"PER": frozenset(["person"]), "ORG": frozenset(["organisation"]), "LOC": _PLACES},
    "wnut17": {
        "person": frozenset(["person"]),
        "corporation": frozenset(["organisation"]),
        "group": frozenset(["organisation", "group"]),
        "location": _PLACES,
    },
    "btc": {"PER": frozenset(["person"]), "ORG": frozenset(["organisation"]), "LOC": _PLACES},
    "wikigold": {"PER": frozenset(["person"]), "ORG": frozenset(["organisation"]), "LOC": _PLACES},
    "gum": {
        "person": frozenset(["person"]),
        "organization": frozenset(["organisation"]),
        "place": _PLACES,
    },
    "re3d": {
        "Person": frozenset(["person"]),
        "Organisation": frozenset(["organisation"]),
        "Location": _PLACES,
        "Weapon": frozenset(["equipment"]),
        "MilitaryPlatform": frozenset(["equipment"]),
        "Vehicle": frozenset(["equipment"]),
        "Nationality": frozenset(["group"]),
    },
}
"""A set's own label -> the reader's kinds that it may mean; a label that is not here is no kind of ours."""
UNMARKED: dict[str, Kinds] = {
    "uner": frozenset(["group", "equipment"]),
    "wnut17": frozenset(["group", "equipment"]),
    "btc": frozenset(["group", "equipment"]),
    "wikigold": frozenset(["equipment"]),
    "gum": frozenset(["group", "equipment"]),
    "re3d": NOTHING,
}
"""Kinds that a set leaves unmarked: its O says nothing about them."""
_PRONOUNS = frozenset(
    [
        "i",
        "he",
        "she",
        "it",
        "we",
        "they",
        "you",
        "me",
        "him",
        "her",
        "us",
        "them",
        "his",
        "their",
        "its",
        "our",
        "my",
        "your",
        "this",
        "that",
        "these",
        "those",
        "who",
    ]
)
_LEAST_AGREED = 0.5  # re3d: share of annotators; its 0 marks what a machine proposed


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A named mention: first token, the token after its last one, the kinds it may be; none: a name of another sort."""

    start: int
    end: int
    kinds: Kinds


class Tokens(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence: its words, its mentions in order, and the words about which the set says nothing."""

    words: tuple[str, ...]
    mentions: tuple[Mention, ...]
    unsure: tuple[int, ...] = ()


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """Sentences that stand together; ``style`` names the set, see ``KINDS``."""

    name: str
    style: str
    sentences: tuple[Tokens, ...]


def read_names(path: pathlib.Path) -> tuple[Document, ...]:
    """The documents of one file or folder; ValueError where its form is none of those known."""
    if path.is_dir() and any(path.glob("*.entities.jsonl")):
        return tuple(d for p in sorted(path.glob("*.entities.jsonl")) for d in _re3d(p))
    if path.is_dir():
        return tuple(d for p in sorted(path.iterdir()) if p.is_file() for d in read_names(p))
    if path.name.endswith(".entities.jsonl"):
        return _re3d(path)
    if path.suffix == ".conllu":
        return (_gum(path),)
    if path.suffix == ".iob2":
        return _columns(path, "uner", word=1, label=2)
    style = next((s for s in ("wnut17", "btc", "wikigold") if s in path.name or s in path.parent.name), None)
    if style is None:
        raise ValueError(
            f"{path}: no form of names that is known; give .iob2, .conllu, re3d's .entities.jsonl, or BIO columns of {sorted(KINDS)}"
        )
    return _columns(path, style, word=0, label=-1)


def _columns(path: pathlib.Path, style: str, *, word: int, label: int) -> tuple[Document, ...]:
    """BIO columns; documents as the file marks them, else each sentence is its own."""
    documents: list[tuple[str, list[Tokens]]] = []
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf8").split("\n"), ""]:
        if line.startswith("# newdoc"):
            documents.append((line.removeprefix("# newdoc id = "), []))
        if line.startswith("#") and "\t" not in line:
            continue
        if line.strip():
            rows.append(line.split("\t") if "\t" in line else line.split())
        elif rows:
            if not documents or style != "uner":
                documents.append((f"{path.stem}-{len(documents)}", []))
            documents[-1][1].append(_tokens([r[word] for r in rows], [r[label] for r in rows], style))
            rows = []
    return tuple(Document(name=name, style=style, sentences=tuple(s)) for name, s in documents if s)


def _tokens(words: Sequence[str], labels: Sequence[str], style: str) -> Tokens:
    """A sentence of BIO labels; I- after nothing or another label begins (the older IOB of wikigold)."""
    mentions: list[Mention] = []
    begun: tuple[int, str] | None = None
    for i, label in enumerate([*labels, "O"]):
        mark, _, kind = label.strip().partition("-")
        if begun and (mark != "I" or kind != begun[1]):
            mentions.append(Mention(start=begun[0], end=i, kinds=KINDS[style].get(begun[1], NOTHING)))
            begun = None
        if begun is None and mark in ("B", "I"):
            begun = (i, kind)
    return Tokens(words=tuple(words), mentions=tuple(mentions))


def _gum(path: pathlib.Path) -> Document:
    sentences = []
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf8").split("\n"), ""]:
        if line.startswith("#"):
            continue
        if line.strip():
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif rows:
            sentences.append(_gum_sentence(rows))
            rows = []
    return Document(name=path.stem, style="gum", sentences=tuple(sentences))


def _gum_sentence(rows: list[list[str]]) -> Tokens:
    """Names of GUM: the widest mentions made of proper nouns; an adjective with a capital may be a group's."""
    spans = sorted(_gum_spans(rows), key=lambda s: (s[0] - s[1], s[0]))
    taken: list[Mention] = []
    for first, after, kind in spans:
        start, end = _proper(rows, first, after)
        if start < end and not any(start < t.end and t.start < end for t in taken):
            taken.append(Mention(start=start, end=end, kinds=KINDS["gum"].get(kind, NOTHING)))
    covered = {i for t in taken for i in range(t.start, t.end)}
    unsure = (i for i, r in enumerate(rows) if i not in covered and (r[3] == "PROPN" or (r[3] == "ADJ" and r[1][:1].isupper())))
    return Tokens(words=tuple(r[1] for r in rows), mentions=tuple(sorted(taken, key=lambda t: t.start)), unsure=tuple(unsure))


def _gum_spans(rows: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    opened: list[tuple[str, str, int]] = []
    for i, row in enumerate(rows):
        field = next((p.removeprefix("Entity=") for p in row[9].split("|") if p.startswith("Entity=")), "")
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", field):
            if part.startswith("("):
                number, kind = part.strip("()").split("-")[:2]
                opened.append((number, kind, i))
            if part.endswith(")"):
                number = part.strip("()").split("-")[0]
                at = next((k for k in range(len(opened) - 1, -1, -1) if opened[k][0] == number), None)
                if at is not None:
                    _, kind, first = opened.pop(at)
                    yield first, i + 1, kind


def _proper(rows: list[list[str]], start: int, end: int) -> tuple[int, int]:
    """A mention without its determiner, (0, 0) where it is not made of proper nouns."""
    while start < end and rows[start][3] in ("DET", "PUNCT"):
        start += 1
    while start < end and rows[end - 1][3] in ("PART", "PUNCT"):
        end -= 1
    tags = [r[3] for r in rows[start:end]]
    proper = "PROPN" in tags and all(t in ("PROPN", "ADP", "DET", "CCONJ", "NUM", "PART", "PUNCT", "SYM") for t in tags)
    named = start < end and rows[start][3] == "PROPN"
    return (start, end) if proper and named and end - start <= _LONGEST else (0, 0)


_LONGEST = 8  # words of a name
_WORD = re.compile(r"\w+(?:(?:[.-]|[’'](?!s\b))\w+)*|[’']s\b|[^\w\s]")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"(])|\n+")


def _re3d(path: pathlib.Path) -> tuple[Document, ...]:
    """re3d's named mentions: those that half of the annotators marked and that have a capital, "the" cut off.

    Nominal mentions and pronouns ("the regime", "they") are no names. Of mentions that overlap, the widest stays,
    for persons the narrowest (the name without its office).
    """
    texts = path.with_name(path.name.replace(".entities.", ".documents."))
    marks: dict[str, list[tuple[int, int, str]]] = {}
    for line in path.read_text(encoding="utf8").splitlines():
        e = json.loads(line)
        if e["confidence"] >= _LEAST_AGREED:
            marks.setdefault(e["documentId"], []).append((e["begin"], e["end"], e["type"]))
    documents = []
    for line in texts.read_text(encoding="utf8").splitlines():
        d = json.loads(line)
        documents.append(_re3d_document(d["_id"], d["text"], marks.get(d["_id"], [])))
    return tuple(sorted(documents, key=lambda d: d.name))


def _re3d_document(name: str, text: str, marks: list[tuple[int, int, str]]) -> Document:
    named = [(*_bare(text, s, e), kind) for s, e, kind in marks]
    known = [m for m in named if m[0] < m[1] and m[2] in KINDS["re3d"] and _is_named(text[m[0] : m[1]], m[2])]
    people = [m for m in known if m[2] == "Person"]
    known = [m for m in known if not (m[2] == "Person" and any(o != m and m[0] <= o[0] and o[1] <= m[1] for o in people))]
    kept: list[tuple[int, int, str]] = []
    for m in sorted(known, key=lambda m: (m[0] - m[1], m)):
        if not any(m[0] < k[1] and k[0] < m[1] for k in kept):
            kept.append(m)
    sentences = []
    at = 0
    for end in [*(m.start() for m in _END.finditer(text)), len(text)]:
        words = [m.span() for m in _WORD.finditer(text, at, end)]
        if words:
            mentions = [
                Mention(start=inside[0], end=inside[-1] + 1, kinds=KINDS["re3d"][kind])
                for s, e, kind in sorted(kept)
                if (inside := [i for i, (a, b) in enumerate(words) if a < e and s < b])
            ]
            sentences.append(Tokens(words=tuple(text[a:b] for a, b in words), mentions=tuple(mentions)))
        at = end
    return Document(name=name, style="re3d", sentences=tuple(sentences))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    match = re.match(r"(?i)(?:the|a|an)\s+", text[start:end])
    start += match.end() if match else 0
    words = text[start:end].rstrip(" .,;")
    return start, start + len(re.sub(r"[’']s?$", "", words))


def _is_named(words: str, kind: str) -> bool:
    return words.lower() not in _PRONOUNS and (kind in ("Weapon", "MilitaryPlatform", "Vehicle") or any(c.isupper() for c in words))
