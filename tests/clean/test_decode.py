"""Bytes in, characters out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.clean.decode import decode
from headwater.errors import CleanError

TEXT = "The café on the quay stayed open, Mara Velden said. “Nobody slept,” she added, and the baker’s wife agreed with her."


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["UTF-8", "UTF-8 with mark", "UTF-16", "UTF-16 big end first", "Windows-1252"],
)
def test_a_text_in_any_usual_encoding(content: bytes) -> None:
    assert decode(content) == TEXT


def test_latin_1() -> None:
    plain = "Le café du quai reste ouvert, where the baker's wife said nobody slept; the café keeper agreed with her."
    assert decode(plain.encode("latin-1")) == plain


@pytest.mark.parametrize("name", ["Lünd", "François", "Peña", "Åñez", "Bjørn", "Žižek", "Sørensen", "Müller"])
@pytest.mark.parametrize("rest", ["The dam broke on Friday, {} said. Nobody was hurt and the town is safe.", TEXT + " {} left."])
def test_one_name_in_an_english_text_keeps_its_letters(name: str, rest: str) -> None:
    plain = rest.format(f"Karl {name}")
    assert decode(plain.encode("cp1252")) == plain


@pytest.mark.parametrize(
    "head",
    ['<meta charset="{}">', '<meta http-equiv="Content-Type" content="text/html; charset={}">', '<?xml version="1.0" encoding="{}"?>'],
)
@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1250", "koi8-r"])
def test_a_page_that_says_its_encoding(head: str, encoding: str) -> None:
    plain = f"{head.format(encoding)}<p>The dam broke, {'Кулик' if encoding == 'koi8-r' else 'Müller'} said.</p>"
    assert decode(plain.encode(encoding)) == plain


@pytest.mark.parametrize("said", ["utf-8", "no-such-encoding", "base64", "punycode"])
def test_a_page_that_says_a_wrong_encoding(said: str) -> None:
    plain = f'<meta charset="{said}"><p>The dam broke on Friday, Karl Lünd said. Nobody was hurt and the town is safe.</p>'
    assert decode(plain.encode("cp1252")) == plain


def test_a_scratch_is_one_character() -> None:
    content = TEXT.encode()
    assert decode(content[:60] + b"\xff" + content[60:]) == content[:60].decode() + "\ufffd" + content[60:].decode()


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(CleanError, match="save the report as UTF-8"):
        decode(bytes(range(256)) * 40)


def test_half_a_character_after_a_mark_does_not_stop_it() -> None:
    assert decode(TEXT.encode("utf-16") + b"\x00").startswith(TEXT)


@given(st.text())
def test_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")
