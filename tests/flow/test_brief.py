"""Briefs out of a ledger: what holds of every one, and how single things are told."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.ledger.generated import World
from onrecord.errors import DateError
from onrecord.flow.adding import keep, keep_said
from onrecord.flow.board import Question, board
from onrecord.flow.brief import Wanted, brief
from onrecord.flow.claims import claim
from onrecord.flow.deciding import Evidence, decide, enter
from onrecord.flow.reading import read_only
from onrecord.ledger import Ledger, Order
from onrecord.publishing.briefs import brief_as_html, brief_as_markdown, brief_body
from onrecord.records import Document, JudgementKind, Review, Stance
from onrecord.records.briefs import Brief, Cited, MeasureCited, Name, Part, Quote, Ref, Sentence, Words
from tests.kept import STORY, add, anchor, document

DAYS = st.one_of(st.none(), st.dates(date(2024, 1, 20), date(2024, 4, 1)))


def text_of(sentence: Sentence) -> str:
    return "".join(map(told_of, sentence.parts))


def told_of(part: Part) -> str:
    match part:
        case Words(text) | Name(text):
            return text
        case Quote():
            return "“" + " […] ".join(part.texts) + "”"
        case Ref():
            return ""


def sentences(found: Brief, title: str) -> list[str]:
    """Return the sentences of the sections under a heading."""
    held = [s for s in found.sections if title in "".join(p.text for p in s.title if isinstance(p, Words | Name))]
    return [text_of(sentence) for s in held for sentence in s.sentences]


@pytest.fixture
def story(files: Path, tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(str(shutil.copy(files / "story.db", tmp_path / "story.db"))) as opened:
        yield opened


def check(found: Brief, ledger: Ledger) -> None:
    """Hold a brief to what holds of every one."""
    with ledger.reading() as reader:
        texts = {c.imprint.id: reader.document(c.imprint.id).text for c in found.citations if isinstance(c, Cited)}
        stands = reader.said_of(c.anchor for c in found.citations if isinstance(c, Cited))
    assert [c.number for c in found.citations] == list(range(1, len(found.citations) + 1))
    by_number = {c.number: c for c in found.citations}
    for quote in (p for s in found.sentences for p in s.parts if isinstance(p, Quote)):
        assert quote.texts == tuple(texts[quote.document][a:b] for a, b in quote.spans)
    for cited in found.citations:
        if isinstance(cited, Cited):
            assert cited.words.texts == tuple(texts[cited.imprint.id][a:b] for a, b in cited.words.spans)
            assert any(cited.words.texts)
            assert cited.anchor in stands
    for sentence in found.sentences:
        refs = [by_number[n] for n in sentence.refs]
        assert refs, text_of(sentence)
        statements = [c for c in refs if isinstance(c, Cited)]
        quoted = {p.document for p in sentence.parts if isinstance(p, Quote)}
        assert quoted <= {c.imprint.id for c in statements}
        assert sentence.statements == len(statements)
        assert sentence.reviewed == sum(c.review is not Review.UNREVIEWED for c in statements)
        assert sentence.is_reviewed == all(c.review is not Review.UNREVIEWED for c in statements)
    assert {n for s in found.sentences for n in s.refs} == set(by_number)


@pytest.mark.parametrize("by_name", [False, True])
def test_a_claim_of_hundreds_of_statements_is_told_in_short(tmp_path: Path, *, by_name: bool) -> None:
    world = World(4)
    with Ledger(str(tmp_path / "large.db"), create=True) as ledger:
        for n in range(200):
            article = world.article(n, 0 if n % 4 else n % 3)
            keep_said(ledger, article.reading, article.said)
        (largest, *_) = board(ledger, Question(order=Order.STATEMENTS)).rows
        assert largest.statements > 100
        found = brief(ledger, Wanted(largest.anchor if by_name else largest.title.split()[-1]))
        check(found, ledger)
    assert len(found.citations) < largest.statements
    held = [s.holds for s in found.sections if s.claim == largest.anchor and s.holds is not None]
    assert held == [largest.statements]
    for told in (brief_as_markdown(found), brief_as_html(found)):
        assert f"All {largest.statements} statements of this claim: " in told
    assert f'href="/claim/{largest.anchor}">All {largest.statements} statements' in brief_body(found)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(st.sampled_from(STORY), min_size=1, unique=True),
    decided=st.lists(st.tuples(st.integers(0, 20), st.sampled_from([None, *Stance])), max_size=4),
    on=DAYS,
    confirmed=st.booleans(),
)
def test_what_holds_of_every_brief(
    files: Path,
    tmp_path: Path,
    names: list[str],
    decided: list[tuple[int, Stance | None]],
    on: date | None,
    confirmed: bool,
) -> None:
    where = shutil.copy(files / "empty.db", tmp_path / "any.db")
    with Ledger(str(where)) as ledger:
        add(ledger, *names)
        with ledger.reading() as reader:
            anchors = sorted(s.anchor for s in reader.everything())
        for n, stance in decided if anchors else ():
            kind = JudgementKind.CONFIRMED if stance is None else JudgementKind.WRONG_STANCE
            decide(ledger, kind, anchors[n % len(anchors)], value=stance, by="Vera Holm")
        since = date(2024, 1, 1) if on is not None else None
        found = brief(ledger, Wanted("", on=on, since=since, confirmed_only=confirmed))
        check(found, ledger)
        cited = [c for c in found.citations if isinstance(c, Cited)]
        if confirmed:
            assert all(c.review is not Review.UNREVIEWED for c in cited)
            assert all(s.is_reviewed for s in found.sentences)
            assert found.counts.left_out is not None
        if on is not None:
            assert all(c.imprint.public_on <= on for c in cited)
        for section in (s for s in found.sections if s.level == 2 and s.claim is not None):
            assert section.claim is not None
            told = {n for s in found.sections if s.claim == section.claim for t in s.sentences for n in t.refs}
            shown = claim(ledger, section.claim, on=on)
            assert shown is not None
            wanted = {c.statement for c in shown.claim.standing.challenges}
            here = {c.anchor for c in cited if c.number in told}
            if confirmed:
                left = wanted - {c.anchor for c in cited}
                assert not left or "Left out" in "".join(section.notes)
            else:
                assert wanted <= here
        for printed in (brief_as_markdown(found), brief_as_html(found)):
            unmarked = sum(s.statements > 0 and s.reviewed == 0 for s in found.sentences)
            assert printed.count("◇ not reviewed") >= unmarked


def test_a_claim_and_its_denials(shown: Ledger) -> None:
    found = brief(shown, Wanted("missiles russia", on=date(2024, 3, 8)))
    check(found, shown)
    short = sentences(found, "In short")
    assert short[0] == (
        "Claim 1, transfer of missiles from Iran to Russia: four independent origins say so: six sources (not named); "
        "Kari Lund (Norwegian foreign ministry spokeswoman, Norway); Jan Wilk (Polish defence minister, Poland); and "
        "Ukraine's air force. Against it: Iran and Omid Sharifi (foreign ministry spokesman, Iran) denied it."
    )
    assert "The same origin is told once more, in Bergen Post; that adds none." in sentences(found, "Who says so")
    assert sentences(found, "Who denies")[0] == (
        "Iran denied it (Oslo Ledger, 2 March 2024): “Iran denied that it had sent missiles to Russia”."
    )
    assert sentences(found, "Numbers and days")[0] == (
        "Different numbers are told, which cannot all hold: 400, by Jan Wilk (Polish defence minister, Poland) and 90, by "
        "Ukraine's air force."
    )


def test_nothing_is_told_as_a_fact(shown: Ledger) -> None:
    found = brief(shown, Wanted("missiles russia"))
    for sentence in found.sentences:
        ours = "".join(p.text for p in sentence.parts if isinstance(p, Words))
        assert "Iran" not in ours
        assert "sent" not in ours


def test_what_changed_since_a_day(shown: Ledger) -> None:
    found = brief(shown, Wanted("missiles", on=date(2024, 3, 8), since=date(2024, 3, 2)))
    told = sentences(found, "What has changed since 2 March 2024")
    assert told[0].startswith("2 March 2024, claim 1 (transfer of missiles from Iran to Russia): Iran and Omid Sharifi")
    assert told[0].endswith("denied it; from then on challenged by 2 statements.")
    assert not any(t.startswith("1 February") for t in told)
    quiet = brief(shown, Wanted("missiles", on=date(2024, 3, 8), since=date(2024, 3, 8)))
    section = next(s for s in quiet.sections if "changed since" in text_of(Sentence(s.title, 0, 0)))
    assert section.notes == ("The standing of no claim told here has changed since 8 March 2024.",)
    with pytest.raises(DateError, match="since: got 2024-03-09; expected a day not after 2024-03-08"):
        brief(shown, Wanted("missiles", on=date(2024, 3, 8), since=date(2024, 3, 9)))


def test_a_deadline_that_passed(shown: Ledger) -> None:
    before = brief(shown, Wanted("sanctions", on=date(2024, 3, 1)))
    assert any("nothing in this record says that it has come about" in t for t in map(text_of, before.sentences))
    after = brief(shown, Wanted("sanctions", on=date(2024, 4, 1), since=date(2024, 3, 10)))
    check(after, shown)
    assert any("the day named has passed" in t for t in map(text_of, after.sentences))
    told = sentences(after, "What has changed")
    assert told[0].startswith(
        "16 March 2024, claim 1 (sanctions on Iran by Norway (to come)): the day named by Kari Lund"
    )


def test_measures_of_the_states_on_either_side(shown: Ledger) -> None:
    found = brief(shown, Wanted("missiles russia", on=date(2024, 12, 1)))
    named = sentences(found, "Measures on 1 December 2024")[0]
    assert (
        named == "The statements above name Iran and Russia on either side of what is claimed, and are about missiles."
    )
    measures = [c for c in found.citations if isinstance(c, MeasureCited)]
    assert "EU-IRN-2024-2697" in {m.key for m in measures}
    assert all(m.sources for m in measures)
    binding = sentences(found, "In force: prohibitions")
    assert any("in force since 26 July 2010" in t for t in binding)
    assert all("alone binds nobody" in t for t in sentences(found, "In force: authorities"))
    assert not any("UNSCR 2231 (2015), Annex B" in t for t in binding)


def test_measures_of_another_day(shown: Ledger) -> None:
    """UNSCR 2231's paragraph on missiles was a call, and ended in October 2023."""
    found = brief(shown, Wanted("missiles russia", on=date(2024, 3, 8), since=date(2023, 10, 1)))
    assert any(t.startswith("18 October 2023") and "ends" in t for t in sentences(found, "Measures"))
    assert not sentences(found, "calls that do not bind")


def test_confirmed_alone(story: Ledger) -> None:
    decide(story, JudgementKind.CONFIRMED, anchor(story, "official"), by="Vera Holm")
    found = brief(story, Wanted("missiles russia", on=date(2024, 3, 8), confirmed_only=True))
    check(found, story)
    assert (found.counts.claims, found.counts.statements, found.counts.reviewed) == (1, 1, 1)
    (own,) = [s for s in found.sections if s.level == 2 and s.claim is not None]
    assert own.notes == (
        "Left out, since no person has reviewed them: 7 statements, 2 of which deny, dismiss, doubt or do not confirm it.",
    )
    assert (found.counts.claims_left_out, found.counts.left_out) == (1, 8)
    assert text_of(own.sentences[0]).startswith("One origin says so: Kari Lund")
    assert next(c.reviewed_by for c in found.citations if isinstance(c, Cited))[0].startswith("Vera Holm, ")
    nothing = brief(story, Wanted("sanctions", confirmed_only=True))
    assert not nothing.sentences
    assert nothing.sections[0].notes == (
        "No claim answers this question by statements that a person has reviewed.",
        "Left out: 1 claim with 1 statement that nobody has reviewed.",
    )


def test_stances_that_people_put_right(story: Ledger) -> None:
    decide(story, JudgementKind.WRONG_STANCE, anchor(story, "official"), value="retracts", by="Vera Holm")
    decide(story, JudgementKind.WRONG_STANCE, anchor(story, "count"), value="dismisses", by="Vera Holm")
    found = brief(story, Wanted("missiles russia"))
    told = sentences(found, "Who denies")
    assert any(t.startswith("Jan Wilk (Polish defence minister, Poland) dismissed it without denying it") for t in told)
    assert any("took back what had been said of it (Oslo Ledger, 1 March 2024)" in t for t in told)
    does = ("denied it", "dismissed it", "took back")
    order = [next(n for n, words in enumerate(does) if words in t) for t in told]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2}


def test_evidence_by_hand_says_who_entered_it(story: Ledger) -> None:
    evidence = Evidence(
        "Six launchers stand on the pier.", "Harbour Imaging", date(2024, 3, 2), Stance.ASSERTS, None, "Ane Moe"
    )
    enter(story, evidence, claim=anchor(story, "report"), by="Vera Holm")
    found = brief(story, Wanted("missiles russia"))
    check(found, story)
    told = next(t for t in sentences(found, "Who says so") if t.startswith("Harbour Imaging"))
    assert told == (
        "Harbour Imaging said so (entered by hand by Vera Holm, 2 March 2024, translated by Ane Moe): “Six launchers stand "
        "on the pier.”."
    )


def test_reprints_are_told_with_what_they_reprint(story: Ledger) -> None:
    keep(story, read_only(replace(document("denial"), outlet="Bergen Post", url=None)))
    found = brief(story, Wanted("missiles russia"))
    check(found, story)
    told = sentences(found, "Who denies")
    assert len(told) == 2
    assert all(t.endswith("In the same words also in Bergen Post.") for t in told)


def test_days_and_outlets_that_are_not_known(file: Path) -> None:
    with Ledger(str(file)) as ledger:
        keep(ledger, read_only(Document(document("official").text)))
        found = brief(ledger, Wanted("missiles"))
        check(found, ledger)
    told = sentences(found, "Who says so")[0]
    assert "said so (outlet not known, day not known, first seen on " in told
    assert "outlet not known, day not known" in brief_as_markdown(found)


def test_conditions_and_what_is_expected(file: Path) -> None:
    text = (
        "If it is established that Iran has sent missiles to Russia, Norway will impose sanctions on Iran, Norwegian foreign "
        "ministry spokeswoman Kari Lund said."
    )
    with Ledger(str(file)) as ledger:
        keep(ledger, read_only(Document(text, outlet="Oslo Ledger", published_on=date(2024, 2, 1))))
        found = brief(ledger, Wanted("sanctions"))
        check(found, ledger)
    told = " ".join(map(text_of, found.sentences))
    assert "only under a condition: “If it is established that Iran has sent missiles to Russia" in told
    assert "Foreseen only under a condition, by Kari Lund" in told


def test_what_is_told_beside_a_claim_says_nothing_of_it(story: Ledger) -> None:
    text = (
        "Iran has sent missiles to Russia, six sources said.\n\nIran opposes any escalation, its foreign ministry said."
    )
    keep(story, read_only(Document(text, outlet="Wire", published_on=date(2024, 3, 3))))
    found = brief(story, Wanted("missiles russia"))
    check(found, story)
    told = [t for t in map(text_of, found.sentences) if "opposes any escalation" in t]
    assert not any("said so" in t or "denied it" in t for t in told)


def test_the_name_of_a_statement_asks_for_its_claim(shown: Ledger) -> None:
    found = brief(shown, Wanted(anchor(shown, "closer")))
    assert found.counts.claims == 1
    assert [s.claim for s in found.sections if s.level == 2 and s.claim] == [anchor(shown, "closer")]
    assert "In short" not in {text_of(Sentence(s.title, 0, 0)) for s in found.sections}


def test_nothing_that_answers(shown: Ledger) -> None:
    found = brief(shown, Wanted("zeppelins"))
    assert (found.sentences, found.citations) == ((), ())
    assert found.sections[0].notes == ("No claim answers this question.",)
    assert "No claim answers this question." in brief_as_markdown(found)


def test_as_the_ledger_held_it(shown: Ledger) -> None:
    found = brief(shown, Wanted("missiles", known_by="2020-01-01T00:00:00.000000Z"))
    assert found.sections[0].notes == ("No claim answers this question.",)
