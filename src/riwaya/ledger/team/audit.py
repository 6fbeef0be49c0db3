"""The audit log: who did what to which record. It holds ids, never words of a report."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, get_args

from sqlalchemy import Connection, insert, select

from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.team.schema import audit

Act = Literal[
    "login", "login_failed", "logout", "read_restricted", "export", "judge", "undo", "restrict",
    "purge", "add", "account_added", "account_changed", "token_made", "token_revoked",
    "second_factor_on", "second_factor_off",
]  # fmt: skip
ACTS: tuple[Act, ...] = get_args(Act)
_LONGEST = 500  # characters


@dataclass(frozen=True, slots=True)
class Entry:
    """One act; `of` is the id of a report, an incident or an account."""

    id: int
    at: datetime
    account: str
    act: str
    of: str
    detail: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries: all of these, and older than the entry `before`."""

    account: str | None = None
    act: str | None = None
    of: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None
    limit: int = 100


def note(
    connection: Connection, account: str, act: Act, of: str = "", detail: str = "",
    *, at: datetime | None = None,
) -> None:  # fmt: skip
    """Keeps an act, in the transaction of what is done; at this moment where none is given."""
    row = {
        "at": at or datetime.now(UTC), "account": account[:_LONGEST], "act": act,
        "of": of[:_LONGEST], "detail": detail[:_LONGEST],
    }  # fmt: skip
    connection.execute(insert(audit), row)


def noted(
    connection: Connection, account: str, act: Act, of: Collection[str], detail: str,
    since: datetime,
) -> set[str]:  # fmt: skip
    """Those of some records of which an account's act is kept since then, in these words."""
    c = audit.c
    found: set[str] = set()
    for chunk in in_chunks(of):
        query = select(c.of).where(
            c.at >= since, c.account == account[:_LONGEST], c.act == act,
            c.detail == detail[:_LONGEST], c.of.in_(chunk),
        )  # fmt: skip
        found |= set(connection.scalars(query))
    return found


def came_from(connection: Connection, account: str, since: datetime) -> set[str]:
    """The addresses from which an account logged in since then."""
    c = audit.c
    query = select(c.detail).where(c.at >= since, c.account == account[:_LONGEST], c.act == "login")
    details = connection.scalars(query.distinct()).all()
    return {d.removeprefix("from ").partition(",")[0] for d in details if d.startswith("from ")}


def listed(connection: Connection, wanted: Wanted | None = None) -> list[Entry]:
    """The newest first. Raises LedgerError where an act is none that is kept."""
    w, c = wanted or Wanted(), audit.c
    if w.act is not None and w.act not in ACTS:
        raise LedgerError(f"{w.act}: no such act. Give one of {', '.join(ACTS)}.")
    query = select(audit).order_by(c.id.desc()).limit(w.limit)
    for column, given in ((c.account, w.account), (c.act, w.act), (c.of, w.of)):
        query = query if given is None else query.where(column == given)
    if w.since is not None:
        query = query.where(c.at >= w.since)
    if w.until is not None:
        query = query.where(c.at < w.until)
    if w.before is not None:
        query = query.where(c.id < w.before)
    return [Entry(*row) for row in connection.execute(query)]
