"""The verb that shows a case in a browser: serve."""

import argparse
import sys

from headwater.commands.shared import READ, Commands, add_case, say


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    """The verb of this file."""
    serve = commands.add_parser("serve", help="show a case in a browser, on this machine alone", description=_SERVE)
    add_case(serve)
    serve.add_argument("--host", default="127.0.0.1", metavar="HOST", help="where to listen (default: 127.0.0.1, this machine alone)")
    serve.add_argument("--port", type=int, default=8700, metavar="N", help="where to listen; 0 takes any that is free (default: 8700)")
    serve.set_defaults(run=_serve)


_SERVE = (
    "Shows a case until it is stopped with Ctrl-C, to this machine alone unless told otherwise. The address that it prints holds the key "
    "with which decisions can be made; on another host than this machine nothing can be read without it."
)


def _serve(arguments: argparse.Namespace) -> int:
    from headwater.web import serve  # noqa: PLC0415 - half a second that --help need not wait for

    serve(arguments.case, host=arguments.host, port=arguments.port, say=lambda address: say(f"listens at {address}"))
    sys.stderr.flush()
    return READ
