"""What people decide, kept and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SIGNED = ("--by", "رنا", "--why", "checked")


def told(ledger: Path, riwaya: Run, field: str) -> Any:
    return riwaya("incidents", ledger, "--place", "حيان", "--json").json[0][field]


def killing(ledger: Path, riwaya: Run) -> str:
    """The statement that five were killed."""
    (whole,) = riwaya("incident", ledger, "--json").json
    (said,) = (
        v for a in whole["accounts"] for v in a["fields"].get("killed", ()) if v["value"] == "5"
    )
    words = said["words"][0]
    return str(whole["statements"][words["report"]][words["statement"]])


def test_a_correction_follows_and_is_undone(ledger: Path, riwaya: Run) -> None:
    key = killing(ledger, riwaya)
    ran = riwaya("judge", ledger, "statement", "correct", key, *SIGNED, "--set", "killed=8-9")
    assert ran.status == 0
    assert "Judgement 1 is kept." in ran.out
    assert told(ledger, riwaya, "killed") == {"low": 4, "high": 9}
    assert "Judgement 1 is taken back." in riwaya("undo", ledger, 1, *SIGNED).out
    assert told(ledger, riwaya, "killed") == {"low": 4, "high": 5}
    first, second = riwaya("judgements", ledger, "--json").json
    assert (first["by"], first["value"], first["undone"]) == ("رنا", {"killed": [8, 9]}, True)
    assert second["undoes"] == 1
    listed = riwaya("judgements", ledger).out
    assert "1. statement correct, undone" in listed
    assert "2. takes back judgement 1" in listed
    assert "undone already" in riwaya("undo", ledger, 1, *SIGNED).wrong


def test_incidents_are_made_one_and_parted(ledger: Path, riwaya: Run) -> None:
    one, two = (i["id"] for i in riwaya("incidents", ledger, "--json").json)
    (kept,) = riwaya("judge", ledger, "incident", "same", one, two, *SIGNED, "--json").json
    joined = riwaya("incident", ledger, one, "--json").json[0]["tellings"]
    assert {one, two} <= set(joined)
    assert riwaya("undo", ledger, kept["judgement"], *SIGNED, "--json").json == [{"undone": 1}]
    assert two not in riwaya("incident", ledger, one, "--json").json[0]["tellings"]


def test_no_judgements(made: Path, riwaya: Run) -> None:
    assert riwaya("judgements", made).out == "No judgements yet.\n"
    assert riwaya("judgements", made, "--json").out == ""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["statement", "reject", "KEY"], "--by"),
        (["statement", "reject", "KEY", "--by", " ", "--why", "x"], "who decides"),
        (["report", "reject", "KEY", *SIGNED], "statement, incident, entity"),
        (["statement", "burn", "KEY", *SIGNED], "accept"),
        (["statement", "reject", "KEY", "KEY2", *SIGNED], "one statement at a time"),
        (["statement", "reject", "KEY", *SIGNED, "--set", "killed=1"], "correct"),
        (["statement", "correct", "KEY", *SIGNED], "correct one of"),
        (["statement", "correct", "KEY", *SIGNED, "--set", "killed"], "KEY=VALUE"),
        (["statement", "correct", "KEY", *SIGNED, "--set", "colour=red"], "colour"),
        (["statement", "correct", "KEY", *SIGNED, "--set", "earliest=soon"], "2023-05-16"),
        (["statement", "correct", "KEY", *SIGNED, "--set", "killed=many"], "toll"),
        (["statement", "correct", "KEY", *SIGNED, "--set", "type=picnic"], "picnic"),
        (["statement", "reject", "nothing", *SIGNED], "no such statement"),
        (["incident", "same", "KEY", *SIGNED], "two"),
        (["incident", "same", "KEY", "KEY2", "KEY3", *SIGNED], "two at a time"),
        (["entity", "different", "KEY", "KEY2", "KEY3", *SIGNED], "two at a time"),
        (["statement", "correct", "KEY", *SIGNED, "--set", "agents=him"], "begin and end"),
    ],
)
def test_wrong_judgements_change_nothing(
    given: list[str], said: str, ledger: Path, riwaya: Run
) -> None:
    key = killing(ledger, riwaya)
    assert said in riwaya("judge", ledger, *(key if g == "KEY" else g for g in given)).wrong
    assert riwaya("judgements", ledger, "--json").out == ""


def test_undo_of_what_is_not_there(ledger: Path, riwaya: Run) -> None:
    assert "7" in riwaya("undo", ledger, 7, *SIGNED).wrong


def test_a_doer_is_corrected_by_its_words(ledger: Path, riwaya: Run) -> None:
    key = killing(ledger, riwaya)
    before = told(ledger, riwaya, "agents")
    word = ("judge", ledger, "statement", "correct", key, *SIGNED, "--set")
    assert riwaya(*word, "agents=0-4").status == 0
    (kept,) = riwaya("judgements", ledger, "--json").json
    (agent,) = kept["value"]["agents"]
    assert told(ledger, riwaya, "agents") == [*before, agent["called"]]
    assert riwaya(*word, "agents=").status == 0
    assert told(ledger, riwaya, "agents") == before
    assert "begin and end" in riwaya(*word, "agents=9-90000").wrong


def test_tellings_leave_an_incident_together(ledger: Path, riwaya: Run) -> None:
    one, two = (i["id"] for i in riwaya("incidents", ledger, "--json").json)
    riwaya("judge", ledger, "incident", "same", one, two, *SIGNED)
    whole = list(riwaya("incident", ledger, one, "--json").json[0]["tellings"])
    first, *rest = whole
    ran = riwaya("judge", ledger, "incident", "different", first, *rest[:2], *SIGNED, "--json")
    number = ran.json[0]["judgement"]
    left = riwaya("incident", ledger, rest[0], "--json").json[0]["tellings"]
    assert set(rest[:2]) <= set(left)
    assert first not in left
    assert "leaves it" in riwaya("judgements", ledger).out
    assert riwaya("undo", ledger, number, *SIGNED).status == 0
    assert set(riwaya("incident", ledger, one, "--json").json[0]["tellings"]) == set(whole)
