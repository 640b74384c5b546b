"""Statements ready for weighing, for the tests of this folder."""

from datetime import date

import onrecord
from onrecord.records import Said
from onrecord.weighing import said_in

__all__ = ["said"]


def said(text: str, outlet: str | None = "The Bergen Post", day: str = "2024-02-01") -> list[Said]:
    """Return the statements of an article with what weighing needs of them."""
    return list(said_in(onrecord.read(text, outlet=outlet, published_on=date.fromisoformat(day))))
