"""The verb that draws where each claim comes from: trace."""

import argparse

from headwater.commands.shared import NOTHING_READ, Commands, add_json, add_paths, add_settings, brief_of, case_of, say, status_of, write

_TRACE = (
    "Reads reports and draws, for each claim that several of them make, how it came from its origins to the reports: a tree a claim. "
    "Nothing is fetched unless an address is given, and nothing is sent but the requests for it."
)


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    """The verb of this file."""
    verb = commands.add_parser("trace", help="draw where each claim of some reports, or of a case, comes from", description=_TRACE)
    verb.epilog = "Exit status: as for brief; 1 also where no claim holds the words of --claim."
    add_paths(verb)
    verb.add_argument("--claim", metavar="TEXT", help="only the claims that hold these words, those of one report too")
    add_json(verb)
    add_settings(verb)
    verb.set_defaults(run=_trace)


def _trace(arguments: argparse.Namespace) -> int:
    made = brief_of(arguments)
    from headwater.brief import to_tree, to_tree_json  # noqa: PLC0415 - loaded by now
    from headwater.types import Brief  # noqa: PLC0415 - loaded by now

    drawn = to_tree_json(made, claim=arguments.claim) if arguments.json else to_tree(made, claim=arguments.claim)
    status = write(drawn)
    if arguments.claim is not None and drawn in (to_tree(Brief(headwater="")), "[]\n"):
        say(f"no claim holds the words {arguments.claim!r}; try fewer of them")
        return NOTHING_READ
    return status if case_of(arguments.paths) else status or status_of(made)
