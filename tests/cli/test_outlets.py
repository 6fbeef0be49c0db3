"""The ledger's own table of outlets, out and in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
HEAD = "name,names,sites,kind,side,country,relays,actor,source\n"


def table(tmp_path: Path, content: str | bytes, name: str = "own.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_outlets_of_the_reports_are_listed(made: Path, riwaya: Run) -> None:
    out = riwaya("outlets", made).out.splitlines()
    assert out[0] == "إذاعة البيدر · 2 reports · in no table of outlets"
    assert len(out) == 2
    listed = riwaya("outlets", made, "--json").json
    assert listed[0] == {"name": "إذاعة البيدر", "reports": 2, "outlet": None, "own": False}


def test_import_adds_replaces_and_derives_anew(ledger: Path, tmp_path: Path, riwaya: Run) -> None:
    own = table(
        tmp_path,
        HEAD + "إذاعة البيدر,راديو البيدر,baydar.example,radio,valley,SY,,,made up\n"
        "شبكة وادي السماق,,samaq.example,page,valley,SY,,,made up\n",
    )
    ran = riwaya("outlets", ledger, "import", own)
    assert ran.status == 0
    assert ran.out == "2 outlets added, 0 replaced. The ledger was derived anew with them.\n"
    assert "إذاعة البيدر · 2 reports · radio · side valley · SY · own row" in (
        riwaya("outlets", ledger).out
    )
    (incident,) = riwaya("incidents", ledger, "--place", "جاسم", "--json").json
    (whole,) = riwaya("incident", ledger, incident["id"], "--json").json
    assert whole["accounts"][0]["source"]["camp"] == "valley"
    again = riwaya("outlets", ledger, "import", own, "--json")
    assert again.json == [{"added": 0, "replaced": 2}]


@pytest.mark.parametrize("name", ["out.csv", "out.tsv"])
def test_what_is_exported_can_be_imported(
    name: str, ledger: Path, tmp_path: Path, riwaya: Run
) -> None:
    rows = '=SUM(A1),"اسم, آخر|و غيره",t.me/a|b.example,page,,,,,\n@channel,,,,,,,,\n'
    assert riwaya("outlets", ledger, "import", table(tmp_path, HEAD + rows)).status == 0
    out = tmp_path / name
    assert riwaya("outlets", ledger, "export", out).out == f"2 outlets in {out}.\n"
    first = out.read_bytes()
    if name.endswith("csv"):
        assert first.startswith(b"\xef\xbb\xbf")
        assert b"\n=SUM" not in first
    assert riwaya("outlets", ledger, "import", out, "--json").json == [{"added": 0, "replaced": 2}]
    riwaya("outlets", ledger, "export", out)
    assert out.read_bytes() == first


def test_all_outlets_can_be_exported(ledger: Path, tmp_path: Path, riwaya: Run) -> None:
    out = tmp_path / "all.tsv"
    (done,) = riwaya("outlets", ledger, "export", out, "--all", "--json").json
    assert done["written"] == len(out.read_text(encoding="utf-8").splitlines()) - 1 > 100


BAD = {
    "no name": (HEAD + ",,,page,,,,,\n", "no name"),
    "no such kind": (HEAD + "أ,,,government,,,,,\n", "government"),
    "no country": (HEAD + "أ,,,page,,Syria,,,\n", "Syria"),
    "twice": (HEAD + "أ,,,page,,,,,\nأ,,,page,,,,,\n", "two rows"),
    "other columns": ("outlet,kind\nأ,page\n", "column"),
    "too many cells": ("name,kind\nأ,page,x\n", "row 2"),
    "two lines in a cell": ('name,kind\n"أ\nب",page\n', "one line"),
    "no UTF-8": ("name,kind\nأ,page\n".encode("cp1256"), "UTF-8"),
    "open quote": ('name,kind\n"أ,page\n', "CSV"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_table_changes_nothing(case: str, ledger: Path, tmp_path: Path, riwaya: Run) -> None:
    content, said = BAD[case]
    own = table(tmp_path, content)
    assert said in riwaya("outlets", ledger, "import", own).wrong
    assert riwaya("outlets", ledger, "export", tmp_path / "o.tsv", "--json").json[0]["written"] == 0


def test_wrong_usage(ledger: Path, tmp_path: Path, riwaya: Run) -> None:
    assert "import" in riwaya("outlets", ledger, "drop").wrong
    assert "no file" in riwaya("outlets", ledger, "import").wrong
    assert ".tsv" in riwaya("outlets", ledger, "import", tmp_path / "own.xlsx").wrong
    assert "none.csv" in riwaya("outlets", ledger, "import", tmp_path / "none.csv").wrong
    assert "none" in riwaya("outlets", ledger, "export", tmp_path / "none" / "o.csv").wrong
    assert "--all" in riwaya("outlets", ledger, "--all").wrong
