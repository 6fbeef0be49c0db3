"""Opening: the tables are those of this version, and what is no ledger is told in words."""

from __future__ import annotations

import socket
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from ledger.ledger_helper import add, everything, hayyan, ledger_at, place_of
from sqlalchemy import inspect, make_url, text

import riwaya.ledger.search.index  # noqa: F401 (its table belongs to the metadata)
from riwaya.ledger.database import reading, writing
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.schema import metadata
from riwaya.ledger.store import Ledger


def _refusal(location: str | Path, *, create: bool = False) -> str:
    """The message with which an opening is refused."""
    with pytest.raises(LedgerError) as caught:
        Ledger(location, create=create)
    message = str(caught.value)
    assert message.endswith(".")
    assert "Traceback" not in message
    return message


def test_the_tables_are_those_that_the_program_works_with(database_url: str) -> None:
    with ledger_at(database_url) as ledger, reading(ledger._engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = [d for d in compare_metadata(context, metadata) if not _of_search(d)]
        assert found == []
        assert set(metadata.tables) <= set(inspect(connection).get_table_names())


def _of_search(difference: object) -> bool:
    """Of the index for words, which each database makes in its own way."""
    return "search_words" in repr(difference) or "search_text_words" in repr(difference)


def test_opening_twice_is_fine(database_url: str) -> None:
    with ledger_at(database_url) as ledger, ledger_at(database_url) as other:
        add(ledger, hayyan()[0])
        add(other, hayyan()[1])
        assert everything(ledger) == everything(other)
        assert ledger.stats()["reports"] == 2
    with Ledger(place_of(database_url)) as ledger:
        assert ledger.stats()["reports"] == 2


def test_one_of_a_newer_version_is_left_alone(database_url: str) -> None:
    with ledger_at(database_url) as ledger, writing(ledger._engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for create in (True, False):
        message = _refusal(place_of(database_url), create=create)
        assert "newer Riwaya" in message
        assert "9999" in message


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    for tables in (["orders"], ["reports"], ["orders", "alembic_version"]):
        path.unlink(missing_ok=True)
        with sqlite3.connect(path) as other:
            for table in tables:
                other.execute(f"CREATE TABLE {table} (version_num TEXT)")
                other.execute(f"INSERT INTO {table} VALUES ('17')")
        other.close()
        before = path.read_bytes()
        for create in (True, False):
            assert "another program's" in _refusal(path, create=create)
        assert path.read_bytes() == before
        assert [p.name for p in tmp_path.iterdir()] == ["shop.db"]


def test_an_empty_file_is_none_but_can_become_one(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    assert "is empty" in _refusal(path)
    with Ledger(path, create=True) as ledger:
        assert ledger.stats()["reports"] == 0


def test_a_text_file_is_none(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("ملاحظات " * 300)
    before = path.read_bytes()
    for create in (True, False):
        assert "is no ledger" in _refusal(path, create=create)
    assert path.read_bytes() == before


def test_a_folder_is_none(tmp_path: Path) -> None:
    for create in (True, False):
        assert "is a folder" in _refusal(tmp_path, create=create)


def test_what_is_not_there_is_not_made_unasked(tmp_path: Path) -> None:
    assert "no such ledger" in _refusal(tmp_path / "none.db")
    assert "no such folder" in _refusal(tmp_path / "none" / "a.db", create=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a b.db", "a?b.db", "a#b.db", "دفتر.ledger", "100%.db"])
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    with Ledger(tmp_path / name, create=True) as ledger:
        add(ledger, hayyan()[0])
    assert (tmp_path / name).is_file()
    with Ledger(tmp_path / name) as ledger:
        assert ledger.stats()["reports"] == 1


@pytest.mark.parametrize(
    "url",
    ["mysql://u:hush@127.0.0.1/x", "https://example.org/x", "postgresql://u:hush@127.0.0.1:port/x",
     "://", "nothing://"],
)  # fmt: skip
def test_an_address_of_something_else_is_refused(url: str) -> None:
    message = _refusal(url, create=True)
    assert "postgresql://" in message
    assert "hush" not in message


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    message = _refusal(f"postgresql://u:hush@127.0.0.1:{port}/x", create=True)
    assert "does not answer" in message
    assert "hush" not in message


def test_a_database_that_is_not_there_is_told(postgresql: object) -> None:
    url = make_url(postgresql.url("none"))  # type: ignore[attr-defined]
    message = _refusal(url.set(drivername="postgresql").render_as_string(), create=True)
    assert "no database of that name" in message


def test_a_wrong_password_is_told() -> None:
    with _refusing_server() as port:
        message = _refusal(f"postgresql://u:hush@127.0.0.1:{port}/x", create=True)
    assert "password" in message
    assert "hush" not in message
    assert "{" not in message


@contextmanager
def _refusing_server() -> Iterator[int]:
    """What looks like a PostgreSQL that knows nobody."""
    said = b"SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user\0\0"
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            for _ in range(5):
                try:
                    wire, _ = server.accept()
                except OSError:
                    return
                with wire:
                    if wire.recv(4096)[4:8] == (80877103).to_bytes(4, "big"):  # asks for TLS
                        wire.sendall(b"N")
                        wire.recv(4096)
                    wire.sendall(b"R" + (8).to_bytes(4, "big") + (3).to_bytes(4, "big"))
                    wire.recv(4096)
                    wire.sendall(b"E" + (4 + len(said)).to_bytes(4, "big") + said)

        threading.Thread(target=answer, daemon=True).start()
        yield server.getsockname()[1]
