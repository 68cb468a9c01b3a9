"""A line of news in, the line without its edges and what was cut out."""

import pytest

from headwater.clean.draft import Line
from headwater.clean.edges import cut_edges


def cut(text: str) -> tuple[str, list[tuple[str, str]]]:
    line, cuts = cut_edges(Line(text=text, field="", start=0, end=len(text)))
    assert text[line.start : line.end] == line.text
    assert all(text[d.page_start : d.page_end] == d.text and d.why for d in cuts)
    return line.text, [(d.kind, d.text) for d in cuts]


DATELINES = [
    ("OSTMARK (Reuters) -", "The dam above the town broke."),
    ("OSTMARK, Norway (AP) —", "The dam above the town broke."),
    ("OSTMARK, May 3 (Reuters) -", "The dam above the town broke."),
    ("OSTMARK/VELDEN (Reuters) -", "The dam above the town broke."),
    ("OSTMARK (Velden Herald) -", "The dam above the town broke."),
    ("(Reuters) -", "The dam above the town broke."),
    ("OSTMARK, Norway –", "The dam above the town broke."),
    ("OSTMARK —", "The dam above the town broke."),
    ("OSTMARK -", "“The dam broke,” Mara Velden said."),
    ("Ostmark (dpa) -", "The dam above the town broke."),
    ("Ostmark (Reuters) --", "The dam above the town broke."),
    ("Ostmark, May 3, 2023 (AFP) –", "The dam above the town broke."),
    ("Ostmark, 3 May 2023 (AFP) –", "The dam above the town broke."),
    ("New Ostmark, Norway (AP) —", "“The dam broke,” Mara Velden said."),
    ("Ostmark am Lech (dpa) -", "40 people were hurt."),
    ("Ostmark/Velden (AFP) -", "The dam above the town broke."),
    ("Ostmark (Velden Wire) -", "The dam above the town broke."),
    ("May 3 (Reuters) -", "The dam above the town broke."),
    ("(dpa) -", "The dam above the town broke."),
    ("OSTMARK —", "The mill – built in 1950, when the valley had no other work to give – broke on Friday."),
]
NO_DATELINES = [
    "The dam – built in 1950 – broke on Friday.",
    "Mara Velden — The mayor of Ostmark — resigned.",
    "Nobody slept - The dam had gone.",
    "“The dam,” he said — “It is gone.”",
    "Ostmark Bank (OBK) - the largest lender - failed on Friday.",
    "Ostmark – Velden trains were cancelled on Friday.",
    "Velden – Brandt's wife – left on Friday.",
    "The UN – A body of states – met.",
    "NATO (the alliance) - said nothing.",
    "Sunday – The day of rest – was loud.",
    "Ostmark Bank (OBK) - The largest lender failed on Friday.",
    "Associated Press (AP) - The agency said nothing.",
    "Mara Velden (40) - The mayor - left.",
    "Mara Velden told the Velden Herald (AFP) - The mayor had left.",
    "NATO – The alliance of states – met on Friday.",
]


@pytest.mark.parametrize(("dateline", "news"), DATELINES)
def test_a_dateline_is_cut(dateline: str, news: str) -> None:
    assert cut(f"{dateline} {news}") == (news, [("dateline", dateline)])


@pytest.mark.parametrize("line", NO_DATELINES)
def test_a_dash_is_no_dateline(line: str) -> None:
    assert cut(line) == (line, [])


@pytest.mark.parametrize(
    ("line", "kept", "dropped"),
    [
        ("It broke. (Reporting by Mara Velden; Editing by Olaf Brandt)", "It broke.", ("assistance", "(Reporting by Mara Velden; Editing by Olaf Brandt)")),
        ("It broke. (Additional reporting by Mara Velden)", "It broke.", ("assistance", "(Additional reporting by Mara Velden)")),
        ("Image copyright Reuters Image caption The dam broke", "The dam broke", ("caption-credit", "Image copyright Reuters Image caption")),
        ("Image caption The dam broke", "The dam broke", ("caption-credit", "Image caption")),
        ("Image copyright was the subject of the trial.", "Image copyright was the subject of the trial.", None),
        ("It broke (reporting by Mara Velden is in chapter two).", "It broke (reporting by Mara Velden is in chapter two).", None),
        ("It broke (he wrote by hand).", "It broke (he wrote by hand).", None),
    ],
)  # fmt: skip
def test_pieces_at_the_edges(line: str, kept: str, dropped: tuple[str, str] | None) -> None:
    assert cut(line) == (kept, [dropped] if dropped else [])


def test_the_edges_of_a_line_with_mark_up_lead_back_to_it() -> None:
    page = "<p>OSTMARK&nbsp;(<i>Reuters</i>) &#8212; The d&eacute;tente <b>broke</b>. (Reporting by Olaf&nbsp;Brandt)</p>"
    text = "OSTMARK (Reuters) — The détente broke. (Reporting by Olaf Brandt)"
    line, cuts = cut_edges(Line(text=text, field="", start=3, end=len(page) - 4, source=page[3:-4]))
    assert (line.text, page[line.start : line.end]) == ("The détente broke.", "The d&eacute;tente <b>broke</b>.")
    assert [page[d.page_start : d.page_end] for d in cuts] == ["OSTMARK&nbsp;(<i>Reuters</i>) &#8212;", "(Reporting by Olaf&nbsp;Brandt)"]


def test_a_line_without_a_place_stays_without() -> None:
    line, [dateline] = cut_edges(Line(text="OSTMARK (Reuters) - The dam broke.", field="", start=0, end=0))
    assert (line.text, line.start, line.end) == ("The dam broke.", 0, 0)
    assert (dateline.page_start, dateline.page_end) == (0, 0)
