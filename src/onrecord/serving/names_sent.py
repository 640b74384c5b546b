"""Names that a form sends to be screened: one, several pasted, or a file of them."""

import tempfile
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Annotated

from fastapi import File, Form, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from onrecord.errors import InputError, ListError
from onrecord.flow.screening import Asked, names_of_file
from onrecord.records.listings import PartyKind

__all__ = ["LONGEST", "MOST", "Sent", "Uploaded", "checked", "names_sent"]

MOST = 1000
"""Names at once; the command line takes any number."""
LONGEST = 300
"""Characters of a name."""
PASTED = 400_000
"""Characters of names pasted."""

Uploaded = Annotated[UploadFile | None, File()]


class Sent(BaseModel):
    """What a form of several names sends beside a file."""

    model_config = ConfigDict(frozen=True)

    names: str = Field("", max_length=PASTED)
    kind: str | None = Field(None, max_length=20)
    on: str | None = Field(None, max_length=40)
    threshold: str | None = Field(None, max_length=10)
    answer: str = Field("page", max_length=10)


SentForm = Annotated[Sent, Form()]


def names_sent(pasted: str, file: UploadFile | None) -> list[Asked]:
    """Return the names of a form: of the file, if there is one, else those pasted, one a line.

    What is pasted below a line "name", or "name,kind", is read as CSV, as a file is.

    Raises:
        InputError: there are none, or too many, or one is too long, or the file is no CSV file of names.
    """
    if file is not None and file.filename:
        return checked(_of_csv(file.file.read(), file.filename), file.filename)
    lines = [line.strip() for line in pasted.splitlines()]
    first = next((line for line in lines if line), "")
    if [c.strip().lower() for c in first.split(",")][:2] in (["name"], ["name", "kind"]):
        return checked(_of_csv(pasted.encode("utf-8", "replace"), "names"), "names")
    return checked((Asked(line) for line in lines if line), "names")


def checked(asked: Iterable[Asked], where: str) -> list[Asked]:
    """Return names, if they are as many and as long as may be.

    Raises:
        InputError: there are none, or too many, or one is too long.
    """
    found = list(islice(asked, MOST + 1))
    if not found:
        raise InputError(where, "no name", "at least one")
    if len(found) > MOST:
        raise InputError(where, f"more than {MOST:,} names", "fewer; `onrecord screen --file CSV` takes any number")
    long = next((a.name for a in found if len(a.name) > LONGEST), None)
    if long is not None:
        raise InputError(where, f"a name of {len(long):,} characters, {long[:40]!r}...", f"at most {LONGEST}")
    return found


def _of_csv(data: bytes, where: str) -> list[Asked]:
    """Return the names of a CSV file that was sent; its own name stands in what is said about it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.csv"
        path.write_bytes(data)
        try:
            return list(islice(names_of_file(str(path)), MOST + 1))
        except ListError as error:
            line = error.where.removeprefix(str(path))
            raise InputError(f"{where}{line}", error.got, error.expected) from None


def kind_of(text: str | None) -> PartyKind | None:
    """Return the kind of party that a form names; None for any.

    Raises:
        InputError: there is none of this name.
    """
    if text is None or not text.strip():
        return None
    if text not in list(PartyKind):
        raise InputError("kind", repr(text), f"one of {', '.join(PartyKind)}")
    return PartyKind(text)
