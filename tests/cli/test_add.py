"""Reports into a ledger: what became of each, the summary, the exit status."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import told_ledger

from riwaya.ledger import Ledger

Run = Callable[..., Any]
FIRST, SECOND, THIRD = told_ledger.REPORTS


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """Where a ledger is to be made."""
    return tmp_path / "war.ledger"


def test_new_reports_and_then_known_ones(fresh: Path, tmp_path: Path, riwaya: Run) -> None:
    source = told_ledger.write_reports(tmp_path / "in.jsonl")
    ran = riwaya("add", fresh, source)
    assert (ran.status, ran.out, ran.err) == (
        0, "3 new, 0 known, 0 replaced, 0 problems\n", "",
    )  # fmt: skip
    assert riwaya("add", fresh, source).out == "0 new, 3 known, 0 replaced, 0 problems\n"
    assert riwaya("stats", fresh, "--json").json[0]["reports"] == 3


def test_jobs_change_nothing(fresh: Path, tmp_path: Path, made: Path, riwaya: Run) -> None:
    source = told_ledger.write_reports(tmp_path / "in.jsonl")
    assert riwaya("add", fresh, source, "--jobs", 2).status == 0
    listed = riwaya("incidents", fresh, "--json").out
    assert listed == riwaya("incidents", made, "--json").out


def test_a_folder_and_a_text_with_outlet_and_day(fresh: Path, tmp_path: Path, riwaya: Run) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "one.txt").write_text("قُتل مدنيان بقصف على بلدة حيان أمس.", encoding="utf-8")
    (folder / "two.txt").write_text("أصيب طفل بلغم في مدينة جاسم.", encoding="utf-8")
    ran = riwaya("add", fresh, folder, "--outlet", "شبكة", "--published", "2023-05-17")
    assert ran.out == "2 new, 0 known, 0 replaced, 0 problems\n"
    (hayan,) = riwaya("incidents", fresh, "--place", "حيان", "--json").json
    assert hayan["earliest"] == "2023-05-16"
    assert [o["name"] for o in riwaya("outlets", fresh, "--json").json] == ["شبكة"]


def test_what_a_new_version_changes_is_said(fresh: Path, tmp_path: Path, riwaya: Run) -> None:
    before = told_ledger.write_reports(tmp_path / "in.jsonl")
    assert riwaya("add", fresh, before).status == 0
    later = dict(FIRST, text=str(FIRST["text"]).replace("أربعة", "ثمانية"))
    ran = riwaya("add", fresh, told_ledger.write_reports(tmp_path / "later.jsonl", later))
    assert ran.out.splitlines() == [
        "hayan-1-2 replaces hayan-1: - 4 killed; + 8 killed",
        "0 new, 0 known, 1 replaced, 0 problems",
    ]


def test_problems_are_one_line_each_and_the_rest_is_added(
    fresh: Path, tmp_path: Path, riwaya: Run
) -> None:
    source = told_ledger.write_reports(tmp_path / "in.jsonl", {"id": "none"}, SECOND, {"text": 3})
    ran = riwaya("add", fresh, source, tmp_path / "nosuch.txt")
    assert (ran.status, ran.out) == (1, "1 new, 0 known, 0 replaced, 3 problems\n")
    lines = ran.err.splitlines()
    assert len(lines) == 3
    assert "in.jsonl:1" in lines[0]
    assert "in.jsonl:3" in lines[1]
    assert "nosuch.txt" in lines[2]


def test_json_is_one_object_a_report(fresh: Path, tmp_path: Path, riwaya: Run) -> None:
    source = told_ledger.write_reports(tmp_path / "in.jsonl", FIRST, FIRST, {"id": "none"})
    ran = riwaya("add", fresh, source, "--json")
    assert ran.status == 1
    assert [(r["report"], r["new"]) for r in ran.json] == [("hayan-1", True), ("hayan-1", False)]


def test_quiet_says_only_what_went_wrong(fresh: Path, tmp_path: Path, riwaya: Run) -> None:
    source = told_ledger.write_reports(tmp_path / "in.jsonl", FIRST, {"id": "none"})
    ran = riwaya("add", fresh, source, "--quiet")
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (1, "", 1)


def test_stopped_it_says_how_to_go_on(
    fresh: Path, tmp_path: Path, riwaya: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = Ledger.add

    def stopped(self: Ledger, *given: Any) -> Iterator[Any]:
        yield next(add(self, *given))
        raise KeyboardInterrupt

    source = told_ledger.write_reports(tmp_path / "in.jsonl")
    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "add", stopped)
        ran = riwaya("add", fresh, source)
    assert (ran.status, ran.out) == (130, "")
    assert "stopped after 1 new" in ran.err
    assert "running it again goes on" in ran.err
    assert riwaya("add", fresh, source).out == "2 new, 1 known, 0 replaced, 0 problems\n"


@pytest.mark.parametrize(
    "given",
    [
        [],
        ["IN", "--published", "yesterday"],
        ["IN", "--jobs", "-1"],
        ["IN", "--delay", "-1"],
        ["IN", "--proxy", "carrier-pigeon"],
        ["IN", "--tagger", "none"],
        ["IN", "--lexicon", "nowhere"],
    ],
    ids=" ".join,
)
def test_wrong_usage(given: list[str], fresh: Path, tmp_path: Path, riwaya: Run) -> None:
    source = told_ledger.write_reports(tmp_path / "in.jsonl")
    said = riwaya("add", fresh, *(source if g == "IN" else g for g in given)).wrong
    assert any(way in said for way in ("Give", "See", "--tagger"))
    assert not fresh.exists()


def test_a_report_is_no_ledger(tmp_path: Path, riwaya: Run) -> None:
    report = tmp_path / "report.txt"
    report.write_text("قُتل مدني في حيان.", encoding="utf-8")
    assert "no ledger" in riwaya("add", report, report).wrong
    assert report.read_text(encoding="utf-8") == "قُتل مدني في حيان."
    assert "folder" in riwaya("add", tmp_path / "none" / "war.ledger", report).wrong
