"""A team's workspace on the small ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from views.web.conftest import client_on
from views.web.guard.members import PASSWORD, Join, Member

from riwaya.ledger.team import passwords


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that take a millisecond."""
    quick = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)
    monkeypatch.setattr(passwords, "_HASHER", quick)


@pytest.fixture
def nobody(ledger_file: Path) -> Iterator[Member]:
    """A browser in which nobody is logged in."""
    with client_on(ledger_file, team=True) as made:
        yield Member(made)


@pytest.fixture
def join(nobody: Member) -> Join:
    """Makes members, each with a browser of their own."""

    def made(name: str = "رنا", role: str = "reviewer", *groups: str) -> Member:
        nobody.team.add(name, PASSWORD, role, groups, by="test")
        member = nobody.elsewhere()
        assert member.log_in(name).status_code == 303
        return member

    return made
