import pathlib
import socket

import pytest
import uvicorn

from headwater.case import Case
from headwater.errors import CaseError, HeadwaterError
from headwater.web import serve


def test_serve_says_where_it_listens_with_the_key(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "empty.headwater"
    Case.create(path).close()
    bound: list[tuple[str, int]] = []
    monkeypatch.setattr(uvicorn.Server, "run", lambda _, sockets: bound.append(sockets[0].getsockname()))
    said: list[str] = []
    serve(path, port=0, say=said.append)
    [(host, port)] = bound
    assert host == "127.0.0.1"
    assert said[0].startswith(f"http://127.0.0.1:{port}/stories?key=")


def test_serve_says_that_a_port_is_taken(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "empty.headwater"
    Case.create(path).close()
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(HeadwaterError, match="cannot be listened on"):
        serve(path, port=taken.getsockname()[1])


def test_serve_says_that_there_is_no_case(tmp_path: pathlib.Path) -> None:
    with pytest.raises(CaseError):
        serve(tmp_path / "none.headwater", port=0)
