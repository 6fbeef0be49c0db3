"""Who may see what: the condition that every query of derived rows carries.

An incident's `audience` is empty where all see it alike. Else it lists the groups of the
restricted reports near it, one a line: `+a` where they are in it, `-b` where they are left out.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from riwaya.ledger.schema import incidents, report_states


def seen_by(connection: Connection, groups: Collection[str]) -> ColumnElement[bool]:
    """The condition on `incidents` for a viewer who is of these groups."""
    every = select(incidents.c.audience).where(incidents.c.audience > "").distinct()  # by its index
    fitting = [a for a in connection.scalars(every) if _fits(a, groups)]
    if not fitting:
        return incidents.c.audience == ""
    return or_(incidents.c.audience == "", incidents.c.audience.in_(fitting))


def _fits(audience: str, groups: Collection[str]) -> bool:
    return all((line[0] == "+") == (line[1:] in groups) for line in audience.splitlines())


def hidden_reports(groups: Collection[str]) -> Select[Any]:
    """The numbers of the reports that a viewer of these groups does not see."""
    group = report_states.c.group
    hidden = and_(group.isnot(None), group.not_in(list(groups)))
    return select(report_states.c.report_id).where(hidden)


def hidden_groups(connection: Connection, groups: Collection[str]) -> set[str]:
    """The groups to whom reports are restricted that a viewer is not of."""
    group = report_states.c.group
    every = select(group).where(group.isnot(None), group.not_in(list(groups))).distinct()
    return set(connection.scalars(every))
