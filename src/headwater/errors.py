"""The errors that Headwater raises; imports nothing of ours.

::

    HeadwaterError
    ├── ReadError (ValueError)       a page cannot be had: its bytes, size or form
    ├── CleanError (ValueError)      a page cannot be turned into an article
    ├── SettingsError (ValueError)   a settings file has an unknown key or a value out of bounds
    └── ModelError (RuntimeError)    the shipped weights are missing or do not fit the runtime

Every message names the value that was wrong and says what to do.
"""


class HeadwaterError(Exception):
    """Anything that Headwater itself finds wrong."""


class ReadError(HeadwaterError, ValueError):
    """A page cannot be had from where it was said to be."""


class CleanError(HeadwaterError, ValueError):
    """A page cannot be turned into an article."""


class SettingsError(HeadwaterError, ValueError):
    """A settings file cannot be used."""


class ModelError(HeadwaterError, RuntimeError):
    """The shipped reader cannot be run."""
