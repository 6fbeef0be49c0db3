"""One report as it is kept: its text, its latest reading, what judgements hang on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from riwaya.ledger.audiences import hidden_reports, seen_by
from riwaya.ledger.bodies import reading_of
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.errors import NotFound
from riwaya.ledger.schema import (
    incidents,
    members,
    near_copies,
    readings,
    report_states,
    reports,
    statements,
)
from riwaya.model import Reading

_BEGINS = 300  # characters of a text


@dataclass(frozen=True, slots=True)
class Kept:
    """A report with its latest reading; names of reports are the ids that sources gave them."""

    name: str
    reading: Reading  # of it the report, with its text
    keys: dict[str, str]  # what judgements of a statement hang on, by its id in the reading
    added: datetime
    fetched: datetime | None
    origin: str
    group: str | None  # to whom it is restricted
    replaced_by: str | None  # the later text of its address
    replaces: tuple[str, ...]
    copies: tuple[str, ...]  # reports with nearly the same text
    incidents: tuple[tuple[str, str], ...]  # id and title of those it tells of


@dataclass(frozen=True, slots=True)
class Titled:
    """What a report is called."""

    title: str | None
    outlet: str | None
    published: date | None
    begins: str  # the first characters of its text


def titles(
    connection: Connection, names: Collection[str], groups: Collection[str]
) -> dict[str, Titled]:
    """What some reports are called, by their names; those that a viewer may not see left out."""
    r = reports.c
    found: dict[str, Titled] = {}
    for chunk in in_chunks(sorted(set(names))):
        of = select(
            r.name, r.title, r.outlet, r.published, func.substr(r.text, 1, _BEGINS).label("begins")
        ).where(r.name.in_(chunk), r.id.not_in(hidden_reports(groups)))
        for row in connection.execute(of):
            found[row.name] = Titled(row.title, row.outlet, row.published, row.begins)
    return found


def kept(connection: Connection, name: str, groups: Collection[str]) -> Kept:
    """The report of that name. Raises NotFound, also where a viewer may not see it."""
    row = connection.execute(
        select(reports, report_states.c.group, report_states.c.superseded_by)
        .join(report_states, report_states.c.report_id == reports.c.id)
        .where(reports.c.name == name, reports.c.id.not_in(hidden_reports(groups)))
    ).first()
    if row is None:
        raise NotFound(f"{name}: no such report in this ledger. Check its id.")
    read = connection.execute(
        select(readings.c.id, readings.c.body)
        .where(readings.c.report_id == row.id).order_by(readings.c.id.desc()).limit(1)
    ).one()  # fmt: skip
    of = select(statements.c.local, statements.c.key).where(statements.c.reading_id == read.id)
    return Kept(
        row.name, reading_of(read.body, row.text), {r.local: r.key for r in connection.execute(of)},
        row.added, row.fetched, row.origin, row.group,
        _name_of(connection, row.superseded_by, groups),
        _earlier(connection, row, groups), _copies(connection, row.id, groups),
        _told(connection, row.id, groups),
    )  # fmt: skip


def _name_of(connection: Connection, number: int | None, groups: Collection[str]) -> str | None:
    if number is None:
        return None
    seen = reports.c.id.not_in(hidden_reports(groups))
    return connection.scalar(select(reports.c.name).where(reports.c.id == number, seen))


def _earlier(connection: Connection, row: Row[Any], groups: Collection[str]) -> tuple[str, ...]:
    of = (
        select(reports.c.name).join(report_states, report_states.c.report_id == reports.c.id)
        .where(report_states.c.superseded_by == row.id, reports.c.id.not_in(hidden_reports(groups)))
        .order_by(reports.c.id)
    )  # fmt: skip
    return tuple(connection.scalars(of))


def _copies(connection: Connection, number: int, groups: Collection[str]) -> tuple[str, ...]:
    pairs = connection.execute(
        select(near_copies.c.one, near_copies.c.other)
        .where(or_(near_copies.c.one == number, near_copies.c.other == number))
    ).all()  # fmt: skip
    others = {n for pair in pairs for n in pair} - {number}
    of = select(reports.c.name).where(
        reports.c.id.in_(sorted(others)[:500]), reports.c.id.not_in(hidden_reports(groups))
    )
    return tuple(connection.scalars(of.order_by(reports.c.published, reports.c.id)))


def _told(
    connection: Connection, number: int, groups: Collection[str]
) -> tuple[tuple[str, str], ...]:
    t = incidents.c
    of = (
        select(t.id, t.title, func.sum(members.c.said).label("said"))
        .join(members, members.c.incident == t.row)
        .where(members.c.report_id == number, seen_by(connection, groups))
        .group_by(t.id, t.title).order_by(func.sum(members.c.said).desc(), t.id)
    )  # fmt: skip
    return tuple((r.id, r.title) for r in connection.execute(of))
