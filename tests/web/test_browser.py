"""The pages of the example story in Chromium: what is on them, what keys and filters do, and what a screen reader would miss."""

import pathlib
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from headwater.case import Case, Question
from headwater.types import BriefStory
from headwater.web import render
from tests.web.conftest import served
from tests.web.shelf import Shelf

Open = Callable[..., Any]
PHONE = {"viewport": {"width": 390, "height": 844}}
WIDE = {"viewport": {"width": 1280, "height": 900}}
DARK = {**WIDE, "color_scheme": "dark"}


@pytest.fixture(scope="module")
def story(ferry: Case) -> BriefStory:
    return ferry.story(ferry.stories()[0].id)


@pytest.fixture(scope="module")
def base(ferry: Case) -> Iterator[str]:
    with served(ferry) as address:
        yield address


@pytest.fixture(scope="module")
def asked(ferry: Case, story: BriefStory) -> Iterator[tuple[str, Shelf]]:
    """The example story with questions to review, held in memory."""
    one, two, *_ = (c for c in story.claims if c.standing.articles > 1)
    questions = (
        Question(id="one", kind="same claim", story=story.id, claims=(one, two), effect="1 origin becomes 2."),
        Question(id="two", kind="same person", story=story.id, claims=(one,), names=("Mara Velden", "M. Velden")),
    )
    shelf = Shelf(ferry.brief(), questions=questions)
    with served(shelf) as address:
        yield address, shelf


def addresses(story: BriefStory) -> dict[str, str]:
    contested = next(c for c in story.claims if c.standing.contested and c.standing.articles > 1)
    copy = next(a for a in story.articles if a.copy_of)
    return {
        "stories": "/stories",
        "story": f"/story/{story.id}",
        "brief": f"/story/{story.id}/brief",
        "claim": f"/claim/{contested.id}",
        "article": f"/article/{copy.id}",
        "beside": f"/article/{copy.id}/beside/{copy.copy_of[0]}",
        "origins": "/origins",
        "origin": "/origin?name=Petra%20Oskarsen",
        "search": "/search?q=steering",
        "review": "/review",
        "log": "/log",
        "missing": "/claim/0000000000000000",
    }


NAMES = ("stories", "story", "brief", "claim", "article", "beside", "origins", "origin", "search", "log")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_serious_for_a_screen_reader(base: str, story: BriefStory, open_page: Open, name: str) -> None:
    page = open_page(base, addresses(story)[name], **WIDE)
    assert serious(page) == []


def test_nothing_serious_in_the_dark_on_a_phone_and_in_review(asked: tuple[str, Shelf], story: BriefStory, open_page: Open) -> None:
    base, _ = asked
    for name, options in (("story", DARK), ("claim", DARK), ("article", DARK), ("story", PHONE), ("review", WIDE), ("review", DARK)):
        assert serious(open_page(base, addresses(story)[name], **options)) == []


def serious(page: Any) -> list[str]:
    """What axe finds that is serious or critical."""
    package = pytest.importorskip("axe_playwright_python", reason="axe is not installed")
    page.evaluate((pathlib.Path(package.__file__).parent / "axe.min.js").read_text("utf8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{v['id']}: {v['help']}: {node['html'][:200]}"
        for v in found["violations"]
        if v["impact"] in {"serious", "critical"}
        for node in v["nodes"]
    ]


@pytest.mark.parametrize("name", [*NAMES, "review"])
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_is_wider_than_the_window(base: str, story: BriefStory, open_page: Open, name: str, width: int) -> None:
    page = open_page(base, addresses(story)[name], viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["stories", "story", "origins"])
def test_no_cell_of_a_table_breaks_within_a_word_on_a_phone(base: str, story: BriefStory, open_page: Open, name: str) -> None:
    page = open_page(base, addresses(story)[name], **PHONE)
    narrow = page.evaluate(
        """() => [...document.querySelectorAll('td, th')].filter(cell => cell.offsetParent && cell.textContent.trim()).filter(cell => {
            const range = document.createRange(); const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
            for (let node = walk.nextNode(); node; node = walk.nextNode())
                for (const word of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
                    range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
                    if (new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1) return true;
                }
            return false; }).map(cell => cell.textContent.trim())"""
    )
    assert narrow == []


def test_reports_are_stacked_on_a_phone_with_what_each_line_is(base: str, story: BriefStory, open_page: Open) -> None:
    page = open_page(base, addresses(story)["story"], **PHONE)
    row = page.locator(".reports-table tbody tr").first
    assert row.locator("td").first.bounding_box()["width"] > 300
    assert page.locator(".reports-table thead").is_hidden()
    label = "cell => getComputedStyle(cell, '::before').content"
    assert row.locator("td[data-label=published]").evaluate(label) == '"published: "'


def test_the_hint_of_the_filter_is_not_cut(base: str, story: BriefStory, open_page: Open) -> None:
    page = open_page(base, addresses(story)["story"], **WIDE)
    room = """field => { const style = getComputedStyle(field); const brush = document.createElement('canvas').getContext('2d');
        brush.font = style.font; return field.clientWidth - parseFloat(style.paddingLeft) * 2 - brush.measureText(field.placeholder).width; }"""
    assert page.locator(".filter input[name=q]").evaluate(room) >= 0


def test_stories_lead_to_a_story_with_its_counts(base: str, story: BriefStory, open_page: Open) -> None:
    page = open_page(base, "/stories", **WIDE)
    row = page.locator("tbody tr").first
    assert story.headline in row.inner_text()
    assert row.locator("td.n").first.inner_text() == str(len(story.articles))
    row.locator("a").first.click()
    assert page.locator("h1").inner_text() == story.headline
    assert page.locator("[data-row]").count() == len(story.claims)
    assert page.locator(".conflict").count() == len(story.conflicts)
    assert page.locator(".lanes tbody tr").count() == len({a.outlet for a in story.articles})


def test_claims_with_the_fewest_origins_come_first(base: str, story: BriefStory, open_page: Open) -> None:
    page = open_page(base, addresses(story)["story"], **WIDE)
    words = page.eval_on_selector_all("[data-row][data-told=several]", "rows => rows.map(row => row.dataset.standing)")
    order = ["circular", "origin unknown", "single origin", "possibly corroborated", "corroborated"]
    assert [order.index(w) for w in words] == sorted(order.index(w) for w in words)
    assert words


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_filter_works_with_and_without_the_script(base: str, story: BriefStory, open_page: Open, *, script: bool) -> None:
    page = open_page(base, addresses(story)["story"], java_script_enabled=script, **WIDE)
    page.locator(".filter input[name=q]").fill("harbour police")
    if not script:
        page.locator(".filter button").click()
    shown = page.locator("[data-row]:visible")
    assert 0 < shown.count() < len(story.claims)
    assert f"{shown.count()} of {len(story.claims)}" in page.locator("[role=status]").inner_text()


def test_a_claim_shows_ladder_reasons_sentences_and_denials(base: str, story: BriefStory, open_page: Open) -> None:
    claim = next(c for c in story.claims if c.standing.contested and c.standing.articles > 1)
    page = open_page(base, f"/claim/{claim.id}", **WIDE)
    low, high = claim.standing.origins
    assert f"{low} to {high} origins" in page.locator(".ladder .last").inner_text()
    assert page.locator("#why").inner_text() == f"Why {low} to {high} origins?"
    assert [e.inner_text().lstrip("– ") for e in page.locator(".why.big li").all()] == list(claim.standing.why)
    denied = [s for s in claim.statements if "denied" in (s.status, s.outlet_status)]
    assert page.locator("section[aria-labelledby=denials] > .statements > li").count() == len(denied) > 0
    for s in claim.statements:
        assert page.locator(f"#statement-{s.id}").count() == 1
        assert page.locator(f".statement:has([id='statement-{s.id}']) mark, .statement[id='statement-{s.id}'] mark").count() > 0
    assert page.locator(".statements .credit").count() > 0
    assert page.locator(".statements .cue").count() > 0
    assert page.locator(".tree li").count() > 0


def test_a_report_shows_whom_a_statement_credits_on_hover_focus_and_touch(base: str, story: BriefStory, open_page: Open) -> None:
    article = next(a for a in story.articles if a.copy_of)
    page = open_page(base, f"/article/{article.id}", java_script_enabled=False, **WIDE)
    told = [s for c in story.claims for s in c.statements if s.article == article.id and s.chain]
    first = page.locator(f"#at-{told[0].id}")
    strip = page.locator(f"#strip-{told[0].id}")
    assert not strip.is_visible()
    first.hover()
    assert told[0].chain[0].name in strip.inner_text()
    page.locator("h2").first.hover()
    assert not strip.is_visible()
    first.focus()
    assert strip.is_visible()
    first.click()
    page.locator("h2").first.click()
    assert page.url.endswith(f"#at-{told[0].id}")
    assert strip.is_visible()


def test_keys_go_from_statement_to_statement(base: str, story: BriefStory, open_page: Open) -> None:
    page = open_page(base, addresses(story)["article"], **WIDE)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.querySelectorAll('a.said[id]')[1]")
    page.keyboard.press("Escape")
    assert page.locator(".strip:visible").count() == 0
    page.keyboard.press("k")
    assert page.locator(".strip:visible").count() == 1


def test_a_report_holds_its_whole_text_and_its_furniture_folded(base: str, story: BriefStory, open_page: Open) -> None:
    article = next(a for a in story.articles if a.dropped)
    page = open_page(base, f"/article/{article.id}", **WIDE)
    text = page.evaluate(
        """() => [...document.querySelectorAll('.report-text > p, .report-text > h1')].map(p => {
            const copy = p.cloneNode(true); copy.querySelectorAll('.strip').forEach(s => s.remove()); return copy.textContent; })"""
    )
    assert [line for line in text if line.strip()] == [line for line in article.text.split("\n") if line.strip()]
    assert page.locator(".furniture .words:visible").count() == 0
    page.locator(".furniture summary").first.click()
    assert page.locator(".furniture .words:visible").count() > 0


def test_copies_stand_side_by_side_with_shared_words_marked(base: str, story: BriefStory, open_page: Open) -> None:
    page = open_page(base, addresses(story)["beside"], **WIDE)
    boxes = [side.bounding_box() for side in page.locator(".beside > article").all()]
    assert boxes[0]["y"] == boxes[1]["y"]
    left, right = (page.locator(".beside > article").nth(i).locator("mark").all_inner_texts() for i in (0, 1))
    assert left == right != []


def test_the_page_as_kept_is_a_download(base: str, story: BriefStory, open_page: Open) -> None:
    page = open_page(base, addresses(story)["article"], **WIDE)
    with page.expect_download() as download:
        page.get_by_text("Download the page as it was kept").click()
    assert download.value.suggested_filename.endswith((".html", ".txt", ".json"))


def test_every_sentence_of_a_brief_leads_to_its_words(base: str, story: BriefStory, open_page: Open) -> None:
    page = open_page(base, addresses(story)["brief"], **WIDE)
    links = page.eval_on_selector_all("a.sentence", "links => links.map(a => a.getAttribute('href'))")
    statements = {f"/article/{s.article}#at-{s.id}": s for c in story.claims for s in c.statements}
    assert set(links) <= set(statements)
    assert {h for h in links if statements[h]} != set()
    page.locator("a.sentence").nth(1).click()
    at = page.url.rpartition("#")[2]
    quote = statements[f"/article/{page.url.rpartition('/')[2]}"].quote
    assert page.locator(f"[id='{at}']").inner_text().split() == quote.split()[: len(page.locator(f"[id='{at}']").inner_text().split())]


def test_review_is_answered_by_keys(asked: tuple[str, Shelf], open_page: Open) -> None:
    base, shelf = asked
    shelf.kept.clear()
    page = open_page(base, "/review", **WIDE)
    assert page.locator("h1").inner_text() == "Do these say the same?"
    page.locator("[name=who]").fill("Nia")
    page.locator("h1").click()
    page.keyboard.press("y")
    page.wait_for_url("**/review?at=2&done=yes")
    assert page.locator("[name=who]").input_value() == "Nia"
    page.keyboard.press("n")
    page.wait_for_url("**/review?at=3&done=no")
    assert [(d.kind, d.who) for d in shelf.kept] == [("merge", "Nia"), ("not the same", "Nia")]
    page.goto(f"{base}/review")
    page.keyboard.press("s")
    page.wait_for_url("**/review?at=2")
    assert len(shelf.kept) == 2


def test_typing_a_reason_answers_nothing(asked: tuple[str, Shelf], open_page: Open) -> None:
    base, shelf = asked
    shelf.kept.clear()
    page = open_page(base, "/review", **WIDE)
    page.locator("[name=why]").press_sequentially("yes, no, so")
    assert page.url.endswith("/review")
    assert shelf.kept == []


def test_who_has_no_key_sees_no_forms(base: str, story: BriefStory, open_page: Open) -> None:
    page = open_page(base, addresses(story)["claim"], key=False, **WIDE)
    assert page.locator("form[method=post]").count() == 0
    assert "read only" in page.locator("footer").inner_text()


def test_a_claim_is_split_and_the_case_counts_again(ferry_copy: Case, open_page: Open) -> None:
    with served(ferry_copy) as base:
        told = ferry_copy.story(ferry_copy.stories()[0].id)
        claim = next(c for c in told.claims if c.standing.contested and c.standing.articles > 1)
        page = open_page(base, f"/claim/{claim.id}", **WIDE)
        page.locator(f"#choose-{claim.statements[0].id}").check()
        page.get_by_text("Its statements: split off").click()
        page.locator("#split [name=who]").fill("Nia")
        page.locator("#split [name=why]").fill("a headline of its own")
        page.locator("#split button").click()
        assert "1 decision waits for a run" in page.locator(".waiting").inner_text()
        with page.expect_navigation():
            page.locator(".waiting button").click()
        assert page.url.endswith(f"/claim/{claim.id}")
        assert page.locator(".waiting").count() == 0
        assert "a headline of its own" in page.locator(".log").inner_text()
        assert "program's own guess" in page.locator(".guess").inner_text()


def test_a_page_prints_what_is_folded_and_no_forms(base: str, story: BriefStory, open_page: Open) -> None:
    page = open_page(base, addresses(story)["story"], **WIDE)
    page.emulate_media(media="print")
    assert page.locator(".filter").is_hidden()
    assert page.locator(".bar nav").is_hidden()
    assert page.locator("[data-row]:visible").count() == len(story.claims)


def test_the_first_tab_leads_past_the_head(base: str, open_page: Open) -> None:
    page = open_page(base, "/stories", **WIDE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_script_is_small() -> None:
    assert len(render.static("headwater.js").encode()) < 10_000


def test_long_names_other_directions_and_many_claims_stay_in_the_window(ferry: Case, story: BriefStory, open_page: Open) -> None:
    name = "Ministerstvoproinfrastrukturuadopravnistavby" * 6
    articles = tuple(
        msgspec.structs.replace(a, outlet=name if i % 2 else "جريدة الصباح اليومية", title=f"{name} عنوان")
        for i, a in enumerate(story.articles)
    )
    claims = tuple(
        msgspec.structs.replace(c, id=f"{n:016x}", text=f"{c.text} {name if n % 7 == 0 else ''} {n}")
        for n in range(8)
        for c in story.claims
    )
    odd = msgspec.structs.replace(
        story, articles=articles, claims=claims, conflicts=(), timeline=(), origins=(), headline=f"{name} عنوان طويل"
    )
    shelf = Shelf(msgspec.structs.replace(ferry.brief(), stories=(odd,)))
    with served(shelf) as base:
        for path in ("/stories", f"/story/{odd.id}", f"/story/{odd.id}?page=2", f"/claim/{claims[0].id}", f"/article/{articles[0].id}"):
            for width in (390, 1280):
                page = open_page(base, path, viewport={"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
        page = open_page(base, f"/article/{articles[0].id}", **WIDE)
        assert page.locator("h1").count() <= 1
