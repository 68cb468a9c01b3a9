"""A zip file in; what kind of document it is, or its members one by one out. Nothing is ever unpacked to a disk.

A name in an archive is shown and never used as a path; one that would lead out of a folder is refused all the same,
for whoever made it meant harm.
"""

import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

import msgspec

from headwater.errors import ReadError
from headwater.read.pages import Item, aside, failure, member
from headwater.settings import ReadSettings
from headwater.types import Aside, Failure

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
_NO_TEXT = (
    ("xl/workbook.xml", "a spreadsheet"),
    ("ppt/presentation.xml", "a presentation"),
    ("META-INF/container.xml", "an e-book"),
    ("META-INF/MANIFEST.MF", "a program"),
)
_MOST_DIRECTORY = 50_000_000  # bytes of a list of members: of half a million
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
_CRAWLED = re.compile(r"archive/[^/]+\.warc(?:\.gz)?$")
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, struct.error)


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A file in an archive, opened."""

    item: Item
    raw: BinaryIO


class _Careful:
    """A file of which no more is read at once than a list of members may have."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self.seek, self.tell = raw.seek, raw.tell

    def read(self, size: int = -1, /) -> bytes:
        block = self._raw.read(_MOST_DIRECTORY + 1 if size < 0 else min(size, _MOST_DIRECTORY + 1))
        if len(block) > _MOST_DIRECTORY:
            raise zipfile.BadZipFile("its list of members is too long")
        return block

    def seekable(self) -> bool:
        return True


def opened(raw: BinaryIO) -> zipfile.ZipFile:
    """The archive in a file; ReadError where it is none that can be read."""
    try:
        return zipfile.ZipFile(cast("BinaryIO", _Careful(raw)))
    except _FAULTS as error:
        raise ReadError(f"is a zip archive that is damaged or cut short ({error}); fetch it again") from error


def document(archive: zipfile.ZipFile) -> str | None:
    """The media type of an office document; None for an archive; ReadError for a document without running text."""
    names = set(archive.namelist())
    if "word/document.xml" in names:
        return DOCX
    if {"mimetype", "content.xml"} <= names:
        kind = _start(archive, "mimetype")
        if kind.startswith(ODT):
            return ODT
        raise ReadError(f"is a document of the kind {kind[:60]!r}, which this version does not read; save it as text or PDF")
    found = next((what for name, what in _NO_TEXT if name in names), None)
    if found and "datapackage.json" not in names:
        raise ReadError(f"is {found}, which this version does not read")
    return None


def members(item: Item, archive: zipfile.ZipFile, settings: ReadSettings) -> Iterator[Member | Failure | Aside]:
    """Each file of an archive by the order of names, hidden ones left out; of a web archive (WACZ) its WARC files alone."""
    infos = _named(info for info in archive.infolist() if not info.is_dir())
    if "datapackage.json" in infos and any(_CRAWLED.match(name) for name in infos):
        infos = {name: info for name, info in infos.items() if _CRAWLED.match(name)}
    shown = sorted(name for name in infos if not _is_hidden(name))
    if not shown:
        yield failure(item.source, "is an archive with no reports in it (hidden files are skipped)")
    left = _Left(settings.max_archive_bytes)
    for name in shown[: settings.max_members]:
        source = member(item.source, name)
        if why := _refused(infos[name]) or left.why():
            yield failure(source, why)
            continue
        try:
            raw = archive.open(infos[name])
        except _FAULTS as error:
            yield failure(source, f"is a damaged part of its archive ({error}); fetch it again")
            continue
        inner = Item(source=source, name=infos[name].filename, known=item.known, depth=item.depth + 1)
        yield Member(item=inner, raw=cast("BinaryIO", _Counted(cast("BinaryIO", raw), left)))
    if len(shown) > settings.max_members:
        yield aside(item.source, f"an archive of {len(shown)} files, of which the first {settings.max_members} (max_members) were read")


def _named(infos: Iterable[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Members by name; those that have the name of one before them are numbered: report.txt[2]."""
    found: dict[str, zipfile.ZipInfo] = {}
    counts: Counter[str] = Counter()
    for info in infos:
        name = info.filename
        while name in found:
            counts[info.filename] += 1
            name = f"{info.filename}[{counts[info.filename] + 1}]"
        found[name] = info
    return found


def _refused(info: zipfile.ZipInfo) -> str | None:
    """Why a member is not opened, None where it is."""
    parts = info.filename.replace("\\", "/").split("/")
    if info.filename.startswith(("/", "\\")) or ".." in parts or re.match(r"[A-Za-z]:", info.filename):
        return "has a name that leads out of its archive, and is not read; take it out by hand if it is wanted"
    if any(_DEVICE.match(part) for part in parts):
        return "has the name of a device, and is not read; take it out by hand if it is wanted"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link in an archive, and is not followed; name what it leads to"
    if info.flag_bits & 1:
        return "is encrypted; unpack it with its password"
    return None


def _is_hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") and part not in (".", "..") for part in parts)


def _start(archive: zipfile.ZipFile, name: str) -> str:
    try:
        with archive.open(name) as raw:
            return raw.read(200).decode("ascii", "replace").strip()
    except _FAULTS as error:
        raise ReadError(f"is an office document that is damaged or encrypted ({error})") from error


class _Left:
    """How much more of an archive may be unpacked."""

    def __init__(self, limit: int) -> None:
        self.limit = self.bytes = limit

    def why(self) -> str | None:
        """Why nothing more is unpacked; None while something may be."""
        return None if self.bytes > 0 else f"is in an archive of which {self.limit:,} bytes were unpacked already (max_archive_bytes)"


class _Counted:
    """A member's bytes; ReadError where they are damaged or the archive unpacks to too much."""

    def __init__(self, raw: BinaryIO, left: _Left) -> None:
        self._raw, self._left = raw, left

    def read(self, size: int = -1, /) -> bytes:
        if why := self._left.why():
            raise ReadError(why)
        try:
            block = self._raw.read(size)
        except _FAULTS as error:
            raise ReadError(f"is a damaged part of its archive ({error}); fetch it again") from error
        self._left.bytes -= len(block)
        return block

    def close(self) -> None:
        self._raw.close()
