"""The table of known names is made of rows of Wikidata's labels."""

from evaluation.known_names import rows


def test_a_row_holds_the_folded_spellings_of_one_name() -> None:
    assert rows(["soleimani, suleimani, سلیمانی => Q1", "baker, бейкер => Q2", "alone => Q3"]) == [
        "baker beyker",
        "soleimani suleimani",
    ]
