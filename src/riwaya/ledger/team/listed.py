"""Which restricted reports stand behind lists of incidents: their titles are from their words."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from riwaya.ledger.audiences import seen_by
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.schema import incidents, members, report_states, reports


def restricted_in(
    connection: Connection, ids: Collection[str], groups: Collection[str]
) -> frozenset[str]:
    """The ids of the restricted reports that tell of some incidents, as a viewer sees these."""
    found: set[str] = set()
    state = report_states.c
    if connection.scalar(select(state.report_id).where(state.group.isnot(None)).limit(1)) is None:
        return frozenset()
    seen = seen_by(connection, groups)
    for chunk in in_chunks(set(ids)):
        of = (
            select(reports.c.name).distinct()
            .join(members, members.c.report_id == reports.c.id)
            .join(incidents, incidents.c.row == members.c.incident)
            .join(report_states, state.report_id == reports.c.id)
            .where(incidents.c.id.in_(chunk), seen, state.group.isnot(None))
        )  # fmt: skip
        found |= set(connection.scalars(of))
    return frozenset(found)
