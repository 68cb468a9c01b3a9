"""The errors that Headwater raises; imports nothing of ours.

::

    HeadwaterError
    ├── ReadError (ValueError)       a page cannot be had: its bytes, size or form
    ├── CleanError (ValueError)      a page cannot be turned into an article
    ├── BriefError (ValueError)      a brief cannot be read back
    ├── FormatError (ValueError)     a brief cannot be given in a format
    ├── DecisionError (ValueError)   a decision of a person cannot be taken down
    ├── SettingsError (ValueError)   a settings file has an unknown key or a value out of bounds
    ├── ModelError (RuntimeError)    the shipped weights are missing or do not fit the runtime
    └── CaseError (ValueError)       a case file is none, is broken or busy, or has nothing of the name that was asked for

Every message names the value that was wrong and says what to do.
"""


class HeadwaterError(Exception):
    """Anything that Headwater itself finds wrong."""


class ReadError(HeadwaterError, ValueError):
    """A page cannot be had from where it was said to be."""


class CleanError(HeadwaterError, ValueError):
    """A page cannot be turned into an article."""


class BriefError(HeadwaterError, ValueError):
    """A brief cannot be read back from its JSON."""


class FormatError(HeadwaterError, ValueError):
    """A brief cannot be given in a format: there is none of that name, or its extra is not installed."""


class DecisionError(HeadwaterError, ValueError):
    """A decision of a person cannot be taken down as it was given."""


class SettingsError(HeadwaterError, ValueError):
    """A settings file cannot be used."""


class ModelError(HeadwaterError, RuntimeError):
    """The shipped reader cannot be run."""


class CaseError(HeadwaterError, ValueError):
    """A case file cannot be used as was asked."""
