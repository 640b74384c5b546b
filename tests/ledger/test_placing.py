"""Where a decision stands after a re-reading: by the share of words, at least half."""

from dataclasses import replace

from onrecord.ledger.placing import placed_on
from onrecord.records import Said
from onrecord.weighing import said_in
from tests.kept import reading

(TOLD, *_) = said_in(reading("report"))


def at(anchor: str, *spans: tuple[int, int]) -> Said:
    return replace(TOLD, anchor=anchor, spans=spans)


def test_the_greatest_overlap_of_at_least_half() -> None:
    before = "a", ((0, 100),)
    assert placed_on(*before, [at("b", (0, 50)), at("c", (10, 100))]) == "c"
    assert placed_on(*before, [at("b", (0, 50))]) == "b"
    assert placed_on(*before, [at("b", (0, 49))]) is None
    assert placed_on(*before, [at("b", (0, 300))]) is None
    assert placed_on(*before, []) is None


def test_the_same_name_stays_whatever_else_overlaps() -> None:
    assert placed_on("a", ((0, 10),), [at("b", (0, 10)), at("a", (50, 60))]) == "a"


def test_of_two_alike_always_the_same() -> None:
    before, after = ("a", ((0, 10), (20, 30))), [at("b", (0, 10), (20, 30)), at("c", (0, 10), (20, 30))]
    assert placed_on(*before, after) == placed_on(*before, after[::-1])
