"""Names of sources in, whether they are one source out."""

import pytest

from headwater.names import name_tokens, near_spelling, person_tokens, same_body, same_person, spoken_body

PEOPLE = [
    ("Mara Velden", "Mara Velden", True),
    ("Mara Velden", "Velden", True),
    ("Mara Velden", "M. Velden", True),
    ("Mara J. Velden", "M. Velden", True),
    ("Ms Velden", "Mara Velden", True),
    ("Dr. Mara Velden", "President Velden", True),
    ("Mara Veldén", "Mara Velden", True),
    ("Mara Velden", "Olaf Velden", False),
    ("M. Velden", "O. Velden", False),
    ("Mara Velden", "Mara Brandt", False),
    ("Velden", "Brandt", False),
    ("", "Velden", False),
    ("VELDEN, Mara", "Mara Velden", True),
    ("Mara Velden Jr", "Mara Velden", True),
    ("Muhammad al-Ostmari", "Mohammed Ostmari", True),
    ("Ben Velden", "Benjamin Velden", True),
    ("Mara Veldne", "Mara Velden", True),
    ("Mara Anna Velden", "Mara Lena Velden", False),
    ("Hassan Velden", "Hussein Velden", False),
    ("Ivan Petrov", "Ivan Petrova", False),
]
BODIES = [
    ("Ostmark army", "the army", True),
    ("Ostmark army", "Ostmark military", True),
    ("Ostmark army spokesman", "Ostmark army", True),
    ("the Ostmark ministry of defence", "Ostmark defense ministry", True),
    ("foreign ministry", "foreign ministry in Ostmark City", True),
    ("US army", "American army", True),
    ("Ostmark's police", "Ostmark police", True),
    ("Reuters", "Reuters news agency", True),
    ("The AP", "Associated Press", True),
    ("Ostmark police", "Velden police", False),
    ("Reuters", "AFP", False),
    ("Reuters", "Reuters officials", False),
    ("Ostmark army", "Ostmark police", False),
    ("the court", "the council", False),
    ("Velden AG", "Velden Aktiengesellschaft", True),
    ("Velden AG", "Velden GmbH", False),
    ("the company", "Velden Company", True),
    ("the company", "the corporation", False),
    ("Velden Motors Ltd", "Velden Systems Ltd", False),
    ("Velden Ltd", "Velden Systems Ltd", False),
    ("44th Ostmark Brigade", "Ostmark Brigade 44", True),
    ("44th Ostmark Brigade", "45th Ostmark Brigade", False),
    ("Ostmark Health Organisation", "Ostmark Health Organization", True),
    ("Velden Motors", "Velden Motros", True),
    ("Bank of Iran", "Bank of Iraq", False),
    ("The army in Ostmark", "The army in the Velden Valley", False),
]


@pytest.mark.parametrize(("a", "b", "same"), PEOPLE)
def test_same_person(a: str, b: str, *, same: bool) -> None:
    assert same_person(a, b) is same
    assert same_person(b, a) is same


@pytest.mark.parametrize(("a", "b", "same"), BODIES)
def test_same_body(a: str, b: str, *, same: bool) -> None:
    assert same_body(a, b) is same
    assert same_body(b, a) is same


@pytest.mark.parametrize(
    ("name", "expected"),
    [("President Mara Velden", ("mara", "velden")), ("Dr. Anna-Lena Berg", ("anna", "lena", "berg")), ("Professor", ("professor",))],
)
def test_person_tokens(name: str, expected: tuple[str, ...]) -> None:
    assert person_tokens(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the Ostmark's Army", {"ostmark", "military"}),
        ("The American forces", {"us", "military"}),
        ("the US", {"us"}),
        ("they", {"they"}),
    ],
)
def test_name_tokens(name: str, expected: set[str]) -> None:
    assert name_tokens(name) == expected


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a Road Board spokesman", "Road Board"),
        ("the Road Board's spokeswoman", "Road Board"),
        ("a spokesperson for the transport ministry", "transport ministry"),
        ("transport ministry spokesman", "transport ministry"),
        ("a spokesman", None),
        ("an official spokesman", None),
        ("his spokeswoman", None),
        ("Mara Velden", None),
    ],
)
def test_spoken_body(name: str, body: str | None) -> None:
    assert spoken_body(name) == body


@pytest.mark.parametrize(
    ("a", "b", "near"),
    [
        ("Mara Feldens", "Mara Feldenz", True),
        ("Nur Ahmad Fayyez", "Nur Ahmad Fayiz", True),
        ("Nur Ahmad Faiz", "Nur Ahmad Fayez", True),
        ("Ahmad Faiz", "Ahmad Fayez", False),
        ("Mara Velden", "Olga Velden", False),
        ("Mara Velden", "Mara Lunden", False),
        ("Velden", "Veldem", False),
    ],
)
def test_near_spelling(a: str, b: str, *, near: bool) -> None:
    assert near_spelling(a, b) is near
    assert near_spelling(b, a) is near
