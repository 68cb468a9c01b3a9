"""Anchors are found again after another reading, in a changed text, or listed as unattached; none is lost."""

import pathlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.decide import anchor_of, attach, make_anchor, make_decision
from headwater.deciding import assemble_decided
from headwater.group import group
from headwater.models import Reader
from headwater.pipeline import ReadArticle, Reading, parts_of, read_articles
from headwater.settings import Settings
from headwater.text import content_id
from headwater.types import Article, Attached, Decision, DecisionKind, Span, Statement, Unattached
from tests.decide.stories import CUTS, TEXTS, attach_to, find, make, make_articles, make_parts
from tests.factories import FakeReader

V, OP, H, R = "The Velden Herald", "Ostmark Post", "Harbour Times", "Radio North"


def test_what_did_not_change_is_attached_as_it_was() -> None:
    found, lost = attach_to([make("merge", find(V, "dam"), find(R, "river"))])
    assert [(a.how, len(a.statements)) for a in found] == [("as it was", 1), ("as it was", 1)]
    assert lost == ()


def test_statements_that_are_cut_otherwise_are_found_by_overlap() -> None:
    cuts = {**CUTS, V: (("dam broke at dawn", "Mara Velden"), ("people were hurt", "officials"), ("denied that it had fired", "The army"))}
    parts = make_parts(cuts=cuts)
    found, lost = attach_to([make("split", find(V, "dam")), make("ignore", find(V, "Forty")), make("ignore", find(V, "fired"))], parts)
    assert {a.how for a in found} == {"by overlap"}
    assert lost == ()
    words = {parts.articles[a.article].text[s.start : s.end] for a in found for s in parts.statements.values() if s.id in a.statements}
    assert words == {"dam broke at dawn", "people were hurt", "denied that it had fired"}


def test_where_two_statements_share_the_words_the_larger_share_comes_first() -> None:
    article = make_articles()[OP]
    long = make_statement(article, "The dam gave way at dawn, according to Olaf Berg")
    cut = [make_statement(article, "The dam gave way"), make_statement(article, "at dawn, according to Olaf Berg")]
    (at,), _ = attach([make("split", anchors=(anchor_of(long, article),))], {article.id: article}, {article.id: cut})
    assert at.statements == (cut[1].id, cut[0].id)


CHANGED = {
    # what the text of the address says now, what is looked for, and what is found
    "more words before it": ("Corrected at noon. " + TEXTS[V], "dam", "The dam broke at dawn"),
    "reworded a little": (
        TEXTS[V].replace("The dam broke at dawn", "The dam broke at dawn on Sunday"),
        "dam",
        "The dam broke at dawn on Sunday",
    ),
    "another number": (TEXTS[V].replace("Forty people", "14 people"), "Forty", None),
    "denied now": (TEXTS[V].replace("The dam broke at dawn", "The dam never broke at dawn"), "dam", None),
    "gone": ("Nothing happened at all, Mara Velden said. Forty people were hurt, officials said. The army slept.", "dam", None),
}


@pytest.mark.parametrize("case", CHANGED)
def test_in_a_changed_text_of_its_address_an_anchor_is_found_by_its_words(case: str) -> None:
    text, words, wanted = CHANGED[case]
    article = make_articles(The_Velden_Herald=text)[V]
    said = [make_statement(article, part.strip()) for sentence in text.split(".") for part in [sentence.partition(",")[0]] if part.strip()]
    decision = make("ignore", find(V, words))
    found, lost = attach([decision], {article.id: article}, {article.id: said})
    if wanted is None:
        assert (found, [u.what for u in lost]) == ((), [decision.anchors[0].quote])
        assert lost[0].why == "no statement has its words now"
    else:
        (at,) = found
        (statement,) = (s for s in said if s.id == at.statements[0])
        assert (article.text[statement.start : statement.end], at.how) == (wanted, "by its words in another text of its address")


def test_of_the_same_words_twice_the_surroundings_tell() -> None:
    before = "At noon: the river rose. The mayor slept. At night: the river rose. The mayor woke."
    after = "Updated. At noon: the river rose. Nobody knew. The mayor slept. At night: the river rose. The mayor woke."
    articles = [Article(id=content_id(t), source="a.txt", page="", text=t, address="https://a.example/1") for t in (before, after)]
    start = before.rindex("the river rose")
    anchor = make_anchor(articles[0], start, start + len("the river rose"))
    (at,), _ = attach([make("place", anchors=(anchor,), value="Ostmark")], {articles[1].id: articles[1]}, {})
    assert at.start == after.rindex("the river rose")


def test_a_decision_on_a_whole_article_goes_with_its_address() -> None:
    decision = make("ignore", anchors=(make_anchor(make_articles()[V]),))
    article = make_articles(The_Velden_Herald="Another text.")[V]
    found, lost = attach([decision], {article.id: article}, {})
    assert [(a.article, a.how) for a in found] == [(article.id, "in another text of its address")]
    assert lost == ()
    _, lost = attach([decision], {}, {})
    assert [u.what for u in lost] == [article.address]


def test_an_article_that_is_gone_leaves_its_decisions_unattached() -> None:
    decision = make("merge", find(V, "dam"), find(R, "river"))
    articles = {a.id: a for o, a in make_articles().items() if o != R}
    found, lost = attach([decision], articles, {i: [s for s in make_parts().statements.values() if s.article == i] for i in articles})
    assert len(found) == 1
    assert [(u.what, u.why) for u in lost] == [
        ("The river rose by two metres", "its article is not here, and no other text of its address")
    ]


def test_an_undo_of_what_nobody_has_is_listed() -> None:
    _, lost = attach([make("undo", undoes="0123456789abcdef")], {}, {})
    assert [(u.what, u.why) for u in lost] == [("0123456789abcdef", "there is no decision of this id to take back")]


# another reader

REPORTS = {
    "herald.txt": (
        "The dam above Ostmark broke at dawn on Monday, Mara Velden said, and the river rose by two metres. Forty people were hurt, two "
        "officials told the Velden Herald. The army denied that it had fired on the dam, but residents said they saw flashes. Rescuers, who "
        "came from the coast, marvelled the valley was empty by night. Divers on the lake mourned the boats were lost."
    ),
    "post.txt": (
        "A dam broke above Ostmark on Monday, according to Mara Velden. The river rose by two metres, the weather office said. Rescuers from "
        "the coast marvelled the valley was empty by night, and forty people were hurt. Residents of the valley saw flashes before the dam broke."
    ),
}
_MARKED = (("Rescuers", "marvelled", "the valley was empty by night"), ("Divers", "mourned", "the boats were lost"))
OTHER = FakeReader(*(("role", role, words) for held in _MARKED for role, words in zip(("source", "cue", "content"), held, strict=True)))
KINDS: tuple[DecisionKind, ...] = ("merge", "split", "not the same", "status", "ignore", "add origin", "place", "date", "same origin")


def read_with(reader: Reader, folder: pathlib.Path) -> Reading:
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf8")
    return read_articles([str(folder / name) for name in REPORTS], reader=reader)


def decide_all(reading: Reading) -> list[Decision]:
    """A decision of each kind on each statement, and on the one after it."""
    texts = {a.id: a for a in reading.articles}
    said = [s for held in reading.statements for s in held]
    values = {"status": "denied", "add origin": "person", "place": "Ostmark", "date": "2024-12-16"}
    found = []
    for n, s in enumerate(said):
        anchors = tuple(anchor_of(x, texts[x.article]) for x in (s, said[(n + 1) % len(said)]))
        for kind in KINDS:
            names = {"add origin": ("Ingrid Falk",), "same origin": ("Mara Velden", "residents")}.get(kind, ())
            draft = Decision(
                id="",
                kind=kind,
                anchors=anchors,
                names=names,
                value=values.get(kind),
                text="a call",
                who="Ann",
                when=f"2024-12-20T10:00:{n:02}Z",
            )
            found.append(make_decision(draft))
    return found


def attach_in(decisions: list[Decision], reading: Reading) -> tuple[tuple[Attached, ...], tuple[Unattached, ...]]:
    said = {a.id: held for a, held in zip(reading.articles, reading.statements, strict=True)}
    return attach(decisions, {a.id: a for a in reading.articles}, said)


def test_with_another_reader_nothing_is_lost(tmp_path: pathlib.Path) -> None:
    first, second = read_with(FakeReader(), tmp_path), read_with(OTHER, tmp_path)
    assert [[(s.start, s.end) for s in held] for held in first.statements] != [
        [(s.start, s.end) for s in held] for held in second.statements
    ]
    decisions = decide_all(first)
    found, lost = attach_in(decisions, second)
    for d in decisions:
        attached = {a.anchor for a in found if a.decision == d.id}
        listed = {u.what for u in lost if u.decision == d.id}
        assert all(n in attached or a.quote in listed for n, a in enumerate(d.anchors))
        assert len(attached) + sum(u.decision == d.id for u in lost) == len(d.anchors)
    known = {s.id for held in second.statements for s in held}
    assert all(a.statements and set(a.statements) <= known for a in found)
    assert {a.how for a in found} >= {"as it was", "by overlap"}


def test_a_decision_holds_in_the_brief_of_another_reader(tmp_path: pathlib.Path) -> None:
    first, second = read_with(FakeReader(), tmp_path), read_with(OTHER, tmp_path)
    texts = {a.id: a for a in first.articles}
    rescue = next(s for held in first.statements for s in held if texts[s.article].text[s.start : s.end].startswith("Rescuers, who"))
    decision = make("ignore", anchors=(anchor_of(rescue, texts[rescue.article]),))
    for reading in (first, second):
        read = {a.id: ReadArticle(a, n, s) for a, n, s in zip(reading.articles, reading.notes, reading.statements, strict=True)}
        (story,) = group(reading.articles, reading.notes)
        shown = assemble_decided(parts_of(story, read, settings=Settings()), [decision], attach_in([decision], reading)[0])
        ignored = [s.quote for c in shown.claims for s in c.statements if s.decided and s.decided.ignored]
        assert any("the valley was empty" in quote for quote in ignored)


# any cut at all

ARTICLE = make_articles()[V]


def make_statement(article: Article, words: str) -> Statement:
    start = article.text.index(words)
    return statement_at(article, start, start + len(words))


def statement_at(article: Article, start: int, end: int) -> Statement:
    return Statement(
        id=content_id(article.id, str(start), str(end)),
        article=article.id,
        start=start,
        end=end,
        sentence=Span(start=start, end=end),
        row=0,
    )


spans = st.tuples(st.integers(0, len(ARTICLE.text) - 1), st.integers(1, len(ARTICLE.text))).filter(lambda s: s[0] < s[1])


@given(spans, st.lists(spans, max_size=8), st.sampled_from(KINDS[:6]), st.sampled_from([ARTICLE.text, ARTICLE.text[20:] + " The end."]))
def test_whatever_is_cut_each_anchor_is_attached_or_listed(
    span: tuple[int, int], cut: list[tuple[int, int]], kind: DecisionKind, text: str
) -> None:
    now = msgspec.structs.replace(ARTICLE, id=ARTICLE.id if text == ARTICLE.text else "other", text=text)
    said = [statement_at(now, a, min(b, len(text))) for a, b in cut if a < len(text)]
    anchor = make_anchor(ARTICLE, *span)
    draft = Decision(
        id="",
        kind=kind,
        anchors=(anchor, anchor),
        names=("Ingrid Falk",) if kind == "add origin" else (),
        value={"status": "denied", "add origin": "person"}.get(kind),
        text="a call",
        who="Ann",
        when="2024-12-20T10:00:00Z",
    )
    found, lost = attach([make_decision(draft)], {now.id: now}, {now.id: said})
    assert len(found) + len(lost) == 2
    for at in found:
        first = next(s for s in said if s.id == at.statements[0])
        assert first.start < at.end
        assert at.start < first.end
