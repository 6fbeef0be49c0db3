"""Starts the process that reads, wakes it, and starts it again when it dies."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from riwaya.ledger import Ledger, LedgerError
from riwaya.ledger.team.brought import Brought
from riwaya.views.web.reader.settings import OUT_OF_REACH, ReaderSettings

_MOST_DEATHS = 3  # of the process in one job, before that is given up
_MOST_REFUSALS = 12  # of the ledger to take what a job brings
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 30.0  # seconds before it is started again
_STEADY = 60.0  # seconds after which a process counts as having run well
_PATIENCE = 10.0  # seconds in which it may end the report in hand
_UNNAMED = "what was given"
_KILLER = (
    "reading it ended the program that reads three times, perhaps for want of memory. "
    "Split it into smaller files, or add it with riwaya add"
)
_REFUSED = (
    "the ledger could not be written while it was read, again and again. "
    "Look at what the server says, and give it again"
)


class Reader:
    """The process that reads, for as long as the server runs."""

    def __init__(self, settings: ReaderSettings) -> None:
        self._settings = settings
        self._scratch = TemporaryDirectory(prefix="riwaya-", ignore_cleanup_errors=True)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        """Starts the process, and watches it from now on; once is enough."""
        with self._lock:
            if self._thread.ident is None:
                self._thread.start()

    def wake(self) -> None:
        """Has it look for jobs at once; starts it where it is not yet."""
        self.start()
        with self._lock:
            self._tell("\n")

    @property
    def pid(self) -> int | None:
        """The number of the process, None while there is none."""
        with self._lock:
            running = self._process is not None and self._process.poll() is None
            return self._process.pid if running and self._process else None

    def close(self) -> None:
        """Ends the process after the report in hand; one that takes too long is killed."""
        self._closing.set()
        with self._lock:
            process = self._process
            if process is not None and process.stdin is not None:
                with suppress(OSError):
                    process.stdin.close()
        if process is not None:
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()  # what it had in hand is not kept, and is read the next time
        if self._thread.ident is not None:
            self._thread.join(_PATIENCE)
        self._scratch.cleanup()

    def _tell(self, line: str) -> None:
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError, ValueError):  # it is gone, or is told to go
                self._process.stdin.write(line)
                self._process.stdin.flush()

    def _watch(self) -> None:
        ends: Counter[tuple[int, bool]] = Counter()
        pause = _FIRST_PAUSE
        while not self._closing.is_set():
            started = time.monotonic()
            taken, status = self._run()
            if self._closing.is_set():
                return
            if taken is not None:
                refused = status == OUT_OF_REACH
                ends[taken, refused] += 1
                if ends[taken, refused] >= (_MOST_REFUSALS if refused else _MOST_DEATHS):
                    self._give_up(taken, _REFUSED if refused else _KILLER)
            steady = time.monotonic() - started >= _STEADY
            pause = _FIRST_PAUSE if steady else min(2 * pause, _LONGEST_PAUSE)
            self._closing.wait(pause)

    def _run(self) -> tuple[int | None, int]:
        """Runs one process to its end; gives the job that it had in hand, and its exit status."""
        with self._lock:
            if self._closing.is_set():
                return None, 0
            try:
                process = self._process = self._spawn()
            except OSError as error:
                print(f"riwaya: nothing is read in the background: {error}", file=sys.stderr)
                return None, 1
            self._tell(self._settings.line)
        taken = None
        assert process.stdout is not None
        with process.stdout as said:
            for line in said:
                word, _, number = line.strip().partition(" ")
                taken = int(number) if word == "take" else None
        return taken, process.wait()

    def _spawn(self) -> subprocess.Popen[str]:
        """A process of a session of its own: what is typed at the terminal does not end it."""
        _empty(Path(self._scratch.name))
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "riwaya.views.web.reader"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            start_new_session=True, env={**os.environ, "TMPDIR": self._scratch.name},
        )  # fmt: skip

    def _give_up(self, id: int, why: str) -> None:
        """Ends a job that cannot be read to its end."""
        try:
            with Ledger(self._settings.location, lexicons=self._settings.lexicons) as ledger:
                job = ledger.jobs.one(id)
                brought = Brought(job.new, job.known, list(job.problems), reports=list(job.reports))
                brought.wrong(f"{job.name or _UNNAMED}: {why}")
                ledger.jobs.done(id, brought)
        except LedgerError as error:
            print(f"riwaya: job {id} could not be ended: {error}", file=sys.stderr)


def _empty(folder: Path) -> None:
    """Takes out what a process that was killed left of the files it read."""
    import shutil

    for left in folder.iterdir():
        shutil.rmtree(left, ignore_errors=True)
