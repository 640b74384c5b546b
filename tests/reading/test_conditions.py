"""What a statement is tied to: its condition, and the scope of a denial or a commitment."""

from functools import cache

import pytest

import onrecord
from onrecord.records import Statement


@cache
def said(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text that are not the author's."""
    return tuple(s for s in onrecord.read(text).statements if s.cue is not None)


def only(text: str) -> Statement:
    (statement,) = said(text)
    return statement


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        ("if the crew rests", "The minister said the ferry would wait if the crew rests."),
        ("If the ship sails", "If the ship sails, the port will close, the minister said."),
        ("even if the ship sailed", "The minister said that, even if the ship sailed, the port would stay open."),
        ("If the crew “rests a while”", "If the crew “rests a while”, the ferry will wait, the minister said."),
        ("Unless the crew is freed", "“Unless the crew is freed, the talks will fail,” the envoy said."),
        ("unless the crew was harmed", "The envoy said the talks would go on unless the crew was harmed."),
        ("if confirmed", "The envoy said the sale, if confirmed, would break the treaty."),
        ("if confirmed", "“The sale, if confirmed, would break the treaty,” the envoy said."),
        ("unless stopped", "The minister said the sale, unless stopped, would break the treaty."),
        ("without a permit", "The company said no crane would move without a permit."),
        ("Without a permit", "Without a permit, no crane would move, the company said."),
        ("any transfer", "The envoy said any transfer would break the treaty."),
        ("such a sale", "The envoy said such a sale would break the treaty."),
        ("anyone who buys rifles", "The envoy said anyone who buys rifles would be punished."),
        ("Whoever buys the rifles", "“Whoever buys the rifles will be punished,” the minister said."),
    ],
)
def test_the_words_of_a_condition(condition: str, text: str) -> None:
    found = only(text).condition
    assert found is not None and found.text == condition


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said the transfer would break the treaty.",
        "The minister said the port was shut without a reason.",
        "The envoy said any sale was a mistake.",
        "The minister was asked if the port was closed.",
        "The reporter asked if the crew was safe.",
        "If the ship sails, the crew will be tired. “The port will close,” the minister said.",
    ],
)
def test_no_condition(text: str) -> None:
    assert only(text).condition is None


def test_a_condition_stays_in_its_sentence() -> None:
    first, second = said(
        "The minister said the port would close if the ship sails. The envoy said the talks would end."
    )
    assert first.condition is not None
    assert second.condition is None


@pytest.mark.parametrize(
    ("scope", "text"),
    [
        ("since 2019", "The ministry said it had sold no rifles since 2019."),
        ("before the war", "The company denied that it had sold engines before the war."),
        ("under the treaty", "The company said it would sell drones under the treaty."),
        ("outside Norway", "The company denied that it had sold rifles outside Norway."),
        ("until the war ended", "The company said it would not sell rifles until the war ended."),
        ("knowingly", "The ministry said it had not knowingly sold rifles."),
        ("currently", "The ministry said it was not currently selling rifles."),
        ("official", "The envoy denied any official sale of engines."),
        ("nuclear", "The company denied selling nuclear fuel."),
        (None, "The company denied selling rusty fuel."),
        (None, "The ministry said the port was open until May."),
    ],
)
def test_the_scope_of_a_denial_or_commitment(scope: str | None, text: str) -> None:
    found = only(text).scope
    assert (found.text if found else None) == scope


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (
            "Should the reports prove true",
            "Should the reports prove true, the minister said, the ferry would have to wait.",
        ),
        ("only if the crew rested", "The ferry would wait only if the crew rested, the minister said."),
        ("once the crew arrives", "The ferry will leave once the crew arrives, the minister said."),
        (
            "provided that the harbour is open",
            "The firm will sell the ferry provided that the harbour is open, the minister said.",
        ),
        (
            "In the event that the crew is late",
            "In the event that the crew is late, the ferry will wait, the minister said.",
        ),
        ("Whoever sells the ferry", "Whoever sells the ferry will lose his licence, the minister said."),
        (
            "should it be proven",
            "The minister warned that the sale, should it be proven, would cost the firm its licence.",
        ),
    ],
)
def test_conditions_without_a_plain_if(condition: str, text: str) -> None:
    found = said(text)[-1].condition
    assert found is not None
    assert found.text == condition
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    ("scope", "text"),
    [
        ("from its own stocks", "Norway denies giving Chile rifles from its own stocks."),
        ("as far as rifles go", "Norway denied that it sold arms, as far as rifles go."),
    ],
)
def test_limits_that_say_what_they_are(scope: str, text: str) -> None:
    found = said(text)[0].scope
    assert found is not None
    assert found.text == scope
