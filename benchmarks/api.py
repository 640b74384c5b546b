"""Does the API keep to its description, whatever it is sent? The test's requests, many more of them."""

import tempfile
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.serving.contract import on_story, operations, try_operation

__all__ = ["Tried", "try_all"]


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one operation.

    Attributes:
        name: the operation.
        sent: requests sent before it failed, or all.
        seconds: how long they took.
        fault: what went wrong; None if nothing did.
    """

    name: str
    sent: int
    seconds: float
    fault: str | None


def try_all(examples: int, seed: int) -> Iterator[Tried]:
    """Send requests to every operation of a server on a small ledger of its own.

    Args:
        examples: requests of each kind to each.
        seed: of the first.
    """
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as scratch, on_story(Path(scratch)) as (served, named):
        for operation in operations(served.at):
            begun = time.perf_counter()
            fault, sent = None, 0
            try:
                sent = try_operation(operation, served.write, named, examples=examples, start=seed)
            except (AssertionError, BaseExceptionGroup) as error:
                fault = str(error)
            name = operation.definition.raw["operationId"]
            yield Tried(name, sent, time.perf_counter() - begun, fault)
