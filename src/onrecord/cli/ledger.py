"""``onrecord add``, ``check``, ``backup``, ``remove``, ``rebuild``: the ledger and what is in it."""

import sys
from typing import Annotated

import typer
from rich.progress import track

from onrecord.cli.lists import print_json
from onrecord.cli.options import AsJson, Where, open_for
from onrecord.cli.words import plain, some
from onrecord.flow.adding import add as add_all
from onrecord.flow.adding import articles_in
from onrecord.flow.checking import check as faults_of
from onrecord.flow.checking import digest, rebuild_ledger, take_out
from onrecord.flow.claims import sum_up
from onrecord.ledger.backup import backup as copy_to

__all__ = ["add", "backup", "check", "rebuild", "remove"]


def add(
    sources: Annotated[
        list[str], typer.Argument(metavar="FILE|FOLDER|URL...", help="Articles, or folders of articles.")
    ],
    where: Where = None,
) -> None:
    """Read articles into a ledger; what is in it already is left as it is."""
    names = list(articles_in(sources))
    failed = new = statements = succeeded = 0
    with open_for(where, create=True) as ledger:
        shown = track(names, "adding", transient=True) if len(names) > 1 and sys.stderr.isatty() else names
        for name in shown:
            (done,) = add_all(ledger, [name])
            if done.error is not None:
                typer.echo(f"onrecord: {done.error}", err=True)
                failed += 1
                continue
            new += done.new
            succeeded += done.succeeds is not None
            statements += done.statements if done.new else 0
        sum_up(ledger)
        typer.echo(_counted(new, len(names) - new - failed, failed, statements, succeeded, plain(ledger.where)))
    if failed:
        raise typer.Exit(2)


def _counted(new: int, known: int, failed: int, statements: int, succeeded: int, where: str) -> str:
    told = [f"{some(new, 'article')} added with {some(statements, 'statement')}"]
    told += [f"{known} there already"] if known else []
    told += [f"{succeeded} of these a later state of one that was there"] if succeeded else []
    told += [f"{failed} failed"] if failed else []
    return f"{', '.join(told)}: {where}"


def check(where: Where = None, as_json: AsJson = False) -> None:
    """Check hashes, offsets, references and search, and print the digest: the same for the same articles and decisions."""
    with open_for(where) as ledger:
        faults = faults_of(ledger)
        with ledger.reading() as reader:
            counts = reader.count()
        told = digest(ledger) if not faults else None
    if as_json:
        print_json({"faults": faults, "digest": told, **counts})
    else:
        for fault in faults:
            typer.echo(plain(fault), err=True)
        typer.echo(", ".join(some(n, name.removesuffix("s")) for name, n in counts.items()))
        typer.echo(f"digest {told}" if told is not None else some(len(faults), "fault"))
    if faults:
        raise typer.Exit(2)


def backup(file: Annotated[str, typer.Argument(help="The new file.")], where: Where = None) -> None:
    """Copy a ledger, also while it is in use, into a new SQLite file."""
    with open_for(where) as ledger:
        typer.echo(f"{some(copy_to(ledger, file), 'document')} copied to {plain(file)}")


def remove(document: Annotated[str, typer.Argument(help="The id of a document.")], where: Where = None) -> None:
    """Take a document out, with everything read from it; decisions on it stay, without a place."""
    with open_for(where) as ledger:
        take_out(ledger, document)
    typer.echo(f"{plain(document)} taken out")


def rebuild(where: Where = None) -> None:
    """Make again everything that is derived: what is the same as what, claims, their logs, the search index."""
    with open_for(where) as ledger:
        typer.echo(f"{some(rebuild_ledger(ledger), 'document')} compared again")
