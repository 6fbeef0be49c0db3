"""The login: a name, a password and where one is set a code become a session, or a refusal.

Passwords are tried before the writer's turn is taken, as this takes long on purpose; all that
follows from it is one transaction, which asks again how long the next login has to wait.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Literal

from sqlalchemy import Connection, Engine

from riwaya.ledger.database import reading, writing_beside
from riwaya.ledger.team import accounts, audit, passwords, sessions, tries


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nobody is let in: wrong name, password or code; too many tries; a code is needed."""

    why: Literal["wrong", "wait", "second_factor"]
    seconds: int = 0

    def __str__(self) -> str:
        if self.why == "wait":
            return f"Too many tries. Wait {self.seconds} seconds and try again."
        if self.why == "second_factor":
            return "Give the code that your device shows."
        return "The name, the password or the code is wrong. Check them and try again."


@dataclass(frozen=True, slots=True)
class Started:
    """A session that started: whose, and what the cookie holds."""

    account: str
    cookie: str


@dataclass(frozen=True, slots=True)
class _Tried:
    name: str
    password: str
    code: str | None
    client: str
    kept: str | None  # the account's password as it was when this one was tried
    fits: bool

    @property
    def keys(self) -> tuple[str, str, str]:
        return tries.keys_of(self.name, self.client)


def login(
    engine: Engine, name: str, password: str, code: str | None, client: str, now: datetime
) -> Started | Refused:
    """Starts a session. `client` is the address that asks."""
    tried = _try(engine, name, password, code, client, now)
    if isinstance(tried, Refused):
        return tried
    with writing_beside(engine) as connection:
        refused = _refusal(connection, tried, now)
        if refused:
            return refused
        tries.clear(connection, tried.name)
        if tried.kept and passwords.is_old(tried.kept):
            accounts.keep_anew(connection, tried.name, password)
        audit.note(connection, tried.name, "login", tried.name, f"from {client}", at=now)
        return Started(tried.name, sessions.start(connection, tried.name, now))


def confirm(
    engine: Engine, name: str, password: str, code: str | None, client: str, now: datetime
) -> Refused | None:
    """Asks who is logged in once more; None where it is the person of the account."""
    tried = _try(engine, name, password, code, client, now)
    if isinstance(tried, Refused):
        return tried
    with writing_beside(engine) as connection:
        refused = _refusal(connection, tried, now)
        if refused is None:
            tries.clear(connection, tried.name)
        return refused


def outside(
    engine: Engine, issuer: str, subject: str, client: str, now: datetime
) -> Started | Refused:
    """Starts a session of the account that an outside login is linked to."""
    with writing_beside(engine) as connection:
        found = accounts.linked(connection, issuer, subject)
        if found is None:
            detail = f"from {client}, outside login without an account"
            audit.note(connection, "", "login_failed", "", detail, at=now)
            return Refused("wrong")
        detail = f"from {client}, outside login"
        audit.note(connection, found.name, "login", found.name, detail, at=now)
        return Started(found.name, sessions.start(connection, found.name, now))


def _try(
    engine: Engine, name: str, password: str, code: str | None, client: str, now: datetime
) -> _Tried | Refused:
    name = accounts.known_as(name[:256])
    with reading(engine) as connection:
        seconds = _wait(connection, name, client, now)
        row = accounts.row_of(connection, name)
    if seconds:
        return Refused("wait", seconds)
    kept = row.password if row is not None and row.active else None
    return _Tried(name, password, code, client, kept, passwords.fits(password, kept))


def _wait(connection: Connection, name: str, client: str, now: datetime) -> int:
    return tries.wait(connection, name, client, now, partial(audit.came_from, connection, name))


def _refusal(connection: Connection, tried: _Tried, now: datetime) -> Refused | None:
    """Why a try is refused; a failure is counted and goes into the audit log."""
    seconds = _wait(connection, tried.name, tried.client, now)
    if seconds:
        return Refused("wait", seconds)
    row = accounts.row_of(connection, tried.name)
    if row is None or not row.active or not _still_fits(tried, row.password):
        known = row is not None
        return _failed(connection, tried, now, "password" if known else "no such account")
    if row.totp is None:
        return None
    if not tried.code:
        return Refused("second_factor")
    if accounts.use_code(connection, tried.name, tried.code, now):
        return None
    return _failed(connection, tried, now, "code")


def _still_fits(tried: _Tried, kept: str) -> bool:
    """Another login may have kept the password anew meanwhile."""
    return tried.fits and (tried.kept == kept or passwords.fits(tried.password, kept))


def _failed(connection: Connection, tried: _Tried, now: datetime, what: str) -> Refused:
    tries.failed(connection, tried.keys, now)
    # an unknown name is not kept: people type passwords there
    known = "" if what == "no such account" else tried.name
    detail = f"from {tried.client}, {what}"
    audit.note(connection, known, "login_failed", known, detail, at=now)
    return Refused("wrong")
