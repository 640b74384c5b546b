"""The log of a claim."""

from onrecord.weighing import edges_of, history
from tests.weighing.reading import said

REPORT = "Iran sent missiles to Russia, Reuters reported."
TOLD = [
    *said(REPORT, day="2024-02-01"),
    *said(REPORT, "The Oslo Times", "2024-02-02"),
    *said("Iran has sent missiles to Russia, White House spokesman John Kirby said.", "The Oslo Times", "2024-03-01"),
    *said("Iran denied sending missiles to Russia.", "The Oslo Times", "2024-03-02"),
]


def test_each_day_on_which_the_standing_changed_and_by_whose_word() -> None:
    log = history(TOLD, edges_of(TOLD), TOLD[0].anchor)
    assert [(str(c.on), c.independent_origins, len(c.standing.challenges)) for c in log] == [
        ("2024-02-01", 1, 0),
        ("2024-03-01", 2, 0),
        ("2024-03-02", 2, 1),
    ]
    assert [c.causes for c in log][-1] == (TOLD[3].anchor,)


def test_a_day_that_passes_is_a_change() -> None:
    told = said(
        "The United States will impose sanctions on Chile by 1 March 2024, White House spokesman John Kirby said."
    )
    log = history(told, edges_of(told), told[0].anchor)
    assert [(str(c.on), c.standing.outcome) for c in log] == [
        ("2024-02-01", "expected"),
        ("2024-03-02", "day passed, nothing held"),
    ]
    assert log[-1].causes == ()
