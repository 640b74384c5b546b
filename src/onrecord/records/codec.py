"""Records as plain JSON values."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from onrecord.records.claims import Claim, Said
from onrecord.records.document import Document
from onrecord.records.reading import DateMention, Entity, Event, Measure, Reading
from onrecord.records.when import When

__all__ = ["CLAIMS", "SCHEMA", "claims_to_dict", "said_to_dict", "to_dict"]

SCHEMA = "onrecord.reading/1"
CLAIMS = "onrecord.claims/1"


def to_dict(reading: Reading) -> dict[str, Any]:
    """Return a reading as schema ``onrecord.reading/1``.

    A layer that was not looked for is null, not empty.
    """
    return {
        "schema": SCHEMA,
        "made_by": _plain(reading.made_by),
        "document": _document(reading.document),
        "headline": _plain(reading.headline),
        "statements": _plain(reading.statements),
        "events": [_event(e) for e in reading.events],
        "entities": [_entity(e) for e in reading.entities],
        "dates": [{"spans": _plain(d.spans), "text": d.text, **_when(d.when)} for d in reading.dates],
        "quantities": _plain(reading.quantities),
        "measures": [_measure(m) for m in reading.measures],
        "claims": None if reading.claims is None else [_claim(c) for c in reading.claims],
    }


def claims_to_dict(claims: Sequence[Claim], on: date | None) -> dict[str, Any]:
    """Return claims as schema ``onrecord.claims/1``."""
    return {"schema": CLAIMS, "as_of": _plain(on), "claims": [_claim(c) for c in claims]}


def _claim(claim: Claim) -> dict[str, Any]:
    return {**_plain(claim), "statements": [_said(claim, s) for s in claim.statements]}


def _said(claim: Claim, said: Said) -> dict[str, Any]:
    origin = claim.origin_of(said.anchor)
    return said_to_dict(said, origin.id if origin is not None else None)


def said_to_dict(said: Said, origin: str | None = None) -> dict[str, Any]:
    """Return a statement as a claim of schema ``onrecord.claims/1`` holds it.

    Args:
        said: the statement.
        origin: id of the origin of the claim that it goes back to; None if none is recorded, or where no claim is told.
    """
    return {
        "document": _plain(said.imprint),
        "id": said.id,
        "anchor": said.anchor,
        "spans": _plain(said.spans),
        "text": said.text,
        "stance": said.stance,
        "beside": said.beside,
        "certainty": said.certainty,
        "condition": said.condition,
        "scope": said.scope,
        "source": {"name": said.source, "speaks_for": said.speaks_for},
        "via": [{"name": name} for name in said.via],
        "origin": origin,
        "review": said.review,
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "sha256": document.sha256,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet,
        "published_on": _plain(document.published_on),
        "language": document.language,
        "text": document.text,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    identifiers = None if entity.identifiers is None else dict(entity.identifiers)
    return {**_plain(entity), "identifiers": identifiers}


def _dated(when: DateMention | None) -> dict[str, Any] | None:
    return None if when is None else {"spans": _plain(when.spans), "text": when.text, **_when(when.when)}


def _measure(measure: Measure) -> dict[str, Any]:
    return {**_plain(measure), "when": _dated(measure.when)}


def _event(event: Event) -> dict[str, Any]:
    when = event.when
    return {
        **_plain(event),
        "roles": {role: _plain(fillers) for role, fillers in event.roles},
        "when": _dated(when),
        "factuality": dict(event.factuality),
    }


def _when(when: When) -> dict[str, Any]:
    return {"edtf": when.edtf or None, "from": _plain(when.first), "to": _plain(when.last)}


def _plain(value: Any) -> Any:
    if isinstance(value, When):
        return _when(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    return value
