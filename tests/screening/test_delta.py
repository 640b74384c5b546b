"""What changed between two versions."""

from dataclasses import replace

from onrecord.screening import delta
from tests.screening.parties import PARTIES


def test_added_changed_removed() -> None:
    first, second, third, *rest = PARTIES
    found = delta([first, second, *rest], [replace(first, programmes=("X",), names=first.names[::-1]), *rest, third])
    assert [p.id for p in found.added] == ["3"]
    assert [p.id for p in found.removed] == ["2"]
    assert [(c.after.id, c.what) for c in found.changed] == [("1", ("programmes",))], "the order of names says nothing"


def test_nothing_changed() -> None:
    found = delta(PARTIES, reversed(PARTIES))
    assert (found.added, found.changed, found.removed) == ((), (), ())
