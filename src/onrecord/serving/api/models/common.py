"""What several answers share: values, faults, cursors, texts that a ledger can hold."""

import base64
import json
import re
from datetime import date
from typing import Annotated, Any, Final

from fastapi import Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

__all__ = [
    "FAULTS",
    "WRITE_FAULTS",
    "AnchorPath",
    "Cursor",
    "Limit",
    "Model",
    "Problem",
    "Sent",
    "Text",
    "Words",
    "cursor_of",
    "fault",
    "place_of",
]

_UNKEPT = re.compile("[\0\ud800-\udfff]")


class Model(BaseModel):
    """What is answered."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)


class Sent(BaseModel):
    """What is sent: nothing beyond its fields, so that a name that is mistyped is told and not passed over."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Problem(BaseModel):
    """What went wrong (RFC 9457); ``detail`` is one line: what was got, what was expected, where."""

    type: str = Field(examples=["about:blank"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(
        examples=[
            "c4498210: got the name of no statement; expected the anchor of a statement, as `onrecord claims` prints it"
        ]
    )
    instance: str = Field(examples=["/api/v1/claims/c4498210"])


def fault(description: str) -> dict[str, Any]:
    """Return a fault as the description of the API tells it."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": description, "content": {"application/problem+json": {"schema": schema}}}


FAULTS: Final[dict[int | str, dict[str, Any]]] = {
    400: fault("What was asked for is none: a day, a cursor, words."),
    401: fault("A token is needed, or the one that was brought is none, is revoked or has expired."),
    404: fault("There is none of this name."),
    422: fault("A parameter or a field is missing, or of another kind."),
    429: fault("Asked too often; `Retry-After` tells after how many seconds to ask again."),
    503: fault("Another process holds the ledger; ask again after `Retry-After` seconds."),
}
"""What any question may be answered with, beside what is asked for."""
WRITE_FAULTS: Final[dict[int | str, dict[str, Any]]] = {
    **FAULTS,
    403: fault("The token allows reading only."),
    413: fault("More than the server takes at once."),
    507: fault("The ledger may not be written, or its disk is full."),
}
"""What any writing may be answered with."""


def _kept(text: str) -> str:
    if _UNKEPT.search(text):
        raise ValueError("holds a NUL or half of a surrogate pair; expected characters of Unicode")
    return text


Text = Annotated[str, AfterValidator(_kept)]
"""Text that a ledger can hold."""
Words = Annotated[
    str | None,
    Query(max_length=400, description="Words that are said; the last may be cut short.", examples=["missiles russia"]),
]
Limit = Annotated[int, Query(ge=1, le=200, description="How many at most.")]
Cursor = Annotated[
    str | None,
    Query(
        max_length=300, description="Where the page begins: the `cursor` of the page before; of the first page none."
    ),
]
AnchorPath = Annotated[
    str, Field(description="The name of a statement, or the beginning of it.", examples=["c4498210ffddb8dd.1bfd0a3c"])
]


def cursor_of(kind: str, *parts: str | int | date) -> str:
    """Return a place in a list as a cursor, which means nothing to who hands it back.

    Args:
        kind: which list it is of.
        parts: the place.
    """
    told = json.dumps([kind, *(p.isoformat() if isinstance(p, date) else p for p in parts)], separators=(",", ":"))
    return base64.urlsafe_b64encode(told.encode()).decode().rstrip("=")


def place_of(kind: str, cursor: str) -> list[Any]:
    """Return the parts of the place that a cursor holds.

    Raises:
        HTTPException: 400, if it is none of this list.
    """
    try:
        told = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, list) or not told or told[0] != kind:
        raise HTTPException(400, "cursor: got one that is none of this list; expected one that a page before gave")
    return told[1:]
