"""API tokens: what a program shows instead of a person's password."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from riwaya.ledger.errors import LedgerError, NotFound
from riwaya.ledger.team.roles import SCOPES, Role, Scope, groups_of, role, scopes_of
from riwaya.ledger.team.schema import accounts, tokens
from riwaya.ledger.team.sessions import key_of

PREFIX = "riw_"
_LONGEST = 100  # characters of a name
_DAYS = 3650


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is listed; what it reads is shown once, when it is made."""

    id: int
    account: str | None
    name: str
    scopes: tuple[str, ...]
    made: datetime
    ends: datetime | None
    revoked: datetime | None


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whom a token stands for; `account` and `role` are None where one person works alone."""

    token: int
    account: str | None
    role: Role | None
    groups: frozenset[str]
    scopes: frozenset[Scope]


def make(
    connection: Connection, account: str | None, name: str, scopes: Collection[str],
    days: int | None, now: datetime,
) -> tuple[int, str]:  # fmt: skip
    """Makes a token; gives its number and what it reads. Raises LedgerError."""
    name = name.strip()
    if not name or not name.isprintable() or len(name) > _LONGEST:
        raise LedgerError(f"a token needs a name, a line of {_LONGEST} characters at most.")
    unknown = sorted(set(scopes) - set(SCOPES))
    if unknown or not scopes:
        raise LedgerError(
            f"{', '.join(unknown) or 'no scope'}: a token is for some of {', '.join(SCOPES)}."
        )
    beyond = sorted(set(scopes) - _open_to(connection, account))
    if beyond:
        raise LedgerError(f"{', '.join(beyond)}: a token may do no more than its account.")
    if days is not None and not 1 <= days <= _DAYS:
        raise LedgerError(f"a token lasts from 1 to {_DAYS} days. Give such a number.")
    secret = PREFIX + secrets.token_urlsafe(32)
    made = connection.execute(insert(tokens).values(
        key=key_of(secret), account=account, name=name, made=now,
        scopes=" ".join(s for s in SCOPES if s in scopes),
        ends=now + timedelta(days=days) if days else None,
    ))  # fmt: skip
    key = made.inserted_primary_key
    assert key is not None
    return int(key[0]), secret


def _open_to(connection: Connection, account: str | None) -> frozenset[Scope]:
    """The scopes that a token of an account may have; all where one person works alone."""
    if account is None:
        return frozenset(SCOPES)
    held = connection.scalar(select(accounts.c.role).where(accounts.c.name == account))
    return frozenset() if held is None else scopes_of(role(held), SCOPES)


def bearer(connection: Connection, secret: str, now: datetime) -> Bearer | None:
    """Whom a token stands for, with no more rights than its account has now; None of no use."""
    t = tokens.c
    row = connection.execute(
        select(t.id, t.account, t.scopes, t.ends, accounts.c.role, accounts.c.groups,
               accounts.c.active)
        .outerjoin(accounts, accounts.c.name == t.account)
        .where(t.key == key_of(secret), t.revoked.is_(None))
    ).first()  # fmt: skip
    if row is None or (row.ends is not None and row.ends <= now):
        return None
    wanted = row.scopes.split()
    if row.account is None:
        return Bearer(row.id, None, None, frozenset(), frozenset(s for s in SCOPES if s in wanted))
    if not row.active:
        return None
    held = role(row.role)
    return Bearer(row.id, row.account, held, groups_of(row.groups), scopes_of(held, wanted))


def revoke_all(connection: Connection, account: str, now: datetime) -> None:
    """Ends all tokens of an account."""
    t = tokens.c
    mine = (t.account == account) & t.revoked.is_(None)
    connection.execute(update(tokens).where(mine).values(revoked=now))


def listed(connection: Connection, account: str | None) -> list[Token]:
    """The tokens of an account, or of who works alone; the newest first."""
    t = tokens.c
    query = select(t.id, t.account, t.name, t.scopes, t.made, t.ends, t.revoked)
    query = query.where(t.account.is_(None) if account is None else t.account == account)
    rows = connection.execute(query.order_by(t.id.desc()))
    return [Token(r[0], r[1], r[2], tuple(r[3].split()), *r[4:]) for r in rows]


def revoke(connection: Connection, id: int, account: str | None, now: datetime) -> None:
    """Ends a token of an account. Raises NotFound where it is not its own."""
    t = tokens.c
    owned = t.account.is_(None) if account is None else t.account == account
    if connection.scalar(select(t.id).where(t.id == id, owned)) is None:
        raise NotFound(f"token {id}: none of yours. Look at the list of your tokens.")
    connection.execute(update(tokens).where(t.id == id, t.revoked.is_(None)).values(revoked=now))
