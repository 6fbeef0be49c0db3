"""A team whose clock the test sets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from riwaya.ledger.database import engine_of
from riwaya.ledger.team.team import Team

PASSWORD = "قمر ونخيل و7 أنهار"
START = datetime(2023, 5, 16, 10, tzinfo=UTC)
CLIENT = "192.0.2.7"


class Clock:
    """A time that stands until it is moved on."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        """Moves on by hours, minutes, seconds."""
        self.now += timedelta(**time)


class Worked:
    """A team, its clock and its database."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.clock = engine, Clock()
        self.team = Team(engine, self.clock)

    def account(self, name: str = "رنا", role: str = "reviewer", *groups: str) -> str:
        """Adds an account with PASSWORD; gives its name."""
        return self.team.add(name, PASSWORD, role, groups, by="test").name


@contextmanager
def worked(url: str) -> Iterator[Worked]:
    """The team of a database of the tests."""
    engine = engine_of(url.removeprefix("sqlite:///"), create=True)
    yield Worked(engine)
    engine.dispose()
