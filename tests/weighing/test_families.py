"""Which origins of a claim are one family."""

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.weighing.families import Families, families_of
from onrecord.weighing.origins import SOURCES

WIRE, POST = SOURCES + "harbour wire", SOURCES + "bergen post"
NAMES = (
    "norway", "chile", "peru", "chile+norway", "chile+peru", "tern laboratory", "norwegian tern laboratory",
    "tern laboratory of oslo", "tern", WIRE, POST,
)  # fmt: skip
MET = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(("", " x6", " x4")), st.booleans()), max_size=12)


def named(*families: str) -> list[str]:
    """Return the families that these are part of, each once."""
    return sorted(set(families_of((f, f) for f in families).values()))


def test_states_that_share_with_the_same_state_are_one_family() -> None:
    assert named("britain+united states", "britain+france", "norway") == ["britain+france+united states", "norway"]
    assert named("united states", "britain+united states", "france") == ["britain+united states", "france"]


def test_a_group_of_the_same_number_behind_another_door_is_the_first() -> None:
    found = families_of([("six at wire x6", WIRE), ("six at post x6", POST), ("two at post x2", POST)])
    assert set(found.values()) == {WIRE}
    assert set(families_of([("six at wire x6", WIRE), ("two at post x2", POST)]).values()) == {WIRE, POST}


def test_numbers_told_crosswise_are_one_group() -> None:
    crossed = [("a x6", WIRE), ("b x4", POST), ("c x6", POST), ("d x4", WIRE)]
    assert set(families_of(crossed).values()) == {WIRE}


def test_a_body_named_by_part_of_its_name_is_that_body() -> None:
    assert named("tern laboratory", "norwegian tern laboratory") == ["norwegian tern laboratory"]
    assert named("tern", "norwegian tern laboratory") == ["norwegian tern laboratory", "tern"]


@given(MET)
def test_one_after_the_other_gives_what_all_at_once_give(met: list[tuple[str, str, bool]]) -> None:
    roots = [(f"{name}{number}", name, counted) for name, number, counted in met]
    running = Families()
    for key, family, counted in roots:
        running.add(key, family, counted=counted)
    names = families_of((key, family) for key, family, _ in roots)
    assert {f: running.names[f] for f in names} == names
    first: dict[str, str] = {}
    for key, family, counted in roots:
        if counted:
            first.setdefault(key, family)
    counting = {names[f] for f in first.values()}
    described = [f for f in counting if f.startswith(SOURCES)]
    assert running.independent == len(counting) - max(0, len(described) - 1)


@given(MET, st.randoms())
def test_no_order_matters_for_who_is_one_family(met: list[tuple[str, str, bool]], order: random.Random) -> None:
    pairs = [(f"{name}{number}", name) for name, number, _ in met]

    def groups(told: list[tuple[str, str]]) -> set[frozenset[str]]:
        found = families_of(told)
        return {frozenset(f for f in found if found[f] == name) for name in found.values()}

    before = groups(pairs)
    order.shuffle(pairs)
    assert groups(pairs) == before
