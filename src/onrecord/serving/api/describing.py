"""The description of the API that programs read: how to ask with a token, what faults look like, what belongs together."""

from typing import Any, Final

from fastapi import FastAPI

from onrecord.serving.api.models.common import Problem

__all__ = ["describe"]

TOLD: Final = """Who said what, on whose word, and what still stands.

Reading needs a token (`Authorization: Bearer ...`) beyond this machine, writing always. Faults are
`application/problem+json`. Lists are read page by page: `next` leads to the page after. Answers have an `ETag`;
`If-None-Match` spares what has not changed. Everything goes by `as_of`, the day by whose end it had to be public, and by
`known_by`, the moment by which this ledger had to hold it."""
_TAGS: Final = (
    ("documents", "What was published, and what was read in it."),
    ("claims", "What statements assert, deny or doubt; origins, challenges, standing on a day."),
    ("measures", "What bound whom on a day, by the register."),
    ("briefs", "What is claimed, on whose word, each sentence with its citations."),
    ("screening", "Names against the sanctions lists that are loaded, by name alone."),
    ("yente", "The same for clients of yente, the API of OpenSanctions."),
    ("decisions", "What people decide; kept for good, and taken back by another decision."),
)
WRITES: Final = frozenset({"add_document", "enter_evidence", "judge", "undo_judgement"})
"""Operations that always need a token."""


def describe(app: FastAPI) -> None:
    """Let an application tell what its API takes and answers, with the token it wants and the faults it tells."""
    app.description = TOLD
    app.openapi_tags = [{"name": name, "description": told} for name, told in _TAGS]
    made = app.openapi

    def told() -> dict[str, Any]:
        if app.openapi_schema is None:
            found = made()
            parts = found.setdefault("components", {})
            parts.setdefault("schemas", {})["Problem"] = Problem.model_json_schema()
            parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
            for path in found["paths"].values():
                for operation in path.values():
                    needed = operation["operationId"] in WRITES
                    operation["security"] = [{"token": []}] if needed else [{}, {"token": []}]
            app.openapi_schema = found
        return app.openapi_schema

    app.openapi = told  # type: ignore[method-assign]
