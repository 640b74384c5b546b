"""What two statements are to each other."""

import pytest

from onrecord.records import EdgeKind, Said
from onrecord.weighing import relate
from tests.weighing.reading import said


def first(text: str) -> Said:
    """Return the statement of somebody else's that tells something done."""
    return next(s for s in said(text) if s.source is not None)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Iran sent missiles to Russia, Mr Berg said.", "The Kremlin got Iranian missiles, Ms Lund said.", "same"),
        ("Iran sent missiles to Russia, Mr Berg said.", "Iran denied sending missiles to Russia.", "same"),
        ("Iran sent missiles to Russia, Mr Berg said.", "Iran sent missiles to Syria, Ms Lund said.", "separate"),
        ("Iran sent missiles to Russia, Mr Berg said.", "Iran sent drones to Russia, Ms Lund said.", "separate"),
        (
            "Iran sent missiles to Russia, Mr Berg said.",
            "Iran sent Fateh-110 missiles to Russia, Ms Lund said.",
            "refines",
        ),
        (
            "Iran sent missiles to Russia in May, Mr Berg said.",
            "Iran sent missiles to Russia in 2021, Ms Lund said.",
            "separate",
        ),
        ("Norway imposed sanctions on Chile, Mr Berg said.", "Norway sold tanks to Chile, Ms Lund said.", "separate"),
        (
            "Norway will impose sanctions on Chile, Mr Berg said.",
            "Norway lifted sanctions on Chile, Ms Lund said.",
            "separate",
        ),
        (
            "The long winter in Oslo was hard and cold, Mr Berg said.",
            "In Oslo the winter was long, hard and cold, Ms Lund said.",
            "same",
        ),
        (
            "The long winter in Oslo was hard and cold, Mr Berg said.",
            "The short summer in Narvik was warm, Ms Lund said.",
            "separate",
        ),
    ],
)
def test_verdicts(a: str, b: str, kind: str) -> None:
    one, other = first(a), first(b)
    assert relate(one, other)[0] == kind
    assert relate(other, one)[0] == kind


def test_a_verdict_brings_reasons() -> None:
    one = first("Iran sent missiles to Russia, Mr Berg said.")
    other = first("Iran denied sending missiles to Russia.")
    assert relate(one, other)[1] == ("both transfer", "same doer", "same other side", "same goods")


def test_goods_and_a_month_alone_are_no_affair() -> None:
    a = said("Some 320 tonnes of shells came ashore in the north in December 2023, the memo said.")[0]
    b = said("Belarus supplied rebels in Libya with shells in December 2023, the envoy said.")[0]
    assert relate(a, b)[0] not in (EdgeKind.SAME, EdgeKind.REFINES)


def test_whoever_imposes_much_ties_no_two_measures() -> None:
    a = said("The European Union has put Yelkaya Motor on its sanctions list, the Council said.")[0]
    b = said("The European Union will put Lam Giang on its sanctions list, two diplomats said.")[0]
    assert relate(a, b)[0] not in (EdgeKind.SAME, EdgeKind.REFINES)


def test_one_party_merely_named_and_a_kind_of_goods_are_not_enough() -> None:
    a = said("Drones were sent to Sudan from a port in the north, and Russia was told, the envoy said.")[0]
    b = said("Iran sent drones to Russia, Mr Berg said.")[0]
    assert relate(a, b)[0] not in (EdgeKind.SAME, EdgeKind.REFINES)
