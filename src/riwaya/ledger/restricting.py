"""Reports that not everybody may see, and reports that must not be kept: both on record."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from riwaya.ledger import keeping, values, visits
from riwaya.ledger.derive import leaving, names, states, told, unseen
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.settle import rename, resettle, settle
from riwaya.ledger.errors import NotFound, TracesLeft
from riwaya.ledger.failures import plain
from riwaya.ledger.rereading import report_of
from riwaya.ledger.schema import (
    judgements,
    name_words,
    raws,
    readings,
    report_states,
    reports,
    restrictions,
    statements,
    tombstones,
)
from riwaya.ledger.schema import names as names_table
from riwaya.ledger.search import index
from riwaya.ledger.team import jobs

_LEFT = "the report is purged, but traces of it may be left in the database's file"
_CLEAN = "Close other programs that use it; the next purge, or VACUUM, takes them out."


@dataclass(frozen=True, slots=True)
class Purged:
    """What went with a report."""

    report: str
    statements: int
    judgements: int


def number_of(connection: Connection, report: str) -> int:
    """The number of a report by its id. Raises NotFound."""
    found = connection.scalar(select(reports.c.id).where(reports.c.name == report))
    if found is None:
        raise NotFound(f"{report}: no such report in this ledger. Check its id.")
    return int(found)


def restrict(
    connection: Connection, report: str, group: str | None, by: str, why: str, rules: Rules
) -> None:
    """Shows a report to a group alone, or to all again. Raises LedgerError, NotFound."""
    number = number_of(connection, report)
    keeping.keep_restriction(connection, number, group, by, why)
    if group is not None:
        jobs.restrict(connection, report, group)
    settle(connection, {number}, rules)


def purge(connection: Connection, report: str, by: str, why: str, rules: Rules) -> Purged:
    """Takes a report out with its bytes, readings, statements and the judgements on them."""
    keeping.check_decision(by, why)
    number = number_of(connection, report)
    row = connection.execute(select(reports).where(reports.c.id == number)).one()
    kept = report_of(connection, number)
    connection.execute(insert(tombstones), {
        "report_key": row.key, "address_key": keeping.address_key(kept) if kept else None,
        "at": datetime.now(UTC), "by": by, "why": why,
    })  # fmt: skip
    called = {
        h for read, _ in told.latest_readings(connection, [number], rules)
        for h in names.handles_in(read)
    }  # fmt: skip
    versions = states.with_versions(connection, {number}) - {number}
    were = leaving.of_reports(connection, {number})
    standing = unseen.Standing.before(connection, {number})
    handles = names.forget(connection, {number})
    handles |= standing.moved(connection, ())
    touched = told.forget(connection, {number})
    states.forget_copies(connection, {number})
    connection.execute(delete(report_states).where(report_states.c.report_id == number))
    of_report = select(readings.c.id).where(readings.c.report_id == number)
    keys = select(statements.c.key).where(statements.c.reading_id.in_(of_report))
    on_them = judgements.c.one.in_(keys) | judgements.c.other.in_(keys)
    alone = judgements.c.value.is_(None) | judgements.c.value.not_like('{"with":%')
    counted = select(func.count()).select_from(judgements).where(on_them, alone)
    gone = connection.scalar(counted) or 0  # a decision on two incidents is one, of many pairs
    connection.execute(delete(judgements).where(on_them))
    values.forget_keys(connection, set(connection.scalars(keys)))
    said = connection.execute(delete(statements).where(statements.c.reading_id.in_(of_report)))
    connection.execute(delete(readings).where(readings.c.report_id == number))
    connection.execute(delete(restrictions).where(restrictions.c.report_id == number))
    visits.forget(connection, row.address)
    jobs.forget(connection, report, row.address)
    index.remove(connection, "report", number)
    connection.execute(delete(reports).where(reports.c.id == number))
    _drop_raw(connection, row.raw_sha256)
    _drop_words(connection)
    index.tidy(connection)  # which lets go of the words of what was removed
    resettle(connection, versions, were, touched, handles, rules)
    gone += _drop_judgements(connection, called, rules)
    return Purged(report, said.rowcount, gone)


def _drop_judgements(connection: Connection, called: Collection[str], rules: Rules) -> int:
    """Those on names that no report has any more."""
    left: set[str] = set()
    for chunk in in_chunks(called):
        of = select(names_table.c.handle).where(names_table.c.handle.in_(chunk)).distinct()
        left |= set(connection.scalars(of))
    pairs: set[tuple[str, str]] = set()
    gone = 0
    for chunk in in_chunks(set(called) - left):
        j = judgements.c
        on_them = (j.about == "entity") & (j.one.in_(chunk) | j.other.in_(chunk))
        pairs |= {(r.one, r.other) for r in connection.execute(select(judgements).where(on_them))}
        gone += connection.execute(delete(judgements).where(on_them)).rowcount
    if pairs:
        rename(connection, {h for pair in pairs for h in pair}, rules)
    return gone


def _drop_raw(connection: Connection, sha256: str | None) -> None:
    """Raw bytes that no other report was made from."""
    others = select(reports.c.id).where(reports.c.raw_sha256 == sha256).limit(1)
    if sha256 is not None and connection.scalar(others) is None:
        connection.execute(delete(raws).where(raws.c.sha256 == sha256))


def _drop_words(connection: Connection) -> None:
    """Words of names that no report has any more."""
    left = select(names_table.c.handle)
    connection.execute(delete(name_words).where(name_words.c.handle.not_in(left)))


def scrub(engine: Engine) -> None:
    """Overwrites what a purge left behind in the database's file. Raises TracesLeft."""
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.rollback()  # what asked whether it is alive may have begun a transaction
            if engine.dialect.name == "sqlite":
                raw.execute("VACUUM")
                busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            else:
                busy = 0
                connection.execute(text("VACUUM (FULL, ANALYZE)"))
    except (DBAPIError, sqlite3.Error) as error:
        raise TracesLeft(f"{_LEFT} ({plain(error)}). {_CLEAN}") from error
    if busy:
        raise TracesLeft(f"{_LEFT}: another program reads it. {_CLEAN}")
