"""A ledger's database: a SQLite file, or PostgreSQL by URL; opened, locked, kept at its version."""

from __future__ import annotations

import logging
import os
import socket
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DataError, DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import NullPool, QueuePool

from riwaya.ledger.errors import LedgerError, Unavailable
from riwaya.ledger.failures import plain

_WAIT = 30_000  # milliseconds that one writer waits for another
_LOCK = 0x7269_7761_7961  # PostgreSQL's number for the one writer of a ledger
_TEAM = 0x7465_616D  # and for the one writer of its accounts
_WRITES = "riwaya_writes"
_EMPTY_JOURNAL = 32  # bytes of a SQLite journal's header, with nothing behind it
_OURS = frozenset({"reports", "readings", "judgements"})  # tables of every version
_FAILURES = (DBAPIError, sqlite3.Error, PoolTimeout)
_UNFIT = (
    "this holds a character or a number that a database cannot keep. Take it out and try again."
)
_OPEN = {"pool_size": 10, "max_overflow": 40}
"""Connections: as many as a server answers requests at once, so that none waits for another's."""
_QUIET = "riwaya"
logging.getLogger(f"sqlalchemy.pool.impl.QueuePool.{_QUIET}").setLevel(logging.CRITICAL)
"""A connection that was lost is told once, in our words; the pool would print a traceback."""
_ONE_VIEW = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
_PROBES = (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 15), ("TCP_KEEPCNT", 4))
"""Seconds of silence, and between questions, and how many go unanswered: then it is lost."""
_AT_ONCE = 50  # milliseconds that what may be left out waits for a writer
_WRITER = (
    "SELECT set_config('idle_in_transaction_session_timeout', '10min', true), "
    "pg_advisory_xact_lock({})"
)
"""One writer at a time; one that has vanished holds the others up for ten minutes at most."""


def engine_of(location: str | Path, *, create: bool) -> Engine:
    """The engine of a ledger at a path or a PostgreSQL URL, at the version of this program.

    Makes it where `create` is set and nothing is there. Raises LedgerError where it cannot be
    opened, is no ledger, or was made by a newer version.
    """
    where = str(location)
    engine = _postgresql(where) if "://" in where else _sqlite(Path(where), create=create)
    try:
        _bring_up(engine, where, create=create)
    except (SQLAlchemyError, sqlite3.Error) as error:
        engine.dispose()
        raise LedgerError(f"{shown(where)}: {plain(error)}.") from error
    except LedgerError:
        engine.dispose()
        raise
    return engine


def shown(where: str) -> str:
    """A location without its password, nor what else is asked of the server behind «?».

    Raises LedgerError where it is no address.
    """
    return _without_password(_address(where)) if "://" in where else where


def _without_password(url: URL) -> str:
    return url.set(query={}).render_as_string(hide_password=True)


def _address(where: str) -> URL:
    try:
        return make_url(where)
    except (SQLAlchemyError, ValueError) as error:
        raise LedgerError(
            "the ledger's address cannot be read. "
            "Write it as postgresql://user:password@host:port/database, or give a file."
        ) from error


def _name_of(engine: Engine) -> str:
    """The place of a ledger as its user gave it, without a password."""
    url = engine.url
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return _without_password(url.set(drivername="postgresql"))


def _postgresql(where: str) -> Engine:
    url = _address(where)
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise LedgerError(
            f"{shown(where)}: a ledger is a file or a postgresql:// address. Give one of these."
        )
    try:
        import pg8000  # noqa: F401
    except ImportError as error:
        raise LedgerError(
            f"{shown(where)}: PostgreSQL needs one package more: install riwaya[postgresql]."
        ) from error
    engine = create_engine(
        url.set(drivername="postgresql+pg8000"), pool_pre_ping=True, pool_logging_name=_QUIET
    )
    event.listen(engine, "connect", _tune)
    return engine


def _tune(connection: Any, record: object) -> None:
    """Small packets go out at once; waiting to fill them cost 20 ms for each command. And a
    server that went away without a word is noticed in two minutes, not in hours."""
    wire = connection._usock
    if wire.family == getattr(socket, "AF_UNIX", None):
        return
    wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for name, value in _PROBES:
        if hasattr(socket, name):
            wire.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


def _sqlite(path: Path, *, create: bool) -> Engine:
    if path.is_dir():
        raise LedgerError(f"{path}: is a folder. Give the ledger's file.")
    if not path.exists():
        if not create:
            raise LedgerError(f"{path}: no such ledger. riwaya add {path} SOURCE makes one.")
        if not path.absolute().parent.is_dir():
            raise LedgerError(f"{path}: no such folder. Make it first, or give another place.")
    # what cannot be written is opened anew each time: who may write it may have done so
    pooled = _may_write(path.absolute())
    pool = {"poolclass": QueuePool, **_OPEN} if pooled else {"poolclass": NullPool}
    engine = create_engine(URL.create("sqlite", database=str(path)), creator=_opener(path), **pool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _opener(path: Path) -> Callable[[], sqlite3.Connection]:
    """Opens the file to write, or as it can be opened where it or its folder is read-only.

    A writer that was killed there may have left a journal, which holds what it added last: then
    the file is not read as one that stands for itself.
    """
    path = path.absolute()
    journal = path.with_name(f"{path.name}-wal")

    def connect() -> sqlite3.Connection:
        if _may_write(path):
            return sqlite3.connect(path, check_same_thread=False)  # the pool hands it on
        how = "mode=ro"
        if not journal.exists() or journal.stat().st_size <= _EMPTY_JOURNAL:
            how += "&immutable=1"
        where = f"file:{quote(path.as_posix())}?{how}"
        return sqlite3.connect(where, uri=True, check_same_thread=False)

    return connect


def _may_write(path: Path) -> bool:
    """Whether the file can be written, or made, and its journal beside it."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _prepare(connection: Any, record: object) -> None:
    connection.isolation_level = None  # transactions are begun below, by hand
    for pragma in (f"busy_timeout={_WAIT}", "foreign_keys=ON", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _begun(connection: Connection) -> Iterator[None]:
    """A transaction; where something fails in it the connection is closed, not used again.

    What failed may have left rows half read, which its traceback keeps: a rollback of SQLite's
    does not end them, and whoever got the connection next would see the ledger as it was then.
    """
    try:
        with connection.begin():
            yield
    except BaseException as error:
        if connection.dialect.name == "sqlite" or not isinstance(error, LedgerError):
            connection.invalidate()
        raise


@contextmanager
def writing(engine: Engine, *, lock: int = _LOCK) -> Iterator[Connection]:
    """One transaction that writes; nothing of it stays where it fails. One writer at a time."""
    try:
        writer = engine.connect().execution_options(**{_WRITES: True})
        with writer as connection, _begun(connection):
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql(_WRITER.format(lock))
            yield connection
    except DataError as error:
        raise LedgerError(_UNFIT) from error
    except _FAILURES as error:
        raise Unavailable(f"{_name_of(engine)}: {plain(error)}.") from error


@contextmanager
def writing_beside(engine: Engine) -> Iterator[Connection]:
    """The same for accounts, sessions and the audit log: one writer of these at a time.

    On PostgreSQL it does not wait for who adds reports; a file of SQLite has one writer in all.
    """
    with writing(engine, lock=_TEAM) as connection:
        yield connection


@contextmanager
def writing_at_once(engine: Engine) -> Iterator[Connection]:
    """The same for what may be left out: raises LedgerError where another writes just now."""
    try:
        with engine.connect().execution_options(**{_WRITES: True}) as connection:
            _wait(connection, _AT_ONCE)
            try:
                with _begun(connection):
                    yield connection
            finally:
                if not connection.invalidated:
                    _wait(connection, _WAIT)
    except DataError as error:
        raise LedgerError(_UNFIT) from error
    except _FAILURES as error:
        raise Unavailable(f"{_name_of(engine)}: {plain(error)}.") from error


def _wait(connection: Connection, milliseconds: int) -> None:
    """How long a SQLite connection waits for another's writing."""
    raw = connection.connection.driver_connection
    if connection.dialect.name == "sqlite" and raw is not None:
        raw.execute(f"PRAGMA busy_timeout={milliseconds}")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One view of the ledger, unmoved by who writes meanwhile."""
    try:
        with engine.connect() as connection, _begun(connection):
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql(_ONE_VIEW)
            yield connection
    except DataError as error:
        raise LedgerError(_UNFIT) from error
    except _FAILURES as error:
        raise Unavailable(f"{_name_of(engine)}: {plain(error)}.") from error


def _bring_up(engine: Engine, where: str, *, create: bool) -> None:
    """Makes the tables, or brings those of an earlier version to this one."""
    from riwaya.ledger.migrations import head, is_known, upgrade

    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        version = None
        if "alembic_version" in tables:
            version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if version == head():
        return
    known = version is not None and is_known(version)
    if version is not None and not known and set(tables) >= _OURS:
        raise LedgerError(
            f"{shown(where)}: made by a newer Riwaya (version {version} of its tables). "
            "Update Riwaya to open it."
        )
    if tables and not known:
        raise LedgerError(
            f"{shown(where)}: is another program's database, no ledger. Give a ledger."
        )
    if version is None and not create:
        raise LedgerError(f"{shown(where)}: is empty, no ledger. riwaya add makes one.")
    if engine.dialect.name == "sqlite":
        _journal(engine)
    with writing(engine) as connection:
        upgrade(connection)


def _journal(engine: Engine) -> None:
    """Readers and a writer do not wait for one another; a file that becomes a ledger keeps this."""
    with engine.connect() as connection, suppress(sqlite3.OperationalError):  # another makes it
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA journal_mode=WAL")
