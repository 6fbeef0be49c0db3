"""Processes that add to a ledger, and what a ledger holds, to be compared."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

PATIENCE = 60  # seconds
_DRIVER = Path(__file__).with_name("driver.py")


@dataclass
class Run:
    """One process that adds."""

    driver: Driver
    pid: int
    out: Path
    ended: int | None = None

    @property
    def lines(self) -> list[str]:
        """What it has printed so far: a line for each report that is in."""
        return self.out.read_text().splitlines() if self.out.exists() else []

    @property
    def said(self) -> str:
        """Its standard error."""
        return self.out.with_name(f"{self.out.name}.err").read_text()

    def has_ended(self) -> bool:
        """Whether it is over, though nobody waited for it yet."""
        state = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[0]
        return state == "Z"

    def reaches(self, lines: int) -> None:
        """Waits until it has printed so many lines, or is over."""
        give_up = time.monotonic() + PATIENCE
        while len(self.lines) < lines and not self.has_ended() and time.monotonic() < give_up:
            time.sleep(0.001)

    def kill(self) -> int:
        """Ends it at once; gives its status, which is negative where it had not ended itself."""
        os.kill(self.pid, signal.SIGKILL)
        return self.wait()

    def wait(self) -> int:
        """Its exit status; it is killed where it never ends."""
        give_up = time.monotonic() + PATIENCE
        while self.ended is None and not self.has_ended():
            if time.monotonic() > give_up:
                os.kill(self.pid, signal.SIGKILL)
            time.sleep(0.002)
        if self.ended is None:
            self.ended = self.driver.tell({"wait": self.pid})
        return self.ended


@dataclass
class Driver:
    """A process that starts others, each ready to add."""

    process: subprocess.Popen[str]
    folder: Path
    common: dict[str, Any]
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def tell(self, asked: dict[str, Any]) -> int:
        """Sends a line and gives the number that comes back."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def start(self, ledger: str | Path, **asked: Any) -> Run:
        """Starts a process that adds to a ledger; by default all reports."""
        out = self.folder / f"out-{next(self._numbers)}"
        spec = self.common | {"ledger": str(ledger), "out": str(out)} | asked
        return Run(self, self.tell(spec), out)


@contextmanager
def driver(folder: Path, source: Path, readings: Path) -> Iterator[Driver]:
    """Makes a driver ready."""
    process = subprocess.Popen(
        [sys.executable, str(_DRIVER), str(source), str(readings)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        while (line := process.stdout.readline()) != "ready\n":
            assert line, "what adds could not be made ready; see its standard error"
        yield Driver(process, folder, {"sources": [str(source)], "readings": str(readings)})
    finally:
        process.stdin.close()
        process.stdout.close()
        process.wait(timeout=PATIENCE)
