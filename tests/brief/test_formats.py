import pytest

from headwater.brief.formats import FORMATS, render
from headwater.brief.render_json import to_json
from headwater.errors import FormatError
from tests.brief.briefs import plain_brief
from tests.factories import make_brief


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_brief_gives_the_same_bytes(form: str) -> None:
    assert render(plain_brief(), form) == render(plain_brief(), form)
    assert render(make_brief(), form)


def test_text_is_utf8() -> None:
    assert render(plain_brief(), "json") == to_json(plain_brief()).encode()


def test_a_feed_tells_what_is_new_since_an_older_brief() -> None:
    assert b"<item>" in render(plain_brief(), "rss")
    assert b"<item>" not in render(plain_brief(), "rss", older=plain_brief())


def test_an_unknown_format_is_named_with_those_there_are() -> None:
    with pytest.raises(FormatError, match=r"^'pdf' is no format; choose one of md, html, json, .*, rss$"):
        render(plain_brief(), "pdf")
