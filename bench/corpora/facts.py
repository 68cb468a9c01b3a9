"""REALSumm and PyrXSum in, pairs of a summary and an atomic fact out, with whether the summary states the fact.

Zhang and Bansal 2021 (stated facts of Bhandari et al. 2020). Documents with an even place in ``ids.txt`` train,
those with an odd one measure.
"""

import pathlib

import msgspec


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """A text, a fact in one sentence, and whether the text states it; ``document`` is the place of its document."""

    text: str
    fact: str
    stated: bool
    document: int


def read_facts(folder: pathlib.Path) -> tuple[Stated, ...]:
    """Every system's summary with every fact of its document, in order."""
    facts = [line.split("\t") for line in (folder / "SCUs.txt").read_text(encoding="utf8").splitlines()]
    found = []
    for path in sorted((folder / "labels").glob("*.label")):
        summaries = _summaries(folder / "summaries", path.stem)
        labels = [line.split("\t") for line in path.read_text(encoding="utf8").splitlines()]
        for document, (text, row) in enumerate(zip(summaries, labels, strict=True)):
            found += [Stated(text=text, fact=f, stated=v == "1", document=document) for f, v in zip(facts[document], row, strict=False)]
    return tuple(found)


def _summaries(folder: pathlib.Path, name: str) -> list[str]:
    path = next(p for p in sorted(folder.rglob("*")) if p.is_file() and p.name.split(".")[0] == name)
    return [" ".join(line.replace("<t>", " ").replace("</t>", " ").split()) for line in path.read_text(encoding="utf8").splitlines()]
