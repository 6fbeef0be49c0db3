"""The connection to the database is lost in the middle of adding; the server goes down and up."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import databases
import pytest
from ledger.crash.conftest import Reports
from ledger.crash.contents import Contents, contents
from ledger.crash.driver import outcomes
from sqlalchemy import Engine, event, make_url

from riwaya.ledger import Ledger
from riwaya.ledger.errors import LedgerError

Strike = Callable[[], object]


def _strike_at(engine: Engine, number: int, strike: Strike) -> None:
    """Strikes before the database's nth command from now on, counting commits."""
    left = number

    def count(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            strike()

    event.listen(engine, "before_cursor_execute", count)
    event.listen(engine, "commit", count)


def _cut_off(server: databases.Cluster, url: str) -> Strike:
    name = make_url(url).database
    sql = f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'"
    return lambda: server.run(sql)


@pytest.mark.parametrize("command", [1, 40, 300, "commit"])
def test_a_lost_connection_keeps_what_was_in(
    postgresql: databases.Cluster, reports: Reports, few: tuple[str, Contents], command: int | str,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    with postgresql.database() as url, Ledger(url, create=True) as ledger:
        list(outcomes(ledger, [reports.of(4)], str(reports.readings)))
        strike = _cut_off(postgresql, url)
        if isinstance(command, int):
            _strike_at(ledger._engine, command, strike)
        else:
            event.listen(ledger._engine, "commit", _once_of(strike, 20))
        with pytest.raises(LedgerError, match=r"connection to the database was lost.*[Rr]un it"):
            list(outcomes(ledger, [few[0]], str(reports.readings)))
        kept = ledger.stats()["reports"]
        assert contents(url) == reports.one_go(kept)
        list(outcomes(ledger, [few[0]], str(reports.readings)))
        assert contents(url) == few[1]
    assert "Traceback" not in "".join(capfd.readouterr())


def _once_of(strike: Strike, number: int) -> Callable[[object], None]:
    commits = 0

    def count(_: object) -> None:
        nonlocal commits
        commits += 1
        if commits == number:
            strike()

    return count


def test_a_server_that_goes_down_and_up(
    reports: Reports, few: tuple[str, Contents], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = databases.binaries()
    if folder is None:
        pytest.skip(databases.MISSING)
    home = Path(tempfile.mkdtemp(prefix="riwaya-postgresql-"))
    port = databases._free_port()
    monkeypatch.setattr(databases, "_free_port", lambda: port)
    try:
        identity = databases._unprivileged(home)
        databases._initialise(folder, home, identity)
        with databases._serving(folder, home, identity) as server:
            ledger = Ledger(url := server.url("postgres"), create=True)
            adding = outcomes(ledger, [few[0]], str(reports.readings))
            done = [next(adding) for _ in range(7)]
        with pytest.raises(LedgerError, match=r"the database does not answer|was lost"):
            list(adding)
        with pytest.raises(LedgerError, match=r"the database does not answer.*run it again"):
            ledger.stats()
        with databases._serving(folder, home, identity):
            assert ledger.stats()["reports"] == len(done)
            list(outcomes(ledger, [few[0]], str(reports.readings)))
            assert contents(url) == few[1]
            ledger.close()
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://riwaya@127.0.0.1:{port}/none", "no database of that name"),
        ("postgresql://riwaya@127.0.0.1:1/none", "does not answer"),
        ("postgresql://a:secret:b/c", "cannot be read"),
        ("mysql://a:secret@b/c", "a ledger is a file or a postgresql:// address"),
    ],
)
def test_an_address_that_leads_nowhere(postgresql: databases.Cluster, url: str, said: str) -> None:
    with pytest.raises(LedgerError, match=said) as told:
        Ledger(url.format(port=postgresql.port), create=True)
    assert "secret" not in str(told.value)
