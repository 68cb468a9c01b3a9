import json
import pathlib

import pytest

from bench import __main__ as command
from bench import names
from bench.corpora.names import NOTHING, Document, Kinds, Mention, Tokens, read_names
from tests.factories import FakeReader, Told

PLACE, BODY = frozenset(["place", "facility"]), frozenset(["organisation"])
PERSON, GROUP = frozenset(["person"]), frozenset(["group"])
Row = tuple[str, Kinds]

IOB2 = """# newdoc id = velden-1
# sent_id = 1
# text = Mara Velden left Ostmark
1	Mara	B-PER	-	x
2	Velden	I-PER	-	x
3	left	O	-	x
4	Ostmark	B-LOC	-	x

# sent_id = 2
1	Ostmarkers	B-OTH	-	x
2	cheered	O	-	x

# newdoc id = velden-2
# sent_id = 3
1	Ostmark	B-ORG	-	x
2	Rail	I-ORG	-	x
3	Velden	B-ORG	-	x
"""
OLD_IOB = """Mara I-PER
Velden I-PER
left O
Ostmark I-LOC
Ostmark I-ORG
Rail I-ORG

#1 O
Velden I-PER
Mara B-PER
Kestrel I-MISC
"""
TABS = "#dam\tO\n@ostrail\tB-{body}\n\nMara\tB-{person}\n's\tO\n"
GUM_ROWS = [
    ("Mara", "PROPN", "(1-person-new-cf1-1-coref"),
    ("Velden", "PROPN", "1)"),
    ("saw", "VERB", ""),
    ("the", "DET", "(2-place-new-cf2-2-coref"),
    ("Ostmark", "PROPN", "(3-place-giv-cf3-1-coref)"),
    ("Dam", "PROPN", ""),
    ("’s", "PART", "2)"),
    ("old", "ADJ", "(4-object-new-cf4-1-coref"),
    ("wall", "NOUN", "4)"),
    ("in", "ADP", ""),
    ("Veldish", "ADJ", "(5-place-new-cf5-1-coref(6-organization-new-cf6-1-coref)"),
    ("hills", "NOUN", "5)"),
    ("after", "ADP", ""),
    ("Kestrel", "PROPN", "(7-event-new-cf7-1-coref)"),
    ("with", "ADP", ""),
    ("Reuters", "PROPN", "(8-organization-new-cf8-1-sgl)"),
    ("Tov", "PROPN", ""),
]


def sentences(*documents: Document) -> list[tuple[str, list[Row]]]:
    """The words of each sentence, and its mentions as words."""
    return [
        (" ".join(s.words), [(" ".join(s.words[m.start : m.end]), m.kinds) for m in s.mentions]) for d in documents for s in d.sentences
    ]


def written(path: pathlib.Path, content: str) -> pathlib.Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf8")
    return path


def test_iob2_is_cut_at_its_documents(tmp_path: pathlib.Path) -> None:
    first, second = read_names(written(tmp_path / "dev.iob2", IOB2))
    assert (first.name, first.style, second.name) == ("velden-1", "uner", "velden-2")
    assert sentences(first) == [
        ("Mara Velden left Ostmark", [("Mara Velden", PERSON), ("Ostmark", PLACE)]),
        ("Ostmarkers cheered", [("Ostmarkers", NOTHING)]),
    ]
    assert sentences(second) == [("Ostmark Rail Velden", [("Ostmark Rail", BODY), ("Velden", BODY)])]


def test_the_older_iob_begins_a_name_with_i(tmp_path: pathlib.Path) -> None:
    found = read_names(written(tmp_path / "wikigold.conll", OLD_IOB))
    assert [(d.style, len(d.sentences)) for d in found] == [("wikigold", 1), ("wikigold", 1)]
    assert sentences(*found) == [
        ("Mara Velden left Ostmark Ostmark Rail", [("Mara Velden", PERSON), ("Ostmark", PLACE), ("Ostmark Rail", BODY)]),
        ("Velden Mara Kestrel", [("Velden", PERSON), ("Mara", PERSON), ("Kestrel", NOTHING)]),
    ]


@pytest.mark.parametrize(
    ("name", "style", "labels", "body"),
    [
        ("btc.dev", "btc", {"body": "ORG", "person": "PER"}, BODY),
        ("wnut17/some.conll", "wnut17", {"body": "corporation", "person": "person"}, BODY),
        ("wnut17/some.conll", "wnut17", {"body": "group", "person": "person"}, BODY | GROUP),
        ("wnut17/some.conll", "wnut17", {"body": "product", "person": "person"}, NOTHING),
    ],
)
def test_columns_between_tabs(tmp_path: pathlib.Path, name: str, style: str, labels: dict[str, str], body: Kinds) -> None:
    found = read_names(written(tmp_path / name, TABS.format(**labels)))
    assert {d.style for d in found} == {style}
    assert sentences(*found) == [("#dam @ostrail", [("@ostrail", body)]), ("Mara 's", [("Mara", PERSON)])]


def gum(rows: list[tuple[str, str, str]]) -> str:
    lines = [
        "\t".join([str(n), form, form.lower(), tag, "X", "_", "0", "root", "_", f"Discourse=x|Entity={entity}|MSeg=x" if entity else "_"])
        for n, (form, tag, entity) in enumerate(rows, start=1)
    ]
    return "\n".join(["# newdoc id = GUM_news_dam", "# text = x", *lines[:6], "7-8\t’sold" + "\t_" * 8, *lines[6:]]) + "\n\n"


def test_names_of_gum_are_the_widest_mentions_of_proper_nouns(tmp_path: pathlib.Path) -> None:
    (document,) = read_names(written(tmp_path / "GUM_news_dam.conllu", gum(GUM_ROWS) + gum([("Dam", "PROPN", "(9-place-giv)")])))
    first, second = sentences(document)
    assert (document.name, document.style) == ("GUM_news_dam", "gum")
    assert first[0] == " ".join(form for form, _, _ in GUM_ROWS)
    assert first[1] == [("Mara Velden", PERSON), ("Ostmark Dam", PLACE), ("Kestrel", NOTHING), ("Reuters", BODY)]
    assert second == ("Dam", [("Dam", PLACE)])


def test_gum_says_nothing_about_other_capitals(tmp_path: pathlib.Path) -> None:
    (document,) = read_names(written(tmp_path / "GUM_news_dam.conllu", gum(GUM_ROWS)))
    (sentence,) = document.sentences
    assert [sentence.words[i] for i in sentence.unsure] == ["Veldish", "Tov"]


RE3D = "The Ostmark Guard met Minister Mara Velden. They said the regime’s mortars hit Ostmark’s Veldish quarter on Monday."
RE3D_MARKS = [
    ("The Ostmark Guard", "Organisation", 1),
    ("Ostmark", "Location", 1),
    ("Minister Mara Velden", "Person", 1),
    ("Mara Velden", "Person", 0.5),
    ("They", "Organisation", 1),
    ("the regime", "Organisation", 1),
    ("mortars", "Weapon", 0.96),
    ("Ostmark’s", "Location", 1),
    ("Veldish", "Nationality", 1),
    ("Monday", "Temporal", 1),
    ("Monday", "Location", 0.49),
    ("met", "Weapon", 0),
]


def write_re3d(folder: pathlib.Path, name: str, documents: dict[str, str], marks: list[tuple[str, str, float]]) -> pathlib.Path:
    texts = [json.dumps({"_id": i, "text": text, "title": "x"}) for i, text in documents.items()]
    entities = [
        {"documentId": i, "begin": text.index(words), "end": text.index(words) + len(words), "type": kind, "confidence": sure}
        for i, text in documents.items()
        for words, kind, sure in marks
        if words in text
    ]
    written(folder / f"{name}.documents.jsonl", "\n".join(texts) + "\n")
    return written(folder / f"{name}.entities.jsonl", "".join(json.dumps(e) + "\n" for e in entities))


@pytest.mark.parametrize("whole", [True, False])
def test_re3d_keeps_names_that_half_of_the_annotators_marked(tmp_path: pathlib.Path, whole: bool) -> None:  # noqa: FBT001 - a column
    path = write_re3d(tmp_path, "ostmark", {"b": RE3D, "a": "Nobody slept."}, RE3D_MARKS)
    other, document = read_names(tmp_path if whole else path)
    assert (other.name, document.name, document.style) == ("a", "b", "re3d")
    assert sentences(other) == [("Nobody slept .", [])]
    assert sentences(document) == [
        ("The Ostmark Guard met Minister Mara Velden .", [("Ostmark Guard", BODY), ("Mara Velden", PERSON)]),
        (
            "They said the regime ’s mortars hit Ostmark ’s Veldish quarter on Monday .",
            [("mortars", frozenset(["equipment"])), ("Ostmark", PLACE), ("Veldish", GROUP)],
        ),
    ]


def test_a_folder_is_all_its_files(tmp_path: pathlib.Path) -> None:
    written(tmp_path / "a.iob2", IOB2)
    written(tmp_path / "b.conllu", gum(GUM_ROWS))
    assert [d.style for d in read_names(tmp_path)] == ["uner", "uner", "gum"]


def test_a_form_that_is_not_known_is_named(tmp_path: pathlib.Path) -> None:
    with pytest.raises(ValueError, match=r"other\.conll: no form of names that is known"):
        read_names(written(tmp_path / "other.conll", OLD_IOB))


# measured: the reader marks what it is told to

PERFECT: list[Told] = [
    *(("name", "person", "Mara Velden"), ("name", "place", "Ostmark")),
    *(("name", "organisation", "Ostmark Rail"), ("name", "organisation", "al-Tov")),
]


def make_document(style: str = "uner") -> Document:
    return Document(
        name="velden-1",
        style=style,
        sentences=(
            Tokens(words=("Mara", "Velden", "left", "."), mentions=(Mention(start=0, end=2, kinds=PERSON),)),
            Tokens(words=("She", "loves", "Ostmark", "'s", "sea"), mentions=(Mention(start=2, end=3, kinds=PLACE),)),
            Tokens(
                words=("e-mails", "to", "Ostmark", "Rail", "and", "al-Tov"),
                mentions=(Mention(start=2, end=4, kinds=BODY), Mention(start=5, end=6, kinds=BODY)),
            ),
            Tokens(words=("Kestrel", "sank"), mentions=(Mention(start=0, end=1, kinds=NOTHING),)),
        ),
    )


def measure(*told: Told, style: str = "uner") -> dict[str, dict[str, float]]:
    return names.measure([make_document(style)], FakeReader(*told))[0]


def test_perfect_marks_score_one() -> None:
    assert measure(*PERFECT) == {kind: {"p": 1, "r": 1, "f1": 1} for kind in ("all", "person", "organisation", "place")}


@pytest.mark.parametrize(
    ("dropped", "added", "kind", "expected"),
    [
        ("Mara Velden", None, "all", (1, 0.75, 0.8571)),
        ("Mara Velden", None, "person", (0, 0, 0)),
        ("Mara Velden", None, "place", (1, 1, 1)),
        ("al-Tov", None, "organisation", (1, 0.5, 0.6667)),
        ("Mara Velden", ("name", "person", "Mara"), "person", (0, 0, 0)),  # an end that is not there
        ("Mara Velden", ("name", "organisation", "Mara Velden"), "organisation", (0.6667, 1, 0.8)),  # a kind that is not its own
        ("al-Tov", ("name", "organisation", "Tov"), "organisation", (1, 1, 1)),  # a part of the set's word is the word
        ("Ostmark", ("name", "facility", "Ostmark"), "place", (1, 1, 1)),  # the set does not tell them apart
        (None, ("name", "person", "sea"), "person", (0.5, 1, 0.6667)),
        (None, ("name", "person", "sea"), "all", (0.8, 1, 0.8889)),
        (None, ("name", "group", "sea"), "all", (1, 1, 1)),
        (None, ("name", "equipment", "e-mails"), "all", (1, 1, 1)),
    ],
)
def test_what_is_missed_or_wrong_lowers_the_score(
    dropped: str | None, added: Told | None, kind: str, expected: tuple[float, float, float]
) -> None:
    told = [t for t in PERFECT if t[2] != dropped] + ([added] if added else [])
    assert measure(*told)[kind] == dict(zip(("p", "r", "f1"), expected, strict=True))


def test_kinds_that_a_set_leaves_unmarked_are_not_counted() -> None:
    told: list[Told] = [*PERFECT, ("name", "group", "She"), ("name", "equipment", "e-mails")]
    assert set(measure(*told)) == {"all", "person", "organisation", "place"}
    assert measure(*told, style="re3d")["group"] == {"p": 0, "r": 0, "f1": 0}
    assert set(measure(*told, style="wikigold")) == {"all", "person", "organisation", "place", "group"}


def test_mistakes_are_shown_with_their_sentence() -> None:
    told: list[Told] = [*(t for t in PERFECT if t[2] != "Mara Velden"), ("name", "person", "sea")]
    assert names.measure([make_document()], FakeReader(*told))[1] == {
        "person missed": ["[Mara Velden] Mara Velden left ."],
        "person wrong": ["[sea] She loves Ostmark 's sea"],
    }


def test_the_command_prints_the_figures(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "dev.iob2", IOB2)
    told: list[Told] = [("name", "person", "Mara Velden"), ("name", "organisation", "Ostmark Rail")]
    asked: list[pathlib.Path | None] = []

    def load_reader(*, folder: pathlib.Path | None) -> FakeReader:
        asked.append(folder)
        return FakeReader(*told)

    monkeypatch.setattr(names, "load_reader", load_reader)
    assert command.main(["names", "--data", str(path), "--weights", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["all"] == {"p": 1, "r": 0.5, "f1": 0.6667}
    assert command.main(["names", "--data", str(path), str(path), "--show", "1"]) == 0
    assert capsys.readouterr().out.count("place missed: [Ostmark] Mara Velden left Ostmark") == 1
    assert asked == [tmp_path, None]
