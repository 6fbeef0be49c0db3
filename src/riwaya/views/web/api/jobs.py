"""Adding by programs: texts, addresses and files to be read, and what became of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from riwaya.ledger.team.jobs import Job, Kind, State
from riwaya.views.web import giving
from riwaya.views.web.guard.asking import Adds, ledger_of
from riwaya.views.web.guard.characters import Body
from riwaya.views.web.guard.forms import UPLOAD, Proved, sent, text
from riwaya.views.web.guard.known import Known
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.shown.given import MOST, one, own

router = APIRouter(tags=["adding"], route_class=Known)


class JobShape(BaseModel):
    """What became of one text, file or address; `reports` are the ids of the first ones."""

    id: int
    at: datetime
    account: str
    kind: Kind
    name: str
    outlet: str | None
    published: date | None
    group: str | None
    state: State
    new: int
    known: int
    problems: list[str]
    reports: list[str]
    ended: datetime | None


class Jobs(BaseModel):
    """The last jobs, the newest first."""

    jobs: list[JobShape]


class ToRead(Body):
    """A text or an address to be read, one of the two; what holds where it does not say it."""

    text: Annotated[str, Field(max_length=1_500_000)] = ""
    title: Annotated[str, Field(max_length=300)] = ""
    address: Annotated[str, Field(max_length=giving.LONGEST)] = ""
    outlet: Annotated[str, Field(max_length=200)] = ""
    published: date | None = None
    group: Annotated[str, Field(max_length=200, description="To whom it is restricted.")] = ""


class Put(BaseModel):
    """The numbers of the jobs."""

    ok: bool
    jobs: list[int]


@router.get("/jobs")
def listed(request: Request, viewer: Adds) -> Jobs:
    """What was given to be read, at most the last fifty."""
    found = own(ledger_of(request, viewer).jobs, viewer)[:MOST]
    return Jobs(jobs=[_shape(g.job) for g in found])


@router.get("/jobs/{number}")
def job(
    request: Request, viewer: Adds, number: Annotated[int, Path(ge=1, le=2**31 - 1)]
) -> JobShape:
    """What became of one."""
    return _shape(one(ledger_of(request, viewer).jobs, viewer, number).job)


@router.post("/jobs")
def add(request: Request, viewer: Adds, _: Proved, wanted: ToRead) -> Put:
    """Has a text or an address read in the background."""
    if bool(wanted.text.strip()) == bool(wanted.address):
        raise Refused(400, "Give a text or an address, one of the two.")
    said = giving.about(wanted.outlet, wanted.published, wanted.group, viewer)
    given = (
        giving.address(wanted.address, request) if wanted.address
        else giving.pasted(wanted.text, wanted.title)
    )  # fmt: skip
    return Put(ok=True, jobs=giving.put(request, viewer, [given], said))


@router.post("/jobs/files", openapi_extra={"requestBody": {"required": True, "content": {
    "multipart/form-data": {"schema": {
        "type": "object", "required": ["files"], "additionalProperties": False,
        "properties": {
            "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
            "outlet": {"type": "string"}, "group": {"type": "string"},
            "published": {"type": "string", "format": "date"},
        },
    }},
}}})  # fmt: skip
async def add_files(request: Request, viewer: Adds) -> Put:
    """Has files read in the background; they are told apart by the endings of their names."""
    form = await sent(request, viewer, UPLOAD)
    published = giving.day_of(text(form, "published"))
    said = giving.about(text(form, "outlet"), published, text(form, "group"), viewer)
    given = await giving.files(form, request)
    return Put(ok=True, jobs=await run_in_threadpool(giving.put, request, viewer, given, said))


def _shape(j: Job) -> JobShape:
    return JobShape(
        id=j.id, at=j.at, account=j.account, kind=j.kind, name=j.name, outlet=j.outlet,
        published=j.published, group=j.group, state=j.state, new=j.new, known=j.known,
        problems=list(j.problems), reports=list(j.reports), ended=j.ended,
    )  # fmt: skip
