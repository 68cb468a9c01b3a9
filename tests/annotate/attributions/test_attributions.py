"""Articles in, attributions out: who is credited with what.

A row is a source, its kind and a text in which brackets hold what that source is credited with, word for word.
"""

import pytest
from hypothesis import given

from headwater.annotate.attributions import find_attributions
from headwater.annotate.names import find_names
from headwater.annotate.quotations import find_quotations
from headwater.annotate.sentences import find_sentences
from headwater.types import Article, Attribution
from tests.factories import make_report
from tests.strategies import anything

ACCORDING = [
    ("Mara Velden", "person", "[The ferry had left an hour late], according to Mara Velden."),
    ("Ostmark police", "body", "According to Ostmark police, [the driver walked away unhurt]."),
    ("officials", "unnamed", "[The talks, according to officials, broke down before noon]."),
    ("officials familiar with the talks", "unnamed", "[The talks broke down before noon], according to officials familiar with the talks."),
    ("harbour ministry", "body", "[Nine barges sank in the storm], according to the harbour ministry."),
    ("Reuters", "outlet", "[The two sides will meet in May], according to Reuters."),
    ("Velden Herald", "outlet", "[The mayor resigned in secret], according to the Velden Herald."),
    ("residents", "witness", "[Smoke hung over the dock until evening], according to residents."),
    ("satellite images", "sensor", "[The tanks were moved east in March], according to satellite images."),
    ("court filing", "document", "[The company hid its losses for a decade], according to a court filing."),
    ("Reuters", "outlet", "[The talks had failed before noon], per Reuters."),
    ("Reuters", "outlet", "[The deal, first reported by Reuters, is worth a fortune]."),
]
SAID = [
    ("Mara Velden", "person", "Mara Velden said [the bridge would stay closed until June]."),
    ("Mara Velden", "person", "Mara Velden said that [the bridge would stay closed until June]."),
    ("Mara Velden", "person", "But Mara Velden insisted [no ship had left since Friday]."),
    ("Mara Velden", "person", "Mara Velden acknowledged that [no ship had left since Friday]."),
    ("Mara Velden", "person", "Mara Velden denied [taking money from the harbour board]."),
    ("Mara Velden", "person", "Mara Velden promised that [the dam would be rebuilt by winter]."),
    ("Mara Velden", "person", "Mara Velden tweeted: [“No ship has left since Friday.”]"),
    ("Ostmark police", "body", "Ostmark police said on Tuesday [the road had been cleared of snow]."),
    ("army", "body", "The army said [its troops had left the valley]."),
    ("Ostmark government", "body", "The Ostmark government confirmed that [three workers were missing]."),
    ("Ostmark foreign ministry", "body", "The Ostmark foreign ministry denied that [its envoy had been recalled]."),
    ("UN", "body", "The UN said [four lorries of grain had crossed the border]."),
    ("officials", "unnamed", "Officials said [the road had been cleared of snow]."),
    ("senior official", "unnamed", "A senior official said [the chairman would go]."),
    ("sources close to the board", "unnamed", "Sources close to the board said that [the chairman would go]."),
    ("economists", "unnamed", "Economists predict that [prices will fall by spring]."),
    ("witnesses", "witness", "Witnesses said [they heard two loud blasts near the mill]."),
    ("Reuters", "outlet", "Reuters reported on Monday that [the talks had failed]."),
    ("Velden Herald", "outlet", "The Velden Herald reported that [the talks had failed]."),
    ("local newspaper", "outlet", "A local newspaper reported that [the dam held through the night]."),
]
SAID_AFTER = [
    ("Mara Velden", "person", "[The bridge would stay closed until June], Mara Velden said."),
    ("Mara Velden", "person", "[The bridge would stay closed until June], said Mara Velden."),
    ("Mara Velden", "person", '["The bridge will stay closed until June,"] Mara Velden said on Tuesday.'),
    ("Mara Velden", "person", "[“The bridge will stay closed until June,”] said Mara Velden."),
    ("Mara Velden", "person", "[“The bridge is safe,” Mara Velden said, “and it will open in June.”]"),
    ("Mara Velden", "person", "[The dam will be rebuilt], writes Mara Velden."),
    ("Mara Velden", "person", "As Mara Velden said, [the dam will be rebuilt]."),
    ("Ostmark government", "body", "[Three workers were missing], the Ostmark government confirmed."),
    ("Ostmark Institute for Fisheries", "body", "[Stocks have halved], the Ostmark Institute for Fisheries said."),
    ("shopkeeper", "unnamed", "[“The river rose within minutes,”] a shopkeeper said."),
    ("person familiar with the matter", "unnamed", "[The chairman would go], a person familiar with the matter said."),
    ("officials", "unnamed", "[The chairman would go], officials said on condition of anonymity."),
    ("Reuters", "outlet", "[The talks had failed], Reuters reported."),
    ("Reuters", "outlet", "[The talks had failed], reported Reuters."),
]
WITH_OFFICE = [
    ("Mara Velden", "person", "Mara Velden, the mayor of Ostmark, said [the bridge would stay closed]."),
    ("Mara Velden", "person", "[The bridge would stay closed], said Mara Velden, the mayor of Ostmark."),
    ("Mara Velden", "person", "The mayor of Ostmark, Mara Velden, said [the bridge would stay closed]."),
    ("Mara Velden", "person", "Mayor Mara Velden announced that [the bridge would stay closed]."),
    ("Mara Velden", "person", "Mara Velden, who runs the port, said [no ship had left since Friday]."),
    ("Olaf Brandt", "person", "Prime Minister Olaf Brandt warned that [fuel would run out by Sunday]."),
    ("Olaf Brandt", "person", "[Fuel would run out by Sunday], warned Prime Minister Olaf Brandt."),
    ("Olaf Brandt", "person", "Olaf Brandt, chief executive of Ostmark Bank, said [the branch would close]."),
    ("Ostmark police", "body", "A spokesman for the Ostmark police said [three men had been arrested]."),
    ("Ostmark police", "body", "[Three men had been arrested], a spokeswoman for Ostmark police said."),
    ("Ostmark police", "body", "An Ostmark police spokesman said [three men had been arrested]."),
    ("Ostmark Bank", "body", "Ostmark Bank's spokeswoman said [three branches had been closed]."),
    ("Olaf Brandt", "person", "Police spokesman Olaf Brandt said [three men had been arrested]."),
]
TOLD = [
    ("Mara Velden", "person", "Mara Velden told reporters that [the bridge was safe]."),
    ("Mara Velden", "person", "Mara Velden told the council [the bridge was safe for lorries]."),
    ("Mara Velden", "person", "[The bridge was safe], Mara Velden told reporters."),
    ("Mara Velden", "person", "Mara Velden told Reuters that [the bridge was safe for lorries]."),
    ("Reuters", "outlet", "Mara Velden told Reuters that [the bridge was safe for lorries]."),
    ("BBC News", "outlet", "[The bridge was safe for lorries], Mara Velden told the BBC."),
    ("AFP", "outlet", "[“The bridge is safe,”] Mara Velden told AFP on Friday."),
]
SHOWN = [
    ("court filing", "document", "A court filing shows [the firm owed nine banks]."),
    ("indictment", "document", "The indictment says [the two men met in a hotel in Ostmark]."),
    ("letter", "document", "[The firm owed nine banks], the letter says."),
    ("satellite images", "sensor", "Satellite images show that [the runway was hit in three places]."),
    ("radar data", "sensor", "Radar data showed [the plane turned back over the lake]."),
    ("video", "sensor", "Video showed [the roof of the market in flames]."),
    ("documents", "document", "[The firm hid its losses], according to documents reviewed by the Velden Herald."),
    ("Velden Herald", "outlet", "[The firm hid its losses], according to documents reviewed by the Velden Herald."),
    ("documents", "document", "Documents obtained by Reuters show [the firm hid its losses]."),
    ("Reuters", "outlet", "Documents obtained by Reuters show [the firm hid its losses]."),
]
BEFORE = [
    ("Mara Velden", "person", "Mara Velden said the dam was old. [“We replaced the turbines twice,”] she said."),
    ("Mara Velden", "person", "Mara Velden said the dam was old. Velden added that [the turbines had been replaced twice]."),
    ("Mara Velden", "person", "Mara Velden said the dam was old. Ms Velden also warned that [the turbines would fail by spring]."),
    ("Mara Velden", "person", "Mara Velden said the dam was old. [“The turbines were replaced twice since the war.”]"),
    ("Mara Velden", "person", "Mara Velden said the dam was old, adding that [the turbines had been replaced twice]."),
    ("Mara Velden", "person", "“The dam is old,” said Mara Velden, adding [the turbines had been replaced twice]."),
    ("Mara Velden", "person", "The mayor left early. Velden said the dam was old. Mara Velden said [it would be rebuilt]."),
    ("Ostmark police", "body", "An Ostmark police spokesman said three men were held. The spokesman said [the search went on]."),
    ("Mara Velden", "person", "Police spokeswoman Mara Velden said three men were held. The spokeswoman said [the search went on]."),
    ("Ostmark Bank", "body", "Ostmark Bank said four branches were shut. The bank said [a fifth would close in May]."),
    ("Ostmark Bank", "body", "Ostmark Bank issued a statement saying [a fifth branch would close in May]."),
    ("Velden Herald", "outlet", "The Velden Herald said the wall was old. The paper reported that [nobody had looked at it]."),
    ("Reuters", "outlet", "[The deal is worth a fortune.] This was reported by Reuters."),
    ("dpa", "outlet", "[Three miners were rescued at dawn.] This is reported by dpa, citing the Ostmark fire service."),
    ("Ostmark fire service", "body", "[Three miners were rescued at dawn.] This is reported by dpa, citing the Ostmark fire service."),
]
NONE = [
    "The bridge was said to be unsafe for lorries.",
    "The minister was told that the bridge had gone.",
    "Mara Velden was accused of lying to the harbour board.",
    "He is expected to visit the dam on Friday.",
    "The suspect was described as a tall man in a grey coat.",
    "It was reported that the bridge had gone.",
    "Nobody could say how many barges were lost.",
    "The two reports of a leak in the tunnel alarmed the council.",
    "Claims of fraud at the harbour board have grown since May.",
    "The charges against the clerk were dropped in June.",
    "The comments drew applause from the gallery.",
    "Doubts about the treaty remain in the north.",
    "The ferry note was found in a drawer.",
    "The estimates for the harvest are due in June.",
    "The forecast for Sunday is rain.",
    "The state of the road is poor.",
    "The statement was handed out at noon.",
    "The police told the crowd to leave the square.",
    "The captain warned the crew to stay below deck.",
    "Rescuers found three men alive under the snow.",
    "The court found him guilty of theft.",
    "The ship listed to port before it sank.",
    "The bill includes money for new schools.",
    "The ministry maintains nine bridges in the valley.",
    "Prices rose by 3 percent per household in May.",
    "Fuel is sold at four crowns per litre in the valley.",
    "Olaf Brandt told his story on the radio.",
    "The company states on the coast rely on tourists.",
    "The council added two lanes to the coast road.",
    "The police warned the crew to leave the harbour at once.",
    "Neither failure was reported to the safety office in the town.",
    "The rebels have threatened to overrun the town for months.",
    "The army's alleged losses are not known to anybody in the town.",
]

BETWEEN = [
    ("police", "body", "The police denied [reports that the fire was lit on purpose]."),
    ("Mara Velden", "person", "[Nobody was hurt], according to the owner, Mara Velden."),
    ("Mara Velden", "person", "[Nobody was hurt in the fire], said the owner, Mara Velden, on Friday."),
    ("Ostmark ministry", "body", "The Ostmark ministry said on Friday that [nine people had died]."),
    ("Mara Velden", "person", "Mara Velden told the Velden Herald that [the dam was old]."),
    ("Velden Herald", "outlet", "Mara Velden told the Velden Herald that [the dam was old]."),
    ("Mara Velden", "person", "Mara Velden said in a statement on Monday that [the dam was old]."),
    ("Mara Velden", "person", "Mara Velden told her sister that [the dam was old]."),
    ("The Guardian", "outlet", "Mara Velden told The Guardian newspaper [the dam was old]."),
    ("ministry", "body", "On Friday the ministry said [the dam was old]."),
    ("ministry", "body", "In Ostmark the ministry said [the dam was old]."),
    ("official", "unnamed", "An official who asked not to be named said [the dam was old]."),
    ("Brandt", "person", "Prime Minister Brandt said [the dam was old]."),
    ("Mara Velden", "person", "Reuters quoted Mara Velden as saying [the bridge was safe]."),
    ("Reuters", "outlet", "Reuters quoted Mara Velden as saying [the bridge was safe]."),
    ("residents", "witness", "The army said 40 soldiers were killed, but residents said [the dead were farmers]."),
    ("army", "body", "The army said [40 soldiers were killed], but residents said the dead were farmers."),
    ("Olaf Brandt", "person", '["The line will close,"] Olaf Brandt, chief executive of Ostmark Bank, told Reuters.'),
    ("Reuters", "outlet", '["The line will close,"] Olaf Brandt, chief executive of Ostmark Bank, told Reuters.'),
    ("minister", "unnamed", "The minister ordered an inquiry and said that [it would take a month]."),
    ("report", "document", "The report found that [the dam was old]."),
    (
        "Mara Velden",
        "person",
        "Mara Velden said the dam was old. Ostmark police said nobody was hurt. She said [the wall had been looked at twice].",
    ),
]


def attributions(article: Article) -> tuple[Attribution, ...]:
    sentences = find_sentences(article)
    return find_attributions(article, sentences, find_quotations(article.text), find_names(article, sentences))


def credited(article: Article) -> list[tuple[str, str, str]]:
    return [(a.name, a.kind, article.text[a.content.start : a.content.end].strip(" ,.")) for a in attributions(article)]


def find(text: str, name: str) -> Attribution:
    return next(a for a in attributions(make_report(text)) if a.name == name)


@pytest.mark.parametrize(("name", "kind", "marked"), [*ACCORDING, *SAID, *SAID_AFTER, *WITH_OFFICE, *TOLD, *SHOWN, *BEFORE, *BETWEEN])
def test_who_is_credited_with_what(name: str, kind: str, marked: str) -> None:
    content = marked[marked.index("[") + 1 : marked.index("]")]
    assert (name, kind, content.strip(" ,.")) in credited(make_report(marked.replace("[", "").replace("]", "")))


@pytest.mark.parametrize("text", NONE)
def test_nobody_is_credited(text: str) -> None:
    assert credited(make_report(text)) == []


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Reuters: Dam in Ostmark holds", ("Reuters", "outlet", "Dam in Ostmark holds")),
        ("Police: Dam in Ostmark holds", ("Police", "body", "Dam in Ostmark holds")),
        ("Dam in Ostmark holds - officials", ("officials", "unnamed", "Dam in Ostmark holds")),
        ("Dam in Ostmark holds, police say", ("police", "body", "Dam in Ostmark holds")),
        ("Storm: Dam in Ostmark holds", None),
        ("Dam in Ostmark holds", None),
    ],
)
def test_headlines(headline: str, expected: tuple[str, str, str] | None) -> None:
    assert credited(make_report("Nobody in Ostmark slept.", headline)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "name", "field", "value"),
    [
        ("Mara Velden told Reuters that the bridge was safe.", "Reuters", "relation", "told"),
        ("Mara Velden told Reuters that the bridge was safe.", "Mara Velden", "relation", "says"),
        ("Documents obtained by Reuters show the firm hid its losses.", "Reuters", "relation", "obtained"),
        ("A court filing shows the firm owed nine banks.", "court filing", "relation", "document"),
        ("Radar data showed the plane turned back over the lake.", "radar data", "relation", "sensor"),
        ("Reuters reported that the talks had failed.", "Reuters", "relation", "relays"),
        ("Mara Velden denied that the dam was old.", "Mara Velden", "act", "denies"),
        ("Mara Velden vowed that the dam would be rebuilt.", "Mara Velden", "act", "plans"),
        ("Mara Velden doubted that the dam would hold.", "Mara Velden", "act", "doubts"),
        ("Reuters reported that the talks had failed, citing officials.", "officials", "depth", 2),
        ("Reuters reported that the talks had failed, citing officials.", "Reuters", "depth", 1),
        ("Mara Velden told Reuters that the bridge was safe.", "Reuters", "depth", 0),
        ("Police spokesman Olaf Brandt said the dam was old.", "Olaf Brandt", "speaks_for", "Police"),
        ("Mara Velden, mayor of Ostmark, said the dam was old.", "Mara Velden", "office", "Ostmark"),
        ("Mara Velden, mayor of Ostmark, said the dam was old.", "Mara Velden", "speaks_for", None),
    ],
)
def test_how_a_source_is_credited(text: str, name: str, field: str, value: object) -> None:
    assert getattr(find(text, name), field) == value


def test_the_words_that_show_it() -> None:
    text = "The bridge was safe for lorries, Mara Velden told Reuters on Friday."
    first, second = attributions(make_report(text))
    assert first.source is not None
    assert second.source is not None
    spans = (first.source, first.cue, first.content, second.source)
    assert [text[s.start : s.end] for s in spans] == ["Mara Velden", "told", "The bridge was safe for lorries", "Reuters"]


def test_an_outlet_is_no_source_of_its_own() -> None:
    text = "The talks had failed, Reuters reported, citing officials."
    assert [a.name for a in attributions(make_report(text, outlet="Reuters"))] == ["officials"]
    assert [a.name for a in attributions(make_report(text, outlet="AFP"))] == ["Reuters", "officials"]


@given(anything())
def test_any_text_gives_spans_within_it(text: str) -> None:
    for a in attributions(make_report(text)):
        assert all(0 <= s.start < s.end <= len(text) for s in (a.source or a.cue, a.cue))
        assert 0 <= a.content.start <= a.content.end <= len(text)
        assert a.name.strip()
