import re
from html.parser import HTMLParser
from itertools import pairwise

import lxml.html
import pytest

from headwater.brief.html import OPEN_CLAIMS, OPEN_STATEMENTS, text_pieces, to_html
from headwater.brief.view import view_story
from headwater.types import Aside, Brief, BriefPlace, Conflict, Dropped, Entity, Failure, Gap, Mention, Origin, TimelineEntry
from tests.factories import make_article, make_brief, make_claim, make_link, make_standing, make_statement, make_story

HOSTILE = "<script>alert(1)</script>\"'><img src=http://e.example/p> [go](http://e.example) ]]> --> </style> {{ 7*7 }} \u202e\x00\x1b[31m"
VOID = {"meta", "br", "img", "link", "input", "hr"}
ALLOWED = {"src", "href", "srcset", "action", "style", "poster", "data"}


class Balance(HTMLParser):
    """Fails where a tag is closed that is not the innermost open one."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def full_brief(text: str = "Ada Brook spoke. The mill at Weir burned.", words: str = "plain") -> Brief:
    article = make_article(
        text,
        words,
        source=words,
        title=words,
        author=words,
        credits=(words,),
        language=words,
        address="http://e.example/a",
        addresses=("http://e.example/a", f"http://e.example/amp/{words}"),
        cut=words,
        dropped=(Dropped(text=words, kind=words, why=words),),
    )
    copy = make_article(text + " ", words + "2", copy_of=(article.id, words))
    chain = [make_link(article, text[:3], words, kind="outlet"), make_link(article, text[-5:], words)]
    claims = [
        make_claim(
            [make_statement(article, text[4:20], chain, status="denied", outlet_status="uncertain")],
            make_standing(2, contested=True, why=(words,)),
        ),
        make_claim([make_statement(copy, text[4:20])]),
    ]
    mention = Mention(article=article.id, start=0, end=3)
    story = make_story(
        [article, copy],
        claims,
        headline=words,
        conflicts=(
            Conflict(kind="denial", claims=(claims[0].id,), update=False, why=words),
            Conflict(kind="number", claims=(claims[0].id, claims[1].id), update=True, why=words),
        ),
        origins=(Origin(id=words, name=words, kind="person", claims=(claims[1].id, claims[0].id)),),
        gaps=(Gap(name=words, why=words),),
        timeline=(TimelineEntry(date="2024-12", text=words, statements=(mention,)),),
        places=(BriefPlace(name=words, lat=None, lon=None, precision=words, country=words, mentions=(mention,)),),
        entities=(Entity(name=words, kind=words, also=(words,), mentions=(mention,)),),
    )
    return make_brief(
        story, set_aside=(Aside(source=words, why=words),), failures=(Failure(source=words, stage=words, message=words),), headwater=words
    )


@pytest.mark.parametrize("brief", [make_brief(), full_brief(), full_brief(HOSTILE, HOSTILE)], ids=["empty", "plain", "hostile"])
def test_page_is_well_formed_and_asks_for_nothing(brief: Brief) -> None:
    page = to_html(brief)
    balance = Balance()
    balance.feed(page)
    assert balance.open == []
    tree = lxml.html.document_fromstring(page)
    for element in tree.iter():
        assert element.tag not in {"script", "img", "link", "iframe", "object", "embed", "form", "base", "use", "image", "foreignObject"}
        for name in ALLOWED & set(element.attrib):
            assert (name, element.attrib[name][:1]) == ("href", "#")
    assert not re.search(r"url\(|@import", page)
    assert len(tree.xpath("//style")) == 1
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]
    assert page.startswith("<!doctype html>\n")
    assert page.endswith("\n")


def test_hostile_text_is_shown_and_not_live() -> None:
    page = to_html(full_brief(HOSTILE, HOSTILE))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page
    assert not re.search(r"[\x00\x1b\u202e]", page)
    assert set(lxml.html.document_fromstring(page).xpath("//@lang")) == {"en", "und"}


def test_every_link_within_the_page_has_its_place_and_every_id_is_unique() -> None:
    tree = lxml.html.document_fromstring(to_html(full_brief()))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in tree.xpath("//@href")} <= set(ids)
    for labelled in tree.xpath("//@aria-labelledby"):
        assert labelled in ids


def test_headings_go_down_one_at_a_time() -> None:
    levels = [int(heading.tag[1]) for heading in lxml.html.document_fromstring(to_html(full_brief())).xpath("//h1|//h2|//h3|//h4|//h5")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_statement_shows_its_sentence_marked() -> None:
    article = make_article("First. The mill burned, Ada Brook told The Reed. Last.", "The Sedge")
    chain = [make_link(article, "Ada Brook"), make_link(article, "told The Reed", "The Reed", kind="outlet", relation="told")]
    claim = make_claim([make_statement(article, "The mill burned", chain, status="denied")], make_standing(2, (1, 2), contested=True))
    tree = lxml.html.document_fromstring(to_html(make_brief(make_story([article], [claim]))))
    (block,) = tree.xpath("//li[@class='claim']//blockquote")
    assert block.text_content() == "The mill burned, Ada Brook told The Reed."
    assert block.xpath("mark/text()") == ["The mill burned"]
    assert block.xpath("span[@class='credit']/text()") == ["Ada Brook", "told The Reed"]
    assert tree.xpath("string(//li[@class='claim']//span[@class='chain'])") == "Ada Brook ← The Reed (not read)"
    assert tree.xpath("string(//li[@class='claim']//span[@class='rungs'])") == "2 articles · 2 texts · 2 outlets · 1 to 2 origins"
    assert tree.xpath("//li[@class='claim']//span[contains(@class, 'label')]/text()") == ["single origin", "contested", "denied"]


def test_credit_within_the_statement_is_marked_twice() -> None:
    article = make_article("The mill that Ada saw burned.")
    claim = make_claim([make_statement(article, "The mill that Ada saw burned", [make_link(article, "Ada")])])
    tree = lxml.html.document_fromstring(to_html(make_brief(make_story([article], [claim]))))
    assert tree.xpath("//blockquote/mark/span[@class='credit']/text()") == ["Ada"]


def test_text_pieces_give_back_the_text_with_a_place_for_each_statement() -> None:
    article = make_article("The mill burned down. It was old.")
    whole, part = make_statement(article, "The mill burned down"), make_statement(article, "The mill burned")
    story = view_story(make_story([article], [make_claim([whole]), make_claim([part])]))
    pieces = text_pieces(story)[article.id]
    assert "".join(piece.text for piece in pieces) == article.text
    assert {statement for statement, _ in pieces[0].begins} == {whole.id, part.id}
    assert [piece.said for piece in pieces] == [True, True, False]


def test_much_is_folded() -> None:
    text = " ".join(f"Item {number} moved on day %s." for number in range(40))
    articles = [make_article(text.replace("%s", str(number)), f"Outlet {number}") for number in range(OPEN_STATEMENTS + 2)]
    claims = [make_claim([make_statement(article, f"Item {number} moved") for article in articles]) for number in range(40)]
    tree = lxml.html.document_fromstring(to_html(make_brief(make_story(articles, claims))))
    assert len(tree.xpath("//li[@class='claim']/details[@open]")) == OPEN_CLAIMS
    assert len(tree.xpath("//li[@class='claim']")) == 40
    assert tree.xpath("//details[@class='more']/summary/text()") == ["2 more"] * 40


def test_empty_brief_says_so() -> None:
    text = lxml.html.document_fromstring(to_html(make_brief())).text_content()
    assert "No story was found in what was read." in text
    assert "0 reports · 0 stories · 0 set aside · 0 failed" in text


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert to_html(full_brief()) == to_html(full_brief())


def test_a_report_says_where_else_it_was_found_and_that_it_breaks_off() -> None:
    own, other = "http://e.example/a", "http://e.example/amp/a"
    article = make_article("The mill burned.", address=own, addresses=(own, other), cut="ends in the middle of a sentence")
    facts = {
        e[0].text: e[1].text_content() for e in lxml.html.fromstring(to_html(make_brief(make_story([article])))).iter("div") if len(e) == 2
    }
    assert facts["Also at"] == other
    assert facts["Breaks off"] == "ends in the middle of a sentence"


def test_a_whole_report_of_one_address_says_neither() -> None:
    own = "http://e.example/a"
    text = to_html(make_brief(make_story([make_article("The mill burned.", address=own, addresses=(own,))])))
    assert "Also at" not in text
    assert "Breaks off" not in text


def test_copies_are_folded_into_one_line_and_each_keeps_its_place_and_its_way_back() -> None:
    articles = [make_article("The mill burned, Ada Brook said.", f"Outlet {number}") for number in range(3)]
    statements = [make_statement(article, "The mill burned", [make_link(article, "Ada Brook")]) for article in articles]
    tree = lxml.html.document_fromstring(to_html(make_brief(make_story(articles, [make_claim(statements, make_standing(3))]))))
    assert len(tree.xpath("//li[@class='claim']//blockquote")) == 1
    assert tree.xpath("//p[@class='also']//a/@href") == [f"#at-{s.id}" for s in statements[1:]]
    assert {f"statement-{s.id}" for s in statements} <= set(tree.xpath("//@id"))
    assert tree.xpath("//p[@class='also']//bdi/text()") == ["Outlet 1", "Outlet 2"]


def test_many_copies_are_counted_and_unfold() -> None:
    articles = [make_article("The mill burned.", f"Outlet {number}") for number in range(OPEN_STATEMENTS + 2)]
    claim = make_claim([make_statement(article, "The mill burned") for article in articles], make_standing(8))
    tree = lxml.html.document_fromstring(to_html(make_brief(make_story(articles, [claim]))))
    assert tree.xpath("//details[@class='more also']/summary/text()") == [f"also in {OPEN_STATEMENTS + 1} more reports, word for word"]
    assert len(tree.xpath("//details[@class='more also']//a")) == OPEN_STATEMENTS + 1


def test_fragments_stand_last_and_folded_with_how_many_they_are() -> None:
    article = make_article("One of them, Ada Brook said, saw the mill burn on Monday. It was old.")
    claims = [make_claim([make_statement(article, quote)]) for quote in ("One of them", "It was old")]
    tree = lxml.html.document_fromstring(to_html(make_brief(make_story([article], claims))))
    heads = [head.text_content() for head in tree.xpath("//div[@class='wide']//h3")]
    assert heads == ["Told by one report 1", "Fragments 1"]
    (folded,) = tree.xpath("//section[starts-with(@aria-labelledby, 'fragments-')]/details[not(@open)]")
    assert folded.xpath(".//blockquote/mark/text()") == ["One of them"]


def test_a_report_that_was_taken_back_or_corrected_says_so_with_its_words() -> None:
    back = make_article("The mill burned.", "The Sedge", retracted="<b>Withdrawn.</b>")
    mended = make_article("The mill burned down.", "The Reed", corrected="An earlier version named another mill.")
    claim = make_claim([make_statement(back, "The mill burned"), make_statement(mended, "The mill burned")], make_standing(2))
    tree = lxml.html.document_fromstring(to_html(make_brief(make_story([back, mended], [claim]))))
    facts = {e[0].text: e[1].text_content() for e in tree.iter("div") if len(e) == 2}
    assert facts["Retracted"] == "<b>Withdrawn.</b>"
    assert facts["Corrected"] == "An earlier version named another mill."
    assert [li.xpath("string(.//a)") for li in tree.xpath("//li[@class='statement'][.//span[.='retracted']]")] == ["The Sedge"]
