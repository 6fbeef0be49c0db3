"""Adding reports: pasted, uploaded or by address; what became of them while they are read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from riwaya.views.web import giving
from riwaya.views.web.guard.asking import Adds, ledger_of
from riwaya.views.web.guard.forms import sent, text
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.page import page, to
from riwaya.views.web.shown.given import MOST, SUFFIXES, one, own, seen_with

router = APIRouter()


@router.get("/add")
def form(
    request: Request, viewer: Adds, given: Annotated[int, Query(ge=0, le=999)] = 0
) -> Response:
    """The form, and what was given before; `given` counts what was given just now."""
    jobs = own(ledger_of(request, viewer).jobs, viewer)[:MOST]
    return page(
        request, viewer, "adding.html", jobs=jobs, suffixes=SUFFIXES, given=given,
        waiting=any(g.job.state != "done" for g in jobs),
        largest=request.app.state.settings.largest_upload // 2**20,
    )  # fmt: skip


@router.get("/add/{number}")
def job(
    request: Request, viewer: Adds, number: Annotated[int, Path(ge=1, le=2**31 - 1)]
) -> Response:
    """What became of one."""
    ledger = ledger_of(request, viewer)
    found = one(ledger.jobs, viewer, number)
    return page(
        request, viewer, "added.html", job=found.job, state=found.state, closed=found.closed,
        report_titles=ledger.titles(found.job.reports),
        command=seen_with(viewer, found.job.group) if found.closed and found.job.group else "",
    )  # fmt: skip


@router.post("/add")
async def add(request: Request, viewer: Adds) -> Response:
    """Takes reports in, to be read in the background; leads to what becomes of them."""
    form = await sent(request, viewer)
    said = giving.about(
        text(form, "outlet"), giving.day_of(text(form, "published")), text(form, "group"), viewer
    )
    given = [*_typed(form, request), *await giving.files(form, request)]
    numbers = await run_in_threadpool(giving.put, request, viewer, given, said)
    return to(f"/add/{numbers[0]}") if len(numbers) == 1 else to("/add", given=str(len(numbers)))


def _typed(form: FormData, request: Request) -> list[giving.Given]:
    found = text(form, "addresses").split()
    if len(found) > giving.MOST_ADDRESSES:
        raise Refused(400, "At most 200 addresses at once. Give more in a table, as a file.")
    said = text(form, "text")
    given = [giving.pasted(said, text(form, "title"))] if said.strip() else []
    return [*given, *(giving.address(url, request) for url in found)]
