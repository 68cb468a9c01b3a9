"""The figures on articles that print an agency's text."""

import pathlib

from bench.wire import Copy, read_copies, run, score

HEAD = "filename\tpublisher\tauthor\twire\n"
BODY = " ".join(["The council of the town met on Monday and spoke about the wall."] * 6)


def test_a_row_without_an_answer_is_left_out_and_the_rest_is_read(tmp_path: pathlib.Path) -> None:
    texts = tmp_path / "train" / "text"
    texts.mkdir(parents=True)
    rows = [
        ("one", "None", "AP", f"Dam breaks.\n\nOSTMARK (AP) - {BODY}"),
        ("two", "Mara Velden", "None", BODY),
        ("three", "AP", "NA", BODY),
    ]
    (tmp_path / "metadata.tsv").write_text(HEAD + "".join(f"{n}\tvelden\t{a}\t{w}\n" for n, a, w, _ in rows), encoding="utf8")
    for name, _, _, text in rows:
        (texts / f"{name}.txt").write_text(text, encoding="utf8")
    assert list(read_copies(tmp_path)) == [Copy("one", "AP", ("Associated Press",)), Copy("two", "", ())]


def test_score() -> None:
    copies = [Copy("a", "AP", ("AP",)), Copy("b", "AP", ()), Copy("c", "", ("AP",)), Copy("d", "", ())]
    assert score(copies) == {"recall": 0.5, "false_alarms": 1, "wires": 2, "articles": 4}


def test_a_folder_without_the_set_is_said(tmp_path: pathlib.Path) -> None:
    assert run(tmp_path) == 2
