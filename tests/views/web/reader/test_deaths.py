"""The process that reads is killed: nothing is lost, nothing doubled, and the next job goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from views.web.reader.reader_helper import (
    DEADLY,
    STRIKE,
    deadly_tagger,
    ended,
    lines,
    reading,
)

from riwaya.ledger import Ledger

IDS = ("a", "b", "c")


def _job(ledger: Ledger) -> int:
    body = lines(*IDS, deadly=f"{STRIKE.format(n=19)} {DEADLY}", last=STRIKE.format(n=23))
    return ledger.jobs.put("file", body, account="سارة", name="many.jsonl")


def test_killed_in_the_middle_it_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tagger, place = deadly_tagger(tmp_path, monkeypatch, deaths=1), tmp_path / "a.ledger"
    with Ledger(place, create=True) as ledger:
        number = _job(ledger)
        ledger.jobs.take()  # a server that was killed with it in hand leaves it so
    with reading(place, tagger) as (ledger, reader):
        (job,) = ended(ledger, number)
        assert (tmp_path / "left").read_text() == "0"
        assert job.new + job.known == ledger.stats()["reports"] == 5
        assert {*job.reports} == {*IDS, "deadly", "last"}
        assert job.problems == ()
        assert reader.pid is not None
    assert reader.pid is None


def test_a_job_that_kills_three_times_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tagger = deadly_tagger(tmp_path, monkeypatch, deaths=9)
    with reading(tmp_path / "a.ledger", tagger) as (ledger, reader):
        number = _job(ledger)
        behind = ledger.jobs.put("text", STRIKE.format(n=31).encode(), account="سارة")
        reader.wake()
        job, other = ended(ledger, number, behind)
        assert (tmp_path / "left").read_text() == "6"
        assert [p.split(": ")[0] for p in job.problems] == ["many.jsonl"]
        assert "three times" in job.problems[0]
        assert (other.new, other.problems) == (1, ())
        assert ledger.stats()["reports"] == 4
