"""The tree of errors."""

import re

import pytest

from headwater import errors


@pytest.mark.parametrize(
    ("name", "builtin"),
    [("ReadError", ValueError), ("CleanError", ValueError), ("SettingsError", ValueError), ("ModelError", RuntimeError)],
)
def test_an_error_is_ours_and_a_builtin(name: str, builtin: type[Exception]) -> None:
    kind = getattr(errors, name)
    assert kind.__bases__ == (errors.HeadwaterError, builtin)
    assert str(kind("what was wrong")) == "what was wrong"


def test_the_docstring_draws_every_error() -> None:
    drawn = re.findall(r"\w+Error\b(?= \()", errors.__doc__ or "")
    assert drawn == [name for name, kind in vars(errors).items() if isinstance(kind, type) and kind is not errors.HeadwaterError]
