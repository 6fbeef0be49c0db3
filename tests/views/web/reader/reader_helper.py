"""A process that reads, on a ledger of the test's own, and what it is given."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from riwaya.ledger import Ledger
from riwaya.ledger.team.jobs import Job
from riwaya.views.web.reader.settings import ReaderSettings
from riwaya.views.web.reader.supervise import Reader

STRIKE = "قُتل {n} مدنيين في غارة جوية على بلدة حيان بريف حلب يوم 15 أيار 2023."
DEADLY = "النص القاتل"
_PATIENCE = 30.0  # seconds
_TAGGER = """
import os, pathlib, signal

def tag(text):
    left = pathlib.Path(os.environ["RIWAYA_TEST_DEATHS"])
    if "{deadly}" in text and (n := int(left.read_text())):
        left.write_text(str(n - 1))
        os.kill(os.getpid(), signal.SIGKILL)
    return []
"""


@contextmanager
def reading(place: Path, tagger: str | None = None) -> Iterator[tuple[Ledger, Reader]]:
    """A ledger, made where there is none, and the process that reads its jobs."""
    with Ledger(place, create=True) as ledger:
        reader = Reader(ReaderSettings(str(place), tagger=tagger, fetches=False))
        reader.start()
        try:
            yield ledger, reader
        finally:
            reader.close()


def until(what: Callable[[], bool]) -> None:
    """Waits until something holds; fails where it never does."""
    end = time.monotonic() + _PATIENCE
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def ended(ledger: Ledger, *numbers: int) -> list[Job]:
    """These jobs, once all of them are done."""
    until(lambda: all(ledger.jobs.one(n).state == "done" for n in numbers))
    return [ledger.jobs.one(n) for n in numbers]


def lines(*ids: str, **texts: str) -> bytes:
    """A JSON-lines file of reports of one outlet, each with a number of dead of its own."""
    made = {id: STRIKE.format(n=n) for n, id in enumerate(ids, 3)} | texts
    rows = ({"id": id, "text": text, "outlet": "شبكة"} for id, text in made.items())
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()


def deadly_tagger(folder: Path, monkeypatch: pytest.MonkeyPatch, deaths: int) -> str:
    """A tagger that kills its process so many times, at reports that say DEADLY; its name."""
    site = folder / "site"
    info = site / "deadly-1.dist-info"
    info.mkdir(parents=True)
    (site / "deadly_tagger.py").write_text(_TAGGER.format(deadly=DEADLY), encoding="utf-8")
    (info / "METADATA").write_text("Name: deadly\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[riwaya.taggers]\ndeadly = deadly_tagger:tag\n")
    (folder / "left").write_text(str(deaths))
    before = os.environ.get("PYTHONPATH", "")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(site), before))))
    monkeypatch.setenv("RIWAYA_TEST_DEATHS", str(folder / "left"))
    return "deadly"
