import re
from html.parser import HTMLParser
from urllib.parse import quote

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.case import KeptPage, Question
from headwater.types import Attribution, Brief, BriefClaim, BriefPlace, BriefStory, DecidedClaim, Notes, Span
from headwater.web.listing import PER_PAGE
from tests.brief.test_html import HOSTILE, VOID, full_brief
from tests.factories import make_article, make_brief, make_claim, make_link, make_standing, make_statement, make_story
from tests.strategies import anything
from tests.web.conftest import make_client
from tests.web.shelf import Shelf


def every_address(brief: Brief) -> list[str]:
    story = brief.stories[0]
    one, two = story.articles
    return [
        "/stories",
        f"/story/{story.id}",
        f"/story/{story.id}/brief",
        *(f"/claim/{c.id}" for c in story.claims),
        *(f"/article/{a.id}" for a in story.articles),
        f"/article/{one.id}/beside/{two.id}",
        "/origins",
        f"/origin?name={quote(name, safe='')}" if (name := credited(brief)) else "/origins",
        "/search?q=a",
        "/review",
        "/log",
    ]


def credited(brief: Brief) -> str:
    return next((link.name for s in brief.stories for c in s.claims for t in c.statements for link in t.chain), "")


def make_shelf(brief: Brief) -> Shelf:
    story = brief.stories[0]
    shelf = Shelf(
        brief, questions=[Question(id="q", kind="same origin", story=story.id, claims=story.claims[:1], names=(story.headline, "b"))]
    )
    for article in story.articles:
        cue = Attribution(
            source=Span(start=0, end=3), cue=Span(start=3, end=4), content=Span(start=4, end=20), name="x", kind="body", relation="says"
        )
        shelf.marks[article.id] = Notes(article=article.id, attributions=(cue,))
    return shelf


class Page(HTMLParser):
    """What a page is made of: its tags in balance, its scripts, its addresses, its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.ids: list[str] = []
        self.text = ""
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID and tag not in {"rect", "path", "circle"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if tag not in {"rect", "path", "circle"}:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def assert_sound(page: str) -> Page:
    """The page is in balance, runs no script but ours, has no inline style, and leads nowhere but to our own pages."""
    found = Page(page)
    assert page.count("<script") == 1
    assert '<script src="/static/headwater.js" defer></script>' in page
    assert "<style" not in page
    for tag, name, value in found.attributes:
        assert not name.startswith("on"), (tag, name)
        assert name not in {"style", "srcset", "srcdoc", "formaction", "xlink:href"}, (tag, name)
        if name in {"href", "src", "action"}:
            assert re.match(r"(?:/(?![/\\])|#|\?)", value), (tag, name, value)
    assert len(found.ids) == len(set(found.ids)), [i for i in found.ids if found.ids.count(i) > 1]
    return found


@pytest.mark.parametrize("words", ["plain", HOSTILE], ids=["plain", "hostile"])
@pytest.mark.parametrize("writes", [True, False], ids=["writes", "reads"])
def test_every_page_is_sound_and_has_a_twin(words: str, *, writes: bool) -> None:
    brief = full_brief(words if words == HOSTILE else "Ada Brook spoke. The mill at Weir burned.", words)
    client = make_client(make_shelf(brief), writes=writes)
    for address in every_address(brief):
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.text)
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert_sound(answer.text)
        path, mark, query = address.partition("?")
        twin = client.get(f"{path}.json{mark}{query}")
        assert (twin.status_code, twin.headers["content-type"]) == (200, "application/json")
        msgspec.json.decode(twin.content)
        assert f'href="{path}.json{mark}{query}"' in answer.text.replace("&amp;", "&").replace("&#39;", "'")


@given(text=anything(), words=st.text(max_size=40))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_of_a_report_becomes_markup(text: str, words: str) -> None:
    text = f"{text} <img src=x onerror=alert(1)> words enough to be cut"
    brief = full_brief(text, words)
    client = make_client(make_shelf(brief), writes=True)
    for address in every_address(brief):
        assert_sound(client.get(address).text)


def test_the_twin_of_a_story_is_the_story() -> None:
    brief = full_brief()
    client = make_client(Shelf(brief))
    story = brief.stories[0]
    assert msgspec.json.decode(client.get(f"/story/{story.id}.json").content, type=BriefStory) == story
    claim = client.get(f"/claim/{story.claims[0].id}.json").json()["claim"]
    assert msgspec.convert(claim, BriefClaim) == story.claims[0]
    assert client.get(f"/story/{story.id}/brief.json").json()["stories"][0]["id"] == story.id


@pytest.mark.parametrize("ending", ["html", "md"])
def test_a_brief_is_a_file_to_keep(ending: str) -> None:
    brief = full_brief(HOSTILE, HOSTILE)
    answer = make_client(Shelf(brief)).get(f"/story/{brief.stories[0].id}/brief.{ending}")
    assert answer.headers["content-disposition"] == f'attachment; filename="brief.{ending}"'
    assert "mill" in answer.text or "alert" in answer.text


def test_an_empty_case_says_what_to_do() -> None:
    client = make_client(Shelf(make_brief()))
    page = assert_sound(client.get("/stories").text)
    assert "There is no story in this case yet" in page.text
    assert "headwater add" in page.text
    for address in ("/origins", "/review", "/log", "/search", "/search?q=nothing"):
        assert_sound(client.get(address).text)


@pytest.mark.parametrize(
    "address", ["/claim/x", "/story/x", "/article/x", "/page/x", "/origin?name=x", "/story/x/brief", "/nope", "/story/x/brief.md"]
)
def test_what_is_not_there_is_said_in_words(address: str) -> None:
    client = make_client(Shelf(make_brief()))
    answer = client.get(address)
    assert answer.status_code == 404
    assert_sound(answer.text)
    path, mark, query = address.partition("?")
    assert "error" in client.get(f"{path}.json{mark}{query}").json() or path.endswith(".md")


@pytest.mark.parametrize("media_type", ["text/html", "image/svg+xml", "text/plain", "nonsense", "text/html\r\nx-evil: 1"])
def test_a_kept_page_is_never_shown(media_type: str) -> None:
    brief = full_brief()
    article = brief.stories[0].articles[0]
    content = b"<script>alert(1)</script>"
    kept = KeptPage(source="x", media_type=media_type, content=content, sha256=article.page, fetched=None, address=None, added="2025-01-01")
    answer = make_client(Shelf(brief, pages=[kept])).get(f"/page/{article.id}")
    assert answer.content == content
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="{article.id}.')
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert "x-evil" not in answer.headers


def test_five_hundred_claims_fill_pages_and_every_one_is_on_one() -> None:
    article = make_article(" ".join(f"Bridge {n} fell." for n in range(520)), "The Test Post")
    claims = [make_claim([make_statement(article, f"Bridge {n} fell.")], make_standing(1 + n % 3)) for n in range(520)]
    story = make_story([article], claims)
    client = make_client(Shelf(make_brief(story)))
    pages = [client.get(f"/story/{story.id}?page={n}").text for n in (1, 2, 3)]
    shown = [id_ for page in pages for id_ in re.findall(r'href="/claim/([0-9a-f]{16})">', page) if id_]
    assert set(shown) == {c.id for c in claims}
    assert "Page 1 of 3" in pages[0]
    assert pages[0].count("data-row ") <= PER_PAGE
    assert "data-whole" not in pages[0]
    found = client.get(f"/story/{story.id}?q=bridge+519+fell").text
    assert found.count("data-row ") == 1
    assert "1 of 520 claims" in found


def test_a_claim_shows_the_guess_beside_what_people_decided() -> None:
    brief = full_brief()
    story = brief.stories[0]
    claim = story.claims[0]
    decided = DecidedClaim(
        id=claim.id, text=claim.text, statements=(), standing=make_standing(1, (1, 1)), decisions=("d",), otherwise=("It would be two.",)
    )
    told = msgspec.structs.replace(story, claims=(msgspec.structs.replace(claim, decided=decided), *story.claims[1:]))
    page = Page(make_client(Shelf(make_brief(told))).get(f"/claim/{claim.id}").text)
    text = " ".join(page.text.split())
    assert "The program's own guess: 2 articles" in text
    assert "It would be two." in text


def test_a_story_draws_its_map() -> None:
    brief = full_brief()
    story = brief.stories[0]
    place = BriefPlace(name="Velden", lat=47.0, lon=15.0, precision="city", country="AT", mentions=story.places[0].mentions)
    told = msgspec.structs.replace(story, places=(place,))
    page = make_client(Shelf(make_brief(told))).get(f"/story/{story.id}").text
    assert_sound(page)
    assert '<path class="land"' in page
    assert re.search(r"<text[^>]*>Velden<", page)


@pytest.mark.parametrize("kind", ["story", "claim", "article"])
def test_the_search_for_an_id_leads_to_what_it_names(kind: str) -> None:
    brief = full_brief()
    story = brief.stories[0]
    id_ = {"story": story.id, "claim": story.claims[0].id, "article": story.articles[0].id}[kind]
    client = make_client(Shelf(brief))
    page = client.get(f"/search?q={id_}").text
    address = re.findall(r'href="([^"]+)">open it', page)[0]
    assert client.get(address).status_code == 200
    assert "open it" not in client.get(f"/search?q={'0' * 16}").text


def test_cues_are_marked_where_the_reader_found_them() -> None:
    article = make_article("Mara Velden said the dam broke.")
    statement = make_statement(article, "the dam broke", [make_link(article, "Mara Velden")])
    claim = make_claim([statement])
    shelf = Shelf(make_brief(make_story([article], [claim])))
    attribution = Attribution(
        source=Span(start=0, end=11),
        cue=Span(start=12, end=16),
        content=Span(start=17, end=30),
        name="Mara Velden",
        kind="person",
        relation="says",
    )
    shelf.marks[article.id] = Notes(article=article.id, attributions=(attribution,))
    for address in (f"/claim/{claim.id}", f"/article/{article.id}"):
        page = make_client(shelf).get(address).text
        assert '<span class="cue">said</span>' in page
        assert '<span class="credit">Mara Velden</span>' in page


def copied(sure: tuple[bool, ...]) -> tuple[Brief, BriefClaim]:
    """Two papers that print one sentence, a third that words it otherwise, and which of them are sure."""
    texts = ("The mill burned, Ada Brook said.", "The mill burned, Ada Brook said.", "The mill blazed, Ada Brook said.")
    articles = [make_article(text, f"Paper {n}") for n, text in enumerate(texts)]
    articles[2] = msgspec.structs.replace(articles[2], retracted="Withdrawn.", corrected="It named another mill.")
    said = [make_statement(a, a.text.partition(",")[0], [make_link(a, "Ada Brook")], sure=s) for a, s in zip(articles, sure, strict=True)]
    claim = make_claim(said, make_standing(3))
    return make_brief(make_story(articles, [claim])), claim


def test_copies_are_folded_and_can_still_be_chosen_one_by_one() -> None:
    brief, claim = copied((True, True, True))
    page = make_client(make_shelf(brief), writes=True).get(f"/claim/{claim.id}").text
    assert page.count("<blockquote") == 2
    assert "also in, word for word:" in page
    for s in claim.statements:
        assert f'id="statement-{s.id}"' in page
        assert f'value="{s.id}" id="choose-{s.id}"' in page
        assert f'href="/article/{s.article}#at-{s.id}"' in page
    assert 'Every sentence <span class="amount">3</span>' in page
    story = make_client(make_shelf(brief)).get(f"/story/{brief.stories[0].id}/brief").text
    assert story.count("The mill burned</mark>") == 1
    assert f'href="/article/{claim.statements[1].article}#at-{claim.statements[1].id}"' in story


def test_what_may_be_the_same_is_explained_where_it_stands_and_no_copy_has_it() -> None:
    brief, claim = copied((True, False, False))
    page = make_client(make_shelf(brief)).get(f"/claim/{claim.id}").text
    assert page.count(">perhaps the same</span> It may not say quite what the claim says, so it never raises the low end.") == 1
    assert page.count(">perhaps the same</span>") == 2
    brief, claim = copied((True, False, True))
    assert "perhaps the same" not in make_client(make_shelf(brief)).get(f"/claim/{claim.id}").text


def test_a_retracted_report_says_so_wherever_it_tells_something() -> None:
    brief, claim = copied((True, True, True))
    story = brief.stories[0]
    client = make_client(make_shelf(brief))
    for address in (f"/claim/{claim.id}", f"/story/{story.id}", f"/story/{story.id}/brief", f"/article/{story.articles[2].id}"):
        assert '<span class="label contested">retracted</span>' in client.get(address).text, address
    assert '<span class="label doubt">corrected</span>' in client.get(f"/story/{story.id}").text


def test_fragments_stand_last_on_the_page_and_in_the_brief() -> None:
    article = make_article("One of them, Mara Velden said, was seen on the tower of the old town. Rain fell.")
    claims = [make_claim([make_statement(article, quote)]) for quote in ("One of them", "Rain fell")]
    story = make_story([article], claims)
    client = make_client(make_shelf(make_brief(story)))
    for address in (f"/story/{story.id}", f"/story/{story.id}/brief"):
        page = client.get(address).text
        assert page.index("Told by one report") < page.index("Rain fell<") < page.index("Fragments <span") < page.index("One of them<")
        assert "which state no fact of their own" in page
    groups = re.findall(r'<details class="group" data-group( open)?>', client.get(f"/story/{story.id}").text)
    assert groups == [" open", ""]


def test_a_count_of_one_is_named_as_one_where_a_phone_stacks_the_stories() -> None:
    article = make_article("Rain fell.")
    page = make_client(Shelf(make_brief(make_story([article], [make_claim([make_statement(article, "Rain fell")])])))).get("/stories").text
    assert re.findall(r'data-label="(\w+)">1<', page) == ["article", "text", "outlet", "claim"]
    assert 'data-label="conflicts">0<' in page
