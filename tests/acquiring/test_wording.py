"""Foreign text in messages and titles."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.acquiring.wording import one_line, printable


@given(st.text())
def test_what_is_printable_prints_on_one_line(text: str) -> None:
    shown = printable(text)
    assert shown.isprintable()
    assert shown
    assert len(shown) <= 200 * 10
    shown.encode("utf-8")


def test_printable_escapes_what_could_disguise() -> None:
    assert printable("a\x1b[2Jb\u202ec\ud800\n") == "a\\x1b[2Jb\\u202ec\\ud800\\n"
    assert printable("") == "''"
    assert printable("x" * 300) == "x" * 199 + "…"
    assert printable("Зеленский “said”") == "Зеленский “said”"


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert line == one_line(line)
    assert len(line.splitlines()) <= 1
    line.encode("utf-8")


def test_one_line_reads_windows_controls_as_browsers_do() -> None:
    assert one_line("It\x92s\x00 \t a\ud800\u00a0title\n") == "It’s a title"
