"""Versions on disk: kept once, whole or not at all, found by name."""

from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import ListError
from onrecord.records.listings import Fault, ListName
from onrecord.screening import Origin, Store
from tests.screening.parties import PARTIES


def origin(sha: str = "a" * 64, day: date | None = date(2024, 1, 1)) -> Origin:
    return Origin(ListName.UN, ("f.xml",), sha, dated=day)


def test_a_version_keeps_what_it_was_given(tmp_path: Path) -> None:
    store = Store(tmp_path / "lists")
    fault = Fault("f.xml:3", "nothing", "something")
    version = store.keep(origin(), [*PARTIES, fault])
    assert version.id == "un-2024-01-01-aaaaaaaa"
    assert (version.parties, version.weak_names, version.faults) == (len(PARTIES), 1, (fault,))
    assert store.versions() == [version]
    assert list(store.listings(version)) == list(PARTIES)
    assert store.version("un") == store.version("un-2024") == version


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.keep(origin(), PARTIES) == store.keep(origin(), PARTIES[:1])


def test_the_newest_of_a_label_counts(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(origin("a" * 64, date(2024, 1, 1)), PARTIES)
    newest = store.keep(origin("b" * 64, date(2025, 1, 1)), PARTIES[:3])
    index, versions = store.index()
    assert versions == [newest]
    assert index.parties == 3


def test_a_load_that_fails_leaves_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with pytest.raises(
        ListError, match=r"f.xml: got no party \(f.xml:3: got a; expected b\); expected a list with at least one"
    ):
        store.keep(origin(), [Fault("f.xml:3", "a", "b")])
    assert store.versions() == []
    assert [p.name for p in tmp_path.iterdir()] == ["versions"]
    with pytest.raises(ListError, match="got no list; expected lists loaded with 'onrecord lists load'"):
        store.index()


def test_names_that_fit_no_version_or_several(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for sha in ("ab" * 32, "ac" * 32):
        store.keep(origin(sha), PARTIES)
    with pytest.raises(ListError, match="which 2 versions begin with"):
        store.version("un-2024-01-01-a")
    with pytest.raises(ListError, match="got no version 'eu'; expected one of: un-2024"):
        store.version("eu")


def test_a_damaged_version_is_named(tmp_path: Path) -> None:
    store = Store(tmp_path)
    version = store.keep(origin(), PARTIES)
    folder = tmp_path / "versions" / version.id
    (folder / "parties.jsonl").write_text("{}\n", "utf-8")
    with pytest.raises(ListError, match=r"parties.jsonl:1: got 'id'; expected a party"):
        list(store.listings(version))
    (folder / "version.json").write_text("[]", "utf-8")
    with pytest.raises(ListError, match="expected a version that 'onrecord lists load' wrote"):
        store.versions()
