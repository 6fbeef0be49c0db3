"""Outlets side by side: which tells of what, whom it credits, what it omits."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.views.web.asked import asked
from riwaya.views.web.counted import counted
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.restricted_reads import outlets_read
from riwaya.views.web.page import page
from riwaya.views.web.shown.outlets import LISTED, MOST, chosen_of, lines, matrix

router = APIRouter()


@router.get("/outlets")
def outlets(request: Request, viewer: Reads) -> Response:
    """The outlets of a selection as a table, and those chosen (`with`) as a matrix.

    The form of the table sends `by_hand` too, so that none chosen is told from none asked for.
    """
    wanted = asked(request.query_params)
    ledger = ledger_of(request, viewer)
    found = counted(request).compared(ledger, wanted)
    keys = request.query_params.getlist("with")
    chosen = chosen_of(found, keys, by_hand="by_hand" in request.query_params)
    outlets_read(request, viewer, found)
    shown = matrix(found, chosen, wanted.page)
    return page(
        request, viewer, "outlets.html", asked=wanted, found=found, most=MOST, listed=LISTED,
        lines=lines(found, ledger.outlets, chosen), chosen=[o.key for o in chosen] if keys else [],
        dropped=len(set(keys)) > MOST, matrix=shown,
        titles={i.id: i.title for i in found.incidents},
        report_titles=ledger.titles(
            [r for _, cells in shown.rows for c in cells if c for r in c.reports[:3]]
        ),
    )  # fmt: skip
