"""Reading of what is restricted goes into the audit log, whichever page or route it is read by."""

from __future__ import annotations

from collections.abc import Collection

from starlette.requests import Request

from riwaya.ledger.kept import Kept
from riwaya.ledger.nouns import Incident
from riwaya.views.web.guard.asking import ledger_of
from riwaya.views.web.guard.noting import note
from riwaya.views.web.guard.viewer import Viewer

_MOST = 50  # reports of one request that are noted one by one


def report_read(request: Request, viewer: Viewer, kept: Kept) -> None:
    """Notes that a report was opened, where it is restricted."""
    if kept.group is not None:
        note(request, viewer, "read_restricted", kept.name)


def incident_read(request: Request, viewer: Viewer, found: Incident) -> None:
    """Notes that an incident was opened of which restricted reports tell."""
    _reports(request, viewer, found.reports, f"incident {found.id}")


def reports_found(
    request: Request, viewer: Viewer, names: Collection[str], through: str = "search"
) -> None:
    """Notes which restricted reports a search, or another page, showed words of."""
    _reports(request, viewer, names, through)


def _reports(request: Request, viewer: Viewer, names: Collection[str], through: str) -> None:
    if viewer.alone or not viewer.groups:
        return
    found = sorted(ledger_of(request, viewer).restricted(names))
    for name in found[:_MOST]:
        note(request, viewer, "read_restricted", name, through)
    if len(found) > _MOST:
        note(request, viewer, "read_restricted", detail=f"{through}, {len(found) - _MOST} more")
