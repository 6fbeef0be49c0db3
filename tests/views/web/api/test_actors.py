"""Actors over the API: as the ledger has them, without numbers of its database."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from starlette.testclient import TestClient

from riwaya.ledger import Ledger
from riwaya.ledger.ruling import Judgement


def actor(client: TestClient, handle: str) -> dict[str, Any]:
    """Whom a handle means."""
    answer = client.get("/api/v1/actor", params={"handle": handle})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def joined(client: TestClient) -> str:
    """The handle of one of whom a report says that two names are theirs."""
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    return ledger.who("أبو رعد")[0].handle


def test_an_actor_is_given_as_the_ledger_has_them(client: TestClient) -> None:
    """With each join came the report's running number, which counts the hidden ones."""
    handle = joined(client)
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    wanted = asdict(ledger.actor(handle))
    found = actor(client, handle)["person"]
    assert found["joins"] and found["names"] and found["incidents"]
    assert [{**j, "report": 0} for j in found["joins"]] == [
        {**j, "report": 0, "names": list(j["names"]), "words": list(j["words"])}
        for j in wanted.pop("joins")
    ]
    assert all("report" not in j for j in found.pop("joins"))
    assert found.keys() == wanted.keys()
    assert found == {k: list(v) if isinstance(v, tuple) else v for k, v in wanted.items()}


def test_the_schema_names_no_number_of_the_database(client: TestClient) -> None:
    schemas = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    assert "report" not in schemas["JoinedShape"]["properties"]
    assert "Joined" not in schemas


def test_decisions_on_names_are_those_of_the_page(client: TestClient) -> None:
    """The page listed who took two names for one, and programs were not told of it."""
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    handle, other = joined(client), ledger.actors(1)[0].handle
    number = ledger.judge(Judgement("entity", "same", handle, "ليلى", "سمعت ذلك", other))
    ledger.judge(Judgement("entity", "different", handle, "هند", "راجعت", other))
    found = actor(client, handle)
    assert [(j["number"], j["by"], j["why"]) for j in found["judgements"]] == [
        (j.number, j.by, j.why) for j in ledger.name_history(handle)
    ]
    assert found["judgements"][0]["number"] == number and len(found["differing"]) == 2
    page = client.get("/actor", params={"handle": handle}).text
    for j in found["judgements"]:
        assert f'id="judgement-{j["number"]}"' in page and j["why"] in page
