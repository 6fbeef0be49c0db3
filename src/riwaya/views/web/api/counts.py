"""The whole ledger as JSON: its numbers, and the judgements of people."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request

from riwaya.ledger.ruling import Judgement
from riwaya.views.web.api import shapes
from riwaya.views.web.api.chosen import Limit, Page
from riwaya.views.web.counted import counted
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.restricted_reads import judgements_read

router = APIRouter(tags=["ledger"])


@router.get("/stats")
def stats(request: Request, viewer: Reads) -> dict[str, int]:
    """How many reports, statements, incidents and so on this viewer sees."""
    return counted(request).stats(ledger_of(request, viewer))


@router.get("/judgements")
def judgements(
    request: Request, viewer: Reads, page: Page = 1, limit: Limit = 50
) -> shapes.Judgements:
    """People's judgements, the newest first; what they undo, and what was undone, among them."""
    every = ledger_of(request, viewer).judgements()[::-1]
    shown = every[(page - 1) * limit : page * limit]
    judgements_read(request, viewer, shown)
    listed = [judgement_shape(j) for j in shown]
    return shapes.Judgements(judgements=listed, total=len(every), page=page, limit=limit)


def judgement_shape(j: Judgement) -> shapes.JudgementShape:
    """A judgement as the API gives it."""
    return shapes.JudgementShape(
        number=j.number, at=j.at, by=j.by, why=j.why, about=j.about, decision=j.decision,
        one=j.one, other=j.other, parts=list(j.parts), value=dict(j.value), undoes=j.undoes,
        undone=j.undone,
    )  # fmt: skip
