"""Each field of a matched pair, right and wrong."""

from typing import Any

import pytest

from evaluation.statement_counts import confusion, figures, score_article, shape_figures
from evaluation.statement_fields import FIELDS, Verdict, fold_name, heads, judge
from evaluation.statement_match import WordTable, sides
from evaluation.statement_report import confusion_table, error_lines, shapes_table
from tests.evaluation.statement_rows import ALL, LIND, PIER, SLOW, TEXT, UNION, link, part, row, voice

TIMES, NORD = link("the Harbour Times"), link("Radio Nord", "utterance")


def judged(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, Verdict]:
    table = WordTable(TEXT)
    one, other = sides([gold, found], table)
    return judge(one, other, table)


def verdict(field: str, gold: dict[str, Any], found: dict[str, Any]) -> Verdict:
    return judged(gold, found)[field]


def right(field: str, gold: dict[str, Any], **found: Any) -> bool:
    return verdict(field, gold, gold | found).right


def in_source(side: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return side | {"source": side["source"] | fields}


def value(name: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> tuple[Any, ...]:
    figure = next(f for f in figures([score_article("01", TEXT, gold, found)]) if f.name == name)
    return figure.value, figure.precision, figure.recall, figure.gold


def test_gold_against_itself_is_right_in_every_field() -> None:
    assert all(v.right for side in ALL for v in judged(side, side).values())


def test_nulls_everywhere_are_wrong_where_gold_has_a_value_and_no_error() -> None:
    gold = in_source(LIND, number=1, role="director", speaks_for="Lind Ferries", basis="witness") | {"via": [NORD]}
    gold |= {
        "condition": part("if fuel ran out"),
        "scope": part("the line"),
        "said_on": {"from": "2024-05-06", "to": None},
    }
    bare = dict.fromkeys(LIND) | {"content": LIND["content"] | {"uncertain": None}}
    verdicts = judged(gold, bare)
    assert {name for name, v in verdicts.items() if v.right} == {"uncertain"}


def test_chain_wants_order_relation_and_words() -> None:
    gold = LIND | {"via": [TIMES, NORD]}
    assert right("chain", gold)
    assert right("chain", gold, via=[link("Harbour"), NORD])
    for wrong in (
        None,
        [],
        [TIMES],
        [NORD, TIMES],
        [TIMES, link("Radio Nord")],
        [TIMES, NORD, TIMES],
        [link("Monday"), NORD],
    ):
        assert not right("chain", gold, via=wrong)
    assert right("chain", gold, via=[TIMES | {"kind": "person"}, NORD])


def test_an_optional_link_may_be_absent() -> None:
    gold = LIND | {"via": [TIMES | {"optional": True}, NORD]}
    assert right("chain", gold)
    assert right("chain", gold, via=[NORD])
    assert not right("chain", gold, via=[TIMES])
    assert value("chain, links required", [LIND | {"via": [TIMES | {"optional": True}]}], [LIND]) == (0, None, None, 0)
    assert value("chain, links required", [gold, UNION], [gold | {"via": []}, UNION]) == (0, None, None, 1)


def test_chain_wants_a_head_of_the_source() -> None:
    gold = row(voice("two dock workers", attribution="described"), "citing", "Lind Ferries adds boats")
    assert right("chain", gold)
    assert not right("chain", gold, source=part("two dock"))
    assert right("chain", LIND, source=part("director"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ({"text": "two of the officials in Oslo"}, {"two"}),
        ({"text": "The head of the line, Mara Lind"}, {"head", "lind"}),
        ({"text": "Clerk of Works Bo Ek", "kind": "person", "attribution": "named", "name": "Bo Ek"}, {"clerk", "ek"}),
        ({"text": "She", "kind": "person", "attribution": "named", "name": "Mara Lind"}, {"she"}),
    ],
)
def test_heads(source: dict[str, Any], expected: set[str]) -> None:
    assert heads(source | {"spans": [[0, 1]]}) == expected
    assert heads(source | {"spans": []}) == set()


def test_names_fold() -> None:
    assert fold_name("The Élan-Group") == fold_name("elan group")
    assert fold_name("Mr. Bo Ek") == fold_name("BO EK") != fold_name("Bo Eks")


def test_speaker_is_the_resolved_name_or_one_that_counts() -> None:
    gold = LIND | {"speaker_also": ["M. Lind"]}
    for name, is_right in (("Ms Mara Lind", True), ("M Lind", True), ("Lind", False), (None, False)):
        assert right("speaker", gold, source=LIND["source"] | {"speaker": name}) is is_right
    assert right("speaker", gold, source=LIND["source"] | {"name": "Mara Lind"})
    assert not right("speaker", gold, source=LIND["source"] | {"name": "Mara Lind", "speaker": None})


def test_speaker_is_null_where_gold_is() -> None:
    assert right("speaker", SLOW)
    assert not right("speaker", SLOW, source=SLOW["source"] | {"speaker": "Mara Lind"})
    found = [in_source(LIND, speaker="Bo Ek"), SLOW, PIER]
    assert value("speaker", [LIND, SLOW, PIER], found) == (0, None, None, 1)
    assert value("speaker, gold null", [LIND, SLOW, PIER], found) == (100, None, None, 2)


@pytest.mark.parametrize(
    ("field", "expected", "good", "bad"),
    [
        ("kind", "person", "person", "organisation"),
        ("attribution", "named", "named", "described"),
        ("number", 3, "3", 4),
        ("number", "several", "Several", None),
        ("number", None, None, 1),
        ("role", "director of the line", "ferry director", "head of the office"),
        ("role", None, None, "director"),
        ("speaks_for", "United Ports", "the United Ports", "Ports"),
        ("basis", "witness", "witness", None),
    ],
)
def test_fields_of_the_source(field: str, expected: Any, good: Any, bad: Any) -> None:
    gold = in_source(LIND, **{field: expected})
    assert right(field, gold, source=gold["source"] | {field: good})
    assert not right(field, gold, source=gold["source"] | {field: bad})


def test_given_is_f1_of_what_is_not_null() -> None:
    gold = [in_source(LIND, number=1), in_source(UNION, number=2), SLOW, PIER]
    found = [in_source(LIND, number="1"), in_source(UNION, number=3), in_source(SLOW, number=4), PIER]
    assert value("number", gold, found) == (50, None, None, 4)
    assert value("number given", gold, found) == (40, 33.33, 50, 2)


def test_stance_and_its_macro_f1() -> None:
    gold = [LIND, UNION, SLOW, PIER | {"stance": "expects"}]
    found = [LIND, UNION, SLOW | {"stance": "denies"}]
    assert value("stance", gold, found) == (66.67, None, None, 3)
    # asserts 2·1/(2+1), denies 2·1/(1+2), expects 0 as its one statement was missed
    assert value("stance macro F1", gold, found) == (44.44, None, None, 3)
    scored = score_article("01", TEXT, gold, found)
    assert confusion([scored])["asserts", "denies"] == 1
    assert confusion_table([scored]).row_count == 2


@pytest.mark.parametrize("field", ["condition", "scope"])
def test_condition_and_scope_want_half_of_the_words(field: str) -> None:
    gold = LIND | {field: part("if fuel ran out")}
    assert right(field, gold, **{field: part("fuel ran out.")})
    for wrong in (part("if"), part("the line"), None):
        assert not right(field, gold, **{field: wrong})
    assert not right(field, LIND, **{field: part("if")})


def test_condition_and_scope_are_counted_together() -> None:
    gold = [LIND | {"condition": part("if fuel ran out")}, UNION | {"scope": part("this year")}]
    found = [
        LIND | {"condition": part("fuel ran out"), "scope": part("the line")},
        UNION | {"condition": part("crews")},
    ]
    assert value("condition and scope", gold, found) == (40, 33.33, 50, 2)
    assert value("condition", gold, found)[0] == 50
    assert value("scope", gold, found)[0] == 0


def test_said_on_wants_both_days() -> None:
    day = {"edtf": "2024-05-06", "from": "2024-05-06", "to": "2024-05-06"}
    gold = LIND | {"said_on": day}
    assert right("said_on", gold, said_on=day | {"edtf": None})
    assert not right("said_on", gold, said_on=day | {"to": "2024-05-07"})
    assert not right("said_on", gold, said_on=day | {"to": None})
    assert not right("said_on", LIND, said_on=day)


@pytest.mark.parametrize(("field", "bad"), [("quotation", "direct"), ("certainty", None), ("stance", None)])
def test_plain_fields_are_equal(field: str, bad: Any) -> None:
    assert right(field, LIND)
    assert not right(field, LIND, **{field: bad})


def test_uncertain_is_equal_and_null_is_false() -> None:
    assert right("uncertain", LIND, content=LIND["content"] | {"uncertain": None})
    assert not right("uncertain", LIND, content=LIND["content"] | {"uncertain": True})


@pytest.mark.parametrize(
    ("shape", "gold", "wrong"),
    [
        *((n, LIND | {"via": [NORD]}, {"via": []}) for n in (1, 2, 3, 4, 12)),
        (6, UNION, {"stance": "asserts"}),
        (6, UNION, {"said_on": {"from": "2024-05-06", "to": "2024-05-06"}}),
        (7, LIND | {"condition": part("if fuel ran out")}, {"condition": None}),
        (7, LIND, {"stance": "commits"}),
        (8, LIND | {"stance": "withholds"}, {"stance": "denies"}),
        (9, UNION | {"scope": part("this year")}, {"scope": None}),
        (9, UNION, {"stance": "dismisses"}),
        (10, SLOW, {"source": SLOW["source"] | {"kind": "author"}}),
        (10, SLOW, {"source": SLOW["source"] | {"attribution": "described"}}),
        (11, PIER, {"source": None}),
        (14, UNION, {"content": UNION["content"] | {"uncertain": True}}),
    ],
)
def test_a_shape_is_right_in_what_it_is_about(shape: int, gold: dict[str, Any], wrong: dict[str, Any]) -> None:
    gold = gold | {"shapes": [shape]}
    for found, matched, is_right in (([gold], 100, 100), ([gold | wrong], 100, 0), ([], 0, 0)):
        scored = score_article("01", TEXT, [gold], found)
        counted = [(f.name, f.value, f.gold) for f in shape_figures([scored])]
        assert counted == [(f"shape {shape} matched", matched, 1), (f"shape {shape}", is_right, 1)]


@pytest.mark.parametrize("shape", [5, 13])
def test_shapes_that_only_ask_to_be_matched(shape: int) -> None:
    gold, other = UNION | {"shapes": [shape]}, LIND | {"shapes": [shape]}
    scored = score_article("01", TEXT, [gold, other], [gold | {"stance": None, "via": None}])
    assert [f.value for f in shape_figures([scored])] == [50, 50]
    assert shapes_table(shape_figures([scored])).row_count == 1


def test_optional_gold_is_in_no_shape() -> None:
    assert shape_figures([score_article("01", TEXT, [UNION | {"shapes": [4], "optional": True}], [UNION])]) == []


def test_errors_are_a_line_each() -> None:
    gold = [LIND | {"id": "g1"}, UNION | {"id": "g2"}, PIER | {"id": "g3"}]
    extra = row(voice("Lind Ferries"), "adds", "boats", id="s3")
    found = [LIND | {"stance": "expects"}, extra, UNION | {"id": "s4", "source": part("the line")}]
    scored = [score_article("01", TEXT, gold, found)]
    lines = list(error_lines(scored))
    assert [line.split()[:3] for line in lines] == [
        ["01", "g2", "missed"],
        ["01", "g3", "missed"],
        ["01", "s3", "extra"],
        ["01", "s4", "extra"],
        ["01", "g1", "stance"],
    ]
    assert "near (1.00, not its source): the line / denied" in lines[0]
    assert "nothing near" in lines[1]
    assert "got expects | expected asserts | in Mara Lind" in lines[4]
    assert list(error_lines(scored, ["stance"])) == lines[4:]
    assert all("\n" not in line for line in lines)


def test_every_field_can_be_asked_for() -> None:
    assert list(FIELDS)[:2] == ["chain", "speaker"]
    assert {f.name for f in figures([])} >= (set(FIELDS) - {"kind"})
