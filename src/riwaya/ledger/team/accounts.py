"""Accounts: a name, a password, a role, the groups whose restricted reports are seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from riwaya.ledger.errors import LedgerError, NotFound
from riwaya.ledger.team import holds, passwords, second_factor, sessions, tokens, tries
from riwaya.ledger.team.roles import Role, groups_kept, groups_of, role
from riwaya.ledger.team.schema import accounts

_LONGEST = 64  # characters of a name


@dataclass(frozen=True, slots=True)
class Account:
    """An account as others see it; `outside` is issuer and subject of an outside login."""

    name: str
    role: Role
    groups: frozenset[str]
    active: bool
    has_password: bool
    second_factor: bool
    outside: str | None
    made: datetime


def known_as(name: str) -> str:
    """A name as it is kept: the same characters from any keyboard, no spaces around."""
    return unicodedata.normalize("NFKC", name).strip()


def add(
    connection: Connection, name: str, password: str | None, role_name: str,
    groups: Collection[str], now: datetime,
) -> Account:  # fmt: skip
    """Adds an account; without a password it has an outside login alone. Raises LedgerError."""
    name = known_as(name)
    if not name or not name.isprintable() or len(name) > _LONGEST or not name[0].isalnum():
        raise LedgerError(
            f"{name!r}: no name of an account. Begin with a letter or digit, and give "
            f"{_LONGEST} characters at most."
        )
    taken = {n.casefold() for n in connection.scalars(select(accounts.c.name))}
    if name.casefold() in taken:
        raise LedgerError(f"{name}: this account is there already. Give another name.")
    given = passwords.kept(passwords.checked(password, name)) if password is not None else ""
    connection.execute(insert(accounts), {
        "name": name, "password": given, "role": role(role_name), "made": now, "active": True,
        "groups": groups_kept(groups),
    })  # fmt: skip
    return one(connection, name)


def change(
    connection: Connection, name: str, *, role_name: str | None = None,
    groups: Collection[str] | None = None, active: bool | None = None, now: datetime,
) -> Account:  # fmt: skip
    """Changes what is given, and ends the account's sessions. Raises LedgerError, NotFound.

    The last active admin stays one. What is active no longer loses its tokens for good.
    """
    before = one(connection, name)
    after = role(role_name) if role_name is not None else before.role
    is_active = before.active if active is None else active
    if before.active and before.role == "admin" and (after != "admin" or not is_active):
        _check_not_last(connection, before.name)
    values: dict[str, Any] = {"role": after, "active": is_active}
    if groups is not None:
        values["groups"] = groups_kept(groups)
    _set(connection, before.name, **values)
    made = one(connection, before.name)
    if made != before:
        sessions.end_all(connection, made.name)
    if not made.active:
        holds.release_all(connection, made.name)
        tokens.revoke_all(connection, made.name, now)
    return made


def set_password(connection: Connection, name: str, password: str, now: datetime) -> None:
    """Sets a password; ends the account's sessions and tokens, and what it has to wait.

    Raises LedgerError, NotFound.
    """
    found = one(connection, name)
    _set(connection, found.name, password=passwords.kept(passwords.checked(password, found.name)))
    sessions.end_all(connection, found.name)
    tokens.revoke_all(connection, found.name, now)
    tries.clear(connection, found.name)


def keep_anew(connection: Connection, name: str, password: str) -> None:
    """Keeps the same password with the parameters of today."""
    _set(connection, name, password=passwords.kept(password))


def confirm_second_factor(
    connection: Connection, name: str, secret: str, code: str, now: datetime
) -> None:
    """Asks for a code from now on; this one shows that the device has the secret. Ends the
    account's sessions, which began without one.

    Raises LedgerError where the code does not fit, NotFound.
    """
    found = one(connection, name)
    second_factor.check_secret(secret)
    step = second_factor.step_of(secret, code, None, now)
    if step is None:
        raise LedgerError("the code does not fit. Check the device's clock and give the next code.")
    _set(connection, found.name, totp=secret, totp_used=step)
    sessions.end_all(connection, found.name)


def use_code(connection: Connection, name: str, code: str, now: datetime) -> bool:
    """Whether a code fits; it does not a second time."""
    row = row_of(connection, name)
    if row is None or row.totp is None:
        return False
    step = second_factor.step_of(row.totp, code, row.totp_used, now)
    if step is not None:
        _set(connection, name, totp_used=step)
    return step is not None


def remove_second_factor(connection: Connection, name: str) -> None:
    """Asks for no code any more. Raises NotFound."""
    _set(connection, one(connection, name).name, totp=None, totp_used=None)


def link(connection: Connection, name: str, issuer: str, subject: str) -> None:
    """Lets who an outside login names use the account. Raises LedgerError, NotFound."""
    found = one(connection, name)
    key = outside_key(issuer, subject)
    other = connection.scalar(select(accounts.c.name).where(accounts.c.oidc == key))
    if other not in (None, found.name):
        raise LedgerError(f"{subject}: {other} has this outside login. Take it from there first.")
    before = row_of(connection, found.name)
    _set(connection, found.name, oidc=key)
    if before is not None and before.oidc not in (None, key):
        sessions.end_all(connection, found.name)


def unlink(connection: Connection, name: str) -> None:
    """Takes the outside login from an account. Raises NotFound."""
    found = one(connection, name)
    _set(connection, found.name, oidc=None)
    sessions.end_all(connection, found.name)


def linked(connection: Connection, issuer: str, subject: str) -> Account | None:
    """The active account of an outside login."""
    key = outside_key(issuer, subject)
    row = connection.execute(select(accounts).where(accounts.c.oidc == key, accounts.c.active))
    found = row.first()
    return _account(found) if found else None


def outside_key(issuer: str, subject: str) -> str:
    """Issuer and subject as they are kept. Raises LedgerError where one is missing."""
    issuer, subject = issuer.strip().rstrip("/"), subject.strip()
    if not issuer or not subject or len(issuer.split()) != 1:
        raise LedgerError("an outside login is an issuer's address and a subject. Give both.")
    return f"{issuer} {subject}"


def one(connection: Connection, name: str) -> Account:
    """An account by its name. Raises NotFound."""
    row = row_of(connection, name)
    if row is None:
        raise NotFound(f"{known_as(name)}: no such account. Look at the list of accounts.")
    return _account(row)


def row_of(connection: Connection, name: str) -> Row[Any] | None:
    """An account as it is kept, with its password and secret; None where it is not there."""
    return connection.execute(select(accounts).where(accounts.c.name == known_as(name))).first()


def listed(connection: Connection) -> list[Account]:
    """All accounts by name."""
    rows = connection.execute(select(accounts).order_by(accounts.c.name))
    return [_account(row) for row in rows]


def _check_not_last(connection: Connection, name: str) -> None:
    a = accounts.c
    others = select(func.count()).where(a.role == "admin", a.active, a.name != name)
    if not connection.scalar(others):
        raise LedgerError(f"{name} is the last active admin. Make another account admin first.")


def _set(connection: Connection, name: str, **values: Any) -> None:
    connection.execute(update(accounts).where(accounts.c.name == name).values(values))


def _account(row: Row[Any]) -> Account:
    return Account(
        row.name, role(row.role), groups_of(row.groups), row.active, bool(row.password),
        row.totp is not None, row.oidc, row.made,
    )  # fmt: skip
