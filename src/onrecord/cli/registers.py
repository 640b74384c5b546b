"""``onrecord registers``: what an analyst needs who edits the dictionaries."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.registers import DATA, check

__all__ = ["registers"]

registers = typer.Typer(
    name="registers", help="The dictionaries a reading rests on.", no_args_is_help=True, rich_markup_mode=None
)


@registers.callback()
def _group() -> None:
    """Keep ``check`` a command of its own while it is the only one."""


@registers.command(name="check")
def check_tables(
    folder: Annotated[
        Path,
        typer.Argument(
            help="A data folder with lexicon/, gazetteer/, frames/ and regimes/; the shipped one if left out."
        ),
    ] = DATA,
) -> None:
    """Check every table of the dictionaries: one line for each fault, or one with the counts."""
    checked = check(folder)
    for fault in checked.faults:
        typer.echo(str(fault), err=True)
    if checked.faults:
        raise typer.Exit(2)
    counts = ", ".join(f"{Path(path).stem} {count}" for path, count in checked.counts.items())
    typer.echo(f"{sum(checked.counts.values())} rows, no fault: {counts}")
