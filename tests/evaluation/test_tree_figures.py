"""Trees, names and cuts counted on small cases made by hand."""

import gzip
from pathlib import Path

import pytest

from evaluation.cuts import count_cuts
from evaluation.names import count_names, name_figures, names_in_parse, names_in_tags
from evaluation.treebanks import raw_text, read_treebank
from evaluation.trees import count_tree, tree_figures
from onrecord.records import EntityKind, Name, Parse

CONLLU = """# newdoc id = one
# sent_id = one-1
# newpar
# text = They don't.
1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_
3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# sent_id = one-2
# text = Im  here
1-2\tIm\t_\t_\t_\t_\t_\t_\t_\t_
1\tI\tI\tPRON\tPRP\t_\t3\tnsubj:pass\t_\t_
2\t'm\tbe\tAUX\tVBP\t_\t3\tcop\t_\t_
3\there\t_\tADV\tRB\t_\t0\troot\t_\t_
3.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_

# sent_id = one-3
# newpar
1\tBye\tbye\tINTJ\tUH\t_\t0\troot\t_\t_

# newdoc id = two
# sent_id = two-1
1\tHi\thi\tINTJ\tUH\t_\t0\troot\t_\t_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "small.conllu.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(CONLLU + "\n")
    return path


def parse_of(**layers: tuple[object, ...]) -> Parse:
    size = len(next(iter(layers.values())))
    empty = {"upos": ("X",) * size, "lemmas": ("",) * size, "heads": (None,) * size, "relations": ("dep",) * size}
    whole = {**empty, "names": (), **layers}
    return Parse(words=("w",) * size, sentences=(), paragraphs=(), headline=0, quoted=(), attributions=(), **whole)  # type: ignore[arg-type]


def test_documents_paragraphs_and_ids(treebank: Path) -> None:
    one, two = read_treebank(treebank)
    assert (one.id, two.id) == ("one", "two")
    assert [s.id for s in one.sentences] == ["one-1", "one-2", "one-3"]
    assert one.paragraphs == (0, 2)
    assert two.paragraphs == (0,)
    assert one.words == (("They", "do", "n't", "."), ("I", "'m", "here"), ("Bye",))


def test_raw_text_keeps_spaces_and_places_of_words(treebank: Path) -> None:
    raw = raw_text(next(iter(read_treebank(treebank))))
    assert raw.text == "They don't. Im here\n\nBye"
    assert [raw.text[a:b] for a, b in raw.words] == ["They", "do", "n't", ".", "Im", "here", "Bye"]
    assert [raw.text[a:b] for a, b in raw.sentences] == ["They don't.", "Im here", "Bye"]


def test_cuts_of_a_text_we_cut_alike_are_all_right(treebank: Path) -> None:
    n = count_cuts(raw_text(next(iter(read_treebank(treebank)))))
    assert n["words gold"] == 7
    assert n["words right"] == n["words found"] == 7
    assert n["sentences gold"] == 3


def test_las_leaves_out_subtypes_and_heads_count_from_the_document(treebank: Path) -> None:
    one = next(iter(read_treebank(treebank)))
    parse = parse_of(
        upos=("PRON", "AUX", "PART", "PUNCT", "PRON", "AUX", "X", "INTJ"),
        lemmas=("they", "do", "n't", ".", "I", "be", "whatever", "bye"),
        heads=(1, None, 1, 1, 6, 6, None, 6),
        relations=("nsubj", "root", "advmod", "punct", "nsubj", "cop:x", "root", "root"),
    )
    n = count_tree((s.rows for s in one.sentences), parse)
    assert n == {"words": 8, "UPOS": 7, "UAS": 7, "LAS": 7, "LAS with subtypes": 5, "lemma": 7}
    assert [f.name for f in tree_figures(n)] == ["UPOS", "UAS", "LAS", "LAS with subtypes", "lemma"]
    assert tree_figures(n)[0].value == 87.5


def test_names_of_tags() -> None:
    tags = ["B-PER", "I-PER", "O", "I-LOC", "B-LOC", "B-OTH", "I-OTH", "I-ORG"]
    expected = {("person", 0, 2), ("place", 3, 4), ("place", 4, 5), ("organisation", 7, 8)}
    assert names_in_tags(tags) == expected
    assert names_in_tags(["B-person", "I-place"]) == {("person", 0, 1), ("place", 1, 2)}
    assert names_in_tags([]) == frozenset()


def test_a_name_needs_its_words_and_its_kind() -> None:
    person, place = EntityKind.PERSON, EntityKind.PLACE
    parse = parse_of(upos=("X",) * 6, names=(Name(person, 0, 2), Name(place, 3, 4), Name(person, 5, 6)))
    gold = frozenset({(person, 0, 2), (person, 3, 4), (place, 5, 6), (place, 4, 5)})
    whole, *kinds = name_figures(count_names(gold, names_in_parse(parse)))
    assert (whole.gold, whole.precision, whole.recall, whole.value) == (4, 33.33, 25.0, 28.57)
    assert {f.name: f.gold for f in kinds} == {"names: person": 2, "names: organisation": 0, "names: place": 2}
