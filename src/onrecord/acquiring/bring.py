"""Bytes from a file or from standard input."""

import sys
from typing import BinaryIO

from onrecord.acquiring.limits import Limits
from onrecord.acquiring.wording import READABLE, printable
from onrecord.errors import InputError, NotFoundError, NotTextError

__all__ = ["STANDARD_INPUT", "read_file", "read_stream"]

STANDARD_INPUT = "standard input"


def read_file(path: str, limits: Limits) -> bytes:
    """Return the bytes of a file.

    Raises:
        NotFoundError: there is no such file.
        NotTextError: it is a directory, or has more bytes than ``limits.size``.
        InputError: it may not be read.
    """
    where = printable(path)
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 - a name no file can have must reach the except clause
            return _bounded(stream, where, limits)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # ValueError: a name no file can have
        raise NotFoundError(where, "no such file", "a file, an http(s) URL, or - for standard input") from error
    except IsADirectoryError as error:
        raise NotTextError(where, "a directory", "a file") from error
    except PermissionError as error:
        raise InputError(where, "a file that may not be read", "permission to read it") from error
    except OSError as error:
        raise InputError(where, f"an error ({error.strerror or 'unknown'})", "a file that can be read") from error


def read_stream(stream: BinaryIO | None, limits: Limits) -> bytes:
    """Return what ``stream`` (the process's standard input if None) holds to its end.

    Raises:
        NotTextError: it has more bytes than ``limits.size``.
        InputError: it is closed, or cannot be read.
    """
    if stream is None and sys.stdin is None:  # so Python shows an input that was closed before it began
        raise InputError(STANDARD_INPUT, "a closed stream", "one that is open")
    try:
        return _bounded(sys.stdin.buffer if stream is None else stream, STANDARD_INPUT, limits)
    except ValueError as error:  # closed since then, or open for writing only
        raise InputError(STANDARD_INPUT, "a stream that is closed to reading", "one that can be read") from error
    except OSError as error:
        raise InputError(STANDARD_INPUT, f"an error ({error.strerror or 'unknown'})", "one that can be read") from error


def _bounded(stream: BinaryIO, where: str, limits: Limits) -> bytes:
    data = stream.read(limits.size + 1)
    if len(data) > limits.size:
        raise NotTextError(where, f"more than {limits.size:,} bytes", f"{READABLE} of at most that size")
    return data
