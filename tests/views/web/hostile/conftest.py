"""The small ledger in both kinds of database, for what only one of them may stumble over."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import databases
import pytest
import told_ledger
from ledger.conftest import postgresql
from starlette.testclient import TestClient
from views.web.conftest import HOST, client_on

from riwaya.corpus import open_arrivals
from riwaya.ledger import Ledger
from riwaya.workers import read_all


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def browser(
    request: pytest.FixtureRequest, told: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """A browser on the small ledger; what goes wrong inside is an answer of 500."""
    folder = tmp_path_factory.mktemp("forged")
    if request.param == "sqlite":
        with client_on(shutil.copy(told, folder / "told.ledger")) as made:
            yield browser_of(made)
        return
    server: databases.Cluster = request.getfixturevalue("postgresql")
    with server.database() as url:
        source = told_ledger.write_reports(folder / "reports.jsonl")
        with Ledger(url, create=True) as ledger:
            list(ledger.add(open_arrivals([str(source)]), read_all))  # type: ignore[arg-type]
        with client_on(url) as made:
            yield browser_of(made)


def browser_of(client: TestClient) -> TestClient:
    """The same workspace, asked by who is told of errors as everybody is."""
    return TestClient(
        client.app, base_url=f"http://{HOST}", follow_redirects=False,
        raise_server_exceptions=False,
    )  # fmt: skip


__all__ = ["browser", "postgresql"]
