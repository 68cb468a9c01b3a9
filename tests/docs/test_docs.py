import argparse
import pathlib
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

import headwater
from headwater.cli import build_parser
from headwater.settings import Settings, load_settings
from headwater.types import Brief

ROOT = pathlib.Path(__file__).parents[2]
DOCS = ROOT / "docs"
COLUMNS = "100"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf8")


def section(text: str, heading: str) -> str:
    """A section of a page, up to the next heading."""
    return text.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def setting_keys() -> list[tuple[str, str]]:
    stages = [(field.name, field.type) for field in msgspec.structs.fields(Settings)]
    return [(stage, key.name) for stage, kind in stages for key in msgspec.structs.fields(kind)]


@pytest.mark.parametrize(("stage", "key"), setting_keys())
def test_every_setting_has_a_row(stage: str, key: str) -> None:
    rows = [line.split(" | ") for line in section(page("settings.md"), f"## `[{stage}]`").splitlines() if line.startswith(f"| `{key}` |")]
    assert len(rows) == 1, f"docs/settings.md, [{stage}]: a row for {key} is missing"
    assert len(rows[0]) == 4
    assert all(cell.strip(" |") for cell in rows[0]), f"docs/settings.md, [{stage}]: {key} lacks its unit, its effect or its reason"


def test_the_toml_of_the_settings_page_is_the_defaults(tmp_path: pathlib.Path) -> None:
    block = re.search(r"```toml\n(.*?)```", page("settings.md"), re.DOTALL)
    assert block
    path = tmp_path / "settings.toml"
    path.write_text(block.group(1), encoding="utf8")
    assert load_settings(path) == Settings(), "docs/settings.md shows other defaults than settings.py has"
    shown = re.findall(r"^(\w+) = ", block.group(1), re.MULTILINE)
    assert shown == [key for _, key in setting_keys()], "docs/settings.md leaves a key out of its TOML, or has one that is gone"


def test_no_setting_is_documented_that_is_gone() -> None:
    documented = re.findall(r"^\| `(\w+)` \|", page("settings.md"), re.MULTILINE)
    assert documented == [key for _, key in setting_keys()]


def parsers() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    parser = build_parser()
    yield "headwater", parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from ((f"headwater {name}", command) for name, command in action.choices.items())


@pytest.mark.parametrize("name", [name for name, _ in parsers()])
def test_the_help_on_the_page_is_the_real_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", COLUMNS)
    monkeypatch.setenv("NO_COLOR", "1")
    shown = [block for block in re.findall(r"```text\n(.*?)```", page("cli.md"), re.DOTALL) if block.startswith(f"usage: {name} [")]
    assert len(shown) == 1, f"docs/cli.md: the help of {name!r} is missing"
    assert same_words(shown[0]) == same_words(dict(parsers())[name].format_help()), f"docs/cli.md: COLUMNS={COLUMNS} {name} --help differs"


def same_words(text: str) -> list[str]:
    """The words of a help text: its line ends, and "-o FILE, --output FILE" for "-o, --output FILE", differ between versions of Python."""
    return re.sub(r"(-\w) ([A-Z]+), (--[\w-]+) \2", r"\1, \3 \2", text).split()


def test_every_option_has_a_row() -> None:
    rows = "\n".join(line.split(" | ")[0] for line in page("cli.md").splitlines() if line.startswith("| `"))
    for name, parser in parsers():
        for action in parser._actions:
            names = action.option_strings or ([str(action.metavar)] if name != "headwater" else [])
            for option in names:
                assert f"`{option}`" in rows, f"docs/cli.md: a row for {option} of {name!r} is missing"


@pytest.mark.parametrize("name", headwater.__all__)
def test_every_public_name_is_on_the_page(name: str) -> None:
    assert re.search(rf"^(?:\| )?`{name}[`(]", page("python.md"), re.MULTILINE), f"docs/python.md: {name} is missing"


def structs(kind: Any) -> Iterator[type[msgspec.Struct]]:
    """The struct types that a type holds, itself among them."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield kind
        for field in msgspec.structs.fields(kind):
            yield from structs(field.type)
    for argument in getattr(kind, "__args__", ()):
        yield from structs(argument)


def test_every_key_of_the_json_is_on_the_page() -> None:
    keys = {(kind.__name__, field.encode_name) for kind in structs(Brief) for field in msgspec.structs.fields(kind)}
    missing = sorted(f"{kind}.{key}" for kind, key in keys if f"`{key}`" not in page("brief.md"))
    assert not missing, f"docs/brief.md: {', '.join(missing)}"


def test_architecture_names_every_module() -> None:
    layout = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf8").partition("## The layout")[2].partition("\n## ")[0]
    shown = set(re.findall(r"^  (\w+(?:\.\w+|/))", layout, re.MULTILINE))
    there = {p.name + "/" * p.is_dir() for p in (ROOT / "src" / "headwater").iterdir() if p.name != "__pycache__"}
    assert shown == there


def test_links_between_files_lead_somewhere() -> None:
    pages = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")]
    for path in [*pages, *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\(([^)\s#]+)[^)]*\)", path.read_text(encoding="utf8")):
            assert "://" in target or (path.parent / target).exists(), f"{path.name}: {target} is not there"


def test_decisions_are_numbered_and_have_their_parts() -> None:
    pages = sorted((DOCS / "decisions").glob("0*.md"))
    assert [path.name[:4] for path in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    for path in pages:
        text = path.read_text(encoding="utf8")
        assert text.startswith(f"# {path.name[:4]} ")
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_the_version_is_the_package_s() -> None:
    conf = re.search(r'release = version = "(.+)"', page("conf.py"))
    project = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf8"), re.MULTILINE)
    assert conf
    assert project
    assert conf.group(1) == project.group(1)
    assert f"## {conf.group(1)}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf8")
