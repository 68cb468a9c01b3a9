"""A folder of kept responses: an address in, what it answered before out, and the conditions to ask again with."""

import hashlib
import pathlib

import msgspec

from headwater.errors import ReadError
from headwater.text import content_id


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """What a server sent for an address."""

    address: str
    """The address after all redirects."""
    content: bytes
    fetched: str
    """ISO 8601 instant."""
    etag: str | None = None
    modified: str | None = None

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for it only if it has changed."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}


class _Slip(msgspec.Struct, frozen=True, kw_only=True):
    """What is written beside a kept response's bytes."""

    asked: str
    address: str
    fetched: str
    sha256: str
    etag: str | None = None
    modified: str | None = None


class Kept:
    """Responses in a folder: NAME.json and, by its hash, the body. Names are hashes, never taken from an address."""

    def __init__(self, folder: str) -> None:
        self._folder = pathlib.Path(folder)

    def load(self, address: str) -> Response | None:
        """The last response for an address; None where there is none or it was damaged."""
        try:
            slip = msgspec.json.decode((self._folder / f"{content_id(address)}.json").read_bytes(), type=_Slip)
            content = (self._folder / slip.sha256).read_bytes() if slip.sha256.isalnum() else b""
        except (OSError, msgspec.DecodeError):
            return None
        if slip.asked != address or hashlib.sha256(content).hexdigest() != slip.sha256:
            return None
        return Response(address=slip.address, content=content, fetched=slip.fetched, etag=slip.etag, modified=slip.modified)

    def save(self, address: str, response: Response) -> None:
        """Keep a response; ReadError where the folder cannot be written."""
        sha256 = hashlib.sha256(response.content).hexdigest()
        slip = _Slip(
            asked=address,
            address=response.address,
            fetched=response.fetched,
            sha256=sha256,
            etag=response.etag,
            modified=response.modified,
        )
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / sha256).write_bytes(response.content)
            (self._folder / f"{content_id(address)}.json").write_bytes(msgspec.json.encode(slip))
        except OSError as error:
            raise ReadError(f"cannot be kept in {str(self._folder)!r} ({error.strerror}); set keep to another folder") from error
