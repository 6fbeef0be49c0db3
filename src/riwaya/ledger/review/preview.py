"""What a judgement would do: it is made, looked at, and never kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from riwaya.ledger.audiences import seen_by
from riwaya.ledger.bodies import INCIDENT
from riwaya.ledger.derive import states, told
from riwaya.ledger.derive.names import joined_names
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.nouns import Incident
from riwaya.ledger.ruling import Judgement, judge
from riwaya.ledger.schema import blocks, incidents, readings, statements, tellings


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
    reports = _reports(connection, j)
    touched = _components(connection, _tellings(connection, j, reports))
    now = _in(connection, touched)
    trial = connection.begin_nested()
    judge(connection, j, groups, rules)
    now |= _of_names(connection, j) | _of_reports(connection, reports)
    after = _seen(connection, _components(connection, now), groups)
    now |= _in(connection, _components(connection, now))
    trial.rollback()
    before = _seen(connection, touched | _components(connection, now), groups)
    connection.rollback()
    same = set(before.values()) & set(after.values())
    return Preview(_made(before, same), _made(after, same))


def _made(bodies: Mapping[str, str], without: Collection[str]) -> tuple[Incident, ...]:
    shown = (body for _, body in sorted(bodies.items()) if body not in without)
    return tuple(INCIDENT.validate_json(body) for body in shown)


def _reports(connection: Connection, j: Judgement) -> set[int]:
    """The reports that are told anew."""
    if j.about != "statement":
        return set()
    of = select(readings.c.report_id).join(statements, statements.c.reading_id == readings.c.id)
    ids = set(connection.scalars(of.where(statements.c.key == j.one)))
    return states.with_versions(connection, ids)


def _tellings(connection: Connection, j: Judgement, reports: Collection[int]) -> set[str]:
    if j.about == "incident":
        ends = {k for k in (j.one, j.other, *j.parts) if k is not None}
        return set(holders(connection, ends).values())
    return _of_reports(connection, reports)


def _of_reports(connection: Connection, reports: Collection[int]) -> set[str]:
    return set(
        connection.scalars(select(tellings.c.key).where(tellings.c.report_id.in_(list(reports))))
    )


def _of_names(connection: Connection, j: Judgement) -> set[str]:
    """The tellings of those whose names are joined or parted, when they are."""
    found: set[str] = set()
    if j.about == "entity" and j.other is not None:
        handles = joined_names(connection, {j.one, j.other})
        for chunk in in_chunks([told.called(h) for h in handles]):
            of = select(blocks.c.telling).where(blocks.c.block.in_(chunk))
            found |= set(connection.scalars(of))
    return found


def _components(connection: Connection, keys: Collection[str]) -> set[str]:
    found: set[str] = set()
    for chunk in in_chunks(keys):
        of = select(tellings.c.component).where(tellings.c.key.in_(chunk)).distinct()
        found |= set(connection.scalars(of))
    return found


def _in(connection: Connection, components: Collection[str]) -> set[str]:
    found: set[str] = set()
    for chunk in in_chunks(components):
        of = select(tellings.c.key).where(tellings.c.component.in_(chunk))
        found |= set(connection.scalars(of))
    return found


def _seen(
    connection: Connection, components: Collection[str], groups: Collection[str]
) -> dict[str, str]:
    """The bodies of the incidents of some components, by their ids."""
    found: dict[str, str] = {}
    seen = seen_by(connection, groups)
    for chunk in in_chunks(components):
        of = select(incidents.c.id, incidents.c.body).where(incidents.c.component.in_(chunk), seen)
        found |= {r.id: r.body for r in connection.execute(of)}
    return found
