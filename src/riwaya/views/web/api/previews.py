"""Previews as JSON: what joining or parting incidents or names would change; nothing is kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.requests import Request

from riwaya.ledger import Ledger
from riwaya.ledger.nouns import Incident
from riwaya.ledger.ruling import Judgement
from riwaya.views.web.api import shapes
from riwaya.views.web.api.chosen import IncidentId
from riwaya.views.web.exports.record import heading_record
from riwaya.views.web.guard.asking import Previews, ledger_of
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.guard.restricted_reads import preview_read
from riwaya.views.web.guard.viewer import Viewer

router = APIRouter(tags=["review"])
_ITSELF = "This is the same incident. Choose another one to join it with."
_NEITHER = "Give another incident to join it with, or reports or tellings to part off: one of both."
_ELSEWHERE = "of: give ids of reports that tell of this incident."
_Other = Annotated[
    str, Query(alias="with", max_length=300, description="Id of the incident to join it with.")
]
_Reports = Annotated[
    list[str], Query(max_length=1_000, description="Reports all tellings of which are parted off.")
]
_Parts = Annotated[
    list[str], Query(max_length=1_000, description="Keys of tellings that are parted off.")
]
_Handle = Annotated[str, Query(min_length=1, max_length=300)]


class PreviewShape(BaseModel):
    """The incidents that would change, as they are and as they would be.

    `decision`, `one`, `other` and `parts` are what is sent to `/judgements` to have it so.
    """

    decision: str
    one: str
    other: str | None
    parts: list[str]
    before: list[shapes.IncidentLine]
    after: list[shapes.IncidentLine]


@router.get("/incidents/{id}/join")
def join(
    request: Request, viewer: Previews, id: IncidentId, of: _Reports = [], part: _Parts = [],  # noqa: B006
    other: _Other = "",
) -> PreviewShape:  # fmt: skip
    """What would change where an incident were joined with another, or some of it parted off."""
    ledger = ledger_of(request, viewer)
    found = ledger.incident(id)
    if bool(other) is bool(of or part):
        raise Refused(400, _NEITHER)
    if not set(of) <= found.reports.keys():
        raise Refused(400, _ELSEWHERE)
    told = ledger.tellings_of(found.id)
    parts = {*part, *(key for key, report in told.items() if report in set(of))}
    base = Judgement("incident", "same", found.id, viewer.name, "preview")
    if parts:
        proposed = replace(base, decision="different", parts=tuple(sorted(parts)))
    else:
        proposed = replace(base, other=ledger.incident(other).id)
        if proposed.other == found.id:
            raise Refused(400, _ITSELF)
    return _preview(request, viewer, ledger, proposed)


@router.get("/actor/join")
def join_names(request: Request, viewer: Previews, one: _Handle, other: _Handle) -> PreviewShape:
    """What would change where two names were one person; of one person, where they were two."""
    ledger = ledger_of(request, viewer)
    first, second = (ledger.actor(handle).handle for handle in (one, other))
    decision = "different" if first == second else "same"
    proposed = Judgement("entity", decision, one, viewer.name, "preview", other)
    return _preview(request, viewer, ledger, proposed)


def _preview(request: Request, viewer: Viewer, ledger: Ledger, j: Judgement) -> PreviewShape:
    found = ledger.preview(j)
    preview_read(request, viewer, found)
    return PreviewShape(
        decision=j.decision, one=j.one, other=j.other, parts=list(j.parts),
        before=_lines(found.before), after=_lines(found.after),
    )  # fmt: skip


def _lines(found: Collection[Incident]) -> list[shapes.IncidentLine]:
    """Those of most reports first."""
    order = sorted(found, key=lambda i: (-len(i.reports), i.id))
    return [shapes.IncidentLine(**heading_record(i)) for i in order]
