"""Previews over the API: what the page shows before joining or parting, and what then comes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from ledger.ledger_helper import everything
from starlette.testclient import TestClient

from riwaya.ledger import Ledger
from riwaya.ledger.ruling import Judgement

API = "/api/v1/incidents"


def ledger_of(client: TestClient) -> Ledger:
    """The ledger behind a workspace."""
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    return ledger


def given(client: TestClient, path: str, **query: Any) -> dict[str, Any]:
    """What a preview answers; that it keeps nothing."""
    before = everything(ledger_of(client))
    answer = client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    assert everything(ledger_of(client)) == before
    assert ledger_of(client).judgements() == []
    found: dict[str, Any] = answer.json()
    return found


def is_shown(page: str, found: dict[str, Any]) -> bool:
    """Whether a page's table of changes has these incidents, now and then."""
    table = re.search(r'<table class="plain change">.*?</table>', page, re.S)
    assert table is not None
    columns = [int(n) for n in re.findall(r'colspan="(\d+)"', table[0])]
    sides = (found["before"], found["after"])
    tolls = {str(i["killed"]["low"]) for side in sides for i in side if i["killed"]}
    names = {n for side in sides for i in side for n in (*i["agents"], *i["targets"])}
    return columns == [len(s) for s in sides] and all(v in table[0] for v in names | tolls)


def test_joining_is_shown_as_on_the_page_and_comes_so(client: TestClient) -> None:
    ledger = ledger_of(client)
    one, other = (x.incident.id for x in ledger.incidents()[:2])
    found = given(client, f"{API}/{one}/join", **{"with": other})
    assert (found["decision"], found["one"], found["other"]) == ("same", one, other)
    page = client.get(f"/incidents/{one}/join", params={"with": other}).text
    assert is_shown(page, found)
    assert len(found["before"]) == 2 and len(found["after"]) == 1
    ledger.judge(Judgement("incident", "same", one, "سلمى", "راجعت", other))
    after = client.get(API, params={"limit": 200}).json()["incidents"]
    assert [i for i in after if i["id"] == found["after"][0]["id"]] == found["after"]


def test_parting_is_shown_as_on_the_page(client: TestClient) -> None:
    ledger = ledger_of(client)
    one = ledger.most_told()
    name = "hayan-2"
    mine = {key for key, report in ledger.tellings_of(one).items() if report == name}
    found = given(client, f"{API}/{one}/join", of=name)
    assert (found["decision"], set(found["parts"])) == ("different", mine)
    assert given(client, f"{API}/{one}/join", part=sorted(mine)) == found
    page = client.get(f"/incidents/{one}/join", params={"of": name}).text
    assert is_shown(page, found)
    assert len(found["after"]) == 2


def test_names_are_shown_as_on_the_page(jasim_client: TestClient) -> None:
    ledger = ledger_of(jasim_client)
    (one, other) = (n.handle for n in ledger.actors(2))
    found = given(jasim_client, "/api/v1/actor/join", one=one, other=other)
    assert (found["decision"], found["one"], found["other"]) == ("same", one, other)
    wanted = ledger.preview(Judgement("entity", "same", one, "سلمى", "preview", other))
    for side, shown in ((found["before"], wanted.before), (found["after"], wanted.after)):
        assert {i["id"]: i["title"] for i in side} == {i.id: i.title for i in shown}


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"with": "self"},
        {"with": "other", "of": "hayan-2"},
        {"of": "nothing"},
    ],
)
def test_what_is_neither_joining_nor_parting_is_refused(
    client: TestClient, query: dict[str, str]
) -> None:
    one, other = (x.incident.id for x in ledger_of(client).incidents()[:2])
    asked = {k: {"self": one, "other": other}.get(v, v) for k, v in query.items()}
    answer = client.get(f"{API}/{one}/join", params=asked)
    assert (answer.status_code, answer.json()["ok"]) == (400, False)
    for unknown in ({"with": "x"}, {"part": "x"}):
        assert client.get(f"{API}/{one}/join", params=unknown).status_code == 404
