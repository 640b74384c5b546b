"""The sanctions lists that are kept: versions with their days and faults, and what changed from one to another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import InputError, OnrecordError
from onrecord.flow.screeners import delta_of
from onrecord.flow.screening import kept_versions
from onrecord.records.listings import ListedName, Listing
from onrecord.screening import Delta
from onrecord.serving.failing import status_of
from onrecord.serving.filing import csv_file
from onrecord.serving.site import site_of
from onrecord.serving.views import page

__all__ = ["router"]

router = APIRouter()
FAULTS = 20
"""Faults of a version that are shown."""
AT_ONCE = 150
"""Changes on a page."""
CHANGES = ("change", "id", "kind", "name", "what", "before", "after")
FIELDS = {"names": "names", "programmes": "programmes", "listed_on": "day of listing", "born": "birth", "countries": "countries",
          "identifiers": "identifiers", "details": "details", "kind": "kind"}  # fmt: skip
Version = Annotated[str | None, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class _Changed:
    """A party that was added, changed or removed, with what changed of it: what, before, after."""

    change: str
    party: Listing
    what: tuple[tuple[str, str, str], ...]


@router.get("/lists")
def kept(request: Request) -> Response:
    """List the versions that are kept."""
    versions = kept_versions(site_of(request).lists)
    before = {b.id: a for a, b in pairwise(versions) if a.label == b.label}
    return page(request, "lists.html", versions=versions[::-1], before=before, faults=FAULTS, problem=None)


@router.get("/lists/delta")
def delta(
    request: Request,
    a: Version = None,
    b: Version = None,
    show: Annotated[str | None, Query(max_length=20)] = None,
    at: Annotated[int, Query(alias="page", ge=1)] = 1,
) -> Response:
    """Show what changed from one version to another: all of it, or what was added, changed or removed alone."""
    versions = kept_versions(site_of(request).lists)
    try:
        old, new, found = delta_of(site_of(request).lists, _named(a, "a"), _named(b, "b"))
    except OnrecordError as error:
        told: dict[str, Any] = {"before": {}, "faults": FAULTS, "problem": str(error), "versions": versions[::-1]}
        return page(request, "lists.html", status=status_of(error), **told)
    every = _changes(found)
    counts = {name: sum(c.change == name for c in every) for name in ("added", "changed", "removed")}
    rows = [c for c in every if show not in counts or c.change == show]
    pages = max(1, -(-len(rows) // AT_ONCE))
    at = min(at, pages)
    return page(
        request,
        "delta.html",
        old=old,
        new=new,
        versions=versions[::-1],
        counts=counts,
        show=show if show in counts else None,
        rows=rows[(at - 1) * AT_ONCE : at * AT_ONCE],
        at=at,
        pages=pages,
    )


@router.get("/lists/delta.csv")
def delta_as_csv(request: Request, a: Version = None, b: Version = None) -> Response:
    """Return the same as CSV, a row for each field that changed."""
    _, _, found = delta_of(site_of(request).lists, _named(a, "a"), _named(b, "b"))
    return csv_file(_rows(_changes(found)), CHANGES, "delta")


def _named(text: str | None, which: str) -> str:
    if text is None or not text.strip():
        raise InputError(which, "no version", "the id of a version, how it begins, or a label")
    return text.strip()


def _changes(found: Delta) -> list[_Changed]:
    return [
        *(_Changed("added", p, ()) for p in found.added),
        *(
            _Changed("changed", c.after, tuple((FIELDS[n], *_differs(c.before, c.after, n)) for n in c.what))
            for c in found.changed
        ),
        *(_Changed("removed", p, ()) for p in found.removed),
    ]


def _differs(before: Listing, after: Listing, name: str) -> tuple[str, str]:
    """Return what a field held alone before, and what it holds alone after."""
    old, new = getattr(before, name), getattr(after, name)
    if not isinstance(old, tuple) or not isinstance(new, tuple):
        return _text(old), _text(new)
    return "; ".join(_text(v) for v in old if v not in new), "; ".join(_text(v) for v in new if v not in old)


def _text(value: object) -> str:
    if isinstance(value, ListedName):
        return f"{value.text} (weak)" if value.weak else value.text
    if isinstance(value, tuple):
        return ": ".join(map(str, value))
    return "" if value is None else str(value)


def _rows(changes: Sequence[_Changed]) -> Iterator[dict[str, str | None]]:
    for c in changes:
        party = {"change": c.change, "id": c.party.id, "kind": c.party.kind, "name": c.party.names[0].text}
        for what, before, after in c.what or ((None, None, None),):
            yield {**party, "what": what, "before": before or None, "after": after or None}
