"""A case file in, a server that shows it until it is stopped out."""

import pathlib
import socket
from collections.abc import Callable

import uvicorn

from headwater.case import Case
from headwater.errors import HeadwaterError
from headwater.web.app import make_app
from headwater.web.guard import make_access


def serve(path: str | pathlib.Path, *, host: str = "127.0.0.1", port: int = 8700, say: Callable[[str], None] = lambda _: None) -> None:
    """Show a case until the program is stopped.

    Args:
        path: the case file.
        host: where to listen; any but a loopback address makes the key needed to read, too.
        port: where to listen; 0 takes any that is free.
        say: called once with the address that holds the key, when the server listens.

    Raises:
        CaseError: the file is no case.
        HeadwaterError: nobody can listen there.
    """
    with Case.open(path) as case, _listening(host, port) as listening:
        taken = listening.getsockname()[1]
        access = make_access(host, taken)
        shown = f"[{host}]" if ":" in host else host
        say(f"http://{shown}:{taken}/stories?key={access.key}")
        config = uvicorn.Config(
            make_app(case, access, pathlib.Path(path).stem),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            ws="none",
        )
        uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise HeadwaterError(f"{host}:{port}: cannot be listened on ({error.strerror}); choose another with --host and --port") from error
