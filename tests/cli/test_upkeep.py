"""A ledger derived anew, and its reports read again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_a_rebuild_changes_nothing(ledger: Path, riwaya: Run) -> None:
    before = riwaya("incidents", ledger, "--json").out
    ran = riwaya("ledger", "rebuild", ledger)
    assert ran.status == 0
    assert ran.out.startswith("Derived anew.\n")
    assert riwaya("incidents", ledger, "--json").out == before
    assert riwaya("ledger", "rebuild", ledger, "--json").json[0]["reports"] == 3


def test_the_same_reader_reads_the_same(ledger: Path, riwaya: Run) -> None:
    ran = riwaya("ledger", "reread", ledger, "--jobs", 2)
    assert (ran.status, ran.out) == (0, "0 reports read differently.\n")


def test_another_reader_and_judgements_that_hang_loose(
    ledger: Path, tmp_path: Path, riwaya: Run
) -> None:
    key = riwaya("incidents", ledger, "--place", "جاسم", "--json").json[0]["id"]
    signed = ("--by", "رنا", "--why", "seen")
    assert riwaya("judge", ledger, "statement", "accept", key, *signed).status == 0
    own = tmp_path / "own"
    own.mkdir()
    (own / "actors_own.tsv").write_text(
        "name\tnames\tkind\tcountry\tenglish\tsource\n"
        "مسلحون مجهولون القيادي سامر الخطيب\t\trebel\tSY\tMade up\tmade up\n"
        "اغتال مسلحون\t\trebel\tSY\tMade up\tmade up\n",
        encoding="utf-8",
    )
    (changed,) = riwaya("ledger", "reread", ledger, "--lexicon", own, "--json").json
    assert changed["report"] == "jasim-1"
    back = riwaya("ledger", "reread", ledger)
    assert "jasim-1: statements" in back.out
    assert "1 report read differently." in back.out
    assert bool(changed["loose"]) == (key in changed["gone"])


def test_no_ledger(tmp_path: Path, riwaya: Run) -> None:
    for command in ("rebuild", "reread"):
        assert "no such ledger" in riwaya("ledger", command, tmp_path / "none.ledger").wrong
