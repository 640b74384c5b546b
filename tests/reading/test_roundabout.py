"""What is told in a roundabout way makes one statement, and none inside a quotation."""

import onrecord
from tests.reading.test_citing import told


def test_the_plain_and_the_roundabout_reading_of_one_sentence_do_not_stand_side_by_side() -> None:
    text = "AFP has the British defence ministry saying that Oman sold Peru six boats."
    assert len(onrecord.read(text).statements) == 1


def test_a_quotation_is_one_voices() -> None:
    text = "“The first to say that the mill had closed were two clerks,” Ana Paz said."
    ((source, _, _),) = told(text)
    assert source == "Ana Paz"
