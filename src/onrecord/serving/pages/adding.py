"""Taking articles in: pasted, or as files; a page tells how far each of them is."""

from collections.abc import Callable
from functools import partial
from pathlib import PurePath
from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Form, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.acquiring import acquire_bytes
from onrecord.acquiring.wording import one_line, printable
from onrecord.errors import FetchError, InputError, NotTextError
from onrecord.flow.adding import ARTICLES
from onrecord.records import Document
from onrecord.serving.access import Writing
from onrecord.serving.asking import day_asked
from onrecord.serving.jobs import Full, Item, Jobs
from onrecord.serving.limits import limited
from onrecord.serving.site import site_of
from onrecord.serving.telling import linkable
from onrecord.serving.views import address, page

__all__ = ["router"]

router = APIRouter()
FILES = 50
"""Files at once."""
_BLANK = {"text": "", "outlet": "", "day": "", "title": "", "url": ""}
LINE = 1_000
"""Characters of an outlet, a title, an address."""


@router.get("/add")
def ask(request: Request) -> Response:
    """Ask for articles."""
    return _form(request)


@router.post("/add", dependencies=[Depends(limited("add"))])
def paste(
    request: Request,
    by: Writing,
    text: Annotated[str, Form()] = "",
    outlet: Annotated[str, Form(max_length=LINE)] = "",
    day: Annotated[str, Form(max_length=40)] = "",
    title: Annotated[str, Form(max_length=LINE)] = "",
    url: Annotated[str, Form(max_length=LINE)] = "",
) -> Response:
    """Take a pasted article in."""
    filled = {"text": text, "outlet": outlet, "day": day, "title": title, "url": url}
    try:
        make = _pasted(text.replace("\r\n", "\n"), outlet, day, title, url)
    except InputError as error:
        return _form(request, status=400, line=str(error), filled=filled)
    return _handed_in(request, [Item(one_line(title) or "pasted text", make)], by.name, filled)


@router.post("/add/files", dependencies=[Depends(limited("add"))])
def upload(request: Request, by: Writing, files: Annotated[list[UploadFile] | None, File()] = None) -> Response:
    """Take files in; each is told of by itself, so that one that is none stops no other."""
    sent = [f for f in files or [] if f.filename]
    if not sent or len(sent) > FILES:
        expected = f"1 to {FILES}, each ending in {', '.join(ARTICLES)}"
        return _form(request, status=400, line=f"the files: got {len(sent) or 'none'}; expected {expected}")
    items = []
    for file in sent:
        name = PurePath((file.filename or "").replace("\\", "/")).name
        items.append(Item(printable(name), partial(_filed, name, file.file.read())))
    return _handed_in(request, items, by.name, _BLANK)


@router.get("/add/{job}")
def progress(request: Request, job: str, *, still: bool = False) -> Response:
    """Tell how far a job is."""
    jobs = _jobs(request)
    found = jobs.find(job)
    if found is None:
        line = "got the name of no job, or of one that was forgotten when the server was started again"
        raise HTTPException(404, f"{line}; expected one in hand: what it had added is among the documents")
    return page(request, "add_job.html", job=found, ahead=jobs.ahead_of(found), still=still)


def _jobs(request: Request) -> Jobs:
    found: Jobs = request.app.state.jobs
    return found


def _form(
    request: Request, *, status: int = 200, line: str | None = None, filled: dict[str, str] | None = None
) -> Response:
    told: dict[str, Any] = {"line": line, "filled": filled or _BLANK, "files": FILES, "endings": ARTICLES}
    return page(request, "add.html", status=status, most=site_of(request).most, **told)


def _handed_in(request: Request, items: list[Item], by: str, filled: dict[str, str]) -> Response:
    if site_of(request).ledger.read_only:
        line = "the ledger: got one that is open for reading alone; expected one that can be written"
        return _form(request, status=409, line=line, filled=filled)
    try:
        job = _jobs(request).hand_in(items, by)
    except Full:
        line = "got more than can wait to be read; expected less: again in a minute"
        return _form(request, status=503, line=line, filled=filled)
    return RedirectResponse(address(f"/add/{job.id}"), 303)


def _pasted(text: str, outlet: str, day: str, title: str, url: str) -> Callable[[], Document]:
    """Return what makes a document of a pasted text.

    Raises:
        InputError: there is no text, or a day or an address that is none.
    """
    where = "the pasted text"
    if not text.strip():
        raise NotTextError(where, "nothing", "the words of an article")
    link = url.strip() or None
    if link is not None and linkable(link) is None:
        raise FetchError("the address", printable(link), "one that begins with http:// or https://, or none")
    data = text.encode("utf-8", "replace")
    told = {"url": link, "title": one_line(title) or None, "outlet": one_line(outlet) or None}
    return partial(acquire_bytes, where, data, published=day_asked(day, "the day"), **told)


def _filed(name: str, data: bytes) -> Document:
    """Return the document that a file holds.

    Raises:
        InputError: its name has another ending, or no article can be made of it.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in ARTICLES:
        got = f"a file that ends in {printable(suffix)}" if suffix else "a file without an ending"
        raise NotTextError(printable(name), got, f"one that ends in {', '.join(ARTICLES)}")
    return acquire_bytes(name, data)
