"""From paths to a brief: order, copies, failures, and the promises of the whole."""

import json
import pathlib
import shutil
from collections.abc import Iterator, Sequence

import pytest

import headwater
from headwater.models import Marks
from headwater.pipeline import read_articles
from headwater.settings import AnnotateSettings, ReadSettings, Settings
from headwater.types import Article, BriefStatement, BriefStory
from tests.factories import FakeReader

LONG = "The harbour was closed on Monday after a crane fell across the main berth, the port office said. "


def write(folder: pathlib.Path, name: str, text: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def spans_of(story: BriefStory) -> Iterator[BriefStatement]:
    for claim in story.claims:
        yield from claim.statements


@pytest.fixture(scope="session")
def example() -> headwater.Brief:
    root = pathlib.Path(__file__).parents[1]
    return headwater.make_brief([str(root / "examples/ferry/reports")])


def test_the_example_gives_two_stories_and_loses_no_report(example: headwater.Brief) -> None:
    assert [len(s.articles) for s in example.stories] == [7, 1]
    assert example.failures == ()
    assert example.set_aside == ()


def test_every_quotation_is_the_text_at_its_span(example: headwater.Brief) -> None:
    checked = 0
    for story in example.stories:
        texts = {a.id: a.text for a in story.articles}
        for statement in spans_of(story):
            assert texts[statement.article][statement.start : statement.end] == statement.quote
            assert statement.sentence.start <= statement.start < statement.end <= statement.sentence.end
            for link in statement.chain:
                assert 0 <= link.start < link.end <= len(texts[statement.article])
            checked += 1
    assert checked > 100


def test_every_word_leads_back_to_the_page(example: headwater.Brief) -> None:
    root = pathlib.Path(__file__).parents[1] / "examples/ferry/reports"
    plain = [a for s in example.stories for a in s.articles if a.source.endswith(".txt")]
    assert len(plain) == 3
    for article in plain:
        page = (root / pathlib.Path(article.source).name).read_text(encoding="utf8")
        assert article.passages
        for p in article.passages:
            assert page[p.page_start : p.page_end] == article.text[p.start : p.end]


def test_ids_are_unique_in_a_whole_brief(example: headwater.Brief) -> None:
    ids = [i for s in example.stories for i in (s.id, *(a.id for a in s.articles), *(c.id for c in s.claims), *(o.id for o in s.origins))]
    ids += [st.id for s in example.stories for st in spans_of(s)]
    assert len(ids) == len(set(ids))


def test_every_statement_stands_in_one_claim(example: headwater.Brief) -> None:
    held = [st.id for s in example.stories for st in spans_of(s)]
    assert len(held) == len(set(held))


def test_the_order_of_the_files_changes_nothing_but_their_names(at_root: pathlib.Path, tmp_path: pathlib.Path) -> None:
    reports = sorted((at_root / "examples/ferry/reports").iterdir())
    forward, backward = tmp_path / "forward", tmp_path / "backward"
    for i, report in enumerate(reports):
        for folder, number in ((forward, i), (backward, len(reports) - i)):
            folder.mkdir(exist_ok=True)
            shutil.copy(report, folder / f"{number:02}{report.suffix}")

    def blank(folder: pathlib.Path) -> str:
        brief = json.loads(headwater.to_json(headwater.make_brief([str(folder)])))
        for story in brief["stories"]:
            for article in story["articles"]:
                article["source"] = ""
        return json.dumps(brief)

    assert blank(forward) == blank(backward)


def test_two_runs_give_the_same_bytes(example: headwater.Brief) -> None:
    root = pathlib.Path(__file__).parents[1]
    again = headwater.make_brief([str(root / "examples/ferry/reports")])
    assert headwater.to_json(again) == headwater.to_json(example)
    assert headwater.to_html(again) == headwater.to_html(example)
    assert headwater.to_markdown(again) == headwater.to_markdown(example)


def test_the_same_report_twice_is_one_article_and_a_word(tmp_path: pathlib.Path) -> None:
    paths = [write(tmp_path, name, LONG * 4) for name in ("a.txt", "b.txt")]
    reading = read_articles(paths, reader=FakeReader())
    assert len(reading.articles) == 1
    assert [a.why for a in reading.set_aside] == [f"the same article as {paths[0]}"]


def test_forms_of_one_address_are_one_article_with_several_addresses(tmp_path: pathlib.Path) -> None:
    text = LONG * 4 + "Nobody was hurt when it came down."
    forms = {
        "a": ("https://one-paper.example/crane?utm_source=x", text),
        "b": ("https://one-paper.example/crane/amp", f"{text} Swipe on."),
        "c": (
            "https://one-paper.example/crane",
            "A new text about a ferry that lies off the pier with a broken rudder since the morning. " * 3,
        ),
        "d": ("https://one-paper.example/", text.replace("Monday", "Sunday")),
    }
    paths = [write(tmp_path, f"{n}.json", json.dumps({"url": url, "text": t, "outlet": "One Paper"})) for n, (url, t) in forms.items()]
    reading = read_articles(paths, reader=FakeReader())
    assert sorted(a.addresses for a in reading.articles) == [
        ("https://one-paper.example/",),
        ("https://one-paper.example/crane",),
        ("https://one-paper.example/crane/amp", "https://one-paper.example/crane?utm_source=x"),
    ]
    assert [a.why for a in reading.set_aside] == [f"the same article as {paths[1]}"]
    again = read_articles(paths[::-1], reader=FakeReader())
    assert (again.articles, again.set_aside) == (reading.articles, reading.set_aside)


def test_the_same_text_from_two_outlets_is_two_articles_and_a_copy(tmp_path: pathlib.Path) -> None:
    record = {
        "title": "Crane falls in harbour",
        "maintext": LONG + "Nobody was hurt when it came down, and the quay will be closed until Friday for repairs to the rails.",
    }
    paths = [write(tmp_path, f"{n}.json", json.dumps(record | {"url": f"https://{n}.example/1"})) for n in ("one-paper", "other-paper")]
    (story,) = headwater.make_brief(paths).stories
    assert len(story.articles) == 2
    assert all(len(a.copy_of) == 1 for a in story.articles)
    assert {c.standing.texts for c in story.claims} == {1}


BAD = [
    ("empty.txt", b"", "empty"),
    ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "PNG"),
    ("binary.dat", bytes(range(256)) * 20, "binary"),
    ("broken.json", b'{"title": "x", ', "JSON"),
    ("deep.json", b"[" * 100_000, ""),
    ("deep.html", b"<html><body>" + b"<div>" * 100_000 + b"news", "nested"),
    ("list.json", b'{"a": 1}', "none of"),
]


@pytest.mark.parametrize(("name", "content", "reason"), BAD, ids=[b[0] for b in BAD])
def test_bad_input_is_one_clear_line_and_stops_nothing(tmp_path: pathlib.Path, name: str, content: bytes, reason: str) -> None:
    good, bad = write(tmp_path, "good.txt", LONG * 3), write(tmp_path, name, content)
    reading = read_articles([bad, good], reader=FakeReader())
    assert [a.source for a in reading.articles] == [good]
    (failure,) = reading.failures
    assert failure.source == bad
    assert reason.lower() in failure.message.lower()
    assert "\n" not in failure.message
    assert "fault of Headwater" not in failure.message


def test_a_report_over_the_size_limit_is_refused(tmp_path: pathlib.Path) -> None:
    big = write(tmp_path, "big.txt", LONG * 400)
    reading = read_articles([big], settings=Settings(read=ReadSettings(max_report_bytes=20_000)), reader=FakeReader())
    assert reading.articles == ()
    assert "20,000" in reading.failures[0].message or "20000" in reading.failures[0].message


ASIDE = [
    (
        "german.txt",
        "Der Hafen wurde am Montag geschlossen, nachdem ein Kran auf den wichtigsten Liegeplatz gestürzt war, teilte das Hafenamt mit. Niemand wurde verletzt. "
        * 3,
        "language is de",
    ),
    ("short.txt", "Crane falls.", "no article"),
    (
        "gone.html",
        "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>"
        + "The page that you asked for is not here. " * 12
        + "</p></body></html>",
        "error or search page",
    ),
    ("held.json", json.dumps({"title": "Held", "text": LONG * 3, "pubstatus": "withheld"}), "withheld"),
]


@pytest.mark.parametrize(("name", "text", "reason"), ASIDE, ids=[a[0] for a in ASIDE])
def test_what_is_no_report_to_work_with_is_set_aside_with_the_reason(tmp_path: pathlib.Path, name: str, text: str, reason: str) -> None:
    reading = read_articles([write(tmp_path, name, text)], reader=FakeReader())
    assert reading.articles == ()
    assert reading.failures == ()
    assert reason in reading.set_aside[0].why


def test_a_report_too_long_is_read_in_part_and_says_so(tmp_path: pathlib.Path) -> None:
    path = write(tmp_path, "long.txt", "\n\n".join(LONG for _ in range(30)))
    reading = read_articles([path], settings=Settings(annotate=AnnotateSettings(max_sentences=10)), reader=FakeReader())
    assert len(reading.articles) == 1
    assert reading.failures[0].message == "too long: its last 20 sentences were not read"


def test_a_fault_in_one_report_is_its_own(tmp_path: pathlib.Path) -> None:
    class Broken(FakeReader):
        def read(self, paragraphs: Sequence[str]) -> list[Marks]:
            if any("dragon" in p for p in paragraphs):
                raise RuntimeError("no dragons")
            return super().read(paragraphs)

    paths = [write(tmp_path, "bad.txt", LONG * 2 + "A dragon was seen."), write(tmp_path, "good.txt", LONG * 3)]
    reading = read_articles(paths, reader=Broken())
    assert [a.source for a in reading.articles] == paths[1:]
    assert [(f.stage, "no dragons" in f.message) for f in reading.failures] == [("annotate", True)]


def test_progress_counts_every_report(tmp_path: pathlib.Path) -> None:
    paths = [write(tmp_path, f"{i}.txt", f"{LONG * 3} Number {i}.") for i in range(5)]
    seen: list[int] = []
    read_articles(paths, reader=FakeReader(), progress=seen.append)
    assert seen == [1, 2, 3, 4, 5]


def test_an_article_keeps_its_id_in_any_company(tmp_path: pathlib.Path) -> None:
    path = write(tmp_path, "a.txt", LONG * 3)
    other = write(
        tmp_path,
        "b.txt",
        "A bakery in the old town burned down on Sunday night and three families lost their homes in the fire, neighbours said. " * 2,
    )

    def find(paths: list[str]) -> Article:
        return next(a for a in read_articles(paths, reader=FakeReader()).articles if a.source == path)

    assert find([path]).id == find([other, path]).id
