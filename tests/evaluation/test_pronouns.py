"""Counting pronouns on a small document made by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

import onrecord
from evaluation.pronouns import GoldMention, count_document, gold_mentions, main, nearest_name, pronoun_figures
from evaluation.treebanks import Columns, Sentence, TreebankDocument
from onrecord.reading.coreference import Entities, Form, Mention, resolve
from onrecord.records import Parse

SENTENCES = (
    ("Karin", "Lane", "met", "Peter", "Brandt", "in", "Geneva", "."),
    ("She", "said", "he", "lied", "."),
)
HEADS = ((3, 1, 0, 3, 4, 7, 3, 3), (2, 0, 4, 2, 2))
UPOS = (
    ("PROPN", "PROPN", "VERB", "PROPN", "PROPN", "ADP", "PROPN", "PUNCT"),
    ("PRON", "VERB", "PRON", "VERB", "PUNCT"),
)
MENTIONS = [
    {"cluster": "1", "start": [0, 0], "end": [0, 2]},
    {"cluster": "2", "start": [0, 3], "end": [0, 5]},
    {"cluster": "1", "start": [1, 0], "end": [1, 1]},
    {"cluster": "2", "start": [1, 2], "end": [1, 3]},
]


@pytest.fixture
def document() -> TreebankDocument:
    made = TreebankDocument("made-by-hand")
    for words, heads, upos in zip(SENTENCES, HEADS, UPOS, strict=True):
        rows: list[Columns] = [
            (str(i), word, "_", tag, "_", "_", str(head), "_", "_", "_")
            for i, (word, head, tag) in enumerate(zip(words, heads, upos, strict=True), 1)
        ]
        made.sentences.append(Sentence(rows=rows))
    return made


@pytest.fixture
def parse() -> Parse:
    return onrecord.read_words(SENTENCES)


def answers(parse: Parse, spans: dict[int, tuple[int, int]]) -> Entities:
    made = {word: Mention(Form.NAME, span, span[0]) for word, span in spans.items()}
    return Entities(parse, (), {}, made)


def test_gold_is_laid_on_the_words_of_the_document(document: TreebankDocument) -> None:
    gold = gold_mentions(document, MENTIONS)
    assert gold[1] == GoldMention((3, 5), 3, proper=True, cluster="2")
    assert gold[3] == GoldMention((10, 11), 10, proper=False, cluster="2")


def test_right_wrong_and_unanswered(document: TreebankDocument, parse: Parse) -> None:
    gold = gold_mentions(document, MENTIONS)
    both = count_document(parse, answers(parse, {8: (0, 2), 10: (3, 5)}), gold)
    assert (both["all right"], both["all gold"], both["all unanswered"]) == (2, 2, 0)
    crossed = count_document(parse, answers(parse, {8: (3, 5)}), gold)
    assert (crossed["all right"], crossed["all gold"], crossed["all unanswered"]) == (0, 2, 1)


def test_only_pronouns_of_named_entities_count(document: TreebankDocument, parse: Parse) -> None:
    unnamed = [replace(m, proper=False) for m in gold_mentions(document, MENTIONS)]
    assert count_document(parse, answers(parse, {}), unnamed) == {}


def test_the_resolver_gets_the_small_document_right(document: TreebankDocument, parse: Parse) -> None:
    n = count_document(parse, resolve(parse), gold_mentions(document, MENTIONS))
    assert n["all right"] == 2


def test_the_baseline_is_the_nearest_name_that_fits(parse: Parse) -> None:
    assert nearest_name(parse, 8, "f") == (0, 2)
    assert nearest_name(parse, 10, "m") == (3, 5)
    assert nearest_name(parse, 0, "m") is None


def test_nothing_counted_is_nought_not_an_error() -> None:
    assert all((f.value, f.gold) == (0.0, 0) for f in pronoun_figures({}))


def test_data_that_are_not_there_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--part", "train", "--data", str(tmp_path)]) == 2
    assert "no such file" in capsys.readouterr().err
