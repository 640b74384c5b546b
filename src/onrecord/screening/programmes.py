"""Whether the programmes a party is listed under were in force on a day, by the register of measures.

A list holds listings, not intervals: the UN's entries on Iran bound nobody between October 2023 and September 2025, whatever day
of listing they print. ``data/screening/programmes.csv`` says which measures a list's own word for a programme stands for.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from onrecord.records.listings import Listing, ListName
from onrecord.records.matches import OnDay, Standing
from onrecord.registers import DATA, LegalStatus, MeasureState, regimes, state_on
from onrecord.registers.tables import Row, Table

__all__ = ["PROGRAMMES", "ListedProgramme", "bound", "states_of"]


class ListedProgramme(NamedTuple):
    """What a list calls a programme, and the measures of the register that it stands for.

    Attributes:
        list: whose list.
        programme: as the list prints it.
        measures: keys of the register; a listing is in force while any of them is.
        example: a day and how the programme stands on it; the tests try each.
    """

    list: ListName
    programme: str
    measures: tuple[str, ...]
    example: str


def _row(row: Row) -> ListedProgramme:
    measures = tuple(row.text("measures").split())
    unknown = [key for key in measures if key not in regimes().measures]
    if unknown:
        raise row.fault(f"measures {' '.join(unknown)!r}", "keys of the register of measures")
    return ListedProgramme(row.one_of("list", ListName), row.text("programme"), measures, row.text("example"))


PROGRAMMES = Table(
    "screening/programmes.csv", ("list", "programme", "measures", "example"), _row, lambda p: (p.list, p.programme)
)


@cache
def _measures() -> dict[tuple[ListName, str], tuple[str, ...]]:
    return {(p.list, p.programme.casefold()): p.measures for p in PROGRAMMES.load(DATA)}


def states_of(which: ListName, programme: str, day: date) -> dict[str, MeasureState] | None:
    """Return how each measure of a programme stands on a day, by its key; None where the register does not know the programme.

    Args:
        which: whose list.
        programme: as the list prints it.
        day: the day, in UTC; of it the state at its end is told.
    """
    keys = _measures().get((which, programme.casefold()))
    return None if keys is None else {key: state_on(regimes().measures[key], day) for key in keys}


def bound(which: ListName, listing: Listing, day: date, listed: Standing) -> Standing:
    """Return a standing by versions of a list as the programmes of the listing leave it.

    A listing is in force with a programme of its own: where all are known to have ended or not begun, nobody was bound; where
    that is not known of the only ones that may have been in force, neither is the answer.

    Args:
        which: whose list.
        listing: the party.
        day: the day asked.
        listed: whether it was listed, by the versions.
    """
    if listed.answer is OnDay.NOT_LISTED or not listing.programmes:
        return listed
    held = [states_of(which, programme, day) for programme in listing.programmes]
    told = {key: state for states in held if states is not None for key, state in states.items()}
    if not told:
        return listed
    statuses = {state.status for state in told.values()}
    why = f"{listed.why}; {_told(told)}"
    if LegalStatus.IN_FORCE in statuses or any(states is None for states in held):
        return Standing(listed.answer, why)
    if LegalStatus.UNKNOWN in statuses:
        return Standing(OnDay.UNKNOWN, why)
    return Standing(OnDay.NOT_IN_FORCE, why)


def _told(states: dict[str, MeasureState]) -> str:
    force = [f"{key} in force{_contested([s])}" for key, s in states.items() if s.status is LegalStatus.IN_FORCE]
    if force:
        return ", ".join(force)
    return ", ".join(f"{key} {_when(state)}" for key, state in states.items()) + _contested(list(states.values()))


def _when(state: MeasureState) -> str:
    day = state.since or state.starts
    on = f" {day.edtf}" if day is not None else ""
    if state.status is LegalStatus.NOT_YET:
        return f"not before{on}" if on else "not yet in force"
    again = f" until {state.starts.edtf}" if state.status is LegalStatus.ENDED and state.starts is not None else ""
    return f"{state.status.value}{on}{again}"


def _contested(states: Sequence[MeasureState]) -> str:
    who = sorted({name for state in states for contest in state.contested for name in contest.who})
    return f" (contested by {', '.join(who)})" if who else ""
