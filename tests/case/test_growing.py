"""A case that grows a report at a time, in every order of arrival: all of it stays so, and can be given in every format."""

import itertools
import json
import pathlib

import pytest

from headwater.brief import FORMATS, render
from headwater.case import Case
from tests.case.reports import WordReader

READER = WordReader(("name", "person", "Mara Velden"), ("name", "organisation", "port office"))
CRANE = "The crane over the main berth of Velden harbour fell on Wednesday, {}."
HURT = "Twelve dockers were hurt when the crane fell over the main berth, {}."
REPORTS = {
    "herald": ("Velden Herald", "2025-03-06", (CRANE.format("the Nordland Times reported"), HURT.format("Mara Velden said"))),
    "post": ("Ostmark Post", "2025-03-05", (HURT.format("the Nordland Times reported"), CRANE.format("the port office said"))),
    "kurier": ("Orlow Kurier", "2025-03-04", (CRANE.format("the port office said"), HURT.format("Mara Velden said"))),
    "bote": (
        "Haldenau Bote",
        "2025-03-07",
        ("Mara Velden denied that twelve dockers were hurt when the crane fell.", "This article has been retracted."),
    ),
}


def write(folder: pathlib.Path, name: str) -> str:
    outlet, date, sentences = REPORTS[name]
    path = folder / f"{name}.json"
    around = "Ships lay outside the harbour until the evening and the quay was closed to lorries and to walkers for the day."
    record = {"title": "Crane falls in Velden harbour", "text": "\n\n".join((*sentences, around)), "outlet": outlet, "date": date}
    path.write_text(json.dumps(record), encoding="utf8")
    return str(path)


@pytest.mark.parametrize("order", list(itertools.permutations(REPORTS)), ids="-".join)
def test_in_any_order_of_arrival_all_of_it_is_so(tmp_path: pathlib.Path, order: tuple[str, ...]) -> None:
    with Case.create(tmp_path / "growing.headwater") as case:
        for name in order:
            case.add([write(tmp_path, name)], reader=READER)
            case.run()
            assert case.verify() == ()
            made = case.brief()
            for form in FORMATS:
                assert render(made, form)
        drawn = [c for s in made.stories for c in s.claims if len({said.article for said in c.statements}) > 1]
        assert len(drawn) > 1, "claims of several reports"
        assert all(c.graph.nodes for s in made.stories for c in s.claims)
        known = {c.id for s in made.stories for c in s.claims}
        called = [c for s in made.stories for call in s.calls for c in call.claims]
        assert called
        assert known.issuperset(called)
