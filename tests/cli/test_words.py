"""Words of a document on a terminal."""

import pytest

from onrecord.cli.words import number, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\n\tb", "a b"), ("red\x1b[31m", "red\ufffd[31m"), ("a\u202eb", "a\ufffdb"), ("می\u200cخواهم", "می\u200cخواهم")],
)
def test_no_text_steers_the_terminal(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1_234_567.0, "1,234,567"), (400.0, "400"), (0.0, "0"), (2.5, "2.5"), (1e-7, "1e-07"), (12e9 + 0.25, "12,000,000,000.25")],
)  # fmt: skip
def test_numbers_are_told_in_full(value: float, shown: str) -> None:
    assert number(value) == shown
