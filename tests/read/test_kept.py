"""A folder of kept responses: what was saved comes back, what was damaged does not."""

import pathlib
from typing import Any

import pytest

from headwater.errors import ReadError
from headwater.read.kept import Kept, Response

ADDRESS = "https://www.velden-herald.example/dam"


def response(content: bytes = b"<p>The dam broke.", **fields: Any) -> Response:
    return Response(address=ADDRESS, content=content, fetched="2025-03-06T08:00:00+00:00", **fields)


@pytest.mark.parametrize("content", [b"<p>The dam broke.", b"", b"\x00\xff"])
def test_what_was_saved_comes_back(tmp_path: pathlib.Path, content: bytes) -> None:
    saved = response(content, etag='"a"', modified="Thu, 06 Mar 2025 08:00:00 GMT")
    Kept(str(tmp_path / "new" / "folder")).save(ADDRESS, saved)
    assert Kept(str(tmp_path / "new" / "folder")).load(ADDRESS) == saved


def test_the_last_response_counts_and_others_have_none(tmp_path: pathlib.Path) -> None:
    kept = Kept(str(tmp_path))
    assert kept.load(ADDRESS) is None
    kept.save(ADDRESS, response(b"first"))
    kept.save(ADDRESS, response(b"second"))
    assert kept.load(ADDRESS) == response(b"second")
    assert kept.load(f"{ADDRESS}?page=2") is None


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({}, {}),
        ({"etag": '"a"'}, {"If-None-Match": '"a"'}),
        ({"modified": "Thu"}, {"If-Modified-Since": "Thu"}),
        ({"etag": "", "modified": ""}, {}),
    ],
)
def test_conditions(fields: dict[str, Any], asked: dict[str, str]) -> None:
    assert response(**fields).conditions == asked


@pytest.mark.parametrize(
    "address", ["https://e.example/../../x", "file:///etc/passwd", "https://e.example/" + "a" * 5000, "https://e.example/\x00"]
)
def test_no_name_is_taken_from_an_address(tmp_path: pathlib.Path, address: str) -> None:
    folder = tmp_path / "kept"
    Kept(str(folder)).save(address, response())
    assert Kept(str(folder)).load(address) == response()
    assert list(tmp_path.iterdir()) == [folder]
    assert all(p.name.removesuffix(".json").isalnum() for p in folder.iterdir())


@pytest.mark.parametrize("broken", ["body", "no body", "slip", "other", "path"])
def test_what_was_damaged_does_not_come_back(tmp_path: pathlib.Path, broken: str) -> None:
    kept = Kept(str(tmp_path))
    kept.save(ADDRESS, response())
    [slip] = tmp_path.glob("*.json")
    [body] = set(tmp_path.iterdir()) - {slip}
    if broken == "body":
        body.write_bytes(b"something else")
    elif broken == "no body":
        body.unlink()
    elif broken == "slip":
        slip.write_bytes(b"{")
    elif broken == "other":
        slip.write_text(slip.read_text().replace("/dam", "/other"))
    else:
        slip.write_text(slip.read_text().replace(body.name, f"../{tmp_path.name}/{body.name}"))
    assert kept.load(ADDRESS) is None


def test_a_folder_that_cannot_be_written_says_so(tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_text("here")
    with pytest.raises(ReadError, match=r"cannot be kept in .*; set keep to another folder"):
        Kept(str(tmp_path / "file" / "kept")).save(ADDRESS, response())
