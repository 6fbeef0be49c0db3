"""The ledger's nouns as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from riwaya.ledger.nouns import Incident
from riwaya.ledger.ruling import Judgement
from riwaya.views.ledger.record import incident_record, line


def test_an_incident(hayan: Incident) -> None:
    made = json.loads(line(incident_record(hayan)))
    assert made["id"] == hayan.id
    assert made["reports"] == hayan.reports
    assert (made["earliest"], made["killed"]) == ("2023-05-16", {"low": 4, "high": 5})
    assert made["standing"]["killed"] == "contested"


def test_what_is_unknown_is_null(hayan: Incident) -> None:
    made = incident_record(
        replace(hayan, where=None, earliest=None, killed=None, wounded=(5, None))
    )
    assert (made["place"], made["earliest"], made["killed"]) == (None, None, None)
    assert made["wounded"] == {"low": 5, "high": None}


def test_any_noun_is_one_line() -> None:
    judged = Judgement("statement", "reject", "ك", "رنا", "a\nb", value={"day": date(2023, 5, 16)})
    said = line(judged)
    assert "\n" not in said
    assert "رنا" in said
    assert json.loads(said)["value"] == {"day": "2023-05-16"}
    assert json.loads(line([judged, {"a": frozenset("ba")}]))[1] == {"a": ["a", "b"]}


def test_what_a_terminal_would_obey_is_written_as_an_escape() -> None:
    """Marks of direction in a name turned what was printed behind them around."""
    name = "أبو\u202eخالد\u009b2J\U000e0041"
    made = line({"name": name})
    assert made == '{"name": "أبو\\u202eخالد\\u009b2J\\udb40\\udc41"}'
    assert json.loads(made) == {"name": name}
