"""Reading of what is restricted goes into the audit log, whichever page or route it is read by."""

from __future__ import annotations

from collections.abc import Collection

from starlette.requests import Request

from riwaya.ledger import Ledger
from riwaya.ledger.between import Between
from riwaya.ledger.compared import Comparison
from riwaya.ledger.kept import Kept
from riwaya.ledger.naming import Calls
from riwaya.ledger.network import Network
from riwaya.ledger.nouns import Incident
from riwaya.ledger.review.preview import Preview
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.who import Person
from riwaya.views.web.guard.asking import ledger_of
from riwaya.views.web.guard.noting import note, note_once
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


def incidents_listed(request: Request, viewer: Viewer, ids: Collection[str]) -> None:
    """Notes which restricted reports tell of incidents that a list or a map showed.

    A list is looked at again and again: each report once an hour.
    """
    if viewer.alone or not viewer.groups:
        return
    whole: Ledger = request.app.state.ledger
    found = whole.team.restricted_in(ids, viewer.groups)
    note_once(request, viewer, "read_restricted", found, "list")


def network_read(request: Request, viewer: Viewer, found: Network, through: str) -> None:
    """Notes which restricted reports a graph showed words of."""
    _reports(request, viewer, {
        w.report for e in found.edges for w in (*e.words, *e.against)
    }, through)  # fmt: skip


def outlets_read(request: Request, viewer: Viewer, found: Comparison) -> None:
    """Notes which restricted reports a comparison of outlets showed."""
    names = {r for o in found.outlets for cell in o.cells.values() for r in cell.reports}
    _reports(request, viewer, names, "outlets")


def actor_read(request: Request, viewer: Viewer, person: Person, calls: Calls) -> None:
    """Notes which restricted reports the names and relations of somebody are from."""
    _reports(request, viewer, {
        w.report for said in (calls.calls, person.joins, person.relations)
        for one in said for w in one.words
    }, "actor")  # fmt: skip


def between_read(request: Request, viewer: Viewer, found: Between) -> None:
    """Notes which restricted reports the relations and causes of an incident are from."""
    said = (*(r.words for r in found.relations), *(c.words for c in found.causes))
    _reports(request, viewer, {w.report for words in said for w in words}, "relations")


def preview_read(request: Request, viewer: Viewer, found: Preview) -> None:
    """Notes which restricted reports tell of what a decision would change."""
    _reports(request, viewer, {
        r for i in (*found.before, *found.after) for r in i.reports
    }, "preview")  # fmt: skip


def judgements_read(request: Request, viewer: Viewer, given: Collection[Judgement]) -> None:
    """Notes on the statements of which restricted reports decisions and their reasons are."""
    if viewer.alone or not viewer.groups:
        return
    decided = ledger_of(request, viewer).decided(given)
    _reports(request, viewer, {e.report for d in decided.values() for e in d.ends}, "review")


def _reports(request: Request, viewer: Viewer, names: Collection[str], through: str) -> None:
    if viewer.alone or not viewer.groups:
        return
    found = sorted(ledger_of(request, viewer).restricted(names))
    for name in found[:_MOST]:
        note(request, viewer, "read_restricted", name, through)
    if len(found) > _MOST:
        note(request, viewer, "read_restricted", detail=f"{through}, {len(found) - _MOST} more")
