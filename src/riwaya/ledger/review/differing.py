"""The statements over which people differ, whoever judged them: to be settled by talking."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import Connection, select

from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.errors import NotFound
from riwaya.ledger.filters import Filter
from riwaya.ledger.review.items import StatementItem
from riwaya.ledger.review.one import statement
from riwaya.ledger.review.order import in_order
from riwaya.ledger.review.state import differing
from riwaya.ledger.schema import members, statements


def statements_differing(
    connection: Connection, wanted: Filter, limit: int, offset: int, groups: Collection[str],
    rules: Rules,
) -> list[StatementItem]:  # fmt: skip
    """Those of a filter's incidents, the most contested first; then those in no incident any more,
    where the filter asks for nothing else."""
    keys = _events(connection, differing(connection, groups, about="statement"))
    rows = _rows(connection, keys)
    order = {row: n for n, row in enumerate(in_order(connection, wanted, groups))}
    found = {key: min((order[r] for r in rows.get(key, ()) if r in order), default=None)
             for key in keys}  # fmt: skip
    listed = sorted((n, key) for key, n in found.items() if n is not None)
    chosen = [key for _, key in listed]
    if replace(wanted, limit=None, offset=0) == Filter(limit=None, review="differ"):
        chosen += sorted(key for key in keys if not rows.get(key))
    made = []
    for key in chosen[offset : offset + limit]:
        try:
            made.append(statement(connection, key, groups, rules))
        except NotFound:  # a later reading says it no more
            continue
    return made


def _events(connection: Connection, keys: Collection[str]) -> set[str]:
    """Those of some keys that are of statements of events."""
    found: set[str] = set()
    s = statements.c
    for chunk in in_chunks(sorted(keys)):
        found |= set(connection.scalars(select(s.key).where(s.key.in_(chunk), s.kind == "event")))
    return found


def _rows(connection: Connection, keys: Collection[str]) -> dict[str, list[int]]:
    """The rows of the incidents that each statement is in."""
    held = holders(connection, keys)
    of: dict[str, list[int]] = {}
    for chunk in in_chunks(sorted(set(held.values()))):
        there = select(members.c.telling, members.c.incident).where(members.c.telling.in_(chunk))
        for telling, row in connection.execute(there):
            of.setdefault(telling, []).append(row)
    return {key: of.get(telling, []) for key, telling in held.items()}
