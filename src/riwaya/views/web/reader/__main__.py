"""The process that reads: `python -m riwaya.views.web.reader`, its settings on standard input.

The first line of standard input are the settings; every other line wakes it to look for jobs at
once; at its end the process ends after the report in hand. On standard output it says which job
it takes (`take 5`) and that it is through with it (`done 5`).
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from riwaya.detection.taggers import TaggerError
from riwaya.ledger import Ledger, LedgerError
from riwaya.ledger.adding import ReadAll
from riwaya.lexicons import LexiconError
from riwaya.views.web.reader.settings import OUT_OF_REACH, ReaderSettings
from riwaya.views.web.reader.work import reads_all, work

_POLL = 1.0  # seconds after which it looks for jobs by itself
_NICENESS = 10


class _Parent:
    """Who started the process: wakes it, and may be gone."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._woken = threading.Event()
        self._gone = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    def gone(self) -> bool:
        """Whether it is."""
        return self._gone.is_set()

    def wait(self) -> None:
        """Waits to be woken, or to look by itself."""
        self._woken.wait(_POLL)
        self._woken.clear()

    def _listen(self) -> None:
        for _ in self._stream:
            self._woken.set()
        self._gone.set()
        self._woken.set()


def main() -> int:
    """Reads jobs until whoever started it is gone; gives the exit status."""
    say = _say_to(sys.stdout)
    sys.stdout = sys.stderr  # what a library prints is no word to who started us
    first = sys.stdin.readline()
    if not first:
        return 0
    settings = ReaderSettings.of_line(first)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    parent = _Parent(sys.stdin)
    try:
        _loop(settings, reads_all(settings), parent, say)
    except LedgerError as error:
        print(f"riwaya: reading in the background waits: {error}", file=sys.stderr)
        return OUT_OF_REACH
    except (LexiconError, TaggerError) as error:
        print(f"riwaya: nothing is read in the background: {error}", file=sys.stderr)
        return 1
    return 0


def _loop(
    settings: ReaderSettings, read_all: ReadAll, parent: _Parent, say: Callable[[str], None]
) -> None:
    with Ledger(settings.location, lexicons=settings.lexicons) as ledger:
        ledger.jobs.again()
        while not parent.gone():
            job = ledger.jobs.take()
            if job is None:
                parent.wait()
                continue
            say(f"take {job.id}")
            if work(settings, job, read_all, parent.gone):
                say(f"done {job.id}")


def _say_to(stream: TextIO) -> Callable[[str], None]:
    def say(line: str) -> None:
        with suppress(OSError):  # who listened is gone, which standard input tells as well
            print(line, file=stream, flush=True)

    return say


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # the thread that listens still waits, and would hold the process up
