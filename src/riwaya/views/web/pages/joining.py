"""Joining and parting incidents and names: what would change is shown before it is done."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from riwaya.ledger import Ledger
from riwaya.ledger.filters import Filter
from riwaya.ledger.kept import Titled
from riwaya.ledger.nouns import Incident
from riwaya.ledger.review.around import MOST_SIDES
from riwaya.ledger.review.items import Side
from riwaya.ledger.ruling import Judgement
from riwaya.views.web.asked import Asked, asked
from riwaya.views.web.guard.asking import Previews, ledger_of
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.guard.restricted_reads import (
    incident_read,
    incidents_listed,
    preview_read,
    reports_found,
)
from riwaya.views.web.guard.viewer import Viewer
from riwaya.views.web.page import page, words
from riwaya.views.web.pages.review import fresh_once
from riwaya.views.web.shown.compared import Change, changed
from riwaya.views.web.shown.decided import differing
from riwaya.views.web.shown.review import shown

router = APIRouter()
_Chosen = Annotated[list[str], Query(default_factory=list, max_length=1_000)]
_FOUND = 12  # incidents that a search for another one shows
_ITSELF = "This is the same incident. Choose another one to join it with."


@router.get("/incidents/{id}/join")
def join(
    request: Request, viewer: Previews, id: str, of: _Chosen, part: _Chosen,
    other: Annotated[str, Query(alias="with")] = "",
) -> Response:  # fmt: skip
    """Choose another incident to join, or tellings to part off; with either, what would change."""
    ledger = ledger_of(request, viewer)
    found = ledger.incident(id)
    incident_read(request, viewer, found)
    wanted = asked(request.query_params)
    sides = ledger.sides(found.id)
    joined = ledger.incident(other) if other else None
    if joined is not None:
        incident_read(request, viewer, joined)
    parts = {s.telling for s in sides if s.passage.report in set(of)} | set(part)
    judgement = _proposed(viewer, found, joined, parts)
    preview = _preview(request, viewer, ledger, judgement) if judgement else None
    near, results = ledger.near(found.id), _others(ledger, wanted, found)
    incidents_listed(request, viewer, {*(n.incident.id for n in near), *(i.id for i in results)})
    return page(
        request, viewer, "join.html", incident=found, asked=wanted, near=near,
        results=results, reports=_by_report(sides),
        cut=len(sides) >= MOST_SIDES, judgement=judgement, other=joined, change=preview,
        passage_of=lambda side: shown(side.passage), once=fresh_once,
        report_titles=_titles(ledger, preview) if preview else {},
    )  # fmt: skip


@router.get("/actor/join")
def join_names(request: Request, viewer: Previews, one: str, other: str) -> Response:
    """Two names side by side, and what would change where they were one person."""
    ledger = ledger_of(request, viewer)
    people = [ledger.actor(handle) for handle in (one, other)]
    together = people[0].handle == people[1].handle
    decision = "different" if together else "same"
    j = Judgement("entity", decision, one, viewer.name, "preview", other)
    said = [x for x in ledger.name_history(one) if {x.one, x.other} == {one, other}]
    shown_words = {w.report for p in people for x in p.joins for w in x.words}
    reports_found(request, viewer, shown_words, "names")
    preview = _preview(request, viewer, ledger, j)
    return page(
        request, viewer, "join_names.html", people=people, one=one, other=other, together=together,
        change=preview, report_titles=_titles(ledger, preview), judged=said, differ=differing(said),
        decided=ledger.decided(said), once=fresh_once,
    )  # fmt: skip


def _preview(request: Request, viewer: Viewer, ledger: Ledger, j: Judgement) -> Change:
    found = ledger.preview(j)
    preview_read(request, viewer, found)
    return changed(found, words(request), j)


def _titles(ledger: Ledger, change: Change) -> dict[str, Titled]:
    """What the reports of a preview are called."""
    return ledger.titles({r for i in (*change.before, *change.after) for r in i.reports})


def _proposed(
    viewer: Viewer, found: Incident, joined: Incident | None, parts: Collection[str]
) -> Judgement | None:
    """The judgement that was chosen and is not made yet. Raises Refused."""
    base = Judgement("incident", "same", found.id, viewer.name, "preview")
    if joined is not None:
        if joined.id == found.id:
            raise Refused(400, _ITSELF)
        return replace(base, other=joined.id)
    return replace(base, decision="different", parts=tuple(sorted(parts))) if parts else None


def _others(ledger: Ledger, wanted: Asked, found: Incident) -> list[Incident]:
    """What a search finds; without one, incidents of those days in that place."""
    if wanted.query:
        chosen: Filter = replace(wanted.filter(None), limit=_FOUND + 1)
    elif found.where is not None and found.earliest is not None:
        chosen = Filter(
            place=found.where.name, since=found.earliest, until=found.latest, limit=_FOUND + 1
        )
    else:
        return []
    lines = ledger.incidents(chosen)
    return [line.incident for line in lines if line.incident.id != found.id][:_FOUND]


def _by_report(sides: Sequence[Side]) -> dict[str, list[Side]]:
    made: dict[str, list[Side]] = {}
    for side in sides:
        made.setdefault(side.passage.report, []).append(side)
    return made
