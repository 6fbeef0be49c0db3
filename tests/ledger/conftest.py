"""Every test that asks for `database_url` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import databases
import pytest


@pytest.fixture(scope="session")
def postgresql() -> Iterator[databases.Cluster]:
    """A PostgreSQL of the tests' own; where there is none they are skipped, in CI they fail."""
    folder = databases.binaries()
    if folder is None and databases.in_ci():
        pytest.fail(databases.MISSING)
    if folder is None:
        pytest.skip(databases.MISSING)
    with databases.cluster(folder) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database of the test's own."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'ledger.db'}"
        return
    server: databases.Cluster = request.getfixturevalue("postgresql")
    with server.database() as url:
        yield url
