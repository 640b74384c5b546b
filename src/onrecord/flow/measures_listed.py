"""Measures of the register as JSON, and as rows for CSV."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from onrecord.flow.measures import Answer, Asked, Change, Held
from onrecord.records.regimes import Contest, LegalMeasure, MeasureClaim, Moment, Monitor

__all__ = ["ANSWER", "CHANGES", "answer_rows", "answer_told", "change_rows", "changes_told", "claim_row", "monitor_row"]

ANSWER = (
    "key", "status", "group", "imposer", "programme", "instrument", "provision", "kind", "binding", "restricts", "subjects",
    "cover", "addressee", "jurisdiction", "target", "parties", "licences", "adopted", "published", "since", "until", "ended_how",
    "why", "starts", "intervals", "relation", "contested_by", "confidence", "gaps", "sources",
)  # fmt: skip
CHANGES = ("when", "change", "ended_how", "told", "key", "imposer", "programme", "instrument", "provision", "sources")
COVERS = ("the same", "wider", "a part of it", "beside it")
"""What the numbers of ``Cover`` mean, as rows tell it."""


def answer_rows(answer: Answer, *, lists: bool = False) -> list[dict[str, Any]]:
    """Return a row for each measure; lists stay lists for JSON and become texts for CSV."""
    rows = [_held(held) for held in answer.held]
    return rows if lists else [_flat(row) for row in rows]


def change_rows(changes: Sequence[Change], *, lists: bool = False) -> list[dict[str, Any]]:
    """Return a row for each change."""
    rows = [_change(change) for change in changes]
    return rows if lists else [_flat(row) for row in rows]


def answer_told(asked: Asked, day: str, answer: Answer) -> dict[str, Any]:
    """Return an answer as schema ``onrecord.measures/1``.

    Args:
        asked: what was asked for.
        day: the day or instant, as it was asked for.
        answer: what the register says.
    """
    return {
        "schema": "onrecord.measures/1",
        "on": day,
        "target": list(asked.target or ()) or None,
        "imposer": asked.imposer and asked.imposer.name,
        "subject": asked.subject,
        "checked": answer.checked,
        "measures": answer_rows(answer, lists=True),
        "claims": [claim_row(c) for c in answer.claims],
        "monitors": [monitor_row(m) for m in answer.monitors],
    }


def changes_told(first: date, last: date, found: Sequence[Change]) -> dict[str, Any]:
    """Return changes from a day to a day as schema ``onrecord.measure-changes/1``."""
    return {
        "schema": "onrecord.measure-changes/1",
        "from": first,
        "to": last,
        "changes": change_rows(found, lists=True),
    }


def claim_row(claim: MeasureClaim) -> dict[str, Any]:
    """Return a claim about measures."""
    return {
        "key": claim.key,
        "claims": claim.claims.value,
        "of": list(claim.of),
        "said_by": list(claim.said_by),
        "since": _told(claim.since),
        "says": claim.says,
        "instrument": claim.instrument,
        "rejected_by": list(claim.rejected_by),
        "rejection": claim.rejection,
        "confidence": claim.confidence.value,
        "gaps": list(claim.gaps),
        "sources": list(claim.sources),
    }


def monitor_row(monitor: Monitor) -> dict[str, Any]:
    """Return a body that watches over measures."""
    return {
        "key": monitor.key,
        "name": monitor.name,
        "instrument": monitor.instrument,
        "does": monitor.does,
        "starts": _told(monitor.starts),
        "to": _told(monitor.to),
        "ended_by": monitor.ended_by,
        "confidence": monitor.confidence.value,
        "gaps": list(monitor.gaps),
        "sources": list(monitor.sources),
    }


def _held(held: Held) -> dict[str, Any]:
    measure, state = held.measure, held.state
    return {
        "key": measure.key,
        "status": state.status.value,
        "group": held.group.value,
        "imposer": measure.imposer,
        "programme": measure.programme,
        "instrument": measure.instrument,
        "provision": measure.provision,
        "kind": measure.kind.value,
        "binding": measure.binding and measure.binding.value,
        "restricts": measure.restricts,
        "subjects": list(measure.subjects),
        "cover": None if held.cover is None else COVERS[held.cover],
        "addressee": measure.addressee,
        "jurisdiction": measure.jurisdiction,
        "target": list(measure.target) or ["any"],
        "parties": measure.parties,
        "licences": list(measure.licences),
        "adopted": _told(measure.adopted),
        "published": _told(measure.published),
        "since": _told(state.since),
        "until": _told(state.until),
        "ended_how": state.how and state.how.value,
        "why": state.why,
        "starts": _told(state.starts),
        "intervals": _intervals(measure),
        "relation": [f"{relation} {key}" for relation, key in measure.relations],
        "contested_by": [_contest(c) for c in state.contested],
        "confidence": measure.confidence.value,
        "gaps": list(measure.gaps),
        "sources": list(measure.sources),
    }


def _intervals(measure: LegalMeasure) -> list[dict[str, Any]]:
    return [
        {
            "applies_from": _told(i.applies_from),
            "to": _told(i.to),
            "known_until": _told(i.known_until),
            "ended_how": i.ended_how and i.ended_how.value,
            "ended_by": i.ended_by,
            "suspended": [{"from": p.starts.edtf, "to": _told(p.to)} for p in i.suspended],
        }
        for i in measure.intervals
    ]


def _contest(contest: Contest) -> dict[str, Any]:
    return {
        "who": list(contest.who),
        "since": _told(contest.since),
        "says": contest.says,
        "subject": contest.subject,
    }


def _change(change: Change) -> dict[str, Any]:
    of = change.of
    return {
        "when": change.when.edtf,
        "change": change.kind.value,
        "ended_how": change.how and change.how.value,
        "told": change.told,
        "key": of.key,
        "imposer": of.imposer if isinstance(of, LegalMeasure) else None,
        "programme": of.programme,
        "instrument": of.instrument,
        "provision": of.provision if isinstance(of, LegalMeasure) else None,
        "sources": list(of.sources),
    }


def _told(moment: Moment | None) -> str | None:
    return None if moment is None else moment.edtf


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row whose lists are texts, their members divided by a bar."""
    return {name: " | ".join(map(_text, cell)) if isinstance(cell, list) else cell for name, cell in row.items()}


def _text(value: Any) -> str:
    if isinstance(value, dict):
        told = ((name, _text(v)) for name, v in value.items() if v not in (None, []))
        return "; ".join(f"{name} {v}" for name, v in told)
    return ", ".join(map(_text, value)) if isinstance(value, list) else str(value)
