"""What a later text of an address says differently: figures and names."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from riwaya.ledger.bodies import reading_of
from riwaya.ledger.schema import readings, reports
from riwaya.model import Reading


def changes(connection: Connection, before: int, now: Reading) -> tuple[str, ...]:
    """Figures and names that are gone (`-`) or new (`+`) against the report of that number."""
    row = connection.execute(
        select(readings.c.body, reports.c.text)
        .join(reports, reports.c.id == readings.c.report_id)
        .where(readings.c.report_id == before).order_by(readings.c.id.desc())
    ).first()  # fmt: skip
    if row is None:
        return ()
    return differences(reading_of(row.body, row.text), now)


def differences(before: Reading, now: Reading) -> tuple[str, ...]:
    """The same, of two readings."""
    old, new = set(_said(before)), set(_said(now))
    return (*(f"- {x}" for x in sorted(old - new)), *(f"+ {x}" for x in sorted(new - old)))


def _said(reading: Reading) -> Iterator[str]:
    for s in reading.statements:
        if s.kind == "event":
            yield from (
                f"{f.low if f.low == f.high else f'{f.low}–{f.high}'} {f.kind}" for f in s.figures
            )
    for e in reading.entities:
        if e.kind in ("person", "group") and any(
            m.entity == e.id and m.form == "name" for m in reading.mentions
        ):
            yield e.name
