"""One document with its reading: what is in focus, what belongs to a part, what people made of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import AnchorError
from onrecord.flow.adding import keep
from onrecord.flow.deciding import correct_words, decide
from onrecord.flow.documents import PART, WHOLE, opened, parts_of, statement
from onrecord.ledger import Ledger
from onrecord.records import JudgementKind, Review, Stance
from tests.kept import anchor, document, reading, reread


def test_statements_as_they_were_read(full: Ledger) -> None:
    o = opened(full, document("denial").id)
    assert o.reading is not None
    assert (o.reading.made_by, o.kept.document, o.kept.kind) == (
        reading("denial").made_by,
        document("denial"),
        "article",
    )
    assert [(s.id, s.stance, s.content) for s in o.told] == [
        (s.id, s.stance, s.content.spans) for s in reading("denial").statements
    ]
    assert all(said.anchor.startswith(s.anchor) for s in o.told for said in s.said)
    assert (o.focus, o.before, o.after, o.parts) == (None, None, None, ((0, len(document("denial").text)),))


def test_the_focus_and_its_claim(full: Ledger) -> None:
    name = anchor(full, "official")
    for focus in ("s1", name, name[17:], name.upper()):
        o = opened(full, document("official").id, focus=focus)
        assert o.focus is not None
        ((said, claim),) = o.focus.claims
        assert (said.anchor, o.focus.told.id) == (name, "s1")
        assert claim is not None
        assert name in {s.anchor for s in claim.statements}
    assert o.focus is not None
    assert [e["frame"] for e in o.focus.events] == ["transfer_arms"]
    assert o.voices["s1"] == said.source


def test_people_have_the_last_word(full: Ledger) -> None:
    name = anchor(full, "official")
    decide(full, JudgementKind.WRONG_STANCE, name, value="doubts", by="Ann")
    decide(full, JudgementKind.WRONG_SPEAKER, name, value="Eli Nes", by="Ann")
    correct_words(full, [name], [(5, 20)], by="Ann")
    o = opened(full, document("official").id, focus="s1")
    assert o.focus is not None
    told = o.focus.told
    assert (told.stance, told.speaker, told.content, told.review) == (
        Stance.DOUBTS, "Eli Nes", ((5, 20),), Review.CORRECTED,
    )  # fmt: skip
    assert [j.id for j in o.focus.decisions] == [1, 2, 3]
    assert statement(full, document("official").id, "s1")[1] == told


def test_as_it_was_held_at_a_moment(full: Ledger) -> None:
    id_ = document("official").id
    with full.reading() as reader:
        moment = reader.kept(id_).recorded_at
    with full.reading() as reader:
        read = reader.read_as(id_, document("official").text)
    assert read is not None
    keep(full, reread("official", "second", [(0, 27)]))
    decide(full, JudgementKind.CONFIRMED, anchor(full, "official"), by="Ann")
    then, now = opened(full, id_, known_by=read.recorded_at), opened(full, id_, focus="s1")
    assert then.reading is not None and now.reading is not None
    assert (then.reading.made_by.model, now.reading.made_by.model) == (reading("official").made_by.model, "second")
    assert then.reading.superseded_at == now.reading.recorded_at
    assert [s.review for s in (*then.told, *now.told)] == [Review.UNREVIEWED, Review.CONFIRMED]
    assert moment <= read.recorded_at
    assert opened(full, id_, known_by="2001-01-01T00:00:00.000000Z").reading is None


def test_neighbours_in_public_order(full: Ledger) -> None:
    first = document("report")
    assert first.published_on is not None
    for day in (9, 5):
        later = replace(first, published_on=first.published_on.replace(day=day))
        keep(full, replace(reading("report"), document=later))
    o = opened(full, first.id)
    assert o.before is None
    assert o.after is not None
    middle = opened(full, o.after.id)
    assert middle.before is not None and middle.after is not None
    assert (middle.before.id, o.after.public_on.day, middle.after.public_on.day) == (first.id, 5, 9)
    assert opened(full, middle.after.id).after is None


def test_what_is_none(full: Ledger) -> None:
    id_ = document("report").id
    for focus in ("s0", "s9", "nothing", anchor(full, "official")):
        with pytest.raises(AnchorError):
            opened(full, id_, focus=focus)
    for part in (-1, 1):
        with pytest.raises(AnchorError, match="of its text; expected one of 1"):
            opened(full, id_, part=part)
    with pytest.raises(AnchorError, match="the id of no document"):
        opened(full, "0" * 16)


@given(
    st.lists(st.sampled_from(["word ", "\n\n", "x" * 999, "e\u0301" * 30, "\u200d"]), max_size=400), st.integers(1, 40)
)
def test_the_parts_of_a_text_are_the_text(pieces: list[str], times: int) -> None:
    text = "".join(pieces) * times
    parts = parts_of(text)
    assert "".join(text[a:b] for a, b in parts) == text
    assert len(parts) == 1 if len(text) <= WHOLE else all(b - a <= PART * 1.6 for a, b in parts)
    assert not any(text[a : a + 1] in ("\u0301", "\u200d") for a, _ in parts[1:])
