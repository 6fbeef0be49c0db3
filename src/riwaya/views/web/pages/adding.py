"""Adding reports: pasted, uploaded or by address; what became of them while they are read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from riwaya.views.web import giving
from riwaya.views.web.guard.asking import Adds, ledger_of
from riwaya.views.web.guard.forms import UPLOAD, sent, text
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.guard.viewer import Viewer
from riwaya.views.web.page import page, to, wants_json
from riwaya.views.web.shown.given import MOST, SUFFIXES, one, own, seen_with

router = APIRouter()
_FIELDS = ("title", "text", "addresses", "outlet", "published", "group")


@router.get("/add")
def form(
    request: Request, viewer: Adds, given: Annotated[int, Query(ge=0, le=999)] = 0
) -> Response:
    """The form, and what was given before; `given` counts what was given just now."""
    return _form(request, viewer, given=given)


def _form(
    request: Request, viewer: Viewer, *, given: int = 0, filled: FormData | None = None,
    refused: Refused | None = None,
) -> Response:  # fmt: skip
    """The page of the form; where what was sent is refused, as it was filled in and why."""
    jobs = own(ledger_of(request, viewer).jobs, viewer)[:MOST]
    sent_files = filled.getlist("files") if filled else []
    return page(
        request, viewer, "adding.html", refused.status if refused else 200, jobs=jobs,
        suffixes=SUFFIXES, given=given, waiting=any(g.job.state != "done" for g in jobs),
        largest=request.app.state.settings.largest_upload // 2**20,
        filled={name: text(filled, name) if filled else "" for name in _FIELDS},
        problem=refused.message if refused else "",
        had_files=any(isinstance(f, UploadFile) and f.filename for f in sent_files),
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
    """Takes reports in, to be read in the background; leads to what becomes of them.

    Where something is refused, the form is shown again as it was filled in.
    """
    form = await sent(request, viewer, UPLOAD)
    try:
        said = giving.about(
            text(form, "outlet"), giving.day_of(text(form, "published")), text(form, "group"),
            viewer,
        )  # fmt: skip
        given = [*_typed(form, request), *await giving.files(form, request)]
        numbers = await run_in_threadpool(giving.put, request, viewer, given, said)
    except Refused as refused:
        if wants_json(request) or refused.status == 403:  # its group is not to be lost unseen
            raise
        return await run_in_threadpool(_form, request, viewer, filled=form, refused=refused)
    return to(f"/add/{numbers[0]}") if len(numbers) == 1 else to("/add", given=str(len(numbers)))


def _typed(form: FormData, request: Request) -> list[giving.Given]:
    found = text(form, "addresses").split()
    if len(found) > giving.MOST_ADDRESSES:
        raise Refused(400, "At most 200 addresses at once. Give more in a table, as a file.")
    said = text(form, "text")
    given = [giving.pasted(said, text(form, "title"))] if said.strip() else []
    return [*given, *(giving.address(url, request) for url in found)]
