"""A noun for proof that leads, and what is written in a document."""

import pytest

import onrecord


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Confirmation of the sale of missiles to Chile came from four regional security sources.",
            "four regional security sources",
            "of the sale of missiles to Chile",
        ),
        (
            "In a delivery note seen by Reuters it is stated that Norway had supplied Chile with howitzers.",
            "a delivery note",
            "that Norway had supplied Chile with howitzers",
        ),
        (
            "Explosive drones have struck the port, say five regional security sources.",
            "five regional security sources",
            "Explosive drones have struck the port",
        ),
    ],
)
def test_who_tells_what(text: str, source: str, content: str) -> None:
    (statement,) = onrecord.read(text).statements
    assert statement.source is not None
    assert ((statement.source.name or "").startswith(source), statement.content.text) == (True, content)


@pytest.mark.parametrize("text", ["The order came from the minister.", "No evidence of the sale came from Norway."])
def test_no_proof_no_source(text: str) -> None:
    assert not [s for s in onrecord.read(text).statements if s.cue is not None and s.cue.lemma == "come"]
