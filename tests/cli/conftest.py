"""What tests of the ledger's commands need: a ledger, commands run, their lines."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import told_ledger

from riwaya.cli import run


class Ran:
    """A command's exit status and what it said."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err
        assert "Traceback" not in err

    @property
    def json(self) -> list[Any]:
        """The objects of its output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def wrong(self) -> str:
        """The one line that a command says when it was used wrongly."""
        assert (self.status, self.out) == (2, "")
        (line,) = self.err.splitlines()
        assert line.startswith("riwaya: ")
        return line


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return told_ledger.make_ledger(tmp_path_factory.mktemp("told"))


@pytest.fixture
def ledger(made: Path, tmp_path: Path) -> Path:
    """A ledger of the test's own."""
    return Path(shutil.copy(made, tmp_path / "told.ledger"))


@pytest.fixture
def riwaya(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: object) -> Ran:
        status = run([str(a) for a in arguments])
        said = capsys.readouterr()
        return Ran(status, said.out, said.err)

    return command
