"""Kept rows: a report with its raw bytes and its reading, added once and never changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, insert, or_, select

from riwaya.ledger.addresses import address
from riwaya.ledger.bodies import deflated, deflated_reading
from riwaya.ledger.claims import statement_key
from riwaya.ledger.derive.rows import add_rows
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.outlets import name_key
from riwaya.ledger.schema import raws, readings, reports, restrictions, statements, tombstones
from riwaya.ledger.search import index
from riwaya.model import Arrival, Reading, Report


@dataclass(frozen=True, slots=True)
class Known:
    """A report that the ledger has already, or had and gave up."""

    report: int | None
    name: str
    purged: bool = False


def outlet_key(outlet: str | None) -> str:
    """How an outlet's name is looked up; nothing of no name."""
    return name_key(outlet) if outlet else ""


def report_key(report: Report) -> str:
    """What a report is known by: its text, with its outlet, else its address."""
    return _key(report.sha256, outlet_key(report.outlet) or address(report.url) or "")


def address_key(report: Report) -> str | None:
    """What it is known by besides, from whatever outlet: its text with its address."""
    where = address(report.url)
    return None if where is None else _key(report.sha256, where)


def _key(sha256: str, whose: str) -> str:
    return hashlib.sha256(f"{sha256}\n{whose}".encode()).hexdigest()


def known(connection: Connection, report: Report) -> Known | None:
    """The same text from the same outlet or address, where the ledger has it."""
    key = report_key(report)
    ours = {key, address_key(report) or key}
    t = tombstones.c
    gone = select(t.id).where(or_(t.report_key.in_(ours), t.address_key.in_(ours)))
    if connection.scalar(gone.limit(1)) is not None:
        return Known(None, report.id, purged=True)
    whose, where = outlet_key(report.outlet), address(report.url)
    rows = connection.execute(
        select(reports.c.id, reports.c.name, reports.c.key, reports.c.outlet_key, reports.c.address)
        .where(reports.c.sha256 == report.sha256).order_by(reports.c.id)
    ).all()  # fmt: skip
    for r in rows:
        same_outlet = bool(whose) and r.outlet_key == whose
        if r.key == key or same_outlet or (where is not None and r.address == where):
            return Known(r.id, r.name)
    return None


def keep_report(connection: Connection, arrival: Arrival) -> int:
    """Adds a report that is not known; gives its number."""
    report = arrival.report
    _keep_raw(connection, arrival)
    row = {
        "key": report_key(report), "name": _free_name(connection, report.id),
        "sha256": report.sha256, "outlet": report.outlet, "outlet_key": outlet_key(report.outlet),
        "url": report.url, "address": address(report.url), "title": report.title,
        "published": report.published, "extractor": report.extractor, "origin": arrival.origin,
        "raw_sha256": arrival.raw_sha256, "fetched": arrival.fetched,
        "added": datetime.now(UTC), "text": report.text,
    }  # fmt: skip
    number: int = connection.execute(insert(reports).returning(reports.c.id), row).scalar_one()
    make_found(connection, number, report.outlet, report.text, report.published)
    return number


def make_found(
    connection: Connection, number: int, outlet: str | None, text: str, published: date | None
) -> None:
    """Has searches find a report by the words of its outlet and text."""
    words = "\n".join(filter(None, (outlet, text)))
    index.add(connection, "report", number, words, published)


def check_group(group: str) -> None:
    """Raises LedgerError for what is no name of a group."""
    if not group.strip() or not group.isprintable():
        raise LedgerError(f"{group!r}: no name of a group. Give one line of text.")


def check_decision(by: str, why: str) -> None:
    """Raises LedgerError where it is not said who decides, or why."""
    if not by.strip() or not why.strip():
        raise LedgerError("this needs who decides and why. Give both.")


def keep_restriction(
    connection: Connection, report: int, group: str | None, by: str, why: str
) -> None:
    """Adds to whom a report is restricted; None lifts it. Raises LedgerError."""
    check_decision(by, why)
    if group is not None:
        check_group(group)
    connection.execute(insert(restrictions), {
        "report_id": report, "group": group, "at": datetime.now(UTC), "by": by, "why": why,
    })  # fmt: skip


def _keep_raw(connection: Connection, arrival: Arrival) -> None:
    if arrival.raw is None:
        return
    there = select(raws.c.sha256).where(raws.c.sha256 == arrival.raw_sha256)
    if connection.scalar(there) is None:
        connection.execute(insert(raws), {
            "sha256": arrival.raw_sha256, "media_type": arrival.media_type,
            "body": deflated(arrival.raw),
        })  # fmt: skip


def _free_name(connection: Connection, wanted: str) -> str:
    name, number = wanted, 1
    while connection.scalar(select(reports.c.id).where(reports.c.name == name)) is not None:
        number += 1
        name = f"{wanted}-{number}"
    return name


def keep_reading(connection: Connection, report: int, key: str, reading: Reading) -> int:
    """Adds a reading of a report and its statements; gives the reading's number."""
    row = {
        "report_id": report, "reader": reading.reader, "version": reading.version,
        "made": datetime.now(UTC), "body": deflated_reading(reading),
    }  # fmt: skip
    number: int = connection.execute(insert(readings).returning(readings.c.id), row).scalar_one()
    mentions = reading.mentions_by_id
    add_rows(connection, statements, [
        {
            "reading_id": number, "local": s.id, "key": statement_key(key, s, mentions),
            "kind": s.kind, "type": s.type, "realis": s.realis, "polarity": s.polarity,
            "start": s.trigger.start if s.trigger else None,
            "end": s.trigger.end if s.trigger else None,
        }
        for s in reading.statements
    ])  # fmt: skip
    return number
