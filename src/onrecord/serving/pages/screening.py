"""Screening by name: a form, explained matches, many names at once; the lists that are kept, and what changed in them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import InputError, OnrecordError
from onrecord.flow.screeners import screener_of
from onrecord.flow.screening import Asked, Screener, kept_versions
from onrecord.publishing.matches import MATCHES, how_told, match_rows
from onrecord.records.listings import ListVersion, PartyKind
from onrecord.records.matches import BY_NAME, Match
from onrecord.screening import THRESHOLD
from onrecord.screening.programmes import states_of
from onrecord.serving.access import own_page
from onrecord.serving.asking import day_asked
from onrecord.serving.failing import status_of
from onrecord.serving.filing import csv_file
from onrecord.serving.lanes import beside_pages
from onrecord.serving.limits import limit, limited
from onrecord.serving.names_sent import LONGEST, MOST, SentForm, Uploaded, checked, kind_of, names_sent
from onrecord.serving.site import site_of
from onrecord.serving.views import page

__all__ = ["router"]

router = APIRouter()
SHOWN = 20
"""Matches shown of one name."""
OF_EACH = 5
"""Matches shown of each of several names."""
PAGE = 100
"""Names whose matches are shown on a page; the CSV file has all."""
LEAST = 0.3
"""Least threshold; below it nearly every name matches."""
HOW = {"same word": "the same"}
Found = Sequence[tuple[Asked, Sequence[Match]]]


class Question(BaseModel):
    """What one name is screened by; what is empty is left open."""

    model_config = ConfigDict(frozen=True)

    name: str | None = Field(None, max_length=LONGEST)
    kind: str | None = Field(None, max_length=20)
    on: str | None = Field(None, max_length=40)
    threshold: str | None = Field(None, max_length=10)


Asks = Annotated[Question, Query()]


@router.get("/screening")
def one(request: Request, question: Asks) -> Response:
    """Show the form, and the matches of a name."""
    told = _told(request, question.kind, question.on, question.threshold)
    name = (question.name or "").strip()
    if not name:
        return page(request, "screening.html", **told)
    limit(request, "screen")
    try:
        found = _screened(request, checked([Asked(name, kind_of(question.kind))], "name"), question, SHOWN)
    except OnrecordError as error:
        return page(request, "screening.html", status=status_of(error), **{**told, "name": name, "problem": str(error)})
    return page(request, "screening.html", **{**told, "name": name, "matches": found[0][1]})


@router.get("/screening.csv", dependencies=[Depends(limited("screen"))])
def one_as_csv(request: Request, question: Asks) -> Response:
    """Return the matches of a name as CSV."""
    asked = checked([Asked((question.name or "").strip(), kind_of(question.kind))], "name")
    return _as_csv(_screened(request, [a for a in asked if a.name], question, SHOWN))


@router.post("/screening", dependencies=[Depends(own_page), Depends(limited("screen"))])
@beside_pages("slow")
def many(request: Request, sent: SentForm, file: Uploaded = None) -> Response:
    """Show the matches of several names, pasted or in a file; or hand them out as CSV."""
    told = _told(request, sent.kind, sent.on, sent.threshold)
    try:
        kind = kind_of(sent.kind)
        asked = [a if a.kind else Asked(a.name, kind) for a in names_sent(sent.names, file)]
        found = _screened(request, asked, sent, OF_EACH)
    except OnrecordError as error:
        told |= {"names": sent.names, "problem": str(error)}
        return page(request, "screening.html", status=status_of(error), **told)
    if sent.answer == "csv":
        return _as_csv(found)
    matched = [(a, m) for a, m in found if m]
    return page(
        request,
        "screened.html",
        **{
            **told,
            "found": matched[:PAGE],
            "matched": len(matched),
            "unmatched": [a for a, m in found if not m],
            "names": _kept(asked),
            "total": len(asked),
            "cut": PAGE,
        },
    )


def _told(request: Request, kind: str | None, on: str | None, threshold: str | None) -> dict[str, Any]:
    """Return what every page of screening tells."""
    versions = kept_versions(site_of(request).lists)
    day = _day(on)
    keep = {"kind": kind or None, "on": on or None, "threshold": threshold or None}
    return {
        "keep": keep,
        "name": "",
        "names": "",
        "problem": None,
        "matches": None,
        "kinds": list(PartyKind),
        "versions": {v.id: v for v in versions},
        "newest": list({v.label: v for v in versions}.values()),
        "threshold": THRESHOLD,
        "least": LEAST,
        "most": MOST,
        "note": BY_NAME,
        "how_told": how_told,
        "how": HOW,
        "measures_of": lambda m: _measures_of(m, {v.id: v for v in versions}, day),
    }


def _day(on: str | None) -> date:
    """Return the day for which measures are told: the one asked for, else today; a faulty one is told of elsewhere."""
    try:
        return day_asked(on, "on") or datetime.now(UTC).date()
    except InputError:
        return datetime.now(UTC).date()


def _measures_of(match: Match, versions: Mapping[str, ListVersion], day: date) -> list[tuple[str, str]]:
    """Return the measures of the register that the programmes of a match stand for, each with how it stands on a day."""
    held = versions.get(match.version)
    if held is None:
        return []
    told = (states_of(held.list, programme, day) or {} for programme in match.listing.programmes)
    return list({key: state.status.value for states in told for key, state in states.items()}.items())


def _screened(request: Request, asked: Iterable[Asked], by: Any, most: int) -> Found:
    """Return names with their matches.

    Raises:
        OnrecordError: no list is loaded, or what they are screened by is none.
    """
    on, threshold = day_asked(by.on, "on"), _threshold(by.threshold)
    screener: Screener = screener_of(site_of(request).lists, on)
    return [(a, screener.screen(a.name, a.kind, threshold=threshold, most=most)) for a in asked]


def _threshold(text: str | None) -> float:
    if text is None or not text.strip():
        return THRESHOLD
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not LEAST <= value <= 1:
        raise InputError("threshold", repr(text), f"a number from {LEAST} to 1")
    return value


def _as_csv(found: Found) -> Response:
    return csv_file([row for one, matches in found for row in match_rows(one.name, matches)], MATCHES, "screening")


def _kept(asked: Sequence[Asked]) -> str:
    """Return names as a form can send them again: as CSV, with their kinds, in a form that any name can have."""
    rows = [{"name": a.name, "kind": a.kind} for a in asked]
    return "\n".join(["name,kind", *(f"{_quoted(r['name'] or '')},{r['kind'] or ''}" for r in rows)])


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
