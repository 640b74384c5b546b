"""What a check finds, and that it finds nothing in the shipped tables."""

from pathlib import Path

import pytest

from onrecord.registers import check
from onrecord.registers.checking import bracketed

from .conftest import Spoil

CUES = "lexicon/en/cues.csv"
DENY = "The ministry [denied] that a ship had sailed."


def test_the_shipped_tables_have_no_fault() -> None:
    checked = check()
    assert [str(fault) for fault in checked.faults] == []
    assert all(count > 0 for count in checked.counts.values())


@pytest.mark.parametrize(
    ("line", "got", "expected"),
    [
        (f"deny,verb,deny,refutes,certain,withholds,content,{DENY}", "stance 'refutes'", "one of asserts, denies"),
        (f"deny,verb,deny,denies,,withholds,content,{DENY}", "certainty '' with stance denies", "one of certain"),
        (f"deny,verb,deny,doubts,certain,,content,{DENY}", "certainty 'certain' with stance doubts", "an empty one"),
        (f"deny,verb,deny,denies,certain,withholds,{DENY}", "7 cells", "8"),
        (f"Deny,verb,deny,denies,certain,withholds,content,{DENY}", "'Deny'", "lemmas in lower case"),
        ("deny,verb,deny,denies,certain,withholds,content,", "an empty example", "a word or a sentence"),
        ("deny,verb,deny,denies,certain,,content,He denied it.", "0 bracketed parts", "one"),
        ("deny,verb,deny,denies,certain,,content,He [declined] it.", "[declined] in the example", "a form of 'deny'"),
        (f"zeal,verb,deny,denies,certain,,content,{DENY}", "[denied] in the example", "a form of 'zeal'"),
    ],
)
def test_a_fault_of_a_row_is_named(spoiled: Spoil, line: str, got: str, expected: str) -> None:
    faults = [str(fault) for fault in check(spoiled(CUES, "deny,verb", line)).faults]
    assert any(f"got {got}" in fault and f"expected {expected}" in fault for fault in faults), faults
    assert all(fault.startswith(f"{CUES}:") for fault in faults)


def test_order_and_duplicates(spoiled: Spoil) -> None:
    folder = spoiled(CUES, "deny,verb", f"say,verb,say,asserts,certain,,content,{DENY.replace('denied', 'said')}")
    faults = [str(fault) for fault in check(folder).faults]
    assert any("expected rows in the order of their first column" in fault for fault in faults)


def test_an_entry_twice(spoiled: Spoil) -> None:
    folder = spoiled("lexicon/en/hedges.csv", "maybe,", "may,possible,modal,The strait [may] freeze in January.")
    assert [fault.got for fault in check(folder).faults] == ["'may' a second time"]


def test_a_name_with_two_meanings(spoiled: Spoil) -> None:
    folder = spoiled("gazetteer/states.csv", "Iraq,", "Iraq,IQ,Iraqi,Baghdad,Persia,[Iraq] lies on two rivers.")
    assert [str(fault).partition(": ")[2] for fault in check(folder).faults] == [
        "got 'Persia', which is Iran already; expected one meaning a name"
    ]


def test_a_body_of_no_state(spoiled: Spoil) -> None:
    folder = spoiled("gazetteer/bodies.csv", "Mossad,", "Mossad,government,Judea,,The [Mossad] was founded in 1949.")
    assert [fault.got for fault in check(folder).faults] == ["state 'Judea'"]


def test_another_head_ends_the_table(spoiled: Spoil) -> None:
    checked = check(spoiled("lexicon/en/roles.csv", "role,", "role,whom,example"))
    assert [fault.where for fault in checked.faults] == ["lexicon/en/roles.csv:1"]
    assert checked.counts["lexicon/en/roles.csv"] == 0


def test_no_tables_at_all(tmp_path: Path) -> None:
    checked = check(tmp_path)
    assert len(checked.faults) == len(checked.counts)
    assert {fault.got for fault in checked.faults} == {"No such file or directory"}


def test_bytes_that_are_no_utf8(spoiled: Spoil) -> None:
    folder = spoiled("lexicon/en/roles.csv", "admiral,", "admiral,none,The [admiral] said so.")
    (folder / "lexicon/en/roles.csv").write_bytes(b"role,\xff")
    assert [fault.got for fault in check(folder).faults] == ["byte 0xff"]


def test_brackets() -> None:
    assert bracketed("The [Iranian] envoy left [Tehran].") == ["Iranian", "Tehran"]
