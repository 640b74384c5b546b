"""What the document around a statement adds to it."""

from onrecord.records import Said
from onrecord.weighing import edges_of, weigh
from tests.weighing.reading import said


def joined(found: list[Said]) -> list[tuple[str | None, bool]]:
    return [(s.source, s.joins is not None) for s in found]


def test_a_reaction_joins_what_concerns_its_side() -> None:
    found = said(
        "Iran sent missiles to Russia, Reuters reported. Chile bought tanks from Norway, it added. "
        "Iran's foreign minister called the report baseless."
    )
    assert found[-1].joins == found[0].anchor
    assert found[-1].fact is not None
    assert {p.name for p in found[-1].fact.giver} == {"iran"}


def test_what_only_points_back_joins_what_was_told() -> None:
    found = said(
        "Iran sent missiles to Russia, Reuters reported. Britain has no reason to doubt the report, a minister said."
    )
    assert found[-1].joins == found[0].anchor


def test_another_deed_begins_a_group_of_its_own() -> None:
    found = said("Iran sent missiles to Russia, Reuters reported. Iran sent drones to Sudan, Mr Berg said.")
    assert [s.joins for s in found] == [None, None]


def test_what_is_left_open_is_filled_from_the_group() -> None:
    found = said(
        "Iran sent 400 missiles to Russia in January, Reuters reported. The missiles came from Iran, Mr Berg said."
    )
    last = found[-1].fact
    assert last is not None
    assert (last.low, {p.name for p in last.taker}) == (400, {"russia"})


def test_what_tells_nothing_of_its_own_goes_on_with_what_was_said_before() -> None:
    found = said("Iran sent missiles to Russia in May, Reuters reported. The weather was fine, Mr Berg said.")
    assert found[-1].joins == found[0].anchor
    assert found[-1].root is None or not found[-1].root.counted


def test_a_long_time_told_beside_a_deed_is_not_the_deeds() -> None:
    found = said(
        "Iran sent missiles to Russia, Reuters reported. Iran and Russia have drawn closer in the past decade."
    )
    assert all(s.fact is None or (s.fact.first, s.fact.last) == (None, None) for s in found[:1])


def test_what_a_statement_names_itself_is_not_replaced() -> None:
    found = said(
        "Iran sent mortar bombs to Russia in May, Reuters reported. Guns, mortars and radars were shown at the fair, he said."
    )
    assert found[0].fact is not None and found[0].fact.goods == ("mortar shell",)


def test_what_is_told_beside_a_claim_supports_and_states_nothing() -> None:
    found = said(
        "Iran sent missiles to Russia, Reuters reported. Iran wants peace in the region, Iran's foreign ministry said."
    )
    assert [s.beside for s in found] == [False, True]
    (claim,) = weigh(found, edges_of(found))
    assert (claim.independent_origins, claim.standing.stated_by, claim.standing.acknowledged_by) == (1, (), ())


def test_a_reaction_is_not_told_beside() -> None:
    found = said("Iran sent missiles to Russia, Reuters reported. Iran's foreign minister called the report baseless.")
    assert not any(s.beside for s in found)


def test_a_figure_is_given_by_those_whose_words_give_it() -> None:
    found = said(
        "Iran sent 400 missiles to Russia in May 2023, Reuters reported. The missiles came from Iran, Mr Berg said. "
        "Iran sent 90 missiles to Russia, Ukraine's air force said."
    )
    assert [s.gives for s in found] == [("number", "day"), (), ("number",)]
    given = {(f.kind, f.low): f.statements for c in weigh(found, edges_of(found)) for f in c.figures}
    assert all(found[1].anchor not in statements for statements in given.values())


def test_an_answer_is_to_what_was_said_just_before_where_that_concerns_its_side() -> None:
    found = said(
        "Russia used drones in Sudan, Reuters reported. Iran sent missiles to Russia, Norway said. "
        "Kremlin spokesman Dmitry Peskov said the information was not true."
    )
    assert found[-1].joins == found[1].anchor


def test_a_reaction_is_to_what_it_takes_up_a_word_of() -> None:
    text = (
        "North Korea has shipped 13,000 containers of shells to Russia, the South Korean army said. "
        "Norway sold Peru radars, its minister said. "
        "Dmitry Peskov declined to comment on the containers. The White House said it could not confirm the number."
    )
    shipped, sold, *reactions = said(text)
    assert sold.joins is None
    assert [r.joins for r in reactions] == [shipped.anchor] * 2
