"""The stance that what is said gives itself, and the forms of clauses that tell it."""

import pytest

import onrecord
from onrecord.records import Stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“Let the council vote on the sale,” the envoy said.", Stance.DEMANDS),
        ("“Stop the deliveries at once,” the envoy said.", Stance.DEMANDS),
        ("“Thank the crew for it,” the envoy said.", Stance.ASSERTS),
        ("“Will we survive the winter?” the envoy said.", Stance.ASSERTS),
        ("“We would be looking at a ruin,” the envoy said.", Stance.EXPECTS),
        ("The envoy said he still means to buy the boats.", Stance.COMMITS),
        ("The envoy said he was not aware of the sale.", Stance.WITHHOLDS),
        ("The envoy said he had never seen a camel.", Stance.DENIES),
        ("She had no reason, the envoy added, to question the invoice.", Stance.EXPECTS),
        ("The envoy slammed the mayor for not using the bridge.", Stance.ASSERTS),
        ("The firm says not.", Stance.DENIES),
        ("The envoy said the firm needs to open its books.", Stance.DEMANDS),
    ],
)
def test_the_content_tells_the_stance(text: str, stance: Stance) -> None:
    assert [s.stance for s in onrecord.read(text).statements if s.cue] == [stance]


def test_a_quotation_mark_in_a_phrase_of_silence() -> None:
    (statement,) = [s for s in onrecord.read("The minister said there is “no evidence” of a sale.").statements if s.cue]
    assert statement.stance is Stance.WITHHOLDS


def test_what_will_be_withdrawn_takes_back_no_words() -> None:
    (statement,) = [
        s for s in onrecord.read("The minister added that its licence will be withdrawn.").statements if s.cue
    ]
    assert statement.stance is not Stance.RETRACTS
