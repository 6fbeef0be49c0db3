"""Holds: who reviews what just now, so that two do not do the same."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.team.schema import holds

_LONGEST = 500  # characters of a key


def hold(
    connection: Connection, key: str, account: str, seconds: int = 300,
    *, now: datetime | None = None,
) -> str | None:  # fmt: skip
    """Holds what the key names, or goes on holding it; who else holds it, or None where held.

    Whoever looks at another thing has let go of the one before.
    """
    now, key = now or datetime.now(UTC), key[:_LONGEST]
    left = (holds.c.account == account) & (holds.c.key != key)
    connection.execute(delete(holds).where((holds.c.until <= now) | left))
    holder = connection.scalar(select(holds.c.account).where(holds.c.key == key))
    if holder is not None and holder != account:
        return str(holder)
    until = now + timedelta(seconds=seconds)
    if holder is None:
        row = {"key": key, "account": account, "until": until}
        connection.execute(insert(holds), row)
    else:
        connection.execute(update(holds).where(holds.c.key == key).values(until=until))
    return None


def release(connection: Connection, key: str, account: str) -> None:
    """Lets go of what an account holds; of what another holds it does not."""
    mine = (holds.c.key == key[:_LONGEST]) & (holds.c.account == account)
    connection.execute(delete(holds).where(mine))


def release_all(connection: Connection, account: str) -> None:
    """Lets go of all that an account holds."""
    connection.execute(delete(holds).where(holds.c.account == account))


def holders(
    connection: Connection, keys: Collection[str], *, now: datetime | None = None
) -> dict[str, str]:
    """Who holds which of the keys just now."""
    now, found = now or datetime.now(UTC), dict[str, str]()
    for chunk in in_chunks(keys):
        query = select(holds.c.key, holds.c.account)
        query = query.where(holds.c.key.in_(chunk), holds.c.until > now)
        found |= {row.key: row.account for row in connection.execute(query)}
    return found
