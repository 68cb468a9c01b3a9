"""Paths in; files in order, each once, or the reason out."""

import os
from pathlib import Path

import pytest

from headwater.read.files import Found, find
from headwater.types import Failure


def tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return root


def found(paths: list[str], *, max_depth: int = 64) -> list[str]:
    """The source of each file, and "source: reason" of each failure."""
    return [f"{f.source}: {f.message}" if isinstance(f, Failure) else f.source for f in find(paths, max_depth=max_depth)]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_folders_are_deep_sorted_and_without_hidden_entries(here: Path) -> None:
    tree(here / "d", "b.txt", "a/z.txt", "a/b/c.txt", "C.txt", ".hidden", ".git/config", "a/.x/y.txt")
    assert found(["d"]) == ["d/C.txt", "d/a/b/c.txt", "d/a/z.txt", "d/b.txt"]


@pytest.mark.parametrize(("given", "source"), [("d", "d/a"), ("d/", "d/a"), ("./d", "./d/a"), ("d/../d", "d/../d/a"), (".", "./d/a")])
def test_sources_are_the_paths_as_given(here: Path, given: str, source: str) -> None:
    tree(here / "d", "a")
    assert found([given]) == [source]


def test_a_hidden_entry_that_is_named_is_read(here: Path) -> None:
    tree(here / ".d", "a", ".b")
    assert found([".d", ".d/.b"]) == [".d/a", ".d/.b"]


TWICE = [
    (["d/a", "d/a"], ["d/a"]),
    (["d/a", "./d/../d/a"], ["d/a"]),
    (["d/a", "d"], ["d/a", "d/e/b"]),
    (["d", "d/e/b", "d/e"], ["d/a", "d/e/b"]),
    (["d/e", "d"], ["d/e/b", "d/a"]),
    (["d/e/b", "d/e"], ["d/e/b"]),
    (["-", "-"], ["-"]),
    (["", "d/e", ""], [": is an empty path; name a file, a folder or -", "d/e/b"]),
    (["", "."], [": is an empty path; name a file, a folder or -", "./d/a", "./d/e/b"]),
    (["no", "./no"], ["no: is not there; name a file, a folder, an address or - for standard input"]),
]


@pytest.mark.parametrize(("paths", "sources"), TWICE)
def test_a_file_is_found_once(here: Path, paths: list[str], sources: list[str]) -> None:
    tree(here / "d", "a", "e/b")
    assert found(paths) == sources


NOTHING = "is a folder with no reports in it (hidden files are skipped); name another"
REASONS = [
    ("none", "none: is not there; name a file, a folder, an address or - for standard input"),
    ("d/a/b", "d/a/b: is not there; name a file, a folder, an address or - for standard input"),
    ("", ": is an empty path; name a file, a folder or -"),
    ("a\0b", "a\\x00b: cannot be read (embedded null byte)"),
    (
        "ftp://example.org/a",
        "ftp://example.org/a: is an address that cannot be fetched (only http and https are); save the page and name the file",
    ),
    ("empty", f"empty: {NOTHING}"),
    ("hidden", f"hidden: {NOTHING}"),
    ("loop", f"loop: {NOTHING}"),
    ("gone", "gone: is a link to something that is not there"),
    ("self", "self: cannot be read (too many levels of symbolic links)"),
    ("x" * 5000, "x" * 5000 + ": cannot be read (file name too long)"),
]


@pytest.mark.parametrize(("path", "expected"), REASONS)
def test_reasons(here: Path, path: str, expected: str) -> None:
    tree(here, "d/a", "hidden/.x")
    (here / "empty" / "deep").mkdir(parents=True)
    (here / "loop").mkdir()
    (here / "loop" / "again").symlink_to(here / "loop")
    (here / "gone").symlink_to("nowhere")
    (here / "self").symlink_to("self")
    assert found([path]) == [expected]


def test_links_inside_the_folder_are_followed_and_loops_end(here: Path) -> None:
    tree(here, "d/a", "d/e/b")
    (here / "d" / "e" / "up").symlink_to("..")
    (here / "d" / "link").symlink_to("a")
    (here / "d" / "z").symlink_to("e")
    assert found(["d"]) == ["d/a", "d/e/b"]


def test_a_link_out_of_the_folder_is_named_and_not_followed(here: Path) -> None:
    tree(here, "d/a", "other/b", "dx/c")
    out = "is a link that leads out of the folder; name what it leads to"
    for name, target in (("file", here / "other" / "b"), ("folder", here / "other"), ("parent", here), ("near", here / "dx")):
        (here / "d" / name).symlink_to(target)
    assert found(["d"]) == ["d/a", *(f"d/{name}: {out}" for name in ("file", "folder", "near", "parent"))]
    assert found(["d/folder"]) == ["d/folder/b"], "a link that is named is followed"


def test_a_folder_that_is_itself_a_link(here: Path) -> None:
    tree(here, "d/a")
    (here / "link").symlink_to("d")
    assert found(["link", "d"]) == ["link/a"]


def test_the_depth_is_bounded(here: Path) -> None:
    tree(here, "d/a", "d/e/b", "d/e/f/c")
    deep = "d/e/f: is a folder more than 1 deep (max_depth); name it to read it"
    assert found(["d"], max_depth=1) == ["d/a", "d/e/b", deep]
    assert found(["d", "d/e/f"], max_depth=1) == ["d/a", "d/e/b", deep, "d/e/f/c"]


def test_a_folder_that_cannot_be_listed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(here, "d/a", "d/e/b")
    listdir = os.listdir

    def refused(path: str) -> list[str]:
        if path.endswith("e"):
            raise PermissionError(13, "Permission denied", path)
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refused)
    assert found(["d"]) == ["d/a", "d/e: is a folder that cannot be read (permission denied)"]


def test_a_name_that_is_no_text_is_escaped(here: Path) -> None:
    tree(here, "d/a\nb")
    (here / "d" / os.fsdecode(b"\xff")).write_bytes(b"x")
    assert found(["d"]) == ["d/a\\nb", "d/\\udcff"]


@pytest.mark.parametrize("address", ["https://example.org/a", "HTTP://example.org", "http://"])
def test_an_address_stands_for_itself(address: str) -> None:
    [given] = find([address], max_depth=1)
    assert isinstance(given, Found)
    assert (given.source, given.path, given.is_list) == (address, address, False)


def test_a_list_of_addresses_is_one_only_where_it_is_named(here: Path) -> None:
    tree(here, "d/links.urls")
    [named] = find(["d/links.urls"], max_depth=1)
    assert isinstance(named, Found)
    assert named.is_list
    assert found(["d"]) == ["d/links.urls: is a list of addresses; name it itself to have them fetched"]
