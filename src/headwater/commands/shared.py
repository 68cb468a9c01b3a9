"""What the verbs have in common: options, where output goes, what is said on standard error, exit statuses."""

import argparse
import json
import pathlib
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from headwater.errors import CaseError
from headwater.settings import Settings, load_settings
from headwater.types import Aside, Failure

if TYPE_CHECKING:
    from headwater.types import Brief

READ, NOTHING_READ, USAGE, SOME_FAILED = 0, 1, 2, 3
ENDING = ".headwater"
Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for what add_subparsers gives
STATUSES = "Exit status: 0 everything was read (what is set aside with a reason counts as read), 3 some reports failed, 2 wrong usage, 1 nothing could be read."
_QUIET_SECONDS = 1.0  # shorter runs say nothing of their progress
_PATH = "a file, a folder, an http(s) address, a file of addresses (FILE.urls), or - for standard input"


def add_verb(commands: "Commands[argparse.ArgumentParser]", name: str, help: str, description: str) -> argparse.ArgumentParser:  # noqa: A002 - argparse's word
    """A verb with its one line and its paragraph."""
    return commands.add_parser(name, help=help, description=description)


def add_paths(verb: argparse.ArgumentParser, *, case: bool = True) -> None:
    """The reports of a verb."""
    verb.add_argument("paths", nargs="+", metavar="PATH", help=f"{_PATH}{'; or one case (NAME.headwater)' if case else ''}")


def add_case(verb: argparse.ArgumentParser) -> None:
    """The case of a verb."""
    verb.add_argument("case", metavar="CASE", help="a case (NAME.headwater)")


def add_settings(verb: argparse.ArgumentParser) -> None:
    """The settings of a verb."""
    verb.add_argument("--settings", metavar="FILE", help="a TOML file with settings")


def add_json(verb: argparse.ArgumentParser) -> None:
    """The other form of what a verb prints."""
    verb.add_argument("--json", action="store_true", help="print JSON")


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The settings that were named, else the defaults."""
    return load_settings(arguments.settings) if getattr(arguments, "settings", None) else Settings()


def given_settings(arguments: argparse.Namespace) -> Settings | None:
    """The settings that were named; None where none were, for a case keeps those that it was given last."""
    return load_settings(arguments.settings) if arguments.settings else None


def case_of(paths: Sequence[str]) -> str | None:
    """The case among some paths, None where there is none; CaseError where it is not alone."""
    cases = [p for p in paths if p.endswith(ENDING)]
    if cases and len(paths) > 1:
        raise CaseError(f"{cases[0]}: is a case; give it alone, or add the reports to it first: headwater add {cases[0]} PATH...")
    return cases[0] if cases else None


def brief_of(arguments: argparse.Namespace, *, run: int | None = None) -> "Brief":
    """The brief of a verb's paths: read now, or as it stands in the case."""
    if case := case_of(arguments.paths):
        from headwater.case import Case  # noqa: PLC0415 - half a second that --help and wrong usage need not wait for

        with Case.open(case) as opened:
            return opened.brief(getattr(arguments, "story", None) or None, run=run)
    from headwater.pipeline import make_brief  # noqa: PLC0415 - see above

    with Progress("reports read") as progress:
        return make_brief(arguments.paths, settings=settings_of(arguments), progress=progress, stdin=getattr(sys.stdin, "buffer", None))


def status_of(made: "Brief") -> int:
    """Tell what failed; the exit status that follows."""
    tell_failures(made.failures)
    if not made.stories and not made.set_aside:
        say("nothing could be read")
        return NOTHING_READ
    return SOME_FAILED if made.failures else READ


def tell_failures(failures: Sequence[Failure], set_aside: Sequence[Aside] = ()) -> None:
    """A line on standard error for each."""
    for failure in failures:
        say(f"{plain(failure.source)}: {plain(failure.message)}")
    for aside in set_aside:
        say(f"{plain(aside.source)}: set aside: {plain(aside.why)}")


def say(text: str) -> None:
    """A line on standard error."""
    print(f"headwater: {text}", file=sys.stderr)


def unwritable(target: str, sources: Sequence[str]) -> str | None:
    """Why something cannot go to this file, found before the work is done; None where it can."""
    path = pathlib.Path(target)
    if not target or path.is_dir():
        return "is no name of a file"
    if not path.parent.is_dir():
        return "cannot be written (there is no such folder)"
    inside = (pathlib.Path(s).resolve() for s in sources if s != "-")
    if path.exists() and any(path.resolve() == s or s in path.resolve().parents for s in inside):
        return "is among the reports and would be overwritten"
    return None


def write(data: bytes | str, target: str | None = None) -> int:
    """Write to a file, or to standard output; the exit status."""
    content = data.encode("utf8", "replace") if isinstance(data, str) else data
    try:
        if target is not None:
            pathlib.Path(target).write_bytes(content)
        elif sys.stdout is not None:
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        say(f"{target or 'standard output'}: cannot be written ({error.strerror}); choose another file")
        return USAGE
    return READ


def write_json(value: object) -> int:
    """A value as JSON on standard output."""
    import msgspec  # noqa: PLC0415 - see above

    return write(json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=1) + "\n")


def plain(text: str) -> str:
    """Text of a report on one line; what would move a terminal's cursor is taken out."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def many(count: int, noun: str) -> str:
    """A count with its noun: 1 article, 2 articles; 1 story, 2 stories."""
    if count == 1:
        return f"1 {noun}"
    return f"{count} {noun.removesuffix('y') + 'ies' if noun.endswith('ry') else noun + 's'}"


class Progress:
    """Counts on standard error once a run takes longer than a second, where a person watches."""

    def __init__(self, of_what: str) -> None:
        """Count these."""
        self._of_what = of_what
        self._began = time.monotonic()
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            print(file=sys.stderr)

    def __call__(self, count: int) -> None:
        """So many are done."""
        if sys.stderr.isatty() and time.monotonic() - self._began > _QUIET_SECONDS:
            print(f"\rheadwater: {count} {self._of_what}", end="", file=sys.stderr, flush=True)
            self._shown = True
