"""Who may see a report, and reports that must not be kept: what the report page's forms do."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.ledger.errors import TracesLeft
from riwaya.views.web.deciding.decision import reason
from riwaya.views.web.giving import own_group
from riwaya.views.web.guard.asking import Purges, Restricts, ledger_of
from riwaya.views.web.guard.forms import Filled, text
from riwaya.views.web.guard.noting import note
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.page import page, to
from riwaya.views.web.shown.given import seen_with

router = APIRouter()
_LONGEST = 200  # characters of a group's name
_NO_GROUP = "group: give the name of a group in one line, or nothing for all."
_CONFIRM = "The id was not typed as it is. Nothing was taken out."


@router.post("/restrict")
def restrict(request: Request, viewer: Restricts, form: Filled) -> Response:
    """Shows a report to a group alone, or to all again; who works alone and does not see that
    group is told how to see it."""
    ledger = ledger_of(request, viewer)
    name, group = text(form, "report"), text(form, "group").strip()
    if len(group) > _LONGEST or not group.isprintable():
        raise Refused(400, _NO_GROUP)
    own_group(group, viewer)  # one that is no own one is refused
    kept = ledger.report(name)  # what a viewer does not see is not there
    ledger.restrict(name, group or None, by=viewer.name, why=reason(form))
    note(request, viewer, "restrict", name, group or "for all")
    if not group or group in viewer.groups:
        return to("/report", id=name)
    return page(
        request, viewer, "restricted.html", report=kept.reading.report, group=group,
        command=seen_with(viewer, group),
    )  # fmt: skip


@router.post("/purge")
def purge(request: Request, viewer: Purges, form: Filled) -> Response:
    """Takes a report out for ever, where its id was typed to confirm."""
    ledger = ledger_of(request, viewer)
    name = text(form, "report")
    ledger.report(name)
    if text(form, "confirm").strip() != name.strip():
        raise Refused(400, _CONFIRM)
    try:
        ledger.purge(name, by=viewer.name, why=reason(form))
    except TracesLeft as left:  # it is gone all the same
        note(request, viewer, "purge", name, "traces left in the file")
        raise Refused(409, str(left)) from left
    note(request, viewer, "purge", name)
    return to("/incidents")
