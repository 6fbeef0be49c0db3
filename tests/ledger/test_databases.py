"""The databases of the tests: fresh for each test, and gone with the process that started them."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import databases
import pg8000.exceptions
import pg8000.native
import pytest
from sqlalchemy import create_engine, make_url, text


@pytest.mark.parametrize("turn", [1, 2])
def test_each_test_finds_an_empty_database(database_url: str, turn: int) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE told (words TEXT)"))
        connection.execute(text("INSERT INTO told VALUES ('جاسم')"))
        assert connection.scalar(text("SELECT words FROM told")) == "جاسم"
    engine.dispose()


def test_a_database_can_be_dropped_while_someone_is_connected(
    postgresql: databases.Cluster,
) -> None:
    with postgresql.database() as url:
        where = make_url(url)
        left_open = pg8000.native.Connection(
            str(where.username), host="127.0.0.1", port=postgresql.port, database=where.database
        )
    with pytest.raises(pg8000.exceptions.Error):
        left_open.run("SELECT 1")
    names = {row[0] for row in postgresql.run("SELECT datname FROM pg_database")}
    assert where.database not in names


def test_the_server_ends_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = databases.binaries()
    if folder is None:
        pytest.skip(databases.MISSING)
    homes: list[Path] = []
    make = databases.tempfile.mkdtemp
    monkeypatch.setattr(
        databases.tempfile, "mkdtemp", lambda **k: homes.append(Path(made := make(**k))) or made
    )
    with pytest.raises(KeyError), databases.cluster(folder) as server:
        raise KeyError
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", server.port)) != 0
    assert homes
    assert not homes[0].exists()


def test_without_binaries_nothing_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(databases, "_FOLDERS", (f"{tmp_path}/*/bin",))
    assert databases.binaries() is None


@pytest.fixture
def versions(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(databases, "_FOLDERS", (f"{tmp_path}/*/bin",))
    for version in ("9", "15"):
        (tmp_path / version / "bin").mkdir(parents=True)
        for name in ("initdb", "postgres"):
            (tmp_path / version / "bin" / name).touch()
    yield tmp_path


def test_the_newest_version_is_taken(versions: Path) -> None:
    assert databases.binaries() == versions / "15" / "bin"
