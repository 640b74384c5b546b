"""What people have decided, laid over what was read."""

from onrecord.records import Judgement, JudgementKind, Stance
from onrecord.weighing import edges_of, judged, weigh
from tests.weighing.reading import said

TOLD = [
    *said("Iran sent missiles to Russia, Mr Berg said."),
    *said("Iran sent missiles to Russia, Reuters reported.", "The Oslo Times", "2024-02-02"),
]


def decision(kind: JudgementKind, other: str | None = None, value: str | None = None, number: int = 1) -> Judgement:
    anchor = TOLD[0].anchor
    return Judgement(number, kind, anchor, other, value, "Ann", "2024-03-01T00:00:00Z", undone=False, placed=anchor)


def test_a_corrected_speaker_and_stance_move_the_origin() -> None:
    found, _, _ = judged(
        TOLD,
        [
            decision(JudgementKind.WRONG_SPEAKER, value="Tehran"),
            decision(JudgementKind.WRONG_STANCE, value="denies", number=2),
        ],
    )
    assert (found[0].source, found[0].stance, found[0].review) == ("Tehran", Stance.DENIES, "corrected")
    assert found[0].root is not None
    assert (found[0].root.family, found[0].root.counted) == ("iran", False)
    assert found[1] == TOLD[1]


def test_what_is_parted_and_joined_again() -> None:
    parted = decision(JudgementKind.SEPARATE, other=TOLD[1].anchor)
    joined = decision(JudgementKind.SAME, other=TOLD[1].anchor, number=2)
    for judgements, count in (([], 1), ([parted], 2), ([parted, joined], 1), ([joined, parted], 1)):
        found, same, apart = judged(TOLD, judgements)
        assert len(weigh(found, (*edges_of(found), *same), apart=apart)) == count


def test_what_was_taken_back_or_has_no_place_changes_nothing() -> None:
    undone = Judgement(
        1, JudgementKind.CONFIRMED, TOLD[0].anchor, None, None, "Ann", "", undone=True, placed=TOLD[0].anchor
    )
    lost = Judgement(2, JudgementKind.CONFIRMED, TOLD[0].anchor, None, None, "Ann", "", undone=False, placed=None)
    assert judged(TOLD, [undone, lost]) == (TOLD, (), ())
