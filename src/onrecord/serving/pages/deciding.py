"""What people decide about claims: confirm, merge, part, take back, enter evidence by hand."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.requests import Request
from starlette.responses import Response

from onrecord.acquiring import parse_day
from onrecord.errors import AnchorError, DateError, InputError
from onrecord.flow import days
from onrecord.flow.claims import claim
from onrecord.flow.deciding import Evidence, decide, enter, merge, undo
from onrecord.records import JudgementKind, Stance
from onrecord.serving.access import SignInNeeded, Writing, who_asks
from onrecord.serving.limits import limited
from onrecord.serving.returning import back
from onrecord.serving.site import site_of
from onrecord.serving.views import address, page

__all__ = ["router"]

router = APIRouter()
WRITES = [Depends(limited("write"))]
MOST = 50
"""Claims merged at once."""
Anchor = Annotated[str, Form(max_length=64)]
To = Annotated[str, Form(max_length=4000)]
Line = Annotated[str, Form(max_length=2000)]


@dataclass(frozen=True, slots=True)
class _Entered:
    """Evidence as a form brings it, kept as it was typed for whoever has to correct it."""

    words: Annotated[str, Form(max_length=100_000)] = ""
    source: Line = ""
    day: Line = ""
    stance: Line = Stance.ASSERTS.value
    link: Line = ""
    translator: Line = ""

    def evidence(self) -> Evidence:
        """Return the evidence.

        Raises:
            DateError: the day is none.
            InputError: the stance is none.
        """
        if self.stance not in set(Stance):
            raise InputError("stance", repr(self.stance), f"one of {', '.join(Stance)}")
        if not self.day.strip():
            raise DateError("day", "none", "the day on which it became public, YYYY-MM-DD")
        link, translator = self.link.strip() or None, self.translator.strip() or None
        day = parse_day(self.day.strip(), "day")
        return Evidence(self.words.strip(), self.source.strip(), day, Stance(self.stance), link, translator)


@router.post("/decide/confirm", dependencies=WRITES)
def confirm(request: Request, who: Writing, anchor: Anchor, to: To = "/claims") -> Response:
    """Keep that a statement was read rightly."""
    made = decide(site_of(request).ledger, JudgementKind.CONFIRMED, anchor, by=who.name)
    return back(to, [made.id])


@router.post("/decide/same", dependencies=WRITES)
def same(
    request: Request,
    who: Writing,
    anchor: Annotated[list[str] | None, Form(max_length=MOST)] = None,
    other: Anchor = "",
    to: To = "/claims",
) -> Response:
    """Keep that the claims of two or more statements are one."""
    names = [name.strip() for name in [*(anchor or []), other] if name.strip()]
    if len(names) < 2:
        raise AnchorError("merging", "one claim" if names else "no claim", "two or more that are ticked or named")
    made = merge(site_of(request).ledger, names, by=who.name)
    return back(to, [j.id for j in made])


@router.post("/decide/separate", dependencies=WRITES)
def separate(request: Request, who: Writing, anchor: Anchor, other: Anchor, to: To = "/claims") -> Response:
    """Keep that two statements are not of one claim."""
    made = decide(site_of(request).ledger, JudgementKind.SEPARATE, anchor.strip(), other=other.strip(), by=who.name)
    return back(to, [made.id])


@router.post("/decide/undo", dependencies=WRITES)
def take_back(
    request: Request, who: Writing, number: Annotated[int, Form(ge=1, lt=10**9)], to: To = "/claims"
) -> Response:
    """Take a decision back; both are kept."""
    made = undo(site_of(request).ledger, number, by=who.name)
    return back(to, [made.id])


@router.get("/claim/{anchor}/enter")
def form(request: Request, anchor: str) -> Response:
    """Ask for evidence that no article here holds."""
    who = who_asks(request)
    if who is None:
        raise SignInNeeded(401, "got no token; expected one that allows writing")
    return _form(request, anchor, _Entered(), None)


@router.post("/decide/enter", dependencies=WRITES)
def enter_evidence(request: Request, who: Writing, claim: Anchor, typed: Annotated[_Entered, Depends()]) -> Response:
    """Keep evidence by hand for a claim; what cannot be kept is shown again, with what is wrong."""
    try:
        _, made = enter(site_of(request).ledger, typed.evidence(), claim=claim, by=who.name)
    except (AnchorError, InputError) as error:
        return _form(request, claim, typed, str(error))
    return back(address(f"/claim/{claim}"), [made.id])


def _form(request: Request, anchor: str, typed: _Entered, line: str | None) -> Response:
    found = None
    with suppress(AnchorError):  # what was typed is not lost where it is the claim that there is none of
        found = claim(site_of(request).ledger, anchor)
    if found is None and line is None:
        raise AnchorError(anchor, "the name of no statement", "one that the ledger holds")
    return page(
        request,
        "claim_enter.html",
        status=200 if line is None else 400,
        anchor=anchor,
        c=found.claim if found is not None else None,
        typed=typed,
        line=line,
        stances=[s.value for s in Stance],
        today=_today(),
    )


def _today() -> date:
    return days.today()
