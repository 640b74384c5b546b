"""Options that several commands take, and what they mean."""

import getpass
from datetime import date
from typing import Annotated

import typer

from onrecord.acquiring import parse_day
from onrecord.errors import LedgerError
from onrecord.flow.days import moment_of
from onrecord.ledger import Ledger, printable_url
from onrecord.settings import settings

__all__ = [
    "AsCsv",
    "AsJson",
    "AsOf",
    "By",
    "KnownBy",
    "Limit",
    "Where",
    "day_of",
    "moment_of",
    "named",
    "open_for",
    "shown_name",
]

Where = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE|URL",
        help="The ledger: an SQLite file or postgresql://...; else ONRECORD_LEDGER, else onrecord.db.",
    ),
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DAY", help="Standing by what was public on a day, YYYY-MM-DD.")
]
KnownBy = Annotated[
    str | None,
    typer.Option(
        "--known-by", metavar="MOMENT", help="What this ledger held at a moment: YYYY-MM-DD or with THH:MM:SSZ."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
Limit = Annotated[int, typer.Option(help="Claims at most.", min=1, max=10_000)]
By = Annotated[str | None, typer.Option("--by", help="Who decides; else ONRECORD_BY, else the name of the account.")]


def open_for(where: str | None, *, create: bool = False, read_only: bool = False) -> Ledger:
    """Open the ledger an option names, else the one the settings name."""
    return Ledger(where or settings().ledger, create=create, read_only=read_only)


def shown_name(where: str | None) -> str:
    """Return the name of that ledger, without a password."""
    return printable_url(where or settings().ledger)


def day_of(text: str | None, option: str) -> date | None:
    """Return the day an option names.

    Raises:
        DateError: it is none.
    """
    return None if text is None else parse_day(text, option)


def named(by: str | None) -> str:
    """Return who decides."""
    who = by or settings().by
    if who:
        return who
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise LedgerError("--by", "no name, and an account without one", "the name of whoever decides") from error
