"""Claims page by page: every filter and order as the rows themselves tell it, each page going on where the one before ended."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import AnchorError
from onrecord.ledger import ClaimRow, Ledger, Order, Reviewed, Wanted, kinds_of
from onrecord.records import Challenge, Stance, Support
from tests.conftest import _empty
from tests.databases import PostgreSQL
from tests.kept import anchor, document

CHALLENGING = (Stance.DENIES, Stance.DOUBTS, Stance.RETRACTS)


def rows(count: int) -> Iterator[ClaimRow]:
    """Yield claims of every kind, many alike in all but the name."""
    rng = Random(3)
    for n in range(count):
        stances = [rng.choice(CHALLENGING) for _ in range(rng.choice((0, 0, 1, 2)))]
        statements = rng.randrange(1, 4)
        yield ClaimRow(
            anchor=f"{n:016x}.{rng.randrange(2**32):08x}",
            title=f"claim {n}",
            support=rng.choice(list(Support)),
            origins=rng.randrange(4),
            documents=1,
            statements=statements,
            challenges=len(stances),
            reviewed=rng.randrange(statements + 1),
            first_public=date(2024, 1, 1),
            last_change=date(2024, 1, 1) + timedelta(days=rng.randrange(4)),
            due=None,
            kinds=kinds_of(Challenge(s, "Iran", None, "a") for s in stances) if rng.random() < 0.9 else None,
        )


ROWS = list(rows(150))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def listed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Open a ledger whose list holds those claims, and nothing else."""
    if request.param == "postgresql":
        server: PostgreSQL = request.getfixturevalue("server")
        where = server.copy_of("made_empty", _empty)
    else:
        where = str(tmp_path_factory.mktemp("listed") / "a.db")
    with Ledger(where, create=True) as ledger:
        with ledger.writing() as writer:
            for n, row in enumerate(ROWS):
                writer.keep_claims(n + 1, [row])
        yield ledger


WANTED = st.builds(
    Wanted,
    support=st.lists(st.sampled_from(list(Support)), max_size=3, unique=True).map(tuple),
    challenged=st.none() | st.booleans(),
    kind=st.none() | st.sampled_from(CHALLENGING),
    origins=st.integers(0, 4),
    reviewed=st.none() | st.sampled_from(list(Reviewed)),
    since=st.none() | st.dates(date(2023, 12, 31), date(2024, 1, 5)),
)


@settings(deadline=None, max_examples=60)
@given(wanted=WANTED, order=st.sampled_from(list(Order)), limit=st.integers(1, 60))
def test_pages_hold_what_is_wanted_each_once_and_in_order(
    listed: Ledger, wanted: Wanted, order: Order, limit: int
) -> None:
    expected = sorted((r for r in ROWS if wanted.admits(r)), key=lambda r: r.place(order), reverse=True)
    found, after = list[ClaimRow](), None
    with listed.reading() as reader:
        assert reader.claims_count(wanted) == len(expected)
        while page := reader.claims_page(limit, wanted, order, after):
            assert len(page) <= limit
            found += page
            after = page[-1].cursor(order)
    assert found == expected


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize(
    "cursor", ["", "a", "1_2", "2024-01-01_1_a_b", "2024-13-01_1_a", "99999999999_1_a", "x_y_z", "²_1_a"]
)
def test_a_cursor_that_no_page_gave(listed: Ledger, order: Order, cursor: str) -> None:
    with listed.reading() as reader, pytest.raises(AnchorError, match="expected one that a page before gave"):
        reader.claims_page(5, Wanted(), order, cursor)


def test_a_page_reads_no_more_than_it_shows(listed: Ledger) -> None:
    if listed.dialect != "sqlite":
        pytest.skip("the plan of a small table tells nothing there")
    ordered = {
        "change": "last_change DESC, statements DESC, anchor DESC",
        "statements": "statements DESC, last_change DESC, anchor DESC",
        "origins": "origins DESC, statements DESC, anchor DESC",
    }
    assert set(ordered) == set(Order)
    for name, columns in ordered.items():
        asked = f"SELECT * FROM claims WHERE reviewed > 0 AND kinds <> '' ORDER BY {columns} LIMIT 5"
        with listed.engine.connect() as connection:
            (step,) = [str(row[-1]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}")]
        assert f"USING INDEX ix_claims_by_{name}" in step


def test_kinds_of_challenges_are_told_in_one_order() -> None:
    told = [Challenge(s, "Iran", None, "a") for s in (Stance.DOUBTS, Stance.DENIES, Stance.DENIES)]
    assert kinds_of(told) == "denies 2, doubts 1"
    assert kinds_of([]) == ""


def test_passages_are_counted_in_characters_as_python_does(full: Ledger) -> None:
    text = document("denial").text
    with full.reading() as reader:
        got = reader.passages(
            [(document("denial").id, a, b) for a, b in ((0, 4), (50, 60), (len(text) - 3, len(text)))]
        )
        assert got == [text[0:4], text[50:60], text[-3:]]
        assert "“" in text
        assert reader.passages([("0" * 16, 0, 5)]) == [""]


def test_when_a_statement_was_first_met(full: Ledger) -> None:
    name = anchor(full, "official")
    with full.reading() as reader:
        day, moment = reader.met(name)
        assert day == date(2024, 3, 1)
        assert moment.endswith("Z")
        with pytest.raises(AnchorError):
            reader.met("0" * 16)
