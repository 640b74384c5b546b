"""The API keeps to its description, whatever it is sent; ``python -m benchmarks api`` does the same for longer."""

from pathlib import Path

import pytest

from tests.serving.contract import on_story, operations, try_operation

EXAMPLES = 12
"""Requests of each kind to each operation: about half a minute in all."""


@pytest.mark.filterwarnings("ignore::Warning")
def test_the_api_keeps_to_its_description(tmp_path: Path) -> None:
    with on_story(tmp_path) as (served, named):
        sent = {
            operation.definition.raw["operationId"]: try_operation(operation, served.write, named, examples=EXAMPLES)
            for operation in operations(served.at)
        }
    assert len(sent) >= 21
    assert sum(sent.values()) > 20 * EXAMPLES
