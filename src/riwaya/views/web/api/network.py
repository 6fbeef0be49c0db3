"""The network of a selection as JSON: nodes and edges, each with its words."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.requests import Request

from riwaya.ledger.edges import EdgeKind
from riwaya.ledger.network import NodeKind
from riwaya.ledger.nouns import Words
from riwaya.views.web.api.chosen import Chosen
from riwaya.views.web.counted import counted
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.restricted_reads import network_read
from riwaya.views.web.page import words
from riwaya.views.web.shown.network import Knot, Line
from riwaya.views.web.shown.network import network as drawn

router = APIRouter(tags=["network"])


class NodeShape(BaseModel):
    """Someone, somewhere or an incident; `weight` counts an actor's incidents, an incident's
    reports."""

    id: str
    name: str
    kind: NodeKind
    weight: int
    contested: bool
    href: str


class EdgeShape(BaseModel):
    """An edge from `source` to `target`, ids of nodes; `of` is the kind of deed or relation.

    `count` is of incidents for deeds, of sources for others; 0 where a deed is only denied.
    """

    id: str
    source: str
    target: str
    type: EdgeKind
    of: str
    realis: str
    former: bool
    label: str
    count: int
    since: date | None
    until: date | None
    contested: bool
    denied: bool
    href: str
    incidents: list[str]
    sources: list[str]
    deniers: list[str]
    words: list[Words]
    against: list[Words]


class NetworkShape(BaseModel):
    """The network of `shown` of `total` incidents; relations of `looked` of `reports` reports.

    `left_out` edges, those of fewest incidents, were too many.
    """

    nodes: list[NodeShape]
    edges: list[EdgeShape]
    total: int
    shown: int
    reports: int
    looked: int
    left_out: int


@router.get("/network")
def network(request: Request, viewer: Reads, chosen: Chosen) -> NetworkShape:
    """Who did what to whom, relations and causes, of a selection's latest incidents."""
    found = counted(request).network(ledger_of(request, viewer), chosen)
    network_read(request, viewer, found, "network")
    shown = drawn(found, chosen.query, words(request))
    return NetworkShape(
        nodes=[_node(k) for k in shown.knots], edges=[_edge(x) for x in shown.lines],
        total=found.total, shown=found.shown, reports=found.reports, looked=found.looked,
        left_out=found.left_out,
    )  # fmt: skip


def _node(k: Knot) -> NodeShape:
    n = k.node
    return NodeShape(
        id=n.id, name=k.name, kind=n.kind, weight=n.weight, contested=n.contested, href=k.href
    )


def _edge(x: Line) -> EdgeShape:
    e = x.edge
    return EdgeShape(
        id=x.id, source=e.source, target=e.target, type=e.kind, of=e.type, realis=e.realis,
        former=e.former, label=x.label, count=e.count, since=e.since, until=e.until,
        contested=e.contested, denied=e.denied, href=x.href, incidents=list(e.incidents),
        sources=list(e.sources), deniers=list(e.deniers), words=list(e.words),
        against=list(e.against),
    )  # fmt: skip
