"""What stands in quotation marks."""

import pytest

from headwater.trace.quoted import quoted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We go,” he said. “Now.”", ["We go,", "Now."]),
        ('"We go," he said.', ["We go,"]),
        ("„Wir gehen“, sagte er.", ["Wir gehen"]),
        ("“We go and never stop", []),
        ('a 6" pipe and a 7" pipe', []),
        ("no marks", []),
    ],
)
def test_quoted(text: str, found: list[str]) -> None:
    assert [text[s:e] for s, e in quoted(text)] == found
