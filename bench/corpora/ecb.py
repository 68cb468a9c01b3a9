"""ECB+ in, sentences with the events that they mention out: equal events have equal names across the articles of a topic.

Cybulska and Vossen 2014, CC BY 3.0. Events are the ACTION mentions; those that no relation joins are their own.
"""

import pathlib
import re
import xml.etree.ElementTree as ET

import msgspec


class Eventful(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence: its topic, its article, its place there, its text, and the names of its events."""

    topic: str
    article: str
    place: int
    text: str
    events: frozenset[str]
    """All events, those shared with other articles and those that are its own."""


def read_ecb(folder: pathlib.Path) -> tuple[Eventful, ...]:
    """The sentences that mention an event, by article. A topic is a folder and a half of it (ecb, ecbplus): one story each."""
    return tuple(s for path in sorted(folder.glob("*/*.xml")) for s in _article(path))


def detokenised(words: list[str]) -> str:
    """Words with the spaces of running text."""
    return (
        re.sub(r"\s+([.,;:?!')%]|n't|'s)", r"\1", " ".join(words))
        .replace("`` ", '"')
        .replace(" ''", '"')
        .replace("( ", "(")
        .replace("$ ", "$")
    )


def _article(path: pathlib.Path) -> list[Eventful]:
    root = ET.parse(path).getroot()  # noqa: S314 - files of a data set
    place = {t.get("t_id", ""): int(t.get("sentence", "0")) for t in root.iter("token")}
    words: dict[int, list[str]] = {}
    for token in root.iter("token"):
        words.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
    names: dict[str, str] = {}
    for relation in root.iter("CROSS_DOC_COREF"):
        for source in relation.iter("source"):
            names[source.get("m_id", "")] = relation.get("note", "")
    events: dict[int, set[str]] = {}
    for mention in root.iter():
        anchors = [a.get("t_id", "") for a in mention.iter("token_anchor")]
        if mention.tag.startswith(("ACTION", "NEG_ACTION")) and anchors:
            name = names.get(mention.get("m_id", ""), f"{path.stem}-{mention.get('m_id')}")
            events.setdefault(place[anchors[0]], set()).add(name)
    topic = path.parent.name + ("plus" if path.stem.endswith("plus") else "")
    return [
        Eventful(topic=topic, article=path.stem, place=s, text=detokenised(words[s]), events=frozenset(names))
        for s, names in sorted(events.items())
    ]
