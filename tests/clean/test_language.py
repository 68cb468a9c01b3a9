"""Texts in, their languages out."""

import sys

import pytest

from headwater.clean.language import find_language

ENGLISH = "The dam above the town broke on Friday, and nine of the barges that were in the harbour sank, the office said. "
GERMAN = "Im Hafen der Stadt sind am Freitag neun Kähne gesunken, nachdem der Damm oberhalb gebrochen war, sagte das Amt. "


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (ENGLISH * 4, "en"), (GERMAN, "de"), (GERMAN * 4, "de")])
def test_find_language(text: str, code: str) -> None:
    assert find_language(text, most=400) == code


def test_what_is_plainly_english_is_not_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert find_language(ENGLISH * 4, most=400) == "en"
    with pytest.raises(ImportError):
        find_language(GERMAN * 4, most=400)
