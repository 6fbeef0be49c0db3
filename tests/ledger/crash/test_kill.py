"""Adding survives kill -9 at any moment: run again, it ends with what one undisturbed run makes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from ledger.crash.contents import Contents, contents
from ledger.crash.runs import PATIENCE, Driver, Run

_KILLS = int(os.environ.get("RIWAYA_SOAK", "10"))
_SEED = int(os.environ.get("RIWAYA_SOAK_SEED", "5"))
_ON_POSTGRESQL = "postgresql"


@contextmanager
def _place(request: pytest.FixtureRequest, kind: str, folder: Path, n: int) -> Iterator[str]:
    """An empty place for a ledger."""
    if kind == "sqlite":
        yield str(folder / f"{n}.ledger")
        return
    with request.getfixturevalue("postgresql").database() as url:
        yield url


def _ended_by_itself(run: Run, chance: random.Random, longest: float) -> bool:
    """Kills a run at a random moment, or behind a random outcome; whether it was over before."""
    if chance.random() < 0.5:
        time.sleep(chance.uniform(0, longest / 2))
    else:
        run.reaches(chance.randrange(1, 9))
    status = run.kill()
    assert status in (0, -9), run.said
    return status == 0


def _undisturbed(adders: Driver, place: str) -> float:
    """Seconds that a whole run takes."""
    start = time.monotonic()
    run = adders.start(place)
    assert run.wait() == 0, run.said
    return time.monotonic() - start


@pytest.mark.parametrize("kind", ["sqlite", _ON_POSTGRESQL])
def test_kills_at_random_moments_lose_and_double_nothing(
    kind: str, request: pytest.FixtureRequest, adders: Driver, whole: Contents, tmp_path: Path
) -> None:
    chance = random.Random(_SEED)
    with _place(request, kind, tmp_path, 0) as place:
        longest = _undisturbed(adders, place)
        assert contents(place) == whole
    killed = ledgers = 0
    while killed < _KILLS:
        ledgers += 1
        with _place(request, kind, tmp_path, ledgers) as place:
            jobs = 2 if ledgers % 2 == 0 else 1
            while not _ended_by_itself(adders.start(place, jobs=jobs), chance, longest):
                killed += 1
            assert contents(place) == whole, f"seed {_SEED}, ledger {ledgers}, {killed} kills"


def test_whoever_reads_for_a_killed_process_ends_too(
    adders: Driver, whole: Contents, ledger_place: str
) -> None:
    """Else it would hold the lock of the database for ever."""
    run = adders.start(ledger_place, jobs=2)
    run.reaches(3)
    assert run.kill() == -9
    again = adders.start(ledger_place, jobs=2)
    assert again.wait() == 0, again.said
    assert contents(ledger_place) == whole


_READS_FOR_EVER = """
import os, time
from riwaya.model import Report
from riwaya.workers import read_all
def make(options):
    def read(report):
        os.write(1, b"reading\\n")
        time.sleep(600)
    return read
list(read_all([Report("a", "a"), Report("b", "b")], jobs=2, make=make))
"""


def test_processes_end_with_the_one_that_started_them() -> None:
    started = subprocess.Popen([sys.executable, "-c", _READS_FOR_EVER], stdout=subprocess.PIPE)
    assert started.stdout is not None
    assert started.stdout.readline() == b"reading\n"
    started.kill()
    started.communicate(timeout=PATIENCE)  # ends when nobody holds the other end any more
