"""Paths as given in; the files and addresses to read out, each once and in order, or the reason why a path gives none."""

import os
import re
import stat
from collections.abc import Iterable, Iterator

import msgspec

from headwater.read.pages import failure, printable
from headwater.read.stream import reason
from headwater.types import Failure

STDIN = "-"
_LIST = ".urls"  # a file of addresses
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)

_ODD = (
    (stat.S_ISFIFO, "is a pipe and no file; feed it through standard input (-)"),
    (stat.S_ISSOCK, "is a socket and no file; save what it sends to a file"),
    (stat.S_ISCHR, "is a device and no file; feed it through standard input (-)"),
    (stat.S_ISBLK, "is a device and no file; name a file or a folder"),
)


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A file to read: its source as the reader of a brief sees it, and its path; or an address."""

    source: str
    path: str
    is_list: bool = False
    """It was named, and holds addresses to fetch."""


class _Place(msgspec.Struct, frozen=True, kw_only=True):
    """Somewhere that a walk goes: ``depth`` folders below the one that was named."""

    path: str
    source: str
    depth: int = 0


def find(paths: Iterable[str | os.PathLike[str]], *, max_depth: int) -> Iterator[Found | Failure]:
    """The files behind the paths, folders deep and sorted by name, each file once; a Failure where there is none.

    An address stands for itself.
    """
    seen: set[str] = set()
    for path in paths:
        given = os.fspath(path)
        if given == STDIN:
            if STDIN not in seen:
                yield Found(source=STDIN, path=STDIN)
            seen.add(STDIN)  # a resolved path is absolute, so none is "-"
        elif _ADDRESS.match(given):
            yield Found(source=printable(given), path=given)
        else:
            yield from _named(given, seen, max_depth)


def _named(given: str, seen: set[str], max_depth: int) -> Iterator[Found | Failure]:
    """The files behind one path that was named."""
    place = _Place(path=given, source=printable(given))
    real = _resolved(given)
    if real in seen:
        return
    if isinstance(mode := _mode(given), int) and stat.S_ISDIR(mode):
        yield from _walk(place, seen, max_depth)
    else:
        seen.add(real)
        yield _leaf(place, mode)


def _walk(root: _Place, seen: set[str], max_depth: int) -> Iterator[Found | Failure]:
    """The files below a folder, in the order of their names; a Failure where there are none."""
    top = _resolved(root.path)
    walked: set[str] = set()
    todo = [root]
    silent = True
    while todo:
        place = todo.pop()
        real = _resolved(place.path)
        if real in seen:
            silent = silent and real in walked  # a loop gives nothing; what another path gave is there
            continue
        why = _refused(place, max_depth, inside=_within(real, top))
        if why is None:
            seen.add(real)
            walked.add(real)
        mode = why or _mode(place.path)
        inside = _listed(place) if isinstance(mode, int) and stat.S_ISDIR(mode) else _leaf(place, mode)
        if isinstance(inside, list):
            todo.extend(reversed(inside))
        else:
            silent = False
            yield inside
    if silent:
        yield failure(root.source, "is a folder with no reports in it (hidden files are skipped); name another")


def _refused(place: _Place, max_depth: int, *, inside: bool) -> str | None:
    """Why a walk does not go to a place, None where it does."""
    if not inside:
        return "is a link that leads out of the folder; name what it leads to"
    if place.depth > max_depth and os.path.isdir(place.path):  # noqa: PTH112  # strings throughout: ten times the speed
        return f"is a folder more than {max_depth} deep (max_depth); name it to read it"
    return None


def _listed(folder: _Place) -> list[_Place] | Failure:
    """What a folder holds, sorted by name, hidden entries left out."""
    try:
        names = sorted(os.listdir(folder.path))  # noqa: PTH208  # names are all that is needed
    except OSError as error:
        return failure(folder.source, f"is a folder that cannot be read ({reason(error)})")
    base = folder.source.rstrip("/")
    return [
        _Place(path=os.path.join(folder.path, name), source=f"{base}/{printable(name)}", depth=folder.depth + 1)  # noqa: PTH118  # as given
        for name in names
        if not name.startswith(".")
    ]


def _leaf(place: _Place, mode: int | str) -> Found | Failure:
    """The file at a place, or why there is none."""
    if isinstance(mode, str):
        return failure(place.source, mode)
    odd = next((why for test, why in _ODD if test(mode)), None)
    if odd:
        return failure(place.source, odd)
    is_list = place.path.lower().endswith(_LIST)
    if is_list and place.depth:
        # whoever fills a folder must not decide what is fetched
        return failure(place.source, "is a list of addresses; name it itself to have them fetched")
    return Found(source=place.source, path=place.path, is_list=is_list)


def _mode(path: str) -> int | str:
    """The mode of what is at a path, links followed, or why nothing can be read there."""
    if not path:
        return "is an empty path; name a file, a folder or -"
    try:
        return os.stat(path).st_mode  # noqa: PTH116  # a path that pathlib would rewrite
    except (FileNotFoundError, NotADirectoryError):
        if os.path.islink(path):  # noqa: PTH114
            return "is a link to something that is not there"
        if "://" in path:
            return "is an address that cannot be fetched (only http and https are); save the page and name the file"
        return "is not there; name a file, a folder, an address or - for standard input"
    except (OSError, ValueError) as error:
        return f"cannot be read ({reason(error)})"


def _resolved(path: str) -> str:
    """The one absolute path behind all names of a file; the path as it is where the system takes it for none."""
    try:
        return os.path.realpath(path) if path else path  # the empty path is not the folder that we are in
    except (OSError, ValueError):
        return path


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
