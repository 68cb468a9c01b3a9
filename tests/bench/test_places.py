import json
import pathlib

import pytest

from bench import __main__ as command
from bench import peers, places
from bench.corpora.places import Document, Placed, read_places
from tests.factories import FakeReader

LGL = """<?xml version="1.0" encoding="utf-8"?>
<articles><article docid="7"><title>t</title><text><![CDATA[They left Oslo. Ostmark & all burned.]]></text><toponyms>
<toponym><start>10</start><end>14</end><phrase>Oslo</phrase><gaztag geonameid="1"><lat>59.91</lat><lon>10.74</lon></gaztag></toponym>
<toponym><start>16</start><end>23</end><phrase>Ostmark</phrase></toponym>
</toponyms></article></articles>"""
GEOVIRUS = """<?xml version="1.0" encoding="utf-8"?>
<articles><article><source>a</source><text>They left Oslo.</text><locations><location>
<name>Oslo</name><start>11</start><end>15</end><lat>59.91</lat><lon>10.74</lon></location></locations></article></articles>"""


@pytest.mark.parametrize(("content", "expected"), [(LGL, [("Oslo", 59.91), ("Ostmark", None)]), (GEOVIRUS, [("Oslo", 59.91)])])
def test_both_forms_are_read(tmp_path: pathlib.Path, content: str, expected: list[tuple[str, float | None]]) -> None:
    path = tmp_path / "places.xml"
    path.write_text(content, encoding="utf8")
    (document,) = read_places(path)
    assert [(document.text[p.start : p.end], p.lat) for p in document.places] == expected


def test_another_form_is_refused(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "places.xml"
    path.write_text("<html/>", encoding="utf8")
    with pytest.raises(ValueError, match="no article in it"):
        read_places(path)


def test_recognition_counts_every_name_and_nearness_those_with_a_point() -> None:
    want = (
        Placed(start=0, end=4, lat=60, lon=10),
        Placed(start=10, end=14),
        Placed(start=20, end=24, lat=0, lon=0),
        Placed(start=30, end=34, lat=0, lon=0),
    )
    found = [
        Placed(start=0, end=4, lat=60.5, lon=10),
        Placed(start=9, end=14, lat=1, lon=1),
        Placed(start=20, end=24, lat=2, lon=0),
        Placed(start=40, end=44),
    ]
    figures, mistakes = places.measure([Document(name="a", text="x" * 50, places=want)], lambda _: found)
    assert (figures["recognition_f1"], figures["within_161km"], figures["exact_f1"]) == (0.75, 0.5, 0.5)
    assert {kind: len(lines) for kind, lines in mistakes.items()} == {"missed": 1, "wrong": 1, "far": 1}


def test_a_name_without_a_point_of_ours_is_not_near() -> None:
    document = Document(name="a", text="Oslo", places=(Placed(start=0, end=4, lat=60, lon=10),))
    assert places.measure([document], lambda _: [Placed(start=0, end=4)])[0]["within_161km"] == 0


def test_population_alone_takes_the_largest() -> None:
    text = "They left Paris and Ostmark."
    paris, ostmark = peers.largest(text, [Placed(start=10, end=15), Placed(start=20, end=27)])
    assert paris.lat == pytest.approx(48.9, abs=0.1)
    assert ostmark.lat is None


def test_the_command_prints_the_figures(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "load_reader", FakeReader)
    path = tmp_path / "places.xml"
    path.write_text(LGL, encoding="utf8")
    assert command.main(["places", "--data", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"recognition_f1": pytest.approx(2 / 3, abs=1e-3), "within_161km": 1.0}
    assert command.main(["places", "--data", str(path), "--json", "--peers"]) == 0
    assert set(json.loads(capsys.readouterr().out)["peers"]) == {"population"}
