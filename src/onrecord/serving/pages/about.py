"""What the words on the pages mean, and which keys do what."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from onrecord.serving.views import page

__all__ = ["router"]

OPEN = True
"""Whoever asks may read these, with or without a token."""

router = APIRouter()
TERMS = (
    ("Statement", "One attributed utterance: a source, the words that attribute, and what is said."),
    ("Chain", "Whose word it is, outermost first: the outlet, who passed it on, the source."),
    ("Claim", "What several statements, in one or many documents, assert, deny or doubt."),
    ("Origin", "The earliest source in the record, and the door through which it became public."),
    (
        "Family",
        "Origins that share a root: one government, one shared intelligence, one press report. They count once.",
    ),
    (
        "Support",
        "Unsourced, single origin, repeated without established independence, or corroborated: by two families or more.",
    ),
    (
        "Lineage not recorded",
        "A statement with no source beyond its outlet and no mark of the outlet's own reporting. It counts as no origin.",
    ),
    ("As of", "How a claim stood by what was public on a day, whenever this ledger took it in."),
    ("Known by", "What this ledger itself held at a moment."),
    (
        "Reviewed",
        "A person has confirmed or corrected the reading. All else was read by machine, wrongly now and then.",
    ),
)
KEYS = (
    ("j, k", "the next statement, the one before"),
    ("o", "open the claim of the statement in focus"),
    ("c", "copy its citation"),
    ("/", "search"),
    ("?", "this page"),
)
STANCES = (
    ("asserts", "says that it is so"),
    ("denies", "says that it is not so"),
    ("dismisses", "attacks the allegation without denying the fact"),
    ("doubts", "says that it may not be so"),
    ("withholds", "will not or cannot confirm, has seen no evidence yet"),
    ("declines", "does not comment, or did not answer"),
    ("expects", "says that it will be so, or may be"),
    ("commits", "undertakes to do it"),
    ("demands", "asks that it be done"),
    ("retracts", "takes back what it said"),
)


@router.get("/about")
def about(request: Request) -> Response:
    """Tell the terms, the keys, the stances."""
    return page(request, "about.html", terms=TERMS, keys=KEYS, stances=STANCES)


@router.get("/healthz")
def healthy() -> Response:
    """Tell whoever watches that the server answers."""
    return PlainTextResponse("ok\n")
