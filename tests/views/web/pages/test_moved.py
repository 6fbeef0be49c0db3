"""A correction that parts a report from its incident says so, and leads to where it is now."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import told_ledger
from starlette.testclient import TestClient
from views.web.conftest import csrf_of
from views.web.pages.test_judging import edit_form, killing, ledger_of

AWAY = {"place": "مدينة نوى", "latitude": "", "longitude": "", "earliest": "2021-02-03",
        "latest": "2021-02-03"}  # fmt: skip
_TOLD = "It now belongs to an incident with other reports than before:"


def test_an_edit_that_parts_a_report_says_so(client: TestClient) -> None:
    """Nothing told that the report had left; only the edit was said to be kept."""
    item = killing(client)
    stood = ledger_of(client).stands(item.statement)
    assert stood.beside == {told_ledger.HAYAN_2}
    moved = edit_form(client, item).send(client, json=True, **AWAY).json()["moved"]
    now = ledger_of(client).stands(item.statement)
    assert moved["text"] == _TOLD and moved["href"] == f"/incidents/{quote(now.incident)}"
    assert now.beside == frozenset() and "نوى" in moved["title"]
    assert client.get(moved["href"]).status_code == 200


def test_an_edit_that_leaves_it_there_says_nothing(client: TestClient) -> None:
    answer = edit_form(client, killing(client)).send(client, json=True, killed_low="1").json()
    assert answer["ok"] and "moved" not in answer


def test_without_scripts_the_page_of_the_queue_says_so(client: TestClient) -> None:
    item = killing(client)
    answer = edit_form(client, item).send(client, next="/review", **AWAY)
    assert answer.status_code == 303
    page = client.get(answer.headers["location"]).text
    now = ledger_of(client).stands(item.statement)
    assert _TOLD in page and f'href="/incidents/{quote(now.incident)}"' in page
    forged = client.get("/review?saved=1&moved=no+such").text
    assert "It belongs to no incident now." in forged


def test_a_program_learns_the_incident(client: TestClient) -> None:
    item = killing(client)
    value = {"place": {"name": AWAY["place"]}, "earliest": AWAY["earliest"],
             "latest": AWAY["latest"]}  # fmt: skip
    given: dict[str, Any] = {
        "about": "statement", "decision": "correct", "one": item.statement, "why": "رأيت",
        "value": value,
    }  # fmt: skip
    headers = {"x-csrf-token": csrf_of(client)}
    answer = client.post("/api/v1/judgements", json=given, headers=headers).json()
    now = ledger_of(client).stands(item.statement)
    assert answer == {"ok": True, "judgement": 1, "incident": now.incident}
    again = client.post("/api/v1/judgements", json=given, headers=headers).json()
    assert again == {"ok": True, "judgement": 2}
