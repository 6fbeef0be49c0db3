"""A team on each database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from ledger.team.team_helper import Worked, worked

from riwaya.ledger.team import passwords


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that take a millisecond, but where a test sets others."""
    quick = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)
    monkeypatch.setattr(passwords, "_HASHER", quick)


@pytest.fixture
def at(database_url: str) -> Iterator[Worked]:
    """A team without accounts, on SQLite and on PostgreSQL."""
    with worked(database_url) as found:
        yield found
