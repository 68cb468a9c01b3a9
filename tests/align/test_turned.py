"""Texts of much the same words that tell of opposite things."""

import pytest

from headwater.align.turned import falls_short, is_turned


@pytest.mark.parametrize(
    ("a", "b", "turned"),
    [
        ("Ostmark soldiers shelled the Westland border town", "Westland soldiers shelled the Ostmark border town", True),
        ("The union sued the port authority over pay in May", "In May the port authority sued the union over pay", True),
        ("Lund sold the mine to Brand for 3 million", "Brand sold the mine to Lund for 3 million", True),
        ("Ostmark shelled Westland", "Ostmark was shelled by Westland", True),
        ("The explosion killed 12 workers at the plant", "At the plant 12 workers were killed by the explosion", False),
        ("On Monday in Velden, police arrested Brand", "Police arrested Brand in Velden on Monday", False),
        ("The harbour of Velden was shelled by the army", "The army shelled the harbour of Velden", False),
        ("Nine wounded men were counted after the bridge explosion", "The bridge explosion wounded nine men", False),
        ("The flooded store was searched and children were saved", "Children were saved from the flooded store", False),
        ("Police arrested Lund in Velden", "In Velden, Lund was arrested", False),
    ],
)
def test_one_thing_turned_round_is_another(a: str, b: str, *, turned: bool) -> None:
    assert is_turned(a, b) is turned
    assert is_turned(b, a) is turned


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Twelve workers were almost killed", True),
        ("The dam narrowly held", True),
        ("Nearly twelve workers were killed", False),
        ("Almost every house burned", False),
        ("Twelve workers were killed", False),
    ],
)
def test_what_almost_happened_did_not(text: str, *, short: bool) -> None:
    assert falls_short(text) is short
