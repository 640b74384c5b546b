"""Phrases in sequences of lemmas."""

from dataclasses import dataclass

from onrecord.registers import Phrases


@dataclass(frozen=True)
class Entry:
    words: tuple[str, ...]


def table(*texts: str) -> Phrases[Entry]:
    return Phrases.of(Entry(tuple(text.split())) for text in texts)


def end(phrases: Phrases[Entry], text: str, start: int = 0) -> int | None:
    found = phrases.longest(text.split(), start)
    return None if found is None else found.end


def test_longest_first_and_case() -> None:
    phrases = table("call", "call on", "call into question")
    assert end(phrases, "Call into question it") == 3
    assert end(phrases, "they CALL On us", 1) == 3
    assert end(phrases, "call into doubt") == 1
    assert end(phrases, "they call") is None
    assert len(phrases) == 3
    assert len(list(phrases)) == 3


def test_a_gap_holds_one_word_to_eight() -> None:
    phrases = table("as * put it")
    assert end(phrases, "as put it") is None
    assert end(phrases, "as she put it") == 4
    assert end(phrases, "as " + "a " * 8 + "put it") == 11
    assert end(phrases, "as " + "a " * 9 + "put it") is None
    assert end(phrases, "as she put") is None


def test_a_gap_at_the_end_stays_inside() -> None:
    assert end(table("accord to *"), "accord to") is None
    assert end(table("accord to *"), "accord to him") == 3


def test_outside_the_sequence() -> None:
    phrases = table("say")
    assert end(phrases, "say", 1) is None
    assert end(phrases, "say", -1) is None
    assert end(phrases, "") is None
    assert phrases.exact([]) is None
