"""Who is named in what: looked up by name, page by page, on both databases."""

from datetime import date

import pytest
from sqlalchemy import text

from onrecord.errors import AnchorError
from onrecord.flow.adding import keep
from onrecord.flow.checking import check, rebuild_ledger, take_out
from onrecord.flow.deciding import Evidence, enter
from onrecord.ledger import BY, OF, OUT, Ledger, key_of
from onrecord.records import Stance
from tests.kept import add, document, reread


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Hague", "hague"), ("Kari  LUND", "kari lund"), ("Åse Dahl", "ase dahl"),
        ("Ukraine's air force", "ukraines air force"),
        ("Fath-360", "fath 360"), ("the", "the"), ("...", None), ("", None), (None, None), ("محسن", "محسن"),
    ],
)  # fmt: skip
def test_names_are_compared_as_words(name: str | None, key: str | None) -> None:
    assert key_of(name) == key


def test_a_long_name_is_cut_and_still_a_name() -> None:
    key = key_of("word " * 100)
    assert key is not None and len(key) <= 120 and key == key_of(key)


def test_what_somebody_says_is_theirs_by_their_own_word_or_a_spokesman(shown: Ledger) -> None:
    with shown.reading() as reader:
        iran = {(r.how, r.said.imprint.id) for r in reader.naming("iran", BY, 50)}
        lund = [r.said.imprint.public_on for r in reader.naming("kari lund", BY, 50)]
        wire = {r.how for r in reader.naming("harbour wire", BY, 50)}
    assert iran == {("source", document("denial").id), ("spoken for", document("denial").id)}
    assert lund == [date(2024, 3, 1), date(2024, 2, 20)]
    assert wire == {"link"}


def test_what_is_said_of_somebody_is_named_or_told_around(shown: Ledger) -> None:
    with shown.reading() as reader:
        found = reader.naming("iran", OF, 50)
        published = reader.naming("harbour wire", OUT, 50)
        assert reader.naming("kari lund", OF, 50) == []
    days = [r.said.imprint.public_on for r in found]
    assert days == sorted(days, reverse=True)
    assert {"named", "party"} == {r.how for r in found}
    assert {r.said.imprint.outlet for r in published} == {"Harbour Wire"}


def test_pages_go_on_where_the_last_ended(shown: Ledger) -> None:
    with shown.reading() as reader:
        every = [r.number for r in reader.naming("russia", OF, 50)]
        paged: list[int] = []
        cursor = None
        while rows := reader.naming("russia", OF, 3, before=cursor):
            paged += [r.number for r in rows]
            cursor = rows[-1].cursor
        by_day = [r.said.imprint.public_on for r in reader.naming("russia", OF, 50, on=date(2024, 2, 2))]
        with pytest.raises(AnchorError, match="expected one that a page before gave"):
            reader.naming("russia", OF, 3, before="yesterday")
    assert paged == every and len(every) > 6
    assert by_day and max(by_day) == date(2024, 2, 2)


def test_a_name_is_found_by_the_beginning_of_each_of_its_words(shown: Ledger) -> None:
    with shown.reading() as reader:
        assert [(n.shown, n.kind) for n in reader.names_like("Lun", 10)] == [("Kari Lund", "person")]
        assert [n.shown for n in reader.names_like("kari l", 10)] == ["Kari Lund"]
        assert [n.shown for n in reader.names_like("ase", 10)] == ["Åse Dahl"]
        assert [n.shown for n in reader.names_like("Oslo", 10)] == ["Oslo Ledger"]
        assert reader.names_like("...", 10) == reader.names_like("zz", 10) == []
        first = reader.names_like("k", 1)
        assert [n.shown for n in [*first, *reader.names_like("k", 9, first[0].cursor)]] == [
            n.shown for n in reader.names_like("k", 10)
        ]
        with pytest.raises(AnchorError):
            reader.names_like("k", 1, "nothing")


def test_spellings_with_the_documents_that_give_them(shown: Ledger) -> None:
    with shown.reading() as reader:
        (lund,) = reader.spellings("kari lund")
        early = reader.spellings("kari lund", on=date(2024, 2, 20))
        assert reader.spellings("kari lund", on=date(2024, 2, 1)) == []
        assert reader.name_for("KARI LUND") == "kari lund"
        assert reader.name_for("Nobody") is None
    assert (lund.text, lund.kind, lund.documents) == ("Kari Lund", "person", 2)
    assert [(s.documents, s.document) for s in early] == [(1, document("deadline").id)]


def test_who_else_is_named(shown: Ledger) -> None:
    with shown.reading() as reader:
        numbers = [r.number for r in reader.naming("iran", OF, 50)]
        beside = dict(reader.named_beside(numbers, "iran", 50))
        assert reader.named_beside([], "iran", 5) == []
        assert set(reader.shown_names(["iran", "kari lund", "nothing"])) == {"iran", "kari lund"}
    assert "iran" not in beside and "harbour wire" in beside
    assert beside["russia"] >= 7


def test_at_a_moment_as_the_ledger_held_it(full: Ledger) -> None:
    with full.reading() as reader:
        before = {r.said.anchor for r in reader.naming("iran", BY, 50)}
        moment = max(row.recorded_at for row in reader.connection.execute(text("SELECT recorded_at FROM readings")))
    add_again(full, "denial")
    with full.reading() as reader:
        now = {r.said.anchor for r in reader.naming("iran", BY, 50)}
        then = {r.said.anchor for r in reader.naming("iran", BY, 50, known_by=moment)}
    assert then == before
    assert now < before


def add_again(ledger: Ledger, name: str) -> None:
    """Read an article again with another model, which finds no content in the first statement."""
    keep(ledger, reread(name, "other", [None]))


def test_what_is_taken_out_is_named_no_more_and_a_rebuild_makes_the_rest(full: Ledger) -> None:
    take_out(full, document("denial").id)
    with full.reading() as reader:
        assert reader.naming("omid sharifi", BY, 5) == []
        left = [r.said.anchor for r in reader.naming("iran", OF, 50)]
    rebuild_ledger(full)
    with full.reading() as reader:
        assert [r.said.anchor for r in reader.naming("iran", OF, 50)] == left
        assert reader.names_like("sharifi", 5) == []
    assert check(full) == []


def test_damage_is_told_and_made_good(full: Ledger) -> None:
    with full.writing() as writer:
        writer.connection.execute(text("UPDATE named SET name = 'nobody' WHERE name = 'kari lund'"))
    faults = check(full)
    assert len(faults) == 2
    assert all("got other names than its own, or none" in f for f in faults)
    rebuild_ledger(full)
    assert check(full) == []


def test_evidence_by_hand_is_the_word_of_its_source(ledger: Ledger) -> None:
    (first,) = add(ledger, "report")
    with ledger.reading() as reader:
        claim = reader.of_document(str(first.document))[0].anchor
    told = Evidence("Crates at the port.", "Port of Bergen", date(2024, 2, 5), Stance.ASSERTS, None, None)
    enter(ledger, told, claim=claim, by="Ann")
    with ledger.reading() as reader:
        assert [r.how for r in reader.naming("port of bergen", BY, 5)] == ["source"]
        assert reader.naming("port of bergen", OUT, 5) == []
    assert check(ledger) == []
