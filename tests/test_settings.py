"""A TOML file in, Settings or a SettingsError that names the fault out."""

import json
import pathlib

import msgspec
import pytest

from headwater.errors import SettingsError
from headwater.settings import AlignSettings, CleanSettings, Settings, load_settings


def write(folder: pathlib.Path, content: str | bytes) -> pathlib.Path:
    path = folder / "settings.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_an_empty_file_gives_the_defaults(tmp_path: pathlib.Path) -> None:
    assert load_settings(write(tmp_path, "")) == Settings()


def as_toml(settings: Settings) -> str:
    """Settings as TOML; a number, a text or a list of texts is written as in JSON."""
    stages = msgspec.to_builtins(settings)
    rows = [f"[{stage}]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in keys.items()) for stage, keys in stages.items()]
    return "\n".join(rows)


def test_what_is_written_comes_back(tmp_path: pathlib.Path) -> None:
    settings = Settings(clean=CleanSettings(min_words=5, languages=("en", "no")), align=AlignSettings(same_claim=0.7))
    assert load_settings(write(tmp_path, as_toml(settings))) == settings


def test_one_key_leaves_the_others_alone(tmp_path: pathlib.Path) -> None:
    settings = load_settings(str(write(tmp_path, "[clean]\nmin_words = 7\n")))
    assert settings == Settings(clean=CleanSettings(min_words=7))


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[clean]\nmin_word = 7\n", "min_word"),
        ("[cleaning]\nmin_words = 7\n", "cleaning"),
        ("min_words = 7\n", "min_words"),
        ('[clean]\nmin_words = "seven"\n', "$.clean.min_words"),
        ("[clean]\nmin_words = 7.5\n", "$.clean.min_words"),
        ('[clean]\nlanguages = "en"\n', "$.clean.languages"),
        ("[group]\nsame_story = true\n", "$.group.same_story"),
        ("[annotate]\nwindow_pieces = 159\n", "$.annotate.window_pieces"),
        ("[annotate]\nwindow_pieces = 513\n", "$.annotate.window_pieces"),
        ("[annotate]\ncontext_pieces = -1\n", "$.annotate.context_pieces"),
        ("[annotate]\ncontext_pieces = 129\n", "$.annotate.context_pieces"),
        ("clean = 7\n", "$.clean"),
        ("[clean\n", "line 1"),
        (b"[clean]\n# \xff\n", "settings.toml"),
    ],
)
def test_a_fault_is_named(tmp_path: pathlib.Path, content: str | bytes, named: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert named in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: pathlib.Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.toml: cannot be read \(No such file or directory\)"):
        load_settings(tmp_path / "none.toml")
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path)


def test_settings_do_not_change() -> None:
    with pytest.raises(AttributeError):
        Settings().clean.min_words = 3  # type: ignore[misc]
