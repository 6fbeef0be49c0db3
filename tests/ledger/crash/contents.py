"""What a ledger holds, without moments and row numbers: equal for ledgers that are equal."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, create_engine, make_url, select, text

from riwaya.ledger.schema import DERIVED, KEPT, incidents, readings, reports
from riwaya.ledger.search.index import search_text

_MOMENTS = {"added", "made", "at", "fetched"}
_OF_REPORTS = {"report_id", "superseded_by"}
_OF_A_REPORT = {("tellings", "body"), ("tellings", "look"), ("joins", "body")}
Contents = dict[str, list[str]]


def url_of(ledger: str) -> str:
    """The SQLAlchemy URL of a ledger's place."""
    if "://" not in ledger:
        return f"sqlite:///{ledger}"
    return str(make_url(ledger).set(drivername="postgresql+pg8000"))


def contents(ledger: str) -> Contents:
    """All rows of each table, sorted; the database has to be sound."""
    engine = create_engine(url_of(ledger))
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
                assert not connection.execute(text("PRAGMA foreign_key_check")).all()
                connection.execute(
                    text("INSERT INTO search_words (search_words) VALUES ('integrity-check')")
                )
            return _rows(connection)
    finally:
        engine.dispose()


def _rows(connection: Connection) -> Contents:
    named = {r.id: r.name for r in connection.execute(select(reports.c.id, reports.c.name))}
    read = {
        r.id: named[r.report_id]
        for r in connection.execute(select(readings.c.id, readings.c.report_id))
    }
    told = {r.row: r.id for r in connection.execute(select(incidents.c.row, incidents.c.id))}
    found: Contents = {}
    for table in (*KEPT, *DERIVED, search_text):
        rows = connection.execute(select(table)).mappings()
        shown = [_shown(table.name, row, named, read, told) for row in rows]
        found[table.name] = sorted(
            json.dumps(row, default=str, ensure_ascii=False, sort_keys=True) for row in shown
        )
    return found


def _in_order(value: object) -> object:
    """Lists of words and numbers are of sets."""
    if isinstance(value, list) and all(isinstance(v, str | int) for v in value):
        return sorted(value)
    return value


def _shown(
    table: str, row: Mapping[str, Any], named: Mapping[int, str], read: Mapping[int, str],
    told: Mapping[int, str],
) -> dict[str, Any]:  # fmt: skip
    shown: dict[str, Any] = {}
    for name, value in row.items():
        if name in _MOMENTS or name == "row" or (name == "id" and isinstance(value, int)):
            continue
        if name in _OF_REPORTS or table == "near_copies":
            value = named.get(value)
        elif name == "reading_id":
            value = read[value]
        elif name == "incident":
            value = told[value]
        elif isinstance(value, bytes):
            value = zlib.decompress(value).decode()
        elif (table, name) in _OF_A_REPORT:
            body = json.loads(value)
            value = {k: _in_order(v) for k, v in body.items()} | {"report": named[body["report"]]}
        elif name == "block" and value.startswith("copy|"):
            value = named[int(value.removeprefix("copy|"))]
        shown[name] = value
    if table == "search_text":
        return {"kind": row["kind"], "key": named[row["key"]], "published": row["published"]}
    return shown
