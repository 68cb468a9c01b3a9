"""Names that hardly anybody spells so."""

from headwater.trace.details import find_details
from headwater.types import Article, Name, Notes


def details(*names: str) -> dict[str, tuple[str, ...]]:
    articles = {f"a{i}": Article(id=f"a{i}", source="", page="", text=name) for i, name in enumerate(names)}
    notes = {i: Notes(article=i, names=(Name(start=0, end=len(a.text), kind="person"),)) for i, a in articles.items()}
    return find_details(tuple(articles), articles, notes)


USUAL = ("Mara Velden",) * 4


def test_a_slip_that_two_share_is_rare() -> None:
    assert details(*USUAL, "Mara Vedlen", "Mara Vedlen") == {"a4": ("Mara Vedlen",), "a5": ("Mara Vedlen",)}


def test_a_slip_of_one_a_name_as_common_and_another_name_are_not() -> None:
    assert details(*USUAL, "Mara Veldon") == {}
    assert details("Mara Velden", "Mara Velden", "Mara Veldon", "Mara Veldon") == {}
    assert details(*USUAL, "Mara Oskarsen", "Mara Oskarsen") == {}


def test_an_ending_is_no_slip() -> None:
    assert details(*["Ostmarker"] * 4, "Ostmarkers", "Ostmarkers") == {}
