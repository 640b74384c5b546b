"""The command line. ``main`` is the console script; each file beside this one holds a command."""

import os
import sys
from typing import Annotated

import typer

from onrecord.cli.brief import brief
from onrecord.cli.claim import claim, claims, timeline
from onrecord.cli.judge import judge
from onrecord.cli.ledger import add, backup, check, rebuild, remove
from onrecord.cli.measures import measures
from onrecord.cli.read import read
from onrecord.cli.registers import registers
from onrecord.cli.sanctions_lists import lists
from onrecord.cli.screen import screen
from onrecord.cli.serve import serve
from onrecord.cli.tokens import token
from onrecord.errors import OnrecordError
from onrecord.version import __version__

__all__ = ["app", "main"]

app = typer.Typer(
    name="onrecord",
    help="Who said what, on whose word, and what still stands.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for _command in (read, measures, add, claims, claim, timeline, brief, check, backup, remove, rebuild):
    app.command()(_command)
app.command()(screen)
app.command()(serve)
app.add_typer(judge)
app.add_typer(lists)
app.add_typer(registers)
app.add_typer(token)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Hold the options that belong to no command."""


def main() -> None:
    """Run the command line.

    It ends with 0 when all went well, with 2 and a line per fault on standard error when an input was at fault.
    """
    if sys.stdout is not None:
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        app()
    except OnrecordError as error:
        typer.echo(f"onrecord: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        # Whoever read the output has gone; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
