"""The end of a content is marked where the text leaves open whose words it is."""

import pytest

import onrecord


@pytest.mark.parametrize(
    ("text", "uncertain"),
    [
        ("The report names a dealer in Oslo, the panel says, a man with two passports.", True),
        ("The port had closed in May, the envoy said, months before the treaty lapsed.", True),
        ("The port, the envoy said, had closed in May.", False),
        ("The tanks were sold in May, the envoy said, and the guns were shipped to Oslo a month later.", False),
        ("“The port had closed,” the envoy said, “and nobody was told.”", False),
        ("The envoy said the port had closed.", False),
        ("If the port closes, the envoy said, the fleet will sail.", False),
    ],
)
def test_words_behind_a_reporting_clause_may_be_the_writers(text: str, uncertain: bool) -> None:
    found = [s for s in onrecord.read(text).statements if s.cue is not None]
    assert [s.content.uncertain for s in found] == [uncertain]
