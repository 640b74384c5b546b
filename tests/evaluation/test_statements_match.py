"""Which statements pair, and what precision and recall come of it."""

from typing import Any

from evaluation.statement_counts import figures, score_article
from evaluation.statement_match import WordTable, near_miss, overlap_f1, pair_statements, sides
from tests.evaluation.statement_rows import ALL, LIND, PIER, SLOW, TEXT, UNION, part, row, voice


def pairs(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(g.row["id"], f.row["id"]) for g, f in pair_statements(TEXT, gold, found).pairs]


def miss(gold: dict[str, Any], found: dict[str, Any]) -> tuple[str, ...]:
    return near_miss(*sides([gold, found], WordTable(TEXT)))


def measured(gold: list[dict[str, Any]], found: list[dict[str, Any]], name: str = "statements") -> tuple[Any, ...]:
    figure = next(f for f in figures([score_article("01", TEXT, gold, found)]) if f.name == name)
    return figure.value, figure.precision, figure.recall, figure.gold


def test_words_are_runs_of_letters_and_digits() -> None:
    table = WordTable("It’s 2,500 km_away.")
    assert len(table.starts) == 6
    assert table.touched({"spans": [[3, 6]]}) == {1, 2}
    assert table.touched(None) == table.touched({"spans": None}) == frozenset()


def test_overlap_f1() -> None:
    assert overlap_f1(frozenset({1, 2}), frozenset({2})) == 2 / 3
    assert overlap_f1(frozenset(), frozenset()) == 0


def test_half_of_the_content_is_enough_and_less_is_not() -> None:
    gold = row(voice("The union"), "denied", "that crews were asked")
    assert miss(gold, row(voice("The union"), "denied", "crews were")) == ()
    assert miss(gold, row(voice("The union"), "denied", "crews")) == ("content",)


def test_cues_overlap_unless_a_side_has_none() -> None:
    assert miss(UNION, UNION | {"cue": None}) == miss(PIER, PIER | {"cue": part("opened")}) == ()
    assert miss(UNION, UNION | {"cue": part("told")}) == ("cue",)


def test_sources_overlap_or_have_no_words() -> None:
    assert miss(UNION, UNION | {"source": part("union")}) == ()
    assert miss(SLOW, SLOW | {"source": None}) == ()
    assert miss(UNION, UNION | {"source": None}) == miss(SLOW, SLOW | {"source": part("Mara")}) == ("source",)


def test_each_statement_is_used_once_and_the_nearest_content_goes_first() -> None:
    near = UNION | {"id": "near", "content": part("that crews were")}
    assert pairs([UNION], [near, UNION]) == [("x1", "x1")]
    assert pairs([UNION | {"id": "a"}, UNION | {"id": "b"}], [UNION]) == [("a", "x1")]


def test_of_equal_contents_the_one_with_the_cue_goes_first() -> None:
    bare = UNION | {"id": "bare", "cue": None}
    assert pairs([UNION], [bare, UNION]) == [("x1", "x1")]
    assert pairs([UNION], [bare]) == [("x1", "bare")]


def test_all_found_is_a_hundred_and_nothing_found_is_nought() -> None:
    assert measured(ALL, ALL) == measured(ALL, ALL, "statements all exact") == (100, 100, 100, 4)
    assert measured(ALL, []) == (0, 0, 0, 4)
    assert measured([], ALL) == (0, 0, 0, 0)


def test_missed_lowers_recall_and_extra_precision() -> None:
    extra = row(voice("Lind Ferries"), "adds", "boats")
    assert measured(ALL, [LIND, extra]) == (33.33, 50, 25, 4)


def test_all_exact_wants_the_same_words() -> None:
    short = UNION | {"content": part("crews were asked")}
    assert measured([UNION], [short])[0] == 100
    assert measured([UNION], [short], "statements all exact")[0] == 0
    assert measured([UNION], [UNION | {"source": part("union")}], "statements all exact")[0] == 0


def test_optional_gold_counts_nowhere() -> None:
    optional = UNION | {"optional": True}
    assert measured([LIND, optional], [LIND]) == measured([LIND, optional], [LIND, UNION]) == (100, 100, 100, 1)
    assert measured([optional], [UNION], "stance") == (0, None, None, 0)
