"""A network as a page and a program show it: nodes with addresses, edges with their words."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.ledger.edges import Edge
from riwaya.ledger.network import Network, Node
from riwaya.views.web.page import link
from riwaya.views.web.shown.words import Words

_KINDS = {"relation": "relation", "identity": "decision", "deed": "type"}


@dataclass(frozen=True, slots=True)
class Knot:
    """A node with its name in the language of who reads, and its page, if it has one."""

    node: Node
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """An edge with its ends, what it says in words, and the address of all its evidence."""

    id: str
    edge: Edge
    source: Knot
    target: Knot
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A network with the titles of its incidents by their id, as the ledger has them."""

    knots: tuple[Knot, ...]
    lines: tuple[Line, ...]
    titles: dict[str, str]


def network(found: Network, query: Mapping[str, str], w: Words) -> Shown:
    """The network of a selection; `query` is the selection as addresses have it."""
    knots = {n.id: _knot(n, w) for n in found.nodes}
    lines = []
    for e in found.edges:
        id = edge_id(e)
        href = link("/network/edge", query, edge=id)
        lines.append(Line(id, e, knots[e.source], knots[e.target], label(e, w), href))
    return Shown(tuple(knots.values()), tuple(lines), found.titles)


def edge_id(e: Edge) -> str:
    """The same for an edge each time that it is made."""
    parts = (e.source, e.target, e.kind, e.type, e.realis, str(e.former))
    return "e" + hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:12]


def label(e: Edge, w: Words) -> str:
    """What an edge says: the deed or relation, and whether it is planned or over."""
    said = w.gettext("led to") if e.kind == "cause" else w.label(_KINDS[e.kind], e.type)
    notes = [
        *([w.label("realis", e.realis)] if e.realis != "actual" else []),
        *([w.gettext("formerly")] if e.former else []),
    ]
    return " · ".join((said, *notes))


def _knot(n: Node, w: Words) -> Knot:
    if n.kind == "incident":
        return Knot(n, w.title(n.name), f"/incidents/{n.id}")
    if n.kind == "place":
        return Knot(n, n.name, link("/incidents", {"place": n.name}))
    return Knot(n, n.name, "" if n.id.startswith("class:") else link("/actor", {"handle": n.id}))
