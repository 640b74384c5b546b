"""``onrecord measures``: which measures were in force on a day, which had ended and how, which were not yet; and what changed."""

from typing import Annotated

import typer

from onrecord.acquiring import parse_day
from onrecord.cli.lists import print_csv, print_json
from onrecord.cli.measures_shown import show_answer, show_changes
from onrecord.cli.options import AsCsv, AsJson
from onrecord.errors import DateError, InputError
from onrecord.flow.measures import Asked, asked_for, changes, instant_of, measures_on
from onrecord.flow.measures_listed import ANSWER, CHANGES, answer_rows, answer_told, change_rows, changes_told

__all__ = ["measures"]


def measures(
    on: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The day, YYYY-MM-DD in UTC, or an instant with its zone; today if left out."),
    ] = None,
    target: Annotated[str | None, typer.Option(help="On whom: a state or body by any name.")] = None,
    imposer: Annotated[str | None, typer.Option(help="By whom: UN, EU, US, UK, or a name of theirs.")] = None,
    subject: Annotated[str | None, typer.Option(help="What they restrict: missiles, drones, arms, oil...")] = None,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option("--changes", metavar="FROM TO", help="What changed from a day to a day, both included."),
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show the measures of the register as they stood on a day, or what changed between two days."""
    asked = asked_for(target, imposer, subject)
    told = [name for name in (*(asked.target or ())[:1], asked.imposer and asked.imposer.name, asked.subject) if name]
    if between is not None:
        if on is not None:
            raise InputError("--changes", "--on beside it", "one of the two")
        _changes(asked, between, told, as_json=as_json, as_csv=as_csv)
        return
    day, instant = instant_of(on, "--on")
    answer = measures_on(asked, instant)
    if as_csv:
        print_csv(answer_rows(answer), ANSWER)
    elif as_json:
        print_json(answer_told(asked, day, answer))
    else:
        show_answer(answer, day, instant, told)


def _changes(asked: Asked, between: tuple[str, str], told: list[str], *, as_json: bool, as_csv: bool) -> None:
    first, last = (parse_day(text, "--changes") for text in between)
    if first > last:
        raise DateError("--changes", f"{first} after {last}", "the earlier day first")
    found = changes(asked, first, last)
    if as_csv:
        print_csv(change_rows(found), CHANGES)
    elif as_json:
        print_json(changes_told(first, last, found))
    else:
        show_changes(found, first, last, told)
