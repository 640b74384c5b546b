"""The reader: an article's exact words with its statements marked, one of them in focus, and what people decide about it."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import AnchorError, InputError
from onrecord.flow.deciding import correct_words, decide_all
from onrecord.flow.documents import Opened, Told, opened, statement
from onrecord.flow.locating import GAP, located
from onrecord.records import Document, JudgementKind, Span, Stance
from onrecord.records.tokens import Scope
from onrecord.serving.access import Writing, who_asks
from onrecord.serving.asking import Asked, AsOf
from onrecord.serving.limits import limited
from onrecord.serving.marking import paragraphs_of
from onrecord.serving.returning import back, decided_in
from onrecord.serving.site import site_of
from onrecord.serving.telling import citation
from onrecord.serving.views import address, page

__all__ = ["router"]

router = APIRouter()
Focus = Annotated[str | None, Query(max_length=64, description="The statement in focus: s3, or its anchor.")]
SPAN = 40
"""Numbers that a form gives for spans, at most."""


@router.get("/document/{document}")
def document(
    request: Request,
    document: str,
    asked: AsOf,
    s: Focus = None,
    part: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """Show a document, one of its statements in focus if one is named."""
    return _shown(
        request, _opened(request, document, asked, s, part), asked, {"done": [j.id for j in decided_in(request)]}
    )


@router.get("/document/{document}/statement")
def only_statement(request: Request, document: str, asked: AsOf, s: Annotated[str, Query(max_length=64)]) -> Response:
    """Show what stands beside the text of one statement in focus, for a script that goes from one to the next."""
    found = _opened(request, document, asked, s, 1)
    return page(request, "document_focus.html", asked=asked, **_told(request, found, asked), **_NOTHING)


@router.post("/document/{document}/review", dependencies=[Depends(limited("write"))])
def review(
    request: Request,
    document: str,
    by: Writing,
    asked: AsOf,
    s: Annotated[str, Form(max_length=64)],
    act: Annotated[str, Form(max_length=20)],
    speaker: Annotated[str, Form(max_length=400)] = "",
    stance: Annotated[str, Form(max_length=20)] = "",
    words: Annotated[str, Form(max_length=40_000)] = "",
    spans: Annotated[str, Form(max_length=2_000)] = "",
) -> Response:
    """Keep a decision about a statement, and lead back to it; what cannot be kept is told beside what was filled in."""
    ledger = site_of(request).ledger
    filled = {"act": act, "speaker": speaker, "stance": stance, "words": words}
    try:
        text, told = statement(ledger, document, s)
        anchors = _anchors(told)
        if act == "words":
            made = correct_words(ledger, anchors, _right(text, told, words, spans), by=by.name)
        else:
            made = decide_all(ledger, _kind(act), anchors, by=by.name, value=_value(act, speaker, stance))
    except (AnchorError, InputError) as error:
        found = _opened(request, document, asked, s, 1)
        return _shown(request, found, asked, {"line": str(error), "filled": filled}, status=422)
    place = address(f"/document/{document}", asked, s=told.id)
    return back(f"{place}#w-{told.id}", [j.id for j in made])


_NOTHING: dict[str, Any] = {
    "line": None,
    "filled": {"act": "", "speaker": "", "stance": "", "words": ""},
    "done": [],
}


def _opened(request: Request, document: str, asked: Asked, focus: str | None, part: int) -> Opened:
    ledger = site_of(request).ledger
    return opened(ledger, document, focus=focus or None, part=part - 1, on=asked.on, known_by=asked.known_by)


def _shown(request: Request, found: Opened, asked: Asked, more: dict[str, Any], status: int = 200) -> Response:
    document = found.kept.document
    told = {
        "paragraphs": paragraphs_of(document, found.parts[found.part], found.told, found.headline),
        "here": [t for t in found.told if _begins_in(t, found.parts[found.part])],
        **_told(request, found, asked),
        **_NOTHING,
        **more,
    }
    return page(request, "document.html", status=status, asked=asked, **told)


def _told(request: Request, found: Opened, asked: Asked) -> dict[str, Any]:
    """Return what the statement in focus needs."""
    who = who_asks(request)
    site = site_of(request)
    focus = found.focus
    told = focus.told if focus is not None else None
    order = [t.id for t in found.told if _begins_in(t, found.parts[found.part])]
    at = order.index(told.id) if told is not None and told.id in order else None
    link = ""
    if told is not None:
        scheme = "https" if site.https else request.url.scheme
        own = address(f"/document/{found.kept.document.id}", s=told.anchor)
        link = f"{scheme}://{request.headers.get('host', request.url.netloc)}{own}"
    may = who is not None and who.scope is Scope.WRITE and not site.ledger.read_only and asked.known_by is None
    return {
        "o": found,
        "document": found.kept.document,
        "focus": focus,
        "before": order[at - 1] if at is not None and at > 0 else None,
        "after": order[at + 1] if at is not None and at + 1 < len(order) else None,
        "cited": citation(found, told, found.kept.document.slice(told.content), link) if told is not None else "",
        "prefilled": f"\n{GAP}\n".join(found.kept.document.text[a:b] for a, b in told.content)
        if told is not None
        else "",
        "may_review": may,
        "stances": list(Stance),
    }


def _begins_in(told: Told, part: Span) -> bool:
    begins = min((a for a, _ in told.content), default=told.begins)
    return part[0] <= begins < part[1]


def _anchors(told: Told) -> list[str]:
    """Return the names that a decision about a statement is kept under, one for each deed it tells."""
    if not told.said:
        raise AnchorError(told.anchor, "a statement that only tells that another was made", "that other one")
    return [said.anchor for said in told.said]


def _kind(act: str) -> JudgementKind:
    kinds = {
        "confirm": JudgementKind.CONFIRMED,
        "speaker": JudgementKind.WRONG_SPEAKER,
        "stance": JudgementKind.WRONG_STANCE,
    }
    if act not in kinds:
        raise AnchorError("the form", f"the act {act[:20]!r}", "confirm, speaker, stance or words")
    return kinds[act]


def _value(act: str, speaker: str, stance: str) -> str | None:
    return {"speaker": " ".join(speaker.split()), "stance": stance}.get(act)


def _right(document: Document, told: Told, words: str, spans: str) -> tuple[Span, ...]:
    """Return the spans of corrected words: those that a script took from a selection if they hold these words, else found."""
    near = min((a for a, _ in told.content), default=told.begins)
    numbers = [int(n) for n in spans.replace("-", " ").split() if n.isascii() and n.isdigit()][:SPAN]
    chosen = tuple(zip(numbers[::2], numbers[1::2], strict=False))
    if chosen and document.slice(chosen).split() == words.split():
        return chosen
    return located(document.text, words, near)
