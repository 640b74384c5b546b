"""Does the API keep to its description? Requests made from it, good ones and bad ones, against a server that runs."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from onrecord.flow.screening import load_version
from onrecord.ledger import Ledger
from onrecord.records.listings import ListName
from tests.kept import STORY, add, anchor, document
from tests.screening.loading import generated
from tests.serving.conftest import Served, _serve

__all__ = ["DESCRIPTION", "Named", "on_story", "operations", "try_operation"]

DESCRIPTION = "/api/v1/openapi.json"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
STRICT = [negative_data_rejection, ignored_auth, unsupported_method]
"""Checks of what a description cannot tell in full, which some operations are let off."""
LENIENT = {
    # Clients of yente send what they like beside what is compared.
    "match_entities": [ignored_auth, unsupported_method],
}
Named = Mapping[str, Mapping[str, Any]]
"""Values of parameters that lead somewhere in a ledger, by the operation: ``{"get_claim": {"anchor": "..."}}``."""


def operations(at: str) -> Iterator[Any]:
    """Yield the operations that the description of a running server tells."""
    for found in schemathesis.openapi.from_url(f"{at}{DESCRIPTION}").get_all_operations():
        assert isinstance(found, Ok), found
        yield found.ok()


def try_operation(operation: Any, token: str, named: Named, *, examples: int, start: int = 0) -> int:
    """Send requests to an operation: as it is described, with names that lead somewhere, and against the description.

    Args:
        operation: the operation.
        token: a token that allows writing.
        named: values of path parameters that lead somewhere.
        examples: requests of each kind.
        start: seed, so that a long run need not repeat the last.

    Returns:
        How many were sent.

    Raises:
        AssertionError: an answer is a fault of the server, or is not as the description tells.
    """
    label = operation.definition.raw["operationId"]
    checks = [*CHECKS, *LENIENT.get(label, STRICT)]
    strategies = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]
    strategies += [operation.as_strategy(path_parameters=dict(named[label]))] if label in named else []
    return sum(_sent(strategy, token, checks, examples, start) for strategy in strategies)


@contextmanager
def on_story(folder: Path) -> Iterator[tuple[Served, Named]]:
    """Run a server on a ledger with a story and a list of its own; it, and names that lead somewhere there."""
    (folder / "un.xml").write_text(generated.UN, "utf-8")
    load_version(ListName.UN, [str(folder / "un.xml")], folder=folder / "lists")
    with Ledger(str(folder / "api.db"), create=True) as ledger:
        add(ledger, *STORY)
    for served in _serve(folder / "api.db"):
        named = {name: {"anchor": anchor(served.ledger, "report")} for name in ("get_claim", "get_statement")}
        named |= {name: {"id": document("report").id} for name in ("get_document", "get_reading")}
        named |= {name: {"dataset": "un"} for name in ("match_entities", "search_entities")}
        yield served, named


def _sent(strategy: Any, token: str, checks: list[Any], examples: int, start: int) -> int:
    count = 0

    @seed(start)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy)
    def check(case: Case[Any]) -> None:
        nonlocal count
        count += 1
        answer = case.call(headers={"Authorization": f"Bearer {token}"}, timeout=60)
        case.validate_response(answer, checks=checks)

    with suppress(Unsatisfiable):  # an operation without parameters cannot be asked wrongly
        check()
    return count
