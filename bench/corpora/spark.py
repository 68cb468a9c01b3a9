"""SPARK and NAnCo in, groups of short texts that say the same out.

SPARK: Ernst et al. 2022, propositions of news stories in clusters. NAnCo: answers to one question from many outlets
(Schmidmaier et al. 2022), with the consensus of three annotators.
"""

import json
import pathlib

import msgspec


class Labelled(msgspec.Struct, frozen=True, kw_only=True):
    """A text of one article, and the number of the cluster that it is in."""

    text: str
    article: str
    cluster: str


def read_spark(path: pathlib.Path) -> dict[str, tuple[Labelled, ...]]:
    """Story to its spans, those of no cluster left out."""
    stories = json.loads(((path / "proposition_clustering.json") if path.is_dir() else path).read_text(encoding="utf8"))
    return {
        name: tuple(
            Labelled(
                text=" ".join(span["docSpanText"].replace("<SPAN_SEP>", " ").split()),
                article=str(span["documentFile"]),
                cluster=str(cluster["clusterID"]),
            )
            for cluster in story["clusters"]
            for span in cluster["spans"]
        )
        for name, story in stories.items()
    }


def read_nanco(path: pathlib.Path) -> dict[str, tuple[Labelled, ...]]:
    """Question to its answers, those without a cluster left out; each answer counts as an article of its own."""
    found: dict[str, list[Labelled]] = {}
    for question in json.loads(path.read_text(encoding="utf8")):
        for i, answer in enumerate(question["answers"]):
            if int(answer["cluster_global"]) >= 0:
                found.setdefault(answer["qid"], []).append(
                    Labelled(text=" ".join(answer["Answer"].split()), article=str(i), cluster=str(answer["cluster_global"]))
                )
    return {name: tuple(answers) for name, answers in found.items()}
