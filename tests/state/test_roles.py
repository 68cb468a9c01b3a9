"""A person's name in a text in, what the person is called there out."""

import pytest
from hypothesis import given

from headwater.state.roles import find_role
from tests.strategies import anything

ROLES = [
    ("the Ostmark mayor [Mara Velden] left", "Ostmark mayor"),
    ("[Mara Velden], a spokeswoman for the army, left", "spokeswoman for the army"),
    ("said President [Mara Velden].", "President"),
    ("former army chief [Olaf Brandt]", "former army chief"),
    ("[Olaf Brandt], the head of the Ostmark Rail Board, said", "head of the Ostmark Rail Board"),
    ("[Mara Velden], 40, a lawyer, said", "lawyer"),
    ("Mr [Brandt] said", None),
    ("[Mara Velden] said", None),
    ("the boat hit [Mara Velden], the dam and the mayor", None),
    ("the mayor met [Mara Velden]", None),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_find_role(text: str, role: str | None) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert find_role(text.replace("[", "").replace("]", ""), start, end) == role


def test_a_title_in_the_sentence_before_is_none() -> None:
    assert find_role("It was the mayor. Mara Velden left", 18, 29, low=18) is None


@given(anything())
def test_any_text_gives_words_of_its_own(text: str) -> None:
    role = find_role(text, len(text) // 2, len(text) // 2)
    assert role is None or all(word in text for word in role.split())
