"""The ledger's own table of outlets: what its user says of who publishes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from riwaya.ledger.derive.rows import add_rows, in_chunks
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.schema import outlets
from riwaya.model import Row

COLUMNS = tuple(c.name for c in outlets.c)


@dataclass(frozen=True, slots=True)
class Put:
    """How many outlets are new in the table, and how many took the place of a row."""

    added: int
    replaced: int


def own_outlets(connection: Connection) -> list[Row]:
    """The rows, by name; empty cells are empty strings."""
    rows = connection.execute(select(outlets)).mappings()
    found = [{name: str(cell or "") for name, cell in row.items()} for row in rows]
    return sorted(found, key=lambda row: row["name"])


def put_outlets(connection: Connection, rows: Sequence[Row]) -> Put:
    """Adds rows; one of a name that is there takes its place. Raises LedgerError."""
    names = [row.get("name", "").strip() for row in rows]
    twice = [name for name, times in Counter(names).items() if times > 1]
    if not all(names):
        raise LedgerError("an outlet needs a name. Fill the column name of every row.")
    if twice:
        raise LedgerError(f"«{twice[0]}» stands in two rows. Give each outlet one row.")
    there: set[str] = set()
    for chunk in in_chunks(names):
        there |= set(connection.scalars(select(outlets.c.name).where(outlets.c.name.in_(chunk))))
        connection.execute(delete(outlets).where(outlets.c.name.in_(chunk)))
    add_rows(connection, outlets, [
        {column: row.get(column, "").strip() for column in COLUMNS} for row in rows
    ])  # fmt: skip
    return Put(len(names) - len(there), len(there))
