"""Incidents in the order in which they need a person: the most contested and doubtful first."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, case, func, select

from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.filters import Filter, filtered
from riwaya.ledger.nouns import Grade
from riwaya.ledger.schema import incidents

_GRADES: tuple[Grade, ...] = (
    "contested", "discounted", "weak", "fair", "confirmed", "not_happened",
)  # fmt: skip
_AT_ONCE = 2000  # incidents that are sorted for one command


@dataclass(frozen=True, slots=True)
class Card:
    """An incident as items show it."""

    row: int
    id: str
    title: str
    grade: Grade
    contested: tuple[str, ...]
    reports: int
    point: tuple[float, float] | None = None  # in degrees


def in_order(
    connection: Connection,
    wanted: Filter,
    groups: Collection[str],
    *,
    contested: bool | None = None,
) -> Iterator[int]:
    """The rows of the incidents of a filter, whatever its limit; where `contested` is given, only
    those, or all others."""
    t = incidents.c
    fields = func.length(t.contested) - func.length(func.replace(t.contested, ",", ""))
    rank = case({g: n for n, g in enumerate(_GRADES)}, value=t.grade, else_=len(_GRADES))
    base = select(t.row)
    if contested is not None:
        base = base.where(t.contested != "" if contested else t.contested == "")
    chosen = filtered(connection, base, replace(wanted, limit=None, offset=0), groups).order_by(
        fields.desc(), rank, t.latest.is_(None), t.latest.desc(), t.row
    )
    start = 0
    while rows := connection.scalars(chosen.limit(_AT_ONCE).offset(start)).all():
        yield from rows
        start += _AT_ONCE


def cards(connection: Connection, rows: Collection[int]) -> dict[int, Card]:
    """What items show of incidents, by their rows."""
    t = incidents.c
    found: dict[int, Card] = {}
    for chunk in in_chunks(sorted(rows)):
        of = select(t.row, t.id, t.title, t.grade, t.contested, t.reports, t.latitude, t.longitude)
        for r in connection.execute(of.where(t.row.in_(chunk))):
            fields = tuple(f for f in r.contested.split(",") if f)
            point = None if r.latitude is None else (r.latitude, r.longitude)
            found[r.row] = Card(r.row, r.id, r.title, r.grade, fields, r.reports, point)
    return found
