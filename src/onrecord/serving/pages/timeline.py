"""The timeline of a story: what is said to have happened when, and when it was told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import DateError
from onrecord.flow.timeline import Moment, Timeline, timeline, timeline_of_claim
from onrecord.publishing.words import chain_of, days_of, public_day, some, stance_of, voice_of
from onrecord.records import Stance
from onrecord.serving.asking import LONGEST, Asked, AsOf, day_asked
from onrecord.serving.drawing.timeline import Drawing, Mark, Told, draw, whole_of, window_of
from onrecord.serving.filing import csv_file
from onrecord.serving.lanes import beside_pages
from onrecord.serving.site import site_of
from onrecord.serving.views import address, page

__all__ = ["router"]

router = APIRouter()
CLAIMS = (20, 50, 100)
"""How many claims a timeline may be of."""
AT_ONCE = 75
"""Statements on a page of the table."""
BESIDE, NOT_KNOWN = "beside", "unknown"
"""Names of signs where a statement takes no stance to its claim, or where its stance is not known."""
COLUMNS = (
    "event", "event_first", "event_last", "public", "public_day", "chain", "source", "stance", "condition", "words", "claim",
    "claim_title", "document", "statement", "outlet", "url", "review",
)  # fmt: skip


class Question(BaseModel):
    """What a timeline is asked for; what is empty asks for all."""

    model_config = ConfigDict(frozen=True)

    q: str | None = Field(None, max_length=LONGEST)
    claim: str | None = Field(None, max_length=64)
    limit: int = Field(CLAIMS[0], ge=1, le=CLAIMS[-1])
    first: str | None = Field(None, alias="from", max_length=40)
    last: str | None = Field(None, alias="to", max_length=40)
    page: int = Field(1, ge=1, le=100_000)

    @property
    def words(self) -> str | None:
        """The words that are looked for."""
        return self.q.strip() or None if self.q else None

    @property
    def anchor(self) -> str | None:
        """A statement of the one claim that it is of."""
        return self.claim.strip() or None if self.claim else None

    @property
    def keep(self) -> dict[str, Any]:
        """What it is of, as parameters that every link keeps."""
        return {"q": self.words, "claim": self.anchor, "limit": self.limit if self.limit != CLAIMS[0] else None}

    @property
    def days(self) -> tuple[date | None, date | None]:
        """From which day to which it is drawn.

        Raises:
            DateError: one is none, or they are not in order.
        """
        start, end = day_asked(self.first, "from"), day_asked(self.last, "to")
        if start is not None and end is not None and start > end:
            raise DateError("from, to", f"{start} after {end}", "the earlier day first")
        return start, end


Asks = Annotated[Question, Query()]


@dataclass(frozen=True, slots=True)
class _Row:
    """A statement in the list.

    Attributes:
        n: its number, by which the drawing leads to it.
        moment: the statement.
        happened: when it is said to have happened, in words.
        page: on which page of the list it stands.
    """

    n: int
    moment: Moment
    happened: str
    page: int

    @property
    def dated(self) -> bool:
        """Whether it tells a day of the event."""
        return self.moment.first is not None or self.moment.last is not None


@router.get("/timeline")
def shown(request: Request, asked: AsOf, question: Asks) -> Response:
    """Show the statements of the claims that answer, drawn and listed."""
    found, title = _found(request, asked, question)
    rows = _rows(found.moments)
    told = [_told(m) for m in found.moments]
    window = _window(told, question.days)
    pages = max(1, ceil(len(rows) / AT_ONCE))
    at = min(question.page, pages)
    listed = [r for r in rows if r.page == at]
    return page(
        request,
        "timeline.html",
        asked=asked,
        question=question,
        keep=question.keep,
        days=question.days,
        whole=whole_of(told),
        title=title,
        found=found,
        limits=CLAIMS,
        drawing=_drawn(told, window, rows, question, asked) if window is not None else None,
        dated=[r for r in listed if r.dated],
        undated=[r for r in listed if not r.dated],
        undated_all=sum(not t.dated for t in told),
        legend=_legend(told),
        pages=pages,
        at=at,
    )


@router.get("/timeline.csv")
@beside_pages("slow")
def as_csv(request: Request, asked: AsOf, question: Asks) -> Response:
    """Return the same statements as CSV."""
    found, _ = _found(request, asked, question)
    return csv_file(map(_flat, found.moments), COLUMNS, "timeline")


def _found(request: Request, asked: Asked, question: Question) -> tuple[Timeline, str | None]:
    """Return the timeline asked for, and the title of the one claim that it is of, if it is of one."""
    ledger = site_of(request).ledger
    if question.anchor is not None:
        found, own = timeline_of_claim(ledger, question.anchor, on=asked.on, known_by=asked.known_by)
        return found, own.title if own is not None else None
    return timeline(ledger, question.words, on=asked.on, known_by=asked.known_by, limit=question.limit), None


def _window(told: Sequence[Told], days: tuple[date | None, date | None]) -> tuple[date, date] | None:
    """Return the days to draw; None where nothing is told."""
    found = window_of(told)
    if found is None:
        return None
    start, end = days[0] or found[0], days[1] or found[1]
    return (start, end) if start <= end else (start, start) if days[0] is not None else (end, end)


def _rows(moments: Iterable[Moment]) -> list[_Row]:
    return [_Row(n, m, days_of(m.first, m.last), n // AT_ONCE + 1) for n, m in enumerate(moments)]


def _told(moment: Moment) -> Told:
    said = moment.said
    label = f"if: {voice_of(said)}" if said.condition else voice_of(said)
    return Told(moment.first, moment.last, moment.public_on, _stance(moment), label)


def _stance(moment: Moment) -> str:
    """Return the name of a statement's stance to the claim, by which its sign goes."""
    if moment.said.beside:
        return BESIDE
    return moment.said.stance.value if moment.said.stance is not None else NOT_KNOWN


def _legend(told: Iterable[Told]) -> list[tuple[str, int]]:
    """Return the stances there are, in their order, each with how many statements take it."""
    held = [t.stance for t in told]
    return [(s, held.count(s)) for s in (*(s.value for s in Stance), BESIDE, NOT_KNOWN) if s in held]


def _drawn(
    told: Sequence[Told], window: tuple[date, date], rows: Sequence[_Row], question: Question, asked: Asked
) -> dict[str, Any]:
    """Return what the template draws: geometry, and for each mark where it leads and what it is called."""
    drawing = draw(told, window)
    return {
        "of": drawing,
        "events": [_linked(m, rows, question, asked, "is said to have happened") for m in drawing.events],
        "public": [_linked(m, rows, question, asked, "told") for m in drawing.public],
        "outside": _outside(drawing),
    }


def _linked(mark: Mark, rows: Sequence[_Row], question: Question, asked: Asked, lane: str) -> tuple[Mark, str, str]:
    """Return a mark with its address and its name: of one statement its place in the document, of several that in the list."""
    row = rows[mark.of[0]]
    if len(mark.of) > 1:
        where = address("/timeline", question.keep, asked, page=row.page if row.page > 1 else None)
        return mark, f"{where}#s{row.n}", f"{some(len(mark.of), 'statement')}, {lane}: to the list"
    said = row.moment.said
    happened = f"said to have happened {row.happened}" if row.happened != "no day told" else row.happened
    name = f"{voice_of(said)}, {stance_of(said)}: {happened}; told {public_day(said.imprint)}"
    return mark, address(f"/document/{said.imprint.id}", asked, s=said.id), name


def _outside(drawing: Drawing) -> list[str]:
    found = []
    if drawing.before:
        found.append(f"{some(len(drawing.before), 'statement')} of earlier events than are drawn")
    if drawing.after:
        found.append(f"{some(len(drawing.after), 'statement')} of later events than are drawn")
    if drawing.unseen:
        found.append(f"{some(drawing.unseen, 'statement')} told on days that are not drawn")
    return found


def _flat(moment: Moment) -> dict[str, Any]:
    said = moment.said
    return {
        "event": days_of(moment.first, moment.last) if moment.first or moment.last else None,
        "event_first": moment.first,
        "event_last": moment.last,
        "public": public_day(said.imprint),
        "public_day": said.imprint.public_on,
        "chain": " <- ".join(chain_of(said)),
        "source": said.source,
        "stance": "beside it" if said.beside else said.stance and said.stance.value,
        "condition": "yes" if said.condition else "no",
        "words": said.text,
        "claim": moment.claim,
        "claim_title": moment.title,
        "document": said.imprint.id,
        "statement": said.id,
        "outlet": said.imprint.outlet,
        "url": said.imprint.url,
        "review": said.review.value,
    }
