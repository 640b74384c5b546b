"""Stance, certainty, condition and scope: what a source does with what it says."""

from functools import cache

import pytest

import onrecord
from onrecord.records import Certainty, Stance, Statement

A, D, X = Stance.ASSERTS, Stance.DENIES, Stance.DISMISSES


@cache
def said(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text that are not the author's."""
    return tuple(s for s in onrecord.read(text).statements if s.cue is not None)


def only(text: str) -> Statement:
    (statement,) = said(text)
    return statement


@pytest.mark.parametrize(
    ("stance", "text"),
    [
        (A, "The ministry said that the ferry had docked at noon."),
        (A, "The ministry confirmed that two engines were sold."),
        (A, "The spokesman told reporters that the port remained open."),
        (A, "“The lighthouse is dark,” the harbour master said."),
        (D, "The company denied that it had shipped the parts."),
        (D, "The ministry rejected the claim that it had armed the rebels."),
        (D, "“We have not sold a single rifle,” the minister said."),
        (D, "“We have sold nothing,” the minister said."),
        (D, "The minister said the report was false."),
        (D, "The company said it had no involvement in the sale."),
        (D, "“That never happened,” the envoy said."),
        (X, "The ministry dismissed the report as baseless."),
        (X, "“These allegations are absurd,” the ambassador said."),
        (X, "The spokesman said the accusations were unfounded."),
        (X, "The envoy said the claims were ridiculous."),
        (X, "The envoy called the claims ridiculous."),
        (Stance.DOUBTS, "The senator doubted that the shipment had arrived."),
        (Stance.DOUBTS, "Analysts questioned whether the missiles existed."),
        (Stance.DOUBTS, "Experts are sceptical that the engines were delivered."),
        (Stance.WITHHOLDS, "The ministry said it could not confirm the shipment."),
        (Stance.WITHHOLDS, "The spokesman could neither confirm nor deny the sale."),
        (Stance.WITHHOLDS, "The spokeswoman said she had no information about the delivery."),
        (Stance.WITHHOLDS, "The envoy said he had seen no evidence of a sale."),
        (Stance.WITHHOLDS, "It was unclear whether the ship had left, the envoy said."),
        (Stance.WITHHOLDS, "“It remains unclear who paid for the rifles,” the minister said."),
        (Stance.WITHHOLDS, "Nobody knows whether the ship reached Aden, the envoy said."),
        (Stance.WITHHOLDS, "Norway is seeking proof that the firm sold engines to Chad, minister Kari Lund said."),
        (A, "The course was unclear and the crew was tired, the captain said."),
        (Stance.DECLINES, "The company declined to comment on the report."),
        (Stance.DECLINES, "The embassy did not respond to a request for comment."),
        (Stance.DECLINES, "The spokesman refused to comment."),
        (Stance.EXPECTS, "The ministry said the vessel would arrive in May."),
        (Stance.EXPECTS, "The analyst predicted that prices will fall."),
        (Stance.EXPECTS, "The admiral said the talks will fail."),
        (Stance.COMMITS, "The ministry said it would return the engines."),
        (Stance.COMMITS, "“We will publish the contract,” the minister said."),
        (Stance.COMMITS, "The company promised that it would stop the sale."),
        (Stance.COMMITS, "The minister vowed to close the port."),
        (Stance.DEMANDS, "The council demanded that the port be opened."),
        (Stance.DEMANDS, "The minister urged the company to stop the sale."),
        (Stance.DEMANDS, "The envoy said the fighters must leave the town."),
        (Stance.DEMANDS, "The union called on the ministry to publish the contract."),
        (Stance.RETRACTS, "The newspaper retracted its claim that the ship had sunk."),
        (Stance.RETRACTS, "The minister withdrew his claim that the ship had sunk."),
        (Stance.RETRACTS, "The aide walked back the figure."),
    ],
)
def test_stances(stance: Stance, text: str) -> None:
    assert only(text).stance is stance


@pytest.mark.parametrize(
    ("certainty", "text"),
    [
        (Certainty.CERTAIN, "The ministry said that the ferry had docked."),
        (Certainty.CERTAIN, "The company denied that it had shipped the parts."),
        (Certainty.PROBABLE, "The ministry believes that the parts were shipped."),
        (Certainty.PROBABLE, "The envoy said the crates were probably empty."),
        (Certainty.PROBABLE, "The admiral said the ship had likely turned back."),
        (Certainty.POSSIBLE, "The envoy said the crates may have held drones."),
        (Certainty.POSSIBLE, "“Norway may have done so,” the analyst said."),
        (Certainty.POSSIBLE, "The general said the parts might have come from the north."),
        (None, "The company declined to comment."),
        (None, "The ministry said it could not confirm the shipment."),
        (None, "The council demanded that the port be opened."),
    ],
)
def test_certainty(certainty: Certainty | None, text: str) -> None:
    assert only(text).certainty is certainty


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        ("if the ship sails", "The ministry said it would close the port if the ship sails."),
        ("If the ship sails", "“If the ship sails, we will close the port,” the minister said."),
        ("unless the crew is freed", "The envoy said the talks would end unless the crew is freed."),
        ("without a new contract", "The company said no engine would leave the yard without a new contract."),
        ("any transfer of drones", "The minister said that any transfer of drones would be a grave mistake."),
        ("Any such sale", "“Any such sale would break the treaty,” the envoy said."),
        (None, "The ministry said the port was closed."),
        (None, "The spokesman was asked if the port was closed."),
        (None, "The ministry said the vessel would arrive in May."),
    ],
)
def test_conditions(condition: str | None, text: str) -> None:
    statement = said(text)[0]
    assert (statement.condition.text if statement.condition else None) == condition


def test_no_condition_comes_from_the_sentence_before() -> None:
    first, second = said(
        "The minister said the port would close if the ship sails. “We will return the engines,” he added."
    )
    assert first.condition is not None and first.condition.text == "if the ship sails"
    assert second.condition is None
    assert second.stance is Stance.COMMITS


def test_no_condition_goes_over_to_the_next_sentence_of_a_quotation() -> None:
    found = said("“If the ship sails, we will close the port. We have not sold a rifle,” the minister said.")
    assert [(s.stance, s.condition is not None) for s in found] == [(Stance.COMMITS, True), (D, False)]


@pytest.mark.parametrize(
    ("scope", "text"),
    [
        (
            "since my government took office",
            "“We have sent no rifles since my government took office,” the premier said.",
        ),
        ("since 2019", "The ministry said it had not sold rifles since 2019."),
        ("military", "The company denied selling military engines."),
        ("during the war", "The company denied that it had sold engines during the war."),
        ("directly", "The company said it did not directly sell engines to the rebels."),
        ("direct", "The company denied any direct sale of engines."),
        (None, "The company denied that it had sold engines."),
        (None, "The ministry said the port had been closed since 2019."),
    ],
)
def test_scope(scope: str | None, text: str) -> None:
    statement = only(text)
    assert (statement.scope.text if statement.scope else None) == scope


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The minister said that the port was closed and that it would open in May.",
            [(A, "that the port was closed"), (Stance.EXPECTS, "that it would open in May")],
        ),
        (
            "“We have not sold a single rifle, and we will open our books,” the minister said.",
            [(D, "We have not sold a single rifle"), (Stance.COMMITS, "we will open our books")],
        ),
        (
            "The minister said the port was open and the ferry would sail on Friday.",
            [(A, "the port was open"), (Stance.EXPECTS, "the ferry would sail on Friday")],
        ),
        (
            "“The report is false. The ministry must correct it,” the envoy said.",
            [(D, "The report is false"), (Stance.DEMANDS, "The ministry must correct it")],
        ),
    ],
)
def test_one_sentence_that_says_two_things_is_two_statements(text: str, parts: list[tuple[Stance, str]]) -> None:
    found = said(text)
    assert [s.stance for s in found] == [stance for stance, _ in parts]
    assert all(words in s.content.text for s, (_, words) in zip(found, parts, strict=True))


@pytest.mark.parametrize("text", ["“Never directly,” the minister said.", "Not us, the spokesman said."])
def test_an_answer_that_is_no_more_than_a_no(text: str) -> None:
    assert only(text).stance is Stance.DENIES


def test_the_clause_a_condition_is_tied_to_decides() -> None:
    statement = only("Should the reports prove true, the minister said, the firm would have to wait.")
    assert statement.stance is Stance.EXPECTS
