"""Names seen in one place of a text are known in the others; titles bring in names."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.recall import hyphened, recalled, titled
from onrecord.records import EntityKind, Name
from onrecord.registers import lexicon

P, B = EntityKind.PERSON, EntityKind.ORGANISATION


def test_a_surname_alone_is_a_name_once_the_full_one_is() -> None:
    words = ["Brandt", "calls", "it", "theft", ".", "Karl", "Brandt", "said", "so", "."]
    upos = ["PROPN", "VERB", "PRON", "NOUN", "PUNCT", "PROPN", "PROPN", "VERB", "ADV", "PUNCT"]
    assert recalled(words, upos, [Name(P, 5, 7)]) == [Name(P, 0, 1), Name(P, 5, 7)]


def test_what_another_name_ends_in_is_no_surname() -> None:
    words = ["Lane", "sank", ".", "Karl", "Lane", "left", "Harbour", "Lane"]
    upos = ["PROPN", "VERB", "PUNCT", "PROPN", "PROPN", "VERB", "PROPN", "PROPN"]
    names = [Name(P, 3, 5), Name(EntityKind.PLACE, 6, 8)]
    assert recalled(words, upos, names) == names


def test_the_last_word_of_a_bodys_name_behind_the() -> None:
    words = ["The", "Harbour", "Sentinel", "erred", ",", "and", "the", "Sentinel", "said", "so"]
    upos = ["DET", "PROPN", "PROPN", "VERB", "PUNCT", "CCONJ", "DET", "PROPN", "VERB", "ADV"]
    assert recalled(words, upos, [Name(B, 1, 3)]) == [Name(B, 1, 3), Name(B, 7, 8)]


def test_a_title_brings_in_a_name() -> None:
    words = ["Secretary", "of", "State", "Antony", "Blinken", "left", "."]
    lemmas = [w.lower() for w in words]
    upos = ["PROPN", "ADP", "PROPN", "PROPN", "PROPN", "VERB", "PUNCT"]
    assert titled(words, lemmas, upos, [], lexicon().roles) == (Name(P, 3, 5),)


@given(
    st.lists(st.sampled_from(["Brandt", "Karl", "the", "Sentinel", ".", "minister", "said"]), max_size=30), st.data()
)
def test_names_never_overlap(words: list[str], data: st.DataObject) -> None:
    upos = ["PROPN" if w[0].isupper() else "NOUN" for w in words]
    starts = (
        data.draw(st.lists(st.integers(0, max(0, len(words) - 2)), unique=True, max_size=4)) if len(words) > 1 else []
    )
    names, free = [], 0
    for a in sorted(starts):
        if a >= free:
            names.append(Name(data.draw(st.sampled_from([P, B])), a, a + 2))
            free = a + 2
    found = recalled(words, upos, names)
    found = list(titled(words, [w.lower() for w in words], upos, found, lexicon().roles))
    taken = [i for n in found for i in range(n.start, n.end)]
    assert len(taken) == len(set(taken))
    assert set(names) <= set(found)


def test_a_hyphen_ties_the_rest_of_a_name_to_it() -> None:
    words = ["Kim", "Jong", "-", "un", "and", "a", "Putin", "-", "led", "group", "met", "Lee", "-", "Kim"]
    upos = [
        "PROPN",
        "PROPN",
        "PUNCT",
        "PROPN",
        "CCONJ",
        "DET",
        "PROPN",
        "PUNCT",
        "VERB",
        "NOUN",
        "VERB",
        "PROPN",
        "PUNCT",
        "PROPN",
    ]
    spans = [(0, 3), (4, 8), (8, 9), (9, 11), (12, 15), (16, 17), (18, 23), (23, 24), (24, 27), (28, 33), (34, 37)]
    spans += [(38, 41), (42, 43), (44, 47)]  # here the hyphen is a dash with spaces
    names = [Name(P, 0, 2), Name(P, 6, 7), Name(P, 11, 12)]
    assert hyphened(words, upos, names, spans) == [Name(P, 0, 4), Name(P, 6, 7), Name(P, 11, 12)]
