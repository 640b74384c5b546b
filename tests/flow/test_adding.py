"""Articles into the ledger: once, as they change, as they are read anew; what fails stops nothing."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from onrecord.errors import NotTextError
from onrecord.flow.adding import add as add_sources
from onrecord.flow.adding import add_document, articles_in, keep
from onrecord.flow.checking import check, digest, take_out
from onrecord.flow.claims import claim, claims_of
from onrecord.flow.deciding import Evidence, enter
from onrecord.flow.reading import read_only
from onrecord.ledger import Ledger, opening
from onrecord.records import Document, Stance
from tests.kept import STORY, add, anchor, document, reading, reread, written


def versions(ledger: Ledger, name: str) -> list[bool]:
    """Return for each kept reading of an article whether it is superseded."""
    with ledger.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT document, superseded_at FROM readings ORDER BY id").all()
    return [row.superseded_at is not None for row in rows if row.document == document(name).id]


def test_adding_again_changes_nothing(full: Ledger) -> None:
    before = digest(full)
    assert [(a.new, a.statements > 0) for a in add(full, *STORY)] == [(False, True)] * len(STORY)
    assert digest(full) == before
    with full.reading() as reader:
        assert reader.count()["documents"] == len(STORY)


def test_a_document_is_read_once(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    assert add_document(ledger, document("relay")).new
    monkeypatch.setattr("onrecord.flow.adding.read_only", None)
    assert not add_document(ledger, document("relay")).new


def test_a_page_that_changed_succeeds_the_old_one_and_both_are_kept(ledger: Ledger) -> None:
    first = document("relay")
    assert add(ledger, "relay")[0].succeeds is None
    second = replace(first, text=first.text + "\n\nCorrection: an earlier text gave another number.")
    third = replace(first, text=first.text + "\n\nThis report has been withdrawn.")
    elsewhere = replace(first, url="https://example.org/other")
    assert [add_document(ledger, d).succeeds for d in (second, third, elsewhere)] == [first.id, second.id, None]
    assert states(ledger, first, second, third, elsewhere) == [None, first.id, second.id, None]
    with ledger.reading() as reader:
        assert reader.document(first.id) == first
        assert reader.count()["documents"] == 4
    assert check(ledger) == []


def states(ledger: Ledger, *documents: Document) -> list[str | None]:
    """Return for each document the one that it is the next state of."""
    with ledger.reading() as reader:
        return [reader.succeeds(d.id) for d in documents]


def test_states_come_in_the_order_of_their_days_however_they_are_added(ledger: Ledger) -> None:
    first = document("relay")
    later = [replace(first, text=f"{first.text} Version {n}.", published_on=date(2024, 2, 2 + n)) for n in range(1, 4)]
    pages = [first, *later]
    assert [add_document(ledger, pages[n]).succeeds for n in (2, 0, 3, 1)] == [None, None, pages[2].id, first.id]
    assert states(ledger, *pages) == [None, *(d.id for d in pages[:3])]
    take_out(ledger, pages[1].id)
    assert states(ledger, pages[2]) == [first.id]


def test_evidence_by_hand_is_no_state_of_an_article(full: Ledger) -> None:
    page = document("relay")
    evidence = Evidence("It shows missiles.", "Kestrel Imaging", date(2024, 2, 1), Stance.ASSERTS, page.url, None)
    name, _ = enter(full, evidence, claim=anchor(full, "relay"), by="Ann")
    with full.reading() as reader:
        assert [reader.succeeds(id_) for id_ in (page.id, name.partition(".")[0])] == [None, None]
    changed = replace(page, text=f"{page.text} It was corrected.")
    assert add_document(full, changed).succeeds == page.id


def test_a_document_without_a_day_is_public_from_when_it_was_first_seen(ledger: Ledger) -> None:
    undated = replace(document("relay"), published_on=None)
    add_document(ledger, undated)
    (found,) = claims_of(ledger)
    assert found.statements[0].imprint.published_on is None
    today = datetime.now(UTC).date()
    assert abs((found.statements[0].imprint.public_on - today).days) <= 1
    assert claims_of(ledger, on=date(2020, 1, 1)) == []


def test_another_maker_supersedes_and_keeps_versions(full: Ledger) -> None:
    old = anchor(full, "official")
    assert keep(full, reread("official", "better", [(0, 27)])).new
    new = anchor(full, "official")
    assert new != old
    assert versions(full, "official") == [True, False]
    with full.reading() as reader:
        assert old not in reader.present([old, new])
        assert reader.reading(document("official").id)["made_by"]["model"] == "better"
        assert reader.stands_as(old) == new
    shown = claim(full, old)
    assert shown is not None
    assert new in [s.anchor for s in shown.claim.statements]
    assert old not in [s.anchor for s in shown.claim.statements]
    assert check(full) == []
    assert not keep(full, reread("official", "better", [(0, 27)])).new


def test_a_reading_of_nothing_is_superseded_as_well(full: Ledger) -> None:
    keep(full, reread("official", "blind", [None]))
    assert claims_of(full, "Norwegian foreign spokeswoman said friday") == []
    keep(full, reread("official", "better"))
    assert versions(full, "official") == [True, True, False]
    assert claims_of(full, "Norwegian foreign spokeswoman")


def test_going_back_to_the_first_maker_gives_the_first_ledger(full: Ledger) -> None:
    before = digest(full)
    keep(full, reread("official", "other", [(0, 20)]))
    assert digest(full) != before
    assert add(full, "official")[0].new
    assert versions(full, "official") == [True, True, False]
    assert digest(full) == before
    assert check(full) == []


def test_a_statement_that_only_moves_to_another_claim_is_found_there(full: Ledger) -> None:
    """The same words under another deed: the name stays, the cluster does not."""
    told = reread("official", "other")
    keep(full, replace(told, events=()))
    name = anchor(full, "official")
    shown = claim(full, name)
    assert shown is not None
    assert name in [s.anchor for s in shown.claim.statements]
    with full.reading() as reader:
        (cluster,) = reader.said([reader.cluster_of(name)]).values()
        assert name in {s.anchor for s in cluster}


def test_two_statements_of_one_cue_and_content_are_one(ledger: Ledger) -> None:
    told = reading("relay")
    twice = replace(told, statements=(told.statements[0], replace(told.statements[0], id="s2")))
    assert keep(ledger, twice).statements == 1
    assert check(ledger) == []


def test_an_article_in_which_nobody_says_anything(ledger: Ledger) -> None:
    assert add_document(ledger, Document("Rain tomorrow.")).statements == 0
    assert not add_document(ledger, Document("Rain tomorrow.")).new
    assert claims_of(ledger) == []
    assert check(ledger) == []


@pytest.mark.parametrize("text", ["One\0two, the minister said.", "One \ud800 two, the minister said."])
def test_what_no_database_holds_is_refused_by_name(ledger: Ledger, text: str) -> None:
    with pytest.raises(NotTextError, match=r"example\.org/a: got a NUL or half of a surrogate pair"):
        add_document(ledger, Document(text, url="https://example.org/a"))


@pytest.mark.parametrize("long", [3_000, 100_000])
def test_names_and_addresses_of_any_length(ledger: Ledger, long: int) -> None:
    name = " ".join(f"Mr{n:x}{n * n:x}" for n in range(long // 10))
    url = "https://example.org/?" + "".join(f"{n * n:x}" for n in range(long // 6))
    text = f"Nothing was sent, {name[: long // 30]} said."
    done = add_document(ledger, Document(text, url=url, title=name, outlet=name))
    assert done.new
    assert check(ledger) == []


def test_names_that_no_file_has(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(written("report"), encoding="utf-8")
    names = ["", "x" * 300, "x/" * 3000, "a\0b", "\ud800", "a.md"]
    done = list(add_sources(lambda: ledger, names))
    assert [a.source for a in done] == names
    assert [a.error is None for a in done] == [False] * 5 + [True]
    assert all(re.match(r"\S.*: got .+; expected ", str(a.error)) and "\n" not in str(a.error) for a in done[:-1])


def test_the_ledger_is_opened_when_an_article_is_there(ledger: Ledger, tmp_path: Path) -> None:
    opened = list[Ledger]()

    def open_it() -> Ledger:
        opened.append(ledger)
        return ledger

    assert [a.error is None for a in add_sources(open_it, ["missing.md", str(tmp_path), ""])] == [False] * 3
    assert opened == []
    for name in ("report", "relay"):
        (tmp_path / f"{name}.md").write_text(written(name), encoding="utf-8")
    assert [a.new for a in add_sources(open_it, ["missing.md", str(tmp_path)])] == [False, True, True]
    assert opened == [ledger]


def test_a_ledger_that_is_held_stops_only_the_articles_of_then(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.1)
    for name in ("report", "relay", "official"):
        (tmp_path / f"{name}.md").write_text(written(name), encoding="utf-8")
    with Ledger(str(file)) as ledger, Ledger(str(file)) as other:
        batch = add_sources(lambda: ledger, [str(tmp_path / f"{n}.md") for n in ("report", "relay", "official")])
        with other.writing():
            held = next(batch)
        assert [a.new for a in batch] == [True, True]
    assert str(held.error) == (
        f"{tmp_path / 'report.md'}: got database is locked ({file}); "
        "expected a ledger within reach that nobody holds; nothing was changed"
    )


def test_a_batch_goes_on_and_names_what_failed(ledger: Ledger, tmp_path: Path) -> None:
    for n, name in enumerate(("report", "relay")):
        (tmp_path / f"{n}.md").write_text(written(name), encoding="utf-8")
    (tmp_path / "0b.md").write_bytes(bytes(range(256)) * 10)
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.csv").write_text("a,b\n")
    done = list(add_sources(lambda: ledger, [str(tmp_path), str(tmp_path / "missing.md"), str(tmp_path / "empty")]))
    assert [(a.new, a.error is None) for a in done] == [
        (True, True),
        (False, False),
        (True, True),
        (False, False),
        (False, False),
    ]
    assert [str(a.error).partition(": got ")[0] for a in done if a.error] == [
        str(tmp_path / p) for p in ("0b.md", "missing.md", "empty")
    ]
    assert "a folder without articles" in str(done[-1].error)
    assert done[0].document == document("report").id


def test_articles_of_a_folder_come_by_name(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "c/d.HTML", "e.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    found = [p.removeprefix(f"{tmp_path}/") for p in articles_in([str(tmp_path), "https://example.org/a", "-"])]
    assert found == ["a.txt", "b.md", "c/d.HTML", "https://example.org/a", "-"]


def test_reading_with_the_model_gives_what_was_kept(ledger: Ledger) -> None:
    add_document(ledger, document("official"))
    assert read_only(document("official")).made_by == reading("official").made_by
    assert not add(ledger, "official")[0].new
