"""Which measures were in force on a day, whom they bound, what had ended and how; what changed; each with all its facts."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import DateError, InputError
from onrecord.flow.measures import (
    Answer,
    Asked,
    Change,
    ChangeKind,
    Group,
    Held,
    asked_for,
    changes,
    held_among,
    instant_of,
    measures_on,
)
from onrecord.flow.measures_listed import ANSWER, CHANGES, answer_rows, answer_told, change_rows, changes_told
from onrecord.publishing.measures import contest_told, interval_told, made_told, on_whom, state_told, title_of
from onrecord.records.regimes import Binding, LegalKind, LegalMeasure, Monitor
from onrecord.registers import imposers, regimes, subjects
from onrecord.registers.moments import told
from onrecord.serving.asking import LONGEST, day_asked
from onrecord.serving.drawing.bars import bars_of
from onrecord.serving.filing import csv_file, json_file
from onrecord.serving.views import page

__all__ = ["router"]

router = APIRouter()
BINDINGS = {
    "binding": "those that bind",
    "called_upon": "calls that do not bind",
    "authority": "authorities, which alone bind nobody",
}


class Question(BaseModel):
    """What a page of measures is asked for; what is empty asks for all."""

    model_config = ConfigDict(frozen=True)

    on: str | None = Field(None, max_length=40)
    target: str | None = Field(None, max_length=LONGEST)
    imposer: str | None = Field(None, max_length=LONGEST)
    subject: str | None = Field(None, max_length=LONGEST)
    binding: str | None = Field(None, max_length=20)
    first: str | None = Field(None, alias="from", max_length=40)
    last: str | None = Field(None, alias="to", max_length=40)

    @property
    def filters(self) -> dict[str, str | None]:
        """What narrows the list, as parameters."""
        held = {"target": self.target, "imposer": self.imposer, "subject": self.subject, "binding": self.binding}
        return {name: text.strip() or None if text else None for name, text in held.items()}

    @property
    def between(self) -> tuple[date, date] | None:
        """From which day to which changes are asked for; None where a single day is.

        Raises:
            DateError: one is none, or they are not in order.
        """
        first, last = day_asked(self.first, "from"), day_asked(self.last, "to")
        if first is None and last is None:
            return None
        if first is None:
            raise DateError("from", "no day", f"the day from which on, {last} or earlier")
        last = last or datetime.now(UTC).date()
        if first > last:
            raise DateError("from, to", f"{first} after {last}", "the earlier day first")
        return first, last

    @property
    def moment(self) -> tuple[str, datetime]:
        """The day or instant asked for, and the instant to look at.

        Raises:
            DateError: it is none.
        """
        return instant_of(self.on if self.on and self.on.strip() else None, "on")


Asks = Annotated[Question, Query()]


@router.get("/measures")
def shown(request: Request, question: Asks) -> Response:
    """Show measures as they stood on a day, or what changed between two."""
    common: dict[str, Any] = {
        "question": question,
        "keep": question.filters,
        "bindings": BINDINGS,
        "imposers": dict.fromkeys(i.short for i in imposers().values()),
        "subjects": list(subjects().by_name),
        "targets": sorted({name for m in regimes().measures.values() for name in m.target}),
        "title_of": title_of,
        "told": told,
        "host": _host,
    }
    try:
        asked = _asked(question)
        between = question.between
        day, instant = question.moment
    except InputError as error:
        return page(request, "measures.html", status=400, problem=str(error), answer=None, **common)
    if between is not None:
        found = _changes(question, asked, between)
        return page(
            request, "measure_changes.html", problem=None, first=between[0], last=between[1], years=_by_year(found),
            total=len(found), counts=_counts(found), contests=_contests, is_measure=_is_measure, **common
        )  # fmt: skip
    answer = _answer(question, asked, instant)
    late = answer.checked is not None and instant.date() > answer.checked
    return page(
        request, "measures.html", problem=None, answer=answer, day=day, asks=asked, groups=_by_group(answer), late=late,
        state_told=state_told, on_whom=on_whom, contest_told=contest_told, addressed=_addressed, only=_only,
        over=lambda m: _over(m, instant), **common
    )  # fmt: skip


@router.get("/measures.csv")
def as_csv(question: Asks) -> Response:
    """Return the same as CSV."""
    asked, between = _asked(question), question.between
    if between is not None:
        return csv_file(change_rows(_changes(question, asked, between)), CHANGES, "measure-changes")
    return csv_file(answer_rows(_answer(question, asked, question.moment[1])), ANSWER, "measures")


@router.get("/measures.json")
def as_json(question: Asks) -> Response:
    """Return the same as JSON."""
    asked, between = _asked(question), question.between
    if between is not None:
        return json_file(changes_told(*between, _changes(question, asked, between)), "measure-changes")
    day, instant = question.moment
    return json_file(answer_told(asked, day, _answer(question, asked, instant)), "measures")


@router.get("/measures/{key}")
def one(request: Request, key: str, on: Annotated[str | None, Query(max_length=40)] = None) -> Response:
    """Show a measure with all its facts, as it stood on a day."""
    register = regimes()
    measure = next((m for k, m in register.measures.items() if k.casefold() == key.casefold()), None)
    if measure is None:
        raise HTTPException(404, f"got {key!r}, the key of no measure; expected one that the register holds")
    day, instant = instant_of(on if on and on.strip() else None, "on")
    (held,) = held_among([measure], Asked(), instant)
    others = [m for m in register.measures.values() if any(k == measure.key for _, k in m.relations)]
    return page(
        request,
        "measure.html",
        m=measure,
        held=held,
        day=day,
        drawing=bars_of(measure, instant.date()),
        programme=register.programmes[measure.programme],
        later=[(relation, m) for m in others for relation, k in m.relations if k == measure.key],
        register=register.measures,
        claims=[c for c in register.claims if measure.key in c.of],
        monitors=[b for b in register.monitors if b.programme == measure.programme],
        title_of=title_of,
        told=told,
        host=_host,
        state_told=state_told,
        on_whom=on_whom,
        made_told=made_told,
        interval_told=interval_told,
        contest_told=contest_told,
        addressed=_addressed,
        over=lambda b: _over(b, instant),
    )


def _asked(question: Question) -> Asked:
    """Return what is asked for.

    Raises:
        InputError: a name that nothing is known by.
    """
    held = question.filters
    if held["binding"] is not None and held["binding"] not in BINDINGS:
        raise InputError("binding", repr(held["binding"]), f"one of {', '.join(BINDINGS)}")
    try:
        return asked_for(held["target"], held["imposer"], held["subject"])
    except InputError as error:
        raise InputError(error.where.lstrip("-"), error.got, error.expected) from error


def _binds(measure: LegalMeasure, binding: str | None) -> bool:
    if binding is None:
        return True
    if binding == "authority":
        return measure.kind is LegalKind.AUTHORITY
    return measure.kind is not LegalKind.AUTHORITY and measure.binding is Binding(binding)


def _answer(question: Question, asked: Asked, instant: datetime) -> Answer:
    """Return what the register says, narrowed to what binds as it is asked for."""
    found = measures_on(asked, instant)
    binding = question.filters["binding"]
    if binding is None:
        return found
    held = tuple(h for h in found.held if _binds(h.measure, binding))
    keys, programmes = {h.measure.key for h in held}, {h.measure.programme for h in held}
    claims = tuple(c for c in found.claims if keys & set(c.of))
    return Answer(held, claims, tuple(m for m in found.monitors if m.programme in programmes), found.checked)


def _changes(question: Question, asked: Asked, between: tuple[date, date]) -> tuple[Change, ...]:
    binding = question.filters["binding"]
    found = changes(asked, *between)
    return tuple(c for c in found if not isinstance(c.of, LegalMeasure) or _binds(c.of, binding))


def _by_group(answer: Answer) -> list[tuple[Group, list[Held]]]:
    groups = ((group, [h for h in answer.held if h.group is group]) for group in Group)
    return [(group, held) for group, held in groups if held]


def _by_year(found: tuple[Change, ...]) -> list[tuple[str, list[Change]]]:
    """Return changes by the year in which they begin at the earliest; those without a bound first."""
    years: dict[str, list[Change]] = {}
    for change in found:
        year = change.when.first.year
        years.setdefault("At a time that is not known" if year == date.min.year else str(year), []).append(change)
    return list(years.items())


def _counts(found: tuple[Change, ...]) -> list[tuple[ChangeKind, int]]:
    counted = ((kind, sum(c.kind is kind for c in found)) for kind in ChangeKind)
    return [(kind, n) for kind, n in counted if n]


def _is_measure(of: object) -> bool:
    return isinstance(of, LegalMeasure)


def _contests(change: Change) -> Iterator[str]:
    """Yield who holds that a beginning or an end is otherwise."""
    if isinstance(change.of, LegalMeasure) and change.kind in {ChangeKind.BEGINS, ChangeKind.RETURNS, ChangeKind.ENDS}:
        for contest in change.of.contested_by:
            if contest.since is None or contest.since.last >= change.when.first:
                yield contest_told(contest)


def _addressed(measure: LegalMeasure) -> str:
    """Return what a measure does to its addressee, in a word: an authority binds nobody."""
    if measure.kind is LegalKind.AUTHORITY:
        return "Lets act"
    return "Calls on" if measure.binding is Binding.CALLED_UPON else "Binds"


def _only(held: Held) -> str:
    """Return what a measure is on where that is only a part of what was asked for, or beside it."""
    return f"{', '.join(held.by)} only" if held.cover in {2, 3} else ""


def _over(body: Monitor, instant: datetime) -> bool:
    return body.to is not None and instant >= body.to.last


def _host(source: str) -> str | None:
    """Return the host of a source that is an address; None for a title."""
    host = urlsplit(source).hostname if source.startswith(("https://", "http://")) else None
    return host.removeprefix("www.") if host is not None else None
