"""A brief that is as it was made passes; one in which any character of a quotation, offset, id, hash or count differs does not."""

import copy
import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import headwater
from headwater.errors import BriefError
from headwater.pipeline import brief_of
from headwater.types import Brief
from headwater.verify import Fault, Kept, compare, read_back, verify
from tests.decide.stories import PARTS, decide_on
from tests.decide.test_decide import ALL

STORY = decide_on(ALL)
BRIEF = Brief(headwater="0.1.0", stories=(STORY,))
PAGES = {a.page: a.text.encode() for a in PARTS.articles.values()}
KEPT = Kept(
    articles=PARTS.articles,
    notes=PARTS.notes,
    statements={a: [s for s in PARTS.statements.values() if s.article == a] for a in PARTS.articles},
    page=PAGES.get,
)
RAW = msgspec.to_builtins(BRIEF)
Path = tuple[str | int, ...]


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict):
        for key, held in value.items():
            yield from leaves(held, (*path, key))
    elif isinstance(value, list | tuple):
        for n, held in enumerate(value):
            yield from leaves(held, (*path, n))
    else:
        yield path, value


def keys_of(path: Path) -> str:
    return ".".join(p for p in path[1:] if isinstance(p, str))


def changed(path: Path, value: Any) -> Brief:
    """The brief with another value at one place; ValidationError where no brief can have it."""
    raw = copy.deepcopy(RAW)
    at = raw
    for key in path[:-1]:
        at[key] = list(at[key]) if isinstance(at[key], tuple) else at[key]
        at = at[key]
    at[path[-1]] = value
    return msgspec.convert(raw, type=Brief)


LEAVES = [(path, value) for path, value in leaves(RAW["stories"], ("stories",)) if value is not None]
GIVEN = {"headline", "articles.source", "articles.published.earliest", "articles.published.latest", "articles.published.basis"}
# what a brief alone shows to be wrong; the rest follows from notes that it does not hold
ALONE = {
    *("articles.id", "articles.outlet", "articles.text", "articles.copy_of"),
    *("claims.id", "claims.text", "claims.statements.id", "claims.statements.article", "claims.statements.start", "claims.statements.end"),
    *("claims.statements.quote", "claims.standing.articles", "claims.standing.texts", "claims.standing.outlets"),
    *("origins.claims", "timeline.claim", "timeline.statements.article", "places.mentions.article"),
    *("entities.mentions.start", "entities.mentions.end", "entities.mentions.article"),
    *(f"decided.log.decision.{key}" for key in ("id", "who", "when", "why", "anchors.quote", "anchors.start", "names", "value", "text")),
}
CHECKED = [(path, value) for path, value in LEAVES if keys_of(path) not in GIVEN | {"claims.statements.sure", "claims.conflicts"}]
CHECKED_ALONE = [(path, value) for path, value in LEAVES if keys_of(path) in ALONE]


def mutations(value: Any) -> st.SearchStrategy[Any]:
    if isinstance(value, bool):
        return st.just(not value)
    if isinstance(value, int):
        return st.integers(-3, 3).filter(bool).map(lambda by: value + by)
    if isinstance(value, float):
        return st.just(value + 0.5)
    if not value:
        return st.just("x")
    at = st.integers(0, len(value) - 1)
    another = st.tuples(at, st.characters(codec="utf-8")).map(lambda c: value[: c[0]] + c[1] + value[c[0] + 1 :])
    return st.one_of(another, at.map(lambda n: value[:n] + value[n + 1 :])).filter(lambda v: v != value)


def faults_of(path: Path, value: Any, kept: Kept | None) -> tuple[Fault, ...] | None:
    """The faults of the changed brief; None where it is no brief any more, which reading it says."""
    try:
        return verify(changed(path, value), kept=kept)
    except msgspec.ValidationError:
        return None


def test_a_brief_as_it_was_made_passes() -> None:
    assert verify(BRIEF) == ()
    assert verify(BRIEF, kept=KEPT) == ()
    assert verify(read_back(headwater.to_json(BRIEF)), kept=KEPT) == ()


def test_the_keys_that_are_said_to_be_checked_are_there() -> None:
    assert {keys_of(path) for path, _ in CHECKED_ALONE} == ALONE - {"articles.copy_of"}


@given(st.data())
def test_any_change_is_found_with_what_is_kept(data: st.DataObject) -> None:
    path, value = data.draw(st.sampled_from(CHECKED))
    other = data.draw(mutations(value))
    assert faults_of(path, other, KEPT) != (), f"{path}: {value!r} -> {other!r}"


@given(st.data())
def test_a_changed_quotation_offset_id_hash_or_count_is_found_alone(data: st.DataObject) -> None:
    path, value = data.draw(st.sampled_from(CHECKED_ALONE))
    other = data.draw(mutations(value))
    assert faults_of(path, other, None) != (), f"{path}: {value!r} -> {other!r}"


def test_every_place_that_is_checked_is_checked() -> None:
    for held, kept in ((CHECKED, KEPT), (CHECKED_ALONE, None)):
        for path, value in {keys_of(path): (path, value) for path, value in held}.values():
            other = not value if isinstance(value, bool) else value + 1 if isinstance(value, int | float) else f"{value}x"
            assert faults_of(path, other, kept) != (), f"{path}: {value!r} -> {other!r}"


def test_a_fault_says_which_value_was_wrong() -> None:
    path = ("stories", 0, "claims", 0, "statements", 0, "quote")
    (fault, *_) = verify(changed(path, "The dam woke at dawn"))
    assert fault == Fault(
        where="stories[0].claims[0].statements[0].quote",
        value="The dam woke at dawn",
        why="the text has “The dam broke at dawn” from 0 to 21",
    )


def test_a_statement_that_is_left_out_is_missed_in_the_count() -> None:
    claims = (msgspec.structs.replace(STORY.claims[1], statements=STORY.claims[1].statements[:-1]), *STORY.claims[2:])
    story = msgspec.structs.replace(STORY, claims=(STORY.claims[0], *claims), decided=None)
    found = verify(msgspec.structs.replace(BRIEF, stories=(story,)))
    assert [f.where for f in found][:2] == ["stories[0].claims[1].standing.articles", "stories[0].claims[1].standing.texts"]


def test_pages_and_articles_that_are_not_kept_are_said() -> None:
    swapped = Kept(page=lambda _: b"another page")
    assert {f.why for f in verify(BRIEF, kept=swapped)} == {"the kept page has another hash"}
    lost = Kept(articles=PARTS.articles, page=lambda _: None)
    assert {f.why for f in verify(BRIEF, kept=lost)} == {"no page of this hash is kept"}
    none = Kept(articles={"x": next(iter(PARTS.articles.values()))})
    assert {f.why for f in verify(BRIEF, kept=none)} == {"no article of this id is kept"}


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff", b'{"headwater": 1}', b"[" * 100_000])
def test_what_is_no_brief_is_refused(data: bytes) -> None:
    with pytest.raises(BriefError, match="no brief that can be read"):
        read_back(data)


def test_two_briefs_are_compared_value_by_value() -> None:
    other = changed(("stories", 0, "headline"), "A bridge")
    assert compare(BRIEF, BRIEF) == ()
    assert compare(other, BRIEF) == (Fault(where="stories[0].headline", value="A bridge", why="made again, it is A dam"),)
    assert [f.where for f in compare(BRIEF, Brief(headwater="0.1.0"))] == ["stories"]


def test_the_example_passes_with_all_that_is_kept_of_it() -> None:
    reading = headwater.read_articles(["examples/ferry/reports"])
    brief = brief_of(reading)
    kept = Kept(
        articles={a.id: a for a in reading.articles},
        notes={n.article: n for n in reading.notes},
        statements={a.id: s for a, s in zip(reading.articles, reading.statements, strict=True)},
        page={a.page: hashlib.sha256().digest() for a in reading.articles}.get,
    )
    assert {f.why for f in verify(brief, kept=kept)} == {"the kept page has another hash"}
    assert verify(brief, kept=msgspec.structs.replace(kept, page=None)) == ()
