"""A selection of incidents as a graph: who did what to whom, relations, causes, with evidence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from riwaya.ledger.audiences import hidden_groups, hidden_reports
from riwaya.ledger.bonds import bonds
from riwaya.ledger.calling import called_whole
from riwaya.ledger.deeds import Happening, deeds
from riwaya.ledger.derive.names import joined_names, names_joined_to
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.told import cards_of, handles_of, load
from riwaya.ledger.edges import Edge, End, Ends
from riwaya.ledger.filters import Filter, filtered
from riwaya.ledger.queries import count
from riwaya.ledger.schema import incidents, members, names

_TELLINGS = 3000  # that are read for one graph
_REPORTS = 200  # that are looked through for relations
_EDGES = 500

NodeKind = Literal["person", "group", "place", "incident"]


@dataclass(frozen=True, slots=True)
class Node:
    """Someone, somewhere or an incident. `weight`: incidents of an actor, reports of an incident.

    `id` is a handle, `class:` and a kind of people for those whom reports only describe, or an
    incident's id.
    """

    id: str
    name: str
    kind: NodeKind
    weight: int
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Network:
    """A graph of `shown` of the `total` incidents of a selection.

    Relations and causes are those of `looked` of `reports` reports; `left_out` edges, those of
    fewest incidents, were too many.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    titles: dict[str, str]  # of all incidents that edges are of, by id
    total: int
    shown: int
    reports: int
    looked: int
    left_out: int


def network(
    connection: Connection, wanted: Filter, groups: Collection[str], rules: Rules,
    most: int = 150,
) -> Network:  # fmt: skip
    """The graph of the latest incidents that a filter lets through, at most so many."""
    total = count(connection, wanted, groups)
    found = _happenings(connection, wanted, groups, most)
    ends = Ends()
    called = _joined(connection, found, groups)
    edges = deeds(found, ends, called, rules)
    ids = _reports(connection, found, wanted, groups)
    more = bonds(connection, ids[:_REPORTS], found, ends, groups, rules)
    _name(connection, ends, groups)
    whole = sorted((*edges, *more), key=lambda e: (-e.count, e.kind, e.type, e.source, e.target))
    kept = whole[:_EDGES]
    return Network(
        _nodes(kept, ends.named, found), tuple(kept), _titles(kept, found), total, len(found),
        len(ids), min(len(ids), _REPORTS), len(whole) - len(kept),
    )  # fmt: skip


def _happenings(
    connection: Connection, wanted: Filter, groups: Collection[str], most: int
) -> list[Happening]:
    t = incidents.c
    of = select(
        t.row, t.id, t.title, t.type, t.contested, t.happened, t.country, t.earliest, t.latest,
        t.reports,
    )  # fmt: skip
    chosen = filtered(connection, of, wanted, groups)
    order = (t.latest.is_(None), t.latest.desc(), t.id)
    rows = connection.execute(chosen.order_by(*order).limit(most)).all()
    told = _tellings(connection, [r.row for r in rows])
    bodies = load(connection, [key for keys in told.values() for key in keys])
    cards = cards_of(connection, {t.report for t in bodies.values()})
    return [
        Happening(
            r.id, r.title, r.type, frozenset(filter(None, r.contested.split(","))),
            bool(r.happened), r.country, r.earliest, r.latest, r.reports,
            tuple((bodies[k], cards[bodies[k].report]) for k in told.get(r.row, ())),
        )
        for r in rows
    ]  # fmt: skip


def _tellings(connection: Connection, rows: Sequence[int]) -> dict[int, list[str]]:
    """The keys of the tellings of incidents, in their order, as many as may be read."""
    found: dict[int, list[str]] = {}
    for chunk in in_chunks(rows):
        of = select(members.c.incident, members.c.telling).where(members.c.incident.in_(chunk))
        for r in connection.execute(of.order_by(members.c.telling)):
            found.setdefault(r.incident, []).append(r.telling)
    left = _TELLINGS
    for row in rows:
        found[row] = found.get(row, [])[:left]
        left -= len(found[row])
    return found


def _joined(
    connection: Connection, found: Sequence[Happening], groups: Collection[str]
) -> Mapping[str, str]:
    handles = handles_of(t for h in found for t, _ in h.told)
    return joined_names(connection, handles, hidden_groups(connection, groups))


def _reports(
    connection: Connection, found: Sequence[Happening], wanted: Filter, groups: Collection[str]
) -> list[int]:
    """The numbers of the reports of incidents, the latest incident's first; with those that name
    whom the selection is about."""
    ids = [card.id for h in found for _, card in h.told]
    if wanted.handle:
        hidden = hidden_groups(connection, groups)
        handles = names_joined_to(connection, wanted.handle, hidden)
        of = select(names.c.report_id).where(names.c.handle.in_(handles)).distinct()
        named = connection.scalars(of.order_by(names.c.report_id.desc())).all()
        seen = {n for n, c in cards_of(connection, named).items() if c.group not in hidden}
        ids = [*(n for n in named if n in seen), *ids]
    return list(dict.fromkeys(ids))


def _name(connection: Connection, ends: Ends, groups: Collection[str]) -> None:
    """Names those whom these reports only describe as other reports do, and each person by the
    name that stands for all of theirs."""
    for chunk in in_chunks(ends.unnamed):
        of = select(names.c.handle, names.c.name, names.c.kind).where(
            names.c.handle.in_(chunk), names.c.report_id.not_in(hidden_reports(groups))
        )
        for r in connection.execute(of):
            ends.add(r.handle, r.name, r.kind)
    ends.call(called_whole(connection, ends.named, groups))


def _titles(edges: Sequence[Edge], found: Sequence[Happening]) -> dict[str, str]:
    of = {id for e in edges for id in e.incidents}
    return {h.id: h.title for h in found if h.id in of}


def _nodes(
    edges: Sequence[Edge], named: Mapping[str, End], found: Sequence[Happening]
) -> tuple[Node, ...]:
    """The nodes that edges lead from or to."""
    by_id = {h.id: h for h in found}
    weights: dict[str, set[str]] = {}
    for e in edges:
        for end in (e.source, e.target):
            weights.setdefault(end, set()).update(e.incidents)
    made = [
        Node(id, named[id].name, named[id].kind, len(weights[id]))
        for id in sorted(weights) if id not in by_id
    ]  # fmt: skip
    made += [
        Node(h.id, h.title, "incident", h.reports, bool(h.contested))
        for h in found if h.id in weights
    ]  # fmt: skip
    return tuple(made)
