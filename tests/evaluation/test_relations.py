"""Relation counts on small cases made by hand."""

from evaluation.relations import count_article, figures, judge_gold, words_of

TEXT = 'He said: "We won\'t go," and she denied it, Ms Lane told us on Friday.'


def at(*phrases: str) -> list[list[int]]:
    """Spans of phrases of ``TEXT``."""
    return [[TEXT.index(p), TEXT.index(p) + len(p)] for p in phrases]


def row(source: str, cue: str, *content: str) -> dict[str, list[list[int]]]:
    return {"source": at(source) if source else [], "cue": at(cue), "content": at(*content)}


GOLD = [row("He", "said", '"We won\'t go,"'), row("she", "denied", "it")]


def test_words_are_runs_of_letters_or_single_marks() -> None:
    assert [TEXT[a:b] for a, b in words_of(TEXT)][:9] == ["He", "said", ":", '"', "We", "won", "'", "t", "go"]


def test_the_same_relations_are_all_right() -> None:
    n = count_article(TEXT, GOLD, GOLD)
    assert all(value == (100.0, 100.0, 100.0) for value in figures(n).values())


def test_nothing_found_is_nought_not_an_error() -> None:
    assert all(value == (0.0, 0.0, 0.0) for value in figures(count_article(TEXT, GOLD, [])).values())
    assert all(value == (0.0, 0.0, 0.0) for value in figures(count_article("", [], [])).values())


def test_relations_without_cue_or_content_are_left_out() -> None:
    broken = [{"source": at("He"), "cue": at("said"), "content": []}, {"source": [], "cue": [], "content": at("it")}]
    n = count_article(TEXT, broken, broken)
    assert (n["g"], n["p"]) == (0, 0)


def test_relaxed_forgives_the_edges_of_content_and_source() -> None:
    found = [row("He said", "said", "We won't")]
    n = count_article(TEXT, GOLD, found)
    assert (n["cue"], n["relaxed"], n["all exact"]) == (1, 1, 0)


def test_relaxed_wants_half_of_the_content() -> None:
    assert count_article(TEXT, GOLD, [row("He", "said", "go")])["relaxed"] == 0


def test_relaxed_wants_a_source_on_both_sides_or_on_neither() -> None:
    assert count_article(TEXT, GOLD, [row("", "denied", "it")])["relaxed"] == 0
    bare = [row("", "denied", "it")]
    assert count_article(TEXT, bare, bare)["relaxed"] == 1
    assert count_article(TEXT, bare, [row("she", "denied", "it")])["relaxed"] == 0


def test_overlapping_cues_pair_once_greatest_overlap_first() -> None:
    gold = [row("she", "denied it", "Friday"), row("Ms Lane", "it, Ms Lane told", "on Friday")]
    found = [row("Ms Lane", "denied it, Ms Lane told us", "on Friday")]
    judged = judge_gold(TEXT, gold, found)
    assert [(relaxed, exact) for _, relaxed, exact in judged] == [(False, False), (True, False)]
    assert count_article(TEXT, gold, found)["cue"] == 1


def test_spans_shared_by_relations_count_once_among_exact_spans() -> None:
    gold = [row("He", "said", "it"), row("He", "denied", "it")]
    n = count_article(TEXT, gold, gold[:1])
    assert (n["source exact g"], n["source exact p"], n["source exact"]) == (1, 1, 1)
    assert (n["cue exact g"], n["cue exact p"], n["cue exact"]) == (2, 1, 1)


def test_a_content_in_two_pieces_is_two_exact_spans_but_one_relation() -> None:
    gold = [row("Ms Lane", "told", "We won't go", "on Friday")]
    n = count_article(TEXT, gold, [row("Ms Lane", "told", "We won't go")])
    assert (n["content exact g"], n["content exact"], n["relaxed"], n["all exact"]) == (2, 1, 1, 0)


def test_judging_gold_adds_up_to_the_counts() -> None:
    found = [row("He", "said", "We won't go"), row("she", "denied", "it")]
    judged, n = judge_gold(TEXT, GOLD, found), count_article(TEXT, GOLD, found)
    assert [r for r, _, _ in judged] == GOLD
    assert (sum(r for _, r, _ in judged), sum(e for _, _, e in judged)) == (n["relaxed"], n["all exact"])
