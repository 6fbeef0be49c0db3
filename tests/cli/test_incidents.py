"""Lists of incidents: filters, text, JSON lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from riwaya.views.ledger.said import GRADES

Run = Callable[..., Any]
KEYS = [
    *("id", "type", "title", "reports", "place", "earliest", "latest", "killed", "wounded"),
    *("agents", "targets", "standing", "counted_apart", "grade"),
]


def places(ran: Any) -> list[str]:
    return [i["place"]["name"].split()[-1] for i in ran.json]


def test_json_lines_have_the_agreed_keys(made: Path, riwaya: Run) -> None:
    ran = riwaya("incidents", made, "--json")
    assert (ran.status, ran.err) == (0, "")
    assert [list(i) for i in ran.json] == [KEYS, KEYS]
    jasim, hayan = ran.json
    assert hayan["reports"].keys() == {"hayan-1", "hayan-2"}
    assert all(n > 0 for n in hayan["reports"].values())
    assert hayan["place"].keys() == {"name", "latitude", "longitude", "precision"}
    assert (hayan["earliest"], hayan["latest"]) == ("2023-05-16", "2023-05-16")
    assert (hayan["killed"], hayan["wounded"]) == ({"low": 4, "high": 5}, {"low": 6, "high": 6})
    assert hayan["standing"]["killed"] == "contested"
    assert hayan["grade"] in GRADES
    assert jasim["wounded"] is None
    assert jasim["targets"] == ["سامر الخطيب"]


def test_json_has_all_and_text_a_page(made: Path, riwaya: Run) -> None:
    assert len(riwaya("incidents", made, "--json").json) == 2
    first = riwaya("incidents", made, "--limit", 1).out
    assert "2 incidents; shown are 1 to 1" in first
    assert first.endswith("More: --offset 1\n")
    assert "سامر الخطيب" in first
    second = riwaya("incidents", made, "--limit", 1, "--offset", 1).out
    assert "shown are 2 to 2" in second
    assert "sources part over " in second
    assert "More" not in second
    assert "none behind the first 9" in riwaya("incidents", made, "--offset", 9).out


@pytest.mark.parametrize(
    ("option", "found"),
    [
        (["--place", "حيان"], ["حيان"]),
        (["--place", "SY"], ["جاسم", "حيان"]),
        (["--near", "36.33, 37.04, 10"], ["حيان"]),
        (["--since", "2023-06-01"], ["جاسم"]),
        (["--until", "2023-05-31"], ["حيان"]),
        (["--type", "Shelling"], ["حيان"]),
        (["--actor", "سامر الخطيب"], ["جاسم"]),
        (["--standing", "weak"], ["جاسم"]),
        (["--standing", "contested:killed"], ["حيان"]),
        (["--standing", "happened"], ["جاسم", "حيان"]),
        (["--text", "القصف"], ["حيان"]),
        (["--place", "حيان", "--type", "assassination"], []),
    ],
    ids=" ".join,
)
def test_filters(option: list[str], found: list[str], made: Path, riwaya: Run) -> None:
    ran = riwaya("incidents", made, "--json", *option)
    assert ran.status == 0
    assert places(ran) == found


def test_none_is_an_answer(made: Path, riwaya: Run) -> None:
    ran = riwaya("incidents", made, "--place", "باريس")
    assert (ran.status, ran.out, ran.err) == (0, "No incident fits.\n", "")


@pytest.mark.parametrize(
    "option",
    [
        ["--near", "36.3,37.0"],
        ["--near", "96.3,37.0,5"],
        ["--since", "May"],
        ["--type", "assasination"],
        ["--standing", "certain"],
        ["--standing", "contested:weather"],
        ["--limit", "0"],
        ["--offset", "-1"],
        ["--text", "-حيان"],
    ],
    ids=" ".join,
)
def test_wrong_filters_say_what_is_right(option: list[str], made: Path, riwaya: Run) -> None:
    said = riwaya("incidents", made, *option).wrong
    assert any(way in said for way in ("Give", "Type"))


def test_a_type_that_is_nearly_one_is_proposed(made: Path, riwaya: Run) -> None:
    assert "assassination" in riwaya("incidents", made, "--type", "assasination").wrong


def test_what_is_no_ledger(tmp_path: Path, riwaya: Run) -> None:
    assert "no such ledger" in riwaya("incidents", tmp_path / "none.ledger").wrong
    page = tmp_path / "page.txt"
    page.write_text("قُتل مدني.", encoding="utf-8")
    assert "no ledger" in riwaya("incidents", page).wrong
    assert page.read_text(encoding="utf-8") == "قُتل مدني."
    assert "folder" in riwaya("incidents", tmp_path).wrong
