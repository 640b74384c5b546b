"""What people decide: what it does to a claim, how it is taken back, where it stands after a re-reading."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from onrecord.errors import AnchorError, DateError, NotTextError
from onrecord.flow.adding import keep
from onrecord.flow.checking import check, digest, rebuild_ledger, take_out
from onrecord.flow.claims import claim, claims
from onrecord.flow.deciding import Evidence, correct_words, decide, decide_all, decision, decisions, enter, merge, undo
from onrecord.ledger import Ledger
from onrecord.ledger.schema import judgements
from onrecord.records import Claim, Judgement, JudgementKind, Review, Said, Stance
from tests.kept import add, anchor, document, reread

PHOTO = Evidence(
    "Satellite images show missiles at the port of Olya.",
    "Kestrel Imaging",
    date(2024, 2, 10),
    Stance.ASSERTS,
    None,
    None,
)


def shown(ledger: Ledger, name: str) -> Claim:
    found = claim(ledger, name)
    assert found is not None
    return found.claim


def statement(ledger: Ledger, name: str) -> Said:
    return next(s for s in shown(ledger, name).statements if s.anchor == name)


def together(ledger: Ledger, a: str, b: str) -> bool:
    return b in {s.anchor for s in shown(ledger, a).statements}


def test_confirming(full: Ledger) -> None:
    name = anchor(full, "official")
    claims(full)
    made = decide(full, JudgementKind.CONFIRMED, name[:-2], by="Ann")
    assert (made.id, made.anchor, made.by, made.placed, made.undone) == (1, name, "Ann", name, False)
    assert statement(full, name).review is Review.CONFIRMED
    assert [r.reviewed for r in claims(full) if r.anchor == shown(full, name).id] == [1]
    undo(full, 1, by="Ben")
    assert statement(full, name).review is Review.UNREVIEWED
    assert [r.reviewed for r in claims(full) if r.anchor == shown(full, name).id] == [0]


def test_correcting_a_speaker_moves_the_origin(full: Ledger) -> None:
    name = anchor(full, "official")
    before = shown(full, name)
    assert "Norway" in before.standing.stated_by
    decide(full, JudgementKind.WRONG_SPEAKER, name, value="Omid Sharifi", by="Ann")
    assert (statement(full, name).source, statement(full, name).review) == ("Omid Sharifi", Review.CORRECTED)
    assert "Norway" not in shown(full, name).standing.stated_by
    decide(full, JudgementKind.WRONG_SPEAKER, name, value="Norway", by="Ben")
    assert statement(full, name).source == "Norway"
    for number in (2, 1):
        undo(full, number, by="Ann")
    assert shown(full, name) == before


def test_correcting_words_shows_them_in_the_claim(full: Ledger) -> None:
    name = anchor(full, "official")
    text, before = document("official").text, statement(full, name)
    (start, end), *_ = before.content
    made = correct_words(full, [name], [(start + 5, end)], by="Ann")
    assert [j.value for j in made] == [f"{start + 5}-{end}: {text[start + 5 : end]}"]
    found = statement(full, name)
    assert found.content == ((start + 5, end),)
    assert found.text == document("official").slice(found.spans)
    assert "Kari Lund said" in found.text
    assert (found.review, found.fact, before.text.startswith("Iran")) == (Review.CORRECTED, before.fact, True)
    assert not found.text.startswith("Iran")
    correct_words(full, [name], [(start, start + 4), (start + 9, end)], by="Ben")
    assert statement(full, name).content == ((start, start + 4), (start + 9, end))
    assert check(full) == []
    for number in (2, 1):
        undo(full, number, by="Ann")
    assert statement(full, name) == before


def test_corrected_words_outlive_another_reading(full: Ledger) -> None:
    old = anchor(full, "official")
    correct_words(full, [old], [(5, 20)], by="Ann")
    take_out(full, document("official").id)
    keep(full, reread("official", "second", [(0, 27)]))
    found = statement(full, anchor(full, "official"))
    assert found.anchor != old
    assert found.content == ((5, 20),)
    assert found.text == document("official").slice(found.spans)
    assert document("official").text[5:20] in found.text


@pytest.mark.parametrize(
    ("spans", "line"),
    [
        ([], "no spans"),
        ([(5, 5)], "5-5; expected spans in order"),
        ([(0, 100_000)], "0-100000; expected spans in order"),
        ([(9, 20), (0, 5)], "9-20, 0-5; expected spans in order"),
        ([(4, 5)], "4-5: nothing but white space"),
        ([(0, 33)], "the words that it has"),
    ],
)
def test_words_that_are_none(full: Ledger, spans: list[tuple[int, int]], line: str) -> None:
    name, before = anchor(full, "official"), digest(full)
    if "it has" in line:
        spans = list(statement(full, name).content)
    with pytest.raises(AnchorError, match=line):
        correct_words(full, [name], spans, by="Ann")
    with pytest.raises(AnchorError, match="no spans"):
        decide(full, JudgementKind.WRONG_SPAN, name, value="0-4: Iran", by="Ann")
    assert digest(full) == before


def test_of_several_decisions_all_are_kept_or_none(full: Ledger) -> None:
    a, b = anchor(full, "report"), anchor(full, "official")
    with pytest.raises(AnchorError):
        decide_all(full, JudgementKind.CONFIRMED, [a, b, "nobody"], by="Ann")
    assert decisions(full) == []
    made = decide_all(full, JudgementKind.WRONG_SPEAKER, [a, b], value="Norway", by="Ann")
    assert [(j.anchor, j.value) for j in made] == [(a, "Norway"), (b, "Norway")]


def test_correcting_a_stance_makes_and_ends_a_challenge(full: Ledger) -> None:
    name = anchor(full, "official")
    before = shown(full, name)
    decide(full, JudgementKind.WRONG_STANCE, name, value="denies", by="Ann")
    after = shown(full, name)
    assert len(after.standing.challenges) == len(before.standing.challenges) + 1
    assert after.independent_origins == before.independent_origins - 1
    undo(full, 1, by="Ann")
    assert shown(full, name) == before


def test_joining_and_taking_back(full: Ledger) -> None:
    a, b = anchor(full, "report"), anchor(full, "deadline")
    assert not together(full, a, b)
    decide(full, JudgementKind.SAME, a, other=b, by="Ann")
    assert together(full, a, b)
    assert together(full, b, a)
    assert check(full) == []
    undo(full, 1, by="Ann")
    assert not together(full, a, b)
    assert not together(full, b, a)


def test_parting_and_taking_back(full: Ledger) -> None:
    a, b = anchor(full, "report"), anchor(full, "official")
    assert together(full, a, b)
    count = len(claims(full))
    decide(full, JudgementKind.SEPARATE, a, other=b, by="Ann")
    assert not together(full, a, b)
    assert len(claims(full)) == count + 1
    undo(full, 1, by="Ann")
    assert together(full, a, b)
    assert len(claims(full)) == count


def test_the_later_decision_holds(full: Ledger) -> None:
    a, b = anchor(full, "report"), anchor(full, "official")
    for kind, held in ((JudgementKind.SEPARATE, False), (JudgementKind.SAME, True), (JudgementKind.SEPARATE, False)):
        decide(full, kind, b, other=a, by="Ann")
        assert together(full, a, b) is held


def test_entering_evidence(full: Ledger) -> None:
    a = anchor(full, "report")
    name, made = enter(full, PHOTO, claim=a[:20], by="Ann")
    assert made.kind is JudgementKind.SAME
    found = statement(full, name)
    assert (found.text, found.source, found.review) == (PHOTO.words, "Kestrel Imaging", Review.CONFIRMED)
    assert together(full, a, name)
    on = claim(full, a, on=date(2024, 2, 10))
    assert on is not None
    assert on.claim.standing.support == "corroborated"
    assert check(full) == []
    undo(full, made.id, by="Ann")
    assert not together(full, a, name)
    rebuild_ledger(full)
    assert check(full) == []


def test_evidence_that_denies(full: Ledger) -> None:
    a = anchor(full, "relay")
    before = len(shown(full, a).standing.challenges)
    name, _ = enter(
        full, replace(PHOTO, stance=Stance.DENIES, link="photo.png", translator="Eli Nes"), claim=a, by="Ann"
    )
    assert [c.statement for c in shown(full, a).standing.challenges if c.statement == name] == [name]
    assert len(shown(full, a).standing.challenges) == before + 1


def test_evidence_kept_already_joins_no_second_claim_unasked(full: Ledger) -> None:
    a, b = anchor(full, "report"), anchor(full, "deadline")
    name, _ = enter(full, PHOTO, claim=a, by="Ann")
    with pytest.raises(
        AnchorError, match=f"{name}: got evidence that is kept already; expected something new, or `onrecord judge same"
    ):
        enter(full, PHOTO, claim=b, by="Ann")
    assert not together(full, a, b)


def test_evidence_of_a_ministry_is_stated_officially(full: Ledger) -> None:
    a = anchor(full, "deadline")
    before = shown(full, a).standing.stated_by
    enter(full, replace(PHOTO, source="Chilean foreign ministry"), claim=a, by="Ann")
    assert set(shown(full, a).standing.stated_by) == {*before, "Chile"}


def test_evidence_tells_who_entered_it(full: Ledger) -> None:
    a = anchor(full, "report")
    name, _ = enter(full, replace(PHOTO, link="photo.png", translator="Eli Nes"), claim=a, by="Ann")
    found = statement(full, name).imprint
    assert (found.entered_by, found.translator, found.url) == ("Ann", "Eli Nes", "photo.png")
    assert statement(full, a).imprint.entered_by is None


UNKEPT = ("A\0B", "A\ud800B")


@pytest.mark.parametrize("text", UNKEPT)
def test_what_no_database_holds_is_refused(full: Ledger, text: str) -> None:
    a, before = anchor(full, "report"), digest(full)
    acts: list[Callable[[], object]] = [
        lambda: decide(full, JudgementKind.CONFIRMED, a, by=text),
        lambda: decide(full, JudgementKind.WRONG_SPEAKER, a, value=text, by="Ann"),
        lambda: undo(full, 1, by=text),
        lambda: enter(full, PHOTO, claim=a, by=text),
        *(
            lambda e=e: enter(full, e, claim=a, by="Ann")
            for e in (replace(PHOTO, **{field: text}) for field in ("words", "source", "link", "translator"))  # type: ignore[arg-type]
        ),
    ]
    for act in acts:
        with pytest.raises(NotTextError, match="got a NUL or half of a surrogate pair"):
            act()
    assert digest(full) == before


@pytest.mark.parametrize(
    ("evidence", "error"),
    [
        (replace(PHOTO, words=" \n"), NotTextError),
        (replace(PHOTO, source=""), NotTextError),
        (replace(PHOTO, day=date.today() + timedelta(days=2)), DateError),  # noqa: DTZ011
    ],
)
def test_evidence_that_is_none(full: Ledger, evidence: Evidence, error: type[Exception]) -> None:
    before = digest(full)
    with pytest.raises(error):
        enter(full, evidence, claim=anchor(full, "report"), by="Ann")
    assert digest(full) == before


def test_decisions_that_are_none(full: Ledger) -> None:
    a = anchor(full, "report")
    before = digest(full)
    wrong: list[tuple[Callable[[], object], str]] = [
        (lambda: decide(full, JudgementKind.CONFIRMED, "nobody", by="Ann"), "the name of no statement"),
        (
            lambda: decide(full, JudgementKind.CONFIRMED, document("report").id, by="Ann"),
            "the beginning of several names",
        ),
        (lambda: decide(full, JudgementKind.SAME, a, other=a, by="Ann"), "one statement twice"),
        (lambda: decide(full, JudgementKind.SAME, a, other=a[:-1], by="Ann"), "one statement twice"),
        (
            lambda: decide(full, JudgementKind.WRONG_STANCE, a, value="maybe", by="Ann"),
            "the stance 'maybe'; expected one of",
        ),
        (lambda: decide(full, JudgementKind.WRONG_SPEAKER, a, value=" ", by="Ann"), "a speaker without a name"),
        (lambda: enter(full, PHOTO, claim="nobody", by="Ann"), "the name of no statement"),
        (lambda: undo(full, 7, by="Ann"), "the number of no decision"),
    ]
    for act, told in wrong:
        with pytest.raises(AnchorError, match=told):
            act()
    assert digest(full) == before
    decide(full, JudgementKind.CONFIRMED, a, by="Ann")
    undo(full, 1, by="Ann")
    with pytest.raises(AnchorError, match="one that is taken back already"):
        undo(full, 1, by="Ann")


def placed(ledger: Ledger) -> list[str | None]:
    return [j.placed for j in decisions(ledger)]


def test_a_decision_is_placed_again_by_overlap(full: Ledger) -> None:
    old = anchor(full, "official")
    decide(full, JudgementKind.WRONG_STANCE, old, value="doubts", by="Ann")
    keep(full, reread("official", "second", [(0, 27)]))
    new = anchor(full, "official")
    assert (placed(full), decisions(full, unplaced=True)) == ([new], [])
    assert statement(full, new).stance is Stance.DOUBTS
    assert decisions(full)[0].anchor == old
    undo(full, 1, by="Ann")
    assert statement(full, new).stance is Stance.ASSERTS


def test_a_decision_without_a_place_is_listed_and_finds_one_again(full: Ledger) -> None:
    old = anchor(full, "relay")
    decide(full, JudgementKind.CONFIRMED, old, by="Ann")
    keep(full, reread("relay", "blind", [None]))
    assert placed(full) == [None]
    assert [j.id for j in decisions(full, unplaced=True)] == [1]
    keep(full, reread("relay", "third"))
    assert (placed(full), decisions(full, unplaced=True)) == ([old], [])
    assert statement(full, old).review is Review.CONFIRMED


def test_a_decision_does_not_drift_from_reading_to_reading(full: Ledger) -> None:
    old = anchor(full, "relay")
    decide(full, JudgementKind.CONFIRMED, old, by="Ann")
    for model, span in (("second", (0, 20)), ("third", (0, 6))):
        keep(full, reread("relay", model, [span]))
    # What is left shares more than half with the second reading's, but not with what was confirmed.
    assert [j.id for j in decisions(full, unplaced=True)] == [1]


@pytest.mark.parametrize("part", ["relay", "deadline"])
def test_two_that_were_joined_stay_joined_after_a_re_reading(full: Ledger, part: str) -> None:
    decide(full, JudgementKind.SAME, anchor(full, "deadline"), other=anchor(full, "relay"), by="Ann")
    keep(full, reread(part, "second", [(0, 25)] if part == "relay" else [(0, 40)]))
    assert together(full, anchor(full, "deadline"), anchor(full, "relay"))
    assert decisions(full, unplaced=True) == []
    assert check(full) == []


@pytest.mark.parametrize("part", ["relay", "deadline"])
@pytest.mark.parametrize("kind", [JudgementKind.SAME, JudgementKind.SEPARATE])
def test_of_two_one_of_which_is_lost_is_listed(full: Ledger, part: str, kind: JudgementKind) -> None:
    decide(full, kind, anchor(full, "deadline"), other=anchor(full, "relay"), by="Ann")
    keep(full, reread(part, "blind", [None]))
    assert [j.id for j in decisions(full, unplaced=True)] == [1]


def test_decisions_outlive_the_removal_of_a_document(full: Ledger) -> None:
    before, name = digest(full), anchor(full, "relay")
    made = [
        decide(full, JudgementKind.CONFIRMED, name, by="Ann"),
        decide(full, JudgementKind.SAME, name, other=anchor(full, "deadline"), by="Ann"),
    ]
    with_decisions = digest(full)
    take_out(full, document("relay").id)
    assert [j.id for j in decisions(full, unplaced=True)] == [j.id for j in made]
    assert check(full) == []
    add(full, "relay")
    assert decisions(full, unplaced=True) == []
    assert digest(full) == with_decisions != before
    assert together(full, name, anchor(full, "deadline"))


def test_a_correction_outlives_a_removal_and_another_reading(full: Ledger) -> None:
    old = anchor(full, "official")
    pair = decide(full, JudgementKind.SEPARATE, old, other=anchor(full, "report"), by="Ann")
    decide(full, JudgementKind.WRONG_STANCE, old, value="doubts", by="Ann")
    take_out(full, document("official").id)
    assert placed(full) == [None, None]
    assert decisions(full)[0].other_placed == pair.other
    keep(full, reread("official", "newer", [(0, 27)]))
    new = anchor(full, "official")
    assert new != old
    assert (placed(full), decisions(full, unplaced=True)) == ([new, new], [])
    assert statement(full, new).stance is Stance.DOUBTS
    assert not together(full, new, anchor(full, "report"))
    take_out(full, document("report").id)
    assert [(j.placed, j.other, j.other_placed) for j in decisions(full)] == [
        (new, pair.other, None),
        (new, None, None),
    ]
    assert [j.id for j in decisions(full, unplaced=True)] == [pair.id]


def test_a_decision_on_a_document_that_is_gone_can_be_taken_back(full: Ledger) -> None:
    made: Judgement = decide(full, JudgementKind.CONFIRMED, anchor(full, "relay"), by="Ann")
    take_out(full, document("relay").id)
    assert undo(full, made.id, by="Ann").undone
    assert decisions(full, unplaced=True) == []


def test_a_decision_on_an_earlier_statement_is_kept_on_what_became_of_it(full: Ledger) -> None:
    old = anchor(full, "official")
    keep(full, reread("official", "second", [(0, 27)]))
    assert decide(full, JudgementKind.CONFIRMED, old, by="Ann").placed == anchor(full, "official")
    keep(full, reread("official", "blind", [None]))
    with pytest.raises(AnchorError, match="a statement of an earlier reading"):
        decide(full, JudgementKind.CONFIRMED, old, by="Ann")


def test_more_decisions_than_one_question_holds(file: Path) -> None:
    with Ledger(str(file)) as ledger:
        add(ledger, "relay")
        row = {"kind": "confirmed", "anchor": anchor(ledger, "relay"), "by": "Ann", "at": "2024-01-01T00:00:00.000000Z"}
        with ledger.engine.begin() as connection:
            connection.execute(insert(judgements), [{"id": n, **row} for n in range(1, 33_001)])
        assert len(decisions(ledger)) == 33_000
        assert undo(ledger, 5, by="Ann").undone


def test_several_claims_are_merged_all_or_none(full: Ledger) -> None:
    names = [anchor(full, name) for name in ("report", "deadline", "closer")]
    before = len(claims(full))
    with pytest.raises(AnchorError):
        merge(full, [*names, "0" * 16], by="Ann")
    assert decisions(full) == []
    made = merge(full, names, by="Ann")
    assert [(j.kind, j.placed, j.other_placed) for j in made] == [
        (JudgementKind.SAME, names[0], names[1]), (JudgementKind.SAME, names[0], names[2]),
    ]  # fmt: skip
    assert len(claims(full)) == before - 2
    for j in made:
        undo(full, j.id, by="Ann")
    assert len(claims(full)) == before


@pytest.mark.parametrize("names", [[], ["report"], ["report", "report"]])
def test_one_claim_cannot_be_merged(full: Ledger, names: list[str]) -> None:
    with pytest.raises(AnchorError, match="expected two statements"):
        merge(full, [anchor(full, name) for name in names], by="Ann")


def test_a_decision_by_its_number(full: Ledger) -> None:
    made = decide(full, JudgementKind.CONFIRMED, anchor(full, "report"), by="Ann")
    assert decision(full, made.id) == made
    undo(full, made.id, by="Bo")
    found = decision(full, made.id)
    assert found is not None
    assert found.undone
    assert decision(full, made.id + 1) is None  # the taking back is no decision of its own
    assert decision(full, 999) is None
