"""The network of a selection: a graph, a table of its edges, and each edge with its evidence."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.views.web.asked import asked
from riwaya.views.web.counted import counted
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.guard.restricted_reads import network_read, reports_found
from riwaya.views.web.page import page, words
from riwaya.views.web.shown.network import network as drawn

router = APIRouter()
_GONE = "This edge is no longer in the network. Open the network again."


@router.get("/network")
def network(request: Request, viewer: Reads) -> Response:
    """Who did what to whom, relations and causes, of a selection of incidents."""
    wanted = asked(request.query_params)
    found = counted(request).network(ledger_of(request, viewer), wanted)
    shown = drawn(found, wanted.query, words(request))
    network_read(request, viewer, found, "network")
    return page(request, viewer, "network.html", asked=wanted, network=found, shown=shown)


@router.get("/network/edge")
def edge(request: Request, viewer: Reads, edge: str) -> Response:
    """One edge with all that it rests on: for a panel, or a page."""
    wanted = asked(request.query_params)
    found = counted(request).network(ledger_of(request, viewer), wanted)
    shown = drawn(found, wanted.query, words(request))
    line = next((x for x in shown.lines if x.id == edge), None)
    if line is None:
        raise Refused(404, _GONE)
    reports_found(request, viewer, {w.report for w in (*line.edge.words, *line.edge.against)})
    template = "edge_panel.html" if "hx-request" in request.headers else "edge.html"
    return page(request, viewer, template, asked=wanted, line=line, titles=shown.titles)
