"""The mark-up of pages in, the names of their outlets out."""

import pytest

from headwater.clean.markup import scan
from headwater.clean.site import find_site

SITES = [
    ('<meta property="og:site_name" content="Velden Herald">', "", None, "Velden Herald"),
    ("<title>Dam breaks - Velden Herald</title>", "", None, "Velden Herald"),
    ("<title>Velden Herald | Dam breaks</title>", "", None, "Velden Herald"),
    ("<title>Dam breaks - a long night</title>", "", None, None),
    ("<title>Dam breaks - The Quay Letter</title>", "", "https://quayletter.example/p/1", "The Quay Letter"),
    ("<title>Dam breaks - The Quay Letter</title>", "<p>© 2023 The Quay Letter. All rights reserved.</p>", None, "The Quay Letter"),
    ("<title>Dam breaks</title>", "<small>&copy; 2019 The Oberau Chronicle</small>", None, "The Oberau Chronicle"),
    ("<title>Dam breaks</title>", "<b>Lenz Radio News</b><p>The dam broke.</p>", None, "Lenz Radio News"),
    ("<title>Dam breaks</title>", "<p>The dam broke.</p>", "https://dam.example/", None),
    (
        "",
        '<span itemprop="publisher" itemscope><meta itemprop="name" content="Northern Agency"></span><p itemprop="name">No</p>',
        None,
        "Northern Agency",
    ),
]


@pytest.mark.parametrize(("head", "body", "address", "expected"), SITES)
def test_find_site(head: str, body: str, address: str | None, expected: str | None) -> None:
    assert find_site(scan(f"<html><head>{head}</head><body>{body}</body></html>"), address) == expected
