"""Invented reports for tests of a case: three stories, told by several outlets in their own words and in each other's."""

import json
import pathlib
import zlib
from collections.abc import Sequence

import numpy as np

from headwater.models import DIMENSIONS, Marks
from headwater.types import Brief
from tests.factories import FakeReader

TOPICS = (
    (
        "Crane falls in Velden harbour",
        "The crane over the main berth of Velden harbour fell on Wednesday, the port office of Ostmark said.",
        "Nobody was hurt on the quay, and {n} dockers were led away by the harbour police, the port office told reporters.",
        "Mara Velden, the mayor, denied that a warning about the rails of the crane had been ignored.",
        "The crane had been inspected in January and no fault had been found in its rails, two dockers said.",
        "Ships will be sent to the outer berth for {n} days, the harbour police said.",
    ),
    (
        "Barge hits bridge at Haldenau",
        "The bridge over the Orlow at Haldenau was closed on Wednesday after a barge hit a pier, the road ministry said.",
        "The barge had {n} tonnes of gravel aboard and went on downstream, a lock keeper told reporters.",
        "Jonas Falk of the road ministry said that divers had looked at the pier and found it cracked.",
        "Lorries must drive round by the motorway for {n} weeks, according to the road ministry.",
        "The skipper of the barge was inspected for alcohol and had none in his blood, the river police said.",
    ),
    (
        "Teachers on strike in Brunnheim",
        "Teachers in Brunnheim went on strike on Wednesday over their pay, the union Lehrkraft said in a statement.",
        "All {n} schools of the city stayed shut and parents kept their children at home, the union said.",
        "Olga Brunn, who heads the school board, said that the union had been offered three per cent more.",
        "Pupils marched to the town hall with {n} banners in support of their teachers, witnesses said.",
        "Talks between the board and the union will go on after the weekend, the board said.",
    ),
)
OUTLETS = ("Velden Herald", "Ostmark Post", "Haldenau Bote", "Brunnheim Tagblatt", "Orlow Kurier")


class WordReader(FakeReader):
    """A reader whose vectors tell words apart."""

    shown = 0
    """Articles that it was shown."""

    def read(self, paragraphs: Sequence[str]) -> list[Marks]:
        """The marks of the reader without a model, with a place of a vector for each word."""
        self.shown += 1
        found = super().read(paragraphs)
        for text, marks in zip(paragraphs, found, strict=True):
            states = np.zeros_like(marks.sums)
            for row, (start, end) in enumerate(marks.words.tolist()):
                states[row + 1, zlib.crc32(text[start:end].lower().encode()) % DIMENSIONS] = 1
            marks.sums[:] = np.cumsum(states, axis=0)
        return found


def write_reports(folder: pathlib.Path, count: int = 12) -> list[str]:
    """So many reports as JSON files; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder, number) for number in range(count)]


def _write(folder: pathlib.Path, number: int) -> str:
    title, *told = TOPICS[number % len(TOPICS)]
    part = number // len(TOPICS)
    picked = dict.fromkeys((told[0], *(told[(part + k) % len(told)] for k in range(4))))
    text = "\n\n".join(sentence.format(n=10 + part) for sentence in picked)
    record = {"title": title, "text": text, "outlet": OUTLETS[part % len(OUTLETS)], "date": f"2025-03-{4 + part // 3:02}"}
    path = folder / f"{number:03}.json"
    path.write_text(json.dumps(record), encoding="utf8")
    return str(path)


def counts(brief: Brief) -> Sequence[object]:
    """All that is counted in a brief, without ids that depend on what came first."""
    return sorted(
        (
            sorted(a.id for a in story.articles),
            sorted((sorted(s.id for s in c.statements), c.text, repr(c.standing)) for c in story.claims),
            sorted((c.kind, c.why) for c in story.conflicts),
            sorted((o.kind, o.name, len(o.claims)) for o in story.origins),
            sorted(g.name for g in story.gaps),
        )
        for story in brief.stories
    )


def sources(brief: Brief) -> list[str]:
    """Where the articles of a brief come from."""
    return sorted(a.source for s in brief.stories for a in s.articles)
