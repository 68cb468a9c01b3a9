"""Whose text an article prints, and whose news it passes on."""

import msgspec
import pytest

from headwater.trace.credits import find_credits, find_wires, signs_itself
from headwater.types import Article, Attribution, Dropped, Notes, Sentence, Span


def article(*dropped: tuple[str, str], outlet: str | None = "Velden Herald", **fields: object) -> Article:
    cuts = tuple(Dropped(text=text, kind=kind, why="") for kind, text in dropped)
    return Article(id="a", source="a.txt", page="", outlet=outlet, text="x", dropped=cuts, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("report", "wires"),
    [
        (article(("dateline", "OSTMARK (Reuters) -")), ("Reuters",)),
        (article(("byline", "By AFP")), ("AFP",)),
        (article(("dateline", "OSTMARK (Velden Herald) -")), ()),
        (article(("copyright", "Copyright 2025 The Associated Press. All rights reserved.")), ("Associated Press",)),
        (article(("copyright", "This article originally appeared on the Ostmark Tribune website.")), ("Ostmark Tribune",)),
        (article(author="Reuters In Ostmark, Mara Velden"), ("Reuters",)),
        (article(author="Mara Velden"), ()),
        (article(credit="Agence France-Presse"), ("AFP",)),
        (article(credit="Velden Herald"), ()),
        (article(based_on="https://www.reuters.com/world/dam", domain="velden-herald.org"), ("Reuters",)),
        (article(based_on="https://velden-herald.org/b", domain="velden-herald.org"), ()),
        (article(address="https://velden-herald.org/wires/ap/article-1/dam.html"), ("Associated Press",)),
        (article(address="https://velden-herald.org/aponline/2025/dam.html"), ("Associated Press",)),
        (article(address="https://velden-herald.org/maps/ap/dam.html"), ()),
        (article(("assistance", "(Reporting by Mara Velden; Editing by Olaf Brandt)")), ("Reuters",)),
        (article(("assistance", "Reporting by Mara Velden")), ()),
    ],
)
def test_whose_text_is_printed(report: Article, wires: tuple[str, ...]) -> None:
    assert find_wires(report) == wires


def test_an_outlet_that_was_read_signs_by_the_first_words_of_its_name() -> None:
    read = ("Northfield Agency", "Ostmark Post")
    tagged, signed = article(("dateline", "OSTMARK (Northfield) -")), article(("byline", "By Northfield"))
    closing = msgspec.structs.replace(article(), text="The dam broke.\n\n(Northfield)")
    for report in (tagged, signed, closing):
        assert find_wires(report, read=read) == ("Northfield Agency",)
        assert find_wires(report) == ()
    assert find_wires(article(("byline", "By Northfield Brandt")), read=read) == ()
    assert find_wires(article(("byline", "By Ostmark")), read=read) == ()


def test_an_agencys_own_dateline_signs_it() -> None:
    assert signs_itself(article(("dateline", "OSTMARK (Northfield) -"), outlet="Northfield Agency"))
    assert not signs_itself(article(("dateline", "OSTMARK (Northfield) -")))


def test_who_helped_is_passed_on_and_not_printed() -> None:
    helped = article(("assistance", "Reuters contributed to this report"))
    assert find_wires(helped) == ()
    assert find_credits(helped, Notes(article="a")) == ("Reuters",)


@pytest.mark.parametrize(("told", "credits_"), [(("AFP",), ("AFP",)), (("AFP", "Reuters"), ()), ((), ())])
def test_agencies_without_a_name_are_the_one_that_somebody_told(told: tuple[str, ...], credits_: tuple[str, ...]) -> None:
    span = Span(start=0, end=1)
    said = tuple(Attribution(source=span, cue=span, content=span, name=n, kind="outlet", relation="told") for n in told)
    helped = article(("assistance", "Additional reporting from agencies"))
    assert find_credits(helped, Notes(article="a", attributions=said)) == credits_


@pytest.mark.parametrize(
    ("text", "credits_"),
    [
        ("The dam is safe, the Ostmark Tribune reported.", ("Ostmark Tribune",)),
        ("Her words contradict a report in the Ostmark Tribune, which said that the dam is safe.", ()),
    ],
)
def test_who_speaks_against_an_outlets_report_does_not_pass_it_on(text: str, credits_: tuple[str, ...]) -> None:
    cue = text.index("reported") if "reported" in text else text.index("said")
    content = text.index("dam is safe")
    attribution = Attribution(
        source=Span(start=text.index("Ostmark"), end=text.index("Ostmark") + len("Ostmark Tribune")),
        cue=Span(start=cue, end=cue + 4),
        content=Span(start=content, end=content + len("dam is safe")),
        name="Ostmark Tribune",
        kind="outlet",
        relation="relays",
    )
    notes = Notes(article="a", sentences=(Sentence(start=0, end=len(text), paragraph=0),), attributions=(attribution,))
    report = Article(id="a", source="a.txt", page="", outlet="Velden Herald", text=text)
    assert find_credits(report, notes) == credits_
