"""The words of a name that tell whose it is."""

import pytest

from headwater.trace.namewords import carried, is_kind, is_office


@pytest.mark.parametrize(
    ("name", "own", "common"),
    [
        ("the mayor of Velden", {"velden"}, {"mayor"}),
        ("Lund's statement", {"lund"}, {"statement"}),
        ("U.S. Geological Survey", {"us", "geological"}, {"survey"}),
        ("Anna Kolb-Stein", {"anna", "kolb", "stein"}, set()),
        ("Local police", set(), {"police"}),
        ("Omar al-Ostmari", {"omar", "ostmari"}, set()),
    ],
)
def test_the_words_of_a_name(name: str, own: set[str], common: set[str]) -> None:
    found = carried(name)
    assert (set(found.own), set(found.common)) == (own, common)


@pytest.mark.parametrize(
    ("name", "office", "kind"),
    [
        ("Velden's mayor", True, False),
        ("Interior Minister", True, False),
        ("Velden Mayor Anna Kolb", False, False),
        ("Velden police", False, True),
        ("Ministry of Defence", False, True),
        ("Karl Lund", False, False),
    ],
)
def test_an_office_and_a_kind_of_body_are_nobody_by_name(name: str, *, office: bool, kind: bool) -> None:
    assert (is_office(name), is_kind(name)) == (office, kind)
