"""``onrecord brief``: what is claimed, on whose word, who denies it, what measures bind; every sentence with its citations."""

import os
import sys
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import AsOf, KnownBy, Where, day_of, moment_of, open_for
from onrecord.errors import InputError
from onrecord.flow.brief import Wanted
from onrecord.flow.brief import brief as brief_on
from onrecord.publishing.briefs import brief_as_html, brief_as_markdown, brief_as_pdf, is_web
from onrecord.records.briefs import Brief

__all__ = ["brief"]


class Format(StrEnum):
    """What a brief is printed as."""

    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"


_ENDINGS = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".pdf": Format.PDF,
}


def brief(
    query: Annotated[
        list[str], typer.Argument(metavar="QUERY", help="Words, or the name of a statement for its claim.")
    ],
    where: Where = None,
    as_of: AsOf = None,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="Tell what changed from a day on, YYYY-MM-DD.")
    ] = None,
    known_by: KnownBy = None,
    confirmed_only: Annotated[
        bool, typer.Option("--confirmed-only", help="Only what a person has reviewed; says how much that leaves out.")
    ] = False,
    as_: Annotated[
        Format | None, typer.Option("--format", help="What it is printed as; else by the file's ending, else Markdown.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where it is written; else standard output.")
    ] = None,
    site: Annotated[
        str | None, typer.Option(metavar="URL", help="Address of the onrecord site that permalinks lead to.")
    ] = None,
    limit: Annotated[int, typer.Option(help="Claims at most.", min=1, max=50)] = 5,
) -> None:
    """Write a brief: what is claimed, on whose word, who denies it, where numbers disagree, what measures bind."""
    if site is not None and not is_web(site):
        raise InputError("--site", repr(site), "an http(s) address")
    form = as_ or (_ENDINGS.get(output.suffix.lower(), Format.MARKDOWN) if output is not None else Format.MARKDOWN)
    if form is Format.PDF and output is None and sys.stdout.isatty():
        raise InputError("--format pdf", "a terminal to print to", "--output FILE")
    asked = Wanted(
        " ".join(query),
        day_of(as_of, "--as-of"),
        day_of(since, "--since"),
        moment_of(known_by, "--known-by"),
        confirmed_only=confirmed_only,
        limit=limit,
    )
    with open_for(where) as ledger:
        found = brief_on(ledger, asked)
    made = _made(found, form, site)
    if output is None:
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()
    else:
        _write(output, made)
        typer.echo(
            f"{output}: {found.counts.claims} claims, {len(found.sentences)} sentences, {len(found.citations)} sources"
        )


def _made(found: Brief, form: Format, site: str | None) -> bytes:
    match form:
        case Format.PDF:
            return brief_as_pdf(found, site=site)
        case Format.HTML:
            return brief_as_html(found, site=site).encode("utf-8", "replace")
        case Format.MARKDOWN:
            return brief_as_markdown(found, site=site).encode("utf-8", "replace")


def _write(output: Path, made: bytes) -> None:
    """Write a file whole or not at all; what was there before stays until then.

    Raises:
        InputError: it cannot be written.
    """
    try:
        with tempfile.NamedTemporaryFile(dir=output.parent, prefix=".brief-", delete=False) as scratch:
            scratch.write(made)
        Path(scratch.name).chmod(0o666 & ~_umask())
        Path(scratch.name).replace(output)
    except (OSError, ValueError) as error:
        got = (error.strerror or "an error").lower() if isinstance(error, OSError) else "a name no file can have"
        raise InputError(str(output), got, "a file that can be written") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
