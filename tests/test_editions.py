"""Forms of one text are one article, the longer; of two editions the later one stays; what nothing tells apart in time stays both."""

import itertools
import json
import pathlib
from typing import Any

import pytest

from headwater.case import Case
from headwater.editions import Settled, settle
from headwater.pipeline import read_articles
from headwater.types import Published
from tests.case.reports import WordReader
from tests.factories import make_report

READER = WordReader()
BODY = (
    "The crane over the main berth of Velden harbour fell on Tuesday night. The fall killed {} dockers on the quay, Karl Lund said. "
    "The berth was closed for the day and ships lay outside the harbour. Schools near the quay stayed closed on Wednesday, and lorries "
    "had to drive round by the motorway until the evening."
)
END = " Divers will look at the pier tomorrow."
AT_8 = Published(earliest="2025-03-05T08:00:00Z", latest="2025-03-05T08:00:00Z")
AT_20 = Published(earliest="2025-03-05T20:00:00+01:00", latest="2025-03-05T20:00:00+01:00")
DAY = Published(earliest="2025-03-05", latest="2025-03-05")
NOTE = "Correction: four dockers were killed, not twelve."
EDITIONS = [
    (BODY.format("12") + END, {}, BODY.format("12"), {}, Settled(stays=True, earlier=False)),
    (BODY.format("12") + END, {"published": AT_8}, BODY.format("twelve"), {"published": AT_20}, Settled(stays=True, earlier=False)),
    (BODY.format("12") + END, {"published": AT_8}, BODY.format("45"), {"published": AT_20}, Settled(stays=False, earlier=True)),
    (BODY.format("12") + END, {"published": AT_20}, BODY.format("45"), {"published": AT_8}, Settled(stays=True, earlier=True)),
    (BODY.format("twelve"), {"published": AT_8}, BODY.format("nineteen"), {"published": AT_20}, Settled(stays=False, earlier=True)),
    (BODY.format("12"), {"published": AT_8}, BODY.format("45"), {"published": DAY}, None),
    (BODY.format("12"), {}, BODY.format("45"), {"published": AT_8}, None),
    (BODY.format("12"), {}, BODY.format("4"), {"corrected": NOTE}, Settled(stays=False, earlier=True)),
    (BODY.format("12"), {}, BODY.format("12"), {"retracted": NOTE}, Settled(stays=False, earlier=True)),
    (BODY.format("12") + END, {"published": AT_8}, BODY.format("12").replace("was closed", "was not closed"), {"published": AT_20}, Settled(stays=False, earlier=True)),
    (BODY.format("12") + END * 2, {"published": AT_8}, BODY.format("12") + " Karl Lund resigned in the evening.", {"published": AT_20}, Settled(stays=False, earlier=True)),
    (BODY.format("12"), {}, "Teachers in Brunnheim went on strike on Wednesday over their pay.", {}, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields", "other", "others", "expected"), EDITIONS)
def test_which_of_two_stays(text: str, fields: dict[str, Any], other: str, others: dict[str, Any], expected: Settled | None) -> None:
    a, b = make_report(text, **fields), make_report(other, **others)
    assert settle(a, b) == expected
    assert settle(b, a) == (expected and Settled(stays=not expected.stays, earlier=expected.earlier))


def test_another_outlet_is_another_article() -> None:
    assert settle(make_report(BODY, outlet="Velden Herald"), make_report(BODY + END, outlet="Ostmark Post")) is None


PAGES = {
    "v1": ("https://velden-herald.example/crane", BODY.format("12") + END, "2025-03-05T08:00:00Z"),
    "amp": ("https://velden-herald.example/crane/amp", BODY.format("12"), "2025-03-05T08:00:00Z"),
    "v2": ("https://velden-herald.example/crane?utm_source=a", BODY.format("45"), "2025-03-05T20:00:00Z"),
}


def write(folder: pathlib.Path, name: str) -> str:
    address, text, date = PAGES[name]
    path = folder / f"{name}.json"
    path.write_text(json.dumps({"url": address, "text": text, "outlet": "Velden Herald", "date": date}), encoding="utf8")
    return str(path)


@pytest.mark.parametrize("names", list(itertools.permutations(PAGES)), ids="-".join)
def test_in_any_order_the_last_edition_stays_and_each_other_is_told(tmp_path: pathlib.Path, names: tuple[str, ...]) -> None:
    paths = {name: write(tmp_path, name) for name in names}
    told = [(paths[name], f"an earlier edition of {paths['v2']}") for name in ("amp", "v1")]
    reading = read_articles([paths[name] for name in names], reader=READER)
    assert [a.source for a in reading.articles] == [paths["v2"]]
    assert [(a.source, a.why) for a in reading.set_aside] == told
    with Case.create(tmp_path / "one.headwater") as case:
        for name in names:
            case.add([paths[name]], reader=READER)
            case.run()
            assert case.verify() == ()
        made = case.brief()
    assert [a.source for s in made.stories for a in s.articles] == [paths["v2"]]
    assert [(a.source, a.why) for a in made.set_aside] == told
    (article,) = (a for s in made.stories for a in s.articles)
    assert set(article.addresses) == {address for address, _, _ in PAGES.values()}


def test_where_nothing_tells_which_is_later_both_stay(tmp_path: pathlib.Path) -> None:
    paths = []
    for name in ("v1", "v2"):
        address, text, _ = PAGES[name]
        paths.append(tmp_path / f"{name}.json")
        paths[-1].write_text(json.dumps({"url": address, "text": text, "outlet": "Velden Herald"}), encoding="utf8")
    reading = read_articles([str(p) for p in paths], reader=READER)
    assert sorted(a.source for a in reading.articles) == sorted(map(str, paths))
    assert reading.set_aside == ()


def test_a_page_that_changed_at_its_place_leaves_a_word(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "page.json"
    with Case.create(tmp_path / "one.headwater") as case:
        for name in ("v1", "v2", "v2"):
            path.write_text(pathlib.Path(write(tmp_path, name)).read_text(encoding="utf8"), encoding="utf8")
            case.add([str(path)], reader=READER)
            case.run()
        assert [(a.source, a.why) for a in case.set_aside()] == [(str(path), "an earlier edition of what stands there now")]
        assert "45 dockers" in case.brief().stories[0].articles[0].text
        case.read_again(reader=READER)
        case.run()
        assert [a.why for a in case.set_aside()] == ["an earlier edition of what stands there now"]
