"""``onrecord measures``: which measures were in force on a day, which had ended and how, which were not yet; and what changed."""

import re
from datetime import UTC, date, datetime
from typing import Annotated

import typer

from onrecord.acquiring import parse_day
from onrecord.cli.lists import print_csv, print_json
from onrecord.cli.measures_listed import ANSWER, CHANGES, answer_rows, change_rows, claim_row, monitor_row
from onrecord.cli.measures_shown import show_answer, show_changes
from onrecord.cli.options import AsCsv, AsJson
from onrecord.errors import DateError, InputError
from onrecord.flow.measures import Asked, asked_for, changes, end_of, measures_on

__all__ = ["measures"]

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)")


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
    day, instant = _moment(on)
    answer = measures_on(asked, instant)
    if as_csv:
        print_csv(answer_rows(answer), ANSWER)
    elif as_json:
        print_json(
            {
                "schema": "onrecord.measures/1",
                "on": day,
                "target": list(asked.target or ()) or None,
                "imposer": asked.imposer and asked.imposer.name,
                "subject": asked.subject,
                "checked": answer.checked,
                "measures": answer_rows(answer, lists=True),
                "claims": [claim_row(c) for c in answer.claims],
                "monitors": [monitor_row(m) for m in answer.monitors],
            }
        )
    else:
        show_answer(answer, day, instant, told)


def _moment(on: str | None) -> tuple[str, datetime]:
    """Return the day or instant asked as it is told, and the instant to look at: of a day its end."""
    if on is None:
        day = datetime.now(UTC).date()
    elif _INSTANT.fullmatch(on.strip()):
        try:
            return on.strip(), datetime.fromisoformat(on.strip()).astimezone(UTC)
        except (ValueError, OverflowError):
            raise DateError("--on", repr(on), "a calendar day, or an instant with its zone") from None
    else:
        day = parse_day(on, "--on")
    return day.isoformat(), end_of(day)


def _changes(asked: Asked, between: tuple[str, str], told: list[str], *, as_json: bool, as_csv: bool) -> None:
    first, last = (parse_day(text, "--changes") for text in between)
    if first > last:
        raise DateError("--changes", f"{first} after {last}", "the earlier day first")
    found = changes(asked, first, last)
    if as_csv:
        print_csv(change_rows(found), CHANGES)
    elif as_json:
        span: dict[str, date] = {"from": first, "to": last}
        print_json({"schema": "onrecord.measure-changes/1", **span, "changes": change_rows(found, lists=True)})
    else:
        show_changes(found, first, last, told)
