"""One sentence that says two things is two statements; one that says one thing stays one."""

from functools import cache

import pytest

import onrecord
from onrecord.records import Certainty, Stance, Statement


@cache
def said(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text that are not the author's."""
    return tuple(s for s in onrecord.read(text).statements if s.cue is not None)


A, D, C = Stance.ASSERTS, Stance.DENIES, Stance.COMMITS


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The minister said the port was shut and that it will open in May.",
            [(A, "the port was shut"), (Stance.EXPECTS, "and that it will open in May")],
        ),
        (
            "The envoy said that the crates were empty and that the ministry must open them.",
            [(A, "that the crates were empty"), (Stance.DEMANDS, "and that the ministry must open them")],
        ),
        (
            "The minister said the port was open, but the ferry would not sail.",
            [(A, "the port was open"), (Stance.EXPECTS, "but the ferry would not sail")],
        ),
        (
            "The envoy said the ferry was safe and would sail on Friday.",
            [(A, "the ferry was safe"), (Stance.EXPECTS, "and would sail on Friday")],
        ),
        (
            "“The crew is safe. We will close the port,” the minister said.",
            [(A, "“The crew is safe."), (C, "We will close the port,”")],
        ),
        (
            "“We have not sold a rifle. The council must publish the list,” the envoy said.",
            [(D, "“We have not sold a rifle."), (Stance.DEMANDS, "The council must publish the list,”")],
        ),
        (
            "“The crew is safe,” the minister said. “We will close the port.”",
            [(A, "“The crew is safe,”"), (C, "“We will close the port.”")],
        ),
        (
            "“We have sold nothing; the ministry must correct its report,” the envoy said.",
            [(D, "“We have sold nothing"), (Stance.DEMANDS, "the ministry must correct its report,”")],
        ),
    ],
)
def test_two_stances_are_two_statements_of_one_source(text: str, parts: list[tuple[Stance, str]]) -> None:
    found = said(text)
    assert [(s.stance, s.content.text) for s in found] == parts
    assert len({s.source.text for s in found if s.source is not None}) == 1
    assert len({s.cue.text for s in found if s.cue is not None}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "“The crew may be safe. The ship is lost,” the admiral said.",
        "The admiral said the crew might be alive and the ship was lost.",
    ],
)
def test_two_certainties_are_two_statements(text: str) -> None:
    assert [s.certainty for s in said(text)] == [Certainty.POSSIBLE, Certainty.CERTAIN]


def test_two_conditions_are_two_statements() -> None:
    found = said("“We will return the engines, and if the ship sails, we will close the port,” the minister said.")
    assert [(s.stance, s.condition is not None) for s in found] == [(C, False), (C, True)]


@pytest.mark.parametrize(
    ("stance", "content", "text"),
    [
        (A, "the port was shut and the ferry was safe", "The envoy said the port was shut and the ferry was safe."),
        (A, "“The port is shut. The ferry is safe,”", "“The port is shut. The ferry is safe,” the envoy said."),
        (A, "the port was shut because the ship sank", "The envoy said the port was shut because the ship sank."),
        (D, "that it sold rifles and that it would", "The company denied that it sold rifles and that it would lie."),
        (
            Stance.DEMANDS,
            "and that it be kept open",
            "The council demanded that it be opened and that it be kept open.",
        ),
    ],
)
def test_one_stance_stays_one_statement(stance: Stance, content: str, text: str) -> None:
    (statement,) = said(text)
    assert statement.stance is stance
    assert content in statement.content.text
