"""Somebody or something by name: spellings, what they say, what is said of them, measures and listings; and looking names up."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import ListError
from onrecord.flow.entities import Part, Profile, listings_of, measures_of, names_like, naming, profile
from onrecord.flow.measures import end_of
from onrecord.ledger import BY, OF, OUT, Ledger
from onrecord.publishing.matches import how_told
from onrecord.publishing.measures import on_whom, state_told, title_of
from onrecord.records.matches import BY_NAME
from onrecord.serving.asking import LONGEST, Asked, AsOf
from onrecord.serving.filing import csv_file
from onrecord.serving.lanes import beside_pages
from onrecord.serving.site import Site, site_of
from onrecord.serving.views import page

__all__ = ["router"]

router = APIRouter()
SHOWN = 25
"""Statements of each kind on a page."""
FILED = 2000
"""Statements of each kind in a file."""
NAMES = 60
"""Names on a page."""
LANES = {BY: "Said by", OF: "Said of", OUT: "Published by"}
AS = {
    "source": "own word",
    "spoken for": "said in this name",
    "link": "passed on",
    "named": "named in the words",
    "party": "a party, by what the document tells",
    "outlet": "published",
}
COLUMNS = ("lane", "as", "public", "source", "speaks_for", "outlet", "via", "stance", "condition", "words", "anchor", "document",
           "statement", "url", "review")  # fmt: skip


class Question(BaseModel):
    """Who is asked for, or how a name begins; and where each list goes on."""

    model_config = ConfigDict(frozen=True)

    name: str | None = Field(None, max_length=LONGEST)
    q: str | None = Field(None, max_length=LONGEST)
    after: str | None = Field(None, max_length=300)
    by: str | None = Field(None, max_length=40)
    of: str | None = Field(None, max_length=40)
    out: str | None = Field(None, max_length=40)

    @property
    def cursors(self) -> dict[str, str | None]:
        """Where the list of each kind of statement begins."""
        return {BY: self.by or None, OF: self.of or None, OUT: self.out or None}


Asks = Annotated[Question, Query()]


@router.get("/entity")
def shown(request: Request, asked: AsOf, question: Asks) -> Response:
    """Show somebody by name; or names that begin as asked for."""
    site = site_of(request)
    name = (question.name or "").strip()
    if not name:
        return _names(request, asked, question)
    found = profile(site.ledger, name, on=asked.on, known_by=asked.known_by)
    if found is None:
        like = names_like(site.ledger, name, NAMES)
        return page(request, "names.html", status=404, asked=asked, q=name, missing=name, names=like, more=None)
    lanes = []
    for lane, title in LANES.items():
        part = Part(SHOWN, question.cursors[lane])
        told = naming(site.ledger, found.key, lane, part, on=asked.on, known_by=asked.known_by)
        lanes.append((lane, f"{title} {found.shown}", told))
    on, by = measures_of(found.shown, _instant(asked))
    matches, trouble = _listings(site, found, asked)
    return page(
        request,
        "entity.html",
        asked=asked,
        found=found,
        lanes=lanes,
        cursors=question.cursors,
        beside=_beside(lanes),
        as_what=AS,
        on=on,
        by=by,
        day=_instant(asked).date().isoformat(),
        matches=matches,
        trouble=trouble,
        note=BY_NAME,
        how_told=how_told,
        title_of=title_of,
        on_whom=on_whom,
        state_told=state_told,
    )


@router.get("/entity.csv")
@beside_pages("slow")
def as_csv(request: Request, asked: AsOf, question: Asks) -> Response:
    """Return the statements by somebody, of them and published by them as CSV, the last ones of each kind."""
    ledger = site_of(request).ledger
    found = profile(ledger, (question.name or "").strip(), on=asked.on, known_by=asked.known_by)
    rows = _rows(ledger, found, asked) if found is not None else []
    return csv_file(rows, COLUMNS, "entity")


def _rows(ledger: Ledger, found: Profile, asked: Asked) -> list[dict[str, Any]]:
    rows = []
    for lane in LANES:
        told = naming(ledger, found.key, lane, Part(FILED), on=asked.on, known_by=asked.known_by)
        rows += [
            {
                "lane": lane,
                "as": AS[r.how],
                "public": r.said.imprint.public_on,
                "source": r.said.source,
                "speaks_for": r.said.speaks_for,
                "outlet": r.said.imprint.outlet,
                "via": "; ".join(r.said.via),
                "stance": r.said.stance and r.said.stance.value,
                "condition": "yes" if r.said.condition else "no",
                "words": r.said.text,
                "anchor": r.said.anchor,
                "document": r.said.imprint.id,
                "statement": r.said.id,
                "url": r.said.imprint.url,
                "review": r.said.review.value,
            }
            for r in told.rows
        ]
    return rows


def _names(request: Request, asked: Asked, question: Question) -> Response:
    q = (question.q or "").strip()
    rows = names_like(site_of(request).ledger, q, NAMES + 1, question.after or None) if q else []
    more = rows[NAMES - 1].cursor if len(rows) > NAMES else None
    once = {n.name: n for n in rows[:NAMES]}
    return page(request, "names.html", asked=asked, q=q, missing=None, names=list(once.values()), more=more)


def _instant(asked: Asked) -> datetime:
    """Return the instant at which measures are looked at: the end of the day asked for, else of today."""
    return end_of(asked.on or datetime.now(UTC).date())


def _listings(site: Site, found: Profile, asked: Asked) -> tuple[list[Any], str | None]:
    """Return matches with lists, or why there are none."""
    try:
        return list(listings_of(site.lists, found, asked.on)), None
    except ListError as error:
        return [], str(error)


def _beside(lanes: list[tuple[str, str, Any]]) -> list[tuple[str, str, int]]:
    """Return who is named in the statements shown, those named most first."""
    found: dict[tuple[str, str], int] = {}
    for lane, _, told in lanes:
        if lane != OUT:
            for b in told.beside:
                found[b.shown, b.kind] = found.get((b.shown, b.kind), 0) + b.statements
    return sorted(((shown, kind, n) for (shown, kind), n in found.items()), key=lambda x: (-x[2], x[0]))[:16]
