"""The agency that a dateline or a credit in brackets names."""

from datetime import date
from functools import cache

import pytest

import onrecord
from onrecord.records import Statement


@cache
def said(text: str, outlet: str | None = None) -> tuple[Statement, ...]:
    """Return the statements of a text that are not the author's."""
    return tuple(s for s in onrecord.read(text, outlet=outlet).statements if s.cue is not None)


OUTLET = "Fjord Gazette"
REPORT = "The harbour master said that the ferry had docked."


def via(statement: Statement) -> list[tuple[str | None, str]]:
    return [(link.name, link.relation.value) for link in statement.via or ()]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"BERGEN, June 4 (Reuters) - {REPORT}", "Reuters"),
        (f"NEW YORK, June 4 (AP) — {REPORT}", "AP"),
        (f"BERGEN, 4 June (Xinhua): {REPORT}", "Xinhua"),
        (f"BERGEN (Kyodo) -- {REPORT}", "Kyodo"),
        (f"BERGEN, June 4 (Nordic Wire) - {REPORT}", "Nordic Wire"),
        (f"(AFP) - {REPORT}", "AFP"),
        (f"{REPORT} (Kyodo)", "Kyodo"),
        (f"{REPORT}\n\nThe port is old.\n\nThe crane is new. (AFP)", "AFP"),
    ],
)
def test_the_agency_is_a_relay_and_not_the_source(text: str, agency: str) -> None:
    (statement,) = said(text, OUTLET)
    assert via(statement) == [(agency, "relay")]
    assert statement.source is not None and statement.source.text == "The harbour master"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"BERGEN, June 4 (Reuters) - {REPORT}", "Reuters"),
        (f"BERGEN, June 4 (Reuters) - {REPORT}", "reuters online"),
        (f"BERGEN, June 4 (Fjord Gazette) - {REPORT}", "The Fjord Gazette"),
        (f"{REPORT} (Kyodo)", "Kyodo"),
    ],
)
def test_the_own_outlet_is_no_link(text: str, outlet: str) -> None:
    (statement,) = said(text, outlet)
    assert via(statement) == []


@pytest.mark.parametrize(
    "text",
    [
        f"BERGEN, June 4 - {REPORT}",
        f"The ferry, old and slow (Reuters) - {REPORT}",
        f"{REPORT} (Monday)",
        f"{REPORT} (Photo: Nordic Wire)",
        f"{REPORT}\n\nThe port is old. (AFP)\n\nThe crane is new.",
    ],
)
def test_other_brackets_are_no_credit(text: str) -> None:
    (statement,) = said(text, OUTLET)
    assert via(statement) == []


def test_a_dateline_reaches_every_statement_below_it() -> None:
    first, second = said(f"BERGEN, June 4 (Reuters) - {REPORT}\n\nThe envoy said that the crew was safe.", OUTLET)
    assert via(first) == via(second) == [("Reuters", "relay")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("NAIROBI, May 14, 2025 (Reuters) - The army said on Monday that the port was closed.", date(2025, 5, 12)),
        ("Kyiv, 3 March 2026 – The ministry said on Monday that the port was closed.", date(2026, 3, 2)),
        (
            "Port closed\n\nKyiv, 3 March 2026\n\nThe ministry said on Monday that the port was closed.",
            date(2026, 3, 2),
        ),
        ("Port closed\n\nThe ministry said on Monday that the port was closed.\n\nKyiv, 3 March 2026", None),
    ],
)
def test_a_dateline_dates_what_has_no_day_of_publication(text: str, day: date | None) -> None:
    statement = next(s for s in said(text) if "closed" in s.content.text)
    assert (statement.said_on.first if statement.said_on else None) == day


def test_the_day_of_publication_outranks_the_dateline() -> None:
    text = "Kyiv, 3 March 2026 – The ministry said on Monday that the port was closed."
    (statement,) = (s for s in onrecord.read(text, published_on=date(2026, 3, 12)).statements if s.cue is not None)
    assert statement.said_on is not None
    assert statement.said_on.first == date(2026, 3, 9)
