"""One incident with its accounts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def section(page: str, heading: str) -> str:
    """A field of the page, by the beginning of its first line."""
    return next(part for part in page.split("\n\n") if part.startswith(heading))


def test_without_an_id_what_most_reports_tell_of(made: Path, riwaya: Run) -> None:
    page = riwaya("incident", made).out
    killed = section(page, "Killed: contested")
    assert "الدفاع المدني: 5 · شبكة وادي السماق: 4" in killed
    assert "    شبكة وادي السماق, in hayan-1 (شبكة وادي السماق, 2023-05-17) [" in killed
    assert "وزارة الدفاع السورية" in section(page, "Who claims it")
    assert "denies: " in section(page, "Who claims it")
    assert "same day" in section(page, "Reports, and why")
    assert "«ونفت وزارة الدفاع السورية" in section(page, "Evidence")


def test_every_number_of_evidence_is_quoted_once(made: Path, riwaya: Run) -> None:
    page = riwaya("incident", made).out
    accounts, _, evidence = page.partition("\nEvidence\n")
    quoted = [line[1 : line.index("]")] for line in evidence.splitlines() if line[0] == "["]
    assert quoted == [str(n + 1) for n in range(len(quoted))]
    assert all(f"[{n}]" in accounts for n in quoted)
    assert f"[{len(quoted) + 1}]" not in accounts


def test_by_its_id_and_by_the_id_of_any_part(made: Path, riwaya: Run) -> None:
    jasim, hayan = riwaya("incidents", made, "--json").json
    assert riwaya("incident", made, jasim["id"]).out.startswith("assassination · سامر الخطيب")
    parts = riwaya("incident", made, hayan["id"], "--json").json[0]["tellings"]
    assert set(parts.values()) == {"hayan-1", "hayan-2"}
    pages = {riwaya("incident", made, part).out for part in parts}
    assert pages == {riwaya("incident", made, hayan["id"]).out}


def test_json_is_all_of_it(made: Path, riwaya: Run) -> None:
    (whole,) = riwaya("incident", made, "--json").json
    assert {a["source"]["name"] for a in whole["accounts"]} == {
        "الدفاع المدني", "شبكة وادي السماق", "وزارة الدفاع السورية",
    }  # fmt: skip
    said = whole["accounts"][0]["fields"]["killed"][0]["words"][0]
    key = whole["statements"][said["report"]][said["statement"]]
    assert key in riwaya("incident", made).out
    assert whole["standing"]["killed"]["why"]


def test_an_id_that_is_none(made: Path, riwaya: Run) -> None:
    assert "no such incident" in riwaya("incident", made, "nothing").wrong


def test_a_ledger_without_incidents(tmp_path: Path, riwaya: Run) -> None:
    page = tmp_path / "calm.txt"
    page.write_text("افتتح الوزير معرض الكتاب.", encoding="utf-8")
    assert riwaya("add", tmp_path / "a.ledger", page).status == 0
    assert "no incident" in riwaya("incident", tmp_path / "a.ledger").wrong
