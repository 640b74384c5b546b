"""Words of a document on a terminal."""

import pytest

from onrecord.cli.words import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\n\tb", "a b"), ("red\x1b[31m", "red\ufffd[31m"), ("a\u202eb", "a\ufffdb"), ("می\u200cخواهم", "می\u200cخواهم")],
)
def test_no_text_steers_the_terminal(text: str, shown: str) -> None:
    assert plain(text) == shown
