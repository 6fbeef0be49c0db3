"""The network's page, each of its lines, and the same as JSON."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from starlette.testclient import TestClient
from views.web.guard.members import Join

from riwaya.ledger import Ledger


def _json(client: TestClient, **query: str) -> dict[str, Any]:
    answer = client.get("/api/v1/network", params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_every_line_of_the_graph_stands_in_the_table(jasim_client: TestClient) -> None:
    found = _json(jasim_client)
    html = jasim_client.get("/network").text
    assert re.findall(r'data-edge="([^"]+)"', html) == [e["id"] for e in found["edges"]]
    ids = {n["id"] for n in found["nodes"]}
    assert {end for e in found["edges"] for end in (e["source"], e["target"])} == ids
    assert {e["type"] for e in found["edges"]} >= {"deed", "relation", "cause"}
    assert len({e["id"] for e in found["edges"]}) == len(found["edges"])


def test_a_line_opens_all_its_words_in_a_panel_and_as_a_page(client: TestClient) -> None:
    for e in _json(client)["edges"]:
        panel = client.get(e["href"], headers={"hx-request": "true"})
        whole = client.get(e["href"])
        assert panel.status_code == whole.status_code == 200
        assert "<html" not in panel.text
        assert "<html" in whole.text
        shown = {unescape(h) for h in re.findall(r'href="(/evidence[^"]*)"', panel.text)}
        assert len(shown) == len({(w["report"], w["start"], w["end"], w["statement"])
                                  for w in (*e["words"], *e["against"])})  # fmt: skip
        for href in shown:
            assert client.get(href).status_code == 200


def test_nodes_lead_to_pages_that_are_there(jasim_client: TestClient) -> None:
    for node in _json(jasim_client)["nodes"]:
        if node["href"]:
            assert jasim_client.get(node["href"]).status_code == 200, node


def test_what_is_denied_says_by_whom(client: TestClient) -> None:
    (denied,) = [e for e in _json(client)["edges"] if e["denied"]]
    assert (denied["count"], denied["deniers"]) == (1, ["وزارة الدفاع السورية"])
    assert "وزارة الدفاع السورية" in client.get(denied["href"]).text


def test_a_selection_narrows_it(client: TestClient) -> None:
    whole, narrow = _json(client), _json(client, place="جاسم")
    assert 0 < narrow["total"] < whole["total"]
    assert {e["id"] for e in narrow["edges"]} < {e["id"] for e in whole["edges"]}
    html = client.get("/network", params={"place": "جاسم"}).text
    assert 'value="جاسم"' in html
    assert _json(client, place="لا مكان")["edges"] == []
    assert client.get("/network", params={"place": "لا مكان"}).status_code == 200


def test_a_line_that_is_gone_is_not_found(client: TestClient) -> None:
    for edge in ("", "e0", "<script>", "x" * 5000):
        assert client.get("/network/edge", params={"edge": edge}).status_code == 404, edge
    assert client.get("/network", params={"since": "never"}).status_code == 400


def test_its_words_of_a_restricted_report_are_for_its_group(join: Join) -> None:
    one, two = join("رنا", "reviewer", "حمص").client, join("فارس", "reviewer").client
    ledger: Ledger = one.app.state.ledger  # type: ignore[attr-defined]
    (denied,) = [e for e in _json(one)["edges"] if e["denied"]]
    ledger.restrict("hayan-2", "حمص", by="رنا", why="خطر")
    assert "وزارة الدفاع" in one.get(denied["href"]).text
    for path in (denied["href"], "/network"):
        assert "وزارة الدفاع" not in two.get(path).text
    assert not [e for e in _json(two)["edges"] if e["denied"]]
    ledger.restrict("hayan-1", "حمص", by="رنا", why="خطر")
    assert one.get(denied["href"]).status_code == 200
    assert two.get(denied["href"]).status_code == 404
