"""Words by which an outlet says that it saw for itself, or that nobody could say."""

import pytest

from headwater.outlets import outlet_key
from headwater.trace.own import could_not_verify, no_word_on, own_reporting
from headwater.types import Article, Span, Stance, Statement, Status


def said(text: str, status: Status = "asserted") -> tuple[Article, Statement]:
    span = Span(start=0, end=len(text))
    article = Article(id="a", source="", page="", outlet="Velden Herald", text=text)
    return article, Statement(id="s", article="a", start=0, end=len(text), status=status, sentence=span, row=0)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("A Velden Herald reporter saw two lorries burn.", True),
        ("A Velden Herald correspondent at the scene counted six boats.", True),
        ("The order, seen by the Velden Herald, names three banks.", True),
        ("The order, a copy of which was obtained by this newspaper, names three banks.", True),
        ("The Velden Herald has reviewed footage of the blast.", True),
        ("Our reporter at the harbour saw six boats leave.", True),
        ("We have seen the order.", True),
        ("An Ostmark Post reporter saw two lorries burn.", False),
        ("The order, seen by the Ostmark Post, names three banks.", False),
        ("The Velden Herald has not seen the order.", False),
        ("“We have seen the order,” the minister said.", False),
        ("Two lorries burned near the harbour.", False),
        ("The Velden Herald saw its profits fall.", False),
        ("Two lorries burned, according to a report not seen by the Velden Herald.", False),
        ("Two lorries burned, as our reporter saw.", True),
        ("Documents that we have reviewed name three banks.", True),
        ("Videos which the Velden Herald has verified show two lorries.", True),
        ("Records obtained by the Velden Herald show that last year two lorries burned.", True),
        ("Two lorries burned, according to records obtained by the Velden Herald.", True),
        ("Two lorries burned, the worst loss we have seen in years.", False),
        ("Two lorries burned, as we saw in last year's report.", False),
        ("Two lorries burned in a street that our reporters visited.", False),
        ("Two lorries burned at the yard, which a Velden Herald reporter visited.", False),
        ("Two lorries burned, the largest fire the Velden Herald has seen in its history.", False),
        ("Two lorries burned at a yard inspected by our reporters in 2019.", False),
        ("Two lorries burned, the Velden Herald has confirmed with Karl Lund.", False),
        ("Two lorries burned, this newspaper has confirmed, citing Karl Lund.", False),
    ],
)
def test_own_reporting(text: str, *, own: bool) -> None:
    assert own_reporting(*said(text), frozenset([outlet_key("Velden Herald")])) is own


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("The Herald could not independently verify the report.", True),
        ("The claim could not immediately be confirmed.", True),
        ("Reuters was unable to independently verify the footage.", True),
        ("There was no independent confirmation.", True),
        ("The ministry verified the report.", False),
        ("The ministry confirmed that it could not pay.", False),
    ],
)
def test_could_not_verify(text: str, *, open_: bool) -> None:
    assert could_not_verify(text) is open_


@pytest.mark.parametrize(
    ("text", "status", "stance"),
    [
        ("The army had no information about who fired.", "uncertain", "does not know"),
        ("It remains unclear who fired.", "uncertain", "does not know"),
        ("It is unclear water that runs there.", "asserted", None),
        ("The Herald could not verify who fired.", "asserted", "could not verify"),
        ("The army fired.", "asserted", None),
    ],
)
def test_no_word_on(text: str, status: Status, stance: Stance | None) -> None:
    assert no_word_on(*said(text, status)) == stance
