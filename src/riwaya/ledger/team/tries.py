"""Logins that failed, and how long the next has to wait.

They are counted for each name at each address; for a name from everywhere, and for an address,
only where they are many, so that nobody is kept out by what a stranger tries elsewhere. The count
of a name from everywhere keeps out no address at which it was let in not long ago.
"""

from __future__ import annotations

import hashlib
import ipaddress
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from riwaya.ledger.team.schema import tries

_FREE = {"login": 5, "account": 50, "client": 20}  # many people may share an address
_FIRST, _MOST = 5, 900  # seconds to wait
_FORGOTTEN = timedelta(hours=1)  # without another failure
_REMEMBERED = timedelta(days=30)  # that a name was let in at an address


def keys_of(name: str, client: str) -> tuple[str, str, str]:
    """What failures of a name and of a client's address are counted under."""
    called, network = name.casefold(), _network(client)
    here = f"{_key('login', called)}:{_hashed(network)}"
    return here, _key("account", called), _key("client", network)


def wait(
    connection: Connection, name: str, client: str, now: datetime,
    came_from: Callable[[datetime], Collection[str]],
) -> int:  # fmt: skip
    """The whole seconds until a name may be tried again at an address; 0 where it may now.

    `came_from` gives the addresses at which the name was let in since a time.
    """
    here, everywhere, address = keys_of(name, client)
    left = _left(connection, (here, address), now)
    strangers = _left(connection, (everywhere,), now)
    if strangers > left and not _is_known(client, came_from(now - _REMEMBERED)):
        return strangers
    return left


def _is_known(client: str, addresses: Collection[str]) -> bool:
    return _network(client) in {_network(a) for a in addresses}


def _left(connection: Connection, keys: Collection[str], now: datetime) -> int:
    found = connection.scalars(select(tries.c.until).where(tries.c.key.in_(keys)))
    left = [(until - now).total_seconds() for until in found if until is not None]
    return max((int(s) + 1 for s in left if s > 0), default=0)


def failed(connection: Connection, keys: Collection[str], now: datetime) -> None:
    """Counts a failure for each key; what is long past is forgotten."""
    connection.execute(delete(tries).where(tries.c.at < now - _FORGOTTEN))
    for key in keys:
        before = connection.scalar(select(tries.c.failures).where(tries.c.key == key))
        failures = (before or 0) + 1
        row = {"failures": failures, "until": _until(key, failures, now), "at": now}
        if before is None:
            connection.execute(insert(tries), {"key": key, **row})
        else:
            connection.execute(update(tries).where(tries.c.key == key).values(row))


def clear(connection: Connection, name: str) -> None:
    """Forgets the failures of a name, at every address."""
    called = name.casefold()
    at = tries.c.key.startswith(_key("login", called), autoescape=True)
    connection.execute(delete(tries).where(at | (tries.c.key == _key("account", called))))


def _until(key: str, failures: int, now: datetime) -> datetime | None:
    over = failures - _FREE[key.split(":")[0]]
    if over <= 0:
        return None
    return now + timedelta(seconds=min(_MOST, _FIRST * 2 ** min(over - 1, 16)))


def _key(kind: str, of: str) -> str:
    return f"{kind}:{_hashed(of)}"


def _hashed(of: str) -> str:
    return hashlib.sha256(of.encode("utf-8", "replace")).hexdigest()


def _network(client: str) -> str:
    """An address; of IPv6 what one household has, which could use another for each try."""
    try:
        address = ipaddress.ip_address(client.partition("%")[0])
    except ValueError:
        return client
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, 64), strict=False))
