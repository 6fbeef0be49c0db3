"""Adds reports to a ledger in processes that tests kill, starve, cut off and let race.

Started by path, it makes ready once; then each line of JSON on standard input starts a process
(`{"ledger": …, "sources": […]}`; its number is printed) or waits for one (`{"wait": number}`; its
exit status is printed). So a process takes as long as adding does, not as long as starting Python.
"""

from __future__ import annotations

import json
import os
import pickle
import resource
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from riwaya.corpus import open_arrivals
from riwaya.ledger import Ledger
from riwaya.ledger.adding import Added
from riwaya.ledger.errors import LedgerError
from riwaya.model import Address, Arrival, Problem, Reading, Report
from riwaya.workers import Options, read_all


def remembered(readings: str, options: Options) -> Callable[[Report], Reading]:
    """A reader that knows its readings by the reports' ids, made by the real reader before."""
    known: dict[str, Reading] = pickle.loads(Path(readings).read_bytes())
    return lambda report: replace(known[report.id], report=report)


def arrivals(sources: list[str]) -> Iterator[Arrival | Problem]:
    """What the sources hold, without addresses."""
    return (i for i in open_arrivals(sources) if not isinstance(i, Address))


def outcomes(
    ledger: Ledger, sources: list[str], readings: str, jobs: int = 1
) -> Iterator[Added | Problem]:
    """Adds what sources hold, read by what is remembered."""
    make = partial(remembered, readings)
    return ledger.add(arrivals(sources), lambda items: read_all(items, jobs=jobs, make=make))


def add(asked: dict[str, Any]) -> None:
    """Prints a line for each report that is in the ledger by then.

    Where it is to die after so many, it keeps SQLite from moving them out of its journal first.
    """
    with Ledger(asked["ledger"], create=True) as ledger:
        held = sqlite3.connect(asked["ledger"]) if "dies_after" in asked else None
        if held is not None:
            held.execute("SELECT count(*) FROM reports").fetchall()
        done = outcomes(ledger, asked["sources"], asked["readings"], asked.get("jobs", 1))
        for number, one in enumerate(done, start=1):
            print(one.report if isinstance(one, Added) else one, flush=True)
            if number == asked.get("dies_after"):
                os.kill(os.getpid(), signal.SIGKILL)


def ask(asked: dict[str, Any]) -> None:
    """Prints what reading commands see, then what writing to it says."""
    with Ledger(asked["ledger"]) as ledger:
        print(json.dumps([ledger.stats(), [line.incident.id for line in ledger.incidents()]]))
        for done in outcomes(ledger, asked["sources"], asked["readings"]):
            print("added" if isinstance(done, Problem) or done.new else "there", flush=True)


def _run(asked: dict[str, Any]) -> int:
    """In a new process: what is asked, with its output in files."""
    for number, name in ((1, asked["out"]), (2, f"{asked['out']}.err")):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), number)
    if "largest" in asked:
        resource.setrlimit(resource.RLIMIT_FSIZE, (asked["largest"], resource.RLIM_INFINITY))
    if "user" in asked:
        os.setgroups([])
        os.setgid(asked["user"])
        os.setuid(asked["user"])
    try:
        (ask if asked.get("ask") else add)(asked)
    except LedgerError as error:
        print(error, file=sys.stderr)
        return 3
    return 0


def _child(asked: dict[str, Any]) -> None:
    status = 70
    try:
        status = _run(asked)
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _warm_up(sources: list[str], readings: str) -> None:
    """Imports and loads whatever adding needs."""
    with tempfile.TemporaryDirectory() as folder:
        add({"ledger": f"{folder}/warm", "sources": sources, "readings": readings})


def main() -> None:
    _warm_up([sys.argv[1]], sys.argv[2])
    print("ready", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        if "wait" in asked:
            print(os.waitstatus_to_exitcode(os.waitpid(asked["wait"], 0)[1]), flush=True)
            continue
        child = os.fork()
        if not child:
            _child(asked)
        print(child, flush=True)


if __name__ == "__main__":
    main()
