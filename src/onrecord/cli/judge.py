"""``onrecord judge``: confirm, correct, merge, split, enter evidence by hand, and take any of it back."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.text import Text

from onrecord.acquiring import parse_day
from onrecord.cli.lists import print_csv, print_json, print_table
from onrecord.cli.options import AsCsv, AsJson, By, Where, named, open_for
from onrecord.cli.words import plain
from onrecord.errors import AnchorError
from onrecord.flow.deciding import Evidence, correct_words, decide, decisions
from onrecord.flow.deciding import enter as enter_evidence
from onrecord.flow.deciding import undo as undo_decision
from onrecord.records import Judgement, JudgementKind, Stance

__all__ = ["judge"]

judge = typer.Typer(
    name="judge",
    help="What a person decides; kept for good, and taken back by another decision.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Anchor = Annotated[str, typer.Argument(help="The name of a statement, or the beginning of it.")]


def _done(j: Judgement) -> None:
    typer.echo(f"{j.id}: {j.kind.value} by {plain(j.by)}, on {j.anchor}" + (f" and {j.other}" if j.other else ""))


@judge.command()
def confirm(anchor: Anchor, where: Where = None, by: By = None) -> None:
    """Confirm that a statement is read rightly."""
    with open_for(where) as ledger:
        _done(decide(ledger, JudgementKind.CONFIRMED, anchor, by=named(by)))


@judge.command()
def speaker(
    anchor: Anchor, name: Annotated[str, typer.Argument(help="Who said it.")], where: Where = None, by: By = None
) -> None:
    """Correct who says something."""
    with open_for(where) as ledger:
        _done(decide(ledger, JudgementKind.WRONG_SPEAKER, anchor, value=name, by=named(by)))


@judge.command()
def stance(
    anchor: Anchor,
    right: Annotated[Stance, typer.Argument(metavar="STANCE", help="asserts, denies, dismisses, ...")],
    where: Where = None,
    by: By = None,
) -> None:
    """Correct a stance."""
    with open_for(where) as ledger:
        _done(decide(ledger, JudgementKind.WRONG_STANCE, anchor, value=right.value, by=named(by)))


@judge.command()
def span(
    anchor: Anchor,
    offsets: Annotated[
        list[int],
        typer.Argument(metavar="START END...", help="Where what is said begins and ends, in characters of the text."),
    ],
    where: Where = None,
    by: By = None,
) -> None:
    """Correct where what is said begins and ends; several pairs where other words stand between."""
    if len(offsets) % 2:
        raise AnchorError(anchor, f"{len(offsets)} offsets", "pairs of START and END")
    spans = list(zip(offsets[::2], offsets[1::2], strict=True))
    with open_for(where) as ledger:
        (made,) = correct_words(ledger, [anchor], spans, by=named(by))
    _done(made)


@judge.command()
def same(anchor: Anchor, other: Anchor, where: Where = None, by: By = None) -> None:
    """Merge the claims of two statements."""
    with open_for(where) as ledger:
        _done(decide(ledger, JudgementKind.SAME, anchor, other=other, by=named(by)))


@judge.command()
def separate(anchor: Anchor, other: Anchor, where: Where = None, by: By = None) -> None:
    """Part two statements: they belong to different claims."""
    with open_for(where) as ledger:
        _done(decide(ledger, JudgementKind.SEPARATE, anchor, other=other, by=named(by)))


@judge.command()
def enter(
    claim: Anchor,
    words: Annotated[str, typer.Argument(help="The words, or what the thing shows.")],
    source: Annotated[str, typer.Option(help="Whose statement it is.")],
    day: Annotated[str, typer.Option(help="The day it became public, YYYY-MM-DD.")],
    right: Annotated[Stance, typer.Option("--stance", help="Its stance to the claim.")] = Stance.ASSERTS,
    link: Annotated[str | None, typer.Option(help="Address or file where it can be seen.")] = None,
    translator: Annotated[str | None, typer.Option(help="Who put it into English.")] = None,
    where: Where = None,
    by: By = None,
) -> None:
    """Enter a statement that no article here holds, as evidence on a claim."""
    evidence = Evidence(words, source, parse_day(day, "--day"), right, link, translator)
    with open_for(where) as ledger:
        _, decision = enter_evidence(ledger, evidence, claim=claim, by=named(by))
    _done(decision)


@judge.command()
def undo(
    number: Annotated[int, typer.Argument(help="The number of a decision.")], where: Where = None, by: By = None
) -> None:
    """Take a decision back."""
    with open_for(where) as ledger:
        found = undo_decision(ledger, number, by=named(by))
    typer.echo(f"{found.id}: {found.kind.value} taken back")


@judge.command(name="list")
def list_(
    where: Where = None,
    unplaced: Annotated[bool, typer.Option("--unplaced", help="Only those that stand on no statement now.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List what has been decided."""
    with open_for(where) as ledger:
        found = decisions(ledger, unplaced=unplaced)
    names = ("id", "kind", "anchor", "other", "value", "by", "at", "undone", "placed", "other_placed")
    if as_json:
        print_json([asdict(j) for j in found])
    elif as_csv:
        print_csv([asdict(j) for j in found], names)
    else:
        columns = ("", "decision", "statement", "stands on", "right is")
        print_table([_row(j) for j in found], columns, narrow=("", "statement", "stands on"))


def _row(j: Judgement) -> tuple[str | Text, ...]:
    """Return a decision with its statements below each other, each in one line, to be copied."""
    told = [j.kind.value, f"by {j.by}", f"{j.at[:10]} {j.at[11:16]}", *(["taken back"] if j.undone else [])]
    named = [j.anchor, *([j.other] if j.other is not None else [])]
    placed = [j.placed, *([j.other_placed] if j.other is not None else [])]
    lines = [[plain(t) for t in told], named, [name or "nothing now" for name in placed]]
    return str(j.id), *(Text("\n".join(part)) for part in lines), plain(j.value or "")
