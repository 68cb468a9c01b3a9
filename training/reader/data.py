"""The data folder in, tokenised examples and the teacher's vectors out.

    python -m training.reader.data [--out build/reader]

Reads PolNeAR (train), UDS-IH2 (train), UNER EWT (train), GUM (news, interview, court, academic), re3d, WNUT17, BTC,
wikigold and the texts of ECB+; writes examples.pickle and vectors.npy. About 4 minutes on 2 cores.
"""

import argparse
import pathlib
import pickle
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from bench.corpora.factuality import read_factuality
from bench.corpora.names import UNMARKED, Document, Tokens, read_names
from bench.corpora.polnear import ROLES, Annotated, read_polnear
from bench.sets import ROOT, data_root
from headwater.annotate.propositions import find_propositions
from headwater.annotate.sentences import find_sentences
from headwater.labels import NAMES, bio
from headwater.pieces import Paragraph, cut
from headwater.types import Article, Published
from training.reader.silver import cue_labels, source_label

BUILD = ROOT / "build" / "reader"
TOKENIZER = ROOT / "src" / "headwater" / "weights" / "tokenizer.json"
GENRES = ("news", "interview", "court", "academic")
_NAME_LABELS = bio(NAMES)
_ROLE_LABELS = bio(ROLES)


class Labelled(msgspec.Struct, kw_only=True):
    """A paragraph with its labels; every list of labels is as long as the paragraph has words, or None."""

    paragraph: Paragraph
    roles: list[int] | None = None
    names: list[int] | None = None
    """A bit for each label of a name that the set allows for this word; 0 says nothing."""
    events: list[int] | None = None
    facts: list[tuple[int, float]] = []
    cues: list[tuple[int, int, int, int, int]] = []
    """Word, act, certainty, polarity, kind of source; -1 says nothing."""
    spans: list[tuple[int, int, int]] = []
    """First word, the word after the last, and the row of the teacher's vector."""
    answers: npt.NDArray[np.float16] | None = None
    """(words, labels of roles): how likely each is for a reader of roles alone."""


Example = list[Labelled]


class Teacher:
    """Texts whose vectors the reader has to give, each once."""

    def __init__(self) -> None:
        """No texts yet."""
        self.rows: dict[str, int] = {}

    def row(self, text: str) -> int:
        """The row of a text's vector."""
        return self.rows.setdefault(text, len(self.rows))


def tokenizer() -> Tokenizer:
    """The trunk's tokenizer, without padding or truncation."""
    loaded = Tokenizer.from_file(str(TOKENIZER))
    loaded.no_padding()
    loaded.no_truncation()
    return loaded


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """The lines of a text that hold anything."""
    return [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def attributed(article: Annotated, known: Tokenizer) -> Example:
    """A PolNeAR article with roles and silver labels of its cues."""
    spans = paragraphs_of(article.text)
    found = []
    for (start, end), paragraph in zip(spans, cut(known, [article.text[s:e] for s, e in spans]), strict=True):
        roles = [0] * len(paragraph.words)
        for role in ROLES:
            label = _ROLE_LABELS.index(f"B-{role}")
            for s, e in getattr(article, role):
                inside = [i for i, (_, a, b) in enumerate(paragraph.words) if start + a < e and s < start + b]
                for k, i in enumerate(inside):
                    roles[i] = label if k == 0 else label + 1
        cues = []
        for gold in article.attributions:
            if gold.cue and start <= gold.cue[0][0] < end:
                word = next((i for i, (_, _, b) in enumerate(paragraph.words) if gold.cue[0][0] < start + b), None)
                cue, content, source = (" ".join(article.text[s:e] for s, e in getattr(gold, r)) for r in ("cue", "content", "source"))
                if word is not None:
                    cues.append((word, *cue_labels(cue, content), source_label(source)))
        found.append(Labelled(paragraph=paragraph, roles=roles, cues=cues))
    return found


def with_spans(text: str, example: Example, teacher: Teacher) -> None:
    """Give an article's paragraphs the clauses and sentences whose vectors the teacher gives."""
    article = Article(id="0" * 16, source="", page="", text=text, published=Published())
    sentences = find_sentences(article)
    clauses = find_propositions(article, sentences, ())
    marks = {(m.start, m.end) for m in sentences} | {(m.start, m.end) for m in clauses}
    for (start, end), labelled in zip(paragraphs_of(text), example, strict=True):
        for s, e in sorted(m for m in marks if start <= m[0] and m[1] <= end):
            inside = [i for i, (_, a, b) in enumerate(labelled.paragraph.words) if start + a < e and s < start + b]
            if len(inside) > 2:
                labelled.spans.append((inside[0], inside[-1] + 1, teacher.row(text[s:e])))


def named(document: Document, known: Tokenizer) -> Iterator[Labelled]:
    """Sentences with the labels that their set allows for each word."""
    for sentence, paragraph, at in _cut_words([s.words for s in document.sentences], document.sentences, known):
        rest = _bits(UNMARKED[document.style]) | 1
        masks = [rest] * len(sentence.words)
        firsts = [rest] * len(sentence.words)
        for m in sentence.mentions:
            for i in range(m.start, m.end):
                begin = _bits(m.kinds, "B") if m.kinds else rest
                inner = _bits(m.kinds, "I") if m.kinds else rest
                firsts[i], masks[i] = (begin if i == m.start else inner), inner
        for i in sentence.unsure:
            firsts[i] = masks[i] = 0
        names = [(firsts if k == 0 or at[k - 1] != w else masks)[w] for k, w in enumerate(at)]
        yield Labelled(paragraph=paragraph, names=names)


def _bits(kinds: Iterable[str], marks: str = "BI") -> int:
    return sum(1 << _NAME_LABELS.index(f"{mark}-{kind}") for kind in kinds for mark in marks)


def _cut_words(texts: Sequence[Sequence[str]], values: Sequence[Tokens], known: Tokenizer) -> Iterator[tuple[Tokens, Paragraph, list[int]]]:
    """Tokenised sentences as paragraphs, with the number of the given word in which each of our words stands."""
    for value, words, paragraph in zip(values, texts, cut(known, [" ".join(t) for t in texts]), strict=True):
        yield value, paragraph, word_numbers(words, paragraph)


def word_numbers(words: Sequence[str], paragraph: Paragraph) -> list[int]:
    """For each word of a paragraph made by joining words with spaces, the number of the word that it stands in."""
    starts = np.cumsum([0] + [len(w) + 1 for w in words[:-1]]) if words else np.zeros(0)
    return [int(np.searchsorted(starts, a, side="right") - 1) for _, a, _ in paragraph.words]


def judged(path: pathlib.Path, known: Tokenizer) -> Iterator[Labelled]:
    """Sentences with the factuality of their events."""
    sentences = read_factuality(path)
    for sentence, paragraph in zip(sentences, cut(known, [" ".join(s.words) for s in sentences]), strict=True):
        at = word_numbers(sentence.words, paragraph)
        facts = [(at.index(e.word), e.value) for e in sentence.events if e.word in at]
        events = [0] * len(at)
        for word, _ in facts:
            events[word] = 1
        yield Labelled(paragraph=paragraph, events=events, facts=facts)


def ecb_texts(folder: pathlib.Path) -> Iterator[str]:
    """The articles of ECB+ as plain text, a sentence a line."""
    for path in sorted(folder.glob("*/*.xml")):
        lines: dict[str, list[str]] = {}
        for token in ET.parse(path).getroot().iter("token"):  # noqa: S314 - files of a data set, no network
            lines.setdefault(token.get("sentence", ""), []).append(token.text or "")
        yield "\n".join(re.sub(r" ([.,;:?!')])", r"\1", " ".join(words)) for words in lines.values())


def main() -> None:
    """Write the examples and the vectors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, default=BUILD)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    root, known, teacher = data_root(), tokenizer(), Teacher()
    examples: dict[str, list[Example]] = {"polnear": [], "ecb": [], "names": [], "tweets": [], "uds": []}
    for article in read_polnear(root / "polnear", "train"):
        example = attributed(article, known)
        with_spans(article.text, example, teacher)
        examples["polnear"].append(example)
    for text in ecb_texts(root / "ecb"):
        example = [Labelled(paragraph=p) for p in cut(known, [text[s:e] for s, e in paragraphs_of(text)])]
        with_spans(text, example, teacher)
        examples["ecb"].append(example)
    names = root / "names"
    gum = [p for g in GENRES for p in sorted((names / "gum").glob(f"GUM_{g}_*.conllu"))]
    for path in (names / "uner_ewt_train.iob2", names / "re3d", names / "wikigold.conll", *gum):
        examples["names"] += [list(named(d, known)) for d in read_names(path)]
    for path in (names / "wnut17", names / "btc" / "btc.train"):
        examples["tweets"] += [list(named(d, known)) for d in read_names(path)]
    examples["uds"] = [[sentence] for sentence in judged(root / "factuality" / "UDS_IH2.train.jsonl", known)]
    (out / "examples.pickle").write_bytes(pickle.dumps(examples))
    np.save(out / "vectors.npy", teach(list(teacher.rows), known))
    for name, group in examples.items():
        pieces = sum(len(p.paragraph.ids) for e in group for p in e)
        print(f"{name}: {len(group)} examples, {sum(map(len, group))} paragraphs, {pieces} word pieces")
    print(f"teacher: {len(teacher.rows)} texts")


def teach(texts: Sequence[str], known: Tokenizer) -> npt.NDArray[np.float16]:
    """MiniLM's own unit vectors of some texts, float16, one row a text."""
    import torch  # noqa: PLC0415 - the only step here that needs it

    from training.trunk import pooled  # noqa: PLC0415

    model = pooled()
    rows = np.zeros((len(texts), 384), dtype=np.float16)
    ids = [e.ids[:126] for e in known.encode_batch(list(texts), add_special_tokens=False)]
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for at in range(0, len(order), 64):
            batch = order[at : at + 64]
            width = max(len(ids[i]) for i in batch) + 2
            pieces = torch.zeros((len(batch), width), dtype=torch.int64)
            for row, i in enumerate(batch):
                pieces[row, : len(ids[i]) + 2] = torch.tensor([101, *ids[i], 102])
            rows[batch] = model(pieces, (pieces > 0).long()).float().numpy().astype(np.float16)
    return rows


if __name__ == "__main__":
    from training.reader import data  # noqa: PLW0406 - its classes are then pickled as this module's, where whoever loads them finds them

    data.main()
