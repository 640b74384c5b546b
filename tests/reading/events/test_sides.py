"""Whom the words of a measure say it is from, and on whom it is."""

import pytest

import onrecord


@pytest.mark.parametrize(
    ("text", "imposer", "target"),
    [
        ("The US restrictions on arms exports to Chile stay in force.", ["United States"], ["Chile"]),
        ("The sanctions over Chile’s purchase of Russian missiles hurt.", [], ["Chile"]),
        ("A jury convicted them of breaking the American embargo on Chile.", ["United States"], ["Chile"]),
        ("EU envoys approved sanctions on Chile.", ["European Union"], ["Chile"]),
        ("Norway relaxed its blacklisting of Huawei.", ["Norway"], ["Huawei"]),
    ],
)
def test_sides(text: str, imposer: list[str], target: list[str]) -> None:
    (found,) = onrecord.read(text).measures
    assert ([f.name for f in found.imposer], [f.name for f in found.target]) == (imposer, target)


def test_the_one_state_of_the_sentence_is_the_target() -> None:
    (found,) = onrecord.read("The UN embargo that kept Chile out of the trade ran out on Sunday.").measures
    assert [f.name for f in found.target] == ["Chile"]


def test_the_council_takes_up_the_body_named_before() -> None:
    text = "The UN Security Council met on Monday. On Friday the council imposed an embargo on Chile."
    (found,) = onrecord.read(text).measures
    assert [f.name for f in found.imposer] == ["UN Security Council"]
