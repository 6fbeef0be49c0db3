"""Rows many at a time, within what databases take in one command."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Insert,
    Table,
    bindparam,
    func,
    insert,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import ARRAY

from riwaya.ledger.schema import judgements

_MOST = 500
_JUDGED = "riwaya_judged"
T = TypeVar("T")


def in_chunks(items: Collection[T]) -> Iterator[list[T]]:
    """The items in lists short enough for one command."""
    listed = list(items)
    for n in range(0, len(listed), _MOST):
        yield listed[n : n + _MOST]


def among(column: Column[Any]) -> ColumnElement[bool]:
    """The condition that a column is one of the `some` that a statement is executed with."""
    return column.in_(bindparam("some", expanding=True))


def is_judged(connection: Connection) -> bool:
    """Whether people judged of anything, asked once in a transaction: judging comes first in it."""
    now = connection.get_transaction()
    found: tuple[object, bool] | None = connection.info.get(_JUDGED)
    if found is None or found[0] is not now:
        judged = connection.scalar(select(judgements.c.id).limit(1)) is not None
        found = connection.info[_JUDGED] = (now, judged)
    return found[1]


def add_rows(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], *, once: bool = False
) -> None:  # fmt: skip
    """Adds rows, many or none, all with the same columns. `once`: those that are there stay."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        of_lists = _of_lists(table, tuple(rows[0]), once=once)
        lists = {name: [row[name] for row in rows] for name in rows[0]}
        connection.execute(of_lists, lists)
        return
    some = sqlite.insert(table).on_conflict_do_nothing() if once else insert(table)
    connection.execute(some, rows)


@cache
def _of_lists(table: Table, names: tuple[str, ...], *, once: bool) -> Insert:
    """Adds rows given as a list for each column, all in one command: the driver sends many one
    by one, and waits for each."""
    lists = (func.unnest(bindparam(n, type_=ARRAY(table.c[n].type))).label(n) for n in names)
    made = postgresql.insert(table).from_select(names, select(*lists), include_defaults=False)
    return made.on_conflict_do_nothing() if once else made
