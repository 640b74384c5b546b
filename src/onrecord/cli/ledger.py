"""``onrecord add``, ``check``, ``backup``, ``remove``, ``rebuild``: the ledger and what is in it."""

import sys
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import Annotated

import typer
from rich.progress import track

from onrecord.cli.lists import print_json
from onrecord.cli.options import AsJson, Where, open_for, shown_name
from onrecord.cli.words import plain, some
from onrecord.errors import LedgerBusyError, LedgerFullError
from onrecord.flow.adding import Added, articles_in
from onrecord.flow.adding import add as add_all
from onrecord.flow.checking import check as faults_of
from onrecord.flow.checking import digest, rebuild_ledger, take_out
from onrecord.flow.claims import sum_up
from onrecord.ledger import Ledger
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
    told = _Told()
    with ExitStack() as stack:
        ledgers: list[Ledger] = []

        def opened() -> Ledger:
            ledgers.append(stack.enter_context(open_for(where, create=True)))
            return ledgers[-1]

        watched = len(names) > 1 and sys.stderr.isatty()
        done = add_all(opened, names)
        try:
            for article in track(done, "adding", total=len(names), transient=True) if watched else done:
                told.take(article)
        finally:
            left = len(names) - told.seen
            typer.echo(told.line(left, plain(shown_name(where))))
        with suppress(LedgerBusyError, LedgerFullError):  # the articles are kept; whoever asks next sums them up
            for ledger in ledgers:
                sum_up(ledger)
    if told.failed:
        raise typer.Exit(2)


@dataclass
class _Told:
    """What became of articles so far."""

    new: int = 0
    known: int = 0
    failed: int = 0
    statements: int = 0
    succeeding: int = 0

    @property
    def seen(self) -> int:
        return self.new + self.known + self.failed

    def take(self, done: Added) -> None:
        """Count an article in; if it was not kept, print why."""
        if done.error is not None:
            typer.echo(f"onrecord: {done.error}", err=True)
            self.failed += 1
        elif done.new:
            self.new += 1
            self.statements += done.statements
            self.succeeding += done.succeeds is not None
        else:
            self.known += 1

    def line(self, left: int, where: str) -> str:
        """Return all in one line, with how many were not looked at."""
        later = f" ({self.succeeding} of them a later state of one that was there)" if self.succeeding else ""
        told = [f"{some(self.new, 'article')} added with {some(self.statements, 'statement')}{later}"]
        told += [f"{self.known} there already"] if self.known else []
        told += [f"{self.failed} failed"] if self.failed else []
        told += [f"{left} not looked at"] if left else []
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
