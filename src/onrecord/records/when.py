"""Imprecise days as a type: what a time expression says, and the days it covers."""

from dataclasses import dataclass
from datetime import date

__all__ = ["When"]


@dataclass(frozen=True, slots=True)
class When:
    """A time as a text gives it.

    Attributes:
        edtf: Extended Date/Time Format, level 2 (ISO 8601-2:2019): "2024-02-21", "2023-10", "2023-09/2023-12", "2024-36".
        first: earliest day it may mean, ``from`` in JSON; None for an open start or where no interval follows.
        last: latest day it may mean, inclusive, ``to`` in JSON; None for an open end or where no interval follows.
    """

    edtf: str
    first: date | None
    last: date | None
