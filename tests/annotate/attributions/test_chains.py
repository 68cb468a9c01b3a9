"""Sentences in, chains out: every form of crediting that is read, and some that must not be.

A row is a chain, nearest to the fact first, and a text in which brackets hold what it is credited with.
"""

import pytest

from headwater.annotate import annotate
from headwater.state import state
from headwater.types import Link, Statement
from tests.factories import FakeReader, make_report

CITING = [
    ("Ostmark police < Reuters", "Reuters reported, citing Ostmark police, that [nine barges had sunk in the storm]."),
    ("two officials < Reuters", "[Nine barges sank in the storm], Reuters reported, citing two officials."),
    ("two officials < Velden Herald", "Citing two officials, the Velden Herald reported that [the mayor had resigned in secret]."),
    ("two officials < Velden Herald", "The Velden Herald, citing two officials, said [the mayor had resigned in secret]."),
    ("two officials < Velden Herald", "The Velden Herald cited two officials in reporting that [the mayor had resigned]."),
    ("harbour ministry < dpa", "[Three miners were rescued at dawn], dpa reported, quoting the harbour ministry."),
    ("harbour ministry < dpa", "dpa quoted the harbour ministry as saying [three miners were rescued at dawn]."),
    ("Mara Velden < Interfax", "[The wall had been breached twice], the Interfax news agency quoted Mara Velden as saying."),
    ("Mara Velden < Velden Herald", "Mara Velden was quoted by the Velden Herald as saying [the mayor knew of the plan]."),
    ("Mara Velden < Velden Herald", "[The mayor knew of the plan], Mara Velden was quoted as saying by the Velden Herald."),
    ("officials < Velden Herald", "Officials cited by the Velden Herald said [the mayor knew of the plan]."),
    ("officials < Reuters", "[The mayor knew of the plan], according to officials quoted by Reuters."),
]
LEANING = [
    ("Karl Lund < Mara Velden", "Mara Velden repeated Karl Lund's statement that [nine barges had sunk]."),
    ("Karl Lund < Mara Velden", "Mara Velden repeated a statement by Karl Lund that [nine barges had sunk]."),
    ("Velden Herald < Mara Velden", "Mara Velden said she had read in the Velden Herald that [nine barges had sunk]."),
    ("Karl Lund < Mara Velden", "Mara Velden said she had heard from Karl Lund that [nine barges had sunk]."),
    ("Karl Lund < Mara Velden", "[Nine barges had sunk], Mara Velden said, referring to the statement by Karl Lund."),
    ("Karl Lund < Mara Velden", "[Nine barges had sunk], Mara Velden said on the basis of information from Karl Lund."),
    ("harbour ministry < Mara Velden", "Mara Velden said, based on figures from the harbour ministry, that [nine barges had sunk]."),
    ("Karl Lund < Mara Velden", "[Nine barges had sunk], Mara Velden said, echoing Karl Lund."),
    ("Karl Lund < Mara Velden", "[Nine barges had sunk], Mara Velden said, in line with what Karl Lund had said."),
    ("Karl Lund < Mara Velden", "After speaking to Karl Lund, Mara Velden said [nine barges had sunk]."),
    ("Mara Velden", "[Nine barges had sunk], Mara Velden said, referring to the storm."),
    ("", "[Nine barges had sunk] on the basis of figures from Karl Lund."),
    ("Mara Velden", "Mara Velden said she had read in bed that night and that [nine barges had sunk]."),
]
PUT = [
    ("harbour police", "The harbour police put [the number of dead at six]."),
    ("ministry", "The ministry estimated [the toll at more than 40]."),
    ("fire service", "On Wednesday the fire service put [the number of injured at 21]."),
    ("fire service", "[The number of injured was put at 21] by the fire service."),
    ("", "[The storm put the number of dead at six]."),
    ("", "[The ministry put the flag at half-mast]."),
    ("one of the officials", "[On the second occasion the barge sank], one of the officials said."),
    ("two officials < Velden Herald", "Her words are in the Velden Herald, which quoted two officials as saying [nine barges had sunk]."),
]
TOLD = [
    ("Mara Velden < Reuters", "Mara Velden told Reuters that [the bridge was safe for lorries]."),
    ("two officials < Associated Press", "Two officials told the AP [the convoy had turned back at the river]."),
    ("Mara Velden", "Mara Velden told reporters on Monday that [the bridge was safe for lorries]."),
    ("Mara Velden < CNN", "Speaking to CNN, Mara Velden said [the bridge was safe for lorries]."),
    ("Mara Velden < BBC News", "In an interview with the BBC, Mara Velden said [the bridge was safe for lorries]."),
    ("Mara Velden < Velden Herald", "Mara Velden said in an interview with the Velden Herald that [the bridge was safe for lorries]."),
    ("Mara Velden < Velden Herald", "[“The bridge is safe for lorries,”] Mara Velden said in an interview with the Velden Herald."),
    ("Mara Velden < Reuters", "[“The bridge is safe for lorries,”] Mara Velden said in a statement to Reuters."),
    ("Ostmark Bank < Reuters", "In a statement to Reuters, Ostmark Bank said [three branches had been closed]."),
    ("Ostmark Bank < Velden Herald", "[Three branches had been closed], Ostmark Bank said in an email to the Velden Herald."),
    ("Ostmark Bank < CNN", "Ostmark Bank confirmed to CNN that [three branches had been closed]."),
    ("commentator < Velden Herald", "A commentator in the Velden Herald said [the council risked losing the harbour]."),
]
PASSED = [
    ("Reuters", "[The deal, first reported by Reuters, is worth a fortune]."),
    ("Velden Herald", "[The talks had failed before noon], as first reported by the Velden Herald."),
    ("Velden Herald", "[The talks had failed before noon], the Velden Herald was first to report."),
    ("Reuters", "[The talks had failed before noon], per Reuters."),
    ("Velden Herald", "[The mayor has resigned in secret] (h/t Velden Herald)."),
    ("Velden Herald", "[The mayor has resigned in secret] (via the Velden Herald)."),
    ("Mara Velden < Reuters", "According to Mara Velden, as reported by Reuters, [the talks had failed before noon]."),
    ("Ostmark police < Velden Herald", "[The driver walked away unhurt], according to Ostmark police, as reported by the Velden Herald."),
    ("Ostmark police < Velden Herald", "[The driver walked away unhurt], the Velden Herald reported, according to Ostmark police."),
    ("Mara Velden < Reuters", "[The driver walked away unhurt], Mara Velden said, according to Reuters."),
]
SEEN = [
    ("documents < Reuters", "Documents seen by Reuters show [the firm hid its losses for years]."),
    ("documents < Velden Herald", "[The firm hid its losses for years], according to documents reviewed by the Velden Herald."),
    ("internal memo < Bloomberg", "[The firm hid its losses for years], according to an internal memo obtained by Bloomberg."),
    ("satellite images < BBC News", "Satellite images reviewed by the BBC show [the runway was hit in three places]."),
    ("emails < Velden Herald", "The Velden Herald obtained emails showing that [the firm owed nine banks]."),
    ("documents < Reuters", "Reuters has seen documents that show [the firm owed nine banks]."),
    ("analysts < Ostmark Institute", "[Profits will fall by half], according to analysts polled by Ostmark Institute."),
    ("UN data < Reuters", "[Harvests fell by a third last year], a Reuters analysis of UN data shows."),
    ("UN data < Reuters", "A Reuters analysis of UN data found that [harvests fell by a third last year]."),
    ("court records < Velden Herald", "[The firm was sued nine times], according to a Velden Herald review of court records."),
    ("flight-tracking data < Reuters", "[The jet circled twice over the lake], according to a Reuters analysis of flight-tracking data."),
    ("Velden Herald", "[The mayor knew of the plan], a Velden Herald investigation found."),
    ("Reuters", "[The mayor knew of the plan], according to a Reuters report."),
]
SENSORS = [
    ("flight-tracking data", "[The jet circled twice over the lake], flight-tracking data shows."),
    ("court papers", "[The firm was sued nine times], court papers show."),
    ("filing", "[The firm was sued nine times], a filing said."),
    ("indictment", "[The two men met in a hotel], the indictment states."),
    ("police report", "[The driver had not slept for two days], according to a police report."),
    ("AIS data", "[The tanker changed course at noon], according to AIS data."),
]
TOGETHER = [
    ("Reuters and Associated Press", "Reuters and the AP reported that [the talks had failed before noon]."),
    ("Anna Berg and Olaf Brandt", "Anna Berg and Olaf Brandt said [the dam would be rebuilt by winter]."),
    ("US and Ostmark officials", "US and Ostmark officials said [the dam would be rebuilt by winter]."),
    ("Ostmark officials", "The mayor left and Ostmark officials said [the dam would be rebuilt by winter]."),
]
NESTED = [
    ("UN data < Reuters", "Reuters reported that, according to UN data, [harvests fell by a third last year]."),
    ("local outlets < Reuters", "Citing local outlets, Reuters reports that [the ferry had left an hour late]."),
    ("Mara Velden", "“As they say in the valley, [the river takes what it wants],” said Mara Velden."),
    ("Ostmark police < Velden Herald", "According to the Velden Herald, Ostmark police said [the driver walked away unhurt]."),
    (
        "officials < Velden Herald < Reuters",
        "Reuters, citing the Velden Herald, reported that officials said [the convoy had turned back].",
    ),
    (
        "two officials < Velden Herald < Reuters",
        "Reuters reported that the Velden Herald, citing two officials, said [the convoy had turned back].",
    ),
    ("crew < harbour ministry < Reuters", "The harbour ministry told Reuters that the crew had said [the engine stopped at dawn]."),
    ("witnesses < Ostmark ministry", "The Ostmark ministry said witnesses reported that [the ship had turned north]."),
    ("engineers < Mara Velden", "“Engineers say [the dam will not last the winter],” Mara Velden said."),
    ("Olaf Brandt < Mara Velden", "“Olaf Brandt told me that [the engine had stopped at dawn],” Mara Velden said."),
]
JOURNAL = "The Velden Herald reported on Monday that the talks had failed"
SCOPE = [
    ("two officials < Velden Herald", f"{JOURNAL}, citing two officials. The officials said [no date had been set for new talks]."),
    ("officials < Velden Herald", f"{JOURNAL}. The officials said [no date had been set for new talks]."),
    ("Velden Herald", f"{JOURNAL}. The paper added that [no date had been set for new talks]."),
    ("two officials < Velden Herald", f"{JOURNAL}, citing two officials. It was raining. They said [no date had been set for new talks]."),
    # another source closes it, and so do two sentences that credit nobody
    ("Mara Velden", f"{JOURNAL}. Mara Velden said [no date had been set for new talks]."),
    ("officials", f"{JOURNAL}. Ostmark police said the road was closed. The officials said [no date had been set for new talks]."),
    ("officials", f"{JOURNAL}. It was raining. The road was wet. The officials said [no date had been set for new talks]."),
    ("officials", f"{JOURNAL}. Officials said [no date had been set for new talks]."),
]
FORMS = [*CITING, *LEANING, *PUT, *TOLD, *PASSED, *SEEN, *SENSORS, *TOGETHER, *NESTED, *SCOPE]


def read(text: str, outlet: str | None = None) -> Statement:
    """The statement that shares most of its words with those in brackets."""
    first, last = text.index("["), text.index("]") - 1
    article = make_report(text.replace("[", "").replace("]", ""), outlet=outlet)
    found = state(article, annotate(article, reader=FakeReader()))
    return max(found, key=lambda s: min(s.end, last) - max(s.start, first))


def names(chain: tuple[Link, ...]) -> str:
    return " < ".join(link.name for link in chain)


@pytest.mark.parametrize(("chain", "text"), FORMS)
def test_a_form_gives_its_chain(chain: str, text: str) -> None:
    assert names(read(text).chain).lower() == chain.lower()


@pytest.mark.parametrize(
    ("relations", "text"),
    [
        (("says", "told"), TOLD[0][1]),
        (("says", "interviewed"), TOLD[4][1]),
        (("says", "told"), TOLD[7][1]),
        (("document", "obtained"), SEEN[0][1]),
        (("sensor", "obtained"), SEEN[3][1]),
        (("says", "relays"), CITING[1][1]),
        (("sensor",), SENSORS[0][1]),
        (("document",), SENSORS[1][1]),
    ],
)
def test_each_link_says_how_it_came_by_it(relations: tuple[str, ...], text: str) -> None:
    assert tuple(link.relation for link in read(text).chain) == relations


@pytest.mark.parametrize(("chain", "text"), [*CITING[:4], *TOLD[4:8], *SEEN[:4], *NESTED[:1]])
def test_the_articles_own_outlet_is_no_link(chain: str, text: str) -> None:
    near, outlet = chain.split(" < ")
    assert names(read(text, outlet=outlet).chain).lower() == near.lower()


@pytest.mark.parametrize("text", [text for _, text in [*CITING[:4], *TOLD[3:6], *NESTED]])
def test_the_span_of_a_link_holds_its_words(text: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    for link in read(text).chain:
        assert link.name.split()[-1].lower() in plain[link.start : link.end].lower() or link.name == "BBC News"


def test_a_headline_opens_no_scope() -> None:
    article = make_report("The officials said no date had been set for new talks.", title="Velden Herald: talks have failed at last")
    *_, last = state(article, annotate(article, reader=FakeReader()))
    assert names(last.chain) == "officials"
