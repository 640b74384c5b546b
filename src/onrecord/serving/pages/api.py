"""The API in words: what it can be asked, and where its description lies for programs."""

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.serving.views import page

__all__ = ["router"]

OPEN = True
"""What can be asked is no secret; whoever asks it needs a token beyond this machine."""

router = APIRouter()


@dataclass(frozen=True, slots=True)
class _Operation:
    """What can be asked or told."""

    method: str
    path: str
    summary: str
    parameters: tuple[str, ...]
    needs_token: bool


@router.get("/api")
def api(request: Request) -> Response:
    """Describe the API."""
    told = request.app.openapi()
    tags: dict[str, list[_Operation]] = {tag["name"]: [] for tag in told["tags"]}
    for path, held in told["paths"].items():
        for method, operation in held.items():
            names = tuple(p["name"] for p in operation.get("parameters", []) if p["in"] == "query")
            summary = operation["description"].split("\n")[0]
            needs = {} not in operation["security"]
            tags[operation["tags"][0]].append(_Operation(method.upper(), path, summary, names, needs))
    groups = [(tag["name"], tag["description"], tags[tag["name"]]) for tag in told["tags"]]
    return page(request, "api.html", groups=groups, base=str(request.base_url).rstrip("/"))
