"""Every error onrecord raises on purpose.

The tree::

    OnrecordError
    ├── InputError            what was handed in cannot be read as a document
    │   ├── NotFoundError     no such file, or the server says there is no such page
    │   ├── NotTextError      binary, empty, or nothing an article could be made of
    │   ├── LanguageError     text in a language this version does not read
    │   ├── FrontMatterError  the YAML header of a file is malformed
    │   ├── DateError         a day that is not a calendar day
    │   └── FetchError        a URL that cannot or must not be fetched
    ├── SettingsError         an environment variable holds what it cannot hold
    ├── LedgerError           a ledger cannot be opened, read or written
    │   ├── NoLedgerError     there is none, or what is there is none, or is damaged
    │   ├── LedgerVersionError  it was made by a newer version
    │   ├── LedgerBusyError   another process holds it, or the connection was lost
    │   ├── LedgerFullError   the disk is full, or it may not be written
    │   └── AnchorError       no statement of this name, or no decision of this number
    ├── ListError             a sanctions list cannot be loaded, or none was
    ├── ModelError            the reading model's files are missing, damaged or do not fit together
    └── RegisterError         a dictionary's table is missing or holds a row it cannot hold

A message is one line: where, what was got, what was expected. The command line prints it to standard error and ends with
exit code 2; nothing else is ever printed for these.
"""

__all__ = [
    "AnchorError",
    "DateError",
    "FetchError",
    "FrontMatterError",
    "InputError",
    "LanguageError",
    "LedgerBusyError",
    "LedgerError",
    "LedgerFullError",
    "LedgerVersionError",
    "ListError",
    "ModelError",
    "NoLedgerError",
    "NotFoundError",
    "NotTextError",
    "OnrecordError",
    "RegisterError",
    "SettingsError",
]


class OnrecordError(Exception):
    """Root of the tree; catching it catches everything onrecord raises on purpose."""

    def __init__(self, where: str, got: str, expected: str) -> None:
        """Keep the three parts of the message.

        Args:
            where: the input or file at fault, as the user named it.
            got: what was found there.
            expected: what would have been accepted.
        """
        super().__init__(f"{where}: got {got}; expected {expected}")
        self.where = where
        self.got = got
        self.expected = expected


class InputError(OnrecordError):
    """What was handed in cannot be read as a document."""


class NotFoundError(InputError):
    """No such file or page."""


class NotTextError(InputError):
    """Binary, empty, or nothing an article could be made of."""


class LanguageError(InputError):
    """Text in a language this version does not read."""


class FrontMatterError(InputError):
    """The YAML header of a file is malformed."""


class DateError(InputError):
    """A day that is not a calendar day."""


class FetchError(InputError):
    """A URL that cannot or must not be fetched."""


class SettingsError(OnrecordError):
    """An environment variable holds what it cannot hold."""


class ListError(OnrecordError):
    """A sanctions list cannot be loaded, or none has been."""


class ModelError(OnrecordError):
    """The reading model's files are missing, damaged or do not fit together."""


class RegisterError(OnrecordError):
    """A dictionary's table is missing or holds a row it cannot hold."""


class LedgerError(OnrecordError):
    """A ledger cannot be opened, read or written."""


class NoLedgerError(LedgerError):
    """There is no ledger, what is there is none, or it is damaged."""


class LedgerVersionError(LedgerError):
    """A newer version made it."""


class LedgerBusyError(LedgerError):
    """Another process holds it, or the connection was lost; nothing was written."""


class LedgerFullError(LedgerError):
    """The disk is full, or it may not be written; nothing was written."""


class AnchorError(LedgerError):
    """No statement of this name, or no decision of this number."""
