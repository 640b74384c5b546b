"""A long run of hostile texts through the door: no exception, every span exact, the same bytes twice.

The texts are those of the tests (``tests/reading/hostile.py``): scripts mixed, line ends of every kind, quotation marks
nested and unbalanced, emoji, NULs, lone surrogates, half of them longer than 5,000 characters.
"""

import json
import time
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

import onrecord
from onrecord.records import to_dict
from tests.reading.hostile import texts

__all__ = ["Fuzzed", "check_text", "fuzz"]

LONG = 5_000
BATCH = 25


@dataclass(slots=True)
class Fuzzed:
    """How many texts were read, how many of them were longer than ``LONG`` characters, and the characters of all."""

    examples: int = 0
    long: int = 0
    characters: int = 0


def check_text(text: str) -> None:
    """Read a text twice and check what came out.

    Raises:
        AssertionError: a span whose words are not the document's, or two readings that differ.
    """
    first = to_dict(onrecord.read(text))
    assert json.dumps(first) == json.dumps(to_dict(onrecord.read(text))), "two readings of one text differ"
    assert first["document"]["text"] == text, "the document's text is not the text given"
    _check_spans(first, text, "reading")


def _check_spans(node: Any, text: str, where: str) -> None:
    if isinstance(node, list):
        for number, item in enumerate(node):
            _check_spans(item, text, f"{where}[{number}]")
    elif isinstance(node, dict):
        if "spans" in node:
            spans = node["spans"]
            assert spans, f"{where}: no spans"
            assert all(0 <= a < b <= len(text) for a, b in spans), f"{where}: {spans} outside the text"
            assert node["text"] == " ".join(text[a:b] for a, b in spans), f"{where}: {spans} are other words"
        for name, item in node.items():
            _check_spans(item, text, f"{where}.{name}")


def fuzz(minutes: float, first_seed: int = 0) -> Fuzzed:
    """Check drawn texts for some minutes, in batches that each have a seed of their own.

    Args:
        minutes: how long; at least one batch is read.
        first_seed: seed of the first batch.

    Raises:
        AssertionError: see ``check_text``; Hypothesis names the smallest text it found.
    """
    done = Fuzzed()
    until = time.monotonic() + 60 * minutes

    def check(text: str) -> None:
        done.examples += 1
        done.long += len(text) > LONG
        done.characters += len(text)
        check_text(text)

    batch = first_seed
    while batch == first_seed or time.monotonic() < until:
        options = settings(
            max_examples=BATCH,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        seed(batch)(options(given(texts)(check)))()
        batch += 1
    return done
