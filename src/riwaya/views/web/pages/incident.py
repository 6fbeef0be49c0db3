"""One incident: its accounts side by side, each cell with the words that it rests on."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.views.web.counted import counted
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.restricted_reads import between_read, incident_read
from riwaya.views.web.page import page
from riwaya.views.web.shown.accounts import credits_of, rows
from riwaya.views.web.shown.columns import ALL, columns
from riwaya.views.web.shown.decided import differing, parted_over
from riwaya.views.web.shown.parties import agents, targets
from riwaya.views.web.shown.quoted import Quoted
from riwaya.views.web.shown.tolls import plots

router = APIRouter()
_MOST = {"sources": 12, "reports": 60}  # that one credit and the list of reports have on a page


@router.get("/incidents/{id}")
def incident(request: Request, viewer: Reads, id: str, accounts: str = "") -> Response:
    """The page of an incident, by its id or by one that it had before.

    Of very many accounts it has a part: that from the number `accounts` on, or `all`.
    """
    ledger = ledger_of(request, viewer)
    found = ledger.incident(id)
    shown = columns(found, accounts)
    incident_read(request, viewer, found)
    reports = {c.report: c for a in found.accounts for c in a.carriers}
    tellings = ledger.tellings_of(found.id)
    why: dict[str, list[tuple[str, ...]]] = {}
    for telling, report in tellings.items():
        why.setdefault(report, []).append(found.reasons.get(telling, ()))
    history = ledger.history(found.id)
    decided = ledger.decided(history)
    ties = counted(request).between(ledger, found)
    between_read(request, viewer, ties)
    said = {w.report for r in ties.relations for w in r.words}
    said |= {w.report for c in ties.causes for w in c.words}
    return page(
        request, viewer, "incident.html", incident=found, columns=shown,
        rows=rows(found, shown.accounts), plots=plots(shown.accounts),
        credits=credits_of(found.accounts), most=dict.fromkeys(_MOST) if accounts == ALL else _MOST,
        carriers=reports,
        tellings=tellings, why=why, ties=ties, history=history, agents=agents(found),
        targets=targets(found), report_titles=ledger.titles(said.union(found.reports)),
        quoted=Quoted(), decided=decided, parted=parted_over(history, decided),
        differ=differing(history), former=id if id != found.id else "",
    )  # fmt: skip
