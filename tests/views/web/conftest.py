"""A workspace to ask: on the small ledger of `told_ledger`, and on the demo's."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import told_ledger
from starlette.testclient import TestClient

from riwaya.corpus import open_arrivals
from riwaya.ledger import Ledger
from riwaya.views.web.app import application
from riwaya.views.web.settings import Settings
from riwaya.workers import read_all

HOST = "127.0.0.1"
JASIM = Path(__file__).parents[3] / "examples" / "jasim" / "reports.jsonl"


def client_on(path: Path | str, **settings: object) -> TestClient:
    """A client of a workspace on a ledger."""
    given = {"name": "سلمى", "hosts": frozenset({HOST}), **settings}
    app = application(Settings(location=str(path), **given))  # type: ignore[arg-type]
    return TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)


def csrf_of(client: TestClient) -> str:
    """The secret that forms of this client carry."""
    found = re.search(r'name="csrf" content="([^"]+)"', client.get("/incidents").text)
    assert found is not None
    return found[1]


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small ledger, made once; copy it to change it."""
    return told_ledger.make_ledger(tmp_path_factory.mktemp("told"))


@pytest.fixture(scope="session")
def jasim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's ledger, made once; copy it to change it."""
    path = tmp_path_factory.mktemp("jasim") / "jasim.ledger"
    with Ledger(path, create=True) as ledger:
        assert len(list(ledger.add(open_arrivals([str(JASIM)]), read_all))) == 32  # type: ignore[arg-type]
    return path


@pytest.fixture
def ledger_file(told: Path, tmp_path: Path) -> Path:
    """A copy of the small ledger."""
    return Path(shutil.copy(told, tmp_path / "told.ledger"))


@pytest.fixture
def client(ledger_file: Path) -> Iterator[TestClient]:
    """Who works alone on the small ledger."""
    with client_on(ledger_file) as made:
        yield made


@pytest.fixture
def workspace(ledger_file: Path) -> Iterator[Callable[..., TestClient]]:
    """Opens workspaces on one copy of the small ledger, with settings of the test's own."""
    with ExitStack() as stack:

        def opened(**settings: object) -> TestClient:
            return stack.enter_context(client_on(ledger_file, **settings))

        yield opened


@pytest.fixture
def jasim_client(jasim: Path, tmp_path: Path) -> Iterator[TestClient]:
    """Who works alone on a copy of the demo's ledger."""
    with client_on(shutil.copy(jasim, tmp_path / "jasim.ledger")) as made:
        yield made
