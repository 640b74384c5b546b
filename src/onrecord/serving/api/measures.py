"""Measures of the register on a day, and what changed."""

import re
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query

from onrecord.acquiring import parse_day
from onrecord.errors import DateError
from onrecord.flow.measures import Asked, Change, Held, asked_for, changes, end_of, measures_on
from onrecord.records.regimes import Contest, Interval, LegalMeasure, MeasureClaim, Moment, Monitor
from onrecord.serving.api.models.common import FAULTS
from onrecord.serving.api.models.measures import MeasureChangesOut, MeasuresOut

__all__ = ["router"]

router = APIRouter(tags=["measures"])
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)")
COVERS = ("the same", "wider", "a part of it", "beside it")
"""What the numbers of ``Cover`` mean."""
On = Annotated[
    str | None,
    Query(
        max_length=40,
        description="A day, in UTC, or an instant with its zone; today if left out.",
        examples=["2023-10-17"],
    ),
]
Target = Annotated[
    str | None, Query(max_length=200, description="On whom: a state or body by any name.", examples=["Iran"])
]
Imposer = Annotated[
    str | None, Query(max_length=200, description="By whom: UN, EU, US, UK, or a name of theirs.", examples=["UN"])
]
Subject = Annotated[str | None, Query(max_length=200, description="What they restrict.", examples=["missiles"])]
DayAsked = Annotated[str, Query(max_length=40, description="YYYY-MM-DD.", examples=["2023-10-01"])]


def _asked(target: str | None, imposer: str | None, subject: str | None) -> Asked:
    return asked_for(*(text.strip() or None if text is not None else None for text in (target, imposer, subject)))


@router.get("/measures", operation_id="list_measures", response_model=MeasuresOut, responses=FAULTS)
def measures(on: On = None, target: Target = None, imposer: Imposer = None, subject: Subject = None) -> dict[str, Any]:
    """Return the measures of the register as they stood on a day: in force, ended and how, suspended, not yet, not known."""
    asked = _asked(target, imposer, subject)
    day, instant = _instant(on)
    answer = measures_on(asked, instant)
    return {
        "schema": "onrecord.measures/1",
        "on": day,
        "target": list(asked.target or ()) or None,
        "imposer": asked.imposer.name if asked.imposer is not None else None,
        "subject": asked.subject,
        "checked": answer.checked,
        "measures": [_held(held) for held in answer.held],
        "claims": [_claim(c) for c in answer.claims],
        "monitors": [_monitor(m) for m in answer.monitors],
    }


def _instant(on: str | None) -> tuple[str, datetime]:
    """Return the day or instant as it is told, and the instant to look at: of a day its end.

    Raises:
        DateError: it is neither.
    """
    if on is None or not on.strip():
        day = datetime.now(UTC).date()
    elif _INSTANT.fullmatch(on.strip()):
        try:
            return on.strip(), datetime.fromisoformat(on.strip()).astimezone(UTC)
        except (ValueError, OverflowError):
            raise DateError("on", repr(on), "a calendar day, or an instant with its zone") from None
    else:
        day = parse_day(on, "on")
    return day.isoformat(), end_of(day)


@router.get(
    "/measures/changes", operation_id="list_measure_changes", response_model=MeasureChangesOut, responses=FAULTS
)
def measure_changes(
    first: Annotated[DayAsked, Query(alias="from")],
    last: Annotated[DayAsked, Query(alias="to")],
    target: Target = None,
    imposer: Imposer = None,
    subject: Subject = None,
) -> dict[str, Any]:
    """Return what began and ended from a day to a day, both included."""
    start, end = parse_day(first, "from"), parse_day(last, "to")
    if start > end:
        raise DateError("from", f"{start} after {end}", "the earlier day first")
    found = changes(_asked(target, imposer, subject), start, end)
    return {"schema": "onrecord.measure-changes/1", "from": start, "to": end, "changes": [_change(c) for c in found]}


def _held(held: Held) -> dict[str, Any]:
    measure, state = held.measure, held.state
    same = (
        "key", "imposer", "programme", "instrument", "provision", "kind", "binding", "restricts", "subjects", "addressee",
        "jurisdiction", "target", "parties", "licences", "confidence", "gaps", "sources",
    )  # fmt: skip
    return {
        **{name: getattr(measure, name) for name in same},
        "status": state.status,
        "group": held.group,
        "cover": None if held.cover is None else COVERS[held.cover],
        "adopted": _told(measure.adopted),
        "published": _told(measure.published),
        "since": _told(state.since),
        "until": _told(state.until),
        "ended_how": state.how,
        "why": state.why,
        "starts": _told(state.starts),
        "intervals": [_interval(i) for i in measure.intervals],
        "relations": [{"relation": relation, "key": key} for relation, key in measure.relations],
        "contested_by": [_contest(c) for c in state.contested],
    }


def _interval(interval: Interval) -> dict[str, Any]:
    return {
        "applies_from": _told(interval.applies_from),
        "to": _told(interval.to),
        "known_until": _told(interval.known_until),
        "ended_how": interval.ended_how,
        "ended_by": interval.ended_by,
        "suspended": [{"from": p.starts.edtf, "to": _told(p.to)} for p in interval.suspended],
    }


def _contest(contest: Contest) -> dict[str, Any]:
    return {**asdict(contest), "since": _told(contest.since)}


def _claim(claim: MeasureClaim) -> dict[str, Any]:
    told = {**asdict(claim), "since": _told(claim.since)}
    del told["programme"]
    return told


def _monitor(monitor: Monitor) -> dict[str, Any]:
    told = {**asdict(monitor), "starts": _told(monitor.starts), "to": _told(monitor.to)}
    del told["programme"]
    return told


def _change(change: Change) -> dict[str, Any]:
    of = change.of
    legal = of if isinstance(of, LegalMeasure) else None
    return {
        "when": change.when.edtf,
        "change": change.kind,
        "ended_how": change.how,
        "told": change.told,
        "key": of.key,
        "imposer": legal.imposer if legal is not None else None,
        "programme": of.programme,
        "instrument": of.instrument,
        "provision": legal.provision if legal is not None else None,
        "sources": of.sources,
    }


def _told(moment: Moment | None) -> str | None:
    return None if moment is None else moment.edtf
