"""Events and stated measures as tables for people: what is said to be done, by whom, how sure each voice is."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.words import plain, some
from onrecord.records import DateMention, Event, Filler, Measure, Reading
from onrecord.records.checks import CheckAnswer, RegisterCheck

__all__ = ["show_events", "show_measures"]

KEYS = 4
"""Keys of the register shown of one answer; the JSON has them all."""


def show_events(reading: Reading, out: Console) -> None:
    """Print the events of a reading, if it has any."""
    if not reading.events:
        return
    table = _table("", "what is said to be done", "who and what", "when", "how sure")
    for event in reading.events:
        table.add_row(
            Text(event.id, style="dim"),
            Text(f"{event.frame.replace('_', ' ')}\n“{plain(event.trigger.text)}”"),
            _roles(event),
            _when(event.when),
            Text("\n".join(f"{voice} {value.value}" for voice, value in event.factuality), style="dim"),
        )
    out.print(table)
    out.print(
        Text("How sure: CT certain, PR probable, PS possible, + it is so, - it is not so; Uu does not commit itself.\n")
    )


def show_measures(reading: Reading, out: Console) -> None:
    """Print the stated measures of a reading, if it has any."""
    if not reading.measures:
        return
    table = _table("", "measure", "who on whom", "how it stands")
    for measure in reading.measures:
        table.add_row(
            Text(measure.statement or "", style="dim"),
            Text(plain(measure.text)),
            Text(f"{_names(measure.imposer)} on {_names(measure.target)}"),
            _standing(measure),
        )
    out.print(table)
    n = len(reading.measures)
    out.print(
        Text(
            f"{some(n, 'mention')} of measures, each as its statement tells it. Register: what the register of measures says.\n"
        )
    )


def _table(*columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=False)
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column == "")
    return table


def _roles(event: Event) -> Text:
    shown = Text()
    for role, fillers in event.roles:
        shown.append(f"{role} ", style="dim")
        shown.append(f"{_names(fillers)}\n")
    shown.rstrip()
    return shown


def _names(fillers: Sequence[Filler]) -> str:
    return ", ".join(dict.fromkeys(plain(f.name) for f in fillers)) or "not told"


def _when(when: DateMention | None) -> Text:
    return Text("" if when is None else when.when.edtf or plain(when.text))


def _standing(measure: Measure) -> Text:
    shown = Text(" ".join(filter(None, (measure.status.value, _when(measure.when).plain))))
    for label, passage in (("about", measure.subject), ("scope", measure.scope)):
        if passage is not None:
            shown.append(f"\n{label}: {plain(passage.text)}", style="italic")
    for check in measure.checks or ():
        if check.answer is not CheckAnswer.NOT_COMPARED:
            shown.append(f"\n{_checked(check)}")
    return shown


def _checked(check: RegisterCheck) -> str:
    """Return what the register says, with the keys to ask it by; of many, the first."""
    who = f"{check.imposer} " if check.imposer is not None else ""
    how = f" ({', '.join(check.differs)})" if check.differs else ""
    more = f" and {len(check.keys) - KEYS} more" if len(check.keys) > KEYS else ""
    keys = f" [{', '.join(check.keys[:KEYS])}{more}]" if check.keys else ""
    contested = f"; contested: {' '.join(map(plain, check.contested))}" if check.contested else ""
    return f"register: {who}{check.answer.value}{how}: {plain(check.says)}{keys}{contested}"
