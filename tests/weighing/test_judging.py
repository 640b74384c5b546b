"""What people have decided, laid over what was read."""

from dataclasses import replace

import pytest

from onrecord.records import Judgement, JudgementKind, Said, Stance
from onrecord.weighing import edges_of, judged, weigh
from onrecord.weighing.origins import FORETOLD
from tests.weighing.reading import said

TOLD = [
    *said("Iran sent missiles to Russia, Mr Berg said."),
    *said("Iran sent missiles to Russia, Reuters reported.", "The Oslo Times", "2024-02-02"),
]


def decision(kind: JudgementKind, other: str | None = None, value: str | None = None, number: int = 1) -> Judgement:
    anchor = TOLD[0].anchor
    made = Judgement(number, kind, anchor, other, value, "Ann", "2024-03-01T00:00:00Z", undone=False, placed=anchor)
    return replace(made, other_placed=other)


def corrected(told: Said, *right: str) -> Said:
    """Return a statement with speakers and stances corrected one after the other."""
    kinds = [JudgementKind.WRONG_STANCE if r in list(Stance) else JudgementKind.WRONG_SPEAKER for r in right]
    made = [
        replace(decision(k, value=r, number=n), placed=told.anchor)
        for n, (k, r) in enumerate(zip(kinds, right, strict=True))
    ]
    return judged([told], made)[0][0]


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


def test_one_of_two_that_has_no_place_parts_and_joins_nothing() -> None:
    for kind in (JudgementKind.SAME, JudgementKind.SEPARATE):
        lost = replace(decision(kind, other=TOLD[1].anchor), other_placed=None)
        assert judged(TOLD, [lost]) == (TOLD, (), ())


(FORESEEN,) = said("Norway will impose sanctions on Iran by 15 March 2024, Norwegian spokeswoman Kari Lund said.")


@pytest.mark.parametrize("right", [("expects",), ("commits",), ("denies", "expects")])
def test_who_foretells_what_is_its_own_to_do_counts_in_whatever_words(right: tuple[str, ...]) -> None:
    found = corrected(FORESEEN, *right)
    assert FORESEEN.root is not None
    assert (FORESEEN.root.counted, FORESEEN.root.rule) == (True, FORETOLD)
    assert found.root == FORESEEN.root
    assert found.stance == right[-1]


def test_who_foretells_nothing_of_its_own_only_reacts() -> None:
    assert [r.counted for s in ("denies", "expects") if (r := corrected(TOLD[1], s).root) is not None] == [False, False]
    denied = corrected(FORESEEN, "denies").root
    assert denied is not None
    assert not denied.counted


@pytest.mark.parametrize(
    ("name", "counted"), [("Norwegian foreign ministry", True), ("Norway", True), ("Chile", False)]
)
def test_a_corrected_speaker_foretells_its_own(name: str, counted: bool) -> None:
    for right in ((name,), (name, "commits"), ("commits", name)):
        root = corrected(FORESEEN, *right).root
        assert root is not None
        assert root.counted is counted


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Norwegian foreign ministry", "Norway"), ("Norway", "Norway"), ("NATO", "NATO"), ("Reuters", None), ("Ivo Berg", None),
    ],
)  # fmt: skip
def test_a_corrected_speaker_speaks_for_a_state_or_body(name: str, body: str | None) -> None:
    found = corrected(TOLD[1], name)
    assert found.speaks_for == body
    (claim,) = weigh([found], ())
    assert claim.standing.stated_by == (() if body is None else (body,))


def test_a_confirmation_after_a_correction_confirms_it() -> None:
    made = [decision(JudgementKind.WRONG_SPEAKER, value="Tehran"), decision(JudgementKind.CONFIRMED, number=2)]
    found, _, _ = judged(TOLD, made)
    assert (found[0].source, found[0].review) == ("Tehran", "confirmed")
    found, _, _ = judged(TOLD, made[::-1])
    assert found[0].review == "confirmed"


@pytest.mark.parametrize("value", ["nothing told", "5-2: x", "0-4: Ir", "3-4, 0-2: an I", ""])
def test_words_that_no_decision_tells_change_none(value: str) -> None:
    found, _, _ = judged(TOLD, [decision(JudgementKind.WRONG_SPAN, value=value)])
    assert (found[0].text, found[0].spans) == (TOLD[0].text, TOLD[0].spans)


def test_corrected_words_of_a_statement_kept_by_an_earlier_version() -> None:
    earlier = replace(TOLD[0], content=())
    found, _, _ = judged([earlier], [decision(JudgementKind.WRONG_SPAN, value="0-4: Iran")])
    assert (found[0].text, found[0].content) == ("Iran", ((0, 4),))
