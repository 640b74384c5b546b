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
    ├── ModelError            the reading model's files are missing, damaged or do not fit together
    └── RegisterError         a dictionary's table is missing or holds a row it cannot hold

A message is one line: where, what was got, what was expected. The command line prints it to standard error and ends with
exit code 2; nothing else is ever printed for these.
"""

__all__ = [
    "DateError",
    "FetchError",
    "FrontMatterError",
    "InputError",
    "LanguageError",
    "ModelError",
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


class ModelError(OnrecordError):
    """The reading model's files are missing, damaged or do not fit together."""


class RegisterError(OnrecordError):
    """A dictionary's table is missing or holds a row it cannot hold."""
