"""Reviewing by programs: the queue, judgements made and taken back, an incident's history."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field, field_validator
from starlette.requests import Request

from riwaya.ledger.review.items import NameItem, PairItem, StatementItem
from riwaya.ledger.review.queue import Kind
from riwaya.ledger.ruling import About, Judgement
from riwaya.views.web.api import shapes
from riwaya.views.web.api.chosen import Chosen, IncidentId
from riwaya.views.web.api.counts import judgement_shape
from riwaya.views.web.deciding.correction import standing_value
from riwaya.views.web.deciding.decision import keep, take_back
from riwaya.views.web.guard.asking import Judges, Reads, ledger_of
from riwaya.views.web.guard.characters import Body
from riwaya.views.web.guard.forms import Proved
from riwaya.views.web.guard.known import Known as KnownRoute
from riwaya.views.web.guard.restricted_reads import judgements_read, reports_found
from riwaya.views.web.shown.decided import differing
from riwaya.views.web.shown.review import reports_of

router = APIRouter(tags=["review"], route_class=KnownRoute)
_LONGEST = 20_000  # characters of a correction as JSON
_Key = Annotated[str, Field(min_length=1, max_length=2_000)]
_Why = Annotated[str, Field(min_length=1, max_length=2_000)]
_Once = Annotated[str | None, Field(max_length=100)]
_Page = Annotated[int, Query(ge=1, le=200, description="Counts from 1.")]
_Limit = Annotated[int, Query(ge=1, le=50, description="How many on a page.")]
_Incident = Annotated[str, Query(max_length=300, description="Id of an incident, for it alone.")]


class Queue(BaseModel):
    """One page of what waits for the viewer, the most contested and least certain first.

    Passages and spans count code points of the whole report.
    """

    kind: Kind
    items: list[StatementItem | PairItem | NameItem]
    page: int
    more: bool


class Given(Body):
    """A judgement. What is sent again with the same `once` counts once.

    `one` and `other` are keys of a statement, of incidents or tellings, or handles of names.
    `parts` are tellings of the incident `one` that are parted off together, without `other`.
    """

    about: About
    decision: Literal["accept", "reject", "correct", "unsure", "same", "different"]
    one: _Key
    other: _Key | None = None
    why: _Why
    value: dict[str, Any] = Field(default={}, description="Of a correction, its fields.")
    parts: list[_Key] = Field(default=[], max_length=1_000)
    once: _Once = None

    @field_validator("value")
    @classmethod
    def _bounded(cls, value: dict[str, Any]) -> dict[str, Any]:
        try:
            size = len(json.dumps(value, ensure_ascii=False).encode())
        except RecursionError:
            raise ValueError("is nested too deep") from None
        if size > _LONGEST:
            raise ValueError(f"is longer than {_LONGEST} bytes")
        return value


class Kept(BaseModel):
    """That a judgement is kept or taken back, and its number.

    `incident` is the one that a corrected statement is in since, where other reports tell of that
    than of the one before; an empty one where it is in none.
    """

    ok: bool
    judgement: int
    incident: str | None = None


class Undone(Body):
    """Why a judgement is taken back."""

    why: _Why
    once: _Once = None


class History(BaseModel):
    """The judgements that touch an incident; `differing` are the numbers of those who differ."""

    judgements: list[shapes.JudgementShape]
    differing: list[int]


@router.get("/queue")
def queue(
    request: Request, viewer: Reads, chosen: Chosen, kind: Kind = "statements",
    incident: _Incident = "", page: _Page = 1, limit: _Limit = 10,
) -> Queue:  # fmt: skip
    """What the viewer should decide next, of a selection of incidents."""
    ledger = ledger_of(request, viewer)
    of = ledger.incident(incident).id if incident else None
    wanted = replace(chosen.filter(None), incident=of)
    found = ledger.queue(wanted, kind, limit + 1, (page - 1) * limit, by=viewer.name)
    reports_found(request, viewer, reports_of(found[:limit]), "review")
    return Queue(kind=kind, items=list(found[:limit]), page=page, more=len(found) > limit)


@router.post("/judgements", response_model_exclude_none=True)
def judge(request: Request, viewer: Judges, proved: Proved, given: Given) -> Kept:
    """Keeps a judgement of the viewer; with a `once` that is known it gives the earlier number."""
    decision, value = given.decision, given.value
    if given.about == "statement" and decision == "accept":  # what was corrected stays so
        value = standing_value(ledger_of(request, viewer).statement(given.one).judged)
        decision = "correct" if value else decision
    made = Judgement(
        given.about, decision, given.one, viewer.name, given.why, given.other, value,
        parts=tuple(sorted(set(given.parts))), once=given.once or None,
    )  # fmt: skip
    kept = keep(request, viewer, made)
    now = kept.moved.incident if kept.moved else None
    return Kept(ok=True, judgement=kept.number, incident=now)


@router.post("/judgements/{number}/undo", response_model_exclude_none=True)
def undo(
    request: Request, viewer: Judges, proved: Proved, given: Undone,
    number: Annotated[int, Path(ge=1, le=2**31 - 1)],
) -> Kept:  # fmt: skip
    """Takes a judgement back: the viewer's own, or for who may join that of others."""
    take_back(request, viewer, number, given.why, given.once)
    return Kept(ok=True, judgement=number)


@router.get("/incidents/{id}/history")
def history(request: Request, viewer: Reads, id: IncidentId) -> History:
    """All judgements that touch an incident, in their order, undone ones marked."""
    found = ledger_of(request, viewer).history(id)
    judgements_read(request, viewer, found)
    listed = [judgement_shape(j) for j in found]
    return History(judgements=listed, differing=sorted(differing(found)))
