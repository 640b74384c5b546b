"""Does the API keep to its description? Requests made from it, good ones and bad ones, against a server that runs."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

__all__ = ["DESCRIPTION", "Named", "operations", "try_operation"]

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
    def check(case: Case) -> None:
        nonlocal count
        count += 1
        answer = case.call(headers={"Authorization": f"Bearer {token}"}, timeout=60)
        case.validate_response(answer, checks=checks)

    with suppress(Unsatisfiable):  # an operation without parameters cannot be asked wrongly
        check()
    return count
