"""A full disk, a limit on the size of files, a disk or file that can only be read."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger.crash.conftest import FEW, Reports
from ledger.crash.contents import Contents, contents
from ledger.crash.driver import outcomes
from ledger.crash.runs import Driver, Run
from sqlalchemy import create_engine, event, text

import riwaya
from riwaya.ledger import Ledger
from riwaya.ledger.errors import LedgerError

_LARGE = 64 * 1024 * 1024  # bytes
_ROOM = 120_000  # bytes: enough for some more reports, not for all
_HEADER = 32  # bytes
_NOBODY = 65534
_NO_MOUNT = "only root may mount a small disk, and not in every container"
_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def _mount(*arguments: str) -> None:
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"{_NO_MOUNT}: {done.stderr.strip()}")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def small_disk(open_folder: Path) -> Iterator[Path]:
    """A disk that can be made as small as a test likes."""
    if not _ROOT:
        pytest.skip(_NO_MOUNT)
    disk = open_folder / "disk"
    disk.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={_LARGE}", "tmpfs", str(disk))
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def _resize(disk: Path, size: int) -> None:
    _mount("-o", f"remount,size={size}", str(disk))


def _used(disk: Path) -> int:
    return shutil.disk_usage(disk).used


def _kept_are_the_first(ledger: str, reports: Reports, lines: int) -> None:
    """As many as were said to be in are in, with all that follows; of the next one nothing is."""
    assert 0 < lines < FEW
    assert contents(ledger) == reports.one_go(lines)


def test_a_database_that_may_not_grow_keeps_what_it_has(
    reports: Reports, few: tuple[str, Contents], tmp_path: Path
) -> None:
    place = str(tmp_path / "war.ledger")
    everything = [few[0]], str(reports.readings)
    with Ledger(place, create=True) as ledger:
        first = list(outcomes(ledger, [reports.of(5)], str(reports.readings)))
        with create_engine(f"sqlite:///{place}").connect() as connection:
            pages = connection.scalar(text("PRAGMA page_count"))
        limit = f"PRAGMA max_page_count={pages + 2}"
        event.listen(ledger._engine, "connect", lambda made, _: made.execute(limit))
        ledger._engine.dispose()
        done = []
        with pytest.raises(LedgerError, match=r"war\.ledger: the disk is full.*Make room") as told:
            done += outcomes(ledger, *everything)
    assert "\n" not in str(told.value)
    with Ledger(place) as ledger:
        assert ledger.stats()["reports"] >= len(first)
        _kept_are_the_first(place, reports, ledger.stats()["reports"])
        again = list(outcomes(ledger, *everything))
    assert len(again) == FEW
    assert contents(place) == few[1]


def test_a_limit_on_files_keeps_what_was_in(
    adders: Driver, reports: Reports, few: tuple[str, Contents], tmp_path: Path
) -> None:
    place = str(tmp_path / "war.ledger")
    assert adders.start(place, sources=[reports.of(5)]).wait() == 0
    run = adders.start(place, sources=[few[0]], largest=Path(place).stat().st_size + _ROOM)
    assert run.wait() == 3, run.said
    assert "disk" in run.said
    assert "run it again" in run.said
    assert "Traceback" not in run.said
    _kept_are_the_first(place, reports, len(run.lines))
    assert adders.start(place, sources=[few[0]]).wait() == 0
    assert contents(place) == few[1]


def test_a_full_disk_keeps_what_was_in(
    adders: Driver, reports: Reports, few: tuple[str, Contents], small_disk: Path
) -> None:
    place = str(small_disk / "war.ledger")
    assert adders.start(place, sources=[reports.of(5)]).wait() == 0
    _resize(small_disk, _used(small_disk) + 2 * _ROOM)
    run = adders.start(place, sources=[few[0]])
    assert run.wait() == 3, run.said
    assert "the disk is full" in run.said
    assert "Traceback" not in run.said
    _resize(small_disk, _LARGE)
    _kept_are_the_first(place, reports, len(run.lines))
    assert adders.start(place, sources=[few[0]]).wait() == 0
    assert contents(place) == few[1]


def test_a_full_disk_under_postgresql(
    adders: Driver,
    reports: Reports,
    few: tuple[str, Contents],
    small_disk: Path,
    postgresql: object,
) -> None:
    import databases

    assert isinstance(postgresql, databases.Cluster)
    home = small_disk / "space"
    home.mkdir()
    databases._unprivileged(home)
    postgresql.run(f"CREATE TABLESPACE small LOCATION '{home}'")
    postgresql.run("CREATE DATABASE small TEMPLATE template0 TABLESPACE small")
    try:
        url = postgresql.url("small")
        assert adders.start(url, sources=[reports.of(5)]).wait() == 0
        _resize(small_disk, _used(small_disk) + _ROOM)
        run = adders.start(url, sources=[few[0]])
        assert run.wait() == 3, run.said
        assert "the disk is full" in run.said
        _resize(small_disk, _LARGE)
        _kept_are_the_first(url, reports, len(run.lines))
        assert adders.start(url, sources=[few[0]]).wait() == 0
        assert contents(url) == few[1]
    finally:
        postgresql.run("DROP DATABASE small WITH (FORCE)")
        postgresql.run("DROP TABLESPACE small")


def _asked_by_one_who_may_only_read(adders: Driver, reports: Reports, ledger: Path) -> Run:
    """Run as another user; skipped where that one could not even read our code."""
    other: dict[str, object] = {}
    if _ROOT:
        code = Path(str(riwaya.__file__)).resolve()
        if not all(parent.stat().st_mode & 0o001 for parent in code.parents):
            pytest.skip("root may write everywhere, and no other user can read the code here")
        other = {"user": _NOBODY}
    for file in ledger.parent.iterdir():
        file.chmod(0o444)
    readings, source = (
        shutil.copy(file, ledger.parent.parent) for file in (reports.readings, reports.of(9))
    )
    ledger.parent.chmod(0o555)
    run = adders.start(ledger, ask=True, sources=[source], readings=readings, **other)
    assert run.wait() == 3, run.said
    ledger.parent.chmod(0o755)
    return run


@pytest.mark.parametrize("journal", [None, "empty", "full"])
def test_a_ledger_that_can_only_be_read_is_read(
    adders: Driver, reports: Reports, open_folder: Path, journal: str | None
) -> None:
    """Also where a writer was killed, and left beside the file what it had added last."""
    ledger = open_folder / "theirs" / "what is? told#1.ledger"
    ledger.parent.mkdir()
    if journal is None:
        assert adders.start(ledger, sources=[reports.of(6)]).wait() == 0
    else:
        assert adders.start(ledger, dies_after=6).wait() == -signal.SIGKILL
        _leave_of_journal(ledger, 0 if journal == "full" else _HEADER)
    asked = _asked_by_one_who_may_only_read(adders, reports, ledger)
    assert asked.lines, asked.said
    stats, ids = json.loads(asked.lines[0])
    assert stats["reports"] == 6
    assert ids
    assert asked.lines[1:] == ["there"] * 6
    assert f"{ledger}: it can only be read" in asked.said
    assert "copy it elsewhere" in asked.said


def _leave_of_journal(ledger: Path, first: int) -> None:
    """Leaves the journal of one who was killed as it is, or so many first bytes of it."""
    left = [ledger.with_name(f"{ledger.name}-{end}") for end in ("wal", "shm")]
    kept = [file.read_bytes() for file in left]
    assert len(kept[0]) > _HEADER
    if first:
        with Ledger(ledger) as opened:
            assert opened.stats()["reports"] == 6
        left[0].write_bytes(kept[0][:first])
        left[1].write_bytes(kept[1])


def test_a_ledger_on_a_disk_that_can_only_be_read(
    adders: Driver, reports: Reports, small_disk: Path
) -> None:
    ledger = small_disk / "war.ledger"
    assert adders.start(ledger, sources=[reports.of(5)]).wait() == 0
    _mount("-o", "remount,ro", str(small_disk))
    asked = adders.start(ledger, ask=True)
    assert asked.wait() == 3, asked.said
    stats, ids = json.loads(asked.lines[0])
    assert stats["reports"] == 5
    assert ids
    assert "it can only be read" in asked.said
