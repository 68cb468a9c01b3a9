"""Sentences of PropSegmEnt in, how many of their propositions ``annotate`` finds out.

A proposition is a set of the set's own tokens. Ours are runs of characters: a token belongs to one where it lies within
one of its runs. Two propositions match where the Jaccard index of their tokens is 0.8 or more; each counts once at
most, by a matching of the largest size (augmenting paths). Marks of punctuation count as the set has them. Only the
reference answer of a sentence counts; sentences without one, without text or with nothing informative are left out.
Each sentence is read alone, as it stands. The rules were worked on with the sentences of even number (from 0) in view.
"""

import json
import pathlib
import sys
from collections.abc import Callable, Sequence

import msgspec

from bench import entailed
from headwater.annotate.propositions import find_propositions
from headwater.annotate.wordclasses import word_classes
from headwater.models import Reader, load_reader
from headwater.text import content_id
from headwater.types import Article, Sentence, Span

JACCARD = 0.8
Tokens = frozenset[int]


class Segmented(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, where each of its tokens stands, and its propositions."""

    text: str
    tokens: tuple[tuple[int, int], ...]
    propositions: tuple[Tokens, ...]


def run(data: pathlib.Path, *, as_json: bool = False, show: int = 0) -> int:
    """Print the figures on one folder; ``show`` prints what was found and missed in so many sentences."""
    try:
        sentences = read_sentences(data)
    except (OSError, ValueError, KeyError) as error:
        print(f"{data}: {error}; give a folder with document_clusters.dev.json and propositions.dev.json", file=sys.stderr)
        return 2
    ours = Ours(load_reader())
    halves = {"ours_even": measure(sentences[::2], ours), "ours_odd": measure(sentences[1::2], ours)}
    figures: dict[str, object] = {
        "ours": measure(sentences, ours),
        "whole_sentence": measure(sentences, whole),
        **halves,
        "sentences": len(sentences),
    }
    if (data / "relationships.dev.json").exists():
        figures["entailed"] = entailed.measure(data)
    print(json.dumps(figures) if as_json else "\n".join(f"{k:15}{v}" for k, v in figures.items()))
    for sentence in sentences[:show]:
        print("\n" + sentence.text)
        for mark, rows in (("want", sentence.propositions), ("got", ours(sentence))):
            print("\n".join(f"  {mark} {' '.join(sentence.text[slice(*sentence.tokens[i])] for i in sorted(p))}" for p in rows))
    return 0


def read_sentences(folder: pathlib.Path) -> list[Segmented]:
    """The sentences of the Wikipedia half, which has text, with their reference propositions."""
    clusters = json.loads((folder / "document_clusters.dev.json").read_text(encoding="utf8"))
    texts = {(d["document_id"], i): s for c in clusters for d in c["documents"] for i, s in enumerate(d["sentences"])}
    found = []
    for row in json.loads((folder / "propositions.dev.json").read_text(encoding="utf8")):
        key = row["sentence_id"]
        sentence = texts.get((key["document_id"], key["sentence_index"]))
        reference = next((r for r in row["segmentation_responses"] if r["is_reference_response"]), None)
        wanted = tuple(frozenset(p["token_indices"]) for p in (reference or {}).get("propositions", ()) if p.get("token_indices"))
        if sentence and sentence["sentence_text"] and wanted:
            starts = [(t.get("character_offset_of_token_in_sentence", 0), t["text"]) for t in sentence["tokens"]]
            tokens = tuple((at, at + len(word)) for at, word in starts)
            found.append(Segmented(text=sentence["sentence_text"], tokens=tokens, propositions=wanted))
    return found


def measure(sentences: Sequence[Segmented], segment: Callable[[Segmented], Sequence[Tokens]]) -> dict[str, float]:
    """``f1`` is averaged over sentences, as the figures for whole sentences are; the others count all propositions together."""
    right = wanted = found = 0
    each = []
    for sentence in sentences:
        got = segment(sentence)
        hits = matched(sentence.propositions, got)
        right, wanted, found = right + hits, wanted + len(sentence.propositions), found + len(got)
        each.append(2 * hits / (len(sentence.propositions) + len(got) or 1))
    return {
        "precision": round(right / (found or 1), 4),
        "recall": round(right / (wanted or 1), 4),
        "f1_together": round(2 * right / (found + wanted or 1), 4),
        "f1": round(sum(each) / (len(each) or 1), 4),
        "found": found,
        "wanted": wanted,
    }


def matched(wanted: Sequence[Tokens], got: Sequence[Tokens]) -> int:
    """The most pairs that match where each proposition is in one pair at most."""
    near = [[j for j, g in enumerate(got) if len(w & g) >= JACCARD * len(w | g)] for w in wanted]
    held: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in near[i]:
            if j not in seen:
                seen.add(j)
                if j not in held or place(held[j], seen):
                    held[j] = i
                    return True
        return False

    return sum(place(i, set()) for i in range(len(wanted)))


def whole(sentence: Segmented) -> list[Tokens]:
    """The sentence as one proposition: the floor."""
    return [frozenset(range(len(sentence.tokens)))]


class Ours:
    """The propositions that ``annotate`` finds in a sentence that stands alone, as sets of its tokens."""

    def __init__(self, reader: Reader) -> None:
        """``reader`` sees each sentence."""
        self._reader = reader

    def __call__(self, sentence: Segmented) -> list[Tokens]:
        """The parts of all clauses of the sentence."""
        article = Article(id=content_id("", sentence.text), source="", page="", text=sentence.text)
        marks = self._reader.read([sentence.text])[0]
        classes = word_classes(sentence.text, marks)
        words = [(int(s), int(e), c) for (s, e), c in zip(marks.words, classes, strict=True)]
        rows = find_propositions(article, [Sentence(start=0, end=len(sentence.text), paragraph=0)], (), words)
        sets = (
            frozenset(i for i, (s, e) in enumerate(sentence.tokens) if any(r.start < e and s < r.end for r in part))
            for p in rows
            for part in p.parts or ((Span(start=p.start, end=p.end),),)
        )
        return list(dict.fromkeys(t for t in sets if t))
