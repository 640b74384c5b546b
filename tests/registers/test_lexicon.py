"""The lexicon: look-ups, lemmas that are none, and every row found by its own example's words."""

import gc
import time
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import RegisterError
from onrecord.records import Act, Certainty, Relation, Stance
from onrecord.registers import CueObject, SpeaksFor, VenueNames, gazetteer, lexicon, registers_version
from onrecord.registers.gazetteer import load_gazetteer
from onrecord.registers.lexicon import load_lexicon
from onrecord.registers.tables import DATA

from .conftest import Spoil


def test_a_cue_by_lemma_and_part_of_speech() -> None:
    cue = lexicon().cue("deny", "verb")
    assert cue is not None
    assert (cue.act, cue.stance, cue.negated, cue.object) == (
        Act.DENY, Stance.DENIES, Stance.WITHHOLDS, CueObject.CONTENT,
    )  # fmt: skip
    assert lexicon().cue("Deny", "verb") is cue
    assert lexicon().cue("deny", "noun") is None
    assert lexicon().cue("", "verb") is None


@pytest.mark.parametrize(
    ("lemma", "negated"),
    [
        ("confirm", Stance.WITHHOLDS),
        ("deny", Stance.WITHHOLDS),
        ("respond", Stance.DECLINES),
        ("say", Stance.DECLINES),
        ("comment", Stance.DECLINES),
        ("rule out", Stance.EXPECTS),
        ("believe", Stance.DENIES),
    ],
)
def test_what_negation_makes_of_a_verb(lemma: str, negated: Stance) -> None:
    cue = lexicon().cue(lemma, "verb")
    assert cue is not None
    assert cue.negated is negated


def test_a_participle_taken_for_a_verb_is_found_by_its_form() -> None:
    assert lexicon().cue("alarm", "adjective") is None
    found = lexicon().cue("alarm", "adjective", form="alarmed")
    assert found is not None
    assert found.stance is Stance.EXPECTS


def test_the_longest_phrase_wins() -> None:
    words = ["it", "have", "no", "reason", "to", "doubt", "the", "account"]
    found = lexicon().phrases.longest(words, 1)
    assert found is not None
    assert (found.start, found.end) == (1, 6)
    assert (found.entry.stance, found.entry.certainty) == (Stance.EXPECTS, Certainty.PROBABLE)


def test_a_phrase_with_a_gap() -> None:
    found = lexicon().phrases.longest(["as", "the", "old", "envoy", "put", "it"])
    assert found is not None
    assert found.entry.lemma == "as * put it"


def test_the_other_tables() -> None:
    words = lexicon()
    venue = words.venues.longest(["in", "a", "interview", "with", "the", "daily"])
    assert venue is not None
    assert (venue.end, venue.entry.names, venue.entry.relation) == (4, VenueNames.MEDIUM, Relation.UTTERANCE)
    role = words.roles.exact(["deputy", "foreign", "minister"])
    assert role is not None
    assert role.speaks_for is SpeaksFor.STATE
    assert words.voices.exact(["diplomat"]) is not None
    assert words.hearsay.exact(["be", "say", "to"]) is not None
    assert words.hedges.exact(["might"]) is not None
    assert words.hedges.exact(["might", "as"]) is None


@pytest.mark.parametrize(
    ("word", "lemma", "settled"),
    [
        ("criticised", "criticis", "criticise"),
        ("disavowed", "disavowe", "disavow"),
        ("rebutted", "rebutt", "rebut"),
        ("specified", "specifie", "specify"),
        ("Backers", "Backers", "backer"),
        ("stood", "steak", "stand"),
        ("said", "say", "say"),
        ("harbour", "harbour", "harbour"),
        ("", "", ""),
    ],
)
def test_a_lemma_that_is_none_is_settled_by_its_form(word: str, lemma: str, settled: str) -> None:
    assert lexicon().settled([word], [lemma]) == (settled,)


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=8))
def test_any_words_can_be_looked_up(pairs: list[tuple[str, str]]) -> None:
    words = lexicon()
    settled = words.settled([word for word, _ in pairs], [lemma for _, lemma in pairs])
    assert len(settled) == len(pairs)
    for start in range(-1, len(pairs) + 1):
        for table in (words.phrases, words.hedges, words.hearsay, words.venues, words.voices, words.roles):
            found = table.longest(settled, start)
            assert found is None or start < found.end <= len(pairs)


def test_nothing_can_be_changed() -> None:
    cue = next(iter(lexicon().cues.values()))
    with pytest.raises(FrozenInstanceError):
        cue.lemma = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        lexicon().cues["x", "verb"] = cue  # type: ignore[index]
    assert lexicon() is lexicon()


def test_a_damaged_table_is_an_error_with_its_line(spoiled: Spoil) -> None:
    folder = spoiled("lexicon/en/hedges.csv", "might,", "might,maybe,modal,The mill [might] open again.")
    with pytest.raises(RegisterError, match=r"^lexicon/en/hedges.csv:\d+: got certainty 'maybe'; expected one of "):
        load_lexicon(folder)


def test_the_version_changes_with_any_table(spoiled: Spoil) -> None:
    assert len(registers_version()) == 12
    folder = spoiled("lexicon/en/hedges.csv", "might,", "might,possible,modal,The yard [might] open again.")
    assert registers_version(folder) != registers_version()
    assert registers_version(DATA) == registers_version()


def test_loading_is_fast() -> None:
    times = []
    gc.disable()  # a collection in between would measure the heap of the whole test run
    try:
        for _ in range(5):
            start = time.process_time()
            load_lexicon(DATA)
            load_gazetteer(DATA)
            times.append(time.process_time() - start)
    finally:
        gc.enable()
    # About 22 ms on a slow core; the limit leaves room for slower ones.
    assert min(times) < 0.1
    assert gazetteer() is gazetteer()
