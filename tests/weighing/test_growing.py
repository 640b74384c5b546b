"""How claims grow from day to day, and when that follows from a few of their ties."""

from hypothesis import given

from onrecord.records import Edge, Said
from onrecord.weighing import stays_whole, ties_of
from onrecord.weighing.weigh import components, gists_of
from tests.weighing.generated import STORIES, edges, statements


@given(STORIES)
def test_what_stays_whole_is_one_claim_on_every_day(story: tuple[list[Said], list[Edge]]) -> None:
    told, same = gists_of(story[0]), story[1]
    if stays_whole(told, ties_of(told, same).items()):
        for day in {s.public_on for s in told}:
            assert len(components([s for s in told if s.public_on <= day], same)) == 1


def test_ties_to_the_earliest_tell_a_story_whole() -> None:
    told = gists_of(statements([(n, n, n, 0, n + 1) for n in range(5)]))
    same = edges([(a, b) for a in range(1, 6) for b in range(1, a)])
    near = ties_of(told, same)
    assert near == {"p1": "p2", "p2": "p1", "p3": "p1", "p4": "p1", "p5": "p1"}
    assert stays_whole(told, near.items())
    assert not stays_whole(told, [])


def test_two_that_a_later_one_joins_are_not_whole_before() -> None:
    told = gists_of(statements([(0, 0, 0, 0, 1), (1, 1, 1, 0, 2), (2, 2, 2, 0, 3)]))
    assert not stays_whole(told, ties_of(told, edges([(1, 3), (2, 3)])).items())
    late = gists_of(statements([(0, 0, 0, 0, 3), (1, 1, 1, 0, 1), (2, 2, 2, 0, 2)]))
    assert stays_whole(late, ties_of(late, edges([(1, 3), (2, 3)])).items())
