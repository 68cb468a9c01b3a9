"""What a person is asked, and what is not asked again."""

import pathlib

from headwater.case import Case
from headwater.decide import anchor_of, make_decision
from headwater.types import Decision
from tests.case.reports import WordReader, write_reports


def test_a_question_names_two_claims_and_is_not_asked_again(tmp_path: pathlib.Path) -> None:
    text = "The ferry left the pier at Velden at seven in the morning with {n} people aboard, {who} said on Monday. Nothing else was told of it to anybody in the town of Velden that day."
    for n, who in ((40, "the harbour master"), (60, "the mayor"), (80, "the police")):
        outlet = f"Paper {n}"
        body = text.format(n=n, who=who)
        (tmp_path / f"{n}.json").write_text(f'{{"title": "Ferry leaves Velden", "text": "{body}", "outlet": "{outlet}"}}', encoding="utf8")
    with Case.create(tmp_path / "x.headwater") as case:
        case.add([str(tmp_path)], reader=WordReader())
        case.run()
        asked = case.review(50)
        assert [q.weight for q in asked] == sorted((q.weight for q in asked), reverse=True)
        assert len({q.id for q in asked}) == len(asked)
        question = next(q for q in asked if q.kind == "same claim")
        assert question.effect.startswith("they are one claim, told by ")
        assert "Their numbers differ: where the later report only updates the earlier, say no" in question.effect
        story = case.story(question.story)
        articles = {a.id: a for a in story.articles}
        anchors = tuple(anchor_of(c.statements[0], articles[c.statements[0].article]) for c in question.claims)
        draft = Decision(id="", kind="not the same", anchors=anchors, who="desk", when="2025-03-10")
        case.decide(make_decision(draft))
        case.run()
        again = case.review(50)
        assert question.id not in {q.id for q in again}
        assert {q.id for q in again} == {q.id for q in asked} - {question.id}


def test_reports_of_one_outlet_each_ask_nothing_twice(tmp_path: pathlib.Path) -> None:
    with Case.create(tmp_path / "x.headwater") as case:
        case.add(write_reports(tmp_path / "reports", 12), reader=WordReader())
        case.run()
        assert len(case.review(3)) <= 3
        for q in case.review():
            assert len(q.claims) == 2 or len(q.names) == 2
            assert q.effect
