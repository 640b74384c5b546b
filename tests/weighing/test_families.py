"""Which origins of a claim are one family."""

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.weighing.doors import Met
from onrecord.weighing.families import Families, families_of
from onrecord.weighing.origins import SOURCES

WIRE, POST = SOURCES + "harbour wire", SOURCES + "bergen post"
NAMES = (
    "norway", "chile", "peru", "chile+norway", "chile+peru", "tern laboratory", "norwegian tern laboratory",
    "tern laboratory of oslo", "tern", WIRE, POST, "ocs", "harbour wire", "bergen",
)  # fmt: skip
OUTLETS = ("", "Harbour Wire", "Bergen Post", "Oslo Cable Service")
MET = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(("", " x6", " x4")), st.booleans(), st.sampled_from(OUTLETS)),
    max_size=12,
)


def met(*roots: tuple[str, str], outlet: str = "") -> list[Met]:
    """Return roots that count, met in documents of one outlet."""
    return [Met(key, family, counted=True, outlet=outlet) for key, family in roots]


def named(*families: str) -> list[str]:
    """Return the families that these are part of, each once."""
    return sorted(set(families_of(met(*((f, f) for f in families))).values()))


def test_states_that_share_with_the_same_state_are_one_family() -> None:
    assert named("britain+united states", "britain+france", "norway") == ["britain+france+united states", "norway"]
    assert named("united states", "britain+united states", "france") == ["britain+united states", "france"]


def test_a_group_of_the_same_number_behind_another_door_is_the_first() -> None:
    found = families_of(met(("six at wire x6", WIRE), ("six at post x6", POST), ("two at post x2", POST)))
    assert set(found.values()) == {WIRE}
    assert set(families_of(met(("six at wire x6", WIRE), ("two at post x2", POST))).values()) == {WIRE, POST}


def test_numbers_told_crosswise_are_one_group() -> None:
    crossed = [("a x6", WIRE), ("b x4", POST), ("c x6", POST), ("d x4", WIRE)]
    assert set(families_of(met(*crossed)).values()) == {WIRE}


def test_a_body_named_by_part_of_its_name_is_that_body() -> None:
    assert named("tern laboratory", "norwegian tern laboratory") == ["norwegian tern laboratory"]
    assert named("tern", "norwegian tern laboratory") == ["norwegian tern laboratory", "tern"]


def test_an_outlet_that_is_passed_on_is_whoever_its_own_article_has_it_from() -> None:
    own = [*met(("norway", "norway"), outlet="Oslo Cable Service"), *met(("ocs", "ocs"), outlet="Bergen Post")]
    assert families_of(own) == {"norway": "norway", "ocs": "norway"}
    first = [
        *met(("oslo cable", "oslo cable"), outlet="Bergen Post"),
        *met(("peru", "peru"), outlet="Oslo Cable Service"),
    ]
    assert families_of(first) == {"peru": "peru", "oslo cable": "peru"}
    described = [
        Met("six at harbour wire x6", WIRE, counted=True, outlet="Bergen Post"),
        *met(("harbour wire", "harbour wire")),
    ]
    assert set(families_of(described).values()) == {WIRE}
    assert named("harbour wire") == ["harbour wire"]


def test_outlets_that_only_pass_on_one_another_are_left_as_they_are() -> None:
    circle = [
        *met(("harbour wire", "harbour wire"), outlet="Bergen Post"),
        *met(("bergen post", "bergen post"), outlet="Harbour Wire"),
    ]
    assert set(families_of(circle)) == {"harbour wire", "bergen post"}


@given(MET)
def test_one_after_the_other_gives_what_all_at_once_give(told: list[tuple[str, str, bool, str]]) -> None:
    roots = [Met(f"{name}{number}", name, counted, outlet) for name, number, counted, outlet in told]
    running = Families()
    for root in roots:
        running.add(root.key, root.family, root.outlet, counted=root.counted)
    names = families_of(roots)
    assert {f: running.names[f] for f in names} == names
    first: dict[str, str] = {}
    for root in roots:
        if root.counted:
            first.setdefault(root.key, root.family)
    counting = {names[f] for f in first.values()}
    described = [f for f in counting if f.startswith(SOURCES)]
    assert running.independent == len(counting) - max(0, len(described) - 1)


@given(MET, st.randoms())
def test_no_order_matters_for_who_is_one_family(told: list[tuple[str, str, bool, str]], order: random.Random) -> None:
    roots = [Met(f"{name}{number}", name, counted, "") for name, number, counted, _ in told]

    def groups(told: list[Met]) -> set[frozenset[str]]:
        found = families_of(told)
        return {frozenset(f for f in found if found[f] == name) for name in found.values()}

    before = groups(roots)
    order.shuffle(roots)
    assert groups(roots) == before
