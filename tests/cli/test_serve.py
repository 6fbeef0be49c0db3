"""`riwaya serve`: what it refuses before it listens."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
import told_ledger

from riwaya.cli import run


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(told_ledger.make_ledger(tmp_path_factory.mktemp("serve")))


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--host", "0.0.0.0"], "others could read the ledger"),
        (["--host", "192.168.1.5"], "others could read the ledger"),
        (["--host", "example.org"], "others could read the ledger"),
        (["--team", "--group", "a"], "--group is for who works alone"),
        (["--upload", "0"], "megabytes"),
        (["--upload", "901"], "megabytes"),
        (["--map-style", "javascript:alert(1)"], "no web address of a map"),
        (["--map-origin", "https://a.example; script-src *"], "no web address of a map"),
        (["--port", "65536"], "--port"),
        (["--port", "-1"], "--port"),
    ],
)
def test_it_refuses_what_would_harm(
    ledger: str, options: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["serve", ledger, *options]) == 2
    said = capsys.readouterr().err
    assert says in said and said.count("\n") == 1


def test_a_port_that_is_taken_is_told(ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert run(["serve", ledger, "--port", str(port)]) == 2
    assert str(port) in capsys.readouterr().err


def test_what_is_no_ledger_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "note.txt").write_text("no ledger")
    assert run(["serve", str(tmp_path / "note.txt"), "--port", "0"]) == 2
    assert "ledger" in capsys.readouterr().err
