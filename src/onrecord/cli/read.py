"""``onrecord read``: who says what in an article."""

import sys
from collections.abc import Iterable
from datetime import date
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from onrecord.acquiring import parse_day
from onrecord.cli.lists import print_json
from onrecord.cli.screen import show_matches
from onrecord.cli.table import console, show_reading
from onrecord.errors import InputError
from onrecord.flow.reading import read_source
from onrecord.flow.screening import Screener, names_of_reading
from onrecord.publishing.matches import matches_to_dict
from onrecord.records import Reading, to_dict

__all__ = ["read"]


def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="FILE|URL|-...", help="Plain text, Markdown or HTML; - is standard input.")
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print schema onrecord.reading/1; one line each for several.")
    ] = False,
    outlet: Annotated[str | None, typer.Option(help="Who published it; overrides the document.")] = None,
    published: Annotated[str | None, typer.Option(help="Publication day, YYYY-MM-DD; overrides the document.")] = None,
    screen: Annotated[
        bool, typer.Option("--screen", help="Screen who is named against the lists that are loaded.")
    ] = False,
) -> None:
    """Read articles and print who says what, in which words, and where."""
    day = None if published is None else parse_day(published, "--published")
    failed = 0
    screener = Screener() if screen else None
    out = console(sys.stdout)
    for source in _with_progress(sources, out, as_json=as_json):
        try:
            reading = _read_one(source, outlet, day)
        except InputError as error:
            typer.echo(f"onrecord: {error}", err=True)
            failed += 1
            continue
        named = [] if screener is None else [(a, screener.screen(a.name)) for a in names_of_reading(reading)]
        if as_json:
            told = to_dict(reading) if screener is None else {**to_dict(reading), "screening": matches_to_dict(named)}
            print_json(told, indent=None if len(sources) > 1 else 2)
        else:
            show_reading(reading, source, out)
            if screener is not None:
                show_matches([(a, found) for a, found in named if found])
    if failed:
        raise typer.Exit(2)


def _read_one(source: str, outlet: str | None, day: date | None) -> Reading:
    given = sys.stdin.buffer if source == "-" and sys.stdin is not None else None
    return read_source(source, outlet=outlet, published=day, stdin=given)


def _with_progress(sources: list[str], out: Console, *, as_json: bool) -> Iterable[str]:
    """Show a bar while several sources are read, if somebody is looking.

    Where tables go to the same terminal, the bar shares their console, which keeps the two apart. JSON must not pass
    through a console, which would fold it, so there is no bar where JSON goes to a terminal.
    """
    if len(sources) < 2 or not sys.stderr.isatty() or (as_json and out.is_terminal):
        return sources
    where = out if out.is_terminal else Console(stderr=True)
    return track(sources, description="reading", console=where, transient=True)
