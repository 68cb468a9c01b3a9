"""A case over its life: what was added, counted, decided and asked for."""

import os
import pathlib
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

import headwater
from headwater.case import Case, Ways, write_notes
from headwater.decide import anchor_of, make_decision
from headwater.errors import CaseError, HeadwaterError
from headwater.settings import AnnotateSettings, CleanSettings, GroupSettings, Settings
from headwater.types import BriefStory, Decision, DecisionKind
from tests.case.reports import WordReader, counts, sources, write_reports

READER = WordReader(("name", "person", "Mara Velden"), ("name", "organisation", "port office"))


@pytest.fixture
def reports(tmp_path: pathlib.Path) -> list[str]:
    return write_reports(tmp_path / "reports")


@pytest.fixture
def case(tmp_path: pathlib.Path, reports: list[str]) -> Iterator[Case]:
    with Case.create(tmp_path / "desk.headwater") as case:
        case.add(reports, reader=READER)
        case.run()
        yield case


def decision(kind: DecisionKind, story: BriefStory, places: Sequence[tuple[int, int]], **fields: Any) -> Decision:
    """A decision on statements, each by the place of its claim and its own."""
    articles = {a.id: a for a in story.articles}
    said = [story.claims[c].statements[s] for c, s in places]
    anchors = tuple(anchor_of(s, articles[s.article]) for s in said)
    return make_decision(Decision(id="", kind=kind, anchors=anchors, who="Mara Velden", when="2025-03-10T10:00:00Z", **fields))


def test_a_case_gives_the_brief_that_its_reports_give(case: Case, reports: list[str]) -> None:
    assert headwater.to_json(case.brief()) == headwater.to_json(headwater.make_brief(reports, reader=READER))


def test_at_once_one_by_one_and_in_shards_give_the_same_counts(tmp_path: pathlib.Path, case: Case, reports: list[str]) -> None:
    order = [*reports[7:], *reports[3:7], *reports[:3][::-1]]
    with Case.create(tmp_path / "slow.headwater") as slow:
        for path in order:
            slow.add([path], reader=READER)
            slow.run()
        assert counts(slow.brief()) == counts(case.brief())
        assert len(slow.runs()) == len(reports)
    shards = [str(tmp_path / f"{k}.jsonl") for k in range(3)]
    for k, shard in enumerate(shards):
        write_notes(order[k::3], shard, Ways(reader=READER))
    with Case.create(tmp_path / "shards.headwater") as whole:
        assert len(whole.add(shards[::-1]).articles) == len(reports)
        whole.run()
        assert counts(whole.brief()) == counts(case.brief())
        assert whole.page(whole.brief().stories[0].articles[0].id).content


def test_only_new_articles_are_shown_to_the_reader(tmp_path: pathlib.Path, reports: list[str]) -> None:
    reader = WordReader()
    with Case.create(tmp_path / "x.headwater") as case:
        assert len(case.add(reports[:5], reader=reader).articles) == 5
        added = case.add(reports[:7], reader=reader)
        assert (len(added.articles), added.known, reader.shown) == (2, 5, 7)
        copy = tmp_path / "copy.json"
        copy.write_bytes(pathlib.Path(reports[0]).read_bytes())
        assert [a.why for a in case.add([str(copy)], reader=reader).set_aside] == [f"the same article as {reports[0]}"]
        assert reader.shown == 7


def test_a_run_changes_the_stories_that_it_touches_alone(tmp_path: pathlib.Path, reports: list[str]) -> None:
    with Case.create(tmp_path / "x.headwater") as case:
        case.add(reports[:9], reader=READER)
        first = case.run()
        assert len(first.changed) == len(case.stories()) == 3
        case.add(reports[9:10], reader=READER)
        second = case.run()
        (changed,) = second.changed
        assert changed in first.changed
        assert {row.id: row.new > 0 for row in case.stories()} == {i: i == changed for i in first.changed}
        assert case.run().changed == ()
        assert [r.id for r in case.runs()] == [1, 2]
        assert sources(case.brief(run=1)) == sorted(reports[:9])
        assert sources(case.brief()) == sorted(reports[:10])


def test_ids_of_stories_and_claims_stay_while_they_grow(tmp_path: pathlib.Path, reports: list[str]) -> None:
    with Case.create(tmp_path / "x.headwater") as case:
        case.add(reports[6:], reader=READER)
        case.run()
        before = {c.id: {s.id for s in c.statements} for story in case.brief().stories for c in story.claims}
        stories = {row.id for row in case.stories()}
        case.add(reports[:6], reader=READER)  # older than all
        case.run()
        after = {c.id: {s.id for s in c.statements} for story in case.brief().stories for c in story.claims}
        assert stories <= {row.id for row in case.stories()}
        assert sum(len(said & after.get(i, set())) >= len(said) / 2 for i, said in before.items()) >= 0.9 * len(before)
        assert len(after) == sum(len(s.claims) for s in case.brief().stories)


def test_what_is_kept_is_what_was_found(case: Case, reports: list[str]) -> None:
    for article in (a for story in case.brief().stories for a in story.articles):
        page = case.page(article.id)
        assert page.content == pathlib.Path(article.source).read_bytes()
        assert page.sha256 == article.page
    assert case.count()["articles"] == len(reports)


def test_decisions_outlive_another_reader(case: Case) -> None:
    story = case.brief().stories[0]
    merged = case.decide(decision("merge", story, [(0, 0), (1, 0)], why="the same"))
    status = case.decide(decision("status", story, [(2, 0)], value="denied"))
    run = case.run()
    assert run.changed == (story.id,)
    decided = case.story(story.id)
    assert decided.claims[0].standing == story.claims[0].standing, "a guess stays a guess"
    assert merged.id in {d for c in decided.claims if c.decided for d in c.decided.decisions}
    assert [s.decided.status for c in decided.claims for s in c.statements if s.decided and s.decided.status] == ["denied"]
    again = case.read_again(reader=WordReader(), settings=Settings(annotate=AnnotateSettings(context_pieces=16)))
    assert len(again.articles) == 12
    case.run()
    assert case.unattached() == ()
    assert case.decisions() == (merged, status)
    told = case.story(story.id)
    assert merged.id in {d for c in told.claims if c.decided for d in c.decided.decisions}


def test_a_decision_whose_words_are_gone_is_listed_and_comes_back(case: Case, reports: list[str]) -> None:
    story = case.brief().stories[0]
    made = case.decide(decision("status", story, [(0, 0)], value="denied"))
    quote, source = made.anchors[0].quote, next(a.source for a in story.articles if a.id == made.anchors[0].article)
    assert source in reports
    case.read_again(reader=READER, settings=Settings(clean=CleanSettings(min_words=10_000)))
    case.run()
    assert case.unattached() == (), "what cannot be read any more stays as it was"
    undone = case.decide(make_decision(Decision(id="", kind="undo", who="Mara Velden", when="2025-03-11T10:00:00Z", undoes=made.id)))
    case.run()
    assert not any(s.decided for c in case.story(story.id).claims for s in c.statements if s.quote == quote)
    assert case.decisions() == (made, undone)


def test_decisions_are_appended_and_never_changed(case: Case) -> None:
    made = case.decide(decision("status", case.brief().stories[0], [(0, 0)], value="planned"))
    with pytest.raises(CaseError, match="was decided already"):
        case.decide(made)
    with pytest.raises(CaseError, match="no decision has this id"):
        case.decide(make_decision(Decision(id="", kind="undo", who="x", when="2025-03-11", undoes="0" * 16)))
    with pytest.raises(CaseError, match="does not hash"):
        case.decide(Decision(id="f" * 16, kind="undo", who="x", when="2025-03-11T00:00:00Z", undoes=made.id))


def test_a_file_that_a_person_brings_is_kept(case: Case) -> None:
    content = b"a call, written down"
    sha256 = "5d0d2d9a1a6ab5f1ef8ed5d6cf0b0ba0b9b4d7e0d3c6c0a9d5cbf9a8e7d6c5b4"
    story = case.brief().stories[0]
    wrong = decision("add origin", story, [(0, 0)], names=("Harbour master",), value="person", file=sha256, text="He saw it.")
    with pytest.raises(CaseError, match="not those of the hash"):
        case.decide(wrong, content=content)
    with pytest.raises(CaseError, match="does not have this file"):
        case.decide(wrong)
    import hashlib  # noqa: PLC0415 - of this test alone

    right = decision(
        "add origin",
        story,
        [(0, 0)],
        names=("Harbour master",),
        value="person",
        file=hashlib.sha256(content).hexdigest(),
        text="He saw it.",
    )
    case.decide(right, content=content)
    assert case.file(right.file or "") == content
    case.run()
    assert case.story(story.id).decided is not None


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("inspected January", True),
        ('"inspected in January"', True),
        ('"January inspected"', False),
        ("inspec*", True),
        ("inspec", False),
        ("INSPECTED", True),
        ("", False),
        ('"', False),
        ("*", False),
        ("AND OR NOT NEAR(", False),
        ("text:inspected", True),
        ("' ; DROP TABLE article; --", False),
        ("\x00", False),
        ("x" * 10_000, False),
    ],
)
def test_search_takes_any_query(case: Case, query: str, *, found: bool) -> None:
    hits = case.search(query)
    assert bool(hits) == (found and query != "text:inspected")
    for hit in hits:
        article = case.article(hit.article)
        assert article.article.text[hit.start : hit.end] == hit.snippet
        assert hit.story == article.story
        for start, end in hit.marks:
            assert hit.snippet[start:end].lower().startswith(("inspec", "january"))
    assert case.count()["articles"] == 12


def test_search_finds_statements_first_then_articles_page_by_page(case: Case) -> None:
    hits = case.search("crane", limit=1000)
    kinds = [h.kind for h in hits]
    assert set(kinds) == {"statement", "article"}
    assert kinds == sorted(kinds, reverse=True)
    paged = [h for k in range(0, len(hits), 3) for h in case.search("crane", limit=3, offset=k)]
    assert paged == list(hits)


def test_every_id_can_be_looked_up(case: Case) -> None:
    story = case.brief().stories[0]
    claim = story.claims[0]
    made = case.decide(decision("status", story, [(0, 0)], value="planned"))
    origin = next(o for o in story.origins if o.kind != "own voice")
    assert [case.find(i)[0] for i in (story.id, claim.id, claim.statements[0].id, story.articles[0].id, made.id)] == [
        "story",
        "claim",
        "statement",
        "article",
        "decision",
    ]
    assert case.find(origin.id)[0] == case.find(origin.name)[0] == "origin"
    assert case.claim(claim.id) == (story, claim)
    assert case.origin(origin.name).credits
    for look in (case.find, case.story, case.claim, case.article, case.page, case.origin, case.file):
        with pytest.raises(CaseError, match="nobody-knows"):
            look("nobody-knows")
    with pytest.raises(CaseError, match="no run"):
        case.brief(run=99)


def test_an_empty_case_answers(tmp_path: pathlib.Path) -> None:
    with Case.create(tmp_path / "empty.headwater") as case:
        answers: list[tuple[object, ...]] = [case.stories(), case.origins(), case.decisions(), case.runs(), case.review(), case.search("x")]
        assert answers == [()] * len(answers)
        assert case.brief().stories == ()
        assert case.run().changed == ()
        assert set(case.count().values()) == {0}


def test_a_name_that_is_no_text_does_not_stop_a_case(tmp_path: pathlib.Path, reports: list[str]) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.json"
    pathlib.Path(os.fsdecode(path)).write_bytes(pathlib.Path(reports[0]).read_bytes())
    with Case.create(tmp_path / "x.headwater") as case:
        assert case.add([os.fsdecode(path)], reader=READER).failures == ()
        case.run()
        assert sources(case.brief()) == [f"{tmp_path}/\\udcff.json"]
        assert case.add([os.fsdecode(path)], reader=READER).known == 1


def test_failures_are_kept_until_the_report_can_be_read(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{", encoding="utf8")
    with Case.create(tmp_path / "x.headwater") as case:
        assert len(case.add([str(path)], reader=READER).failures) == 1
        assert [f.source for f in case.failures()] == [str(path)]
        (good,) = write_reports(tmp_path / "good", 1)
        path.write_bytes(pathlib.Path(good).read_bytes())
        assert len(case.add([str(path)], reader=READER).articles) == 1
        assert case.failures() == ()


def test_any_tool_reads_the_views(case: Case) -> None:
    story = case.brief().stories[0]
    with sqlite3.connect(case.path) as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (12,)
        rows = dict(db.execute("SELECT id, quote FROM statements WHERE story = ?", (story.id,)).fetchall())
        assert rows == {s.id: s.quote for c in story.claims for s in c.statements}
        ladder = "SELECT articles, texts, outlets, origins_low, origins_high, word FROM claims WHERE id = ?"
        for claim in story.claims:
            s = claim.standing
            assert db.execute(ladder, (claim.id,)).fetchone() == (s.articles, s.texts, s.outlets, *s.origins, s.word)
        views = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
        for view in sorted(views):
            db.execute(f"SELECT * FROM {view} LIMIT 1").fetchall()  # noqa: S608 - names from the file
        assert {"articles", "statements", "chains", "stories", "claims", "conflicts", "origins", "gaps", "decisions", "runs"} <= views
    db.close()


def test_the_longer_text_of_one_address_stays_whichever_came_first(tmp_path: pathlib.Path) -> None:
    text = "The harbour was closed on Monday after a crane fell across the main berth, the port office said. " * 4
    forms = {"short": text, "long": f"{text} Nobody was hurt when it came down."}
    paths = {}
    for name, body in forms.items():
        paths[name] = tmp_path / f"{name}.json"
        address = f"https://velden-herald.example/crane{'/amp' if name == 'short' else ''}"
        paths[name].write_text(f'{{"url": "{address}", "text": "{body}", "outlet": "Velden Herald"}}', encoding="utf8")
    for order in (("short", "long"), ("long", "short")):
        with Case.create(tmp_path / f"{order[0]}.headwater") as case:
            for name in order:
                case.add([str(paths[name])], reader=READER)
                case.run()
            assert sources(case.brief()) == [str(paths["long"])]
            assert [a.source for a in case.set_aside()] == [str(paths["short"])]


def test_settings_stay_with_the_case(case: Case) -> None:
    assert case.settings() == Settings()
    strict = Settings(group=GroupSettings(same_story=1.0, shingle_words=7))
    before = case.stories()
    assert len(case.run(settings=strict).changed) >= len(before)
    assert len(case.stories()) > len(before)
    with Case.open(case.path) as again:
        assert again.settings() == strict
        assert again.run().changed == ()
        again.run(settings=Settings())
        assert {row.articles for row in again.stories()} == {row.articles for row in before}


def test_an_id_that_went_into_another_leads_there(case: Case) -> None:
    (story, *_) = [row.id for row in case.stories()]
    apart = case.run(settings=Settings(group=GroupSettings(same_story=1.0)))
    parts = set(apart.changed) - {story}
    again = case.run(settings=Settings())
    assert again.gone
    assert set(again.gone) <= parts
    for gone in again.gone:
        assert case.story(gone).id not in again.gone
    assert case.runs()[-1].gone == again.gone


def test_errors_of_a_case_are_ours() -> None:
    with pytest.raises(HeadwaterError, match="is not there"):
        Case.open("no/such/case.headwater")
