"""Sessions: who a browser's cookie stands for, until it ends."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, delete, insert, select, update

from riwaya.ledger.team.roles import Role, groups_of, role
from riwaya.ledger.team.schema import accounts, sessions

LASTS = timedelta(hours=12)
IDLE = timedelta(minutes=60)
_NOTED = timedelta(minutes=1)  # how often it is kept that a session was used


@dataclass(frozen=True, slots=True)
class Session:
    """A session as a request finds it; `key` names it in the database, `csrf` signs its forms."""

    key: str
    account: str
    role: Role
    groups: frozenset[str]
    csrf: str
    made: datetime
    seen: datetime
    ends: datetime
    second_factor: bool

    def is_to_note(self, now: datetime) -> bool:
        """Whether its use was last kept so long ago that it is kept again."""
        return now - self.seen >= _NOTED


def start(connection: Connection, account: str, now: datetime) -> str:
    """Starts a session of an account; gives what its cookie holds. Those that ended go."""
    over = (sessions.c.ends <= now) | (sessions.c.seen <= now - IDLE)
    connection.execute(delete(sessions).where(over))
    cookie = secrets.token_urlsafe(32)
    connection.execute(insert(sessions), {
        "key": key_of(cookie), "account": account, "made": now, "seen": now,
        "ends": now + LASTS, "csrf": secrets.token_urlsafe(32),
    })  # fmt: skip
    return cookie


def find(connection: Connection, cookie: str, now: datetime) -> Session | None:
    """The session of a cookie; None where it ended, or its account is not active."""
    s = sessions.c
    row = connection.execute(
        select(sessions, accounts.c.role, accounts.c.groups, accounts.c.totp)
        .join(accounts, accounts.c.name == s.account)
        .where(s.key == key_of(cookie), s.ends > now, s.seen > now - IDLE, accounts.c.active)
    ).first()
    return _session(row) if row else None


def note_use(connection: Connection, session: Session, now: datetime) -> None:
    """Keeps that a session was used."""
    connection.execute(update(sessions).where(sessions.c.key == session.key).values(seen=now))


def end(connection: Connection, key: str) -> None:
    """Ends one session, by its key."""
    connection.execute(delete(sessions).where(sessions.c.key == key))


def end_all(connection: Connection, account: str) -> None:
    """Ends all sessions of an account."""
    connection.execute(delete(sessions).where(sessions.c.account == account))


def key_of(cookie: str) -> str:
    """What is kept of a cookie's value, or of a token: its SHA-256."""
    return hashlib.sha256(cookie.encode("utf-8", "replace")).hexdigest()


def _session(row: Row[tuple[object, ...]]) -> Session:
    return Session(
        row.key, row.account, role(row.role), groups_of(row.groups), row.csrf, row.made, row.seen,
        row.ends, row.totp is not None,
    )  # fmt: skip
