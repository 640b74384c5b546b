"""One digest for the same articles: in any order, made again, taken out and put in, in either database."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import AnchorError
from onrecord.flow.adding import keep
from onrecord.flow.checking import check, digest, rebuild_ledger, take_out
from onrecord.flow.claims import claim, claims, claims_of
from onrecord.flow.deciding import Evidence, decide, enter
from onrecord.ledger import Ledger, writer
from onrecord.ledger.coding import now
from onrecord.records import JudgementKind, Said, Stance
from tests.kept import STORY, TEXTS, add, anchor, document, reading, reread

FEW = STORY[:6]


def fill(where: str, order: tuple[str, ...]) -> str:
    """Return the digest of a new ledger filled in an order, which is in order itself."""
    with Ledger(where, create=True) as ledger:
        add(ledger, *order)
        assert check(ledger) == []
        return digest(ledger)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(FEW), number=st.uuids())
def test_any_order_gives_one_digest(order: list[str], number: object, tmp_path: Path) -> None:
    first = tmp_path / "first.db"
    expected = (tmp_path / "digest").read_text() if first.exists() else fill(str(first), FEW)
    (tmp_path / "digest").write_text(expected)
    assert fill(str(tmp_path / f"{number}.db"), tuple(order)) == expected


def test_both_databases_give_one_digest(full: Ledger, tmp_path: Path) -> None:
    order = list(STORY)
    random.Random(3).shuffle(order)
    assert fill(str(tmp_path / "other.db"), tuple(order)) == digest(full)


def test_the_day_of_first_sight_changes_no_digest(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = replace(reading("deadline"), document=replace(reading("deadline").document, published_on=None))
    found = set[str]()
    with Ledger(str(tmp_path / "other.db"), create=True) as other:
        for kept, day in ((ledger, "2020-01-01"), (other, "2031-05-06")):
            monkeypatch.setattr(writer, "now", lambda day=day: f"{day}T10:00:00.000000Z")
            keep(kept, told)
            add(kept, *STORY)
            assert check(kept) == []
            found.add(digest(kept))
            (undated,) = (s for c in claims_of(kept) for s in c.statements if s.imprint.published_on is None)
            assert str(undated.imprint.public_on) == day
    assert len(found) == 1


def test_another_article_gives_another_digest(full: Ledger) -> None:
    before = digest(full)
    add(full, "elsewhere")
    assert digest(full) != before


def test_summing_up_changes_no_digest(full: Ledger) -> None:
    before = digest(full)
    claims(full)
    assert digest(full) == before


@pytest.mark.parametrize("name", ["report", "denial", "closer", "deadline"])
def test_taking_out_and_putting_in_again(full: Ledger, name: str, tmp_path: Path) -> None:
    before = digest(full)
    claims(full)
    take_out(full, document(name).id)
    assert check(full) == []
    if name in ("report", "denial"):
        assert digest(full) == fill(str(tmp_path / "without.db"), tuple(n for n in STORY if n != name))
    add(full, name)
    assert check(full) == []
    assert digest(full) == before


def test_taking_everything_out_leaves_nothing(full: Ledger) -> None:
    for name in STORY:
        take_out(full, document(name).id)
    assert claims(full) == []
    assert claims_of(full) == []
    assert check(full) == []
    with full.engine.connect() as connection:
        for table in (
            "documents",
            "readings",
            "statements",
            "propositions",
            "keys",
            "edges",
            "claims",
            "links",
            "search",
        ):
            assert connection.exec_driver_sql(f"SELECT COUNT(*) FROM {table}").scalar() == 0, table


def test_nothing_of_what_is_taken_out_stays_but_what_people_saw(full: Ledger) -> None:
    claims(full)
    others = {s.anchor for s in _all(full) if s.imprint.id != document("count").id}
    gone = {s.anchor for s in _all(full)} - others
    take_out(full, document("count").id)
    with full.engine.connect() as connection:
        for table in (
            "documents",
            "readings",
            "statements",
            "links",
            "events",
            "entities",
            "propositions",
            "claims",
            "standings",
        ):
            rows = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            assert not [r for r in rows if "Wilk" in str(r) or "400 missiles" in str(r)], table
            if table == "standings":
                assert rows
                assert not gone & {r.anchor for r in rows}


def _all(ledger: Ledger) -> list[Said]:
    with ledger.reading() as reader:
        return list(reader.everything())


def test_a_proposition_holds_the_words_of_nobody(full: Ledger) -> None:
    keep(full, replace(reading("relay"), document=replace(document("relay"), outlet="Delta Post", url=None)))
    take_out(full, document("relay").id)
    with full.engine.connect() as connection:
        told = " ".join(connection.exec_driver_sql("SELECT said FROM propositions").scalars())
    for words in ("Bergen", "Harbour Wire reported", "citing", document("relay").id):
        assert words not in told
    assert check(full) == []


def test_taking_out_what_is_not_there(full: Ledger) -> None:
    before = digest(full)
    for name in ("", "%", document("elsewhere").id, document("report").id[:5], "\udcff", "a\0b"):
        with pytest.raises(AnchorError, match="the id of no document"):
            take_out(full, name)
    assert digest(full) == before


def test_making_again_what_is_derived(full: Ledger) -> None:
    add(full, *TEXTS)
    decide(full, JudgementKind.SAME, anchor(full, "elsewhere"), other=anchor(full, "deadline"), by="Ann")
    decide(full, JudgementKind.SEPARATE, anchor(full, "official"), other=anchor(full, "report"), by="Ann")
    photo = Evidence("Images show it.", "Kestrel Imaging", date(2024, 2, 10), Stance.ASSERTS, None, None)
    enter(full, photo, claim=anchor(full, "report"), by="Ann")
    before, listed = digest(full), claims(full)
    assert rebuild_ledger(full) == len(TEXTS) + 1
    assert digest(full) == before
    assert check(full) == []
    assert claims(full) == listed
    assert claims_of(full, "café")


def test_making_again_keeps_what_was_shown_before_a_re_reading(full: Ledger) -> None:
    names = [anchor(full, name) for name in STORY]
    moment = now()
    shown = [claim(full, name, known_by=moment) for name in names]
    keep(full, reread("official", "other", [(0, 27)]))
    keep(full, reread("report", "other", [None]))
    before = digest(full)
    rebuild_ledger(full)
    assert check(full) == []
    assert digest(full) == before
    assert [claim(full, name, known_by=moment) for name in names] == shown


def test_a_re_reading_gives_what_the_other_model_alone_would_have_given(full: Ledger, tmp_path: Path) -> None:
    told = reread("official", "other", [(0, 27)])
    keep(full, told)
    with Ledger(str(tmp_path / "other.db"), create=True) as other:
        keep(other, told)
        add(other, *(n for n in reversed(STORY) if n != "official"))
        assert digest(other) == digest(full)
