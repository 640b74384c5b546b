"""Clauses and quotations belong to the reporting clause beside them, whatever the model linked them to."""

import onrecord


def told(text: str) -> list[tuple[str | None, str]]:
    """Return source and content of every statement with a cue."""
    return [(s.source.text if s.source else None, s.content.text) for s in onrecord.read(text).statements if s.cue]


def test_a_source_does_not_swallow_another_reporting_clause() -> None:
    found = told("The miners, one envoy recalled on Monday, had assured her that no shaft was closed.")
    assert ("The miners", "that no shaft was closed") in found
    assert found[0][0] == "one envoy"


def test_a_paragraph_of_quotation_goes_on_with_the_speaker_before() -> None:
    text = (
        "“We carried rice in the dark,” said a pilot at the camp. “Nobody slept that week.\n\n"
        "“Give us lamps.”\n\n"
        "“It would have had to,” said Karin Lane, a dealer in Oslo."
    )
    lamps = [source for source, content in told(text) if content and "lamps" in content]
    assert lamps == ["a pilot at the camp"]
