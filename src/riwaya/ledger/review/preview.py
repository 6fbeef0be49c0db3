"""What a judgement would do: it is made, looked at, and never kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, insert, select

from riwaya.ledger.audiences import seen_by
from riwaya.ledger.bodies import INCIDENT
from riwaya.ledger.derive import states
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.nouns import Incident
from riwaya.ledger.ruling import Judgement, judge
from riwaya.ledger.schema import incidents, members, readings, statements, tellings


@dataclass(frozen=True, slots=True)
class Preview:
    """The incidents that a judgement changes, as a viewer sees them before and after it."""

    before: tuple[Incident, ...]
    after: tuple[Incident, ...]


def preview(connection: Connection, j: Judgement, groups: Collection[str], rules: Rules) -> Preview:
    """What a judgement would change. Raises LedgerError, NotFound as judging does.

    The connection is one that writes; its transaction is rolled back.
    """
    j = replace(j, once=None)
    touched = _tellings(connection, j)
    trial = connection.begin_nested()
    last = _mark(connection)
    judge(connection, j, groups, rules)
    after = _bodies(connection, [incidents.c.row > last], groups)
    made = select(members.c.telling).where(members.c.incident > last).distinct()
    touched |= set(connection.scalars(made))
    kept = _rows(connection, touched)
    trial.rollback()
    before: dict[str, str] = {}
    for chunk in in_chunks(_rows(connection, touched) - kept):
        before |= _bodies(connection, [incidents.c.row.in_(chunk)], groups)
    connection.rollback()
    same = set(before.values()) & set(after.values())
    return Preview(_made(before, same), _made(after, same))


def _mark(connection: Connection) -> int:
    """A row behind which all are put that are made from now on: SQLite gives the number of the
    last row again once it is gone."""
    row = dict.fromkeys(("id", "component", "type", "title", "grade", "body"), "")
    of = insert(incidents).returning(incidents.c.row)
    return int(connection.execute(of, {**row, "happened": 0, "reports": 0}).scalar_one())


def _rows(connection: Connection, touched: Collection[str]) -> set[int]:
    """The incidents of some tellings."""
    found: set[int] = set()
    for chunk in in_chunks(touched):
        of = select(members.c.incident).where(members.c.telling.in_(chunk))
        found |= set(connection.scalars(of))
    return found


def _made(bodies: Mapping[str, str], without: Collection[str]) -> tuple[Incident, ...]:
    shown = (body for _, body in sorted(bodies.items()) if body not in without)
    return tuple(INCIDENT.validate_json(body) for body in shown)


def _tellings(connection: Connection, j: Judgement) -> set[str]:
    """The tellings that are judged of, or told anew."""
    if j.about == "incident":
        return set(holders(connection, {k for k in (j.one, j.other, *j.parts) if k}).values())
    if j.about == "entity":
        return set()
    of = select(readings.c.report_id).join(statements, statements.c.reading_id == readings.c.id)
    ids = set(connection.scalars(of.where(statements.c.key == j.one)))
    reports = states.with_versions(connection, ids)
    return set(
        connection.scalars(select(tellings.c.key).where(tellings.c.report_id.in_(list(reports))))
    )


def _bodies(
    connection: Connection, which: Sequence[ColumnElement[bool]], groups: Collection[str]
) -> dict[str, str]:
    """The bodies of some incidents that a viewer sees, by their ids."""
    of = select(incidents.c.id, incidents.c.body).where(*which, seen_by(connection, groups))
    return {r.id: r.body for r in connection.execute(of)}
