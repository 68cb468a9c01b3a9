import html.parser
import json
import pathlib
import re
from typing import Any

import pytest

EXAMPLE = pathlib.Path(__file__).parents[2] / "examples" / "ferry"
OTHER_STORY = "kestrel-news-strike"
KINDS = {"person", "organisation", "place", "facility", "equipment"}


class Words(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def read_report(path: pathlib.Path) -> str:
    content = path.read_text(encoding="utf8")
    if path.suffix == ".html":
        words = Words()
        words.feed(content)
        return "".join(words.parts)
    if path.suffix == ".json":
        record = json.loads(content)
        return str(record.get("title") or record["headline"]) + "\n\n" + str(record.get("maintext") or record["articleBody"])
    return content


def holds(text: str, piece: str) -> bool:
    return re.search(r"\s+".join(map(re.escape, piece.split())), text) is not None


GOLD = json.loads((EXAMPLE / "gold.json").read_text(encoding="utf8"))
TEXTS = {path.stem: read_report(path) for path in sorted((EXAMPLE / "reports").iterdir())}
SUPPORT = [(c["id"], s["report"], s["quote"]) for c in GOLD["claims"] for s in c["support"]]


@pytest.mark.parametrize(("claim", "report", "quote"), SUPPORT)
def test_quotes_stand_in_their_report(claim: str, report: str, quote: str) -> None:
    assert holds(TEXTS[report], quote), f"{claim}: {quote}"


@pytest.mark.parametrize("report", GOLD["reports"], ids=lambda r: r["id"])
def test_title_and_furniture_stand_in_their_report(report: dict[str, Any]) -> None:
    for piece in (report["title"], *report["not_article"]):
        assert holds(TEXTS[report["id"]], piece), piece


def test_furniture_holds_no_quote() -> None:
    furniture = {r["id"]: r["not_article"] for r in GOLD["reports"]}
    assert not [(quote, line) for _, report, quote in SUPPORT for line in furniture[report] if holds(quote, line)]


def test_reports_are_all_but_the_one_of_another_story() -> None:
    assert {r["id"] for r in GOLD["reports"]} == set(TEXTS) - {OTHER_STORY}
    assert OTHER_STORY in TEXTS
    assert len(TEXTS) == 8


@pytest.mark.parametrize(
    "names", [[c["id"] for c in GOLD["claims"]], [r["id"] for r in GOLD["reports"]], [e["name"] for e in GOLD["entities"]]]
)
def test_ids_and_names_are_unique(names: list[str]) -> None:
    assert len(names) == len(set(names))


def test_references_lead_somewhere() -> None:
    claims, reports = {c["id"] for c in GOLD["claims"]}, {r["id"] for r in GOLD["reports"]}
    assert all(set(k["claims"]) <= claims and len(k["claims"]) >= 2 for k in GOLD["conflicts"])
    assert all(set(r["copy_of"]) <= reports for r in GOLD["reports"])
    assert {report for _, report, _ in SUPPORT} <= reports


def test_values_are_of_the_known_kinds() -> None:
    assert {k["kind"] for k in GOLD["conflicts"]} <= {"number", "place", "time", "actor", "denial"}
    assert {s["status"] for c in GOLD["claims"] for s in c["support"]} == {"asserted", "denied", "planned", "uncertain"}
    assert {e["kind"] for e in GOLD["entities"]} <= KINDS
    assert all(1 <= low <= high for low, high in (c["independent"] for c in GOLD["claims"]))


def test_words_of_the_timeline_stand_in_their_reports() -> None:
    assert not [(r, w) for x in GOLD["timeline"] for r, w in x["support"] if not holds(TEXTS[r], w)]
    assert all(re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", x["date"]) for x in GOLD["timeline"])
