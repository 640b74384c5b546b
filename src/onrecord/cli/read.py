"""``onrecord read``: who says what in an article."""

import json
import sys
from collections.abc import Iterable
from datetime import date
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from onrecord.acquiring import parse_day
from onrecord.cli.table import console, show_reading
from onrecord.errors import OnrecordError
from onrecord.flow.reading import read_source
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
) -> None:
    """Read articles and print who says what, in which words, and where."""
    day = None if published is None else parse_day(published, "--published")
    failed = 0
    out = console(sys.stdout)
    for source in _with_progress(sources):
        try:
            reading = _read_one(source, outlet, day)
        except OnrecordError as error:
            typer.echo(f"onrecord: {error}", err=True)
            failed += 1
            continue
        if as_json:
            _print_json(reading, indent=None if len(sources) > 1 else 2)
        else:
            show_reading(reading, source, out)
    if failed:
        raise typer.Exit(2)


def _read_one(source: str, outlet: str | None, day: date | None) -> Reading:
    return read_source(source, outlet=outlet, published=day, stdin=sys.stdin.buffer if source == "-" else None)


def _with_progress(sources: list[str]) -> Iterable[str]:
    """Show a bar on standard error while several sources are read, if somebody is looking."""
    if len(sources) < 2 or not sys.stderr.isatty():
        return sources
    return track(sources, description="reading", console=Console(stderr=True), transient=True)


def _print_json(reading: Reading, indent: int | None) -> None:
    text = json.dumps(to_dict(reading), ensure_ascii=False, indent=indent) + "\n"
    # A lone surrogate cannot be written as UTF-8; its backslash escape is the same character in JSON.
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
