"""Incidents over the API: as the ledger has them, on pages of any size, narrowed as on the page."""

from __future__ import annotations

import inspect
import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from riwaya.ledger import Ledger
from riwaya.ledger.filters import Filter
from riwaya.views.web.api import chosen
from riwaya.views.web.asked import FIELDS, Asked
from riwaya.views.web.shown.timeline import timeline


def listed(client: TestClient, **query: Any) -> dict[str, Any]:
    """One page of a selection."""
    answer = client.get("/api/v1/incidents", params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_a_list_comes_in_pages_that_together_are_all_of_it(client: TestClient) -> None:
    whole = listed(client)
    assert whole["total"] == len(whole["incidents"]) >= 2
    pages = [listed(client, limit=1, page=n + 1)["incidents"] for n in range(whole["total"])]
    assert [i for (i,) in pages] == whole["incidents"]
    assert listed(client, page=100_000)["incidents"] == []


@pytest.mark.parametrize("query", [{"place": "حيان"}, {"type": "assassination"}, {"q": "الخطيب"},
                                   {"outlet": "إذاعة البيدر"}, {"standing": "contested:any"},
                                   {"since": "2023-06-01"}, {"actor": "أبو رعد"}])  # fmt: skip
def test_a_selection_is_that_of_the_page(client: TestClient, query: dict[str, str]) -> None:
    found = listed(client, **query)
    everything = listed(client)
    assert 0 < found["total"] == client.get("/api/v1/facets", params=query).json()["total"]
    page = client.get("/incidents", params=query).text
    ids = {i["id"] for i in found["incidents"]}
    for incident in everything["incidents"]:
        assert (f'href="/incidents/{incident["id"]}"' in page) is (incident["id"] in ids)


def test_every_field_of_a_selection_is_in_the_schema() -> None:
    """A field that a page can ask for and the schema does not name would be one in secret."""
    named = inspect.signature(chosen._chosen).parameters
    assert set(FIELDS) <= set(named)


def test_one_incident_has_its_accounts_with_their_evidence(client: TestClient) -> None:
    line = listed(client, place="حيان")["incidents"][0]
    found = client.get(f"/api/v1/incidents/{line['id']}").json()
    assert {k: found[k] for k in line} == line
    assert found["standing"]["killed"] == "contested" and "4" in found["standing_why"]["killed"]
    words = [w for a in found["accounts"] for said in a["fields"].values() for s in said
             for w in s["words"]]  # fmt: skip
    assert {w["report"] for w in words} == {"hayan-1", "hayan-2"}
    for w in words:
        given = client.get("/api/v1/evidence", params={k: w[k] for k in ("report", "start", "end")})
        assert given.json()["words"] == w["text"]
    assert {p["role"] for p in found["parties"]} >= {"target"}
    assert set(found["reasons"])
    assert set(found["tellings"].values()) == set(found["reports"])
    page = client.get(f"/incidents/{line['id']}").text
    for report in set(found["tellings"].values()):
        assert f"/report?id={report}" in page


def test_reasons_belong_to_the_reports_of_the_page(jasim_client: TestClient) -> None:
    """Reasons were given by keys of tellings, and nothing said of which report each was."""
    ledger: Ledger = jasim_client.app.state.ledger  # type: ignore[attr-defined]
    id = ledger.most_told()
    found = jasim_client.get(f"/api/v1/incidents/{id}").json()
    assert len(found["reasons"]) > 1
    assert found["reasons"].keys() <= found["tellings"].keys()
    assert found["tellings"] == ledger.tellings_of(id)


def test_lists_say_where_and_whether_as_the_page_does(jasim_client: TestClient) -> None:
    """District, area and country of a place, and whether it happened, were on pages alone."""
    ledger: Ledger = jasim_client.app.state.ledger  # type: ignore[attr-defined]
    shown = {h.id: h for h in ledger.headings(Filter(limit=None))}
    found = listed(jasim_client, limit=200)["incidents"]
    assert len(found) == len(shown)
    for line in found:
        heading = shown[line["id"]]
        assert line["happened"] is heading.happened
        place, where = line["place"], heading.where
        given = [place[k] for k in ("district", "admin", "country")] if place else None
        assert given == ([where.district, where.admin, where.country] if where else None)
    assert {line["happened"] for line in found} == {True, False}
    (some, *_) = [x for x in found if x["place"] and x["place"]["admin"]]
    assert some["place"]["admin"] in jasim_client.get(f"/incidents/{some['id']}").text


def test_facets_have_actors_outlets_and_states_of_review(client: TestClient) -> None:
    facets = client.get("/api/v1/facets").json()
    within = facets["within"]
    asked = [
        *(({"handle": a["handle"]}, a["count"]) for a in within["actors"]),
        *(({"outlet": o["value"]}, o["count"]) for o in within["outlets"]),
        *(({"review": r["value"]}, r["count"]) for r in within["review"]),
        ({"standing": "contested:any"}, facets["contested_any"]),
    ]
    assert within["actors"] and within["outlets"]
    for query, count in asked:
        assert client.get("/api/v1/incidents", params=query).json()["total"] == count, query


def test_facets_count_what_lists_list(client: TestClient) -> None:
    facets = client.get("/api/v1/facets").json()
    for kind in ("types", "grades"):
        assert sum(c["count"] for c in facets[kind]) == facets["total"]
    for count in facets["types"]:
        assert listed(client, type=count["value"])["total"] == count["count"]


def test_facets_are_those_of_the_page(jasim_client: TestClient) -> None:
    """What is contested, and the months, could be left empty without a test that failed."""
    facets = jasim_client.get("/api/v1/facets").json()
    page = jasim_client.get("/incidents").text
    assert facets["contested"] and facets["months"] and facets["days"]
    for count in facets["contested"]:
        found = re.search(
            rf'standing=contested(?::|%3A){count["value"]}"[^>]*>.*?class="num">(\d+)<', page, re.S
        )
        assert found is not None and int(found[1]) == count["count"], count
    bars = timeline([(d["value"], d["count"]) for d in facets["days"]], Asked())
    assert len(bars) > 1
    for bar in bars:
        assert f"since={bar.since}&amp;until={bar.until}" in page or not bar.count
    months: dict[str, int] = {}
    for day in facets["days"]:
        months[day["value"][:7]] = months.get(day["value"][:7], 0) + day["count"]
    assert {m["value"]: m["count"] for m in facets["months"]} == months


def test_the_map_has_what_the_list_has_of_it(client: TestClient) -> None:
    points = client.get("/api/v1/map", params={"place": "حيان"}).json()
    assert points["type"] == "FeatureCollection"
    assert {f["properties"]["id"] for f in points["features"]} == {
        i["id"] for i in listed(client, place="حيان")["incidents"] if i["place"]["latitude"]
    }
    assert all(f["geometry"]["coordinates"][1] > 30 for f in points["features"])


def test_points_say_of_an_incident_what_the_list_says(jasim_client: TestClient) -> None:
    """Whether it happened, and its reports, could be left out without a test that failed."""
    lines = {i["id"]: i for i in listed(jasim_client, limit=200)["incidents"]}
    features = jasim_client.get("/api/v1/map").json()["features"]
    assert {f["properties"]["happened"] for f in features} == {True, False}
    for f in features:
        about, line = f["properties"], lines[f["properties"]["id"]]
        assert about["happened"] is line["happened"]
        assert about["reports"] == len(line["reports"]) > 0


def test_what_lies_between_those_in_an_incident(jasim_client: TestClient) -> None:
    ids = [i["id"] for i in listed(jasim_client, limit=200)["incidents"]]
    found = [jasim_client.get(f"/api/v1/incidents/{id}/between").json() for id in ids]
    assert any(f["relations"] for f in found)
    for because in (c for f in found for c in f["causes"]):
        assert because["words"] and because["cause"] and because["effect"]


@pytest.mark.parametrize(("query", "status"), [
    ({"page": "0"}, 422), ({"page": "100001"}, 422), ({"page": "x"}, 422), ({"limit": "201"}, 422),
    ({"limit": "0"}, 422), ({"q": "x" * 301}, 422), ({"since": "16-05-2023"}, 422),
    ({"since": "2023-02-31"}, 400), ({"bbox": "1,2,3"}, 400), ({"happened": "maybe"}, 422),
    ({"review": "all"}, 422), ({"q": "-"}, 400),
])  # fmt: skip
def test_what_cannot_be_asked_is_refused_in_words(
    client: TestClient, query: dict[str, str], status: int
) -> None:
    answer = client.get("/api/v1/incidents", params=query)
    assert answer.status_code == status
    assert answer.json()["ok"] is False
    assert answer.json()["message"].endswith(".")


def test_empty_parameters_of_a_form_ask_for_nothing(client: TestClient) -> None:
    assert listed(client, **dict.fromkeys(FIELDS, "")) == listed(client)
