"""What lists of incidents are narrowed by, and what maps and timelines draw: counted, no bodies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from sqlalchemy import (
    BindParameter,
    Connection,
    Select,
    String,
    bindparam,
    cast,
    func,
    literal,
    select,
    union_all,
)

from riwaya.ledger.audiences import hidden_groups, hidden_reports
from riwaya.ledger.calling import called_whole
from riwaya.ledger.derive.names import joined_names
from riwaya.ledger.filters import Filter, filtered
from riwaya.ledger.nouns import Grade
from riwaya.ledger.review.state import Review, in_state
from riwaya.ledger.schema import incident_actors, incidents, members, reports

_MONTH = 7  # characters of YYYY-MM
MOST_COUNTED = 300
"""Incidents of a selection whose actors, outlets and states of review are counted."""
_MOST_REPORTS = 3_000  # that tell of them
_FIRST = 10  # actors and outlets
Counts = tuple[tuple[str, int], ...]
"""Values with how many incidents have them, those of most first."""


@dataclass(frozen=True, slots=True)
class Acting:
    """Somebody who is a party of incidents: what `Filter.handle` takes, a name, in how many."""

    handle: str
    name: str
    incidents: int


@dataclass(frozen=True, slots=True)
class Within:
    """What is counted of no very large selection: its commonest parties and outlets, and how many
    incidents are in each state of review."""

    actors: tuple[Acting, ...]
    outlets: Counts
    review: Counts


@dataclass(frozen=True, slots=True)
class Facets:
    """How many of the incidents that a filter lets through are of each kind."""

    total: int
    types: Counts
    countries: Counts
    grades: Counts
    contested: Counts  # by field
    contested_any: int  # over some field
    days: Counts  # YYYY-MM-DD of the latest day, in order; those without a day left out
    happened: int
    within: Within | None  # None where the selection has too many incidents, or reports

    @property
    def months(self) -> Counts:
        """The same by YYYY-MM."""
        found: dict[str, int] = {}
        for day, n in self.days:
            found[day[:_MONTH]] = found.get(day[:_MONTH], 0) + n
        return tuple(found.items())


@dataclass(frozen=True, slots=True)
class Point:
    """An incident as a map draws it; degrees are WGS 84."""

    id: str
    title: str
    type: str
    latitude: float
    longitude: float
    precision: str
    contested: tuple[str, ...]
    happened: bool
    grade: Grade
    reports: int
    earliest: date | None
    latest: date | None


def facets(connection: Connection, wanted: Filter, groups: Collection[str]) -> Facets:
    """The counts of a filter, whatever its limit."""
    t = incidents.c
    columns = (t.type, t.country, t.grade, t.happened, t.contested, t.latest)
    chosen = filtered(connection, select(*columns), wanted, groups).cte("chosen")
    by_column = [
        select(literal(c.name).label("name"), cast(chosen.c[c.name], String).label("value"),
               func.count().label("n")).group_by(chosen.c[c.name])
        for c in columns
    ]  # fmt: skip
    found: dict[str, list[tuple[str | None, int]]] = {c.name: [] for c in columns}
    for name, value, n in connection.execute(union_all(*by_column)):
        found[name].append((value, n))
    days = sorted((day, n) for day, n in found["latest"] if day is not None)
    fields: dict[str, int] = {}
    total = sum(n for _, n in found["grade"])
    for listed, n in found["contested"]:
        for field in filter(None, (listed or "").split(",")):
            fields[field] = fields.get(field, 0) + n
    return Facets(
        total, _ranked(found["type"]), _ranked(found["country"]), _ranked(found["grade"]),
        _ranked(fields.items()), sum(n for listed, n in found["contested"] if listed),
        tuple(days), dict(found["happened"]).get("1", 0),
        _within(connection, wanted, groups) if 0 < total <= MOST_COUNTED else None,
    )  # fmt: skip


def _ranked(counted: Iterable[tuple[str | None, int]]) -> Counts:
    return tuple(sorted(((v, n) for v, n in counted if v), key=lambda c: (-c[1], c[0])))


def _within(connection: Connection, wanted: Filter, groups: Collection[str]) -> Within | None:
    chosen = filtered(connection, select(incidents.c.row), wanted, groups)
    rows: BindParameter[int] = bindparam(
        None, sorted(connection.scalars(chosen)), expanding=True, literal_execute=True
    )  # so that what was searched for is searched for once
    told = select(func.count()).select_from(members).where(members.c.incident.in_(rows))
    if (connection.scalar(told) or 0) > _MOST_REPORTS:
        return None
    return Within(
        _actors(connection, rows, groups), _outlets(connection, rows, groups),
        tuple((state, _in_state(connection, rows, state, groups)) for state in get_args(Review)),
    )  # fmt: skip


def _actors(
    connection: Connection, rows: BindParameter[int], groups: Collection[str]
) -> tuple[Acting, ...]:
    """The commonest, each with the names that are joined to theirs."""
    t = incident_actors.c
    n = func.count(func.distinct(t.incident))
    listed = t.handle.startswith("actor:") | t.handle.startswith("person:")
    of = select(t.handle, n).where(t.incident.in_(rows), listed).group_by(t.handle)
    most = of.order_by(n.desc(), t.handle).limit(2 * _FIRST)
    alone = {handle: counted for handle, counted in connection.execute(most)}
    firsts = joined_names(connection, alone, hidden_groups(connection, groups))
    one: dict[str, list[str]] = {}
    for handle in (*alone, *sorted(firsts)):
        same = one.setdefault(firsts.get(handle, handle), [])
        if handle not in same:
            same.append(handle)
    counted = {
        same[0]: alone[same[0]] if len(same) == 1
        else connection.scalar(select(n).where(t.incident.in_(rows), t.handle.in_(same))) or 0
        for same in one.values()
    }  # fmt: skip
    first = _ranked(counted.items())[:_FIRST]
    called = called_whole(connection, [handle for handle, _ in first], groups)
    return tuple(Acting(h, called.get(h, h.partition(":")[2]), n) for h, n in first)


def _outlets(
    connection: Connection, rows: BindParameter[int], groups: Collection[str]
) -> Counts:  # fmt: skip
    """The outlets that tell of most of them, as the first of their names is written."""
    m, r = members.c, reports.c
    # Each report is looked up by its number: a sum over all reports of an outlet reads their texts.
    tells: Select[Any] = select(m.incident, m.report_id).where(m.incident.in_(rows)).distinct()
    told = tells.cte("told")
    of = (
        select(func.min(r.outlet), func.count(func.distinct(told.c.incident)))
        .select_from(told).join(reports, r.id == told.c.report_id)
        .where(r.outlet_key != "", r.id.not_in(hidden_reports(groups)))
        .group_by(r.outlet_key)
    )  # fmt: skip
    return _ranked((outlet, n) for outlet, n in connection.execute(of))[:_FIRST]


def _in_state(
    connection: Connection, rows: BindParameter[int], state: str, groups: Collection[str]
) -> int:
    judged = in_state(connection, state, groups)
    of = select(func.count()).select_from(incidents).where(incidents.c.row.in_(rows), judged)
    return connection.scalar(of) or 0


def points(
    connection: Connection, wanted: Filter, groups: Collection[str], most: int
) -> Sequence[Point]:
    """The incidents with a point that a filter lets through, at most so many, the latest first."""
    t = incidents.c
    of = select(
        t.id, t.title, t.type, t.latitude, t.longitude, t.precision, t.contested, t.happened,
        t.grade, t.reports, t.earliest, t.latest,
    ).where(t.latitude.isnot(None), t.longitude.isnot(None))  # fmt: skip
    order = (t.latest.is_(None), t.latest.desc(), t.id)
    rows = connection.execute(filtered(connection, of, wanted, groups).order_by(*order).limit(most))
    return [
        Point(
            r.id, r.title, r.type, r.latitude, r.longitude, r.precision or "country",
            tuple(filter(None, r.contested.split(","))), bool(r.happened), r.grade, r.reports,
            r.earliest, r.latest,
        )
        for r in rows
    ]  # fmt: skip
