"""The dictionaries hold together: every form is alike, every body is found by each of its names."""

from pathlib import Path

import pytest

from onrecord.errors import RegisterError
from onrecord.matching import How
from onrecord.registers import DATA
from onrecord.screening.screen import readings
from onrecord.screening.tables import BODIES, FORMS, NATIVE, PHRASES, WORDS, WordClass, load_tables, tables
from onrecord.screening.words import alike_words


def test_the_shipped_tables_load() -> None:
    held = tables()
    assert held.words["trading"] == (WordClass.GENERIC, "trading")
    assert held.words["ooo"] == (WordClass.LEGAL, "llc")


@pytest.mark.parametrize("table", [WORDS, PHRASES, NATIVE])
def test_rows_stand_in_order(table: object) -> None:
    keys = [entry[0] for entry in table.load(DATA)]  # type: ignore[attr-defined]
    assert keys == sorted(keys)


@pytest.mark.parametrize("group", FORMS.load(DATA), ids=lambda g: str(g[0]))
def test_each_form_of_a_name_is_taken_for_each_other(group: tuple[str, ...]) -> None:
    for a in group:
        for b in group:
            assert a == b or alike_words(a, b).how is How.FORM


@pytest.mark.parametrize("body", BODIES.load(DATA), ids=lambda b: str(b.names[0]))
def test_a_known_body_is_read_by_its_other_names(body: object) -> None:
    names = body.names  # type: ignore[attr-defined]
    for name in names:
        assert {r.text for r in readings(name)} >= set(names[:1])


def test_a_slip_in_a_long_common_word_is_seen_through() -> None:
    assert tables().slipped("comppany", person=False) == (WordClass.LEGAL, "co")
    assert tables().slipped("tradin", person=True) is None


def test_a_fault_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "screening").mkdir()
    (tmp_path / "screening" / "words.csv").write_text("word,class,reads\nTrade,generic,trade\n", "utf-8")
    with pytest.raises(RegisterError, match=r"screening/words.csv:2: got word 'Trade'; expected it as folded: 'trade'"):
        load_tables(tmp_path)
