"""Who, search and stats."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_who_says_names_who_joins_them_and_incidents(made: Path, riwaya: Run) -> None:
    ran = riwaya("who", made, "أبو رعد")
    assert ran.status == 0
    assert "أبو رعد is سامر الخطيب, says إذاعة البيدر" in ran.out
    assert "jasim-1: «اغتال مسلحون" in ran.out
    (person,) = riwaya("who", made, "سامر الخطيب", "--json").json
    assert {n["name"] for n in person["names"]} == {"أبو رعد", "سامر الخطيب"}
    (incident,) = person["incidents"]
    assert f"incident    {incident}\n" in ran.out


def test_who_of_no_one(made: Path, riwaya: Run) -> None:
    ran = riwaya("who", made, "زيد المجهول")
    assert (ran.status, ran.err) == (1, "")
    assert "زيد المجهول" in ran.out
    assert riwaya("who", made, " ").wrong


def test_search_marks_words_in_any_form(made: Path, riwaya: Run) -> None:
    out = riwaya("search", made, "القيادة اغتيال قيادي").out
    assert "No report found." in out
    out = riwaya("search", made, "قصف").out
    assert "2 reports, the newest first." in out
    assert "[قصفت]" in out or "[بقصف]" in out
    (found,) = riwaya("search", made, "سامر", "--json").json
    assert found["report"] == "jasim-1"
    assert [found["text"][a:b] for a, b in found["spans"]] == ["سامر"]
    assert len(found["incidents"]) == 1
    assert len(riwaya("search", made, "قصف", "--limit", 1, "--offset", 1, "--json").json) == 1


def test_search_for_no_word(made: Path, riwaya: Run) -> None:
    assert "no word" in riwaya("search", made, "...").wrong


def test_stats_count(made: Path, riwaya: Run) -> None:
    (numbers,) = riwaya("stats", made, "--json").json
    assert (numbers["reports"], numbers["outlets"], numbers["incidents"]) == (3, 2, 2)
    out = riwaya("stats", made).out
    assert " 3 reports\n" in out
    assert len(out.splitlines()) == len(numbers)
