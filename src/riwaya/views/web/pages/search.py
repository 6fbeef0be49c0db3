"""Search: reports by their words, the matches marked."""

from __future__ import annotations

import re

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.ledger import NotFound
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.guard.restricted_reads import reports_found
from riwaya.views.web.page import page
from riwaya.views.web.shown.found import pieces

router = APIRouter()
_PAGE, _LONGEST = 20, 400
_MOST = 5  # incidents of one report that are named


@router.get("/search")
def search(request: Request, viewer: Reads, q: str = "") -> Response:
    """One page of what a search finds."""
    number = request.query_params.get("page", "1")
    if not re.fullmatch("[0-9]{1,5}", number) or not 0 < int(number) <= 10_000:
        raise Refused(400, "page: give the number of a page, 1 or more.")
    at = int(number)
    query = q.strip()[:_LONGEST]
    found = []
    ledger = ledger_of(request, viewer)
    if query:
        try:
            found = ledger.search(query, limit=_PAGE + 1, offset=(at - 1) * _PAGE)
        except NotFound as error:  # there is no word in what was asked
            raise Refused(400, str(error)) from error
    reports_found(request, viewer, [f.report for f in found[:_PAGE]])
    shown = [(f, pieces(f)) for f in found[:_PAGE]]
    return page(
        request, viewer, "search.html", q=query, found=shown, number=at, more=len(found) > _PAGE,
        most=_MOST, size=_PAGE,
        report_titles=ledger.titles([f.report for f in found[:_PAGE] if not f.title]),
    )  # fmt: skip
