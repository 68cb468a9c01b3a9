"""The words of a statement and the act of its attribution in, a status out."""

import pytest

from headwater.state.status import is_negated, outlet_status_of, status_of
from headwater.types import Status

STATUS: list[tuple[str, str, Status]] = [
    ("The dam broke on Friday", "says", "asserted"),
    ("May 3 was cold", "says", "asserted"),
    ("the will of the late mayor was read", "says", "asserted"),
    ("the dam broke", "denies", "denied"),
    ("the mayor denied the charge", "says", "denied"),
    ("the ministry rejected the offer", "says", "denied"),
    ("the report is false", "says", "asserted"),
    ("the letter was fabricated", "says", "asserted"),
    ("the dam may break", "says", "uncertain"),
    ("the dam could break", "says", "uncertain"),
    ("the dam reportedly broke", "says", "uncertain"),
    ("it is unclear who broke the dam", "says", "uncertain"),
    ("the man is believed to be in Oslo", "says", "uncertain"),
    ("a fault has not been ruled out", "says", "uncertain"),
    ("the dam broke", "doubts", "uncertain"),
    ("the dam broke", "asks", "uncertain"),
    ("the council will meet on Friday", "says", "planned"),
    ("the council won't meet on Friday", "says", "planned"),
    ("“We’ll meet on Friday”", "says", "planned"),
    ("the council plans to meet", "says", "planned"),
    ("the bridge is due to open", "says", "planned"),
    ("prices are expected to fall", "says", "planned"),
    ("the council would meet", "says", "planned"),
    ("to rebuild the dam by winter", "plans", "planned"),
    ("the dam might be rebuilt", "plans", "uncertain"),
    ("the bridge will probably open", "says", "planned"),
    ("the bridge would potentially open", "says", "planned"),
    ("the bridge is probably open", "says", "uncertain"),
    ("a new timetable would come in May", "says", "planned"),
    ("the council met in May", "says", "asserted"),
    ("the council met on 3 May", "says", "asserted"),
    ("the council met between April and May", "says", "asserted"),
    ("since late May the dam held", "says", "asserted"),
    ("May he come", "says", "uncertain"),
    ("the charge was dismissed", "says", "asserted"),
    ("the mayor dismissed the charge", "says", "denied"),
    ("two deaths were due to the cold", "says", "asserted"),
    ("two deaths are due to changes in the valley", "says", "asserted"),
    ("it's about to close the bridge", "says", "planned"),
    ("the king is to visit the dam", "says", "planned"),
    ("the crew was preparing to open the bridge", "says", "planned"),
    ("the council signed a law that will close the bridge", "says", "asserted"),
    ("the council published details of how the law will work", "says", "asserted"),
    ("the council decided that it will close the bridge", "says", "planned"),
    ("he was charged with allegedly breaking the dam", "says", "asserted"),
    ("he allegedly broke the dam", "says", "uncertain"),
    ("unknown men broke the dam", "says", "asserted"),
    ("it remains unknown who broke the dam", "says", "uncertain"),
    ("a possible leak in the dam", "says", "uncertain"),
    ("the council faces the potential loss of its bridge", "says", "asserted"),
    ("the bank will go from a profit to a likely loss of 40 boats", "says", "planned"),
]


@pytest.mark.parametrize(("words", "act", "expected"), STATUS)
def test_status(words: str, act: str, expected: Status) -> None:
    assert status_of(words, act=act) == expected


@pytest.mark.parametrize(
    ("words", "cue", "own", "expected"),
    [
        ("the dam broke", None, "asserted", "asserted"),
        ("the dam may break", None, "uncertain", "uncertain"),
        ("the council will meet", None, "planned", "planned"),
        ("the dam broke", "said", "asserted", "asserted"),
        ("the dam may break", "said", "uncertain", "asserted"),
        ("the council will meet", "said", "planned", "asserted"),
        ("the dam broke", "denied", "denied", "asserted"),
        ("the dam broke", "claimed", "asserted", "uncertain"),
        ("the dam broke", "alleged", "asserted", "uncertain"),
        ("the dam allegedly broke", "said", "uncertain", "uncertain"),
        ("the so-called dam broke", "said", "asserted", "uncertain"),
    ],
)
def test_the_outlets_own_stance(words: str, cue: str | None, own: Status, expected: Status) -> None:
    assert outlet_status_of(words, cue, own) == expected


BEFORE: list[tuple[str, str, Status]] = [
    ("It is not yet known how the nine barges, ", "among them the Velden, came loose", "uncertain"),
    ("Police were investigating whether the barge, ", "which sank on Friday", "uncertain"),
    ("It is unclear who left, but ", "the dam will be closed", "planned"),
    ("It is unclear who left; ", "the dam broke", "asserted"),
    ("The mayor did not say ", "what the new dam would cost", "asserted"),
    ("Ostmark Rail declined to discuss ", "why the line would shut", "asserted"),
    ("The council debated ", "whether the ferry seemed safe", "asserted"),
    ("The council asked ", "whether the mayor left", "uncertain"),
]


@pytest.mark.parametrize(("before", "words", "status"), BEFORE)
def test_what_stands_before_a_statement_may_settle_its_status(before: str, words: str, status: Status) -> None:
    assert status_of(words, act="says", before=before) == status


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("the ferry sails on 3 May", "planned"),
        ("the ferry usually sails in May", "asserted"),
        ("the council called a vote for 3 May", "asserted"),
        ("the bridge might open on 3 May", "uncertain"),
    ],
)
def test_what_is_dated_after_the_article_is_planned(words: str, status: Status) -> None:
    assert status_of(words, act="says", future=True) == status


@pytest.mark.parametrize(
    ("words", "negated"),
    [
        ("the dam did not break", True),
        ("nobody was hurt", True),
        ("the army failed to hold it", True),
        ("it wasn’t the dam", True),
        ("no boats sank", True),
        ("not only the dam broke", False),
        ("no fewer than nine boats sank", False),
        ("no doubt it broke", False),
        ("the dam broke", False),
    ],
)
def test_is_negated(words: str, *, negated: bool) -> None:
    assert is_negated(words) is negated
