"""What may be asked of every page: a day, a moment, words."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Query

from onrecord.acquiring import parse_day
from onrecord.flow.days import moment_of

__all__ = ["AsOf", "Asked", "day_asked", "here"]

LONGEST = 400
"""Characters of a question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """By what a page shows how things stood.

    Attributes:
        on: the day by whose end something had to be public; None: by all that is known.
        known_by: the moment by which the ledger had to hold it, as it records moments; None: now.
        moment: the same as it was asked for.
    """

    on: date | None = None
    known_by: str | None = None
    moment: str | None = None

    @property
    def params(self) -> dict[str, str | None]:
        """The same as parameters of an address, so that every link leads to the same day."""
        return {"as_of": self.on.isoformat() if self.on is not None else None, "known_by": self.moment}


def day_asked(text: str | None, name: str) -> date | None:
    """Return the day that a parameter names; None where it is empty, as an empty field of a form is.

    Raises:
        DateError: it is none.
    """
    return parse_day(text.strip(), name) if text is not None and text.strip() else None


def here(to: str) -> str:
    """Return where to go, if that is on this site: one slash and a name, no scheme, no host, no way to smuggle one in."""
    local = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable()
    return to if local else "/"


async def _asked(
    as_of: Annotated[str | None, Query(max_length=40, description="Standing by what was public on a day.")] = None,
    known_by: Annotated[str | None, Query(max_length=40, description="What the ledger held at a moment.")] = None,
) -> Asked:
    moment = known_by.strip() if known_by is not None and known_by.strip() else None
    return Asked(day_asked(as_of, "as_of"), moment_of(moment, "known_by"), moment)


AsOf = Annotated[Asked, Depends(_asked)]
"""Parameter of whatever shows how things stood on a day."""
