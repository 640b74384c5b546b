"""Measures of the register on a terminal: an overview, then each with all its facts; nothing is cut, however narrow it is."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.table import console
from onrecord.cli.words import plain, some
from onrecord.flow.measures import Answer, Change, ChangeKind, Group, Held
from onrecord.publishing.measures import contest_told, interval_told, on_whom, state_told, title_of
from onrecord.records.regimes import LegalKind, LegalMeasure, MeasureClaim, Monitor
from onrecord.registers.moments import told

__all__ = ["show_answer", "show_changes"]

Facts = Iterable[tuple[str, str]]


def show_answer(answer: Answer, day: str, instant: datetime, asked: Sequence[str]) -> None:
    """Print measures as they stood on a day.

    Args:
        answer: what the register says.
        day: the day or instant, as it was asked for.
        instant: the instant looked at.
        asked: what was asked for, in words.
    """
    out = console(sys.stdout)
    out.print(Text(f"Measures{_asked(asked)}, on {plain(day)}", style="bold"))
    if not answer.held:
        out.print(Text("The register holds none."))
        return
    _overview(answer, out)
    group = None
    for held in answer.held:
        if held.group is not group:
            group = held.group
            out.print(Text(f"\n{group.value}", style="bold"))
        _block(held.measure.key, title_of(held.measure), _facts(held), out)
    _claims(answer.claims, out)
    _monitors(answer.monitors, instant, out)
    _foot(answer, instant, out)


def show_changes(changes: Sequence[Change], first: date, last: date, asked: Sequence[str]) -> None:
    """Print what changed from a day to a day."""
    out = console(sys.stdout)
    out.print(Text(f"Changes of measures{_asked(asked)}, from {first} to {last}", style="bold"))
    when = None
    for change in changes:
        if change.when.edtf != when:
            when = change.when.edtf
            out.print(Text(f"\n{told(change.when)}", style="bold"))
        of = change.of
        title = title_of(of) if isinstance(of, LegalMeasure) else of.instrument
        _block(of.key, title, _of_change(change), out)
    out.print(Text(f"\n{some(len(changes), 'change')}, both days included."))


def _of_change(change: Change) -> Iterator[tuple[str, str]]:
    how = f", {change.how.value}" if change.how is not None else ""
    yield "change", f"{change.kind.value}{how}"
    yield "by", change.told or ""
    of = change.of
    if isinstance(of, LegalMeasure):
        yield "what", of.restricts
        for contest in (
            of.contested_by if change.kind in (ChangeKind.BEGINS, ChangeKind.RETURNS, ChangeKind.ENDS) else ()
        ):
            since = contest.since
            if since is None or since.last >= change.when.first:
                yield "contested", contest_told(contest)
    elif isinstance(of, MeasureClaim) and of.rejected_by:
        yield "rejected", f"{', '.join(of.rejected_by)}: {of.rejection or ''}"
    yield from _sources(of.sources)


def _asked(asked: Sequence[str]) -> str:
    return f": {', '.join(map(plain, asked))}" if asked else ""


def _overview(answer: Answer, out: Console) -> None:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(max_width=26, overflow="fold")
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    for group in Group:
        keys = [h.measure.key for h in answer.held if h.group is group]
        if keys:
            table.add_row(Text(group.value), Text(str(len(keys))), Text(", ".join(keys), style="dim"))
    out.print(table)


def _block(key: str, title: str, facts: Facts, out: Console) -> None:
    """Print an entry: key and title, then its facts beside their names, those of several lines under one another."""
    out.print(Text.assemble((plain(key), "bold"), "  ", plain(title)))
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for name, fact in facts:
        if fact:
            table.add_row(Text(name, style="dim"), Text(plain(fact)))
    out.print(Padding(table, (0, 0, 0, 2)))


def _facts(held: Held) -> Iterator[tuple[str, str]]:
    measure, state = held.measure, held.state
    yield "what", measure.restricts + _only(held)
    yield "on", on_whom(measure)
    authority = measure.kind is LegalKind.AUTHORITY
    reach = f" ({measure.jurisdiction})" if measure.jurisdiction is not None else ""
    yield "used by" if authority else _binds(held), measure.addressee + reach
    yield "state", state_told(measure, state)
    if len(measure.intervals) > 1:
        yield "times", "; ".join(interval_told(i) for i in measure.intervals)
    for contest in state.contested:
        yield "contested", contest_told(contest)
    for licence in measure.licences:
        yield "except", licence
    if measure.relations:
        kinds = dict.fromkeys(relation for relation, _ in measure.relations)
        told_of = ((kind, [key for relation, key in measure.relations if relation is kind]) for kind in kinds)
        yield "relation", "; ".join(f"{kind} {', '.join(keys)}" for kind, keys in told_of)
    for gap in measure.gaps:
        yield "note", gap
    if measure.confidence.value != "high":
        yield "days", f"known with {measure.confidence.value} confidence"
    yield from _sources(measure.sources)


def _binds(held: Held) -> str:
    return "calls on" if held.group is Group.CALLS or held.measure.binding == "called_upon" else "binds"


def _only(held: Held) -> str:
    """Tell what a measure is on where that is only a part of what was asked for, or beside it."""
    return f" ({', '.join(held.by)} only)" if held.cover in (2, 3) else ""


def _sources(sources: Sequence[str]) -> Iterator[tuple[str, str]]:
    for number, source in enumerate(sources):
        yield "" if number else "source", source


def _claims(claims: Sequence[MeasureClaim], out: Console) -> None:
    if claims:
        out.print(Text("\nclaimed, and no measure", style="bold"))
    for claim in claims:
        since = f", {told(claim.since)}" if claim.since is not None else ""
        facts = [
            ("claims", f"{', '.join(claim.of)}: {claim.claims.value}"),
            ("said by", f"{', '.join(claim.said_by)}{since}: {claim.says}"),
            ("rejected", f"{', '.join(claim.rejected_by)}: {claim.rejection or ''}" if claim.rejected_by else ""),
            *(("note", gap) for gap in claim.gaps),
            *_sources(claim.sources),
        ]
        _block(claim.key, claim.instrument, facts, out)


def _monitors(monitors: Sequence[Monitor], instant: datetime, out: Console) -> None:
    if monitors:
        out.print(Text("\nbodies that watch over them, and restrict nothing", style="bold"))
    for monitor in monitors:
        over = monitor.to is not None and instant >= monitor.to.last
        start = f"since {told(monitor.starts)}" if monitor.starts is not None else "since a day that was not read"
        end = (
            f"ended {told(monitor.to)} by {monitor.ended_by}; no measure ended with it"
            if over and monitor.to
            else "sits"
        )
        facts = [("what", monitor.does), ("state", f"{end}, {start}" if not over else end), *_sources(monitor.sources)]
        _block(monitor.key, f"{monitor.name}, {monitor.instrument}", facts, out)


def _foot(answer: Answer, instant: datetime, out: Console) -> None:
    late = answer.checked is not None and instant.date() > answer.checked
    note = f" The register was checked on {answer.checked}: what came later it need not know." if late else ""
    out.print(
        Text(f"\n{some(len(answer.held), 'measure')} of the register, which is not complete. Days are in UTC.{note}")
    )
