"""How reports are read into a case or a file of notes: settings, reader, progress, standard input."""

from collections.abc import Callable
from typing import BinaryIO

import msgspec

from headwater.models import Reader, load_reader
from headwater.settings import Settings


class Ways(msgspec.Struct, frozen=True, kw_only=True):
    """How something is read."""

    settings: Settings = Settings()
    reader: Reader | None = None
    """Anything that marks paragraphs; the shipped reader where it is None."""
    progress: Callable[[int], None] | None = None
    """Called after each report with how many were looked at."""
    stdin: BinaryIO | None = None
    """Where "-" is read from."""

    def opened(self) -> Reader:
        """The reader that was given, else the shipped one."""
        return self.reader or load_reader(settings=self.settings.annotate)

    def name(self) -> str:
        """What files call the reader."""
        return type(self.reader).__name__ if self.reader else "shipped"
