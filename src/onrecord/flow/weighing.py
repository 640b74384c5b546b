"""What is claimed, on whose word, and how far does it stand? Readings weighed together, or one on its own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.records import Claim, Reading
from onrecord.weighing import edges_of, said_in, weigh

__all__ = ["weighed", "with_claims"]


def with_claims(reading: Reading) -> Reading:
    """Return a reading with its document weighed on its own."""
    return replace(reading, claims=weighed([reading]))


def weighed(readings: Sequence[Reading], *, on: date | None = None) -> tuple[Claim, ...]:
    """Return the claims of documents, in the order of their publication, as they stand on a day (None: by all of them)."""
    said = [s for reading in readings for s in said_in(reading)]
    return weigh(said, edges_of(said), on=on)
