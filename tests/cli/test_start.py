"""How the command line starts: light, with every command explained."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
COMMANDS = (
    *("read", "add", "incidents", "incident", "who", "search", "stats", "judge", "undo"),
    *("judgements", "restrict", "purge", "outlets", "ledger", "gazetteer", "team"),
)
HEAVY = (
    "sqlalchemy",
    "alembic",
    "pydantic",
    "httpx",
    "argon2",
    "rich.progress",
    "riwaya.ledger.store",
)


def test_nothing_heavy_is_loaded_before_a_command_needs_it() -> None:
    code = "import sys, riwaya.cli; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, timeout=120, text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src")},
    )  # fmt: skip
    loaded = done.stdout.split()
    assert "riwaya.cli.add" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_help_lists_every_command(riwaya: Run) -> None:
    said = riwaya("--help")
    assert said.status == 0
    assert all(f"\n  {name} " in said.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, riwaya: Run) -> None:
    said = riwaya(name, "--help")
    assert (said.status, said.err) == (0, "")
    assert f"Usage: riwaya {name}" in said.out


@pytest.mark.parametrize("name", COMMANDS[2:-3])
def test_what_is_no_ledger_is_told_by_every_command(name: str, tmp_path: Path, riwaya: Run) -> None:
    needed = {
        "who": ["أحد"], "search": ["أحد"], "undo": ["1"], "purge": ["r", "--yes"],
        "judge": ["statement", "accept", "k"], "restrict": ["r", "--lift"],
    }  # fmt: skip
    signed = ["--by", "a", "--why", "b"] if name in ("judge", "undo", "restrict", "purge") else []
    where = tmp_path / "none.ledger"
    assert "no such ledger" in riwaya(name, where, *needed.get(name, []), *signed).wrong
    assert not where.exists()
