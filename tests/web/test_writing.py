import pytest

from headwater.case import Case, Question
from headwater.errors import CaseError, DecisionError
from headwater.types import BriefStory
from headwater.web import writing
from tests.factories import make_article, make_brief, make_claim, make_link, make_statement, make_story
from tests.web.conftest import make_client
from tests.web.shelf import Shelf


def made() -> tuple[Shelf, BriefStory]:
    article = make_article("Mara Velden said the dam broke. Ostmark Rail said the line was shut. Nobody was hurt.")
    claims = [
        make_claim([make_statement(article, "the dam broke", [make_link(article, "Mara Velden")])]),
        make_claim([make_statement(article, "the line was shut", [make_link(article, "Ostmark Rail")])]),
    ]
    story = make_story([article], claims)
    shelf = Shelf(
        make_brief(story),
        questions=[
            Question(id="claims", kind="same claim", story=story.id, claims=story.claims),
            Question(id="names", kind="same person", story=story.id, claims=story.claims[:1], names=("Mara Velden", "M. Velden")),
        ],
    )
    return shelf, story


def form(**fields: str | list[str]) -> dict[str, list[str]]:
    return {"who": ["Nia"], "why": ["because"], **{k: v if isinstance(v, list) else [v] for k, v in fields.items()}}


def test_statements_are_split_off_ignored_and_given_a_status() -> None:
    shelf, story = made()
    claim = story.claims[0]
    for kind in ("split", "ignore", "status"):
        value = "denied" if kind == "status" else ""
        written = writing.decide(
            shelf, form(kind=kind, claim=claim.id, statement=claim.statements[0].id, value=value, back=f"/claim/{claim.id}")
        )
        assert (written.back, written.who) == (f"/claim/{claim.id}", "Nia")
    assert [(d.kind, d.anchors[0].quote, d.value, d.who, d.why) for d in shelf.kept] == [
        ("split", "the dam broke", None, "Nia", "because"),
        ("ignore", "the dam broke", None, "Nia", "because"),
        ("status", "the dam broke", "denied", "Nia", "because"),
    ]
    assert all(d.id and d.when.endswith("Z") for d in shelf.kept)


@pytest.mark.parametrize("other", ["2", "id"])
def test_claims_are_made_one_by_number_or_id(other: str) -> None:
    shelf, story = made()
    writing.decide(shelf, form(kind="merge", claim=story.claims[0].id, other=story.claims[1].id if other == "id" else other))
    assert [a.quote for a in shelf.kept[0].anchors] == ["the dam broke", "the line was shut"]


def test_sources_are_one_in_this_story() -> None:
    shelf, story = made()
    writing.decide(shelf, form(kind="same origin", claim=story.claims[0].id, name=["Mara Velden", "Ostmark Rail"]))
    assert (shelf.kept[0].names, [a.quote for a in shelf.kept[0].anchors]) == (("Mara Velden", "Ostmark Rail"), ["the dam broke"])


def test_an_origin_is_brought_and_a_decision_taken_back() -> None:
    shelf, story = made()
    writing.decide(shelf, form(kind="add origin", claim=story.claims[0].id, name="Ada Brook", value="person", text="She called."))
    writing.decide(shelf, form(kind="undo", undoes=shelf.kept[0].id, back="/log"))
    assert (shelf.kept[0].text, shelf.kept[0].value, shelf.kept[1].undoes) == ("She called.", "person", shelf.kept[0].id)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": "burn"}, "'burn' is no kind of decision"),
        ({"kind": "split"}, "no statement of the claim is chosen; go back and tick the boxes"),
        ({"kind": "ignore", "statement": "another"}, "no statement of the claim is chosen"),
        ({"kind": "merge", "other": "9"}, "'9' is no other claim"),
        ({"kind": "merge", "other": "1"}, "'1' is no other claim"),
        ({"kind": "same origin", "name": ["A"]}, "1 names are given"),
        ({"kind": "status", "value": "true"}, "no statement of the claim is chosen"),
        ({"kind": "same origin", "name": ["A", "B"], "who": " "}, "who decides"),
    ],
)
def test_what_is_missing_is_said(fields: dict[str, str | list[str]], words: str) -> None:
    shelf, story = made()
    with pytest.raises(DecisionError, match=words):
        writing.decide(shelf, form(claim=story.claims[0].id, **fields))
    assert shelf.kept == []


def test_a_claim_that_is_not_there_is_said() -> None:
    shelf, _ = made()
    with pytest.raises(CaseError):
        writing.decide(shelf, form(kind="split", claim="0" * 16))


@pytest.mark.parametrize(
    ("question", "answer", "kind", "names"),
    [
        ("claims", "yes", "merge", ()),
        ("claims", "no", "not the same", ()),
        ("names", "yes", "same origin", ("Mara Velden", "M. Velden")),
        ("names", "no", "not the same", ("Mara Velden", "M. Velden")),
    ],
)
def test_an_answer_becomes_a_decision(question: str, answer: str, kind: str, names: tuple[str, ...]) -> None:
    shelf, _ = made()
    at = 1 if question == "claims" else 2
    written = writing.answer(shelf, form(question=question, answer=answer, at=str(at)))
    assert (shelf.kept[0].kind, shelf.kept[0].names) == (kind, names)
    assert written.back == f"/review?at={at + 1}&done={answer}"


def test_a_question_that_is_answered_by_itself_is_not_passed_over() -> None:
    shelf, _ = made()
    kept = shelf.decide

    def decide(decision: object) -> None:
        kept(decision)  # type: ignore[arg-type]
        del shelf.questions[0]

    shelf.decide = decide  # type: ignore[method-assign]
    assert writing.answer(shelf, form(question="claims", answer="yes", at="1")).back == "/review?at=1&done=yes"


@pytest.mark.parametrize(("question", "answer"), [("gone", "yes"), ("claims", "maybe"), ("claims", "")])
def test_an_answer_to_no_question_is_refused(question: str, answer: str) -> None:
    shelf, _ = made()
    with pytest.raises(DecisionError, match="not asked any more"):
        writing.answer(shelf, form(question=question, answer=answer, at="1"))


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/log?x", "/claim/../x", "javascript:alert(1)", "/claim/x\r\nset-cookie: a=b", ""]
)
def test_a_form_leads_to_our_own_pages_alone(back: str) -> None:
    shelf, _ = made()
    client = make_client(shelf, writes=True)
    sent = {"kind": "same origin", "name": ["A", "B"], "who": "Nia \r\nset-cookie: x", "back": back}
    answer = client.post("/decide", data=sent, follow_redirects=False)
    assert answer.headers["location"] == "/log"
    assert [c for c in answer.headers.get_list("set-cookie") if not c.startswith("headwater-who=")] == []


def test_a_case_keeps_the_answer_and_asks_it_no_more(ferry_copy: Case) -> None:
    [question] = ferry_copy.review(1)
    client = make_client(ferry_copy, writes=True)
    sent = {"question": question.id, "answer": "yes", "at": "1", "who": "Nia"}
    assert client.post("/review", data=sent, follow_redirects=False).headers["location"] == "/review?at=1&done=yes"
    assert question.id not in [q.id for q in ferry_copy.review(99)]
    [kept] = ferry_copy.decisions()
    assert (kept.kind, kept.who) == ("merge" if question.kind == "same claim" else "same origin", "Nia")
    assert "1 decision waits for a run" in client.get("/stories").text
    client.post("/run", data={"back": "/log"})
    assert "wait" not in client.get("/stories").text
    page = client.get(f"/claim/{question.claims[0].id}").text
    assert "by <bdi>Nia</bdi>" in page


def test_what_is_wrong_with_a_form_is_shown() -> None:
    shelf, _ = made()
    answer = make_client(shelf, writes=True).post("/decide", data={"kind": "<b>burn</b>", "who": "Nia"})
    assert answer.status_code == 400
    assert "&lt;b&gt;burn" in answer.text


def test_a_run_brings_the_case_up_to_date_and_goes_back() -> None:
    shelf, story = made()
    client = make_client(shelf, writes=True)
    assert client.post("/run", data={"back": f"/story/{story.id}"}, follow_redirects=False).headers["location"] == f"/story/{story.id}"
    assert client.post("/run", data={"back": "//x"}, follow_redirects=False).headers["location"] == "/stories"
    assert shelf.ran == 2


def test_what_cannot_be_kept_leads_back_to_where_it_was_asked() -> None:
    shelf, story = made()
    client = make_client(shelf, writes=True)
    claim = f"/claim/{story.claims[0].id}"
    for fields, back in (({"back": claim}, claim), ({"back": "//elsewhere.example/log"}, "/stories"), ({}, "/stories")):
        answer = client.post("/decide", data={"kind": "split", "claim": story.claims[0].id, "who": "Nia", **fields})
        assert answer.status_code == 400
        assert f'<p><a href="{back}">' in answer.text
    assert '<p><a href="/review">' in client.post("/review", data={"question": "gone", "answer": "yes"}).text
