"""What lists of incidents are narrowed by, and what maps and timelines draw: counted, no bodies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, String, cast, func, literal, select, union_all

from riwaya.ledger.filters import Filter, filtered
from riwaya.ledger.nouns import Grade
from riwaya.ledger.schema import incidents

_MONTH = 7  # characters of YYYY-MM
Counts = tuple[tuple[str, int], ...]
"""Values with how many incidents have them, those of most first."""


@dataclass(frozen=True, slots=True)
class Facets:
    """How many of the incidents that a filter lets through are of each kind."""

    total: int
    types: Counts
    countries: Counts
    grades: Counts
    contested: Counts  # by field
    days: Counts  # YYYY-MM-DD of the latest day, in order; those without a day left out
    happened: int

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
    for listed, n in found["contested"]:
        for field in filter(None, (listed or "").split(",")):
            fields[field] = fields.get(field, 0) + n
    return Facets(
        sum(n for _, n in found["grade"]), _ranked(found["type"]), _ranked(found["country"]),
        _ranked(found["grade"]), _ranked(fields.items()), tuple(days),
        dict(found["happened"]).get("1", 0),
    )  # fmt: skip


def _ranked(counted: Iterable[tuple[str | None, int]]) -> Counts:
    return tuple(sorted(((v, n) for v, n in counted if v), key=lambda c: (-c[1], c[0])))


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
