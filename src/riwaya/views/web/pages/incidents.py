"""The list of incidents, with facets, a map and a timeline that narrow it together."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.views.web.asked import PAGE, asked
from riwaya.views.web.counted import counted
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.restricted_reads import incidents_listed
from riwaya.views.web.page import page, to
from riwaya.views.web.shown.timeline import timeline

router = APIRouter()


@router.get("/")
def home() -> Response:
    """Leads to the incidents."""
    return to("/incidents")


@router.get("/incidents")
def incidents(request: Request, viewer: Reads) -> Response:
    """One page of the selection; the last one for a number beyond it."""
    wanted = asked(request.query_params)
    ledger = ledger_of(request, viewer)
    found = counted(request).facets(ledger, wanted)
    pages = max(-(-found.total // PAGE), 1)
    wanted = wanted.up_to(pages)
    shown = ledger.headings(wanted.filter())
    incidents_listed(request, viewer, [i.id for i in shown])
    return page(
        request, viewer, "incidents.html", asked=wanted, facets=found, pages=pages,
        incidents=shown, timeline=timeline(found.days, wanted),
    )  # fmt: skip
