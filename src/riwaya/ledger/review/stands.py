"""Where a statement stands: the incident it is told in, and the reports that tell of it too."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from riwaya.ledger.audiences import seen_by
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.schema import incidents, members, reports


@dataclass(frozen=True, slots=True)
class Stands:
    """An incident by its id and title, both empty where the statement is in none, and the names of
    the other reports in it."""

    incident: str = ""
    title: str = ""
    beside: frozenset[str] = frozenset()


def stands(connection: Connection, key: str, groups: Collection[str]) -> Stands:
    """Where the statement of a key stands now, as a viewer of these groups sees it."""
    held = holders(connection, [key]).get(key, key)
    of = (
        select(incidents.c.row, incidents.c.id, incidents.c.title, members.c.report_id)
        .join(members, members.c.incident == incidents.c.row)
        .where(members.c.telling == held, seen_by(connection, groups))
    )  # fmt: skip
    row = connection.execute(of.limit(1)).one_or_none()
    if row is None:
        return Stands()
    others = (
        select(reports.c.name).distinct().join(members, members.c.report_id == reports.c.id)
        .where(members.c.incident == row.row, members.c.report_id != row.report_id)
    )  # fmt: skip
    return Stands(row.id, row.title, frozenset(connection.scalars(others)))
