"""Questions to a dependency tree, on trees made by hand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.tree import Tree, runs, top_of
from onrecord.records import Parse, Span


def tree_of(*rows: str) -> Tree:
    """Return the tree of one sentence; a row is word, part of speech, number of the head from 1 (0: root), relation."""
    words, upos, heads, relations = zip(*(row.split() for row in rows), strict=True)
    return Tree(
        Parse(
            words=words,
            sentences=((0, len(words)),),
            paragraphs=((0, 1),),
            headline=0,
            quoted=(False,) * len(words),
            upos=upos,
            lemmas=tuple(w.lower() for w in words),
            heads=tuple(int(h) - 1 if int(h) else None for h in heads),
            relations=relations,
            names=(),
            attributions=(),
        )
    )


DENIAL = tree_of(
    "The DET 2 det",
    "envoy NOUN 6 nsubj",
    "could AUX 6 aux",
    "n't PART 6 advmod",
    "have AUX 6 aux",
    "lied VERB 0 root",
    "and CCONJ 8 cc",
    "left VERB 6 conj",
    ". PUNCT 6 punct",
)
PASSIVE = tree_of(
    "No DET 2 det",
    "crates NOUN 4 nsubj:pass",
    "were AUX 4 aux:pass",
    "sent VERB 0 root",
    ", PUNCT 4 punct",
    "to PART 7 mark",
    "hide VERB 4 advcl",
    "them PRON 7 obj",
)
DESCRIBED = tree_of(
    "( PUNCT 2 punct",
    "guards NOUN 0 root",
    "sent VERB 2 acl",
    "by ADP 5 case",
    "her PRON 3 obl",
    ") PUNCT 2 punct",
)


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        ([], ()),
        ([3], ((3, 4),)),
        ([4, 3, 3, 5], ((3, 6),)),
        ([0, 2, 3, 7], ((0, 1), (2, 4), (7, 8))),
    ],
)
def test_words_become_ranges(words: list[int], spans: tuple[Span, ...]) -> None:
    assert runs(words) == spans


@given(st.lists(st.integers(0, 60)))
def test_ranges_hold_just_the_words_and_never_touch(words: list[int]) -> None:
    spans = runs(words)
    assert [i for a, b in spans for i in range(a, b)] == sorted(set(words))
    assert all(b < c for (_, b), (c, _) in pairwise(spans))


def test_clipped_words_have_plain_lemmas() -> None:
    assert DENIAL.lemmas[2:4] == ("can", "not")


def test_lemmas_may_be_given() -> None:
    assert Tree(PASSIVE.parse, ["no", "crate", "be", "SEND", ",", "to", "hide", "they"]).lemmas[3] == "send"


def test_what_is_under_and_above_a_word() -> None:
    assert DENIAL.subtree(1) == [0, 1]
    assert DENIAL.subtree(5) == list(range(9))
    assert DENIAL.subtree(5, without=[1, 7]) == [2, 3, 4, 5, 8]
    assert list(DENIAL.above(0)) == [1, 5]
    assert DENIAL.child(5, "conj") == 7
    assert DENIAL.child(5, "obj") is None


@pytest.mark.parametrize(("tree", "predicate", "subject"), [(DENIAL, 5, 1), (DENIAL, 7, 1), (PASSIVE, 6, 1)])
def test_a_clause_without_a_subject_shares_the_one_above(tree: Tree, predicate: int, subject: int) -> None:
    assert tree.subject(predicate) == subject


def test_a_participle_speaks_of_the_noun_it_stands_with() -> None:
    assert DESCRIBED.subject(2) == 1
    assert DESCRIBED.own_subject(2) is None


def test_coordinated_verbs_share_their_modals() -> None:
    assert DENIAL.modals(5) == DENIAL.modals(7) == {"could", "have"}


def test_voice_negation_and_tense() -> None:
    assert PASSIVE.is_passive(3)
    assert not DENIAL.is_passive(5)
    assert DENIAL.negations(5) == [3]
    assert PASSIVE.negations(3) == []
    assert PASSIVE.has_no_subject(3)
    assert not DENIAL.has_no_subject(5)
    assert DENIAL.is_finite(5)
    assert PASSIVE.is_finite(3)
    assert not PASSIVE.is_finite(6)


def test_a_phrase_has_no_marks_at_its_ends() -> None:
    assert DESCRIBED.phrase(1) == (1, 5)
    assert DENIAL.text(DENIAL.phrase(1)) == "the envoy"


def test_the_clause_of_a_word() -> None:
    assert DENIAL.clause_head(0) == 5
    assert PASSIVE.clause_head(7) == 6
    assert DENIAL.clause_head(7) == 7


@pytest.mark.parametrize(
    ("tree", "content", "top"),
    [
        (DENIAL, ((0, 9),), 5),
        (DENIAL, ((6, 8),), 7),
        (DENIAL, ((0, 2),), 1),
        (PASSIVE, ((4, 8),), 6),
        (PASSIVE, ((0, 2), (6, 8)), 6),
    ],
)
def test_the_top_of_a_content_is_its_predicate(tree: Tree, content: tuple[Span, ...], top: int) -> None:
    assert top_of(tree, content) == top


def test_behind_an_if_clause_the_main_clause_is_the_top() -> None:
    tree = tree_of("if SCONJ 2 mark", "asked VERB 0 root", ", PUNCT 2 punct", "we PRON 5 nsubj", "help VERB 0 root")
    assert top_of(tree, ((0, 5),)) == 4
