"""Reviewing by programs: what the queue gives can be judged, once; what may be forged is not."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient
from views.web.conftest import csrf_of

from riwaya.ledger import Ledger
from riwaya.ledger.ruling import Judgement

JUDGEMENTS = "/api/v1/judgements"


def ledger_of(client: TestClient) -> Ledger:
    """The ledger behind a workspace."""
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    return ledger


def send(client: TestClient, path: str, given: dict[str, Any]) -> Any:
    """Sends JSON as a script of the workspace does."""
    return client.post(path, json=given, headers={"x-csrf-token": csrf_of(client)})


def first(client: TestClient) -> dict[str, Any]:
    """The first item of the queue of statements."""
    answer = client.get("/api/v1/queue", params={"limit": 1})
    assert answer.status_code == 200
    item: dict[str, Any] = answer.json()["items"][0]
    return item


def accepted(item: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A judgement that accepts a statement."""
    given = {"about": "statement", "decision": "accept", "one": item["statement"], "why": "قرأت"}
    return {**given, **more}


def test_what_waits_is_judged_once_and_taken_back_once(client: TestClient) -> None:
    item = first(client)
    given = accepted(item, once="p1")
    answers = [send(client, JUDGEMENTS, given) for _ in range(2)]
    assert [a.status_code for a in answers] == [200, 200]
    assert [a.json() for a in answers] == [{"ok": True, "judgement": 1}] * 2
    assert first(client)["statement"] != item["statement"]
    history = client.get(f"/api/v1/incidents/{item['incident']}/history").json()
    assert [(j["number"], j["by"]) for j in history["judgements"]] == [(1, "سلمى")]
    for _ in range(2):
        undone = send(client, f"{JUDGEMENTS}/1/undo", {"why": "أخطأت", "once": "p2"})
        assert undone.json() == {"ok": True, "judgement": 1}
    assert len(ledger_of(client).judgements()) == 2
    assert first(client) == {**item, "judged": first(client)["judged"]}


def test_pages_of_the_queue_go_on(jasim_client: TestClient) -> None:
    pages = [
        jasim_client.get("/api/v1/queue", params={"limit": 3, "page": n}).json() for n in (1, 2)
    ]
    keys = [i["statement"] for p in pages for i in p["items"]]
    assert len(keys) == len(set(keys)) == 6
    assert pages[0]["more"] is True
    for kind in ("pairs", "names"):
        assert jasim_client.get("/api/v1/queue", params={"kind": kind}).json()["items"]


def test_json_without_its_proof_is_refused(client: TestClient) -> None:
    given = accepted(first(client))
    assert client.post(JUDGEMENTS, json=given).status_code == 403
    wrong = {"x-csrf-token": "x" * 43}
    assert client.post(JUDGEMENTS, json=given, headers=wrong).status_code == 403
    foreign = {"x-csrf-token": csrf_of(client), "origin": "https://evil.example"}
    assert client.post(JUDGEMENTS, json=given, headers=foreign).status_code == 403
    assert ledger_of(client).judgements() == []


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"one": "0"}, 404), ({"about": "report"}, 422), ({"decision": "same"}, 400),
        ({"why": ""}, 422), ({"why": "  "}, 400), ({"decision": "correct"}, 400),
        ({"decision": "correct", "value": {"killed": [10**30, None]}}, 400),
        ({"decision": "correct", "value": {"place": {"name": "x" * 30_000}}}, 422),
        ({"decision": "correct", "value": {"place": ["x", 1, 2]}}, 400),
        ({"decision": "correct", "value": {"agents": [[0, 10**12]]}}, 400),
    ],
)  # fmt: skip
def test_what_is_no_judgement_is_refused(
    client: TestClient, changed: dict[str, Any], status: int
) -> None:
    answer = send(client, JUDGEMENTS, accepted(first(client), **changed))
    assert answer.status_code == status
    assert answer.json()["ok"] is False
    assert ledger_of(client).judgements() == []


def test_lone_surrogates_are_refused(client: TestClient) -> None:
    key = first(client)["statement"]
    for field in ('"why": "\\ud800"', '"why": "x", "value": {"place": {"name": "\\ud800"}}'):
        body = f'{{"about": "statement", "decision": "correct", "one": "{key}", {field}}}'
        answer = client.post(
            JUDGEMENTS, content=body,
            headers={"x-csrf-token": csrf_of(client), "content-type": "application/json"},
        )  # fmt: skip
        assert answer.status_code == 422
    assert ledger_of(client).judgements() == []


def test_to_accept_keeps_what_a_colleague_corrected(client: TestClient) -> None:
    """Accepted by a program, a correction gave way to what the program had read."""
    item = next(
        i for i in client.get("/api/v1/queue?limit=50").json()["items"]
        if any(f["role"] == "killed" for f in i["fillers"])
    )  # fmt: skip
    value = {"killed": [9, 9]}
    ledger_of(client).judge(
        Judgement("statement", "correct", item["statement"], "ليلى", "سمعت", value=value)
    )
    before = killed(client, item["incident"])
    assert [9, 9] in before
    number = send(client, JUDGEMENTS, accepted(item)).json()["judgement"]
    assert killed(client, item["incident"]) == before
    made = ledger_of(client).judgement(number)
    assert (made.by, made.decision, made.value) == ("سلمى", "correct", value)


def killed(client: TestClient, id: str) -> list[list[int]]:
    """The tolls that an incident's accounts give."""
    found = client.get(f"/api/v1/incidents/{id}").json()
    return [
        [s["low"], s["high"]] for a in found["accounts"] for s in a["fields"].get("killed", ())
    ]  # fmt: skip
