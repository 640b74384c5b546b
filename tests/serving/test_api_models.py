"""What the API answers has every field of the records: one that is added there and not here is told by these tests."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import pytest
from pydantic import BaseModel

import onrecord
from onrecord.ledger import DocumentRow
from onrecord.records import (
    Challenge,
    Change,
    Claim,
    Figure,
    Imprint,
    Judgement,
    Origin,
    Standing,
    claims_to_dict,
    to_dict,
)
from onrecord.records.briefs import Brief, Counts, MeasureCited
from onrecord.records.regimes import Contest, Interval, MeasureClaim, Monitor
from onrecord.serving.api.models import briefs, claims, documents, measures

TEXT = """Iran has sent 400 missiles to Russia in January, the Norwegian foreign ministry said on 2 February 2024.

The EU imposed sanctions on Iran in 2023, "if that is enough," said Kari Lund, a minister, citing Reuters."""


def names(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


@pytest.mark.parametrize(
    ("model", "record", "beside"),
    [
        (claims.ImprintOut, Imprint, set()),
        (claims.OriginOut, Origin, set()),
        (claims.ChallengeOut, Challenge, set()),
        (claims.StandingOut, Standing, set()),
        (claims.FigureOut, Figure, set()),
        (claims.ClaimOut, Claim, set()),
        (claims.ChangeOut, Change, set()),
        (claims.JudgementOut, Judgement, set()),
        (documents.DocumentItem, DocumentRow, set()),
        (measures.IntervalOut, Interval, set()),
        (measures.ContestOut, Contest, set()),
        (measures.MeasureClaimOut, MeasureClaim, {"programme"}),
        (measures.MonitorOut, Monitor, {"programme"}),
        (briefs.CountsOut, Counts, set()),
        (briefs.BriefOut, Brief, set()),
        (briefs.MeasureCitedOut, MeasureCited, set()),
    ],
)
def test_a_model_has_every_field_of_its_record(model: type[BaseModel], record: type[Any], beside: set[str]) -> None:
    held = {field.name for field in fields(record)} - beside
    assert held - names(model) == set()
    assert names(model) - held <= {"schema", "kind"}


def test_a_statement_of_a_claim_has_every_field() -> None:
    reading = onrecord.read(TEXT, outlet="Wire")
    (claim, *_) = claims_to_dict(reading.claims or (), None)["claims"]
    assert set(claim["statements"][0]) == names(claims.SaidOut)


def test_a_reading_has_every_field() -> None:
    told = to_dict(onrecord.read(TEXT, outlet="Wire"))
    kept = documents.ReadingOut.model_validate(told)
    again = kept.model_dump(mode="json", by_alias=True)
    assert _missing(told, again) == []


def _missing(told: Any, again: Any, where: str = "") -> list[str]:
    """Return what is told and not kept, or kept as something else."""
    if isinstance(told, Mapping):
        return [m for key, value in told.items() for m in _missing(value, again.get(key, "nothing"), f"{where}.{key}")]
    if isinstance(told, list | tuple):
        pairs = zip(told, again, strict=True)
        return [m for n, (a, b) in enumerate(pairs) for m in _missing(a, b, f"{where}[{n}]")]
    return [] if told == again else [f"{where}: {told!r} became {again!r}"]
