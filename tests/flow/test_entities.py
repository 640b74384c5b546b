"""Somebody by name: who they are, statements as people have corrected them, measures and listings on the day."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from onrecord.errors import ListError
from onrecord.flow.deciding import decide, undo
from onrecord.flow.entities import Part, Profile, listings_of, measures_of, names_like, naming, profile
from onrecord.flow.screening import load_version
from onrecord.ledger import BY, OF, Ledger
from onrecord.records import JudgementKind, Review
from onrecord.records.listings import ListName
from onrecord.records.matches import OnDay
from tests.kept import anchor
from tests.screening.loading import generated

DAY = datetime(2024, 2, 22, 12, tzinfo=UTC)


def test_somebody_by_any_spelling(shown: Ledger) -> None:
    found = profile(shown, "KARI LUND")
    assert found is not None
    assert (found.key, found.shown, found.kind, found.readings) == ("kari lund", "Kari Lund", "person", 2)
    assert profile(shown, "Nobody") is profile(shown, "...") is None
    assert [n.shown for n in names_like(shown, "lund", 5)] == ["Kari Lund"]


def test_statements_page_by_page_with_who_else_is_named(shown: Ledger) -> None:
    first = naming(shown, "russia", OF, Part(4))
    rest = naming(shown, "russia", OF, Part(50, first.more))
    assert len(first.rows) == 4 and first.more is not None and rest.more is None
    assert first.rows[-1].said.imprint.public_on >= rest.rows[0].said.imprint.public_on
    assert ("Iran", "place") in {(b.shown, b.kind) for b in first.beside}


def test_a_corrected_speaker_is_no_longer_the_one(full: Ledger) -> None:
    name = anchor(full, "official")
    made = decide(full, JudgementKind.WRONG_SPEAKER, name, value="Jon Berg", by="Ann")
    assert name not in {r.said.anchor for r in naming(full, "kari lund", BY, Part(9)).rows}
    undo(full, made.id, by="Ann")
    (row,) = (r for r in naming(full, "kari lund", BY, Part(9)).rows if r.said.anchor == name)
    assert row.said.review is Review.UNREVIEWED


def test_a_confirmed_statement_says_so(full: Ledger) -> None:
    name = anchor(full, "official")
    decide(full, JudgementKind.CONFIRMED, name, by="Ann")
    (row,) = (r for r in naming(full, "kari lund", BY, Part(9)).rows if r.said.anchor == name)
    assert row.said.review is Review.CONFIRMED


def test_measures_on_and_by(shown: Ledger) -> None:
    on, by = measures_of("Iran", DAY)
    assert by == () and "EU-IRN-MISSILE" in {h.measure.key for h in on}
    assert all(h.measure.target for h in on), "what can be on anybody is on nobody in particular"
    on, by = measures_of("European Union", DAY)
    assert {h.measure.imposer for h in by} == {"European Union"} and by
    assert measures_of("Kari Lund", DAY) == ((), ())


def test_listings_by_name_alone(tmp_path: Path) -> None:
    person = Profile("arkady gromov", "Arkady Gromov", "person", (), 1)
    with pytest.raises(ListError, match="onrecord lists load"):
        listings_of(tmp_path / "lists", person, None)
    (tmp_path / "sdn.csv").write_text(generated.OFAC["sdn.csv"], "utf-8", newline="")
    load_version(ListName.OFAC, [str(tmp_path / "sdn.csv")], dated=date(2024, 1, 1), folder=tmp_path / "lists")
    (match,) = listings_of(tmp_path / "lists", person, date(2024, 1, 1))
    assert (match.alias.text, match.standing and match.standing.answer) == ("GROMOV, Arkady", OnDay.LISTED)
    assert listings_of(tmp_path / "lists", Profile("gromov", "Gromov", "place", (), 1), None) == []
