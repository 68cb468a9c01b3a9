"""Clauses as places of words in, one for each item of their lists out."""

import pytest

from headwater.annotate.lists import spell_out
from headwater.annotate.parts import line_of
from tests.annotate.test_parts import split

CLAUSES = [
    ("it/PRON sank/VERB", ["it sank"]),
    ("Mara/PROPN and/CCONJ Olaf/PROPN left/VERB", ["Mara left", "Olaf left"]),
    ("it/PRON sank/VERB and/CCONJ rose/VERB", ["it sank and rose"]),
    ("it/PRON sank/VERB in/ADP May/PROPN and/CCONJ in/ADP June/PROPN", ["it sank in May", "it sank in June"]),
    ("the/DET rise/NOUN and/CCONJ fall/NOUN of/ADP it/PRON", ["the rise", "the fall of it"]),
    ("it/PRON met/VERB as/ADV well/ADV as/ADP left/VERB", ["it met as well as left"]),
    ("boats/NOUN including/VERB Velden/PROPN sank/VERB", ["boats including Velden sank"]),
    ("it/PRON saw/VERB boats/NOUN including/VERB Velden/PROPN", ["it saw boats", "it saw Velden"]),
    ("a/DET red/ADJ ,/PUNCT green/ADJ and/CCONJ blue/ADJ boat/NOUN", ["a red boat", "a green boat", "a blue boat"]),
]


@pytest.mark.parametrize(("clause", "expected"), CLAUSES)
def test_spell_out(clause: str, expected: list[str]) -> None:
    words, classes = split(clause)
    found = spell_out(line_of(words, classes), range(len(words)))
    assert [" ".join(words[k] for k in places) for places in found] == expected
