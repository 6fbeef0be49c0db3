"""Adding reports: pasted, uploaded or by address; what became of them while they are read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Path
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from riwaya.ledger.errors import NotFound
from riwaya.ledger.team.jobs import Kind
from riwaya.views.web.guard.asking import Adds, ledger_of
from riwaya.views.web.guard.forms import sent, text
from riwaya.views.web.guard.noting import note
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.guard.viewer import Viewer
from riwaya.views.web.page import page, to
from riwaya.views.web.shown.given import SUFFIXES, own

router = APIRouter()
_SHOWN = 50
_ADDRESSES = 200  # at once
_LONGEST = 2000  # characters of an address
Given = tuple[Kind, bytes, str]
"""What is to be read: its kind, its body, and the name that it is shown by."""


@router.get("/add")
def form(request: Request, viewer: Adds) -> Response:
    """The form, and what was given before."""
    jobs = own(ledger_of(request, viewer).jobs.listed(limit=_SHOWN * 4), viewer)[:_SHOWN]
    return page(
        request, viewer, "adding.html", jobs=jobs, suffixes=SUFFIXES,
        waiting=any(j.state != "done" for j in jobs),
        largest=request.app.state.settings.largest_upload // 2**20,
    )  # fmt: skip


@router.get("/add/{number}")
def job(
    request: Request, viewer: Adds, number: Annotated[int, Path(ge=1, le=2**31 - 1)]
) -> Response:
    """What became of one."""
    found = own([ledger_of(request, viewer).jobs.one(number)], viewer)
    if not found:
        raise NotFound(f"{number}: no such job. Look at the list of what was added.")
    return page(request, viewer, "added.html", job=found[0])


@router.post("/add")
async def add(request: Request, viewer: Adds) -> Response:
    """Takes reports in, to be read in the background."""
    form = await sent(request, viewer)
    about = _about(form, viewer)
    given = [*_pasted(form), *_addresses(form, request), *[g async for g in _files(form, request)]]
    if not given:
        raise Refused(400, "Nothing was given. Paste a text, choose a file or give an address.")
    await run_in_threadpool(_put, request, viewer, given, about)
    return to("/add")


def _put(
    request: Request, viewer: Viewer, given: list[Given],
    about: tuple[str | None, date | None, str | None],
) -> None:  # fmt: skip
    outlet, published, group = about
    jobs = ledger_of(request, viewer).jobs
    for kind, body, name in given:
        number = jobs.put(
            kind, body, account=viewer.name, name=name, outlet=outlet, published=published,
            group=group,
        )  # fmt: skip
        note(request, viewer, "add", str(number), kind)
    request.app.state.reader.wake()


def _about(form: FormData, viewer: Viewer) -> tuple[str | None, date | None, str | None]:
    """Outlet, day and group that hold for all that is given. Raises Refused."""
    day, group = text(form, "published").strip(), text(form, "group").strip()
    try:
        published = date.fromisoformat(day) if day else None
    except ValueError:
        raise Refused(400, f"{day[:30]} is no day. Write it as 2023-05-16.") from None
    if group and not viewer.alone and group not in viewer.groups:
        raise Refused(403, "You can restrict reports to groups of your own only.")
    return text(form, "outlet").strip()[:200] or None, published, group or None


def _pasted(form: FormData) -> Iterator[Given]:
    said = text(form, "text")
    if said.strip():
        yield "text", said.encode("utf-8", "replace"), text(form, "title").strip()


def _addresses(form: FormData, request: Request) -> Iterator[Given]:
    found = text(form, "addresses").split()
    if found and not request.app.state.settings.fetches:
        raise Refused(400, "This workspace fetches no addresses. Paste the text, or add a file.")
    if len(found) > _ADDRESSES:
        raise Refused(400, "At most 200 addresses at once. Give more in a table, as a file.")
    for url in found:
        parts = urlsplit(url) if len(url) <= _LONGEST else None
        if parts is None or parts.scheme not in ("http", "https") or not parts.netloc:
            raise Refused(400, f"{url[:80]}: is no web address. Begin it with https://.")
        yield "address", url.encode("utf-8", "replace"), url


async def _files(form: FormData, request: Request) -> AsyncIterator[Given]:
    largest = request.app.state.settings.largest_upload
    for part in form.getlist("files"):
        if not isinstance(part, UploadFile) or not part.filename:
            continue
        body = await part.read(largest + 1)
        if len(body) > largest:
            raise Refused(413, "This file is too large. Split it, or use riwaya add.")
        yield "file", body, part.filename
