"""Reports into a ledger: each in one transaction of its own, with all that follows from it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import SQLAlchemyError

from riwaya.ledger import keeping
from riwaya.ledger.addresses import address
from riwaya.ledger.changes import changes
from riwaya.ledger.database import reading, writing
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.settle import settle
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.schema import report_states, reports
from riwaya.model import Arrival, Problem, Reading, Report
from riwaya.workers import failed_by

T = TypeVar("T")

ReadAll = Callable[[Iterable[Report | Problem]], Iterator[Reading | Problem]]
"""What reads reports, one reading or problem for each, in order (`workers.read_all`)."""

MOST_EVENTS = 2_000
"""Statements of events in one report: grouping more would hold all other writers up for minutes."""
_PASSES = Problem("", "is not to be read", "Nothing is to be done")
"""What goes through the reading in the place of all that is settled before: it keeps the order."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one report: new, there already, or a new version of an earlier one."""

    report: str
    new: bool
    replaces: str | None = None
    changed: tuple[str, ...] = ()  # what the new version says differently


class RestrictTo(NamedTuple):
    """The group that alone sees what is added, who decides that, and why."""

    group: str
    by: str
    why: str


def add(
    engine: Engine, arrivals: Iterable[Arrival | Problem], read_all: ReadAll, rules: Rules,
    restrict_to: RestrictTo | None = None,
) -> Iterator[Added | Problem]:  # fmt: skip
    """Adds reports; one result for each, in order. What is there already is not read again.

    Stopped at any moment, nothing is lost or doubled: running it again goes on. What is new is
    never seen by others than those of `restrict_to`; what is known stays as it is. Raises
    LedgerError for a group that is none, before anything is added.
    """
    if restrict_to is not None:
        keeping.check_group(restrict_to.group)
        keeping.check_decision(restrict_to.by, restrict_to.why)
    return _added(engine, arrivals, read_all, rules, restrict_to)


def _added(
    engine: Engine, arrivals: Iterable[Arrival | Problem], read_all: ReadAll, rules: Rules,
    restrict_to: RestrictTo | None,
) -> Iterator[Added | Problem]:  # fmt: skip
    sent: deque[Arrival | Problem | Added] = deque()  # one for each that reading has yet to give

    def unread() -> Iterator[Report | Problem]:
        for item in arrivals:
            there = item if isinstance(item, Problem) else _there(engine, item.report)
            sent.append(item if there is None else there)
            yield _PASSES if isinstance(item, Problem) or there is not None else item.report

    for made in read_all(unread()):
        item = sent.popleft()
        if not isinstance(item, Arrival):
            yield item
        elif isinstance(made, Problem):
            yield made
        else:
            yield alone(item.report, partial(keep, engine, item, made, rules, restrict_to))


def alone(report: Report, kept: Callable[[], T]) -> T | Problem:
    """What keeping a report gives; where it fails on this one, its problem, and others go on.

    Raises LedgerError and errors of the database: these concern the ledger, not this report alone.
    """
    try:
        return kept()
    except (LedgerError, SQLAlchemyError):
        raise
    except Exception as error:
        return failed_by(report, error)


def _there(engine: Engine, report: Report) -> Added | Problem | None:
    with reading(engine) as connection:
        found = keeping.known(connection, report)
    return None if found is None else _known(found)


def _known(found: keeping.Known) -> Added | Problem:
    if found.purged:
        return Problem(
            found.name, "this report was purged from the ledger and is not added again",
            "Undo the purge by adding it to another ledger, if that is right",
        )  # fmt: skip
    return Added(found.name, new=False)


def keep(
    engine: Engine, arrival: Arrival, made: Reading, rules: Rules,
    restrict_to: RestrictTo | None = None,
) -> Added | Problem:  # fmt: skip
    """Adds one report and its reading, with all that follows; all of it or nothing."""
    if (events := sum(s.kind == "event" for s in made.statements)) > MOST_EVENTS:
        return _too_long(arrival.report.id, events)
    with writing(engine) as connection:
        found = keeping.known(connection, arrival.report)  # another writer may have been first
        if found is not None:
            return _known(found)
        before = None if restrict_to else _replaced(connection, arrival.report)
        number = keeping.keep_report(connection, arrival)
        if restrict_to is not None:
            keeping.keep_restriction(connection, number, *restrict_to)
        keeping.keep_reading(connection, number, keeping.report_key(arrival.report), made)
        settle(connection, {number}, rules, new=True)
        row = connection.execute(
            select(reports.c.name, report_states.c.superseded_by)
            .join(report_states, report_states.c.report_id == reports.c.id)
            .where(reports.c.id == number)
        ).one()
        if before is None or row.superseded_by is not None:  # the later text was there before it
            return Added(row.name, new=True)
        return Added(row.name, True, before[1], changes(connection, before[0], made))


def _too_long(name: str, events: int) -> Problem:
    return Problem(
        name, f"it tells of {events:,} events, and at most {MOST_EVENTS:,} are taken in one report",
        "Split it into several reports",
    )  # fmt: skip


def _replaced(connection: Connection, report: Report) -> tuple[int, str] | None:
    """The report of the same address that counts until now, where all may see what it says."""
    where = address(report.url)
    if where is None:
        return None
    rows = connection.execute(
        select(reports.c.id, reports.c.name)
        .join(report_states, report_states.c.report_id == reports.c.id)
        .where(
            reports.c.address == where, report_states.c.superseded_by.is_(None),
            report_states.c.group.is_(None),
        )
        .order_by(reports.c.id.desc())
    ).first()  # fmt: skip
    return (rows.id, rows.name) if rows else None
