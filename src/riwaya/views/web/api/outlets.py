"""Outlets side by side as JSON."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.requests import Request

from riwaya.ledger.compared import Act, Compared, Extreme
from riwaya.ledger.nouns import Words
from riwaya.views.web.api.chosen import Chosen
from riwaya.views.web.counted import counted
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.restricted_reads import outlets_read

router = APIRouter(tags=["outlets"])


class NamingShape(BaseModel):
    """Whom an outlet has claim, credits, blames or lets deny: the words by the incident's id."""

    act: Act
    name: str
    incidents: dict[str, list[Words]]


class ExtremeShape(BaseModel):
    """A toll of an outlet below or above those of all others, which lie between `others`."""

    end: Literal["lowest", "highest"]
    incident: str
    field: str
    own: int
    others: tuple[int, int]
    words: list[Words]


class OutletShape(BaseModel):
    """One outlet. `told` are ids of incidents with its reports of each; it omits all others.

    `compared` counts the incidents for which it and another give a toll.
    """

    key: str
    name: str
    kind: str
    side: str
    relays: str
    reports: int
    told: dict[str, list[str]]
    omitted: int
    namings: list[NamingShape]
    tolls: list[ExtremeShape]
    compared: int


class ComparisonShape(BaseModel):
    """The outlets of a selection over `compared` of its `total` incidents, those that tell most
    first. `unnamed` reports name no outlet."""

    outlets: list[OutletShape]
    incidents: list[str]
    total: int
    compared: int
    unnamed: int


@router.get("/outlets")
def outlets(request: Request, viewer: Reads, chosen: Chosen) -> ComparisonShape:
    """Which outlet tells of which incidents of a selection, omits them, and whom it credits.

    An outlet omits an incident where no report of it in this ledger tells of it.
    """
    ledger = ledger_of(request, viewer)
    found = counted(request).compared(ledger, chosen)
    outlets_read(request, viewer, found)
    ids = [i.id for i in found.incidents]
    shapes = []
    for o in found.outlets:
        known = ledger.outlets.find(o.name, o.url)
        about = (known.kind, known.side, known.relays) if known else ("", "", "")
        shapes.append(_shape(o, about, len(ids)))
    return ComparisonShape(
        outlets=shapes, incidents=ids, total=found.total, compared=len(ids), unnamed=found.unnamed
    )


def _shape(o: Compared, about: tuple[str, str, str], total: int) -> OutletShape:
    kind, side, relays = about
    return OutletShape(
        key=o.key, name=o.name, kind=kind, side=side, relays=relays, reports=o.reports,
        told={id: list(cell.reports) for id, cell in o.cells.items()},
        omitted=total - len(o.cells), compared=o.counted,
        namings=[
            NamingShape(
                act=n.act, name=n.name, incidents={i: list(ws) for i, ws in n.incidents.items()}
            )
            for n in o.namings
        ],
        tolls=[*(_toll("lowest", x) for x in o.lowest), *(_toll("highest", x) for x in o.highest)],
    )  # fmt: skip


def _toll(end: Literal["lowest", "highest"], x: Extreme) -> ExtremeShape:
    return ExtremeShape(
        end=end, incident=x.incident, field=x.field, own=x.own, others=x.others,
        words=list(x.words),
    )  # fmt: skip
