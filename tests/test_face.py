"""The public names."""

import headwater


def test_the_public_names_are_these() -> None:
    assert headwater.__all__ == [
        "Article",
        "Brief",
        "Case",
        "Claim",
        "Conflict",
        "HeadwaterError",
        "Origin",
        "Settings",
        "Standing",
        "Statement",
        "Story",
        "load_settings",
        "make_brief",
        "read_articles",
        "render",
        "to_html",
        "to_json",
        "to_markdown",
    ]


def test_every_public_name_is_there_and_says_what_it_is() -> None:
    for name in headwater.__all__:
        assert (getattr(headwater, name).__doc__ or "").strip(), name
