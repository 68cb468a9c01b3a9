"""Names and the words around them in, kinds out."""

import pytest

from headwater.annotate.kinds import name_kind
from headwater.given import is_given_name
from headwater.types import NameKind


@pytest.mark.parametrize(
    ("name", "before", "kind"),
    [
        ("Mara Velden", "", "person"),
        ("Jordan", "", "place"),
        ("Reading", "Captain ", "person"),
        ("Ostmark", "the ", "other"),
        ("NATO", "the ", "organisation"),
        ("Ostmark Council", "", "organisation"),
        ("Hong Kong", "", "place"),
        ("West Bank", "the ", "place"),
        ("Central Bank", "the ", "organisation"),
        ("UN", "the ", "organisation"),
        ("US", "the ", "place"),
        ("Islamic State", "the ", "organisation"),
        ("Ostmark Street", "", "place"),
        ("Mara Lake", "the lawyer ", "person"),
        ("General Electric", "", "organisation"),
        ("Prime Minister", "the ", "other"),
        ("Bashar al-Velden", "", "person"),
        ("O. Velvet", "", "person"),
        ("Ostmark Velvet", "the ", "other"),
        ("Ostmark Velvet", "the lawyer ", "person"),
    ],
)
def test_name_kind(name: str, before: str, kind: NameKind) -> None:
    assert name_kind(name, before=before) == kind


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        (", who left", "person"),
        (", 40, left", "person"),
        (" (40) left", "person"),
        (", a spokeswoman for the mill", "person"),
        (", an old mill", "other"),
        (" said so", "other"),
        ("", "other"),
    ],
)
def test_what_follows_may_tell_a_person(after: str, kind: NameKind) -> None:
    assert name_kind("Ostmark Velvet", after=after) == kind


def test_given_names_are_known_in_any_writing() -> None:
    assert all(map(is_given_name, ("Mara", "MARA", "José", "jose")))
    assert not any(map(is_given_name, ("Ostmark", "", "The")))
