"""Texts in, their languages out."""

import sys

import pytest

from headwater.clean.language import find_language, is_plainly_english, tells_language

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, False),
        (ENGLISH * 2, True),
        ("Mara Velden gewinnt in Ostmark", False),
        ("堤防は金曜日に決壊し、港にいた九隻のはしけが沈んだと市の当局者が明らかにした。", True),
        ("เขื่อนเหนือเมืองแตกเมื่อวันศุกร์และเรือเก้าลำในท่าเรือจม", True),
        ("堤防決壊", False),
    ],
)
def test_tells_language(text: str, *, expected: bool) -> None:
    assert tells_language(text) is expected


@pytest.mark.parametrize(("text", "expected"), [(ENGLISH, True), (GERMAN, False), ("The dam", False), ("", False)])
def test_is_plainly_english(text: str, *, expected: bool) -> None:
    assert is_plainly_english(text) is expected
