"""The API keeps to its description, whatever it is sent; ``python -m benchmarks api`` does the same for longer."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.flow.screening import load_version
from onrecord.records.listings import ListName
from tests.kept import anchor, document
from tests.screening.loading import generated
from tests.serving.conftest import Served
from tests.serving.contract import operations, try_operation

EXAMPLES = 12
"""Requests of each kind to each operation: about half a minute in all."""


@pytest.mark.filterwarnings("ignore::Warning")
def test_the_api_keeps_to_its_description(
    serve: Callable[..., Served], files: Path, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "un.xml").write_text(generated.UN, "utf-8")
    load_version(ListName.UN, [str(tmp_path / "un.xml")], folder=tmp_path / "lists")
    served = serve(Path(shutil.copy(story, tmp_path / "contract.db")))
    known = {"anchor": anchor(served.ledger, "report")}
    named = dict.fromkeys(("get_claim", "get_statement"), known)
    named |= {name: {"id": document("report").id} for name in ("get_document", "get_reading")}
    named |= {name: {"dataset": "un"} for name in ("match_entities", "search_entities")}
    sent = {
        operation.definition.raw["operationId"]: try_operation(operation, served.write, named, examples=EXAMPLES)
        for operation in operations(served.at)
    }
    assert len(sent) >= 21
    assert sum(sent.values()) > 20 * EXAMPLES
