"""Reports that not all may see, and reports that must not be kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SIGNED = ("--by", "رنا", "--why", "danger to a witness")


def reports(ledger: Path, riwaya: Run, *options: str) -> set[str]:
    found = riwaya("incidents", ledger, "--json", *options).json
    return {name for i in found for name in i["reports"]}


def test_only_the_group_sees_a_restricted_report(ledger: Path, riwaya: Run) -> None:
    said = riwaya("restrict", ledger, "jasim-1", "--to", "inner", *SIGNED)
    assert (said.status, "--group inner" in said.out) == (0, True)
    assert reports(ledger, riwaya) == {"hayan-1", "hayan-2"}
    assert "jasim-1" in reports(ledger, riwaya, "--group", "inner")
    assert reports(ledger, riwaya, "--group", "other") == {"hayan-1", "hayan-2"}
    assert riwaya("search", ledger, "سامر", "--json").json == []
    assert riwaya("who", ledger, "سامر الخطيب").status == 1
    assert riwaya("who", ledger, "سامر الخطيب", "--group", "inner").status == 0
    assert riwaya("stats", ledger, "--json").json[0]["reports"] == 2
    lifted = riwaya("restrict", ledger, "jasim-1", "--lift", *SIGNED, "--json")
    assert lifted.json == [{"report": "jasim-1", "group": None}]
    assert "jasim-1" in reports(ledger, riwaya)


def test_a_purged_report_is_gone_and_not_added_again(ledger: Path, made: Path, riwaya: Run) -> None:
    said = riwaya("purge", ledger, "hayan-2", "--yes", *SIGNED)
    assert said.status == 0
    assert "hayan-2 is purged, with" in said.out
    assert reports(ledger, riwaya) == {"hayan-1", "jasim-1"}
    again = riwaya("add", ledger, made.with_name("reports.jsonl"))
    assert (again.status, again.out) == (1, "0 new, 2 known, 0 replaced, 1 problem\n")
    assert "purged" in again.err
    assert "مقتل خمسة".encode() not in ledger.read_bytes()


def test_a_purge_is_asked_for(ledger: Path, riwaya: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert "--yes" in riwaya("purge", ledger, "hayan-2", *SIGNED).wrong
    assert "hayan-2" in reports(ledger, riwaya)


@pytest.mark.parametrize(
    "given",
    [
        ["restrict", "jasim-1"],
        ["restrict", "jasim-1", "--to", "a", "--lift"],
        ["restrict", "nothing", "--to", "a"],
        ["restrict", "jasim-1", "--to", " "],
        ["purge", "nothing", "--yes"],
    ],
)
def test_wrong_usage(given: list[str], ledger: Path, riwaya: Run) -> None:
    command, *rest = given
    assert riwaya(command, ledger, *rest, *SIGNED).wrong
    assert reports(ledger, riwaya) == {"hayan-1", "hayan-2", "jasim-1"}


@pytest.mark.parametrize("command", [["restrict", "--to", "a"], ["purge", "--yes"]])
def test_who_and_why_have_to_be_said(command: list[str], ledger: Path, riwaya: Run) -> None:
    name, *options = command
    assert "--by" in riwaya(name, ledger, "jasim-1", *options).wrong
    empty = riwaya(name, ledger, "jasim-1", *options, "--by", "", "--why", "")
    assert "why" in empty.wrong
