"""Outlets side by side: which tells of what, whom it credits, what it omits."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.ledger.compared import Comparison
from riwaya.views.web.asked import asked
from riwaya.views.web.counted import counted
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.restricted_reads import reports_found
from riwaya.views.web.page import page
from riwaya.views.web.shown.outlets import LISTED, MOST, chosen_of, lines, matrix

router = APIRouter()


@router.get("/outlets")
def outlets(request: Request, viewer: Reads) -> Response:
    """The outlets of a selection as a table, and those chosen (`with`) as a matrix."""
    wanted = asked(request.query_params)
    ledger = ledger_of(request, viewer)
    found = counted(request).compared(ledger, wanted)
    keys = request.query_params.getlist("with")
    chosen = chosen_of(found, keys)
    reports_found(request, viewer, _reports(found))
    return page(
        request, viewer, "outlets.html", asked=wanted, found=found, most=MOST, listed=LISTED,
        lines=lines(found, ledger.outlets, chosen), chosen=[o.key for o in chosen] if keys else [],
        dropped=len(set(keys)) > MOST, matrix=matrix(found, chosen, wanted.page),
        titles={i.id: i.title for i in found.incidents},
    )  # fmt: skip


def _reports(found: Comparison) -> set[str]:
    """The names of the reports of which the page shows words."""
    return {r for o in found.outlets for cell in o.cells.values() for r in cell.reports}
