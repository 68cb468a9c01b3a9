"""Runs every line of the documents that begins with `$ headwater`; what the page shows below it must stand in what is printed."""

import functools
import io
import os
import pathlib
import re
import shlex
from typing import NamedTuple

import pytest

from headwater.cli import main

ROOT = pathlib.Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (headwater\b.*)$", re.MULTILINE)


class Example(NamedTuple):
    """A command on a page, and the lines that the page shows below it; "..." in a line stands for anything."""

    page: str
    command: str
    shown: tuple[str, ...]


def find_examples() -> list[Example]:
    found = []
    for path in PAGES:
        for block in _BLOCK.findall(path.read_text(encoding="utf8")):
            _, *parts = _COMMAND.split(block)
            for command, output in zip(parts[::2], parts[1::2], strict=True):
                shown = tuple(line for line in output.splitlines() if line.strip() not in ("", "...") and not line.startswith("$"))
                found.append(Example(str(path.relative_to(ROOT)), command, shown))
    return found


class Stdin:
    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


@functools.cache
def run(command: str, folder: pathlib.Path) -> tuple[int, str]:
    """Exit status and standard output of a command in a folder; `< FILE` gives its standard input."""
    words = shlex.split(command)[1:]
    stdin = b""
    if "<" in words:
        at = words.index("<")
        stdin = (folder / words[at + 1]).read_bytes()
        del words[at : at + 2]
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf8")
    here = pathlib.Path.cwd()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", Stdin(stdin))
        patch.setattr("sys.stdout", printed)
        os.chdir(folder)
        try:
            status = main(words)
        except SystemExit as stopped:  # --version and --help end here
            status = int(stopped.code or 0)
        finally:
            os.chdir(here)
    printed.flush()
    return status, printed.buffer.getvalue().decode("utf8")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A folder that looks like the project's root to a reader of examples, and in which files may be written."""
    made = tmp_path_factory.mktemp("root")
    (made / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    return made


@pytest.mark.parametrize("example", find_examples(), ids=lambda e: f"{e.page}: {e.command}")
def test_example_runs(example: Example, folder: pathlib.Path) -> None:
    status, printed = run(example.command, folder)
    assert status == 0
    lines = printed.splitlines()
    for line in example.shown:
        wanted = re.compile(".*".join(map(re.escape, line.rstrip().split("..."))))
        assert any(wanted.fullmatch(there.rstrip()) for there in lines), f"{example.page}: not printed: {line}"


def test_examples_are_found() -> None:
    pages = {example.page for example in find_examples()}
    assert {"README.md", "docs/quickstart.md", "docs/cli.md"} <= pages
    assert any(example.shown for example in find_examples())
