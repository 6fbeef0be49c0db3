"""What is to be read in the background: texts, files and addresses, and what came of each.

jobs = Jobs(engine)
number = jobs.put("file", body, account="سارة", name="reports.jsonl")
job = jobs.take()
jobs.done(number, brought)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Literal, get_args

from sqlalchemy import Connection, Engine, Row, insert, or_, select, update

from riwaya.ledger.addresses import address
from riwaya.ledger.database import reading, writing
from riwaya.ledger.errors import LedgerError, NotFound
from riwaya.ledger.keeping import check_group
from riwaya.ledger.team.brought import Brought
from riwaya.ledger.team.labels import label, lines
from riwaya.ledger.team.schema import jobs

Kind = Literal["text", "file", "address"]
State = Literal["waiting", "running", "done"]
_SHOWN = [column for column in jobs.c if column.name != "body"]


@dataclass(frozen=True, slots=True)
class Job:
    """One text, file or address: who gave it, how far its reading is, what came of it.

    `new` and `known` count reports. `body` is a text or an address in UTF-8 or a file's bytes; only
    `take` gives it.
    """

    id: int
    at: datetime
    account: str
    kind: Kind
    name: str
    outlet: str | None
    published: date | None
    group: str | None
    state: State
    new: int
    known: int
    problems: tuple[str, ...]
    reports: tuple[str, ...]  # ids of the first ones
    ended: datetime | None
    body: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Jobs:
    """The jobs of a ledger; each verb is one transaction."""

    _engine: Engine

    def put(
        self, kind: Kind, body: bytes, *, account: str, name: str = "", outlet: str | None = None,
        published: date | None = None, group: str | None = None,
    ) -> int:  # fmt: skip
        """Has something read; gives the job's number. Raises LedgerError for no group's name."""
        with writing(self._engine) as connection:
            return put(
                connection, kind, body, account=account, name=name, outlet=outlet,
                published=published, group=group,
            )  # fmt: skip

    def take(self) -> Job | None:
        """The job that waits longest, which runs from now on; None where none waits."""
        with reading(self._engine) as connection:
            if _first(connection) is None:  # the writers are not held up for nothing
                return None
        with writing(self._engine) as connection:
            return take(connection)

    def is_waiting(self) -> bool:
        """Whether anything is still to be read, or was when the reader ended."""
        with reading(self._engine) as connection:
            left = select(jobs.c.id).where(jobs.c.state != "done").limit(1)
            return connection.scalar(left) is not None

    def progress(self, id: int, brought: Brought) -> None:
        """Keeps what has come so far of a job that runs."""
        with writing(self._engine) as connection:
            progress(connection, id, brought)

    def done(self, id: int, brought: Brought) -> None:
        """Ends a job; what it was given is deleted."""
        with writing(self._engine) as connection:
            done(connection, id, brought)

    def again(self) -> int:
        """Has all that ran wait again; gives how many."""
        with writing(self._engine) as connection:
            return again(connection)

    def listed(self, account: str | None = None, limit: int = 50) -> list[Job]:
        """The jobs of an account, or of all, the newest first."""
        with reading(self._engine) as connection:
            return listed(connection, account, limit)

    def one(self, id: int) -> Job:
        """A job by its number. Raises NotFound."""
        with reading(self._engine) as connection:
            return one(connection, id)


def put(
    connection: Connection, kind: Kind, body: bytes, *, account: str, name: str = "",
    outlet: str | None = None, published: date | None = None, group: str | None = None,
) -> int:  # fmt: skip
    """Adds a job; gives its number. Raises LedgerError.

    `name` is only shown, and cleaned for that: it is never a path. Of a text it is the title.
    """
    if kind not in get_args(Kind):
        raise LedgerError(f"{kind!r}: no kind of job. Give one of {', '.join(get_args(Kind))}.")
    if group is not None:
        check_group(group)
    row = {
        "at": datetime.now(UTC), "account": account, "kind": kind, "name": label(kind, name),
        "body": body, "outlet": label("text", outlet or "") or None, "published": published,
        "group": group, "state": "waiting", "new": 0, "known": 0, "problems": "", "reports": "",
    }  # fmt: skip
    return int(connection.execute(insert(jobs).returning(jobs.c.id), row).scalar_one())


def take(connection: Connection) -> Job | None:
    """The job that waits longest, with its body; it runs from now on. None where none waits.

    In a `writing` transaction: there is one at a time, so no two readers take the same.
    """
    first = _first(connection)
    if first is None:
        return None
    connection.execute(update(jobs).where(jobs.c.id == first).values(state="running"))
    row = connection.execute(select(*jobs.c).where(jobs.c.id == first)).one()
    return _job(row, row.body)


def _first(connection: Connection) -> int | None:
    waiting = select(jobs.c.id).where(jobs.c.state == "waiting").order_by(jobs.c.id).limit(1)
    return connection.scalar(waiting)


def progress(connection: Connection, id: int, brought: Brought) -> None:
    """Keeps what has come so far of a job that runs."""
    running = update(jobs).where(jobs.c.id == id, jobs.c.state == "running")
    connection.execute(running.values(**_columns(brought)))


def done(connection: Connection, id: int, brought: Brought) -> None:
    """Ends a job with what came of it; its body is deleted. One that has ended stays as it is."""
    open_ = update(jobs).where(jobs.c.id == id, jobs.c.state != "done")
    connection.execute(
        open_.values(state="done", body=None, ended=datetime.now(UTC), **_columns(brought))
    )


def _columns(brought: Brought) -> dict[str, object]:
    return {
        "new": brought.new, "known": brought.known, "problems": lines(brought.told),
        "reports": lines(brought.reports),
    }  # fmt: skip


def again(connection: Connection) -> int:
    """Has all that ran wait again, for who read it is gone; gives how many."""
    ran = update(jobs).where(jobs.c.state == "running").values(state="waiting")
    return connection.execute(ran).rowcount


def restrict(connection: Connection, report: str, group: str) -> None:
    """Has what brought a report follow it to the group that it is restricted to."""
    named = jobs.c.reports.contains(report, autoescape=True)
    rows = connection.execute(select(jobs.c.id, jobs.c.reports).where(named)).all()
    for row in rows:
        if report in row.reports.split("\n"):
            connection.execute(update(jobs).where(jobs.c.id == row.id).values(group=group))


def listed(connection: Connection, account: str | None, limit: int) -> list[Job]:
    """The jobs of an account, or of all, the newest first, without what they were given."""
    found = select(*_SHOWN).order_by(jobs.c.id.desc()).limit(limit)
    if account is not None:
        found = found.where(jobs.c.account == account)
    return [_job(row) for row in connection.execute(found)]


def one(connection: Connection, id: int) -> Job:
    """A job by its number, without what it was given. Raises NotFound."""
    row = connection.execute(select(*_SHOWN).where(jobs.c.id == id)).first()
    if row is None:
        raise NotFound(f"{id}: no such job. Look at the list of what was added.")
    return _job(row)


def forget(connection: Connection, report: str, where: str | None) -> None:
    """Takes a report that is purged out of the jobs: its id, its address, what was said of it."""
    named = jobs.c.reports.contains(report, autoescape=True)
    for row in connection.execute(select(*_SHOWN).where(or_(named, jobs.c.kind == "address"))):
        left = [name for name in row.reports.splitlines() if name != report]
        brought = len(left) < len(row.reports.splitlines())
        its = where is not None and row.kind == "address" and address(row.name) == where
        if brought or its:
            alone = its or (brought and row.new + row.known <= 1)
            fresh = {"name": "", "problems": ""} if alone else {}
            of = update(jobs).where(jobs.c.id == row.id)
            connection.execute(of.values(reports=lines(left), **fresh))


def _job(row: Row[tuple[object, ...]], body: bytes | None = None) -> Job:
    shown = {column.name: row._mapping[column] for column in _SHOWN}
    shown["problems"] = tuple(shown["problems"].splitlines())
    shown["reports"] = tuple(shown["reports"].splitlines())
    return Job(**shown, body=body)
